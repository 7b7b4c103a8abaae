"""What a satisfaction indicator rests on: questions, scheme, base, interval, and whether the sample decides it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.evaluation.case import Case
from jixiao.expressions import Name, names
from jixiao.facts import Ambiguous, Missing
from jixiao.facts.surveys import COMPOSITE, SATISFACTION, Answers, Survey, surveys_in
from jixiao.indicators import Indicator, expressions_of
from jixiao.quantities import exact_text, fixed_text, percent_text
from jixiao.surveys.results import Interval, Method, Scored
from jixiao.surveys.scoring import scored_by
from jixiao.surveys.statistics.confidence import USUAL, correction
from jixiao.surveys.statistics.counted import conservative
from jixiao.surveys.study import ScoringRule

_LOW, _HIGH, _POPULATION = "综合满意度下限", "综合满意度上限", "调查总体人数"
_OF_SHEETS = "由逐份答卷求得"


def survey_sentences(indicator: Indicator, case: Case) -> tuple[str, ...]:
    """A sentence for every result of a survey that the indicator uses; none where it uses none.

    It names the questions, what their answers count, how many there are, the interval, and what the rule gives within
    it, so that whoever reads the score sees how far the sample carries it.
    """
    expressions = tuple(expressions_of(indicator))
    wanted = dict.fromkeys(name for expression in expressions for name in names(expression))
    if not any(name.text in (COMPOSITE, SATISFACTION) for name in wanted):
        return ()
    surveys = tuple(surveys_in(case.tables, case.facts))
    scored = indicator if all(expression in wanted for expression in expressions) and len(wanted) == 1 else None
    return tuple(_sentence(basis, scored) for name in wanted for basis in _bases(name, surveys, case))


@dataclass(frozen=True, slots=True)
class _Basis:
    """A result of a survey: which questions of which group, its value and its interval, which facts may have given."""

    survey: Survey
    questions: tuple[Answers, ...]
    value: Fraction
    interval: Interval | None
    stated: bool


def _bases(name: Name, surveys: Sequence[Survey], case: Case) -> Iterator[_Basis]:
    """The results that a name in a formula means."""
    for survey in surveys:
        if name.text == COMPOSITE and _is_of(name, survey, surveys) and survey.composite is not None:
            counted = tuple(each for each in survey.answers if each.counted)
            interval = composite_interval(survey, case)
            yield _Basis(survey, counted, survey.composite, interval, is_stated(survey, case))
        elif name.text == SATISFACTION and _is_of(name, survey, surveys):
            for each in survey.answers:
                if each.question in name.qualifiers and each.satisfaction is not None:
                    interval = _interval(survey, (each,), each.satisfaction, case)
                    yield _Basis(survey, (each,), each.satisfaction, interval, False)


def composite_interval(survey: Survey, case: Case) -> Interval | None:
    """The interval of a composite: the one the case states from the sheets, else the conservative one from counts.

    None where there is no composite, or a count is not stated.
    """
    if survey.composite is None:
        return None
    counted = [each for each in survey.answers if each.counted]
    return _stated_interval(survey, case) or _interval(survey, counted, survey.composite, case)


def interval_text(interval: Interval | None, *, stated: bool = False) -> str:
    """How sure a satisfaction is, as a clause; `stated` says that the case gives the interval.

    >>> interval_text(Interval(Fraction("0.8659"), Fraction("0.9803"), Fraction("0.95"), Method.NORMAL))
    '95%的区间为86.59%至98.03%（按答卷的正态近似）'
    """
    if interval is None or interval.method is Method.NONE:
        return "答卷太少，不估计区间"
    if interval.method is Method.CENSUS:
        return interval.method.value
    how = _OF_SHEETS if stated else interval.method.value
    between = f"{percent_text(interval.low)}至{percent_text(interval.high)}"
    return f"{percent_text(interval.confidence, 0)}的区间为{between}（{how}）"


def is_stated(survey: Survey, case: Case) -> bool:
    """Whether the case itself gives the interval of the composite."""
    return _stated_interval(survey, case) is not None


def _is_of(name: Name, survey: Survey, surveys: Sequence[Survey]) -> bool:
    return survey.group in name.qualifiers or len(surveys) == 1


def _stated_interval(survey: Survey, case: Case) -> Interval | None:
    """The interval that the case states, from the sheets themselves."""
    low, high = (_fact(case, each, survey.group) for each in (_LOW, _HIGH))
    return None if low is None or high is None else Interval(low, high, USUAL.level, Method.BOOTSTRAP)


def _interval(survey: Survey, questions: Sequence[Answers], value: Fraction, case: Case) -> Interval | None:
    """The conservative interval from the counts; None where a count is not stated."""
    counted = [_given(survey, each) for each in questions]
    given = [each for each in counted if each is not None]
    if len(given) < len(counted) or not given:
        return None
    population = _fact(case, _POPULATION, survey.group)
    size = None if population is None else int(population)
    fewest = min(sum(each.values()) for each in given)
    return conservative(given, [Fraction(1)] * len(given), value, USUAL, correction(size, fewest))


def _given(survey: Survey, answers: Answers) -> dict[Fraction, int] | None:
    """How many answers count how much."""
    if not answers.base:
        return None
    given: dict[Fraction, int] = {}
    for weight, count in zip(survey.scheme.weights, answers.counts, strict=True):
        given[weight] = given.get(weight, 0) + int(Fraction(count or 0))
    return given


def _fact(case: Case, name: str, group: str) -> Fraction | None:
    try:
        fact = case.facts.find(Name.of(name, *filter(None, [group])))
    except (Missing, Ambiguous):
        return None
    return None if fact.value is None else fact.value.exact


def _sentence(basis: _Basis, scored: Indicator | None) -> str:
    """What one result rests on; `scored` is the indicator where it looks at nothing but this result."""
    weights = "/".join(exact_text(weight * 100) for weight in basis.survey.scheme.weights)
    asked = "、".join(each.question for each in basis.questions)
    bases = {each.base for each in basis.questions if each.base is not None}
    answers = "至".join(exact_text(base) for base in sorted({min(bases), max(bases)})) if bases else "—"
    named = COMPOSITE if len(basis.questions) > 1 else SATISFACTION
    return (
        f"调查依据：{basis.survey.group}{len(basis.questions)}题（{asked}），五档赋值{weights}，"
        f"有效回答{answers}份，{named}{percent_text(basis.value)}{_interval_text(basis, scored)}"
    )


def _interval_text(basis: _Basis, scored: Indicator | None) -> str:
    interval = basis.interval
    told = f"，{interval_text(interval, stated=basis.stated)}"
    if interval is None or interval.method in (Method.NONE, Method.CENSUS) or scored is None:
        return told
    return told + _decided_text(basis.value, interval, scored)


def _decided_text(value: Fraction, interval: Interval, indicator: Indicator) -> str:
    """What the rule gives within the interval; nothing where it is no rule about a satisfaction."""
    if indicator.weight is None:
        return ""
    rule = ScoringRule(text=indicator.rule_text, weight=indicator.weight, target=indicator.target)
    scored = scored_by(rule, value, interval)
    if scored.score is None or scored.low_score is None or scored.high_score is None:
        return ""
    return f"，{_range_text(scored)}"


def _range_text(scored: Scored) -> str:
    assert scored.low_score is not None
    assert scored.high_score is not None
    low, high = fixed_text(scored.low_score, 2), fixed_text(scored.high_score, 2)
    if scored.is_settled:
        return f"区间内按规则都得{low}分，得分不取决于抽样"
    return f"区间内按规则得{low}至{high}分，得分取决于抽到哪些人"
