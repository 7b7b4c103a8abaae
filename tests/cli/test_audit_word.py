"""The audit in Word: the list of findings, and the commented copy that leaves everything else as it was."""

import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator
from tests.cli.audit_samples import SOUND, write_text, write_word
from tests.cli.front_door import FrontDoor
from tests.reports.word.package import check_package


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def complaints(path: Path) -> set[str]:
    return {str(error) for error in OpenXmlValidator().validate(str(path)).errors}


def comments(path: Path) -> dict[str, tuple[str, str]]:
    """Author and text of every comment by its number."""
    root = etree.fromstring(parts(path)["word/comments.xml"])
    return {
        each.get(qn("w:id"), ""): (
            each.get(qn("w:author"), ""),
            "\n".join(text.text or "" for text in each.iter(qn("w:t"))),
        )
        for each in root
    }


def commented_places(path: Path) -> list[tuple[str, str]]:
    """The number of every comment with the text between its marks."""
    found = []
    for paragraph in docx.Document(str(path)).element.body.iter(qn("w:p")):
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        found += [(mark.get(qn("w:id")), text) for mark in paragraph.iter(qn("w:commentRangeStart"))]
    return found


def test_the_list_of_findings_is_a_valid_word_file_with_a_row_for_each(jixiao: FrontDoor, tmp_path: Path) -> None:
    out = tmp_path / "意见.docx"
    jixiao("audit", write_text(tmp_path / "报告.txt"), "--format", "docx", "--out", out)
    assert complaints(out) == set()
    check_package(out.read_bytes())
    document = docx.Document(str(out))
    assert document.paragraphs[0].text == "审核意见"
    assert any("核对了" in each.text for each in document.paragraphs)
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["编号", "性质", "问题", "位置", "原文", "复核结果", "理由"]
    assert {(row[4], row[5]) for row in rows[1:]} == {("91.00%", "90.00%"), ("65.00%", "60.00%")}
    assert all("÷" in row[6] for row in rows[1:])


def test_a_sound_document_has_a_list_that_says_so(jixiao: FrontDoor, tmp_path: Path) -> None:
    out = tmp_path / "意见.docx"
    assert jixiao("audit", write_text(tmp_path / "报告.txt", SOUND), "--format", "docx", "--out", out).code == 0
    assert complaints(out) == set()
    assert any("没有发现" in each.text for each in docx.Document(str(out)).paragraphs)


def test_comments_stand_at_the_cells_and_paragraphs_of_the_figures(jixiao: FrontDoor, tmp_path: Path) -> None:
    report, copy = write_word(tmp_path / "报告.docx"), tmp_path / "批注.docx"
    assert jixiao("audit", report, "--comments", copy).code == 1
    told = comments(copy)
    assert {author for author, _ in told.values()} == {"绩效核查"}
    at = {text: told[number][1] for number, text in commented_places(copy)}
    assert set(at) >= {"91.00%", "18.00", "20.00"}
    assert "写的是 91.00%，应为 90.00%" in at["91.00%"]
    (sentence,) = (text for text in at if "65.00%" in text)
    assert "应为 60.00%" in at[sentence]
    assert complaints(copy) <= complaints(report)


def test_each_comment_has_a_beginning_an_end_and_a_reference(jixiao: FrontDoor, tmp_path: Path) -> None:
    copy = tmp_path / "批注.docx"
    jixiao("audit", write_word(tmp_path / "报告.docx"), "--comments", copy)
    root = etree.fromstring(parts(copy)["word/document.xml"])
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [each.get(qn("w:id")) for each in root.iter(qn(f"w:{name}"))] != []
        assert {each.get(qn("w:id")) for each in root.iter(qn(f"w:{name}"))} == set(comments(copy))


def test_the_copy_changes_nothing_else(jixiao: FrontDoor, tmp_path: Path) -> None:
    report, copy = write_word(tmp_path / "报告.docx"), tmp_path / "批注.docx"
    before = report.read_bytes()
    jixiao("audit", report, "--comments", copy)
    assert report.read_bytes() == before
    old, new = parts(report), parts(copy)
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(new) - set(old) == {"word/comments.xml"}
    assert {name: old[name] for name in set(old) - changed} == {name: new[name] for name in set(old) - changed}
    text = etree.fromstring(new["word/document.xml"])
    for mark in list(text.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"))):
        _take_out(mark)
    for reference in list(text.iter(qn("w:commentReference"))):
        run = reference.getparent()
        assert run is not None
        _take_out(run)
    assert etree.tostring(text, method="c14n") == etree.tostring(
        etree.fromstring(old["word/document.xml"]), method="c14n"
    )


def test_comments_of_others_stay(jixiao: FrontDoor, tmp_path: Path) -> None:
    report, first, second = write_word(tmp_path / "报告.docx"), tmp_path / "一.docx", tmp_path / "二.docx"
    jixiao("audit", report, "--comments", first)
    jixiao("audit", first, "--comments", second)
    assert len(comments(second)) == 2 * len(comments(first))
    assert comments(first).items() <= comments(second).items()
    assert complaints(second) <= complaints(report)


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
