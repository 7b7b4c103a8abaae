"""Can several linear equations hold at once when every variable lies in its interval? Decided exactly.

A simplex method over rationals with bounded variables. It starts from the middle of every interval and repairs the
worst equation first; should that take long, it goes on in Bland's order, which always ends. Ends that are not reached
are kept apart by an infinitesimal: a value is a pair, compared like a number and its tie-break.

When the equations clash, the answer is a proof: multipliers with which they add up to one equation that cannot hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from jixiao.quantities import Interval

Equation = Mapping[str, Fraction]
"""Coefficients by variable; their sum of products should be 0."""

_Value = tuple[Fraction, Fraction]
_ZERO = Fraction(0)
_NOTHING: _Value = (_ZERO, _ZERO)


@dataclass(slots=True)
class _Variable:
    """A variable with its bounds and its present value; equations have one too, bounded to 0."""

    low: _Value | None
    high: _Value | None
    value: _Value = _NOTHING

    @classmethod
    def within(cls, interval: Interval) -> "_Variable":
        low = None if interval.low is None else (interval.low, _ZERO if interval.low_closed else Fraction(1))
        high = None if interval.high is None else (interval.high, _ZERO if interval.high_closed else Fraction(-1))
        middle = None if low is None or high is None else ((low[0] + high[0]) / 2, _ZERO)
        return cls(low, high, middle or low or high or _NOTHING)

    def room(self, upwards: bool) -> _Value | None:
        """How far the value may still move in a direction; `None` if without limit."""
        limit = self.high if upwards else self.low
        return None if limit is None else _apart(limit, self.value)

    @property
    def broken_bound(self) -> _Value | None:
        if self.low is not None and self.value < self.low:
            return self.low
        return self.high if self.high is not None and self.value > self.high else None


def _apart(one: _Value, other: _Value) -> _Value:
    """The absolute difference of two values."""
    difference = one[0] - other[0], one[1] - other[1]
    return difference if difference >= _NOTHING else (-difference[0], -difference[1])


def proof_of_clash(
    equations: Sequence[Equation], bounds: Mapping[str, Interval], patience: int = 5
) -> tuple[Fraction, ...] | None:
    """Multipliers, one per equation, whose combination no values within `bounds` satisfy; `None` if all can hold.

    Variables without bounds may be anything. The multipliers are whole numbers without a common divisor, the first of
    them positive. `patience` is the number of pivots per equation after which the order that is sure to end takes
    over; it changes the time taken, never whether there is a proof.

    >>> x_is_y, x_is_twice_y = {"x": Fraction(1), "y": Fraction(-1)}, {"x": Fraction(1), "y": Fraction(-2)}
    >>> box = {"x": Interval(Fraction(1), Fraction(2)), "y": Interval(Fraction(1), Fraction(2))}
    >>> proof_of_clash([x_is_y], box) is None, proof_of_clash([x_is_y, x_is_twice_y], box)
    (True, (Fraction(1, 1), Fraction(-1, 1)))
    """
    if any(interval.is_empty for interval in bounds.values()):
        raise ValueError("a variable without any possible value clashes with everything")
    clash = _Tableau(equations, bounds).solve(patience * len(equations))
    return None if clash is None else _in_lowest_terms([clash.get(index, _ZERO) for index in range(len(equations))])


class _Tableau:
    """Basic variables as rows over the others. Variables are the equations first, then the quantities, by number."""

    def __init__(self, equations: Sequence[Equation], bounds: Mapping[str, Interval]) -> None:
        names = list(dict.fromkeys(name for equation in equations for name in equation))
        numbers = {name: len(equations) + place for place, name in enumerate(names)}
        zero = Interval.point(0)
        everything = Interval(None, None)
        self._equations = len(equations)
        self._variables = [_Variable.within(zero) for _ in equations]
        self._variables += [_Variable.within(bounds.get(name, everything)) for name in names]
        self._rows = {
            index: {numbers[name]: factor for name, factor in equation.items() if factor}
            for index, equation in enumerate(equations)
        }
        for index, row in self._rows.items():
            self._variables[index].value = self._total(row)

    def solve(self, patience: int) -> dict[int, Fraction] | None:
        """Move values until every bound holds; the equations' multipliers if that is impossible."""
        while broken := self._broken():
            basic = max(broken, key=lambda number: self._violation(number, broken[number])) if patience else min(broken)
            reaches = self._reaches(self._rows[basic], self._variables[basic].value < broken[basic])
            if not reaches:
                return self._multipliers(basic, self._rows[basic])
            partner = max(reaches, key=lambda number: reaches[number]) if patience else min(reaches)
            self._move(basic, partner, broken[basic])
            self._pivot(basic, partner)
            patience = max(patience - 1, 0)
        return None

    def _total(self, row: Mapping[int, Fraction]) -> _Value:
        parts = [(factor, self._variables[number].value) for number, factor in row.items()]
        return (
            sum((factor * value for factor, (value, _) in parts), _ZERO),
            sum((factor * nearly for factor, (_, nearly) in parts), _ZERO),
        )

    def _broken(self) -> dict[int, _Value]:
        """The basic variables that are out of bounds, each with the bound it should return to."""
        bounds = ((number, self._variables[number].broken_bound) for number in self._rows)
        return {number: bound for number, bound in bounds if bound is not None}

    def _violation(self, number: int, bound: _Value) -> _Value:
        return _apart(self._variables[number].value, bound)

    def _reaches(self, row: Mapping[int, Fraction], upwards: bool) -> dict[int, tuple[bool, _Value]]:
        """The variables of a row that can move it, and how far: without limit, or by so much."""
        reaches = {}
        for number, factor in row.items():
            room = self._variables[number].room(upwards if factor > 0 else not upwards)
            if room is None:
                reaches[number] = (True, _NOTHING)
            elif room > _NOTHING:
                reaches[number] = (False, (room[0] * abs(factor), room[1] * abs(factor)))
        return reaches

    def _move(self, basic: int, partner: int, bound: _Value) -> None:
        """Bring a basic variable to its bound by moving its partner, and with that all other rows."""
        value, factor = self._variables[basic].value, self._rows[basic][partner]
        step = (bound[0] - value[0]) / factor, (bound[1] - value[1]) / factor
        self._variables[basic].value = bound
        moved = {number: row[partner] for number, row in self._rows.items() if partner in row and number != basic}
        for number, share in {**moved, partner: Fraction(1)}.items():
            before = self._variables[number].value
            self._variables[number].value = before[0] + share * step[0], before[1] + share * step[1]

    def _multipliers(self, basic: int, row: Mapping[int, Fraction]) -> dict[int, Fraction]:
        """The row says basic − Σ factor·other = 0: in it, the variable of each equation carries its multiplier."""
        combination = {basic: Fraction(1), **{number: -factor for number, factor in row.items()}}
        return {number: factor for number, factor in combination.items() if number < self._equations}

    def _pivot(self, basic: int, partner: int) -> None:
        """Exchange a basic variable with one of its row: solve the row for the partner and substitute it elsewhere."""
        row = self._rows.pop(basic)
        factor = row.pop(partner)
        solved = {number: -other / factor for number, other in row.items()} | {basic: 1 / factor}
        for over in self._rows.values():
            if not (share := over.pop(partner, _ZERO)):
                continue
            for number, other in solved.items():
                over[number] = over.get(number, _ZERO) + share * other
                if not over[number]:
                    del over[number]
        self._rows[partner] = solved


def _in_lowest_terms(multipliers: list[Fraction]) -> tuple[Fraction, ...]:
    whole = [int(m * lcm(*(m.denominator for m in multipliers))) for m in multipliers]
    divisor = gcd(*whole) * (1 if next(filter(None, whole)) > 0 else -1)
    return tuple(Fraction(number, divisor) for number in whole)
