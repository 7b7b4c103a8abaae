"""Layouts other than one list under one heading: two lists side by side, measures in rows, forms."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jixiao.documents import Cell, Grid
from jixiao.reading.labels import squeezed
from jixiao.reading.tables.meanings import FIGURE
from jixiao.reading.tables.model import Meaning, TableColumn
from jixiao.reading.tables.rows import strength_of

FIGURES = (Meaning.AMOUNT, Meaning.SHARE, Meaning.RATE, Meaning.CHANGE, Meaning.COUNT)
"""The meanings of the columns that relations between amounts look at."""
_LISTS = re.compile(r"(?:本年)?(?:收入|支出|资产|负债|来源|用途)(?:项目|类别|科目|预算|决算|功能分类|经济分类)?.*")
_BUDGET = (
    "(?:年初|调整后?|全年|上年|本年|当年|批复|追加)?(?:预算|决算|执行|支出|收入|调整|到位|结转|结余|下达)"
    "(?:数|额|金额|安排)?"
)
_YEARS = r"(?:(?:19|20)\d\d年?度?)?"
_MEASURES = re.compile(
    rf"{_YEARS}{_BUDGET}(?:[(（].*[)）])?|{_YEARS}.{{0,8}}(?:率|占比|比例|比率|比重)(?:[(（]%[)）])?"
    "|金额(?:[(（].*[)）])?|份数|人数|数量|增减额?|差额|预算|决算|小计"
)
_OF_SCORES = re.compile(
    "(?:满分|分值|权重|标准分|得分|扣分|失分|得分率)(?:值|数)?|(?:自评|评价|考核|实际|最终)(?:得分|评分)"
)
_FORM_HEADINGS = re.compile(
    "(?:年初|全年|年度|调整后?|实际)*(?:预算|执行|支出|到位|决算)(?:数|额|金额)?|预算?执行率|执行率|(?:资金)?到位率"
)
_FEWEST_FORM_HEADINGS = 2
_TOP_ROWS = 2


def lists_of(columns: Sequence[TableColumn]) -> list[tuple[TableColumn, ...]]:
    """The columns of each list that the table prints side by side; one where it prints only one.

    A list begins with a column of names after columns of figures, headed as the first is, or 收入, 支出.
    """
    starts = [0]
    for number, column in enumerate(columns):
        since = columns[starts[-1] : number]
        holds_figures = any(each.meaning in FIGURES for each in since)
        goes_on = any(each.meaning in FIGURES for each in columns[number + 1 :])
        if column.meaning is Meaning.NAME and holds_figures and goes_on and _begins_list(column, since):
            starts.append(number)
    ends = [*starts[1:], len(columns)]
    return [tuple(columns[start:end]) for start, end in zip(starts, ends, strict=True)]


def _begins_list(column: TableColumn, before: Sequence[TableColumn]) -> bool:
    first = next((each for each in before if each.meaning is Meaning.NAME), None)
    if first is None:
        return False
    both_named = _LISTS.fullmatch(column.heading) and _LISTS.fullmatch(first.heading)
    return column.name == first.name or both_named is not None


def is_turned(grid: Grid, begins: int, headings: Sequence[str]) -> bool:
    """Whether every row of content is a measure and the columns are the items: 预算数, 决算数, 完成率 in rows.

    All rows must be named as measures, and no column may be.
    """
    labels = [squeezed(grid.rows[row][0].text) for row in range(begins, len(grid.rows))]
    if len(labels) < 2 or not all(map(_is_measure, labels)) or len(set(labels)) < len(labels):
        return False
    if any(_is_measure(heading.rpartition("/")[2]) and not strength_of(heading) for heading in headings[1:]):
        return False
    return not any(strength_of(label) for label in labels)


def _is_measure(text: str) -> bool:
    return bool(_MEASURES.fullmatch(text) or _OF_SCORES.fullmatch(text))


def turned(grid: Grid, begins: int, headings: Sequence[str]) -> Grid:
    """The table with rows and columns exchanged: one row of measures above, then a row for every printed column."""
    width = len(grid.rows) - begins + 1
    first = [Cell(squeezed(grid.rows[0][0].text) or "项目", 0, 0, grid.rows[0][0].place)]
    first += [replace(grid.rows[row][0], row=0, column=row - begins + 1) for row in range(begins, len(grid.rows))]
    rows = [tuple(first)]
    for at in range(1, grid.width):
        name = Cell(headings[at], at, 0, grid.rows[0][at].place)
        cells = (replace(grid.rows[begins + k - 1][at], row=at, column=k, rows=1, columns=1) for k in range(1, width))
        rows.append((name, *cells))
    return Grid(grid.number, tuple(rows))


def is_form(grid: Grid) -> bool:
    """Whether headings of amounts stand below the top of the table, as in forms (自评表), which are read as forms."""
    return any(len(_form_headings(grid, row)) >= _FEWEST_FORM_HEADINGS for row in range(_TOP_ROWS, len(grid.rows) - 1))


def _form_headings(grid: Grid, row: int) -> list[int]:
    texts = [squeezed(text) for text in grid.texts(row)]
    if any(FIGURE.fullmatch(text) for text in texts[1:]):
        return []
    return [at for at, text in enumerate(texts) if _FORM_HEADINGS.fullmatch(re.sub("[（(].*?[)）]", "", text))]
