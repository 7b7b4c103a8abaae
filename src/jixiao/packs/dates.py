"""Dates as documents state them: to the day, or only to the month or the year; never filled in by guessing."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from jixiao.packs.complaints import wrong

Status: TypeAlias = Literal["有效", "尚未施行", "已废止", "未确定"]
"""What holds on a day; 未确定 where the known dates are too coarse to tell."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year as written, and the first and last day it may mean.

    >>> moment = PartialDate.read("2015-05")
    >>> moment.earliest, moment.latest
    (datetime.date(2015, 5, 1), datetime.date(2015, 5, 31))
    """

    text: str
    earliest: date
    latest: date

    @classmethod
    def read(cls, text: str) -> "PartialDate":
        """Read `2020-02-25`, `2020-02` or `2020`; ValueError for anything else, such as 2023-02-30."""
        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if day:
            exact = date(year, month, day)
            return cls(text, exact, exact)
        last_month = month or 12
        return cls(text, date(year, month or 1, 1), date(year, last_month, calendar.monthrange(year, last_month)[1]))

    def __str__(self) -> str:
        return self.text


def _read(value: object) -> PartialDate | None:
    if isinstance(value, PartialDate) or value is None:
        return value
    if value == "":
        return None
    try:
        return PartialDate.read(str(value))
    except ValueError:
        raise wrong("一个日期", "请写成 2023-01-31、2023-01 或 2023；不清楚的留空") from None


Day = Annotated[PartialDate | None, BeforeValidator(_read)]
"""A partial date in a data file; an empty value is an unknown date."""


class Validity(BaseModel):
    """From when and until when something is in force, both days included; an unknown end is left empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    from_: Day = Field(default=None, alias="from")
    to: Day = None

    def status(self, day: date) -> Status:
        """Whether it is in force on `day`, as far as the known dates tell.

        >>> Validity.model_validate({"from": "2020-02-25", "to": "2023"}).status(date(2021, 1, 1))
        '有效'
        >>> Validity.model_validate({"from": "2020-02-25", "to": "2023"}).status(date(2023, 6, 1))
        '未确定'
        """
        return status_between(self.from_, self.to, day)


def status_between(begin: PartialDate | None, last: PartialDate | None, day: date) -> Status:
    """The status on `day` of what begins with `begin` and is last in force on `last`; None is unknown or open."""
    if last is not None and day > last.latest:
        return "已废止"
    if begin is not None and day < begin.earliest:
        return "尚未施行"
    if (begin is not None and day < begin.latest) or (last is not None and day > last.earliest):
        return "未确定"
    return "有效"
