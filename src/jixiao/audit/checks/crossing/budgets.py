"""What a budget was changed by and what is left of it, beside amounts that other sentences and tables tell.

“经批准追加预算20万元，调整后预算120万元”: what there was before stands somewhere else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.crossing.claims import EXECUTION_RATE, Claim
from jixiao.audit.checks.crossing.lexicon import Spoken
from jixiao.checking import Posed
from jixiao.findings import Severity
from jixiao.reading.tables.measures import Measure
from jixiao.relations import Duplicate, Figure, Quotient, Sum

_RISES, _FALLS = (Spoken.INCREASE, Spoken.ADDED), (Spoken.DECREASE, Spoken.CUT)
_OF_ADJUSTED = re.compile("调整后?的?(?:全年)?预算")
_MOST = 4  # different values of one amount that are tried


def budgets(claims: Sequence[Claim]) -> Iterator[Posed]:
    """The changes whose sentence tells what became of the budget, and what is left of an adjusted budget."""
    book = _Book(claims)
    for claim in claims:
        if claim.measure in (*_RISES, *_FALLS):
            yield from _changed(claim, book)
        elif claim.measure is Spoken.SPENT:
            yield from _accounted(claim, book)
        elif claim.measure is Spoken.LEFT and _OF_ADJUSTED.search(claim.sentence):
            yield from _left(claim, book)


@dataclass(frozen=True)
class _Book:
    """The claims of a document."""

    claims: Sequence[Claim]

    def of(self, claim: Claim, *measures: Measure | Spoken) -> list[Figure]:
        """The different amounts of these measures that are of the same object and year as the claim, the finest first.

        An amount that a finer one rounds to (0.05亿元 beside 4,672,691.31元) is no different one.
        """
        found = [one.figure for one in self.claims if one.measure in measures and _is_alike(one, claim)]
        different: list[Figure] = []
        for one in sorted(found, key=_coarseness):
            if not any(Duplicate((each, one)).assess().verdict.is_possible for each in different):
                different.append(one)
        return different[:_MOST]

    def beside(self, claim: Claim) -> list[Claim]:
        """What the sentence of the claim says of the same object and year."""
        return [one for one in self.claims if one.sentence == claim.sentence and _is_alike(one, claim)]

    def after(self, claim: Claim) -> Figure | None:
        """What the sentence of a change says that the budget became: the one amount of it, told right behind."""
        behind = self.claims[self.claims.index(claim) + 1 :][:1]
        became = [one for one in behind if one.sentence == claim.sentence and one.measure is Measure.ADJUSTED_BUDGET]
        return became[0].figure if became and _is_alike(became[0], claim) else None


def _coarseness(figure: Figure) -> Fraction:
    """What one unit of the last decimal printed is worth."""
    printed = figure.known
    scale = Fraction(1) if printed.unit is None else printed.unit.factor
    return scale / Fraction(10) ** max(printed.decimals, 0)


def _is_alike(one: Claim, other: Claim) -> bool:
    sides = {one.side, other.side} - {""}
    return (one.object, one.year) == (other.object, other.year) and len(sides) < 2


def _changed(claim: Claim, book: _Book) -> Iterator[Posed]:
    """The one change of a budget that another sentence or a table prints; of several, each is only a part."""
    after = book.after(claim)
    if after is None or len(book.of(claim, *_RISES, *_FALLS)) > 1:
        return
    pairs = [(before, after) for before in book.of(claim, Measure.INITIAL_BUDGET)]
    if claim.measure in _RISES:
        pairs = [(more, less) for less, more in pairs]
    yield from _best(claim.figure, pairs)


def _left(claim: Claim, book: _Book) -> Iterator[Posed]:
    """What is left: the adjusted budget without what was spent of it."""
    spent = book.of(claim, Measure.OUTTURN) or book.of(claim, Spoken.SPENT)
    yield from _best(claim.figure, [(all_, one) for all_ in book.of(claim, Measure.ADJUSTED_BUDGET) for one in spent])


def _accounted(claim: Claim, book: _Book) -> Iterator[Posed]:
    """What was spent by a sentence is the outturn, where the rate beside it is that of the outturn."""
    rates = [one.figure for one in book.beside(claim) if one.measure == EXECUTION_RATE]
    budgets_ = book.of(claim, Measure.ADJUSTED_BUDGET) or book.of(claim, Measure.INITIAL_BUDGET)
    outturns = book.of(claim, Measure.OUTTURN)
    if len(outturns) == 1 and any(_gives(rate, outturns[0], budget) for rate in rates for budget in budgets_):
        relation = Duplicate((outturns[0], claim.figure))
        yield Posed(relation, at_most=Severity.WARNING, group=f"{relation.statement}{claim.figure}")


def _gives(rate: Figure, spent: Figure, budget: Figure) -> bool:
    return Quotient(rate, spent, budget).assess().verdict.is_possible


def _best(told: Figure, pairs: Sequence[tuple[Figure, Figure]]) -> Iterator[Posed]:
    """The difference of the first pair that gives it; else of the first, of which nobody can be sure."""
    relations = [Sum.difference(told, more, less) for more, less in pairs]
    fitting = [each for each in relations if each.assess().verdict.is_possible]
    for relation in (fitting or relations)[:1]:
        yield Posed(relation, at_most=Severity.WARNING, group=f"{relation.statement}{told}")
