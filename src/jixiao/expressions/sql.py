"""Conditions and formulas as SQL that computes with integers only, hence exactly, in every engine.

A number is an integer over a denominator that is known when the SQL is written: 8.91 points are 8910000 millionths.
Sums bring both sides to one denominator, products multiply denominators, comparisons compare integers. How large every
intermediate result may become is known as well, so that what might not fit is refused before any row is looked at,
and only what needs it is computed with wide integers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import reduce
from math import lcm
from typing import TypeAlias

from jixiao.expressions.tree import (
    Binary,
    Call,
    Compare,
    Condition,
    Formula,
    Function,
    Join,
    Name,
    Negate,
    Not,
    Number,
)

NARROW = 2**63 - 1
"""The largest number of a BIGINT."""
WIDEST = 10**38 - 1
"""The largest number that HUGEINT and DECIMAL(38, 0) both hold."""


class Dialect(Enum):
    """An engine's SQL; its value is the type for integers that a BIGINT does not hold."""

    DUCKDB = "HUGEINT"
    SPARK = "DECIMAL(38, 0)"


class NotRelational(ValueError):
    """An expression that cannot be computed exactly with integers of 38 digits, and why: a mistake of who wrote it."""


class Width(IntEnum):
    """The type of an integer in SQL: one smaller than BIGINT (a literal, a code), BIGINT, or the wide one."""

    SMALL = 0
    BIGINT = 1
    WIDE = 2


@dataclass(frozen=True, slots=True)
class Ratio:
    """A number in SQL: the integer that `sql` yields, whose size is at most `bound`, over `denominator`."""

    sql: str
    denominator: int
    bound: int
    width: Width = Width.BIGINT


Lookup: TypeAlias = Callable[[Name], Ratio]


def condition_sql(condition: Condition, lookup: Lookup, dialect: Dialect) -> str:
    """The condition as a boolean expression. Raises `NotRelational`.

    >>> from jixiao.expressions.parser import parse_condition
    >>> columns = {"得分": Ratio("score", 10**6, 10**10), "分值": Ratio("points", 10**6, 10**10)}
    >>> condition_sql(parse_condition("得分≤分值×90%"), lambda name: columns[name.text], Dialect.DUCKDB)
    '((score * 10) <= (points * 9))'
    """
    return _Writer(lookup, dialect).condition(condition)


def formula_sql(formula: Formula, lookup: Lookup, dialect: Dialect) -> Ratio:
    """The formula as an integer over a denominator. Raises `NotRelational`.

    >>> from jixiao.expressions.parser import parse_formula
    >>> columns = {"得分": Ratio("score", 10**6, 10**10), "份数": Ratio("copies", 1, 10**9)}
    >>> formula_sql(parse_formula("得分×份数"), lambda name: columns[name.text], Dialect.DUCKDB).sql
    '(CAST(score AS HUGEINT) * copies)'
    """
    return _Writer(lookup, dialect).number(formula)


class _Writer:
    """Writes one expression for one engine."""

    def __init__(self, lookup: Lookup, dialect: Dialect) -> None:
        self._lookup = lookup
        self._dialect = dialect

    def condition(self, condition: Condition) -> str:
        match condition:
            case Compare(sign, left, right):
                one, other = self._alike([self.number(left), self.number(right)])
                return f"({one.sql} {'<>' if sign == '!=' else sign} {other.sql})"
            case Not(operand):
                return f"(NOT {self.condition(operand)})"
            case Join(joining, _, _):
                return f"({f' {joining.upper()} '.join(self._joined(joining, condition))})"

    def _joined(self, joining: str, condition: Condition) -> Iterator[str]:
        """The conditions that one word joins, without brackets between them: parsers take long over deep nesting."""
        match condition:
            case Join(word, left, right) if word == joining:
                yield from self._joined(joining, left)
                yield from self._joined(joining, right)
            case _:
                yield self.condition(condition)

    def number(self, formula: Formula) -> Ratio:
        match formula:
            case Number(value):
                return _literal(value.numerator, value.denominator)
            case Name():
                return self._lookup(formula)
            case Negate(operand):
                number = self.number(operand)
                return self._made(f"(-{number.sql})", number, number.bound)
            case Call(function, arguments):
                return self._call(function, [self.number(argument) for argument in arguments])
            case Binary("*", left, right):
                return self._product(self.number(left), self.number(right))
            case Binary("/", left, Number(value)) if value:
                return self._product(self.number(left), self.number(Number(1 / value)))
            case Binary("/", _, _):
                raise NotRelational("only a number other than 0 may divide: multiply the other side instead")
            case Binary(sign, left, right):
                return self._sum(sign, self._alike([self.number(left), self.number(right)]))

    def _call(self, function: Function, arguments: list[Ratio]) -> Ratio:
        alike = self._alike(arguments)
        if function == "abs":
            return self._made(f"abs({alike[0].sql})", alike[0], alike[0].bound)
        if function in ("sum", "mean"):
            added = reduce(lambda one, other: self._sum("+", [one, other]), alike)
            return added if function == "sum" else self._product(added, _literal(1, len(alike)))
        if len(alike) == 1:
            return alike[0]
        word = "least" if function == "min" else "greatest"
        largest = max(alike, key=lambda each: each.bound)
        width = max(each.width for each in alike)
        listed = ", ".join(self._cast(each, width) for each in alike)
        return Ratio(f"{word}({listed})", largest.denominator, largest.bound, width)

    def _sum(self, sign: str, alike: list[Ratio]) -> Ratio:
        one, other = alike
        return self._operation(sign, one, other, one.denominator, one.bound + other.bound)

    def _product(self, one: Ratio, other: Ratio) -> Ratio:
        denominator = one.denominator * other.denominator
        if other.sql == "1":
            return Ratio(one.sql, denominator, one.bound, one.width)
        if one.sql == "1":
            return Ratio(other.sql, denominator, other.bound, other.width)
        return self._operation("*", one, other, denominator, one.bound * other.bound)

    def _operation(self, sign: str, one: Ratio, other: Ratio, denominator: int, bound: int) -> Ratio:
        if bound > WIDEST:
            raise NotRelational(f"{one.sql} {sign} {other.sql} may have more than 38 digits")
        width = max(one.width, other.width, Width.WIDE if bound > NARROW else Width.BIGINT)
        left = one.sql if width in (one.width, other.width) else self._cast(one, width)
        return Ratio(f"({left} {sign} {other.sql})", denominator, bound, width)

    def _alike(self, numbers: list[Ratio]) -> list[Ratio]:
        """The numbers over their least common denominator."""
        common = lcm(*(number.denominator for number in numbers))
        return [self._over(number, common) for number in numbers]

    def _over(self, number: Ratio, denominator: int) -> Ratio:
        factor = denominator // number.denominator
        if factor == 1:
            return number
        if number.sql.isdecimal():
            return _literal(int(number.sql) * factor, denominator)
        return self._operation("*", number, _literal(factor, 1), denominator, number.bound * factor)

    def _cast(self, number: Ratio, width: Width) -> str:
        if number.width >= width:
            return number.sql
        return f"CAST({number.sql} AS {self._dialect.value if width is Width.WIDE else 'BIGINT'})"

    def _made(self, sql: str, number: Ratio, bound: int) -> Ratio:
        return Ratio(sql, number.denominator, bound, number.width)


def _literal(integer: int, denominator: int) -> Ratio:
    """A number written out, which engines give the smallest type that holds it."""
    return Ratio(str(integer), denominator, integer, Width.WIDE if integer > NARROW else Width.SMALL)
