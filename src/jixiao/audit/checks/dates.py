"""Dates: those that exist, periods that end after they begin, stages in their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Grid
from jixiao.findings import Catalogue, Check, Kind, Place, Severity
from jixiao.reading.labels import squeezed
from jixiao.reading.running import Passage, passage_of_cell

NO_SUCH_DAY = Check(
    "date.no_such_day",
    Kind.DATE,
    "不存在的日期",
    "写出的年月日是否真有这一天（2月30日、13月）。",
    "只写月日的，2月29日不判断。",
    "公历",
)
PERIOD = Check(
    "date.period",
    Kind.DATE,
    "起止日期的先后",
    "“某日（某月）至某日（某月）”的终止日期是否不早于起始日期；同一句、同一行的开工和完工日期也是。",
    "只写年份而倒着写的只作提示；终止日期没有写年份的，按起始日期的那一年比较，早于起始日期时视为跨年，不判断；只有终止日期写了年份的不判断。",
    "起止日期先后有序",
)
STAGES = Check(
    "date.stages",
    Kind.DATE,
    "工作阶段的先后",
    "工作安排表中各阶段的起始日期是否依次不早于前一阶段。",
    "同一天开始的几项工作不算错误；没有写明日期的行不比较。",
    "工作方案的时间安排",
)
DATE_CHECKS = Catalogue([NO_SUCH_DAY, PERIOD, STAGES])
"""Every check of this module."""

_DATE = r"(?:(?P<{0}year>(?:19|20)\d\d)年)?(?P<{0}month>\d{{1,2}})月(?P<{0}day>\d{{1,2}})日"
_ONE = re.compile(_DATE.format(""))
_RANGE = re.compile(_DATE.format("a_") + "(?:起)?(?:至|到|—|–|-|~)+" + _DATE.format("b_"))
_TIME_COLUMN = re.compile("(?:起止|工作|时间|计划)*(?:时间|日期|进度)(?:安排)?")
_LEAP_YEAR = 2000  # a year in which every day of a month without a year exists


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed; the year may be missing."""

    year: int | None
    month: int
    number: int

    @property
    def exists(self) -> bool:
        """Whether the calendar has it."""
        try:
            date(self.year or _LEAP_YEAR, self.month, self.number)
        except ValueError:
            return False
        return True

    def __str__(self) -> str:
        return f"{f'{self.year}年' if self.year else ''}{self.month}月{self.number}日"


def relations(material: Material) -> Iterator[Checked]:
    """The dates of the running text and of the tables of stages."""
    for passage in material.passages:
        yield from _days(passage)
        yield from _periods(passage)
    for grid in material.document.grids():
        yield from _stages(grid)


def _days(passage: Passage) -> Iterator[Checked]:
    for found in _ONE.finditer(passage.text):
        day, place = _day(found, ""), passage.place(*found.span())
        if day.exists:
            yield Checked.held(NO_SUCH_DAY, place)
        else:
            title = f"没有 {day} 这一天"
            yield Checked.failed(NO_SUCH_DAY, Severity.ERROR, title, "日历上没有这个日期。", place, stated=str(day))


def _periods(passage: Passage) -> Iterator[Checked]:
    for found in _RANGE.finditer(passage.text):
        begins, ends = _day(found, "a_"), _day(found, "b_")
        place = passage.place(*found.span())
        if not (begins.exists and ends.exists):
            continue
        if ends.year is None and _key(ends, begins.year) < _key(begins, None):
            yield Checked.not_made(PERIOD, "终止日期没有写年份，可能跨年", place)
        elif begins.year is None and ends.year is not None:
            yield Checked.not_made(PERIOD, "起始日期没有写年份", place)
        elif _key(begins, None) <= _key(ends, begins.year):
            yield Checked.held(PERIOD, place)
        else:
            yield Checked.failed(
                PERIOD,
                Severity.ERROR,
                f"{begins} 至 {ends}：终止日期早于起始日期",
                "期间的终止日期不能早于起始日期。",
                place,
                stated=f"{begins}至{ends}",
            )


def _key(day: Day, year: int | None) -> tuple[int, int, int]:
    return day.year or year or 0, day.month, day.number


def _day(found: re.Match[str], prefix: str) -> Day:
    year = found[f"{prefix}year"]
    return Day(int(year) if year else None, int(found[f"{prefix}month"]), int(found[f"{prefix}day"]))


def _stages(grid: Grid) -> Iterator[Checked]:
    """The rows of a table of stages: each begins no earlier than the one before it."""
    heads = [squeezed(text) for text in grid.texts(0)] if grid.rows else []
    columns = [at for at, head in enumerate(heads) if _TIME_COLUMN.fullmatch(head)]
    if not columns or not any("阶段" in head or "工作" in head for head in heads):
        return
    begun: list[tuple[Day, Place]] = list(_begun(grid, columns[0]))
    for (before, earlier), (day, place) in pairwise(begun):
        yield _in_turn(before, earlier, day, place, begun)


def _begun(grid: Grid, at: int) -> Iterator[tuple[Day, Place]]:
    for row in range(1, len(grid.rows)):
        cell = grid.rows[row][at]
        if cell.row == row and (found := _ONE.search(passage_of_cell(cell.text, cell.place).text)):
            day = _day(found, "")
            if day.exists and not found.string[: found.start()].rstrip().endswith(("—", "–", "-", "至")):
                yield day, cell.place


def _in_turn(before: Day, earlier: Place, day: Day, place: Place, begun: Sequence[tuple[Day, Place]]) -> Checked:
    crosses = any(each.month == 12 for each, _ in begun) and any(each.month == 1 for each, _ in begun)
    if _key(before, before.year) <= _key(day, before.year) or (day.year is None and crosses):
        return Checked.held(STAGES, place)
    return Checked.failed(
        STAGES,
        Severity.WARNING,
        f"工作安排中 {day} 排在 {before} 之后",
        "各阶段应按时间先后排列，这一阶段的起始日期早于前一阶段。",
        place,
        earlier,
        stated=str(day),
    )
