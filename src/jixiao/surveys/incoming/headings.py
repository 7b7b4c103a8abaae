"""The heading of a table of answers: in which row it stands, over one row or two, and what each column is."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from jixiao.surveys.incoming.labels import Label, bare, label_of, squeezed


class Meta(Enum):
    """Columns that are no questions, by the headings they come under."""

    SERIAL = ("序号", "编号", "答卷编号", "问卷编号", "答卷序号", "份数序号", "ID")
    SUBMITTED = ("提交答卷时间", "提交时间", "答题时间", "填写时间", "填表时间", "填写日期", "完成时间", "结束时间")
    DURATION = ("所用时间", "答题时长", "作答时长", "用时", "填写时长")
    SOURCE = ("来源", "来源详情", "渠道", "开始时间", "开始答题时间", "录入人", "备注")
    SENDER = ("来自IP", "IP", "IP地址", "设备", "设备号", "设备编号")
    TOTAL = ("总分", "得分", "总得分")
    GROUP = ("群体", "调查群体", "调查对象", "调查对象类别", "对象类别")


_META = {squeezed(name).upper(): meta for meta in Meta for name in meta.value}
_ASKING = re.compile("[?？]|您|请问|是否|满意度|题$")
_MOST_TITLES = 30
"""Rows within which the heading must stand."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column, numbered from 0: its text as written and what it says."""

    column: int
    text: str
    label: Label
    meta: Meta | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table, and the first row below them, from 0."""

    headings: tuple[Heading, ...]
    below: int


def heading_of(column: int, text: str, item: str = "") -> Heading:
    """The heading of a column, with the row or option that stands below it in a second line of headings."""
    label = label_of(text)
    if item:
        label = Label(label.number, label.words, squeezed(item))
    meta = None if item else _META.get(squeezed(text).upper())
    return Heading(column, f"{text.strip()}({item.strip()})" if item else text.strip(), label, meta)


def find_header(rows: Sequence[Sequence[str]], questions: Collection[str]) -> Header | None:
    """The header among the first rows of a table; None where no row can be one.

    `questions` are the bare texts of the questions and topics looked for, if they are known.
    """
    hits = [(_known(row, questions), _hits(row, questions), -number) for number, row in enumerate(rows[:_MOST_TITLES])]
    if not hits:
        return None
    known, asked, place = max(hits)
    best = -place
    if not known and not asked:
        likely = [n for n, row in enumerate(rows[:_MOST_TITLES]) if not questions and _may_head(row)]
        if not likely:
            return None
        best = likely[0]
    if best and _needs(rows[best - 1], rows[best]) and _continues(rows[best - 1], rows[best]):
        best -= 1
    items = rows[best + 1] if best + 1 < len(rows) and _continues(rows[best], rows[best + 1]) else None
    return Header(tuple(_headings(rows[best], items)), best + (1 if items is None else 2))


def is_meta(text: str) -> bool:
    """Whether a cell is the heading of a column that is no question.

    >>> is_meta("来自IP"), is_meta("满意")
    (True, False)
    """
    return squeezed(text).upper() in _META


def looks_asked(text: str) -> bool:
    """Whether a cell reads like the heading of a column.

    >>> looks_asked("3、您对窗口服务是否满意？"), looks_asked("Q3"), looks_asked("1.满意")
    (True, True, False)
    """
    words = squeezed(text)
    if is_meta(words) or _ASKING.search(words):
        return True
    label = label_of(words)
    return label.number is not None and not words[0].isdecimal() and not label.words


def _known(row: Sequence[str], questions: Collection[str]) -> int:
    """How many cells are the words of questions looked for."""
    return sum(_is_known(cell, questions) for cell in row if cell.strip()) if questions else 0


def _hits(row: Sequence[str], questions: Collection[str]) -> int:
    """How many cells read like headings; one alone is a title, unless the questions are known."""
    cells = [cell for cell in row if cell.strip()]
    if len(cells) < 2 and not (questions and cells):
        return 0
    if any(len(cell) > 500 for cell in cells):
        return 0
    return sum(looks_asked(cell) or _is_known(cell, questions) for cell in cells)


def _is_known(cell: str, questions: Collection[str]) -> bool:
    return bare(cell) in questions or bare(label_of(cell).words) in questions


def _may_head(row: Sequence[str]) -> bool:
    cells = [squeezed(cell) for cell in row if cell.strip()]
    return len(cells) >= 2 and len(set(cells)) == len(cells) and not any(re.fullmatch(r"[\d.%]+", c) for c in cells)


def _needs(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether columns are headed in the upper row only: else it is a title, or names groups of columns."""
    headed = [not below.strip() for above, below in zip(upper, lower, strict=True) if above.strip()]
    return len(headed) > 1 and any(headed)


def _continues(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the lower row names the rows or options of questions that the upper row merges over several columns."""
    above = {column for column, text in enumerate(upper) if text.strip()}
    below = {column for column, text in enumerate(lower) if text.strip()}
    filled = below - above
    if not filled or min(below) < min(above, default=0) or any(is_meta(upper[column]) for column in below & above):
        return False
    starts = {max(each for each in above if each < column) for column in filled if min(above) < column}
    numbers = sum(lower[column].strip().lstrip("-").isdecimal() for column in below)
    return below & above <= starts and not numbers


def _headings(upper: Sequence[str], lower: Sequence[str] | None) -> list[Heading]:
    found, title = [], ""
    for column, text in enumerate(upper):
        item = lower[column] if lower else ""
        title = text if text.strip() else title
        if text.strip() or item.strip():
            found.append(heading_of(column, title if item.strip() or text.strip() else "", item))
    return found
