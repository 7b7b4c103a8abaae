"""The value of a formula, given what its names stand for."""

import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias, TypeVar, overload

from jixiao.expressions.tree import (
    Binary,
    Call,
    Compare,
    Condition,
    Expression,
    Formula,
    Join,
    Name,
    Negate,
    Not,
    Number,
    names,
)
from jixiao.expressions.writer import write
from jixiao.expressions.written import Exact, Written, absolute, larger, mean, smaller, total

N = TypeVar("N", bound=Exact)
Values: TypeAlias = Mapping[Name, Exact | tuple[Exact, ...]]


class EvaluationError(ValueError):
    """A formula that is well written but has no value for these numbers."""


class DivisionByZero(EvaluationError):
    """A divisor is zero; `divisor` is its canonical text."""

    def __init__(self, divisor: str) -> None:
        super().__init__(divisor)
        self.divisor = divisor

    def __str__(self) -> str:
        return f"除数“{self.divisor}”等于 0"


class NotOneNumber(EvaluationError):
    """A name stands for several numbers where one is needed, or for none where some are; `name` is its text."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(name, count)
        self.name = name
        self.count = count

    def __str__(self) -> str:
        if self.count == 0:
            return f"“{self.name}”没有任何数"
        return f"“{self.name}”是 {self.count} 个数，只能用在最小、最大、合计、平均的括号里"


@overload
def evaluate(expression: Formula, lookup: Callable[[Name], N | Sequence[N]]) -> N | Fraction: ...
@overload
def evaluate(expression: Condition, lookup: Callable[[Name], N | Sequence[N]]) -> bool: ...
def evaluate(expression: Expression, lookup: Callable[[Name], Exact | Sequence[Exact]]) -> Exact | bool:
    """The value of the expression, exactly: a number for a formula, a truth for a condition.

    Every name is looked up once, in order of first use, before anything is computed. The lookup gives a number, or a
    sequence of numbers for a name such as 满意度〔各题〕, which may stand in 最小, 最大, 合计 and 平均; what the lookup
    raises passes through. With `Written` numbers the result is `Written`, with `Fraction` numbers the same value
    plain; a formula without names yields a `Fraction`. Raises `DivisionByZero` and `NotOneNumber`.

    >>> from jixiao.expressions.parser import parse
    >>> stated = {"在职人员数": Written.of(11), "编制数": Written.of(12)}
    >>> evaluate(parse("在职人员数÷编制数×100%"), lambda name: stated[name.text])
    Written(11 ÷ 12 × 100% = 11/12)
    >>> evaluate(parse("在职人员数≤编制数"), lambda name: stated[name.text])
    True
    """
    values = {name: _found(lookup(name)) for name in names(expression)}
    traced = any(isinstance(number, Written) for found in values.values() for number in _several(found))
    evaluation = _Evaluation(values, _written if traced else _plain)
    return evaluation.holds(expression) if isinstance(expression, Condition) else evaluation.number(expression)


class _Evaluation:
    """One evaluation: what the names stand for, and how the formula's own numbers enter the result."""

    def __init__(self, values: Values, literal: Callable[[Number], Exact]) -> None:
        self._values = values
        self._literal = literal

    def holds(self, condition: Condition) -> bool:
        """Whether the condition is met; what 且 and 或 have on the right counts only if the left leaves it open."""
        match condition:
            case Compare(sign, left, right):
                return _COMPARISONS[sign](self.number(left), self.number(right))
            case Not(operand):
                return not self.holds(operand)
            case Join("and", left, right):
                return self.holds(left) and self.holds(right)
            case Join(_, left, right):
                return self.holds(left) or self.holds(right)

    def number(self, formula: Formula) -> Exact:
        match formula:
            case Number():
                return self._literal(formula)
            case Name():
                found = self._values[formula]
                if isinstance(found, tuple):
                    raise NotOneNumber(write(formula), len(found))
                return found
            case Negate(operand):
                return -self.number(operand)
            case Call("abs", (operand,)):
                return absolute(self.number(operand))
            case Call(function, arguments):
                return _AGGREGATES[function]([number for argument in arguments for number in self._numbers(argument)])
            case Binary("/", left, right):
                dividend, divisor = self.number(left), self.number(right)
                if divisor == 0:
                    raise DivisionByZero(write(right))
                return dividend / divisor
            case Binary(sign, left, right):
                return _OPERATIONS[sign](self.number(left), self.number(right))

    def _numbers(self, argument: Formula) -> Sequence[Exact]:
        found = self._values[argument] if isinstance(argument, Name) else self.number(argument)
        if found == ():
            raise NotOneNumber(write(argument), 0)
        return _several(found)


_OPERATIONS: dict[str, Callable[[Any, Any], Exact]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
_AGGREGATES: dict[str, Callable[[Sequence[Exact]], Exact]] = {
    "min": lambda numbers: smaller(*numbers),
    "max": lambda numbers: larger(*numbers),
    "sum": total,
    "mean": mean,
}


def _found(value: Exact | Sequence[Exact]) -> Exact | tuple[Exact, ...]:
    """What a lookup gave; anything inexact in it is a mistake of the program."""
    if isinstance(value, Exact):
        return value
    numbers = tuple(value)
    if not all(isinstance(number, Exact) for number in numbers):
        raise TypeError(f"{value!r} is no exact number")
    return numbers


def _several(found: Exact | tuple[Exact, ...]) -> tuple[Exact, ...]:
    return found if isinstance(found, tuple) else (found,)


def _plain(number: Number) -> Fraction:
    return number.value


def _written(number: Number) -> Written:
    return Written.of(number.value, number.text)
