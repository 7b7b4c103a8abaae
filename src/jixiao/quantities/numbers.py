"""Reading and writing exact numbers.

Every number is a `Fraction` from the moment it is read; rounding is half-up (away from zero, as Excel and every
finance clerk do it) and happens only where a caller asks for it.
"""

import re
from decimal import Decimal
from fractions import Fraction

Exact = Fraction | Decimal | int
"""Any number type that is exact; there is no float anywhere."""

NUMBER_PATTERN = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A decimal number once `half_width` has been applied; a comma only where it separates groups of three digits."""

_LONGEST = 100  # far beyond any amount of money; keeps hostile input from costing time
_TERMINATING_PLACES = 12
_WIDE = str.maketrans(
    "０１２３４５６７８９．，％﹪／＋－−﹣（）　",
    "0123456789.,%%/+---() ",
)
_DECIMAL = re.compile(NUMBER_PATTERN, re.ASCII)
_FRACTION = re.compile(r"([-+]?\d+) */ *(\d+)", re.ASCII)
_PERCENT = re.compile(rf"({NUMBER_PATTERN}) *%", re.ASCII)


class NumberError(ValueError):
    """A text that is no number, or no unambiguous rate; `found` and `expected` are Chinese and fit a `Problem`."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found, expected)
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        return f"读到{self.found}，应为{self.expected}"


def half_width(text: str) -> str:
    """`text` with full-width digits, signs and separators made ASCII, and blanks at its ends dropped.

    Only characters that people type for a digit or a sign are changed: ② and ² stay what they are.

    >>> half_width("－１，２３４．５％")
    '-1,234.5%'
    """
    return text.translate(_WIDE).strip()


def quoted(text: str) -> str:
    """A text as it is cited in a message: in quotation marks, cut when long, and 空白 when there is nothing.

    >>> quoted("12万"), quoted("  ")
    ('“12万”', '空白')
    """
    shown = text.strip()
    if not shown:
        return "空白"
    return f"“{shown}”" if len(shown) <= 40 else f"“{shown[:40]}…”"


def parse_number(text: str) -> Fraction:
    """The exact value of a decimal number or a fraction.

    Full-width digits, a Chinese minus sign and separators of thousands (`,` or `，`, between groups of three digits
    only) are understood. A percent sign, a unit or a comma at any other place raises `NumberError`.

    >>> parse_number("1,234.50"), parse_number("１２．５"), parse_number("2/3"), parse_number("－3")
    (Fraction(2469, 2), Fraction(25, 2), Fraction(2, 3), Fraction(-3, 1))
    """
    plain = half_width(text)
    if len(plain) <= _LONGEST:
        if _DECIMAL.fullmatch(plain):
            return Fraction(plain.replace(",", ""))
        fraction = _FRACTION.fullmatch(plain)
        if fraction and int(fraction[2]):
            return Fraction(int(fraction[1]), int(fraction[2]))
    raise NumberError(quoted(text), "“1,234.50”“12.5”“2/3”这样的数字，不带单位")


def parse_rate(text: str) -> Fraction:
    """The exact value of a rate, as a fraction of one: `95%` is 19/20.

    A rate says how it is meant, by a percent sign or as a fraction. A bare `95` or `0.95` is refused with both of
    its readings, because taking the wrong one is an error by a factor of 100; only 0 means the same either way.

    >>> parse_rate("95%"), parse_rate("-5.18％"), parse_rate("1/3"), parse_rate("0")
    (Fraction(19, 20), Fraction(-259, 5000), Fraction(1, 3), Fraction(0, 1))
    >>> parse_rate("95")
    Traceback (most recent call last):
    jixiao.quantities.numbers.NumberError: 读到“95”，应为写明“%”的比率（是 95% 还是 9500%？）
    """
    plain = half_width(text)
    if len(plain) <= _LONGEST:
        percent = _PERCENT.fullmatch(plain)
        if percent:
            return Fraction(percent[1].replace(",", "")) / 100
        if "/" in plain:
            return parse_number(text)
        if _DECIMAL.fullmatch(plain):
            bare = Fraction(plain.replace(",", ""))
            if bare == 0:
                return bare
            readings = f"{exact_text(bare)}% 还是 {exact_text(bare * 100)}%"
            raise NumberError(quoted(text), f"写明“%”的比率（是 {readings}？）")
    raise NumberError(quoted(text), "“95%”“4.5%”“1/3”这样的比率")


def round_half_up(value: Exact, places: int) -> Decimal:
    """`value` rounded to `places` decimals, ties away from zero; never a negative zero.

    Negative `places` round before the decimal point: -3 to thousands.

    >>> round_half_up(Fraction("2.675"), 2), round_half_up(Fraction("-0.125"), 2)
    (Decimal('2.68'), Decimal('-0.13'))
    """
    exact = value if isinstance(value, Fraction) else Fraction(value)
    numerator, denominator = abs(exact.numerator), exact.denominator
    if places >= 0:
        numerator *= 10**places
    else:
        denominator *= 10**-places
    units = (2 * numerator + denominator) // (2 * denominator)
    return Decimal((1 if exact < 0 and units else 0, tuple(map(int, str(units))), -places))


def fixed_text(value: Exact, places: int) -> str:
    """`value` rounded half-up and written with exactly `places` decimals.

    >>> fixed_text(Fraction(15, 2), 2), fixed_text(1250, -2)
    ('7.50', '1300')
    """
    return format(round_half_up(value, places), "f")


def percent_text(value: Exact, places: int = 2) -> str:
    """A rate, given as a fraction of one, as a percentage with `places` decimals.

    >>> percent_text(Fraction(4, 5)), percent_text(Fraction(2, 3), 1)
    ('80.00%', '66.7%')
    """
    return f"{fixed_text(Fraction(value) * 100, places)}%"


def exact_text(value: Exact) -> str:
    """`value` written without any rounding: the shortest decimal if it ends within 12 places, otherwise `a/b`.

    >>> exact_text(Fraction(5, 4)), exact_text(Fraction(2, 3)), exact_text(Decimal("7.50"))
    ('1.25', '2/3', '7.5')
    """
    exact = value if isinstance(value, Fraction) else Fraction(value)
    places = _places_of(exact.denominator)
    return f"{exact.numerator}/{exact.denominator}" if places is None else fixed_text(exact, places)


def _places_of(denominator: int) -> int | None:
    """How many decimals a fraction over `denominator`, in lowest terms, has; None where it has too many."""
    if denominator == 1:
        return 0
    return next((places for places in range(1, _TERMINATING_PLACES + 1) if 10**places % denominator == 0), None)
