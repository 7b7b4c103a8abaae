"""Measures: the one number of the evidence that a curve looks at.

Each measure knows how it is found in the evidence, over which numbers it can run (so that lint can tell
a gap from what cannot occur) and how it is written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import total
from jixiao.rules.evidence import Lacking, Mark, Marks, NotAllowed
from jixiao.rules.portion import Number, exact
from jixiao.rules.ranges import Range
from jixiao.rules.scoring import Scoring, as_count, as_rate


class ZeroBase(Exception):
    """The base of a rate is zero; `actual` is what stands over it."""

    def __init__(self, actual: Number) -> None:
        super().__init__("分母为 0")
        self.actual = actual


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of number a curve is drawn over.

    `find` takes it from a scoring; `percent` says that it is a rate (written 95%); `whole_numbers` that
    only 0, 1, 2 … occur; `domain` is what can occur at all.
    """

    key: str
    name: str
    find: Callable[[Scoring], Number]
    percent: bool
    domain: Range
    whole_numbers: bool = False

    def show(self, value: Fraction) -> str:
        """A value of this measure as it stands in a derivation."""
        return as_rate(value) if self.percent else as_count(value)


def _note(scoring: Scoring, key: str, name: str, number: Number, percent: bool) -> Number:
    scoring.note(scoring.evidence.formulas.get(key, name), number, as_rate if percent else as_count)
    return number


def _quotient(scoring: Scoring, actual: Number, base: Number, key: str, name: str) -> Number:
    if exact(base) == 0:
        raise ZeroBase(actual)
    return _note(scoring, key, name, actual / base, percent=True)


def _rate(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    if evidence.has("actual") and not evidence.has("rate"):
        base = evidence.number(evidence.base_key(), "比率的分母")
        return _quotient(scoring, evidence.number("actual", "比率的分子"), base, "rate", "比率")
    return _note(scoring, "rate", "比率", evidence.number("rate", "比率"), percent=True)


def _completion(scoring: Scoring) -> Number:
    if scoring.evidence.has("completion"):
        return _note(scoring, "completion", "完成率", scoring.evidence.number("completion", "完成率"), percent=True)
    return _rate(scoring)


def _change(scoring: Scoring) -> Number:
    """Relative change: given as `rate`, or current against previous (actual against base)."""
    evidence = scoring.evidence
    if evidence.has("rate"):
        return _note(scoring, "rate", "变动率", evidence.number("rate", "变动率"), percent=True)
    current = evidence.number("current" if evidence.has("current") else "actual", "本期数")
    previous = evidence.number(evidence.base_key(), "上期数")
    if exact(previous) < 0:
        raise NotAllowed("上期数为负，变动率没有意义")
    return _quotient(scoring, current - previous, previous, "rate", "变动率＝（本期数－上期数）÷上期数")


def _trend(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    difference = evidence.number("current", "本期数") - evidence.number(evidence.base_key(), "上期数")
    return _note(scoring, "trend", "比上期增减＝本期数－上期数", difference, percent=False)


def _ratio(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    current = evidence.number("current", "本期数")
    return _quotient(scoring, current, evidence.number(evidence.base_key(), "对比数"), "ratio", "本期数÷对比数")


def _excess(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    if evidence.has("excess"):
        return _note(scoring, "excess", "超出数", evidence.number("excess", "超出数"), percent=False)
    over = evidence.number("actual", "实际数") - evidence.number(evidence.base_key(), "限额")
    return _note(scoring, "excess", "超出数＝实际数－限额", over, percent=False)


def _bad_share(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    bad, total = evidence.number("bad", "有问题的金额"), evidence.number("total", "核查的总金额")
    return _quotient(scoring, bad, total, "bad_share", "问题金额占比＝问题金额÷核查总额")


def _percentile(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    place, of = evidence.number("rank", "名次"), evidence.number("of", "参加排名的总数")
    return _quotient(scoring, place, of, "percentile", "名次占比＝名次÷总数")


def _best(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    own, best = evidence.number("own", "本单位数值"), evidence.number("best", "最优数值")
    return _quotient(scoring, own, best, "best", "与最优之比＝本单位数值÷最优数值")


def _faults(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    for key in ("faults", "count", "events"):
        if evidence.has(key):
            value = evidence.raw(key, "问题次数")
            if isinstance(value, Mapping):
                number = total([scoring.figure(0), *evidence.counts(key, "问题次数").values()])
            else:
                number = evidence.number(key, "问题次数")
            return _note(scoring, "faults", "问题个数", number, percent=False)
    raise Lacking("缺少问题个数")


def _marked(mark: Mark) -> Callable[[Scoring], Number]:
    def find(scoring: Scoring) -> Number:
        marks = flat(scoring.evidence.marks())
        if Mark.PARTLY in marks:
            raise NotAllowed("本规则的要点只能认定为符合或不符合；部分符合请用“调整得分”并写明理由")
        number = scoring.figure(marks.count(mark))
        scoring.note(f"{mark.value}的要点数", number, as_count)
        return number

    return find


def flat(marks: Marks) -> tuple[Mark, ...]:
    """All marks of a nested judgement in order."""
    return tuple(each for mark in marks for each in ((mark,) if isinstance(mark, Mark) else flat(mark)))


def _plain(key: str, name: str, percent: bool = False) -> Callable[[Scoring], Number]:
    return lambda scoring: _note(scoring, key, name, scoring.evidence.number(key, name), percent)


_NOT_NEGATIVE = Range(Fraction(0), True)
_FROM_ONE = Range(Fraction(1), True)
_SHARE = Range(Fraction(0), True, Fraction(1), True)
_ANY = Range()

MEASURES = {
    measure.key: measure
    for measure in (
        Measure("rate", "比率", _rate, True, _NOT_NEGATIVE),
        Measure("completion", "完成率", _completion, True, _NOT_NEGATIVE),
        Measure("change", "变动率", _change, True, Range(Fraction(-1), True)),
        Measure("deviation", "偏差率", _plain("rate", "偏差率", percent=True), True, _ANY),
        Measure("ratio", "与对比数之比", _ratio, True, _NOT_NEGATIVE),
        Measure("bad_share", "问题金额占比", _bad_share, True, _SHARE),
        Measure("percentile", "名次占比", _percentile, True, _SHARE),
        Measure("best", "与最优之比", _best, True, _NOT_NEGATIVE),
        Measure("value", "数值", _plain("value", "数值"), False, _ANY),
        Measure("trend", "比上期增减", _trend, False, _ANY),
        Measure("excess", "超出数", _excess, False, _ANY),
        Measure("delay", "延误时间", _plain("delay", "延误时间"), False, _NOT_NEGATIVE),
        Measure("count", "个数", _plain("count", "个数"), False, _NOT_NEGATIVE, whole_numbers=True),
        Measure("faults", "问题个数", _faults, False, _NOT_NEGATIVE, whole_numbers=True),
        Measure("met", "符合的要点数", _marked(Mark.MET), False, _NOT_NEGATIVE, whole_numbers=True),
        Measure("unmet", "不符合的要点数", _marked(Mark.UNMET), False, _NOT_NEGATIVE, whole_numbers=True),
        Measure("rank", "名次", _plain("rank", "名次"), False, _FROM_ONE, whole_numbers=True),
    )
}
