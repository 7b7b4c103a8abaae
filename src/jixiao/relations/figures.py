"""Figures: what a document prints for a named quantity at a place, or that it prints nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from jixiao.findings import NOWHERE, Operand, Place
from jixiao.quantities import Convention, Interval, Printed, Unit, UnitError, exact_text, parse_printed

MONEY = "金额"
"""The dimension of amounts."""
RATIO = "比率"
"""The dimension of rates and percentages."""
_MOST_NAMED = 6


class Reading(Protocol):
    """Another way to read a printed number: `Printed.coarse`, `Printed.truncated`, `Printed.rounded`."""

    def __call__(self, printed: Printed, /) -> Printed: ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity by its name and what is printed for it; `printed` is `None` where nothing is stated.

    Figures of one name are the same quantity: that is how several relations are known to share it. `filled` figures
    were filled in by the user and not printed in a document: explanations say so.

    >>> print(Figure.of("支出合计", "621.34万元"))
    621.34万元
    >>> print(Figure("支出合计"))
    支出合计（未填）
    """

    name: str
    printed: Printed | None = None
    place: Place = NOWHERE
    filled: bool = False

    @classmethod
    def of(cls, name: str, text: str, unit: Unit | None = None, place: Place = NOWHERE) -> "Figure":
        """The figure printed as `text`, in `unit` where the text names none; errors as of `parse_printed`."""
        return cls(name, parse_printed(text, unit), place)

    @property
    def known(self) -> Printed:
        """What is printed; asking for it where nothing is stated is a mistake of the program."""
        if self.printed is None:
            raise ValueError(f"nothing is printed for {self.name}")
        return self.printed

    @property
    def is_missing(self) -> bool:
        """Whether the document states nothing here. That is not zero."""
        return self.printed is None

    @property
    def verb(self) -> str:
        """How the number came to stand where it stands: 填 or 印."""
        return "填" if self.filled else "印"

    @property
    def given(self) -> str:
        """The same before a name: 填列的 or 印出的."""
        return "填列的" if self.filled else "印出的"

    def read(self, reading: Reading) -> "Figure":
        """The same figure with its number read in another way."""
        return self if self.printed is None else replace(self, printed=reading(self.printed))

    def shown(self, unit: Unit | None) -> str:
        """The figure as printed, inside arithmetic whose result is in `unit`: another unit is always written."""
        text, own = str(self.known), self.known.unit
        if own not in (None, unit) and str(own) not in text:
            text += str(own)
        return f"({text})" if self.known.value < 0 else text

    def operand(self) -> Operand:
        """The figure as an operand of a finding."""
        if self.printed is None:
            return Operand(self.name, place=self.place)
        unit = None if self.printed.unit is None else self.printed.unit.symbol
        return Operand(str(self.printed), exact_text(self.printed.value), unit, self.place)

    def __str__(self) -> str:
        return f"{self.name}（未填）" if self.printed is None else str(self.printed)


def same_dimension(figures: Iterable[Figure]) -> None:
    """Raise `UnitError` unless the figures can be added or compared: one dimension, or no unit anywhere."""
    first, *others = figures
    for figure in others:
        one, other = first.known.unit, figure.known.unit
        if (one is None) != (other is None):
            bare = first if one is None else figure
            raise UnitError(f"“{bare.name}”没有写明单位的 {bare}", "与其他各数相同的计量单位")
        if one is not None and other is not None and one.dimension != other.dimension:
            raise UnitError(f"“{figure.name}”的单位“{other}”", f"与“{first.name}”可以换算的单位（{one}）")


def as_ratio(printed: Printed) -> tuple[Fraction, Interval]:
    """A factor or rate as a plain number: 89.11% is 0.8911; the value and the interval it stands for."""
    factor = printed.unit.factor if printed.unit and printed.unit.dimension == RATIO else Fraction(1)
    return printed.value * factor, printed.interval().scale(factor)


def decimals_note(figures: Iterable[Figure]) -> str:
    """How exactly each number is known and from where, for the end of an explanation.

    >>> decimals_note([Figure.of("甲", "1.20万元"), Figure.of("乙", "3.45万元"), Figure.of("数量", "12人")])
    '甲、乙四舍五入到 0.01万元（据数字本身）；数量为精确值'
    """
    groups: dict[str, list[str]] = {}
    for figure in figures:
        if figure.printed is not None:
            groups.setdefault(_precision(figure.printed), []).append(figure.name)
    return "；".join(f"{_listed(list(dict.fromkeys(names)))}{precision}" for precision, names in groups.items())


def _listed(names: Sequence[str]) -> str:
    """The names, of many of them the first and their number."""
    return "、".join(names) if len(names) <= _MOST_NAMED else f"“{names[0]}”等 {len(names)} 个数"


def _precision(printed: Printed) -> str:
    if printed.convention in (Convention.NEAREST, Convention.TRUNCATION):
        return f"{printed.convention.chinese}到 {exact_text(printed.step)}{printed.unit or ''}（据{printed.source}）"
    if printed.convention is Convention.EXACT:
        return "为精确值"
    return f"{printed.convention.chinese}（据{printed.source}）"
