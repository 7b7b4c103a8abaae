"""The checks of a Word file see what they are there to see, and a package is written as it was read."""

import re
from decimal import Decimal

import pytest
from tests.reports.word.byhand import docx, text
from tests.reports.word.package import check_captions, check_package

from jixiao.reports.content.parts import Chart, Column, Merge, Series, Table
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.finishing import finish
from jixiao.reports.word.package import Package

TABLE = Table("表", (Column("甲"), Column("乙")), (("1", "2"), ("", "3")), merged=(Merge(0, 0, 2),))
CHART = Chart("图", "bar", ("决策",), (Series("率", (Decimal("91.33"),)),), "%")


def report() -> Package:
    blocks = Blocks()
    body = (blocks.contents(), text("一", "Heading1"), blocks.xml(TABLE), blocks.xml(TABLE), blocks.xml(CHART))
    return Package.read(finish(docx(*body, settings='<w:zoom w:percent="100"/>'), blocks.charts))


@pytest.mark.parametrize(
    ("part", "pattern", "replacement"),
    [
        ("word/document.xml", r'r:id="rId(\d+)"', 'r:id="rId99"'),
        ("word/document.xml", r'<w:bookmarkEnd w:id="0"/>', ""),
        ("word/document.xml", r'w:anchor="', 'w:anchor="x'),
        ("word/document.xml", r'(<w:pStyle w:val="JxTableTitle"/>)(<w:keepNext/>)', r"\2\1"),
        ("word/document.xml", r'(<w:tcW [^>]*/>)(<w:vMerge w:val="restart"/>)', r"\2\1"),
        ("word/document.xml", r'<w:vMerge w:val="restart"/>', ""),
        ("word/document.xml", r'<w:gridCol w:w="\d+"/>', ""),
        ("word/document.xml", r'<w:fldChar w:fldCharType="end"/>', ""),
        ("word/document.xml", r'"JxCell"', '"JxNowhere"'),
        ("word/charts/chart1.xml", r"<c:v>91.33</c:v>", "<c:v>91.34</c:v>"),
        ("word/charts/chart1.xml", r'<c:showSerName val="0"/>', ""),
        ("word/charts/chart1.xml", r"(<c:barDir [^>]*/>)(<c:grouping [^>]*/>)", r"\2\1"),
        ("word/charts/_rels/chart1.xml.rels", r"\.\./embeddings", "embeddings"),
        ("word/settings.xml", r"</w:settings>", '<w:updateFields w:val="true"/></w:settings>'),
        ("word/styles.xml", r'w:styleId="JxCell"', 'w:styleId="JxHead"'),
    ],
)
def test_what_word_would_stumble_over_is_seen(part: str, pattern: str, replacement: str) -> None:
    package = report()
    check_package(package.to_bytes())
    damaged, count = re.subn(pattern, replacement, package.parts[part].decode(), count=1)
    assert count == 1
    package.parts[part] = damaged.encode()
    with pytest.raises((AssertionError, KeyError)):
        check_package(package.to_bytes())


def test_a_part_without_a_content_type_is_seen() -> None:
    package = report()
    package.parts["word/embeddings/unknown.bin"] = b""
    with pytest.raises(AssertionError):
        check_package(package.to_bytes())


def test_a_gap_in_the_numbers_of_tables_is_seen() -> None:
    package = report()
    check_captions(check_package(package.to_bytes()))
    package.parts["word/document.xml"] = package.parts["word/document.xml"].replace("表1-2".encode(), "表1-3".encode())
    with pytest.raises(AssertionError):
        check_captions(check_package(package.to_bytes()))


def test_a_package_is_written_as_it_was_read_content_types_first() -> None:
    package = report()
    again = Package.read(package.to_bytes())
    assert again.parts == package.parts
    assert again.to_bytes() == package.to_bytes()
    assert next(iter(again.parts)) == "[Content_Types].xml"


def test_a_new_part_gets_a_free_number_and_a_free_id() -> None:
    package = report()
    assert package.add("word/charts/chart{}.xml", b"<a/>", "x/y") == "word/charts/chart2.xml"
    taken = package.parts["word/_rels/document.xml.rels"].decode()
    identity = package.relate("word/document.xml", "chart", "word/charts/chart2.xml")
    assert f'"{identity}"' not in taken
    assert package.related("word/document.xml", "chart") == "word/charts/chart1.xml"
