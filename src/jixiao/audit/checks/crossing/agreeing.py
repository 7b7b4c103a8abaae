"""The same amount or rate in several places: what is said of it must agree, each contradiction being told once."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.audit.checks.crossing.claims import EXECUTION_RATE, Claim
from jixiao.audit.checks.crossing.lexicon import Spoken
from jixiao.checking import Posed
from jixiao.findings import Severity
from jixiao.reading.tables.measures import Measure
from jixiao.relations import Duplicate, Quotient

_CERTAIN = (Measure.INITIAL_BUDGET, Measure.ADJUSTED_BUDGET, Measure.OUTTURN)
_BUDGETS = (*_CERTAIN[:2], Measure.BUDGET, Spoken.APPROVED)
_OF_ONE_SENTENCE = (Spoken.ADDED, Spoken.CUT, Spoken.LEFT)
"""Amounts of which a document may state several: what was added at one time, what was left of one fund."""
_MOST = 6  # different values of one amount that a rate is tried with
_Key = tuple[object, str, int | None]


@dataclass
class _Value:
    """A value and the claims that state it (as far as rounding lets them be one)."""

    claims: list[Claim] = field(default_factory=list)

    @property
    def first(self) -> Claim:
        return self.claims[0]

    def votes(self, discredited: Container[str]) -> int:
        """In how many different statements it stands, those in sentences with a wrong figure left out."""
        return len({claim.source for claim in self.claims if claim.sentence not in discredited})

    @property
    def is_in_table(self) -> bool:
        return any(claim.is_table for claim in self.claims)

    def takes(self, claim: Claim) -> bool:
        """Whether the claim may be of the same value."""
        return Duplicate((self.first.figure, claim.figure)).assess().verdict.is_possible


class Agreements:
    """All claims of a document by what they are about."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._alike: dict[_Key, list[Claim]] = {}
        self._discredited: set[str] = set()
        for claim in claims:
            if claim.measure in _OF_ONE_SENTENCE:
                continue
            self._alike.setdefault((claim.measure, claim.object, claim.year), []).append(claim)

    def relations(self) -> Iterator[Posed]:
        """What agrees, and each contradiction with the value that it contradicts."""
        contradicting: list[tuple[_Value, Claim]] = []
        for alike in sorted(self._alike.values(), key=lambda alike: alike[0].measure not in _CERTAIN):
            values = _values(alike)
            found = list(self._contradictions(values))
            contradicting += found
            self._discredited |= {claim.sentence for _, claim in found}
            failing = {id(claim) for _, claim in found}
            yield from self._reproduced([one for one in alike if id(one) not in failing])
            for value in values:
                told = [one for one in value.claims[1:] if id(one) not in failing and not one.is_table]
                yield from (Posed(Duplicate((value.first.figure, one.figure))) for one in told)
        sentences = {claim.sentence: _trouble(claim) for _, claim in reversed(contradicting)}
        for right, claim in contradicting:
            yield self._contradiction(right, claim, sentences[claim.sentence])

    def _contradictions(self, values: Sequence[_Value]) -> Iterator[tuple[_Value, Claim]]:
        """The claims that agree with nothing settled, or with fewer statements than another value does.

        Tables that differ are compared elsewhere; a total in a sentence may be that of any of them.
        """
        for value in values:
            if self._is_settled(value.first) or value.is_in_table:
                continue
            for claim in value.claims:
                others = [other for other in values if other is not value and _comparable(claim, other.first)]
                right = max(others, key=lambda other: (self._is_settled(other.first), self._votes(other)), default=None)
                if right is not None and (self._is_settled(right.first) or self._outweighs(right, value, values)):
                    yield right, claim

    def _outweighs(self, right: _Value, value: _Value, values: Sequence[_Value]) -> bool:
        """Whether the other value stands more often; of two that stand as often, the one that comes first."""
        if self._votes(right) != self._votes(value):
            return self._votes(right) > self._votes(value)
        return values.index(right) < values.index(value)

    def _votes(self, value: _Value) -> int:
        return value.votes(self._discredited)

    def _is_settled(self, claim: Claim) -> bool:
        """Whether a table or the amounts of the document prove the value, or another budget is as much."""
        if claim.is_table:
            return True
        if claim.measure == EXECUTION_RATE:
            return any(pair.assess().verdict.is_possible for pair in self._pairs(claim, *_BUDGETS))
        if claim.measure is Measure.BUDGET:
            return any(
                Duplicate((other.figure, claim.figure)).assess().verdict.is_possible
                for other in self._of(claim, *_BUDGETS[:2])
            )
        return False

    def _knows_both_budgets(self, claim: Claim) -> bool:
        """Whether both the budget before and after adjustment are known, so that a rate can be of no other."""
        return bool(self._of(claim, Measure.INITIAL_BUDGET) and self._of(claim, Measure.ADJUSTED_BUDGET))

    def _of(self, claim: Claim, *measures: Measure | Spoken) -> list[Claim]:
        """The different claims about the same object and year, a few of each value."""
        found = (each for measure in measures for each in self._alike.get((measure, claim.object, claim.year), ()))
        return list({(each.figure.known.value, each.figure.known.unit): each for each in found}.values())[:_MOST]

    def _reproduced(self, claims: Sequence[Claim]) -> Iterator[Posed]:
        """The rates against the amounts of the document, in whichever sentences or tables those stand.

        A rate that no known budget gives may be one of a budget that was not understood, unless the adjusted one was.
        """
        for claim in claims:
            if claim.measure != EXECUTION_RATE:
                continue
            pairs = list(self._pairs(claim, *_BUDGETS))
            fitting = next((pair for pair in pairs if pair.assess().verdict.is_possible), None)
            told = fitting or next(self._pairs(claim, Measure.ADJUSTED_BUDGET), None)
            if told is not None:
                yield Posed(told, at_most=Severity.WARNING, group=f"{claim.name}{claim.figure}")

    def _pairs(self, claim: Claim, *budgets: Measure | Spoken) -> Iterator[Quotient]:
        """The rate as each outturn divided by each budget."""
        for spent in self._of(claim, Measure.OUTTURN, Spoken.SPENT):
            for budget in self._of(claim, *budgets):
                yield Quotient(claim.figure, spent.figure, budget.figure)

    def _contradiction(self, right: _Value, claim: Claim, of_sentence: str) -> Posed:
        trouble = _trouble(claim)
        is_derived = of_sentence != trouble
        is_certain = claim.measure in _CERTAIN or is_derived
        if claim.measure == EXECUTION_RATE:
            is_certain = self._is_settled(right.first) and self._knows_both_budgets(claim)
        return Posed(
            Duplicate((right.first.figure, claim.figure)),
            f"{claim.name}前后不一致：{claim.figure} 与 {right.first.figure}",
            Severity.ERROR if is_certain else Severity.WARNING,
            group=trouble,
            cause=trouble,
            excused_by=(of_sentence,) if is_derived else (),
        )


def _values(alike: Sequence[Claim]) -> list[_Value]:
    """The different values, those of tables first."""
    values: list[_Value] = []
    for claim in sorted(alike, key=lambda claim: not claim.is_table):
        value = next((value for value in values if value.takes(claim)), None)
        if value is None:
            values.append(value := _Value())
        value.claims.append(claim)
    return values


def _comparable(one: Claim, other: Claim) -> bool:
    return one.side == other.side or not (one.side and other.side)


def _trouble(claim: Claim) -> str:
    return f"{claim.name}{claim.side}写作{claim.figure}"
