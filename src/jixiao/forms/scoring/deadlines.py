"""Targets that are a day to be done by, and whether it was kept."""

import re
from dataclasses import dataclass

from jixiao.forms.vocabulary import plain

_DAY = re.compile(
    r"(?:于|在)?(?:(20\d\d)年)?(\d{1,2})月(?:份)?(?:(\d{1,2})日|(底|末)|([上中下])旬)?(?:之前|以前|前|内)?"
    r"(?:全部)?(?:完成|完工|交付|到位|发放|支付)?"
)
_OPEN = re.compile(r"\d{1,2}月(?:份)?(?:之前|以前|前)")
_TENTHS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
_MONTHS, _DAYS, _HALF_A_YEAR = 12, 31, 6


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that a text may mean: year (0: unsaid), month, first and last day."""

    year: int
    month: int
    first: int
    last: int


def is_late(target: str, actual: str) -> bool | None:
    """Whether what was to be done by a day was done after it; None where the texts do not say it for certain.

    Where not both name the year, they mean the same one, unless what was done would be more than half a year early:
    January for December may be the next one.

    >>> is_late("6月底前", "5月20日"), is_late("2023年6月底前", "2023年7月完成"), is_late("6月15日前", "6月")
    (False, True, None)
    >>> is_late("6月前", "6月3日"), is_late("12月底前", "2024年1月5日"), is_late("2023年12月底前", "2024年1月5日")
    (None, None, True)
    """
    due, done = _days(target), _days(actual)
    if due is None or done is None or _OPEN.fullmatch(plain(target)):
        return None
    told = bool(due.year and done.year)
    if not told and due.month - done.month > _HALF_A_YEAR:
        return None
    limit = (due.year if told else 0, due.month, due.last)
    year = done.year if told else 0
    if (year, done.month, done.first) > limit:
        return True
    return False if (year, done.month, done.last) <= limit else None


def _days(text: str) -> _Days | None:
    found = _DAY.fullmatch(plain(text).rstrip("。."))
    if found is None or not 1 <= int(found[2]) <= _MONTHS:
        return None
    first, last = (1, _DAYS)
    if found[3]:
        first = last = int(found[3])
    elif found[4]:
        first = last = _DAYS
    elif found[5]:
        first, last = _TENTHS[found[5]]
    return _Days(int(found[1] or 0), int(found[2]), first, last) if last <= _DAYS else None
