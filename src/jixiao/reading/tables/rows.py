"""The rows of a table: their labels, their rank by number or code, totals and parts."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.documents import Grid
from jixiao.reading.labels import squeezed
from jixiao.reading.tables.model import Meaning, TableColumn, TableRow

_RANKS = (
    re.compile("[一二三四五六七八九十]{1,3}[、.]"),
    re.compile("[(][一二三四五六七八九十]{1,3}[)]"),
    re.compile(r"\d{1,2}[.、](?!\d)"),
    re.compile(r"[(]\d{1,2}[)]|\d{1,2}[)]|[①-⑳]"),
)
UNMARKED = len(_RANKS) + 1
"""The rank of a row that bears no number."""
_SUBTOTAL, _TOTAL, _GRAND_TOTAL = 1, 2, 3
_WHAT = "(?:本年度?|全年|年度|支出|收入|资产|费用|资金|预算|决算|经费|三公经费|“三公”经费|项目|合同|总)*"
_THIS = "(?:[本该此](?:类|项|级|组|部分|维度|一级|二级)|分类|各类|各项)(?:指标)?"
_TOTALS = (
    (_GRAND_TOTAL, re.compile(f"{_WHAT}总计(?:数|额|金额)?|{_WHAT}总合计|总(?:得|评)?分(?:值|合计)?")),
    (
        _TOTAL,
        re.compile(
            f"{_WHAT}(?:合计|总额|共计|总数|总量)(?:数|额|金额)?|合计[:].*|本题有效填写人[次数]|有效填写人[次数]"
            f"|{_THIS}(?:合计|总计)(?:得分|分值)?|得分合计|合计得分"
        ),
    ),
    (_SUBTOTAL, re.compile(f"(?:{_WHAT}|{_THIS})小计(?:数|额|得分)?|.{{2,12}}小计")),
)
_TOTAL_WORDS_AFTER_NAME = re.compile("(?!其中).{2,14}(?:收入|支出|经费|资金|资产)(合计|总计)")
_PART = re.compile("其中(?:包括)?[:]?(.*)")
_OWN_CODE = re.compile(r"[A-Za-z]{0,2}\d{1,8}|[A-Za-z]")
_CODE = re.compile(r"\d{3}(?:\d{2}){0,4}")
_COUNTED = re.compile(r"(?:合计|总计|小计)[(].*[)]")


def rows_of(
    grid: Grid,
    begins: int,
    names: Sequence[TableColumn],
    codes: Sequence[TableColumn],
    numbers: TableColumn | None = None,
) -> Iterator[TableRow]:
    """The rows of content; their label is the last name in them, names to its left (merged or not) are their group.

    `codes` are the columns that may hold codes of the budget classification, `numbers` the column 序号.
    """
    group = ""
    ranks = _ranks_of_codes(grid, begins, codes)
    for at in range(begins, len(grid.rows)):
        own = [squeezed(cell.text) if cell.row == at else "" for cell in (grid.rows[at][name.at] for name in names)]
        merged = [squeezed(grid.rows[at][name.at].text) for name in names]
        label = next(filter(None, reversed(own)), "") or _total_beside(grid, at, names[-1])
        if len(names) > 1:
            group = merged[0] or (group if own[-1] else "")
        row = row_of(at, label)
        if numbers is not None and row.rank == UNMARKED:
            row = replace(row, rank=_rank_of_number(squeezed(grid.rows[at][numbers.at].text)))
        if row.is_total and not own[-1]:
            group = ""
        if row.rank == UNMARKED:
            row = replace(row, rank=ranks.get(at, UNMARKED))
        code = "" if ranks else _code(grid, at, codes)
        yield replace(row, group=group if group != label else "", code=code)
        if row.is_total and not own[0]:
            group = ""


def _total_beside(grid: Grid, at: int, name: TableColumn) -> str:
    """The word for a total that stands to the left of a blank name: 合计 in the column 序号 or 编码."""
    before = (squeezed(cell.text) for cell in grid.rows[at][: name.at] if cell.row == at)
    return next(filter(strength_of, before), "")


def row_of(at: int, label: str) -> TableRow:
    """A row by its label alone.

    >>> row_of(0, "一、基本支出").rank, row_of(1, "其中：（1）差旅费").is_part, row_of(2, "本年支出合计").is_total
    (1, True, True)
    """
    plain = unicodedata.normalize("NFKC", label)
    part = _PART.fullmatch(plain)
    words = part[1] if part else plain
    return TableRow(at, label, rank_of(words), bool(strength_of(plain)), part is not None)


def rank_of(words: str) -> int:
    """The rank that the number before a label gives it."""
    plain = unicodedata.normalize("NFKC", words) if not words[:1] or words[0] not in "①②③④⑤⑥⑦⑧⑨⑩" else words
    return next((rank for rank, pattern in enumerate(_RANKS, 1) if pattern.match(plain)), UNMARKED)


def strength_of(label: str) -> int:
    """How much a total takes together: 3 for 总计, 2 for 合计, 1 for 小计; 0 for what is no total.

    >>> [strength_of(label) for label in ("总计", "本年收入合计", "小计", "合计（大写）", "一、支出合计", "总计划")]
    [3, 2, 1, 2, 0, 0]
    """
    plain = unicodedata.normalize("NFKC", label)
    plain = plain[: plain.index("(")] if _COUNTED.fullmatch(plain) else plain
    for strength, pattern in _TOTALS:
        if pattern.fullmatch(plain):
            return strength
    found = _TOTAL_WORDS_AFTER_NAME.fullmatch(plain)
    if found is None or rank_of(plain) < UNMARKED:
        return 0
    return _GRAND_TOTAL if found[1] == "总计" else _TOTAL


def _rank_of_number(text: str) -> int:
    """The rank of a row by the number in a column of its own: 一, （一）, 1, (1).

    >>> [_rank_of_number(text) for text in ("一", "（一）", "12", "(3)", "")]
    [1, 2, 3, 4, 5]
    """
    plain = unicodedata.normalize("NFKC", text)
    return rank_of(plain) if rank_of(plain) < UNMARKED or not plain else rank_of(f"{plain}、")


def begins_item(text: str) -> bool:
    """Whether a text begins an item or a total, and so is no heading of a column."""
    plain = unicodedata.normalize("NFKC", text)
    return rank_of(text) < UNMARKED or bool(_PART.fullmatch(plain)) or bool(strength_of(plain))


def _ranks_of_codes(grid: Grid, begins: int, columns: Sequence[TableColumn]) -> dict[int, int]:
    """The rank of each row by codes that go on from those above them (1, 101, 102, 2, 201), where a column holds such.

    Codes of the budget classification, which begin with three digits, are no such column: they are kept as codes.
    """
    for column in columns:
        if column.meaning is Meaning.TEXT:
            texts = ((at, squeezed(grid.rows[at][column.at].text)) for at in range(begins, len(grid.rows)))
            codes = {at: text for at, text in texts if _OWN_CODE.fullmatch(text)}
            lengths = sorted({len(code) for code in codes.values()})
            if 1 < len(lengths) < UNMARKED and _go_on(list(codes.values()), lengths):
                return {at: lengths.index(len(code)) + 1 for at, code in codes.items()}
    return {}


def _go_on(codes: Sequence[str], lengths: Sequence[int]) -> bool:
    """Whether every code is new, begins with the one open above it, and the shortest are none of the classification."""
    opened: list[str] = []
    for code in codes:
        opened = opened[: lengths.index(len(code))]
        if len(opened) < lengths.index(len(code)) or (opened and not code.startswith(opened[-1])):
            return False
        opened.append(code)
    shortest = (code for code in codes if len(code) == lengths[0])
    return len(set(codes)) == len(codes) and not any(map(_CODE.fullmatch, shortest))


def _code(grid: Grid, at: int, codes: Sequence[TableColumn]) -> str:
    texts = ("".join(grid.rows[at][column.at].text.split()) for column in codes)
    return next((text for text in reversed(list(texts)) if _CODE.fullmatch(text)), "")
