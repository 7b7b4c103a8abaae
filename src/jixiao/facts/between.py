"""The relations between tables and single facts: what is stated twice, the balance, carry-over, execution rates."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from jixiao.expressions import Name
from jixiao.facts.base import Ambiguous, FactBase, Missing
from jixiao.facts.catalogue import BALANCE, CARRY_OVER, EXECUTION_RATE, STATED_TWICE, UNSPENT
from jixiao.facts.fact import Fact
from jixiao.facts.within import Planned, place_of
from jixiao.findings import Severity
from jixiao.relations import Duplicate, Figure, Quotient, Sum, Term
from jixiao.text.quoting import nested

_INCOME, _EXPENDITURE, _LEFT, _OPENING = "收入总额", "支出总额", "结转结余", "年初结转结余"


def relations_between(base: FactBase) -> Iterator[Planned]:
    """The relations between the facts of a case, as far as their figures are stated at all."""
    yield from _stated_twice(base)
    for stage in ("年初", "调整", "决算"):
        yield from _balance(base, stage)
    yield from _carry_over(base)
    yield from _unspent(base)
    yield from _execution_rates(base)


def figure_of(base: FactBase, fact: Fact) -> Figure:
    """The fact as a figure under the name that leads to it; a derived fact has no figure."""
    printed = None if fact.value is None else fact.value.printed
    return Figure(nested(base.label(fact)), printed, place_of(fact.origin), filled=True)


def _stated_twice(base: FactBase) -> Iterator[Planned]:
    for statements in base.statements():
        if len(statements) > 1:
            yield Planned(Duplicate(tuple(figure_of(base, fact) for fact in statements), STATED_TWICE))


def _balance(base: FactBase, stage: str) -> Iterator[Planned]:
    """Income = expenditure + what is left, less what was there at the beginning if income leaves it out."""
    income, spent = found(base, _INCOME, stage), found(base, _EXPENDITURE, stage)
    if income is None or spent is None:
        return
    terms = [Term(figure_of(base, spent)), Term(_figure(base, _LEFT, stage))]
    opening = found(base, _OPENING, stage)
    if opening is None or opening.origin.file != income.origin.file:
        terms.append(Term(_figure(base, _OPENING, stage), Fraction(-1)))
    gravest = Severity.ERROR if stage == "决算" else Severity.WARNING
    yield Planned(
        Sum(figure_of(base, income), tuple(terms), BALANCE, lead="支出与结转结余合起来"),
        blanks_may_be_zero=True,
        gravest=gravest,
    )


def _carry_over(base: FactBase) -> Iterator[Planned]:
    opening, closing = _figure(base, _OPENING, "决算"), _figure(base, _LEFT, "上年", "决算")
    if not (opening.is_missing or closing.is_missing):
        relation = replace(Sum.of(opening, [closing], CARRY_OVER), lead="上年决算的年末结转结余")
        yield Planned(relation, gravest=Severity.WARNING)


def _unspent(base: FactBase) -> Iterator[Planned]:
    """What is left at the end of the year is the adjusted budget less the outturn, unless it was taken back."""
    left, budget, spent = (
        _figure(base, *words) for words in ((_LEFT, "决算"), (_EXPENDITURE, "调整"), (_EXPENDITURE, "决算"))
    )
    if not any(figure.is_missing for figure in (left, budget, spent)):
        relation = replace(Sum.difference(left, budget, spent, check=UNSPENT), lead="调整预算数减决算数")
        yield Planned(relation, gravest=Severity.WARNING, remark=_TAKEN_BACK)


_TAKEN_BACK = (
    "年末余额如已被财政收回，或结转结余中含有未列入预算的资金，两者可以不等，需要人工判断；"
    "否则请核对结转结余、调整预算数和决算数。"
)


def _execution_rates(base: FactBase) -> Iterator[Planned]:
    """Each rate of the self-evaluation against outturn ÷ initial budget or ÷ adjusted budget, whichever fits."""
    for fact in base:
        if fact.name != "自评执行率" or fact.value is None:
            continue
        name, words = ("项目支出", fact.at.item) if fact.at.item else (_EXPENDITURE, ())
        rate, spent = figure_of(base, fact), _figure(base, name, *words, "决算")
        initial, adjusted = (
            Quotient(rate, spent, _figure(base, name, *words, stage), EXECUTION_RATE) for stage in ("年初", "调整")
        )
        on_adjusted = not initial.assess().verdict.is_possible and (
            initial.denominator.is_missing or adjusted.assess().verdict.is_possible
        )
        chosen = adjusted if on_adjusted and not adjusted.denominator.is_missing else initial
        yield Planned(chosen, gravest=Severity.WARNING)


def found(base: FactBase, name: str, *words: str) -> Fact | None:
    """The one fact the name leads to, or None where it is missing or ambiguous."""
    try:
        return base.find(Name.of(name, *words))
    except (Missing, Ambiguous):
        return None


def _figure(base: FactBase, name: str, *words: str) -> Figure:
    """The figure the name leads to, or one that is missing; a contradiction is a finding of its own."""
    fact = found(base, name, *words)
    return Figure(f"{nested(name)}〔{'，'.join(words)}〕") if fact is None else figure_of(base, fact)
