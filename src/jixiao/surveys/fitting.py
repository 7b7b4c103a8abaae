"""Which way of reckoning gives a printed satisfaction: schemes, questions and ways to average are tried one by one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Literal

from jixiao.quantities import Printed, round_half_up
from jixiao.surveys.schemes import Scheme, schemes_for

Averaging = Literal["各题平均", "先舍入再平均", "合并计算"]

_AVERAGINGS: tuple[Averaging, ...] = ("各题平均", "先舍入再平均", "合并计算")
_EVERY_CHOICE, _EVERY_PAIR = 8, 30
"""Of so many questions every choice is tried, of so many those without one or two, of more those without one: among a
thousand choices of questions some gives any figure by chance."""
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by its name, with how often each answer was given, the best first; 不了解 is not among them."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One way: the scheme, the questions it leaves out, how the others are put together, and its value, of one."""

    scheme: Scheme
    left_out: tuple[str, ...]
    averaging: Averaging
    value: Fraction

    def __str__(self) -> str:
        """The way in words."""
        without = f"，不计{'、'.join(self.left_out)}" if self.left_out else ""
        return f"赋值 {self.scheme.name}{without}，{self.averaging}"


@dataclass(frozen=True, slots=True)
class Fit:
    """What was found: the ways that give the print, those that leave least out first, or else the `nearest`."""

    tried: int
    fits: tuple[Reckoning, ...]
    nearest: tuple[Reckoning, ...]


def fit(stated: Printed, questions: Sequence[Asked], own: Sequence[Scheme] = ()) -> Fit:
    """Every way that gives the printed rate in all its decimals, rounded half-up; else the nearest with their values.

    Tried are the usual schemes and the study's `own`, over all questions and over choices of them.

    >>> from jixiao.quantities import parse_printed
    >>> answers = [Asked("态度", (30, 6, 4, 0, 0)), Asked("效率", (20, 10, 10, 0, 0))]
    >>> [str(way) for way in fit(parse_printed("86.25%"), answers).fits][:1]
    ['赋值 100/75/50/25/0，各题平均']
    """
    ways = list(_ways(questions, own))
    fits = [way for way in ways if round_half_up(way.value * 100, stated.decimals) == stated.value]
    fits.sort(key=lambda way: len(way.left_out))
    return Fit(len(ways), tuple(fits), () if fits else _nearest(stated, ways))


def _nearest(stated: Printed, ways: Sequence[Reckoning]) -> tuple[Reckoning, ...]:
    """The ways that come nearest, of those that print alike the plainest."""
    by_print: dict[Decimal, Reckoning] = {}
    for way in sorted(ways, key=lambda way: (len(way.left_out), _AVERAGINGS.index(way.averaging))):
        by_print.setdefault(round_half_up(way.value * 100, max(stated.decimals, 2)), way)
    return tuple(
        by_print[value] for value in sorted(by_print, key=lambda value: abs(Fraction(value) - stated.value))[:_NEAREST]
    )


def _ways(questions: Sequence[Asked], own: Sequence[Scheme]) -> Iterator[Reckoning]:
    lengths = {len(question.counts) for question in questions}
    if len(lengths) != 1 or not all(sum(question.counts) for question in questions):
        return
    options = lengths.pop()
    known = dict.fromkeys((*own, *schemes_for(options)))
    sums = [_Sums.of(questions, scheme) for scheme in known if len(scheme.weights) == options]
    for number in range(_left_out_at_most(len(questions)) + 1):
        for left_out in combinations(range(len(questions)), number):
            names = tuple(questions[place].name for place in left_out)
            for of_scheme in sums:
                for averaging in _AVERAGINGS:
                    yield Reckoning(of_scheme.scheme, names, averaging, of_scheme.without(left_out, averaging) / 100)


def _left_out_at_most(questions: int) -> int:
    if questions <= _EVERY_CHOICE:
        return questions - 1
    return 2 if questions <= _EVERY_PAIR else 1


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the questions come to under a scheme: for each way of averaging the part and the base that each one adds."""

    scheme: Scheme
    terms: Mapping[Averaging, Sequence[tuple[Fraction, int]]]
    whole: Mapping[Averaging, tuple[Fraction, int]]

    @classmethod
    def of(cls, questions: Sequence[Asked], scheme: Scheme) -> "_Sums":
        values = [(scheme.of(question.counts), sum(question.counts)) for question in questions]
        terms: dict[Averaging, Sequence[tuple[Fraction, int]]] = {
            "各题平均": [(value, 1) for value, _ in values],
            "先舍入再平均": [(Fraction(round_half_up(value, 2)), 1) for value, _ in values],
            "合并计算": [(value * base, base) for value, base in values],
        }
        whole = {way: _added(each) for way, each in terms.items()}
        return cls(scheme, terms, whole)

    def without(self, left_out: Sequence[int], averaging: Averaging) -> Fraction:
        """The value, in percent, of all questions but those."""
        terms, (part, base) = self.terms[averaging], self.whole[averaging]
        less_part, less_base = _added([terms[place] for place in left_out])
        return (part - less_part) / (base - less_base)


def _added(terms: Sequence[tuple[Fraction, int]]) -> tuple[Fraction, int]:
    return sum((part for part, _ in terms), Fraction(0)), sum(base for _, base in terms)
