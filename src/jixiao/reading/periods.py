"""The period that a figure in running text belongs to: 2023年, 2023年1-10月份, 上半年, 截至2023年底, 上年."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.reading.running import Passage

_WHOLE_YEAR = (1, 12)
_NAMED_MONTHS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
    "前三季度": (1, 9),
}
_YEARS = {"上年": -1, "去年": -1, "上一年": -1, "本年": 0, "今年": 0, "当年": 0, "全年": 0}
_PERIOD = re.compile(
    r"(?=[\d截上下本今当全去目第前一二三四年])(?P<until>截[至止](?:到)?)?(?:(?P<year>(?:19|20)\d\d)年(?:度)?)?"
    rf"(?:(?P<first>\d{{1,2}})月?份?[-—~至到](?P<last>\d{{1,2}})月份?|(?P<month>\d{{1,2}})月(?!均)份?(?P<day>\d{{1,2}}[日号])?"
    rf"|第?(?P<named>{'|'.join(sorted(_NAMED_MONTHS, key=len, reverse=True))})|年?(?P<end>底|末))?"
    rf"|(?P<relative>{'|'.join(_YEARS)})度?(?:同期)?|(?P<now>截[至止]目前|目前)"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A year (None where none is named), its months, and whether it is the state at the end of them."""

    year: int | None
    months: tuple[int, int] = _WHOLE_YEAR
    is_state: bool = False

    def is_part_of(self, other: "Period") -> bool:
        """Whether it is a part of the other and not all of it.

        >>> Period(2023, (1, 10)).is_part_of(Period(2023)), Period(2023).is_part_of(Period(2023))
        (True, False)
        """
        if self.year is None or self.year != other.year or self.months == other.months:
            return False
        return other.months[0] <= self.months[0] and self.months[1] <= other.months[1]


@dataclass(frozen=True, slots=True)
class DatedStretch:
    """Where a period is named."""

    start: int
    end: int
    period: Period


def periods_of(passage: Passage, year: int | None = None) -> tuple[DatedStretch, ...]:
    """The periods that the passage names; months without a year, and 上年, are told from `year`.

    >>> from jixiao.findings import Place
    >>> from jixiao.reading.running import passage_of_cell
    >>> text = "2023年1-10月份办件742件，全年办件900件，上年800件，截至2023年底在职11人。"
    >>> [(one.period.year, one.period.months) for one in periods_of(passage_of_cell(text, Place()), 2023)]
    [(2023, (1, 10)), (2023, (1, 12)), (2022, (1, 12)), (2023, (12, 12))]
    """
    found = (stretch for stretch in _PERIOD.finditer(passage.text) if stretch.group() and _says_something(stretch))
    return tuple(DatedStretch(stretch.start(), stretch.end(), _period(stretch, year)) for stretch in found)


def period_at(named: Sequence[DatedStretch], start: int, position: int) -> Period | None:
    """The last period named from `start` to before `position`."""
    before = [one.period for one in named if start <= one.start and one.end <= position]
    return before[-1] if before else None


def _says_something(found: re.Match[str]) -> bool:
    named = ("year", "last", "month", "named", "relative", "now")
    return any(found[group] for group in named) or bool(found["until"] and found["end"])


def _period(found: re.Match[str], year: int | None) -> Period:
    if found["now"]:
        return Period(year, is_state=True)
    if found["relative"]:
        return Period(None if year is None else year + _YEARS[found["relative"]])
    own = int(found["year"]) if found["year"] else year
    if found["end"]:
        return Period(own, (12, 12), is_state=True)
    if found["last"]:
        return Period(own, (int(found["first"]), int(found["last"])), bool(found["until"]))
    if found["month"]:
        return Period(own, (int(found["month"]),) * 2, bool(found["until"] or found["day"]))
    if found["named"]:
        return Period(own, _NAMED_MONTHS[found["named"]], bool(found["until"]))
    return Period(own, is_state=bool(found["until"]))
