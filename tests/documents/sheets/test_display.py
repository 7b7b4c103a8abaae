"""Numbers as a sheet displays them under the formats that finance bureaus use."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from jixiao.documents import Grid, document_of
from jixiao.documents.sheets.display import displayed


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("0.847512345678901", "0.00%", "84.75%"),
        ("0.98765", "0.0%", "98.8%"),
        ("0.95", "0%", "95%"),
        ("2.345", "0.00", "2.35"),
        ("-2.345", "0.00", "-2.35"),
        ("-0.001", "0.00", "0.00"),
        ("9.9999999976716941E-2", "0.00", "0.10"),
        ("1234567.8", "#,##0.00;[Red]-#,##0.00", "1,234,567.80"),
        ("-1234.5", "#,##0.00_);(#,##0.00)", "-1,234.50"),
        ("1234.5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
        ("1234.5", "[$¥-804]#,##0.00", "1,234.50"),
        ("12.5", "#,##0.##", "12.5"),
        ("12", "#,##0.##", "12"),
        ("0.5", "#.00", "0.50"),
        ("84.75", '0.00"%"', "84.75%"),
        ("84.75", r"0.00\%", "84.75%"),
        ("86.4", '0.00"万元"', "86.40万元"),
        ("5", '"第"0"天"', "第5天"),
        ("1234567", "#,##0,", "1,235"),
        ("1234567", "0.00,", "1234.57"),
        ("123456", "0!.0,", "12.3"),
        ("1234567", "0!.0000", "123.4567"),
        ("12345678", r"#,##0\.00,", "123.46"),
        ("123456789012345680", "0", "123456789012346000"),
        ("1200", "0.00E+00", "1200.00"),
        ("0.5", "# ?/?", "0.5"),
        ("1E+300", "0.00", f"1{300 * '0'}.00"),
        ("0.5", f"0.{30 * '0'}", "0.5000000000"),
        ("1E+15", f"0{40 * '%'}", f"1{17 * '0'}%"),
    ],
)
def test_a_number_is_displayed_as_its_format_says(raw: str, code: str, text: str) -> None:
    assert displayed(raw, code) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("0.30000000000000004", "0.3"),
        ("454.58000000000004", "454.58"),
        ("0.847512345678901", "0.847512346"),
        ("84.7512345678901", "84.75123457"),
        ("1E-17", "0"),
        ("-1E-17", "0"),
        ("8925255.87", "8925255.87"),
        ("123456789012", "123456789012"),
        ("nan", None),
        ("甲", None),
    ],
)
def test_a_number_without_a_format_shows_at_most_ten_digits(raw: str, text: str | None) -> None:
    assert displayed(raw, "General") == text


def test_a_report_states_what_its_cells_display() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["项目", "支出", "占比"], ["物业", 3.145, 1 / 3], ["绿化", 6.29, 2 / 3]):
        sheet.append(row)
    for _, amount, share in sheet.iter_rows(min_row=2):
        amount.number_format, share.number_format = "0.00", "0.00%"
    out = BytesIO()
    book.save(out)
    grid = document_of(out.getvalue(), "表.xlsx").blocks[-1]
    assert isinstance(grid, Grid)
    assert [grid.texts(row) for row in (1, 2)] == [("物业", "3.15", "33.33%"), ("绿化", "6.29", "66.67%")]
