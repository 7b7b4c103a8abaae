"""A table goes through a file unchanged, and a cell cannot become a formula on the way."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.packs.csvfile import csv_text, parse_csv, read_csv, write_csv
from jixiao.refusals import Refusal

_cells = st.one_of(
    st.text(alphabet="=+-@'＝－\",\n\r 1.5%甲\t", max_size=8),
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
)
_rows = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(_cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=4)
)


@given(_rows)
def test_a_table_read_back_is_the_table_written(rows: list[tuple[str, ...]]) -> None:
    assert parse_csv(csv_text(rows), "t.csv").rows == tuple(rows)


@given(_rows)
def test_no_written_cell_begins_like_a_formula_unless_it_is_a_number_or_a_dash(rows: list[tuple[str, ...]]) -> None:
    for row in csv.reader(io.StringIO(csv_text(rows), newline="")):
        for cell in row:
            assert cell[:1] not in set("=@＝－＠+-") or re.fullmatch(r"[+-]?[\d,.]*[%％]?", cell)


@pytest.mark.parametrize("cell", ["-3", "+1,234.5", "-5.18%", "-", "—", "'甲", "甲=乙"])
def test_numbers_dashes_and_harmless_texts_are_written_as_they_are(cell: str) -> None:
    assert csv_text([["列", cell]]) == (f'列,"{cell}"\n' if "," in cell else f"列,{cell}\n")


@pytest.mark.parametrize("cell", ["=1+1", "+甲", "-cmd", "@SUM(A1)", "＝1+1", "-1+2", "--"])
def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(cell: str) -> None:
    assert csv_text([["列", cell]]) == f"列,'{cell}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_with_and_without_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("类别,数\n甲,1\n".encode(encoding))
    table = read_csv(path)
    assert table.headings == ("类别", "数")
    assert table.notes == ()


def test_gb18030_is_accepted_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "支出.csv"
    path.write_bytes("类别,数\n人员经费,1\n".encode("gb18030"))
    table = read_csv(path)
    assert table.rows[1] == ("人员经费", "1")
    assert table.notes == ("支出.csv 不是 UTF-8 编码，已按 GB18030 读取",)


def test_a_written_table_is_known_as_utf8_by_spreadsheets(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_csv(path, [["类别", "数"], ["甲", "207.90"]])
    assert path.read_bytes() == b"\xef\xbb\xbf" + "类别,数\n甲,207.90\n".encode()
    assert read_csv(path).rows == (("类别", "数"), ("甲", "207.90"))


def test_row_numbers_are_those_a_spreadsheet_shows() -> None:
    assert parse_csv("类别,数\n\n甲,1\n", "t.csv").body == ((3, ("甲", "1")),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "t.csv：读到空白，应为一行表头和各行数据。请填写表格。"),
        (
            "类别;数\n甲;1\n",
            "t.csv，第 1 行：读到没有分列的表头（“类别;数”），应为用英文逗号分隔的表头。请另存为逗号分隔的 CSV。",
        ),
        ('类别,数\n"甲,1\n', "t.csv，第 2 行：读到没有配对的引号，应为成对的英文引号。请检查这一行的引号。"),
        ("类别,数\n\0,1\n", "t.csv：读到不是文字的内容，应为CSV 表格。请在表格软件中另存为“CSV UTF-8（逗号分隔）”。"),
        (
            "类别,数\n甲\n乙,1\n丙,1,2\n",
            "t.csv，第 2 行：读到 1 列（“甲”），应为与表头相同的 2 列。请补齐或删去这一行的单元格。\n"
            "t.csv，第 4 行：读到 3 列（“丙”），应为与表头相同的 2 列。请补齐或删去这一行的单元格。",
        ),
    ],
)
def test_a_table_of_another_shape_is_refused_in_one_sentence_per_row(text: str, message: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_csv(text, "t.csv")
    assert str(caught.value) == message


@pytest.mark.parametrize("content", [b"\xff\xff\xff\xff", "类别,数\n".encode("utf-16")])
def test_another_encoding_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(Refusal, match="CSV UTF-8"):
        read_csv(path)
