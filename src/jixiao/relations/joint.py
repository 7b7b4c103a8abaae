"""Several sums at once: relations that hold one by one can still be impossible together.

Figures of one name are one quantity. `tighten` is cheap and narrows what each quantity can be; `find_clash` decides
exactly, and names a smallest group of sums that cannot hold together, with the combination that proves it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import combinations
from math import comb
from operator import add

from jixiao.findings import Verdict
from jixiao.quantities import EVERYTHING, Interval, UnitError
from jixiao.relations.feasibility import proof_of_clash
from jixiao.relations.figures import Figure, same_dimension
from jixiao.relations.sums import Sum

Bounds = Mapping[str, Interval]
"""What each quantity may be, by name, in the base unit of its dimension (元 for amounts)."""

_ROUNDS = 100  # intervals may go on shrinking for ever; what is found until then is true all the same
_GROUPS_TRIED = 5_000


@dataclass(frozen=True, slots=True)
class Clash:
    """Sums that cannot hold together although each of them can.

    Added up with the `multipliers`, they say that `combination` (factors by quantity) comes to 0; within the `bounds`
    of the quantities it never does.
    """

    sums: tuple[Sum, ...]
    multipliers: tuple[Fraction, ...]
    combination: Mapping[str, Fraction]
    bounds: Bounds

    @property
    def reached(self) -> Interval:
        """What the combination can come to; 0 is not in it."""
        return reduce(add, (self.bounds[name].scale(factor) for name, factor in self.combination.items()))


def bounds_of(sums: Iterable[Sum]) -> dict[str, Interval]:
    """What every quantity of the sums may be by its own print; copies are intersected, to nothing if they contradict.

    A quantity that is not stated may be anything.
    """
    bounds: dict[str, Interval] = {}
    for figure in (figure for relation in sums for figure in relation.figures):
        bounds[figure.name] = bounds.get(figure.name, EVERYTHING).intersect(_in_base_unit(figure))
    return bounds


def tighten(sums: Sequence[Sum]) -> dict[str, Interval]:
    """The bounds of all quantities, narrowed by one sum after the other until nothing changes.

    An empty interval proves that the sums cannot hold together. The converse does not hold: see `find_clash`.

    >>> parts = [Figure.of("甲", "0.33万元"), Figure.of("乙", "0.33万元")]
    >>> print(tighten([Sum.of(Figure.of("合计", "0.67万元"), parts)])["甲"])
    [3300, 3350]
    """
    usable = _usable(sums)
    bounds = bounds_of(usable)
    equations = [_equation(relation) for relation in usable]
    for _ in range(_ROUNDS):
        before = dict(bounds)
        for equation in equations:
            for name in equation:
                bounds[name] = bounds[name].intersect(_implied(name, equation, bounds))
                if bounds[name].is_empty:
                    return bounds
        if bounds == before:
            break
    return bounds


def find_clash(sums: Sequence[Sum]) -> Clash | None:
    """A smallest group of sums that are impossible together; `None` if exact values exist that satisfy all.

    Sums that fail alone, whose units do not fit, or that go through a quantity printed in two contradictory ways are
    left out: they have findings of their own. A sum with a missing figure takes part, its missing quantity being free.
    Where there are very many groups to try, the group returned is only certain to hold together again when any one of
    its sums is left out.
    """
    components = _components(_usable(sums))
    groups = [_smallest(group, connected) for connected in components if (group := _clashing(connected))]
    return _proven(min(groups, key=len)) if groups else None


def _smallest(group: list[Sum], among: Sequence[Sum]) -> list[Sum]:
    """Leave out what is not needed for the clash; then see whether fewer sums, perhaps others, clash as well."""
    for relation in list(group):
        group = _clashing([other for other in group if other is not relation]) or group
    for size in range(2, len(group)):
        if comb(len(among), size) > _GROUPS_TRIED:
            break
        for some in combinations(among, size):
            if _clashing(some):
                return list(some)
    return group


def _components(sums: Sequence[Sum]) -> list[list[Sum]]:
    """The sums in groups that share no quantity with each other; a clash lies within one of them."""
    groups: list[tuple[set[str], list[Sum]]] = []
    for relation in sums:
        names = {figure.name for figure in relation.figures}
        members = [relation]
        apart = []
        for others, group in groups:
            if names & others:
                names, members = names | others, group + members
            else:
                apart.append((others, group))
        groups = [*apart, (names, members)]
    return [members for _, members in groups]


def _clashing(sums: Sequence[Sum]) -> list[Sum]:
    """The sums that take part in a proof that all of `sums` cannot hold together; none if they can."""
    multipliers = proof_of_clash([_equation(relation) for relation in sums], bounds_of(sums)) or ()
    return [relation for relation, multiplier in zip(sums, multipliers, strict=False) if multiplier]


def _proven(group: Sequence[Sum]) -> Clash:
    bounds = bounds_of(group)
    equations = [_equation(relation) for relation in group]
    multipliers = proof_of_clash(equations, bounds)
    if multipliers is None:
        raise ValueError("these sums can hold together")
    combination: dict[str, Fraction] = {}
    for multiplier, equation in zip(multipliers, equations, strict=True):
        for name, factor in equation.items():
            combination[name] = combination.get(name, Fraction(0)) + multiplier * factor
    used = {name: factor for name, factor in combination.items() if factor}
    return Clash(tuple(group), multipliers, used, {name: bounds[name] for name in used})


def _usable(sums: Sequence[Sum]) -> list[Sum]:
    usable = [relation for relation in (given.without_blanks() for given in sums) if _is_usable(relation)]
    contradictory = {name for name, interval in bounds_of(usable).items() if interval.is_empty}
    return [relation for relation in usable if not contradictory & {figure.name for figure in relation.figures}]


def _is_usable(relation: Sum) -> bool:
    stated = [figure for figure in relation.figures if not figure.is_missing]
    if not stated or any(figure.known.has_excess_digits for figure in stated):
        return False
    try:
        same_dimension(stated)
    except UnitError:
        return False
    return relation.assess().verdict is not Verdict.IMPOSSIBLE


def _equation(relation: Sum) -> dict[str, Fraction]:
    """The sum as coefficients by quantity: items less total is 0. Units do not enter: bounds are in base units."""
    equation = {relation.total.name: Fraction(-1)}
    for term in relation.terms:
        equation[term.figure.name] = equation.get(term.figure.name, Fraction(0)) + term.weight
    return {name: factor for name, factor in equation.items() if factor}


def _implied(name: str, equation: Mapping[str, Fraction], bounds: Bounds) -> Interval:
    """What the other quantities of an equation leave for one of them."""
    others = (bounds[other].scale(factor) for other, factor in equation.items() if other != name)
    return reduce(add, others, Interval.point(0)).scale(-1 / equation[name])


def _in_base_unit(figure: Figure) -> Interval:
    if figure.printed is None:
        return EVERYTHING
    factor = figure.printed.unit.factor if figure.printed.unit else Fraction(1)
    return figure.printed.interval().scale(factor)
