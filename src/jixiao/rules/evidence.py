"""Evidence: what a rule is applied to, under the keys fixed in the design (section 5).

The same keys serve a case, whose facts and judgements become evidence, and a single line of JSON.
Nothing is guessed: a key that is not given raises `Lacking`, a value that the rule does not allow
raises `NotAllowed`, and both become visible results.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeGuard

from jixiao.expressions import Written, total
from jixiao.quantities import NumberError, exact_text, parse_number, parse_rate
from jixiao.rules.portion import Number, exact, rate_text


class Lacking(Exception):
    """The evidence does not hold what the rule needs; the text says what."""


class NotAllowed(Exception):
    """The evidence holds something the rule has no answer for; the text says what and why."""


class Mark(Enum):
    """How a point of the criteria is judged."""

    MET = "符合"
    PARTLY = "部分符合"
    UNMET = "不符合"


Marks = tuple["Mark | Marks", ...]

_MARK_WORDS = {
    "符合": Mark.MET,
    "基本符合": Mark.PARTLY,
    "部分符合": Mark.PARTLY,
    "不符合": Mark.UNMET,
    True: Mark.MET,
    False: Mark.UNMET,
}
_BASES = ("base", "target", "limit", "reference", "previous")


class Evidence:
    """A read-only view of the given values.

    `formulas` says in words how a number came about. With `traced` every number carries its arithmetic,
    without it all are plain fractions: the same figures either way.

    >>> Evidence({"rate": "2/3"}).number("rate", "执行率")
    Fraction(2, 3)
    >>> Evidence({}).number("rate", "执行率")
    Traceback (most recent call last):
    jixiao.rules.evidence.Lacking: 缺少执行率
    """

    __slots__ = ("_given", "_traced", "formulas")

    def __init__(
        self, given: Mapping[str, object], formulas: Mapping[str, str] | None = None, traced: bool = False
    ) -> None:
        self._given = given
        self._traced = traced
        self.formulas = formulas or {}

    def named(self, formulas: Mapping[str, str]) -> "Evidence":
        """The same evidence, with more said about how its values came about."""
        return Evidence(self._given, {**self.formulas, **formulas}, self._traced)

    def tracing(self, traced: bool) -> "Evidence":
        """The same evidence, its numbers with or without their arithmetic."""
        return Evidence(self._given, self.formulas, traced)

    def has(self, key: str) -> bool:
        """Whether a value is given for `key`."""
        return self._given.get(key) is not None

    def raw(self, key: str, meaning: str) -> object:
        """The value of `key` as given; `meaning` names it for the user when it is lacking."""
        value = self._given.get(key)
        if value is None:
            raise Lacking(f"缺少{meaning}")
        return value

    def number(self, key: str, meaning: str) -> Number:
        """The number under `key`; strings such as "2/3" and "95%" are read exactly."""
        return self._number(self.raw(key, meaning), meaning)

    def numbers(self, key: str, meaning: str) -> tuple[Number, ...]:
        """The list of numbers under `key`."""
        return tuple(self._number(value, meaning) for value in self._list(key, meaning))

    def times(self, key: str, meaning: str) -> Number:
        """How often something occurred: the whole number under `key`, or the sum where it is counted by word."""
        if not isinstance(self.raw(key, meaning), Mapping):
            return _whole(self.number(key, meaning), meaning)
        counts = self.counts(key, meaning).values()
        return total(list(counts)) if counts else self._number(0, meaning)

    def flag(self, key: str, meaning: str) -> bool:
        """The yes or no under `key`."""
        if not self.has(key):
            raise Lacking(f"缺少对“{meaning}”的认定")
        value = self.raw(key, meaning)
        if not isinstance(value, bool):
            raise NotAllowed(f"“{meaning}”应答是或否，读到“{value}”")
        return value

    def word(self, key: str, meaning: str) -> str:
        """The word under `key`."""
        value = self.raw(key, meaning)
        if not isinstance(value, str):
            raise NotAllowed(f"{meaning}应为文字，读到“{value}”")
        return value

    def marks(self) -> Marks:
        """The judged points, from `met` or `levels`; a nested list holds the points of a point."""
        key = "met" if self.has("met") else "levels"
        return _marks(self._list(key, "评价要点的认定"))

    def inputs(self, key: str, meaning: str) -> tuple["Evidence", ...]:
        """The list under `key`, each entry the evidence of one part, unit or alternative."""
        entries = []
        for entry in self._list(key, meaning):
            if isinstance(entry, Evidence):
                entries.append(entry.tracing(self._traced))
            elif isinstance(entry, Mapping):
                entries.append(Evidence(entry, traced=self._traced))
            else:
                raise NotAllowed(f"{meaning}的每一项应为一组数据，读到“{entry}”")
        return tuple(entries)

    def counts(self, key: str, meaning: str) -> Mapping[str, Number]:
        """Counts by word under `key`: whole numbers, 0 or more."""
        value = self.raw(key, meaning)
        if not isinstance(value, Mapping):
            raise NotAllowed(f"{meaning}应按类分列，读到“{value}”")
        return {str(word): _whole(self._number(count, meaning), meaning) for word, count in value.items()}

    def base_key(self, *preferred: str) -> str:
        """Which key holds what the actual figure is divided by or compared with: of several, a preferred one.

        >>> Evidence({"actual": 9, "target": 8, "limit": 10}).base_key("limit")
        'limit'
        """
        return next((key for key in (*preferred, *_BASES) if self.has(key)), "base")

    def is_rate(self, key: str) -> bool:
        """Whether what is given under the key is written as a rate (85%)."""
        return _is_rate_text(self._given.get(key))

    def having(self, **values: object) -> "Evidence":
        """The same evidence with some values replaced."""
        return Evidence({**self._given, **values}, self.formulas, self._traced)

    def _number(self, value: object, meaning: str) -> Number:
        number = as_number(value, meaning)
        if not self._traced:
            return exact(number)
        if isinstance(number, Written):
            return number
        return Written.of(number, rate_text(number) if _is_rate_text(value) else None)

    def _list(self, key: str, meaning: str) -> Sequence[object]:
        value = self.raw(key, meaning)
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise NotAllowed(f"{meaning}应为一列，读到“{value}”")
        return value


def _is_rate_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and value.rstrip().endswith(("%", "％"))


def _whole(number: Number, meaning: str) -> Number:
    value = exact(number)
    if value < 0 or value.denominator != 1:
        raise NotAllowed(f"{meaning}应为 0、1、2 这样的整数，读到“{exact_text(value)}”")
    return number


def as_number(value: object, meaning: str) -> Number:
    """The exact number meant by `value`; a float is refused, since its digits are not what was written."""
    if isinstance(value, Written | Fraction):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite():
        return Fraction(value)
    if isinstance(value, str):
        try:
            return parse_rate(value) if _is_rate_text(value) else parse_number(value)
        except NumberError:
            pass
    raise NotAllowed(f"{meaning}应为数，读到“{value}”")


def _marks(values: Sequence[object]) -> Marks:
    marks: list[Mark | Marks] = []
    for value in values:
        if isinstance(value, Mark):
            marks.append(value)
        elif isinstance(value, bool | str) and value in _MARK_WORDS:
            marks.append(_MARK_WORDS[value])
        elif isinstance(value, Sequence) and not isinstance(value, str):
            marks.append(_marks(value))
        else:
            raise NotAllowed(f"评价要点应认定为符合、部分符合或不符合，读到“{value}”")
    return tuple(marks)
