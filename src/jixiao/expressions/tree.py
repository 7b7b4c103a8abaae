"""What a formula consists of, and what may be asked of it without computing it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeAlias

from jixiao.quantities.numbers import exact_text

Arithmetic: TypeAlias = Literal["+", "-", "*", "/"]
Comparing: TypeAlias = Literal["<", "<=", ">", ">=", "=", "!="]
Joining: TypeAlias = Literal["and", "or"]
Function: TypeAlias = Literal["min", "max", "abs", "sum", "mean"]

FUNCTION_WORDS: dict[Function, str] = {"min": "最小", "max": "最大", "abs": "绝对值", "sum": "合计", "mean": "平均"}
MAX_DECIMALS = 12
QUOTATION_MARKS = "“”‘’„＂＇\"'「」『』"

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_CHINESE_PUNCTUATION = {ord(mark): full for mark, full in zip("(),;:", "（），；：", strict=True)}
_CHINESE_PUNCTUATION |= {ord(full): full for full in "（），；："}
_NAME_FORM = _HALF_WIDTH | _CHINESE_PUNCTUATION | dict.fromkeys(map(ord, QUOTATION_MARKS))


@lru_cache(maxsize=4096)
def normal_name(text: str) -> str:
    """The form in which names are compared: no quotation marks, no spaces, letters and digits of half width.

    >>> normal_name("“三公” 经费")
    '三公经费'
    >>> normal_name("办公楼修缮(二期)Ａ")
    '办公楼修缮（二期）A'
    """
    return "".join(text.translate(_NAME_FORM).split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written in a formula: not negative, at most 12 decimals, perhaps a percentage.

    >>> Number(Fraction(95, 100), percent=True).text
    '95%'
    """

    value: Fraction
    percent: bool = False

    def __post_init__(self) -> None:
        shown = self._shown * 10**MAX_DECIMALS
        if self.value < 0 or shown.denominator != 1:
            raise ValueError(f"{self.value} cannot be written as one number")

    @property
    def _shown(self) -> Fraction:
        return self.value * 100 if self.percent else self.value

    @property
    def text(self) -> str:
        """The number in its shortest form, with its percent sign."""
        return exact_text(self._shown) + ("%" if self.percent else "")


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a fact and the qualifiers that select it, both in normal form.

    >>> Name.of("“三公”经费", "上年", "决算")
    Name(text='三公经费', qualifiers=('上年', '决算'))
    """

    text: str
    qualifiers: tuple[str, ...] = ()

    @staticmethod
    def of(text: str, *qualifiers: str) -> "Name":
        """The name as people write it, brought into normal form."""
        return Name(normal_name(text), tuple(normal_name(qualifier) for qualifier in qualifiers))


@dataclass(frozen=True, slots=True)
class Negate:
    """−operand."""

    operand: "Formula"


@dataclass(frozen=True, slots=True)
class Binary:
    """left operator right, an operation of arithmetic."""

    operator: Arithmetic
    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of one or more numbers; `abs` takes exactly one."""

    function: Function
    arguments: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """left operator right, a comparison of two numbers."""

    operator: Comparing
    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True)
class Not:
    """非 operand."""

    operand: "Condition"


@dataclass(frozen=True, slots=True)
class Join:
    """left 且 right, or left 或 right."""

    operator: Joining
    left: "Condition"
    right: "Condition"


Formula: TypeAlias = Number | Name | Negate | Binary | Call
Condition: TypeAlias = Compare | Not | Join
Expression: TypeAlias = Formula | Condition


@lru_cache(maxsize=4096)
def names(expression: Expression) -> tuple[Name, ...]:
    """The names an expression uses, each once, in the order of first use.

    >>> a, b = Name("在职人员数"), Name("编制数")
    >>> [name.text for name in names(Binary("/", Binary("-", a, b), b))]
    ['在职人员数', '编制数']
    """
    return tuple(dict.fromkeys(_names(expression)))


def ratio_of(expression: Expression) -> tuple[Formula, Formula] | None:
    """Numerator and denominator where the expression is a quotient, perhaps ×100%; None where it is none.

    >>> ratio_of(Binary("*", Binary("/", Name("在职人员数"), Name("编制数")), Number(Fraction(1), percent=True)))
    (Name(text='在职人员数', qualifiers=()), Name(text='编制数', qualifiers=()))
    >>> ratio_of(Name("编制数"))
    """
    match expression:
        case Binary("*", formula, Number(Fraction(numerator=1, denominator=1), percent=True)):
            return ratio_of(formula)
        case Binary("/", numerator, denominator):
            return numerator, denominator
        case _:
            return None


def _names(expression: Expression) -> Iterator[Name]:
    match expression:
        case Number():
            return
        case Name():
            yield expression
        case Negate(operand) | Not(operand):
            yield from _names(operand)
        case Call(_, arguments):
            for argument in arguments:
                yield from _names(argument)
        case Binary(_, left, right) | Compare(_, left, right) | Join(_, left, right):
            yield from _names(left)
            yield from _names(right)
