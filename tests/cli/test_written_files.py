"""The files of an evaluation tell the same: no number stands in one that the others do not know."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from tests.cli.front_door import FrontDoor
from tests.evaluation.cases import EXAMPLES
from tests.reports.word.package import check_captions, check_package

BOTH = pytest.mark.parametrize("example", ["xinxiang-hitech-2023", "yanjin-2022"])
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
CAPTION = re.compile(r"^附?[表图]\d+-\d+")


def written(jixiao: FrontDoor, example: str, folder: Path) -> Path:
    jixiao("evaluate", EXAMPLES / example, "--out", folder, "--no-pages")
    return folder


def paragraphs(docx: Path) -> list[str]:
    """The text of every paragraph but those of the contents, in and outside tables; page numbers are fields."""
    body = Document(str(docx)).element.body
    texts = []
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or not style.get(qn("w:val"), "").startswith("TOC"):
            texts.append("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
    return texts


@BOTH
def test_every_number_of_the_word_report_occurs_in_the_result(example: str, jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = written(jixiao, example, tmp_path)
    known = set(NUMBER.findall((folder / "result.json").read_text(encoding="utf-8")))
    printed = {
        number for text in paragraphs(folder / "report.docx") for number in NUMBER.findall(CAPTION.sub("", text))
    }
    assert len(printed) > 200
    assert printed - known == set()


@BOTH
def test_scores_in_the_tables_of_the_word_report_are_those_of_the_result(
    example: str, jixiao: FrontDoor, tmp_path: Path
) -> None:
    folder = written(jixiao, example, tmp_path)
    result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    expected = [
        (f"{leaf['code']} {leaf['name']}", leaf["weight"], leaf["score"], leaf["rate"])
        for level in result["levels"]
        for group in level["children"]
        for leaf in group["children"]
    ]
    rows = [
        tuple("".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.findall(qn("w:tc")))
        for row in Document(str(folder / "report.docx")).element.body.iter(qn("w:tr"))
    ]
    assert [row for row in rows if row in expected] == expected


@BOTH
@pytest.mark.parametrize("name", ["report.docx", "plan.docx"])
def test_the_word_files_are_whole_and_numbered_without_gaps(
    name: str, example: str, jixiao: FrontDoor, tmp_path: Path
) -> None:
    document = check_package((written(jixiao, example, tmp_path) / name).read_bytes())
    check_captions(document)


@BOTH
@pytest.mark.parametrize("name", ["report.docx", "plan.docx", "scores.xlsx"])
def test_every_office_file_keeps_to_the_schemas_of_office_open_xml(
    name: str, example: str, jixiao: FrontDoor, tmp_path: Path
) -> None:
    assert complaints(written(jixiao, example, tmp_path) / name) == []


def test_the_schemas_are_really_looked_at(jixiao: FrontDoor, tmp_path: Path) -> None:
    written(jixiao, "yanjin-2022", tmp_path)
    with zipfile.ZipFile(tmp_path / "report.docx") as good, zipfile.ZipFile(tmp_path / "bad.docx", "w") as bad:
        for part in good.namelist():
            bad.writestr(part, good.read(part).replace(b"<w:keepNext/><w:jc", b"<w:jc/><w:keepNext/><w:jc"))
    assert complaints(tmp_path / "bad.docx") != []


def complaints(path: Path) -> list[str]:
    """What a validator with the schemas of the Open XML SDK says against a file."""
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
