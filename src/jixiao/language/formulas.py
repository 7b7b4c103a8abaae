"""A scoring formula in a rule (得分＝完成率÷90%×权重分), recognised by what it computes, however it is written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import EvaluationError, Expression, ExpressionError, Name, evaluate, names, parse_formula
from jixiao.language.statements import NotUnderstood
from jixiao.rules.parts.giving import Inverse, Line
from jixiao.rules.portion import FULL, NOTHING

_WEIGHT = re.compile(r"(?:该|本)?(?:项|指标)?(?:的)?(?:权重|分值|标准分|满分|指标分|基准分|总分)(?:分值|分|值)?")
_BASE = re.compile("目标|计划|预算|应|总|核查|抽查|检查|编制|全部|全年|标准|最优|最高|最好|核定|下达|批复|安排|上年")
_TRIED = (Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(2))


@dataclass(frozen=True, slots=True)
class Formula:
    """The share of the weight as a function of one number; `subject` and `base` are its words.

    Where two figures are divided, the number is `subject` over `base`.
    """

    gives: Line | Inverse
    subject: str
    base: str = ""


def formula_of(text: str) -> Formula:
    """The formula on the right of 得分＝; NotUnderstood where it is none of a kind that rules use.

    >>> formula = formula_of("(完成比例-60%)÷(1-60%)×权重分")
    >>> formula.subject, [(str(x), str(portion)) for x, portion in formula.gives.anchors]
    ('完成比例', [('3/5', '0%'), ('1', '100%')])
    >>> formula_of("目标成本÷实际成本×权重分").gives
    Inverse(target=Fraction(1, 1))
    """
    try:
        expression = parse_formula(text)
    except ExpressionError as error:
        raise NotUnderstood(f"得分的公式读不懂：{error}", text) from None
    free = [name for name in dict.fromkeys(names(expression)) if _WEIGHT.fullmatch(name.text) is None]
    if len(free) == 1:
        return Formula(_shape(_of_one(expression, free[0]), text), free[0].text)
    if len(free) == 2:
        actual, base = sorted(free, key=lambda name: _BASE.search(name.text) is not None)
        if _BASE.search(base.text) and not _BASE.search(actual.text):
            return Formula(_shape(_of_two(expression, actual, base, text), text), actual.text, base.text)
    raise NotUnderstood("得分的公式应只含权重和一个比率，或者一个实际数和一个目标数", text)


def _of_one(expression: Expression, variable: Name) -> Callable[[Fraction], Fraction]:
    """The share of the weight for a value of the variable; every other name is the weight."""
    return lambda value: Fraction(evaluate(expression, lambda name: value if name == variable else Fraction(1)))


def _of_two(expression: Expression, actual: Name, base: Name, text: str) -> Callable[[Fraction], Fraction]:
    """The share for the quotient of two names, if it depends on nothing else."""

    def share(value: Fraction, scale: Fraction = Fraction(1)) -> Fraction:
        values = {actual: value * scale, base: scale}
        return Fraction(evaluate(expression, lambda name: values.get(name, Fraction(1))))

    for value in _TRIED[1:]:
        if share(value) != share(value, Fraction(7)):
            raise NotUnderstood("得分的公式不只取决于两个数的比", text)
    return share


def _shape(share: Callable[[Fraction], Fraction], text: str) -> Line | Inverse:
    """A straight line or an inverse ratio through what the formula computes."""
    try:
        points = [(x, share(x)) for x in _TRIED[1:]]
    except EvaluationError as error:
        raise NotUnderstood(f"得分的公式算不出数：{error}", text) from None
    if len({x * y for x, y in points}) == 1 and points[0][1] > 0:
        return Inverse(points[0][0] * points[0][1])
    (x0, y0), (x1, y1), *_ = points
    slope = (y1 - y0) / (x1 - x0)
    if slope == 0 or any(y != y0 + slope * (x - x0) for x, y in points):
        raise NotUnderstood("得分的公式不是按比例，也不是反比", text)
    zero, full = x0 - y0 / slope, x0 + (1 - y0) / slope
    anchors = ((zero, NOTHING), (full, FULL))
    return Line(anchors if slope > 0 else anchors[::-1])
