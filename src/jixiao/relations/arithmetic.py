"""Arithmetic as a document prints it: “(11/17)×100%=64.71%” done again with its printed operands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import TypeVar

from jixiao.expressions import Binary, Expression, ExpressionError, Name, Negate, Number, parse
from jixiao.findings import Check
from jixiao.quantities import DivisorMayBeZeroError, Interval, Printed
from jixiao.relations.checks import ARITHMETIC
from jixiao.relations.computed import Computation, Formula
from jixiao.relations.figures import Figure, Reading
from jixiao.relations.relation import Undecidable

Value = TypeVar("Value", Fraction, Interval)

_FUNCTIONS: dict[str, Callable[[Value, Value], Value]] = {"+": add, "-": sub, "*": mul, "/": truediv}


@dataclass(frozen=True, slots=True)
class PrintedArithmetic(Formula):
    """`result` should be what `formula` gives for its operands, which it names 甲1, 甲2 … in the order of `operands`.

    Amounts are computed in yuan, percentages as ratios; operands without a unit are taken in the unit of the result.
    An operand that stands twice widens the range, so that nothing possible is called impossible.

    >>> staff = (Figure.of("在职人数", "11人"), Figure.of("编制数", "17人"))
    >>> PrintedArithmetic(Figure.of("控制率", "64.71%"), "(甲1/甲2)*100%", staff).assess().verdict
    <Verdict.EXACT: 'exact'>
    >>> PrintedArithmetic(Figure.of("控制率", "65.71%"), "(甲1/甲2)*100%", staff).assess().verdict
    <Verdict.IMPOSSIBLE: 'impossible'>
    """

    result: Figure
    formula: str
    operands: tuple[Figure, ...]
    check: Check = ARITHMETIC

    @property
    def stated(self) -> Figure:
        return self.result

    @property
    def inputs(self) -> tuple[Figure, ...]:
        return self.operands

    @property
    def statement(self) -> str:
        return f"{self.result.name} = {self._written}"

    def read(self, reading: Reading) -> "PrintedArithmetic":
        operands = tuple(figure.read(reading) for figure in self.operands)
        return replace(self, result=self.result.read(reading), operands=operands)

    @property
    def _written(self) -> str:
        """The formula with its operands as printed."""
        text = self.formula
        for number in range(len(self.operands), 0, -1):
            text = text.replace(f"甲{number}", self.operands[number - 1].shown(self.result.known.unit))
        return text.replace("*", " × ").replace("/", " ÷ ")

    def _compute(self) -> Computation:
        try:
            tree = parse(self.formula)
        except ExpressionError as error:
            raise Undecidable(f"算式读不懂：{error}") from None
        names = {f"甲{number}": figure.known for number, figure in enumerate(self.operands, 1)}
        values = {name: printed.value * self._factor(printed) for name, printed in names.items()}
        ranges = {name: printed.interval().scale(self._factor(printed)) for name, printed in names.items()}
        per_unit = 1 / self._factor(self.result.known)
        try:
            value = _evaluated(tree, values, Fraction) * per_unit
            possible = _evaluated(tree, ranges, lambda number: Interval.point(number)).scale(per_unit)
        except (ZeroDivisionError, DivisorMayBeZeroError):
            raise Undecidable("除数可能为 0") from None
        return Computation(value, possible, self._written)

    def _factor(self, printed: Printed) -> Fraction:
        """Base units in one unit of the number, which is that of the result where it has none."""
        unit = printed.unit
        return Fraction(1) if unit is None else unit.factor


def _evaluated(tree: Expression, names: Mapping[str, Value], number: Callable[[Fraction], Value]) -> Value:
    match tree:
        case Name(text):
            return names[text]
        case Number(value):
            return number(value)
        case Negate(operand):
            return number(Fraction(-1)) * _evaluated(operand, names, number)
        case Binary(operator, left, right):
            return _FUNCTIONS[operator](_evaluated(left, names, number), _evaluated(right, names, number))
    raise Undecidable("算式中有不能重算的部分")
