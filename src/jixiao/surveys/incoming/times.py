"""When a sheet was sent and how long it took, as the exports and the spreadsheets write it."""

import re
from collections.abc import Callable, Sequence
from functools import partial

import polars as pl

from jixiao.surveys.incoming.labels import squeezed

_FORMS = ("%Y/%m/%d %H:%M:%S", "%Y-%m-%d %H:%M:%S")
_OTHER_FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")
_SPANS = re.compile(
    r"(?:(\d{1,4})(?:小时|时|h))?(?:(\d{1,5})(?:分钟|分|min|m))?(?:(\d{1,7})(?:\.\d+)?(?:秒钟|秒|s)?)?", re.I
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?")
_DAY_ZERO = pl.datetime(1899, 12, 30)
_SERIAL = r"^[3-6]\d{4}(?:\.\d+)?$"


def times(texts: pl.Series) -> pl.Series:
    """The times that texts write, null where none can be read.

    >>> times(pl.Series(["2021/7/16 12:00:05", "2021年7月16日 8:30", "44393.5", "昨天"])).dt.to_string().to_list()
    ['2021-07-16 12:00:05.000000', '2021-07-16 08:30:00.000000', '2021-07-16 12:00:00.000000', None]
    """
    shown = texts.str.strip_chars()
    unread = pl.repeat(None, len(texts), dtype=pl.Datetime("us"), eager=True)
    read = _written(unread, shown, _FORMS)
    plain = shown.str.replace_all(r"[年月/.](\d{1,2})", "-$1").str.replace_all("日|T", " ")
    read = _written(read, plain.str.replace_all(r"\s+", " ").str.strip_chars(), _OTHER_FORMS)
    return _completed(read, shown, _counted)


def _written(read: pl.Series, texts: pl.Series, forms: Sequence[str]) -> pl.Series:
    for form in forms:
        read = _completed(read, texts, partial(_in_form, form))
    return read


def _completed(read: pl.Series, texts: pl.Series, way: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """The times, those not yet read now read in this way."""
    unread = (read.is_null() & (texts != "")).arg_true()
    return read.scatter(unread, way(texts.gather(unread))) if len(unread) else read


def _in_form(form: str, texts: pl.Series) -> pl.Series:
    return texts.str.to_datetime(form, strict=False, time_unit="us")


def _counted(texts: pl.Series) -> pl.Series:
    """Days as spreadsheets count them, from 1900 on."""
    days = texts.set(~texts.str.contains(_SERIAL), None).cast(pl.Float64, strict=False)
    seconds = pl.lit((days * 86_400).round().cast(pl.Int64))
    return pl.select(_DAY_ZERO + pl.duration(seconds=seconds)).to_series()


def seconds_of(text: str) -> int | None:
    """How many seconds a text says; None for what is no span of time.

    >>> [seconds_of(text) for text in ("65秒", "1分5秒", "00:01:05", "65", "1小时", "很快", "")]
    [65, 65, 65, 65, 3600, None, None]
    """
    words = squeezed(text)
    if found := _CLOCK.fullmatch(words):
        return _in_seconds(found.groups())
    found = _SPANS.fullmatch(words)
    return _in_seconds(found.groups()) if found and words else None


def _in_seconds(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds
