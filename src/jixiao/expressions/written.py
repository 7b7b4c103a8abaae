"""Numbers that carry the arithmetic which yields them.

A derivation that is written beside the computation can disagree with it. Here the value and its text come from one
object, so they cannot. Operands are only linked when numbers are combined; the text is rendered when it is asked for.

The functions of this module take plain `Fraction` numbers too and then return plain ones: the same formula gives
the same number with and without its text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from operator import add
from typing import overload

from jixiao.quantities.numbers import exact_text, round_half_up

_LEAF = re.compile(r"(?P<sign>-?)(?P<number>\d+(?:\.\d+)?)(?:(?P<percent>%)|/(?P<divisor>\d+))?", re.ASCII)
_SUM, _PRODUCT, _ATOM = 1, 2, 3
_LEVELS = {"+": _SUM, "−": _SUM, "×": _PRODUCT, "÷": _PRODUCT}
_RIGHT_LEVELS = {"+": _SUM, "−": _PRODUCT, "×": _PRODUCT, "÷": _ATOM}  # a − b − c is not a − (b − c)
_SIGN = "-"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Written:
    """An exact number together with the arithmetic that yields it. Made by `Written.of`, then combined.

    >>> rate = (Written.of(Fraction("38.93")) + Written.of(Fraction("19.01"))) / Fraction("434.66")
    >>> rate.text
    '(38.93 + 19.01) ÷ 434.66'
    >>> rate > Fraction(1, 10)
    True

    Combines with `Fraction` and `int`; compares by value with all three; has no hash, because equal numbers
    may be written differently. Dividing by zero raises `ZeroDivisionError`.
    """

    value: Fraction
    _form: str
    _operands: tuple["Written", ...] = ()

    @staticmethod
    def of(value: Fraction | int, text: str | None = None) -> "Written":
        """A number as it stands, printed as `text` or, without one, as its shortest exact text.

        The text may be a decimal, a percentage or a fraction, with a leading minus sign; it must say exactly `value`,
        anything else is a mistake of the program and raises `ValueError`.

        >>> (1 - Written.of(Fraction(19, 20), "95%")).text
        '1 − 95%'
        >>> (Written.of(-3) * Written.of(Fraction(1, 3)) / Written.of(Fraction(2, 3))).text
        '-3 × 1/3 ÷ (2/3)'
        """
        exact = Fraction(value)
        if text is not None and _read_leaf(text) != exact:
            raise ValueError(f"{text!r} is not a text of {exact}")
        return Written(exact, text or "")

    @property
    def text(self) -> str:
        """The arithmetic, with the fewest brackets: read by a calculator it gives exactly `value`."""
        pieces: list[str] = []
        waiting: list[str | Written] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                pieces.append(item)
            elif item._operands:
                waiting.extend(reversed(tuple(_layout(item))))
            else:
                pieces.append(_leaf_text(item))
        return "".join(pieces)

    def __repr__(self) -> str:
        return f"Written({self.text} = {exact_text(self.value)})"

    def __add__(self, other: "Written | Fraction | int") -> "Written":
        right = _written(other)
        return Written(self.value + right.value, "+", (self, right))

    def __sub__(self, other: "Written | Fraction | int") -> "Written":
        right = _written(other)
        return Written(self.value - right.value, "−", (self, right))

    def __mul__(self, other: "Written | Fraction | int") -> "Written":
        right = _written(other)
        return Written(self.value * right.value, "×", (self, right))

    def __truediv__(self, other: "Written | Fraction | int") -> "Written":
        right = _written(other)
        return Written(self.value / right.value, "÷", (self, right))

    def __radd__(self, other: Fraction | int) -> "Written":
        return _written(other) + self

    def __rsub__(self, other: Fraction | int) -> "Written":
        return _written(other) - self

    def __rmul__(self, other: Fraction | int) -> "Written":
        return _written(other) * self

    def __rtruediv__(self, other: Fraction | int) -> "Written":
        return _written(other) / self

    def __neg__(self) -> "Written":
        return Written(-self.value, _SIGN, (self,))

    def __eq__(self, other: object) -> bool:
        return self.value == _value(other) if isinstance(other, Written | Fraction | int) else NotImplemented

    def __lt__(self, other: "Written | Fraction | int") -> bool:
        return self.value < _value(other)

    def __le__(self, other: "Written | Fraction | int") -> bool:
        return self.value <= _value(other)

    def __gt__(self, other: "Written | Fraction | int") -> bool:
        return self.value > _value(other)

    def __ge__(self, other: "Written | Fraction | int") -> bool:
        return self.value >= _value(other)


Exact = Fraction | Written


@overload
def smaller(first: Fraction, *others: Fraction) -> Fraction: ...
@overload
def smaller(first: Exact, *others: Exact) -> Exact: ...
def smaller(first: Exact, *others: Exact) -> Exact:
    """The smallest of the numbers.

    >>> smaller(Fraction(5), Fraction(3))
    Fraction(3, 1)
    >>> smaller(Written.of(5) * 2, Fraction(3))
    Written(min(5 × 2, 3) = 3)
    """
    return _combined("min", min(_value(number) for number in (first, *others)), first, *others)


@overload
def larger(first: Fraction, *others: Fraction) -> Fraction: ...
@overload
def larger(first: Exact, *others: Exact) -> Exact: ...
def larger(first: Exact, *others: Exact) -> Exact:
    """The largest of the numbers.

    >>> larger(Written.of(2) - 3, Fraction(0))
    Written(max(2 − 3, 0) = 0)
    """
    return _combined("max", max(_value(number) for number in (first, *others)), first, *others)


@overload
def absolute(number: Fraction) -> Fraction: ...
@overload
def absolute(number: Written) -> Written: ...
def absolute(number: Exact) -> Exact:
    """The number without its sign.

    >>> absolute(Written.of(2) - 3)
    Written(abs(2 − 3) = 1)
    """
    return _combined("abs", abs(_value(number)), number)


@overload
def rounded(number: Fraction, places: int) -> Fraction: ...
@overload
def rounded(number: Written, places: int) -> Written: ...
def rounded(number: Exact, places: int) -> Exact:
    """The number rounded half-up (away from zero) to `places` decimals.

    >>> rounded(Written.of(2) / 3, 2)
    Written(round(2 ÷ 3, 2) = 0.67)
    """
    value = Fraction(round_half_up(_value(number), places))
    return Written(value, "round", (number, Written.of(places))) if isinstance(number, Written) else value


@overload
def total(numbers: Sequence[Fraction]) -> Fraction: ...
@overload
def total(numbers: Sequence[Exact]) -> Exact: ...
def total(numbers: Sequence[Exact]) -> Exact:
    """The sum of one or more numbers.

    >>> total([Written.of(1), Written.of(2), Written.of(3)])
    Written(1 + 2 + 3 = 6)
    """
    return reduce(add, numbers)


@overload
def mean(numbers: Sequence[Fraction]) -> Fraction: ...
@overload
def mean(numbers: Sequence[Exact]) -> Exact: ...
def mean(numbers: Sequence[Exact]) -> Exact:
    """The arithmetic mean of one or more numbers.

    >>> mean([Written.of(1), Written.of(2), Written.of(3)])
    Written((1 + 2 + 3) ÷ 3 = 2)
    """
    return total(numbers) / len(numbers)


def _combined(function: str, value: Fraction, *numbers: Exact) -> Exact:
    """`value` as the result of a function of the numbers: written if one of them is."""
    if not any(isinstance(number, Written) for number in numbers):
        return value
    return Written(value, function, tuple(_written(number) for number in numbers))


def _value(number: Written | Fraction | int) -> Fraction:
    return _written(number).value


def _written(number: Written | Fraction | int) -> Written:
    """A number as an operand; what is not exact never enters."""
    if isinstance(number, Written):
        return number
    if isinstance(number, Fraction | int):
        return Written(Fraction(number), "")
    raise TypeError(f"{number!r} is no exact number")


@lru_cache(maxsize=4096)
def _read_leaf(text: str) -> Fraction:
    """The value of a leaf's text; `ValueError` if it is more, or less, than one number."""
    match = _LEAF.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not one number")
    divisor = 100 if match["percent"] else int(match["divisor"] or 1)
    return Fraction(match["sign"] + match["number"]) / divisor


def _leaf_text(leaf: Written) -> str:
    return leaf._form or exact_text(leaf.value)


def _layout(node: Written) -> Iterator[str | Written]:
    """What a combined number consists of, from left to right: its operands, their brackets, the signs between."""
    if node._form == _SIGN:
        (operand,) = node._operands
        yield _SIGN
        yield from _bracketed(operand, _level(operand) < _ATOM or _signed(operand))
    elif node._form in _LEVELS:
        left, right = node._operands
        yield from _bracketed(left, _level(left) < _LEVELS[node._form])
        yield f" {node._form} "
        yield from _bracketed(right, _level(right) < _RIGHT_LEVELS[node._form] or _signed(right))
    else:
        yield f"{node._form}("
        for index, operand in enumerate(node._operands):
            if index:
                yield ", "
            yield operand
        yield ")"


def _bracketed(operand: Written, brackets: bool) -> tuple[str | Written, ...]:
    return ("(", operand, ")") if brackets else (operand,)


def _level(node: Written) -> int:
    """How tightly the text of a number holds together."""
    if node._operands:
        return _LEVELS.get(node._form, _ATOM)
    return _PRODUCT if "/" in _leaf_text(node) else _ATOM


def _signed(node: Written) -> bool:
    """Whether the text of a number begins with a sign, which cannot follow an operator."""
    while node._form in _LEVELS:
        left = node._operands[0]
        if _level(left) < _LEVELS[node._form]:
            return False
        node = left
    return node._form.startswith(_SIGN) or (not node._operands and node.value < 0)
