"""What the answers to a question count towards satisfaction, under the scheme of the study or one of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.quantities import NumberError, exact_text, parse_number
from jixiao.surveys.questionnaire import Question, Scale
from jixiao.surveys.schemes import Scheme, scheme_of
from jixiao.surveys.study import OwnScheme

_OF_SATISFACTION = ("满意度", "总体满意度")
_FINEST = 10**6
"""Weights in percent and values have at most six decimals, so that sums over millions of sheets stay whole numbers."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What each answer to a question counts, as a fraction of one.

    `weights` go by the number of the option; of a scale they go by its points (`points`), else a value counts
    value ÷ `high`. Without a `scheme` nothing is weighed, and `why` says why of a question about satisfaction.
    """

    scheme: Scheme | None = None
    weights: Mapping[int, Fraction] = field(default_factory=dict)
    limits: Scale | None = None
    why: str = ""

    def of_value(self, text: str) -> Fraction | None:
        """What a value of a scale counts; None for one that the scale does not have.

        >>> from jixiao.surveys.questionnaire import Question
        >>> scale = Question.model_validate({"text": "打分", "kind": "量表", "role": "满意度", "scale": {"high": "10"}})
        >>> weighing = weighing_of(scale, "A")
        >>> weighing.scheme.name, weighing.of_value("8"), weighing.of_value("11")
        ('分值÷10', Fraction(4, 5), None)
        """
        value = value_of(text, self.limits)
        if value is None or self.scheme is None or self.limits is None:
            return None
        if not self.scheme.weights:
            return value / self.limits.high
        return self.weights.get(int(value)) if value.denominator == 1 else None


def value_of(text: str, limits: Scale | None) -> Fraction | None:
    """The number that was written; None for one beyond the limits, or with more than six decimals."""
    try:
        value = parse_number(text)
    except NumberError:
        return None
    inside = limits is None or limits.low <= value <= limits.high
    return value if inside and _FINEST % value.denominator == 0 else None


def is_about_satisfaction(question: Question) -> bool:
    """Whether its answers say how satisfied somebody is, counted or not."""
    return question.role in _OF_SATISFACTION


def weighing_of(question: Question, scheme: str | OwnScheme) -> Weighing:
    """What the answers count; weights written at the question come first, and nothing is guessed.

    >>> options = ["非常满意", "满意", "一般", "不满意"]
    >>> question = Question.model_validate({"text": "服务态度", "options": options})
    >>> weighing_of(question, "E").scheme.name, weighing_of(question, "A").why
    ('前两档占比', '赋值办法 A 没有规定 4 个选项的赋值，请在方案的 scheme 中写明 weights')
    """
    if not is_about_satisfaction(question):
        return Weighing()
    if question.kind == "单选":
        return _of_choice(question, scheme)
    if question.limits is not None:
        return _of_scale(question.limits, scheme)
    return Weighing(why=f"{question.kind}题不计算满意度")


def best_first(question: Question) -> tuple[int, ...] | None:
    """The options by number, the best first; those that are no degrees stand as the weights of the question do."""
    rated = [(option.degree, number) for number, option in enumerate(question.options) if not option.no_opinion]
    degrees = [(degree, number) for degree, number in rated if degree is not None]
    if len({degree for degree, _ in degrees}) == len(rated):
        return tuple(number for _, number in sorted(degrees))
    return tuple(number for _, number in rated) if question.option_weights else None


def _scheme_for(answers: int, named: str | OwnScheme) -> Scheme | None:
    if isinstance(named, str):
        return scheme_of(named, answers)
    return Scheme(named.name, named.weights) if len(named.weights) == answers else None


def _of_choice(question: Question, named: str | OwnScheme) -> Weighing:
    order = best_first(question)
    if order is None:
        return Weighing(why="选项不都是由高到低的满意程度，请为选项写明 degree，或在题目中写 option_weights")
    scheme: Scheme | None
    if question.option_weights:
        scheme = Scheme("/".join(map(exact_text, question.option_weights)), question.option_weights)
    else:
        scheme = _scheme_for(len(order), named)
    if scheme is None:
        return Weighing(why=f"{_called(named)}没有规定 {len(order)} 个选项的赋值，请在方案的 scheme 中写明 weights")
    return _checked(scheme, dict(zip(order, scheme.weights, strict=True)))


def _of_scale(limits: Scale, named: str | OwnScheme) -> Weighing:
    whole = limits.low.denominator == limits.high.denominator == 1
    points = int(limits.high - limits.low) + 1
    scheme = _scheme_for(points, named) if whole else None
    if scheme is not None:
        by_point = zip(range(int(limits.high), int(limits.low) - 1, -1), scheme.weights, strict=True)
        return _checked(scheme, dict(by_point), limits)
    if limits.low < 0:
        return Weighing(why="量表的最低分小于 0，不能按分值折算，请改用选项或改正 scale")
    return Weighing(Scheme(f"分值÷{exact_text(limits.high)}", ()), limits=limits)


def _checked(scheme: Scheme, percent: Mapping[int, Fraction], limits: Scale | None = None) -> Weighing:
    weights = {number: weight / 100 for number, weight in percent.items()}
    if any(not 0 <= weight <= 1 for weight in weights.values()):
        return Weighing(why=f"赋值 {scheme.name} 不都在 0 到 100 之间")
    if any(weight.denominator > _FINEST * 100 for weight in weights.values()):
        return Weighing(why=f"赋值 {scheme.name} 的小数位数过多，最多 6 位")
    return Weighing(scheme, weights, limits)


def _called(named: str | OwnScheme) -> str:
    return f"赋值办法 {named} " if isinstance(named, str) else f"自定的赋值办法“{named.name}”"
