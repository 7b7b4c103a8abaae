"""Cells as the programs people use store them: shared and rich texts, formulas, errors, dates, no references."""

import zipfile
from pathlib import Path

import pytest

from jixiao.documents.sheets.cells import Cell, Grid, read_grids
from jixiao.documents.sheets.figures import date_shown, is_scaled, shown

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(folder: Path, sheet: str, *, shared: str = "", styles: str = "", main: str = _MAIN, more: str = "") -> Path:
    """A workbook of one sheet, written part by part."""
    path = folder / "甲.xlsx"
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
        )
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_LINKS}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_LINKS}">{relations}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}">{more}<sheets>'
        '<sheet name="表" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def cells(path: Path) -> list[Cell]:
    (grid,) = read_grids(path)
    assert isinstance(grid, Grid)
    return [cell for _, row in sorted(grid.rows.items()) for _, cell in sorted(row.items())]


def test_shared_rich_and_phonetic_texts_are_read_as_they_show(tmp_path: Path) -> None:
    shared = "<si><r><t>绩</t></r><r><t xml:space='preserve'>效 </t></r><rPh><t>jixiao</t></rPh></si>"
    shared += "<si><t>a_x000D_b</t></si>"
    sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c></row>'
    assert cells(package(tmp_path, sheet, shared=shared)) == [Cell("绩效 "), Cell("a\rb")]


def test_cells_without_references_follow_each_other(tmp_path: Path) -> None:
    sheet = '<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c></row>'
    (grid,) = read_grids(package(tmp_path, sheet))
    assert {row: {column: cell.text for column, cell in each.items()} for row, each in grid.rows.items()} == {
        1: {1: "甲", 2: "2"},
        2: {3: "3"},
    }


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<f>A1+1</f><v>7</v>", Cell("7", "number")),
        ("<f>A1+1</f>", Cell("", "unstored")),
        ("<f>A1+1</f><v></v>", Cell("", "unstored")),
        ("<v>454.58000000000004</v>", Cell("454.58", "number")),
        ("<v>1E-3</v>", Cell("0.001", "number")),
        ("<v>甲</v>", Cell("甲", "error")),
    ],
)
def test_a_formula_counts_by_the_value_it_left(cell: str, expected: Cell, tmp_path: Path) -> None:
    assert cells(package(tmp_path, f'<row r="1"><c r="A1">{cell}</c></row>')) == [expected]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', [Cell("#DIV/0!", "error")]),
        ('<c r="A1" t="b"><v>1</v></c>', [Cell("是")]),
        ('<c r="A1" t="str"><f>B1</f><v>甲</v></c>', [Cell("甲")]),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', []),
        ('<c r="A1" t="d"><v>2023-01-31T00:00:00</v></c>', [Cell("2023-01-31", "date")]),
    ],
)
def test_other_kinds_of_cell_are_told_apart(cell: str, expected: list[Cell], tmp_path: Path) -> None:
    assert cells(package(tmp_path, f'<row r="1">{cell}</row>')) == expected


def test_the_format_of_a_cell_decides_how_its_number_reads(tmp_path: Path) -> None:
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="0.00%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="31"/></cellXfs>'
    )
    sheet = (
        '<row r="1"><c r="A1" s="1"><v>0.8475</v></c><c r="B1" s="2"><v>45291</v></c><c r="C1" s="7"><v>5</v></c></row>'
    )
    assert [cell.text for cell in cells(package(tmp_path, sheet, styles=styles))] == ["84.75%", "2023-12-31", "5"]


def test_strict_workbooks_and_those_that_count_days_from_1904_are_read(tmp_path: Path) -> None:
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    sheet = '<row r="1"><c r="A1" s="0"><v>43829</v></c></row>'
    path = package(tmp_path, sheet, styles=styles, main=_STRICT, more='<workbookPr date1904="1"/>')
    assert cells(path) == [Cell("2023-12-31", "date")]


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("0.95", "0%", "95%"),
        ("0.98765", "0.0%", "98.765%"),
        ("1234567.8", "#,##0.00;[Red]-#,##0.00", "1,234,567.80"),
        ("-0", "0.00", "0.00"),
        ("5", '0.00"%"', "5.00"),
        ("123456789012345680", "0", "123456789012346000"),
        ("nan", "0", None),
    ],
)
def test_a_number_shows_its_fifteen_digits_in_its_format(raw: str, code: str, text: str | None) -> None:
    assert shown(raw, code) == text


@pytest.mark.parametrize("code", ["0.00,", "#,##0,", "0!.0,"])
def test_a_format_that_shows_another_unit_is_seen(code: str) -> None:
    assert is_scaled(code)


@pytest.mark.parametrize("code", ["General", "@", "0.00", "h:mm", '"第"0"天"'])
def test_what_is_no_date_format_gives_no_date(code: str) -> None:
    assert date_shown("45000", code, False) is None
