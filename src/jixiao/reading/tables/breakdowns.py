"""Which lines of a table a total may be made of: every reading of the hierarchy that the printed marks allow.

A line is a row, or a column among columns. Numbers before labels (一、 （一） 1.), codes (201, 20101), words (合计,
小计, 其中) and merged cells tell how lines belong together; where they leave it open, there are several readings, and
only what fails under all of them is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from jixiao.reading.tables.model import TableColumn, TableRow
from jixiao.reading.tables.rows import UNMARKED, row_of, strength_of

_BALANCES = re.compile(".*(?:结转|结余|弥补|动用|上年余).*")
_COUNTED = re.compile(".*[（(](?:个|人|辆|批|批次|台|次|人次|平方米|㎡|户|家|条|名)[)）]")
_SECTION = re.compile(".*按.*分(?:类|组)?[：:]?|.*[：:]")
_CODE_STEP = 2
_MOST_FOLLOWERS = 6
_MOST_TOTALS = 12  # with more, only the lines next to a total are looked at
_KNOWN_PARTS = {
    "基本支出": (
        "人员经费|公用经费|日常公用经费|工资福利支出|商品和?服务支出|对个人和家庭的?补助(?:支出)?|资本性支出"
        "|人员支出|公用支出"
    ),
    "人员经费": "工资福利支出|对个人和家庭的?补助(?:支出)?",
    "公用经费": "商品和?服务支出|资本性支出",
    "工资福利支出": "基本工资|津贴补贴|奖金|绩效工资|.*保险.*|住房公积金|.*社会保障缴费|其他工资福利支出",
    "公务用车": "公务用车(?:购置|运行).*",
    "三公": "因公出国.*|公务用车.*|公务接待费?.*",
}
"""Rows that are parts of a row of this name above them, as the classification of expenditure has it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column as far as hierarchy goes; `at` is its number in the grid."""

    at: int
    label: str
    rank: int = UNMARKED
    strength: int = 0
    is_part: bool = False
    group: str = ""
    code: str = ""

    @property
    def name(self) -> str:
        """The label without number and 其中."""
        return plain_name(self.label)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and the readings of what it is made of, the likeliest first.

    `is_explicit` says that words or numbers of the table itself make it a total of such lines; otherwise only figures
    that add up elsewhere can show that it is one.
    """

    total: Line
    readings: tuple[tuple[Line, ...], ...]
    is_explicit: bool


def lines_of_rows(rows: Iterable[TableRow]) -> list[Line]:
    """Rows as lines."""
    return _without_lone_subtotals(
        Line(row.at, row.label, row.rank, _strength(row.label), row.is_part, row.group, row.code) for row in rows
    )


def lines_of_columns(columns: Iterable[TableColumn]) -> list[Line]:
    """Columns as lines; the words of their lowest heading count."""
    rows = ((row_of(column.at, re.sub("[（(].*[)）]$", "", column.name)), column.group) for column in columns)
    return _without_lone_subtotals(
        Line(row.at, row.label, row.rank, _strength(row.label), row.is_part, group) for row, group in rows
    )


def _without_lone_subtotals(lines: Iterable[Line]) -> list[Line]:
    """The lines; a 小计 that is all there is of its group (项目支出 / 小计) is an item and no total."""
    listed = list(lines)
    sizes = Counter(line.group for line in listed if line.group)
    return [replace(line, strength=0) if sizes[line.group] == 1 and line.strength == 1 else line for line in listed]


@lru_cache(maxsize=4096)
def plain_name(label: str) -> str:
    """A label without number, 其中 and blanks.

    >>> plain_name("其中：（1）差旅费"), plain_name("一、基本支出")
    ('差旅费', '基本支出')
    """
    words = re.sub("^其中(?:包括)?[:：]?", "", label)
    return re.sub(
        r"^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]|[①-⑳])\s*", "", words
    )


def _strength(label: str) -> int:
    return strength_of(label.rpartition("/")[2])


def breakdowns(lines: Sequence[Line]) -> Iterator[Breakdown]:
    """Every total among the lines: those named so, and those with lines of a lower rank or a longer code below."""
    by_code = _by_code(lines) if 2 * sum(bool(line.code) for line in lines) > len(lines) else None
    far = sum(line.strength > 1 for line in lines) <= _MOST_TOTALS
    for number, line in enumerate(lines):
        if line.strength:
            readings = list(_of_total(lines, number, far=far and line.strength > 1))
        elif by_code is not None:
            readings = [by_code.get(line.code, [])]
        elif not line.is_part:
            readings = [*_below(lines, number)]
        else:
            continue
        known: dict[tuple[int, ...], tuple[Line, ...]] = {}
        for items in readings:
            known.setdefault(tuple(each.at for each in items), tuple(items))
        distinct = tuple(items for items in known.values() if len(items) > 1 or (line.strength and items))
        if distinct:
            marked = all((each.rank < UNMARKED or each.code) and not each.is_part for each in distinct[0])
            yield Breakdown(line, distinct, marked if not line.strength else not _opens_with_parts(lines, number))


def _opens_with_parts(lines: Sequence[Line], number: int) -> bool:
    """Whether a total stands above its lines and 其中 begins them, so that they need not be all there is."""
    return number + 1 < len(lines) and lines[number + 1].is_part and not any(_items(lines[:number]))


def parts_of(lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """Every line with the lines headed 其中 below it, and those that go on with the same kind of number.

    Each 其中 begins a list of its own, since a whole may be taken apart in several ways (by source, by use).
    """
    whole: Line | None = None
    parts: list[Line] = []
    for line in [*lines, Line(-1, "")]:
        goes_on = parts and line.rank == parts[-1].rank < UNMARKED and not line.strength and not line.is_part
        if goes_on:
            parts.append(line)
            continue
        if whole is not None and parts:
            yield whole, tuple(parts)
        parts = [line] if line.is_part else []
        whole = whole if line.is_part else line


def blocks_of(lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """Every line with those below it from an unnumbered 其中 on, as far as that may go.

    A block ends before the line that the next 其中 takes apart, before a total, and before a line with a number.
    """
    begins = [at for at in range(1, len(lines)) if _begins_block(lines[at - 1], lines[at])]
    for at, following in pairwise([*begins, len(lines) + 1]):
        rest = lines[at + 1 : following - 1]
        end = next((n for n, line in enumerate(rest) if line.strength or line.is_part or _is_marked(line)), len(rest))
        yield lines[at - 1], (lines[at], *rest[:end])


def _begins_block(whole: Line, first: Line) -> bool:
    return first.is_part and not _is_marked(first) and not whole.is_part and not whole.strength


def _is_marked(line: Line) -> bool:
    return line.rank < UNMARKED or bool(line.code)


def _below(lines: Sequence[Line], number: int) -> Iterator[list[Line]]:
    """The lines directly below a line: those of the next rank until one of its own rank, or a total, comes.

    Where 其中 begins them they may be all there is, or only a part.
    """
    end = number + 1
    while end < len(lines) and not lines[end].strength and lines[end].rank > lines[number].rank:
        end += 1
    below = lines[number + 1 : end]
    if below and below[0].is_part and below[0].rank < UNMARKED:
        yield [line for line in below if line.rank == below[0].rank]
    yield _highest(below)


def _by_code(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """For every code the lines whose codes go on from it by one step."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.code:
            found.setdefault(line.code[:-_CODE_STEP], []).append(line)
    return found


def _items(lines: Iterable[Line]) -> list[Line]:
    """The lines that may be items: no totals, no parts, no numbers of people or things among amounts."""
    return [line for line in lines if not line.is_part and not line.strength and not _COUNTED.fullmatch(line.label)]


def _highest(lines: Sequence[Line]) -> list[Line]:
    """The lines of the highest rank, or of the shortest code; parts and totals left out."""
    items = _items(lines)
    if items and all(line.code for line in items):
        shortest = min(len(line.code) for line in items)
        return [line for line in items if len(line.code) == shortest]
    rank = min((line.rank for line in items), default=0)
    return [line for line in items if line.rank == rank]


def _of_total(lines: Sequence[Line], number: int, *, far: bool) -> Iterator[list[Line]]:
    """What a line called 合计, 小计 or 总计 may be the total of; with `far` also lines beyond the next total."""
    total = lines[number]
    start = number
    while start and not lines[start - 1].strength:
        start -= 1
    end = number + 1
    while end < len(lines) and lines[end].strength < total.strength:
        end += 1
    since, until = lines[start:number], lines[number + 1 : end]
    if total.group:
        yield [line for line in _items([*since, *until]) if line.group == total.group]
    yield from _as_items(since)
    yield from _sections([*since, *until])
    if far:
        if start:
            yield from _with_totals(lines[:number], total)
        yield from _as_items(lines[:number])
    yield from _as_items(until)
    if far:
        yield from _with_totals(until, total)
        yield from _as_items(lines[number + 1 :])


def _sections(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The items below each line that says how they are taken apart (按性质分：): each is the whole again."""
    starts = [at for at, line in enumerate(lines) if _SECTION.fullmatch(line.label)]
    for start, end in pairwise([*starts, len(lines)]):
        yield _highest(lines[start + 1 : end])


def _as_items(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines as items: of the highest rank, with balances beside them, all of them, known parts left out."""
    items = _items(lines)
    highest = _highest(lines)
    yield highest
    yield _highest(_first_run(items))
    rank = highest[0].rank if highest else 0
    yield [line for line in items if line.rank in (rank, UNMARKED) and (line.rank == rank or _is_balance(line))]
    yield items
    yield list(_without_known_parts(items))
    yield from _without_followers(lines)
    yield _outside_blocks(lines)
    yield [line for line in lines if not line.strength and not _COUNTED.fullmatch(line.label)]


def _is_balance(line: Line) -> bool:
    return _BALANCES.fullmatch(line.name) is not None


def _without_followers(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The items without the first lines after the last 其中 that bears no number: they may be parts as well."""
    last = max((at for at, line in enumerate(lines) if line.is_part and line.rank == UNMARKED), default=None)
    if last is not None:
        for end in range(last + 2, min(last + 2 + _MOST_FOLLOWERS, len(lines) + 1)):
            yield _items([*lines[:last], *lines[end:]])


def _outside_blocks(lines: Sequence[Line]) -> list[Line]:
    """The items that are in no block of an unnumbered 其中."""
    inside = {line.at for _, parts in blocks_of(lines) for line in parts}
    return [line for line in _items(lines) if line.at not in inside]


def _first_run(items: Sequence[Line]) -> list[Line]:
    """The items before the first of a higher rank than theirs, which begins another subject."""
    end = next((at for at, line in enumerate(items) if line.rank < items[0].rank), len(items))
    return list(items[:end])


def _with_totals(lines: Sequence[Line], total: Line) -> Iterator[list[Line]]:
    """Totals of lower strength in place of the lines they take together, with the loose lines beside them."""
    totals = [line for line in lines if 0 < line.strength < total.strength]
    yield totals
    yield [line for line in lines if line.strength == 0 and line.label.endswith("小计")] + totals
    for above in (True, False):
        yield _collapsed(lines, total, above=above)
    same = [line for line in lines if line.strength]
    yield same
    if same:
        begins = lines.index(same[-1])
        yield [line for line in lines[begins:] if not line.is_part]
        yield [same[-1], *_highest(lines[begins + 1 :])]


def _collapsed(lines: Sequence[Line], total: Line, *, above: bool) -> list[Line]:
    """Totals of lower strength in place of the lines above (or below) them; balances after a total stay."""
    kept: list[Line] = []
    for line in lines if above else reversed(lines):
        if line.strength and line.strength < total.strength:
            kept = [each for each in kept if each.strength or _is_balance(each)]
            kept.append(line)
        elif not line.strength and not line.is_part:
            kept.append(line)
    return kept if above else kept[::-1]


def _without_known_parts(items: Sequence[Line]) -> Iterator[Line]:
    """The items that are not known as parts of an item above them (人员经费 below 基本支出)."""
    above: list[str] = []
    for item in items:
        if not any(is_known_part(item.name, whole) for whole in above):
            yield item
        if any(item.name.startswith(whole) for whole in _KNOWN_PARTS):
            above.append(item.name)


@lru_cache(maxsize=4096)
def is_known_part(name: str, whole: str) -> bool:
    """Whether the classification of expenditure makes one a part of the other."""
    return any(whole.startswith(known) and re.fullmatch(parts, name) for known, parts in _KNOWN_PARTS.items())
