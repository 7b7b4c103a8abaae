"""Formulas, conditions and written numbers by generation, within the limits of what can be read."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from jixiao.expressions import (
    Binary,
    Call,
    Compare,
    Condition,
    Exact,
    Formula,
    Join,
    Name,
    Negate,
    Not,
    Number,
    Written,
    absolute,
    larger,
    normal_name,
    rounded,
    smaller,
)

_FACTS = ("支出总额", "在职人员数", "编制数", "三公经费", "非税收入", "最大", "A1", "预算_2", "满意度")
_ODD = (
    "非",
    "或有负债",
    "且末县经费",
    "12345热线办结率",
    "R&D经费",
    "修缮（二期）",
    "因公出国（境）费",
    "最大（A）",
    "（境）",
    "A[1]",
    "小数3.5",
)
_QUALIFIERS = ("上年", "决算", "2022年", "局本级", "各题", "办公楼（二期）")

plain_names = st.builds(Name, st.sampled_from(_FACTS), st.lists(st.sampled_from(_QUALIFIERS), max_size=3).map(tuple))
_any_text = st.text(min_size=1, max_size=6).map(normal_name).filter(bool)
all_names = plain_names | st.builds(
    Name, st.sampled_from(_ODD) | _any_text, st.lists(_any_text | st.sampled_from(_ODD), max_size=2).map(tuple)
)
numbers = st.builds(
    lambda digits, places, percent: Number(Fraction(digits, 10**places) / (100 if percent else 1), percent),
    st.integers(0, 10**9),
    st.integers(0, 12),
    st.booleans(),
)


def formulas(names: st.SearchStrategy[Name] = all_names) -> st.SearchStrategy[Formula]:
    """Trees of arithmetic over the names."""
    leaves: st.SearchStrategy[Formula] = numbers | names

    def larger_ones(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
        functions = st.sampled_from(("min", "max", "sum", "mean"))
        return (
            st.builds(Binary, st.sampled_from(("+", "-", "*", "/")), inner, inner)
            | st.builds(Negate, inner)
            | st.builds(Call, functions, st.lists(inner, min_size=1, max_size=3).map(tuple))
            | st.builds(Call, st.just("abs"), st.tuples(inner))
        )

    return st.recursive(leaves, larger_ones, max_leaves=12)


def conditions(names: st.SearchStrategy[Name] = all_names) -> st.SearchStrategy[Condition]:
    """Trees of comparisons joined by 且, 或 and 非."""
    number = formulas(names)
    comparisons = st.builds(Compare, st.sampled_from(("<", "<=", ">", ">=", "=", "!=")), number, number)
    return st.recursive(
        comparisons,
        lambda inner: st.builds(Join, st.sampled_from(("and", "or")), inner, inner) | st.builds(Not, inner),
        max_leaves=4,
    )


fractions = st.fractions(-1000, 1000, max_denominator=400)


@st.composite
def leaves(draw: st.DrawFn) -> Written:
    """A number with its own text: shortest, percentage, fraction, or with zeros that say how it was printed."""
    value = draw(fractions | st.decimals(-1000, 1000, places=2).map(Fraction))
    hundredths = value * 100
    texts: list[str | None] = [None, f"{value.numerator}/{value.denominator}"]
    if hundredths.denominator == 1:
        texts.append(f"{hundredths}%")
        texts.append(f"{Decimal(int(hundredths)).scaleb(-2):.4f}")
    return Written.of(value, draw(st.sampled_from(texts)))


@dataclass(frozen=True)
class Calculation:
    """A way of computing one number from others, to be tried on plain and on written ones."""

    operation: Callable[..., Exact]
    operands: tuple["Calculation | Written", ...]

    def run(self, leaf: Callable[[Written], Exact]) -> Exact:
        """The result with every number taken as `leaf` gives it. Raises `ZeroDivisionError`."""
        return self.operation(*(leaf(o) if isinstance(o, Written) else o.run(leaf) for o in self.operands))


def _rounded_by(places: int) -> Callable[[Exact], Exact]:
    return lambda number: rounded(number, places)


_TWO: tuple[Callable[[Any, Any], Any], ...] = (
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    smaller,
    larger,
)
_ONE: tuple[Callable[[Any], Any], ...] = (lambda a: -a, absolute, _rounded_by(0), _rounded_by(2))

_deeper = st.recursive(
    leaves(),
    lambda inner: (
        st.builds(Calculation, st.sampled_from(_TWO), st.tuples(inner, inner))
        | st.builds(Calculation, st.sampled_from(_ONE), st.tuples(inner))
    ),
    max_leaves=15,
)
calculations = st.builds(Calculation, st.sampled_from(_TWO), st.tuples(_deeper, _deeper))
