"""Scoring formulas (得分＝完成率÷90%×权重分), recognised by what they compute."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import EvaluationError, Expression, ExpressionError, Name, evaluate, names, parse_formula
from jixiao.language.notunderstood import NotUnderstood
from jixiao.rules.parts.giving import Inverse, Line
from jixiao.rules.portion import FULL, NOTHING, Portion

_WEIGHT = re.compile(
    r"(?:该|本|此)?(?:项|指标|子|部分)*(?:的)?(?:权重|分值|标准分|满分|指标分|基准分|总分值?)(?:分值|分|值)?(?:分)?"
)
_BASE = re.compile(
    "目标|计划|预算|应|总|核查|抽查|检查|编制|全部|全年|标准|最优|最高|最好|最快|最佳|最大|核定|下达|批复|安排|上年|基期|限额|标杆|任务数|参评|需"
)
_WHOLE_YEAR = re.compile("^全年")
_BEST = re.compile("最高|最优|最好|最快|最佳|最低|最小|最大|标杆单位|先进")
_BAD = re.compile("违规|不合规|问题|违纪|虚列|挪用|截留|未按|不符合|超范围|差错|不实|套取|违反|滞留|闲置")
_TRIED = (Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1), Fraction(2), Fraction(3))


@dataclass(frozen=True, slots=True)
class Formula:
    """The share of the weight as a function of one number; `subject` and `base` are its words.

    Where two figures are divided, the number is `subject` over `base`; `fixed` says the formula holds figures of
    its own kind of number (15÷实际天数), so that it is no function of a rate.
    """

    gives: Line | Inverse
    subject: str
    base: str = ""
    of_loss: bool = False

    def scaled(self, base: Fraction) -> "Formula":
        """The same formula as a function of `subject` alone, `base` being this figure."""
        if isinstance(self.gives, Inverse):
            return Formula(Inverse(self.gives.target * base), self.subject)
        return Formula(Line(tuple((x * base, portion) for x, portion in self.gives.anchors)), self.subject)

    def shifted(self, edge: Fraction) -> "Formula":
        """The same formula of what lies beyond the edge as a function of the number itself."""
        if isinstance(self.gives, Inverse):
            raise NotUnderstood("超出的数不能作除数", self.subject)
        return Formula(Line(tuple((x + edge, portion) for x, portion in self.gives.anchors)), self.subject)

    @property
    def measure(self) -> str:
        """The measure that the words name, if they do: best (own over best) or bad_share."""
        if self.base and _BEST.search(self.base):
            return "best"
        return "bad_share" if self.base and _BAD.search(self.subject) else ""


def formula_of(text: str, weight: Fraction | None = None, figures: Mapping[str, Fraction] | None = None) -> Formula:
    """What the formula computes; NotUnderstood where it is none of a kind that rules use.

    `figures` are the values of names that stand for figures (the target); a factor equal to `weight` stands for it.

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
    known = _known(expression, figures or {})
    every = list(dict.fromkeys(names(expression)))
    free = [name for name in every if _WEIGHT.fullmatch(name.text) is None and name not in known]
    scale = weight or Fraction(1)
    if weight is None and not any(_WEIGHT.fullmatch(name.text) for name in every):
        raise NotUnderstood("得分的公式没有写权重，也没有给出权重", text)
    if len(free) == 1:
        return Formula(_shape(_of_one(expression, free[0], known, scale), text, free[0].text), free[0].text)
    if len(free) == 2:
        both = all(_WHOLE_YEAR.match(name.text) for name in free)
        said = {name: _WHOLE_YEAR.sub("", name.text) if both else name.text for name in free}
        actual, base = sorted(free, key=lambda name: _BASE.search(said[name]) is not None)
        if _BASE.search(said[base]) is None or _BASE.search(said[actual]) is not None:
            actual, base = sorted(free, key=lambda name: re.search("实际|完成|本单位|本地|本县|其", name.text) is None)
            if re.search("实际|完成|本单位|本地|本县|其", actual.text) is None or re.search(
                "实际|本单位|本地|本县", base.text
            ):
                raise NotUnderstood("得分的公式看不出哪个是实际数，哪个是目标数", text)
        return Formula(
            _shape(_of_two(expression, actual, base, known, scale, text), text, actual.text), actual.text, base.text
        )
    raise NotUnderstood("得分的公式应只含权重和一个比率，或者一个实际数和一个目标数", text)


def _known(expression: Expression, figures: Mapping[str, Fraction]) -> dict[Name, Fraction]:
    return {name: figures[name.text] for name in names(expression) if name.text in figures}


def _of_one(
    expression: Expression, variable: Name, known: Mapping[Name, Fraction], scale: Fraction
) -> Callable[[Fraction], Fraction]:
    """The share of the weight for a value of the variable; every other name is known or the weight."""

    def share(value: Fraction) -> Fraction:
        return (
            Fraction(evaluate(expression, lambda name: value if name == variable else known.get(name, scale))) / scale
        )

    return share


def _of_two(
    expression: Expression, actual: Name, base: Name, known: Mapping[Name, Fraction], scale: Fraction, text: str
) -> Callable[[Fraction], Fraction]:
    """The share for the quotient of two names, if it depends on nothing else."""

    def share(value: Fraction, unit: Fraction = Fraction(1)) -> Fraction:
        values = {actual: value * unit, base: unit}
        return Fraction(evaluate(expression, lambda name: values.get(name, known.get(name, scale)))) / scale

    try:
        for value in _TRIED[1:]:
            if share(value) != share(value, Fraction(7)):
                raise NotUnderstood("得分的公式不只取决于两个数的比", text)
    except EvaluationError as error:
        raise NotUnderstood(f"得分的公式算不出数：{error}", text) from None
    return share


def _shape(share: Callable[[Fraction], Fraction], text: str, subject: str) -> Line | Inverse:
    """A straight line or an inverse ratio through what the formula computes; beyond full marks it may stay flat."""
    points = []
    for x in _TRIED:
        try:
            points.append((x, share(x)))
        except EvaluationError:
            if x:
                raise NotUnderstood("得分的公式算不出数", text) from None
    positive = [(x, y) for x, y in points if x]
    if len({x * y for x, y in positive}) == 1 and positive[0][1] > 0:
        return Inverse(positive[0][0] * positive[0][1])
    if positive[-1][1] == positive[-2][1] == 1 and positive[0][1] != 1:
        points = [(x, y) for x, y in points if y < 1]
    line = _line(points)
    if line is not None:
        return line
    sides = (_line([point for point in points if point[0] <= 1]), _line([point for point in points if point[0] >= 1]))
    if None not in sides and sides[0] is not None and sides[1] is not None:
        left, right = sides[0].anchors[0], sides[1].anchors[-1]
        if dict(points)[Fraction(1)] == 1 and left[1] == right[1] == NOTHING:
            return Line((left, (Fraction(1), FULL), right))
    raise NotUnderstood("得分的公式不是按比例，也不是反比", text)


def _line(points: Sequence[tuple[Fraction, Fraction]]) -> Line | None:
    """The straight line through the points, from nothing to full marks; None where they lie on none."""
    if len(points) < 2:
        return None
    (x0, y0), (x1, y1), *_ = points
    slope = (y1 - y0) / (x1 - x0)
    if slope == 0 or any(y != y0 + slope * (x - x0) for x, y in points):
        return None
    zero, full = x0 - y0 / slope, x0 + (1 - y0) / slope
    anchors: tuple[tuple[Fraction, Portion], ...] = ((zero, NOTHING), (full, FULL))
    return Line(anchors if slope > 0 else anchors[::-1])
