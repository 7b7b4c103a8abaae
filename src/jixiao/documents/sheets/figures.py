"""Numbers in cells: a text such as 207.90 or 84.75% becomes a real number with a format, and comes back as written.

A spreadsheet keeps fifteen digits in a binary double; the format says how many decimals are shown. So a cell is
read as its fifteen digits, its format adds the trailing zeros, and a percent format makes 0.95 read 95%.
"""

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

GENERAL = "General"
TEXT = "@"
AMOUNT = "0.00####"
"""The format of amounts: at least two decimals, and all that were typed."""

_DIGITS = 15
_WRITABLE = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?%?", re.ASCII)
_QUOTED = re.compile(r'"[^"]*"|\\.|!.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_FIRST_DAY = date(1899, 12, 30)
_MAC_FIRST_DAY = date(1904, 1, 1)
_DATES = "yyyy-mm-dd"
_MONTHS = "yyyy-mm"
_BUILT_IN = {
    **dict.fromkeys((1, 37, 38), "0"),
    **dict.fromkeys((2, 39, 40), "0.00"),
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    **dict.fromkeys((14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 56, 58), _DATES),
    **dict.fromkeys((17, 27, 36, 50, 52, 55, 57), _MONTHS),
    **dict.fromkeys((43, 44, 41, 42), "#,##0.00"),
    49: TEXT,
}
"""The formats every workbook knows by number; 27 to 58 are the dates of Chinese Excel."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a cell holds it: the value, and the format that shows it as it was written."""

    value: int | float
    code: str


def built_in(number: int) -> str:
    """The format code of a number format that a workbook does not define itself."""
    return _BUILT_IN.get(number, GENERAL)


def figure_of(text: str) -> Figure | None:
    """The figure that shows exactly this text, or None where no cell can (2/3, 007, more than fifteen digits).

    >>> figure_of("207.90"), figure_of("84.75%"), figure_of("1,234.5")
    (Figure(value=207.9, code='0.00####'), Figure(value=0.8475, code='0.00%'), Figure(value=1234.5, code='#,##0.0'))
    >>> figure_of("2/3") is None, figure_of("-") is None
    (True, True)
    """
    if not _WRITABLE.fullmatch(text):
        return None
    percent, decimals = text.endswith("%"), len(text.rstrip("%").partition(".")[2])
    exact = Decimal(text.rstrip("%").replace(",", "")).scaleb(-2 if percent else 0)
    value = int(exact) if exact == exact.to_integral_value() and abs(exact) < 10**_DIGITS else float(exact)
    whole = "#,##0" if "," in text else "0"
    code = whole + ("." + "0" * decimals if decimals else "") + ("%" if percent else "")
    for chosen in (AMOUNT, code) if decimals >= 2 else (code,):
        if shown(repr(value), chosen) == text:
            return Figure(value, chosen)
    return None


def shown(raw: str, code: str) -> str | None:
    """The text of a number stored as `raw` under the format; None if it is no number.

    >>> shown("0.84750000000000003", "0.00%"), shown("207.9", "0.00"), shown("1.1", "General")
    ('84.75%', '207.90', '1.1')
    """
    try:
        value = float(raw)
    except ValueError:
        return None
    if not math.isfinite(value):
        return None
    plain = _QUOTED.sub("", code.partition(";")[0])
    exact = Decimal(f"{value:.{_DIGITS}g}")
    percent = "%" in plain
    digits, _, decimals = format(exact.scaleb(2) if percent else exact, "f").partition(".")
    decimals = decimals.rstrip("0").ljust(_least_decimals(plain), "0")
    if re.search(r"[0#?],[0#?]", plain):
        digits = f"{int(digits):,}"
    text = digits + ("." + decimals if decimals else "")
    return (text.removeprefix("-") if exact == 0 else text) + ("%" if percent else "")


def _least_decimals(plain: str) -> int:
    match = re.search(r"\.(0*)", plain)
    return len(match[1]) if match else 0


def is_scaled(code: str) -> bool:
    """Whether the format shows thousandths of the value (0.00,), so that a reader sees another number than is stored.

    >>> is_scaled("0.00,"), is_scaled("#,##0.00")
    (True, False)
    """
    return re.search(r"[0#?],+(?![0#?,])", _QUOTED.sub("", code.partition(";")[0])) is not None


def date_shown(raw: str, code: str, mac: bool) -> str | None:
    """The date of a cell with a date format, as 2023-01-31 or, where the format shows no day, 2023-01; else None.

    >>> date_shown("44927", "yyyy-mm-dd", False), date_shown("45627", 'yyyy"年"m"月"', False)
    ('2023-01-01', '2024-12')
    >>> date_shown("5", "0", False) is None
    True
    """
    plain = _QUOTED.sub("", code.partition(";")[0]).lower()
    if code in (GENERAL, TEXT) or not re.search("[yd]", plain):
        return None
    try:
        day = (_MAC_FIRST_DAY if mac else _FIRST_DAY) + timedelta(days=int(float(raw)))
    except (ValueError, OverflowError):
        return None
    return day.isoformat() if "d" in plain else day.isoformat()[:7]
