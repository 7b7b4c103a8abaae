"""Numbers by their Chinese titles: the one place that says how an expression's name is read from a row and in SQL."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from jixiao.batch.columns import COARSE, MILLIONTHS, STEP, Column, Stored
from jixiao.expressions import Name
from jixiao.expressions.sql import NARROW, Ratio, Width

Row: TypeAlias = Mapping[str, int | str | None]
"""A row of the store, or one made from such rows: columns by name."""

LOW, HIGH, GIVEN, OR_ZERO = "下限", "上限", "已填", "空为零"
COARSE_LOW, COARSE_HIGH = "粗下限", "粗上限"
_ENDS = {LOW: ("-", STEP), HIGH: ("+", STEP), COARSE_LOW: ("-", COARSE), COARSE_HIGH: ("+", COARSE)}
_KNOWN = frozenset({*_ENDS, GIVEN, OR_ZERO})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that expressions may name: 执行数, its ends 执行数〔下限〕 and 执行数〔上限〕, whether it is 〔已填〕.

    〔粗下限〕 and 〔粗上限〕 are the ends where it is read with the fewest decimals. 〔空为零〕 takes 0 where nothing
    is printed. What was printed and does not fit the store stays unknown under every qualifier but 〔已填〕.
    `bound` is the largest size of the stored integer.
    """

    title: str
    column: str
    denominator: int
    bound: int
    may_be_empty: bool = False
    parts: tuple[str, ...] = ()

    @property
    def printed(self) -> bool:
        """Whether it stands for a printed number, with what belongs to it in columns of their own."""
        return bool(self.parts)

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns: the number, then what belongs to it."""
        return self.column, *(f"{self.column}_{part}" for part in self.parts)

    @classmethod
    def of(cls, column: Column) -> "Quantity | None":
        """The quantity that a column holds; None for texts and keys."""
        match column.stored:
            case Stored.NUMBER:
                bound = column.largest * MILLIONTHS
                return cls(column.title, column.name, MILLIONTHS, bound, True, column.parts)
            case Stored.COUNT | Stored.CODE:
                return cls(column.title, column.name, 1, column.largest or max(column.codes.values()))
            case _:
                return None

    def is_always_known(self, name: Name) -> bool:
        """Whether no row leaves it open what the name stands for."""
        return not self.may_be_empty or GIVEN in name.qualifiers

    def known_sql(self, name: Name) -> str:
        """The condition that a row knows what the name stands for."""
        if OR_ZERO in name.qualifiers and self.printed:
            return f"({self.column} IS NOT NULL OR {self.column}_text IS NULL)"
        return f"({self.column} IS NOT NULL)" if OR_ZERO not in name.qualifiers else "(1 = 1)"

    def sql(self, name: Name) -> Ratio:
        """The name in SQL."""
        _must_be_known(name)
        if GIVEN in name.qualifiers:
            empty = f"{self.column} IS NULL" + (f" AND {self.column}_text IS NULL" if self.printed else "")
            return Ratio(f"(CASE WHEN {empty} THEN 0 ELSE 1 END)", 1, 1, Width.SMALL)
        column = f"COALESCE({self.column}, 0)" if OR_ZERO in name.qualifiers else self.column
        end = self._end(name)
        if end is None:
            return Ratio(column, self.denominator, self.bound, self._width)
        sign, part = end
        step = f"COALESCE({self.column}_{part}, 0)" if OR_ZERO in name.qualifiers else f"{self.column}_{part}"
        return Ratio(f"(2 * {column} {sign} {step})", 2 * self.denominator, 3 * self.bound, self._width)

    def value(self, name: Name, row: Row) -> Fraction | None:
        """What the name stands for in a row; None where that is unknown."""
        _must_be_known(name)
        stored = row[self.column]
        text = row[f"{self.column}_text"] if self.printed else None
        if GIVEN in name.qualifiers:
            return Fraction(stored is not None or text is not None)
        if stored is None and OR_ZERO in name.qualifiers and text is None:
            return Fraction(0)
        if stored is None:
            return None
        end, number = self._end(name), int(stored)
        if end is None:
            return Fraction(number, self.denominator)
        sign, part = end
        step = int(row[f"{self.column}_{part}"] or 0)
        return Fraction(2 * number + (step if sign == "+" else -step), 2 * self.denominator)

    @property
    def _width(self) -> Width:
        return Width.SMALL if self.denominator == 1 else Width.WIDE if self.bound > NARROW else Width.BIGINT

    def _end(self, name: Name) -> tuple[str, str] | None:
        """Sign and part of the end that is asked for; None for the number itself."""
        ends = (_ENDS[each] for each in name.qualifiers if each in _ENDS)
        sign, part = next(ends, ("", ""))
        if not sign or not self.printed:
            return None
        return sign, part if part in self.parts else STEP


def _must_be_known(name: Name) -> None:
    unknown = set(name.qualifiers) - _KNOWN
    if unknown:
        raise KeyError(f"{name.text} has no {unknown}")


class Scope:
    """The quantities of one kind of row and the codes that conditions compare with."""

    def __init__(self, quantities: Iterable[Quantity], codes: Mapping[str, int]) -> None:
        self._by_title = {quantity.title: quantity for quantity in quantities}
        self._codes = codes

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._by_title.values())

    def quantity(self, name: Name) -> Quantity | None:
        """What a name means; None where it is a code. A name that is neither is a mistake and raises `KeyError`."""
        return None if name.text in self._codes else self._by_title[name.text]

    def sql(self, name: Name) -> Ratio:
        """The name in SQL."""
        quantity = self.quantity(name)
        code = self._codes.get(name.text, 0)
        return Ratio(str(code), 1, max(code, 1), Width.SMALL) if quantity is None else quantity.sql(name)

    def value(self, name: Name, row: Row) -> Fraction | None:
        """What the name stands for in a row; None where that is unknown."""
        quantity = self.quantity(name)
        return Fraction(self._codes[name.text]) if quantity is None else quantity.value(name, row)

    def doubtful(self, names: Iterable[Name]) -> tuple[tuple[Name, Quantity], ...]:
        """Those of the names that a row may leave open."""
        found = ((name, self.quantity(name)) for name in names)
        return tuple((name, each) for name, each in found if each is not None and not each.is_always_known(name))
