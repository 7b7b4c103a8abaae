"""Which one figure, printed otherwise, would mend several failing relations at once: that figure is suspected.

A figure that two failing relations share is no reason to hang one on the other: both may have mistakes of their own.
It is one mistake where a single other value makes both hold, without breaking as many that hold now.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.findings import NOWHERE, Place, Verdict
from jixiao.quantities import Printed, round_half_up
from jixiao.relations import Duplicate, Figure, Relation

Key = tuple[str, tuple[Place, int | None, int | None]]
"""What is printed and at which spot: families may take one figure in different units, or by different names."""

_MOST_TRIED = 10  # values of a figure, each of which would mend one of its relations; a quotient proposes two


@dataclass(frozen=True, slots=True)
class Mend:
    """A figure, what it would have to be, and the numbers of the relations that would hold then."""

    figure: Key
    text: str
    mended: tuple[int, ...]


def mends(failing: Mapping[int, Relation], holding: Sequence[Relation]) -> tuple[Mend, ...]:
    """The mends of the failing relations, the one that mends most first; every relation is mended at most once."""
    standing = _by_figure(enumerate(holding))
    found = [
        mend
        for key, numbers in _by_figure(failing.items()).items()
        if len(numbers) > 1
        for mend in _mends_of(key, {n: failing[n] for n in numbers}, [holding[n] for n in standing.get(key, ())])
    ]
    chosen: list[Mend] = []
    left = set(failing)
    while found:
        found = [replace(each, mended=rest) for each in found if len(rest := _still(each.mended, left)) > 1]
        best = max(found, key=lambda each: len(each.mended), default=None)
        if best is not None:
            chosen.append(best)
            left -= set(best.mended)
    return tuple(chosen)


def _still(numbers: Iterable[int], left: set[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number in left)


def _by_figure(relations: Iterable[tuple[int, Relation]]) -> dict[Key, list[int]]:
    """The numbers of the relations by the figures they go through."""
    found: dict[Key, list[int]] = {}
    for number, relation in relations:
        for key in dict.fromkeys(_key(figure) for figure in relation.figures if _is_known(figure)):
            found.setdefault(key, []).append(number)
    return found


def _mends_of(key: Key, failing: Mapping[int, Relation], holding: Sequence[Relation]) -> Iterator[Mend]:
    """What the figure would have to be for at least two of the relations, and for more than would break by it."""
    through = {number: _Through.of(relation, key) for number, relation in failing.items()}
    tried = dict.fromkeys(value for each in through.values() for value in each.wanted())
    for value in list(tried)[:_MOST_TRIED]:
        mended = tuple(number for number, each in through.items() if each.holds_with(value))
        if len(mended) < 2:
            continue
        broken = sum(not _Through.of(relation, key).holds_with(value) for relation in holding)
        if broken < len(mended):
            yield Mend(key, value.shown, mended)


@dataclass(frozen=True, slots=True)
class _Value:
    """What a figure might have been: plain, so that one taken in 万元 and in 元 is compared by its print."""

    value: Fraction
    decimals: int

    @property
    def shown(self) -> str:
        return str(round_half_up(self.value, max(self.decimals, 0)))


@dataclass(frozen=True, slots=True)
class _Through:
    """A relation seen from one of its figures: what would it be with another number there?"""

    relation: Relation
    figure: Printed

    @classmethod
    def of(cls, relation: Relation, key: Key) -> "_Through":
        """The relation with numbers of its own, so that the one at the key can be told from equal ones."""
        own = relation.read(lambda printed: replace(printed))
        return cls(own, next(each.known for each in own.figures if _is_known(each) and _key(each) == key))

    def holds_with(self, value: _Value) -> bool:
        """Whether the relation holds with this number in place of the figure's."""
        return self._with(value.value).assess().verdict.is_possible

    def wanted(self) -> Iterator[_Value]:
        """The numbers with which the relation may hold, rounded as printed; of the other sign only its own opposite."""
        for solution in self._solutions():
            value = Fraction(round_half_up(solution, max(self.figure.decimals, 0)))
            if (solution < 0) == (self.figure.value < 0) or value == -self.figure.value:
                yield _Value(value, self.figure.decimals)

    def _solutions(self) -> Iterator[Fraction]:
        """What else is printed, for copies; else a straight line or a hyperbola through two trials."""
        if isinstance(self.relation, Duplicate):
            yield from (each.known.value_in(self.figure.unit) for each in self._others())
            return
        value = self.figure.value
        here, there = self._gap(value), self._gap(value + 1)
        if here is not None and there is not None and here != there:
            straight = value - here / (there - here)
            yield straight
            if value > 0 and self._gap(straight) != 0:  # what others are divided by
                bend = (here - there) * value * (value + 1)
                if bend != here * value:
                    yield bend * value / (bend - here * value)
        elif here is None:
            yield from (each.known.value_in(self.figure.unit) for each in self._others())

    def _gap(self, value: Fraction) -> Fraction | None:
        """How far what is computed is from what is printed, with this number in place of the figure's."""
        relation = self._with(value)
        assessment = relation.assess()
        if assessment.verdict is Verdict.UNDECIDED or assessment.computed is None:
            return None
        return assessment.computed - relation.stated.known.value

    def _others(self) -> Iterator[Figure]:
        for each in self.relation.figures:
            if each.printed not in (None, self.figure) and _dimension(each.known) == _dimension(self.figure):
                yield each

    def _with(self, value: Fraction) -> Relation:
        changed = replace(self.figure, value=value)
        return self.relation.read(lambda printed: changed if printed is self.figure else printed)


def _dimension(printed: Printed) -> str:
    return "" if printed.unit is None else printed.unit.dimension


def _is_known(figure: Figure) -> bool:
    return figure.printed is not None and figure.place != NOWHERE


def _key(figure: Figure) -> Key:
    return str(figure.known), figure.place.spot
