"""Amounts that differ by a factor of ten thousand or a hundred million: one of them was given in another unit.

Only what cannot be small or large by nature is compared; the entry of the check in the catalogue says the rule.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from jixiao.facts.base import FactBase
from jixiao.facts.between import figure_of, found
from jixiao.facts.catalogue import MAGNITUDE
from jixiao.facts.fact import Fact
from jixiao.findings import Finding, Severity
from jixiao.quantities import exact_text

_SLIPS = (Fraction(10**4), Fraction(10**8))
_WIDTH = 10
_WHOLE, _INCOME = "支出总额", "收入总额"
_PARTS = {
    "项目支出": 2,
    "基本支出": 2,
    "“三公”经费": 2,
    "政府采购金额": 10,
    "结转结余": 10,
}
"""The quantities that cannot be that many times the whole expenditure of the year."""

_Pair = tuple[Fact, Fact, Fraction]
"""The smaller amount, the larger one, and how many times it is larger."""


def magnitudes(base: FactBase) -> Iterator[Finding]:
    """One warning for every two places of which one seems to state its amounts in another unit."""
    widest: dict[frozenset[str], _Pair] = {}
    for pair in _suspected(base):
        places = frozenset(fact.origin.file for fact in pair[:2])
        if len(places) == 2 and (places not in widest or widest[places][2] < pair[2]):
            widest[places] = pair
    for smaller, larger, ratio in widest.values():
        yield _finding(base, smaller, larger, ratio)


def _suspected(base: FactBase) -> Iterator[_Pair]:
    for stage in ("年初", "调整", "决算"):
        spent, income = found(base, _WHOLE, stage), found(base, _INCOME, stage)
        if spent is not None and income is not None:
            yield from _apart(spent, income)
    for statements in base.statements():
        for one, other in combinations(statements, 2):
            if one.entry.kind == "amount":
                yield from _apart(one, other)
    for fact in base:
        yield from _too_large(base, fact)


def _apart(one: Fact, other: Fact) -> Iterator[_Pair]:
    """The pair, if only a slip of the unit brings the two amounts near each other."""
    smaller, larger = sorted((one, other), key=_amount)
    if _amount(smaller) <= 0:
        return
    ratio = _amount(larger) / _amount(smaller)
    if any(slip / _WIDTH <= ratio <= slip * _WIDTH for slip in _SLIPS):
        yield smaller, larger, ratio


def _too_large(base: FactBase, part: Fact) -> Iterator[_Pair]:
    """The part and the whole of its year, if the part fits into the whole only after a slip of the unit."""
    times = _PARTS.get(part.name)
    if times is None or part.at.year != base.year:
        return
    stage = "决算" if part.at.stage == "实际" else part.at.stage
    whole = found(base, _WHOLE, stage) if stage else None
    if whole is None or _amount(whole) <= 0:
        return
    ratio = _amount(part) / _amount(whole)
    if ratio >= times and any(ratio / slip <= 1 for slip in _SLIPS):
        yield whole, part, ratio


def _amount(fact: Fact) -> Fraction:
    return fact.value.exact if fact.value is not None else Fraction(0)


def _finding(base: FactBase, smaller: Fact, larger: Fact, ratio: Fraction) -> Finding:
    small, large = figure_of(base, smaller), figure_of(base, larger)
    times = exact_text(Fraction(int(ratio))) if ratio >= 10 else exact_text(Fraction(int(ratio * 10), 10))
    explanation = (
        f"“{small.name}”填的是 {small.shown(None)}（{small.place}），“{large.name}”填的是 {large.shown(None)}"
        f"（{large.place}），按各自的单位，后者约为前者的 {times} 倍，除非其中一处的单位选错，难以成立。"
        "1万元＝10000元，1亿元＝10000万元：请核对这两处的金额单位。"
    )
    return Finding(
        MAGNITUDE.id,
        Severity.WARNING,
        MAGNITUDE.kind,
        f"“{small.name}”与“{large.name}”相差悬殊，疑似单位选错",
        explanation,
        operands=(small.operand(), large.operand()),
        places=(small.place, large.place),
    )
