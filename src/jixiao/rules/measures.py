"""Measures: the one number of the evidence that a curve looks at.

Each measure knows how it is found in the evidence, over which numbers it can run (so that lint can tell
a gap from what cannot occur) and how it is read, written and spoken of.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import larger
from jixiao.rules.evidence import Mark, Marks, NotAllowed
from jixiao.rules.portion import Number, exact
from jixiao.rules.ranges import Range, number_text
from jixiao.rules.scoring import Scoring, as_count, as_rate
from jixiao.rules.spec import parse_figure, parse_points


class ZeroBase(Exception):
    """The base of a rate is zero; `actual` is what stands over it."""

    def __init__(self, actual: Number) -> None:
        super().__init__("分母为 0")
        self.actual = actual


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of number a curve is drawn over.

    `find` takes it from a scoring; `percent` says that it is a rate (written 95%); `whole_numbers` that
    only 0, 1, 2 … occur; `domain` is what can occur at all; `more`, `less` and `unit` are its words.
    """

    key: str
    name: str
    find: Callable[[Scoring], Number]
    percent: bool
    domain: Range
    whole_numbers: bool = False
    more: str = "高于"
    less: str = "低于"
    unit: str = ""

    def figure(self, text: str) -> Fraction:
        """A bound, anchor or step of a rule as written for this measure; otherwise a NumberError.

        >>> MEASURES["rate"].figure("95%"), MEASURES["delay"].figure("5天")
        (Fraction(19, 20), Fraction(5, 1))
        """
        may_be_rate = not self.whole_numbers and text.endswith(("%", "％"))
        return parse_points(text) if self.percent or may_be_rate else parse_figure(text)

    def text(self, value: Fraction) -> str:
        """A bound, anchor or step as it is written in a rule."""
        return number_text(value, self.percent)

    def show(self, value: Fraction) -> str:
        """A value of this measure as it stands in a derivation."""
        return as_rate(value) if self.percent else as_count(value)

    def show_within(self, value: Fraction, when: Range) -> str:
        """The same, with all its digits where rounding would carry it out of the range it lies in.

        >>> MEASURES["rate"].show_within(Fraction("0.89999"), Range.parse("<90%"))
        '89.999%'
        """
        hundredth = 10_000 if self.percent else 10**6
        shown = Fraction((abs(value) * hundredth * 2 + 1) // 2, hundredth) * (-1 if value < 0 else 1)
        return self.show(value) if when.contains(shown) else self.text(value)

    def worded(self, when: Range) -> str:
        """A range of this measure in words; "" for the range that holds everything."""
        return when.worded(self.percent, self.more, self.less)


def _note(scoring: Scoring, key: str, name: str, number: Number, percent: bool) -> Number:
    scoring.note(scoring.evidence.formulas.get(key, name), number, as_rate if percent else as_count)
    return number


def _quotient(scoring: Scoring, actual: Number, base: Number, key: str, name: str) -> Number:
    if exact(base) == 0:
        raise ZeroBase(actual)
    if exact(base) < 0:
        raise NotAllowed(f"{name.partition('＝')[0]}的分母为负（{as_count(exact(base))}），比率没有意义")
    return _note(scoring, key, name, actual / base, percent=True)


def _given(scoring: Scoring, keys: tuple[str, ...], name: str, percent: bool) -> Number:
    """The number under the first of `keys` that is given; Lacking where none is."""
    key = next((key for key in keys if scoring.evidence.has(key)), keys[0])
    return _note(scoring, key, name, scoring.evidence.number(key, name), percent)


def _rate(scoring: Scoring) -> Number:
    """A rate by whatever key it is given, or the actual figure over its base."""
    evidence = scoring.evidence
    if evidence.has("actual") and not any(evidence.has(key) for key in _RATES):
        if evidence.is_rate("actual") and not evidence.has(evidence.base_key()):
            return _note(scoring, "rate", "比率", evidence.number("actual", "比率"), percent=True)
        base = evidence.number(evidence.base_key(), "比率的分母")
        return _quotient(scoring, evidence.number("actual", "比率的分子"), base, "rate", "比率")
    return _given(scoring, _RATES, "比率", percent=True)


def rate_beside_target(scoring: Scoring, bounds: Collection[Fraction], counted: bool) -> Number | None:
    """The actual figure where it is the rate itself, the target beside it being one of the rule's own bounds.

    85% beside a target of 90% is no 94.44% where the rule says what is earned from 90% on, and neither is 85 beside 90
    unless the rule speaks of what is `counted` (完成率: 85 of 90). A target of 100 and more is an amount: no rate in
    percent is written so, but for 100 % itself, where it makes no difference.
    """
    evidence = scoring.evidence
    if any(map(evidence.has, _RATES)) or not evidence.has("actual") or evidence.base_key() != "target":
        return None
    target, actual = exact(evidence.number("target", "目标值")), evidence.number("actual", "实际值")
    if target in bounds:
        return _note(scoring, "rate", "比率", actual, percent=True)
    if target < 100 and target / 100 in bounds and not counted:
        return _note(scoring, "rate", "比率", actual / scoring.figure(100), percent=True)
    return None


def _completion(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    if evidence.has("actual") and not evidence.has("completion"):
        return _rate(scoring)
    return _given(scoring, ("completion", "rate", "value"), "完成率", percent=True)


def _mark(scoring: Scoring) -> Number:
    """Marks out of a hundred (满意度90分) as a share: given as a rate, or in points."""
    evidence = scoring.evidence
    if evidence.has("rate"):
        rate = _note(scoring, "rate", "得分率", evidence.number("rate", "得分率"), percent=True)
        if exact(rate) > 1:
            raise NotAllowed("百分制得分的得分率不应大于 100%")
        return rate
    marks = _given(scoring, ("value", "actual", "score"), "百分制得分", percent=False)
    return _quotient(scoring, marks, scoring.figure(100), "mark", "得分率＝百分制得分÷100")


def _to_target(scoring: Scoring) -> Number:
    """What was reached over a target that the rule leaves open; a rate given alone is this quotient."""
    evidence = scoring.evidence
    key = evidence.base_key("target")
    actual = next((each for each in ("actual", "rate", "value", "count") if evidence.has(each)), None)
    if evidence.has("completion") or actual is None or not evidence.has(key):
        return _completion(scoring)
    name = "完成率＝实际值÷目标值"
    return _quotient(scoring, evidence.number(actual, "实际值"), evidence.number(key, "目标值"), "completion", name)


def _margin(scoring: Scoring) -> Number:
    """How far a rate lies above a target that the rule leaves open."""
    evidence = scoring.evidence
    reached = evidence.number(next((key for key in ("actual", "rate", "value") if evidence.has(key)), "rate"), "实际值")
    margin = reached - evidence.number(evidence.base_key("target"), "目标值")
    return _note(scoring, "margin", "与目标值之差＝实际值－目标值", margin, percent=True)


def _now(scoring: Scoring) -> Number:
    return scoring.evidence.number("actual" if scoring.evidence.has("actual") else "current", "本期数")


def _compared(scoring: Scoring) -> Number:
    return scoring.evidence.number(scoring.evidence.base_key("previous", "reference"), "用来对比的数")


def _change(scoring: Scoring) -> Number:
    """Relative change: given as `rate`, or this period's figure against the earlier one."""
    if scoring.evidence.has("rate") or scoring.evidence.has("value"):
        return _given(scoring, ("rate", "value"), "变动率", percent=True)
    previous = _compared(scoring)
    return _quotient(scoring, _now(scoring) - previous, previous, "rate", "变动率＝（本期数－上期数）÷上期数")


def _deviation(scoring: Scoring) -> Number:
    """Signed deviation: given as `rate`, or the actual figure against its target or base: (actual − base) ÷ base.

    So 预算调整率 of a budget of 100 adjusted to 107 is 7 %; a rule that asks for its size takes it without its sign.
    An `actual` of at most half its `base` is refused, since it is rather the difference (the 7) than what was reached.
    """
    evidence = scoring.evidence
    if evidence.has("rate") or not evidence.has("actual"):
        return _given(scoring, ("rate", "value"), "偏差率", percent=True)
    key = evidence.base_key("target")
    actual, base = evidence.number("actual", "实际值"), evidence.number(key, "目标值")
    if key != "target" and 2 * exact(actual) <= exact(base):
        raise NotAllowed(f"实际值（{as_count(exact(actual))}）不到基数的一半，是实际值还是差额没有写明，请给出偏差率")
    return _quotient(scoring, actual - base, base, "rate", "偏差率＝（实际值－目标值）÷目标值")


def _reduction(scoring: Scoring) -> Number:
    """By how much a figure fell: given as `rate`, positive where it fell, or against the earlier or planned figure."""
    evidence = scoring.evidence
    if evidence.has("rate") or evidence.has("value"):
        return _given(scoring, ("rate", "value"), "下降率", percent=True)
    compared = _compared(scoring)
    return _quotient(scoring, compared - _now(scoring), compared, "rate", "下降率＝（对比数－本期数）÷对比数")


def _trend(scoring: Scoring) -> Number:
    """This period against an earlier one or another figure; of a change rate only the sign matters."""
    if scoring.evidence.has("rate"):
        return _change(scoring)
    return _note(scoring, "trend", "比上期增减＝本期数－上期数", _now(scoring) - _compared(scoring), percent=False)


def _ratio(scoring: Scoring) -> Number:
    return _quotient(scoring, _now(scoring), _compared(scoring), "ratio", "与对比数之比＝本期数÷对比数")


def _value(scoring: Scoring) -> Number:
    return _given(scoring, ("value", "actual", "count"), "数值", percent=False)


def _excess(scoring: Scoring) -> Number:
    evidence = scoring.evidence
    if evidence.has("excess"):
        return _note(scoring, "excess", "超出数", evidence.number("excess", "超出数"), percent=False)
    over = evidence.number("actual", "实际数") - evidence.number(evidence.base_key("limit"), "限额")
    return _note(scoring, "excess", "超出数＝实际数－限额", over, percent=False)


def _delay(scoring: Scoring) -> Number:
    """Time after the end of the period allowed; what is finished early is not late."""
    delay = _note(scoring, "delay", "延误时间", scoring.evidence.number("delay", "延误时间"), percent=False)
    if exact(delay) >= 0:
        return delay
    return _note(scoring, "", "提前完成的，按没有延误计", larger(scoring.figure(0), delay), percent=False)


def _bad_share(scoring: Scoring) -> Number:
    if scoring.evidence.has("rate"):
        return _note(scoring, "rate", "问题金额占比", scoring.evidence.number("rate", "问题金额占比"), percent=True)
    bad, checked = scoring.evidence.number("bad", "有问题的金额"), scoring.evidence.number("total", "核查的总金额")
    if not 0 <= exact(bad) <= exact(checked):
        raise NotAllowed("有问题的金额应不小于 0，且不大于核查的总金额")
    return _quotient(scoring, bad, checked, "bad_share", "问题金额占比＝问题金额÷核查总额")


def _rank(scoring: Scoring) -> Number:
    place = scoring.evidence.times("rank", "名次")
    if exact(place) < 1:
        raise NotAllowed("名次应从第 1 名起")
    return _note(scoring, "rank", "名次", place, percent=False)


def _percentile(scoring: Scoring) -> Number:
    place, of = _rank(scoring), scoring.evidence.times("of", "参加排名的总数")
    if exact(place) > exact(of):
        raise NotAllowed(f"名次为 {as_count(exact(place))}，参加排名的只有 {as_count(exact(of))} 个")
    return _quotient(scoring, place, of, "percentile", "名次占比＝名次÷参加排名的总数")


def _best(scoring: Scoring) -> Number:
    own, best = scoring.evidence.number("own", "本单位数值"), scoring.evidence.number("best", "最优数值")
    return _quotient(scoring, own, best, "best", "与最优之比＝本单位数值÷最优数值")


def _counted(scoring: Scoring, keys: tuple[str, ...], name: str) -> Number:
    key = next((key for key in keys if scoring.evidence.has(key)), keys[0])
    return _note(scoring, key, name, scoring.evidence.times(key, name), percent=False)


def _count(scoring: Scoring) -> Number:
    """How many there are; where points were judged instead, every point met is one."""
    keys = ("count", "actual", "value", "faults", "events")
    if scoring.evidence.has("met") and not any(scoring.evidence.has(key) for key in keys):
        return _marked(Mark.MET)(scoring)
    return _counted(scoring, keys, "个数")


def _faults(scoring: Scoring) -> Number:
    """The faults counted; where points were judged instead, every point not met is one."""
    keys = ("faults", "count", "events", "actual", "value")
    if scoring.evidence.has("met") and not any(scoring.evidence.has(key) for key in keys):
        return _marked(Mark.UNMET)(scoring)
    return _counted(scoring, keys, "问题个数")


def _marked(mark: Mark) -> Callable[[Scoring], Number]:
    def find(scoring: Scoring) -> Number:
        if not scoring.evidence.has("met") and not scoring.evidence.has("levels"):
            key = "count" if mark is Mark.MET else "faults"
            if scoring.evidence.has(key):
                return _counted(scoring, (key,), f"{mark.value}的要点数")
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


_RATES = ("rate", "completion", "value")
_NOT_NEGATIVE = Range(Fraction(0), True)
_FROM_ONE = Range(Fraction(1), True)
_SHARE = Range(Fraction(0), True, Fraction(1), True)
_ANY = Range()

MEASURES = {
    measure.key: measure
    for measure in (
        Measure("rate", "比率", _rate, True, _NOT_NEGATIVE),
        Measure("completion", "完成率", _completion, True, _NOT_NEGATIVE),
        Measure("mark", "百分制得分率", _mark, True, _SHARE),
        Measure("to_target", "与目标值之比", _to_target, True, _NOT_NEGATIVE),
        Measure("margin", "与目标值之差", _margin, True, _ANY),
        Measure("change", "变动率", _change, True, Range(Fraction(-1), True)),
        Measure("reduction", "下降率", _reduction, True, Range(None, False, Fraction(1), True)),
        Measure("deviation", "偏差率", _deviation, True, _ANY),
        Measure("ratio", "与对比数之比", _ratio, True, _NOT_NEGATIVE),
        Measure("bad_share", "问题金额占比", _bad_share, True, _SHARE),
        Measure("percentile", "名次占比", _percentile, True, _SHARE),
        Measure("best", "与最优之比", _best, True, _NOT_NEGATIVE),
        Measure("value", "数值", _value, False, _ANY, more="大于", less="小于"),
        Measure("trend", "比上期增减", _trend, False, _ANY, more="大于", less="小于"),
        Measure("excess", "超出数", _excess, False, _ANY, more="大于", less="小于"),
        Measure("delay", "延误时间", _delay, False, _NOT_NEGATIVE, more="超过", less="少于"),
        Measure("count", "个数", _count, False, _NOT_NEGATIVE, True, "超过", "少于", "个"),
        Measure("faults", "问题个数", _faults, False, _NOT_NEGATIVE, True, "超过", "少于", "个"),
        Measure("met", "符合的要点数", _marked(Mark.MET), False, _NOT_NEGATIVE, True, "多于", "少于", "个"),
        Measure("unmet", "不符合的要点数", _marked(Mark.UNMET), False, _NOT_NEGATIVE, True, "多于", "少于", "个"),
        Measure("rank", "名次", _rank, False, _FROM_ONE, True, "大于", "小于", "名"),
    )
}
