"""Layouts as a .pdf and as an .xls that LibreOffice makes of our Word files and workbooks."""

import subprocess
from pathlib import Path

import pytest
from tests.forms.drawn import as_word, as_workbook
from tests.forms.notation import noted
from tests.forms.provinces import ARRANGED
from tests.forms.test_layouts import PROFILES, VALUES, changed

from jixiao.documents import document_of
from jixiao.forms import read_forms, reading_of
from jixiao.forms.profiles import recognised

pytestmark = pytest.mark.system

NARROW = tuple(layout for layout in ARRANGED if len(ARRANGED[layout].rows[0]) < 10)
"""The layouts that fit on the page of our Word files."""


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("converted")
    for layout, form in ARRANGED.items():
        (folder / f"{layout}.docx").write_bytes(as_word(form))
        (folder / f"{layout}.xlsx").write_bytes(as_workbook(form))
    (folder / "比率.xlsx").write_bytes(as_workbook(changed("B", ("87", "87%"))))
    for kind, target in (("docx", "pdf"), ("xlsx", "xls")):
        own = f"-env:UserInstallation=file://{folder}/profile"
        made = ["soffice", "--headless", own, "--convert-to", target, "--outdir", str(folder)]
        subprocess.run([*made, *map(str, folder.glob(f"*.{kind}"))], check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize("layout", NARROW)
def test_a_printed_form_says_what_the_word_file_says(converted: Path, layout: str) -> None:
    document = document_of((converted / f"{layout}.pdf").read_bytes(), f"{layout}.pdf")
    (form,) = read_forms(document, score_tables=True).forms
    assert noted(form).strip() == VALUES[layout].strip()
    assert recognised(form, document).profile.id == PROFILES[layout]


@pytest.mark.parametrize("layout", ARRANGED)
def test_an_old_workbook_is_read_and_what_its_formats_hide_is_said(converted: Path, layout: str) -> None:
    document = document_of((converted / f"{layout}.xls").read_bytes(), f"{layout}.xls")
    (form,) = read_forms(document, score_tables=True).forms
    assert recognised(form, document).profile.id == PROFILES[layout]
    wanted = VALUES[layout].strip().split("\n")
    read = noted(form).strip().split("\n")
    assert len(read) == len(wanted)
    assert all(one == other for one, other in zip(read, wanted, strict=True) if "%" not in other)
    hidden = sum(line.actual.text[:2] in ("1", "0.") and "%" in line.target.text for line in form.lines)
    said = [note for note in reading_of(form).notes if "读不出数字的显示格式" in note]
    assert len(said) == (1 if hidden else 0)
    assert all(f"等 {hidden} 处" in note for note in said)


def test_a_share_of_an_old_workbook_has_no_unit_that_it_could_be_compared_in(converted: Path) -> None:
    (form,) = read_forms(document_of((converted / "比率.xls").read_bytes(), "比率.xls")).forms
    line = form.lines[-1]
    assert (line.target.text, line.actual.text, line.measure) == ("≥85%", "0.87", "")
    (note,) = reading_of(form).notes
    assert "“游客满意度”的完成值 0.87 等 1 处看不出是不是百分数" in note
