"""Word files of the old kind: read through LibreOffice where it is there, otherwise refused with what to do."""

import io
from pathlib import Path

import docx
import pytest
from tests.documents.test_kinds import compound

from jixiao.documents import Paragraph, document_of, libreoffice
from jixiao.documents.libreoffice import converted
from jixiao.refusals import Refusal

OLD = compound("1Table", "WordDocument")


def test_without_libreoffice_people_are_told_what_to_save_it_as(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(
        Refusal, match=r"旧\.doc：读到旧格式（\.doc）的文件，应为\.docx 文件。请用 Word 或 WPS 打开后另存为"
    ):
        document_of(OLD, "旧.doc")


def test_a_program_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n")
    slow.chmod(0o755)
    assert converted(str(slow), b"x", ".doc", "docx", 1) is None


@pytest.mark.system
def test_an_old_file_is_read_with_its_tables_and_levels() -> None:
    made = docx.Document()
    made.add_heading("一、概况", 1)
    table = made.add_table(2, 2)
    for at, text in enumerate(("项目", "金额", "物业", "5.00")):
        table.cell(at // 2, at % 2).text = text
    made.add_paragraph("后文")
    target = io.BytesIO()
    made.save(target)
    program = libreoffice.libreoffice()
    assert program is not None
    old = converted(program, target.getvalue(), ".docx", "doc", 60)
    assert old is not None
    read = document_of(old, "旧.doc")
    (grid,) = read.grids()
    assert (read.format, grid.texts(1)) == ("doc", ("物业", "5.00"))
    assert isinstance(read.blocks[0], Paragraph)
    assert (read.blocks[0].text, read.blocks[0].level) == ("一、概况", 1)
