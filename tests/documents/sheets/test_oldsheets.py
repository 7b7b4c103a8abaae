"""Old workbooks (.xls): numbers as their formats show them, merges, hidden sheets; the file is one of LibreOffice."""

import time
from pathlib import Path

import pytest

from jixiao.documents import Document, Grid, document_of
from jixiao.refusals import Refusal

FILE = Path(__file__).parent / "formats.xls"
_FILEPASS = bytes.fromhex("2f000400")
"""The record that begins what an encrypted workbook is encrypted with, of four bytes."""


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(FILE.read_bytes(), FILE.name)


def test_numbers_are_shown_as_their_formats_show_them(document: Document) -> None:
    (grid,) = document.grids()
    assert {row[0].text: (row[1].text, row[1].typed) for row in grid.rows} == {
        "百分比": ("94.60%", 1),
        "算出的百分比": ("94.57%", None),
        "整百分比": ("95%", None),
        "金额": ("1,234.50", 1),
        "会计": ("-1,234.50", 1),
        "带单位": ("86.40万元", 1),
        "没有格式": ("0.3", None),
        "日期": ("2024-12-31", None),
        "月份": ("2024-12", None),
        "文本": ("12.5", None),
        "是否": ("是", None),
        "错误": ("#DIV/0!", None),
        "合并": ("下", None),
        "公式": ("189.2%", None),
    }


def test_a_merged_range_is_one_cell_and_a_hidden_sheet_is_said_to_be_unread(document: Document) -> None:
    grid = next(block for block in document.blocks if isinstance(block, Grid))
    merged = grid.rows[-2][0]
    assert (merged.text, merged.rows, merged.columns) == ("合并", 2, 1)
    assert document.unread == ("隐藏的工作表“藏”没有读取；需要核查时请取消隐藏后再试",)


def test_a_workbook_with_a_password_is_refused_as_one() -> None:
    raw = FILE.read_bytes()
    begin = raw.index(bytes.fromhex("0908100000060500"))  # the workbook's first record, 20 bytes with its head
    locked = raw[: begin + 20] + _FILEPASS + bytes(4) + raw[begin + 28 :]
    with pytest.raises(Refusal, match=r"表\.xls：读到有密码的文件"):
        document_of(locked, "表.xls")


def test_short_sectors_that_go_round_in_a_circle_end_the_reading_at_once() -> None:
    raw = bytearray(FILE.read_bytes())
    table = (int.from_bytes(raw[60:64], "little") + 1) * 512  # what follows what among the short sectors
    raw[table + 4 * 20 : table + 4 * 21] = bytes(4)  # the 21st of the workbook leads back to its first
    begin = time.monotonic()
    with pytest.raises(Refusal, match=r"表\.xls：读到读不了的旧格式文件"):
        document_of(bytes(raw), "表.xls")
    assert time.monotonic() - begin < 10
