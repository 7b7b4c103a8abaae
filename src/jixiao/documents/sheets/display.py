"""Numbers as a sheet displays them: rounded as their format rounds, in the unit it shows, with the words it adds.

What a report says is what its readers see. A rate that a formula left with fifteen digits is stated as 84.75% where
its cell shows no more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation, Overflow

from jixiao.documents.sheets.figures import GENERAL, TEXT, shown

_DIGITS = 15
_TO_FIFTEEN_DIGITS = Context(prec=_DIGITS, rounding=ROUND_HALF_EVEN)
_LARGEST_EXPONENT = 308
"""Beyond this a workbook holds no number."""
_MOST_DECIMALS = 10
_GENERAL_WIDTH = 10  # digits that a number without a format shows
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<mark>[^"])', re.DOTALL)
_PLACEHOLDERS = "0#?"
_UNSAID = re.compile(r"[¥￥$+\-()\s]+")


def displayed(raw: str, code: str) -> str | None:
    """The text that people see of a number stored as `raw` under the format; None if it is no number.

    >>> displayed("0.8475123", "0.00%"), displayed("1234.565", "#,##0.00_ "), displayed("0.30000000000000004", GENERAL)
    ('84.75%', '1,234.57', '0.3')
    >>> displayed("123456", "0!.0,"), displayed("12.5", '0.00"万元"'), displayed("-3", "0.0;(0.0)")
    ('12.3', '12.50万元', '-3.0')
    """
    try:
        exact = _TO_FIFTEEN_DIGITS.create_decimal(raw)
    except (InvalidOperation, Overflow):
        return None
    if not exact.is_finite() or abs(exact.adjusted()) > _LARGEST_EXPONENT:
        return None
    if code in (GENERAL, TEXT) and exact.adjusted() <= _DIGITS:
        return _general(exact)
    sections = _sections(code)
    layout = _layout_of(sections[1] if exact < 0 and len(sections) > 1 else sections[0])
    if layout is None or exact.adjusted() + layout.scale > _DIGITS + 1:
        return shown(raw, code)
    return layout.text(exact)


def typed_decimals(raw: str, code: str) -> int | None:
    """How many decimals a number has where its format shows more; None where it shows no more.

    >>> typed_decimals("0.94599999999999995", "0.00%"), typed_decimals("0.9457", "0.00%"), typed_decimals("0.946", "0%")
    (1, None, None)
    """
    section = _layout_of(_sections(code)[0])
    if section is None or not section.least:
        return None
    exact = _TO_FIFTEEN_DIGITS.create_decimal(raw).scaleb(section.scale).normalize()
    exponent = exact.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else section.least
    return decimals if decimals < section.least else None


def _general(exact: Decimal) -> str:
    places = max(0, _GENERAL_WIDTH - max(1, exact.adjusted() + 1))
    digits = format(_rounded(exact, places), "f")
    text = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if text == "-0" else text


def _rounded(exact: Decimal, places: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a section of a format shows numbers.

    `scale` is the power of ten that the number is multiplied with; `moved` are the digits behind a point that only
    stands between digits of a whole number (0!.0, shows 万 of a number in thousands).
    """

    least: int
    most: int
    scale: int
    moved: int
    grouped: bool
    before: str
    behind: str

    def text(self, exact: Decimal) -> str:
        """The text of a number."""
        number = _rounded(exact.scaleb(self.scale), self.most).scaleb(-self.moved)
        digits, _, decimals = format(abs(number), "f").partition(".")
        least = self.moved or self.least
        decimals = decimals[:least] + decimals[least:].rstrip("0")
        whole = f"{int(digits):,}" if self.grouped else digits
        sign = "-" if number < 0 else ""
        return f"{self.before}{sign}{whole}{'.' + decimals if decimals else ''}{self.behind}"


Mark = tuple[str, bool]
"""A character of a format, and whether it is shown as it stands."""


def _sections(code: str) -> list[list[Mark]]:
    """The sections of a format for positive and negative numbers and nought, without blanks of a certain width."""
    sections: list[list[Mark]] = [[]]
    for found in _TOKEN.finditer(code):
        mark = found["mark"]
        if mark == ";":
            sections.append([])
        elif mark is not None:
            sections[-1].append((mark, mark not in _PLACEHOLDERS + ".,%E/"))
        else:
            sections[-1] += [(character, True) for character in found["quoted"] or found["escaped"] or ""]
    return sections


def _layout_of(section: Sequence[Mark]) -> _Layout | None:
    """How the section shows numbers; None for fractions, powers of ten and words among the digits."""
    places = [at for at, (mark, said) in enumerate(section) if mark in _PLACEHOLDERS and not said]
    if not places or any(mark in "E/" and not said for mark, said in section):
        return None
    first, last = places[0], places[-1]
    among = [mark for mark, said in section[first : last + 1] if said]
    marks = "".join(mark if not said else "·" for mark, said in section[first:])
    whole, _, decimals = marks.partition(".")
    if among not in ([], ["."]) or (among and decimals):
        return None
    digits = whole.rstrip(",%·")
    scaled = whole[len(digits) :].count(",") + decimals.count(",")
    behind = "".join(mark for mark, said in section[last + 1 :] if said or mark == "%")
    return _Layout(
        least=min(decimals.count("0"), _MOST_DECIMALS),
        most=min(sum(mark in _PLACEHOLDERS for mark in decimals), _MOST_DECIMALS),
        scale=2 * sum(mark == "%" and not said for mark, said in section) - 3 * scaled,
        moved=sum(mark in _PLACEHOLDERS for mark in digits.partition("·")[2]),
        grouped="," in digits,
        before=_UNSAID.sub("", "".join(mark for mark, said in section[:first] if said)),
        behind=_UNSAID.sub("", behind),
    )
