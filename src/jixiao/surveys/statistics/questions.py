"""What one question came to: counts, shares, weighted contributions, its composite and how far it can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.surveys.questionnaire import Option, Question
from jixiao.surveys.results import Interval, OptionResult, QuestionResult
from jixiao.surveys.statistics.composites import ALONE
from jixiao.surveys.statistics.confidence import Confidence
from jixiao.surveys.statistics.intervals import wilson
from jixiao.surveys.statistics.remarks import MOST, remarks_of
from jixiao.surveys.statistics.scores import Scores
from jixiao.surveys.statistics.tallies import Tally
from jixiao.surveys.statistics.uncertainty import interval_of
from jixiao.surveys.statistics.weighing import Weighing, value_of, weighing_of
from jixiao.surveys.study import OwnScheme


@dataclass(frozen=True, slots=True)
class Precision:
    """What the intervals of a group have in common: the confidence, and the correction for a finite population."""

    confidence: Confidence
    correction: Fraction


def question_result(question: Question, tally: Tally, scheme: str | OwnScheme, precision: Precision) -> QuestionResult:
    """The result of one question from its tally."""
    weighing = weighing_of(question, scheme)
    if question.kind in ("单选", "多选"):
        return _of_options(question, tally, weighing, precision)
    if question.kind == "填空":
        return _of_texts(question, tally)
    return _of_numbers(question, tally, weighing, precision)


def weights_given(question: Question, tally: Tally, weighing: Weighing) -> dict[Fraction, int]:
    """How many of the answers in the base count how much; nothing where nothing is weighed."""
    if weighing.scheme is None:
        return {}
    given: dict[Fraction, int] = {}
    for weight, count in _weighed(question, tally, weighing):
        if count:
            given[weight] = given.get(weight, 0) + count
    return given


def _weighed(question: Question, tally: Tally, weighing: Weighing) -> list[tuple[Fraction, int]]:
    if question.kind == "单选":
        return [(weight, tally.options[number]) for number, weight in weighing.weights.items()] if tally.options else []
    weights = ((weighing.of_value(text), count) for text, count in tally.values.items())
    return [(weight, count) for weight, count in weights if weight is not None]


def _of_options(question: Question, tally: Tally, weighing: Weighing, precision: Precision) -> QuestionResult:
    counts = tally.options or (0,) * len(question.options)
    outside = [question.kind == "单选" and option.no_opinion for option in question.options]
    no_opinion = sum(count for count, is_out in zip(counts, outside, strict=True) if is_out)
    answered = tally.answered or 0
    base = answered - no_opinion
    options = tuple(
        _option(option, count, 0 if is_out else base, weighing.weights.get(number), precision)
        for number, (option, count, is_out) in enumerate(zip(question.options, counts, outside, strict=True))
    )
    composite, scores = _composite(weights_given(question, tally, weighing))
    unknown_base = "没有写明多少人回答了这道多选题，不计算占比" if tally.answered is None else ""
    return QuestionResult(
        question,
        answered,
        base,
        no_opinion,
        tally.blank,
        tally.not_asked,
        options,
        weighing.scheme,
        composite,
        _interval(scores, precision),
        why=tally.why or unknown_base or weighing.why or _nobody(weighing, base),
        unreadable=tally.unreadable,
    )


def _option(option: Option, count: int, base: int, weight: Fraction | None, precision: Precision) -> OptionResult:
    if not base:
        return OptionResult(option.text, count, None, weight)
    share = Fraction(count, base)
    interval = wilson(count, base, precision.confidence, precision.correction)
    return OptionResult(option.text, count, share, weight, None if weight is None else share * weight, interval)


def _of_numbers(question: Question, tally: Tally, weighing: Weighing, precision: Precision) -> QuestionResult:
    values: Mapping[str, Fraction | None] = {text: value_of(text, question.limits) for text in tally.values}
    read = [(value, count) for text, count in tally.values.items() if (value := values[text]) is not None]
    base = sum(count for _, count in read)
    mean = sum((value * count for value, count in read), Fraction(0)) / base if base else None
    composite, scores = _composite(weights_given(question, tally, weighing))
    return QuestionResult(
        question,
        base,
        base,
        0,
        tally.blank,
        tally.not_asked,
        scheme=weighing.scheme,
        composite=composite,
        interval=_interval(scores, precision),
        mean=mean,
        why=tally.why or weighing.why or _nobody(weighing, base),
        unreadable=sum(tally.values.values()) - base,
    )


def _of_texts(question: Question, tally: Tally) -> QuestionResult:
    remarks = remarks_of(tally.values)
    answered = tally.answered or 0
    left_out = answered - sum(remark.count for remark in remarks)
    why = f"列出最常见的 {MOST} 种意见，另有 {left_out} 份见原始数据" if left_out else tally.why
    return QuestionResult(question, answered, answered, 0, tally.blank, tally.not_asked, remarks=remarks, why=why)


def _composite(weights: Mapping[Fraction, int]) -> tuple[Fraction | None, Scores | None]:
    if not weights:
        return None, None
    scores = Scores.of_counts(weights)
    return ALONE.of(scores.sums()), scores


def _interval(scores: Scores | None, precision: Precision) -> Interval | None:
    return None if scores is None else interval_of(scores, ALONE, precision.confidence, precision.correction)


def _nobody(weighing: Weighing, base: int) -> str:
    return "没有一份有效回答" if weighing.scheme is not None and not base else ""
