"""Which way of reckoning gives a printed satisfaction: schemes, questions and ways to average are tried one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Literal

from jixiao.quantities import Printed, round_half_up
from jixiao.surveys.schemes import Scheme, schemes_for

Averaging = Literal["各题平均", "先舍入再平均", "合并计算"]

_AVERAGINGS: tuple[Averaging, ...] = ("各题平均", "先舍入再平均", "合并计算")
_MOST_QUESTIONS = 8
"""Of so many questions every choice is tried; of more, those that leave out one or two: a thousand choices of questions
give any figure by chance."""
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

    Tried are the usual schemes and the study's `own`, over all questions and over every choice of them.

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
    schemes = [scheme for scheme in known if len(scheme.weights) == options]
    most = len(questions) - 1 if len(questions) <= _MOST_QUESTIONS else 2
    for number in range(most + 1):
        for left_out in combinations(range(len(questions)), number):
            kept = [question for place, question in enumerate(questions) if place not in left_out]
            names = tuple(questions[place].name for place in left_out)
            for scheme in schemes:
                for averaging in _AVERAGINGS:
                    yield Reckoning(scheme, names, averaging, _value(kept, scheme, averaging) / 100)


def _value(questions: Sequence[Asked], scheme: Scheme, averaging: Averaging) -> Fraction:
    if averaging == "合并计算":
        return scheme.of([sum(each) for each in zip(*(question.counts for question in questions), strict=True)])
    values = [scheme.of(question.counts) for question in questions]
    if averaging == "先舍入再平均":
        values = [Fraction(round_half_up(value, 2)) for value in values]
    return sum(values, Fraction(0)) / len(values)
