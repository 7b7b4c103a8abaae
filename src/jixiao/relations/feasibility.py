"""Can several linear equations hold at once when every variable lies in its interval? Decided exactly.

A simplex method over rationals with bounded variables (Bland's order of pivots, so that it always ends). Ends that
are not reached are kept apart by an infinitesimal: a value is a pair, compared like a number and its tie-break.
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


@dataclass(slots=True)
class _Variable:
    """A variable with its bounds and its present value; equations have one too, bounded to 0."""

    low: _Value | None
    high: _Value | None
    value: _Value = (_ZERO, _ZERO)

    @classmethod
    def within(cls, interval: Interval) -> "_Variable":
        low = None if interval.low is None else (interval.low, _ZERO if interval.low_closed else Fraction(1))
        high = None if interval.high is None else (interval.high, _ZERO if interval.high_closed else Fraction(-1))
        return cls(low, high, low or high or (_ZERO, _ZERO))

    @property
    def may_rise(self) -> bool:
        return self.high is None or self.value < self.high

    @property
    def may_fall(self) -> bool:
        return self.low is None or self.value > self.low

    @property
    def broken_bound(self) -> _Value | None:
        if self.low is not None and self.value < self.low:
            return self.low
        return self.high if self.high is not None and self.value > self.high else None


def proof_of_clash(equations: Sequence[Equation], bounds: Mapping[str, Interval]) -> tuple[Fraction, ...] | None:
    """Multipliers, one per equation, whose combination no values within `bounds` satisfy; `None` if all can hold.

    Variables without bounds may be anything. The multipliers are whole numbers without a common divisor.

    >>> x_is_y, x_is_twice_y = {"x": Fraction(1), "y": Fraction(-1)}, {"x": Fraction(1), "y": Fraction(-2)}
    >>> box = {"x": Interval(Fraction(1), Fraction(2)), "y": Interval(Fraction(1), Fraction(2))}
    >>> proof_of_clash([x_is_y], box) is None, proof_of_clash([x_is_y, x_is_twice_y], box)
    (True, (Fraction(1, 1), Fraction(-1, 1)))
    """
    if any(interval.is_empty for interval in bounds.values()):
        raise ValueError("a variable without any possible value clashes with everything")
    clash = _Tableau(equations, bounds).solve()
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
        self._update()

    def solve(self) -> dict[int, Fraction] | None:
        """Move values until every bound holds; the equations' multipliers if that is impossible."""
        while (broken := self._first_broken()) is not None:
            basic, bound = broken
            row, upwards = self._rows[basic], self._variables[basic].value < bound
            partner = next((number for number in sorted(row) if self._helps(number, row[number], upwards)), None)
            if partner is None:
                return self._multipliers(basic, row)
            self._pivot(basic, partner)
            self._variables[basic].value = bound
            self._update()
        return None

    def _first_broken(self) -> tuple[int, _Value] | None:
        for number in sorted(self._rows):
            bound = self._variables[number].broken_bound
            if bound is not None:
                return number, bound
        return None

    def _helps(self, number: int, factor: Fraction, upwards: bool) -> bool:
        variable = self._variables[number]
        return variable.may_rise if (factor > 0) == upwards else variable.may_fall

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
            share = over.pop(partner, _ZERO)
            for number, other in solved.items():
                over[number] = over.get(number, _ZERO) + share * other
                if not over[number]:
                    del over[number]
        self._rows[partner] = solved

    def _update(self) -> None:
        for number, row in self._rows.items():
            parts = [(factor, self._variables[other].value) for other, factor in row.items()]
            self._variables[number].value = (
                sum((factor * value for factor, (value, _) in parts), _ZERO),
                sum((factor * nearly for factor, (_, nearly) in parts), _ZERO),
            )


def _in_lowest_terms(multipliers: list[Fraction]) -> tuple[Fraction, ...]:
    whole = [int(m * lcm(*(m.denominator for m in multipliers))) for m in multipliers]
    divisor = gcd(*whole)
    return tuple(Fraction(number, divisor) for number in whole)
