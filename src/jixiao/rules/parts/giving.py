"""What a piece of a curve gives: a fixed portion, a point on a line, an inverse ratio, the weight less a loss."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.measures import Measure
from jixiao.rules.portion import NOTHING, Number, Portion, exact, rate_text
from jixiao.rules.ranges import Range
from jixiao.rules.scoring import Scoring, as_count
from jixiao.rules.spec import Node

_STEPS = {"proportional": "不足一步按比例", "whole": "不足一步不计", "started": "不足一步按一步计"}


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same portion anywhere in the piece."""

    portion: Portion

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """The portion of the weight."""
        points = self.portion.of(scoring.weight)
        scoring.note(f"得{self.portion.worded()}", points)
        return points

    def portions(self) -> Iterator[Portion]:
        """Every portion named, for lint."""
        yield self.portion

    def worded(self, measure: Measure, when: Range) -> str:
        """The phrase of a rule."""
        return "不得分" if self.portion == NOTHING else f"得{self.portion.worded()}"

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form."""
        return {"gives": str(self.portion)}


@dataclass(frozen=True, slots=True)
class Line:
    """Straight lines through anchors (x, portion), at least two, x rising."""

    anchors: tuple[tuple[Fraction, Portion], ...]

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """The point on the line at `number`; before the first and after the last anchor the line goes on."""
        segments = list(pairwise(self.anchors))
        (x0, low), (x1, high) = next((s for s in segments if exact(number) <= s[1][0]), segments[-1])
        points = self._between(number, x0, low, x1, high, scoring, measure)
        scoring.note("按比例计分", points)
        return points

    @staticmethod
    def _between(
        number: Number, x0: Fraction, low: Portion, x1: Fraction, high: Portion, scoring: Scoring, measure: Measure
    ) -> Number:
        def shown(value: Fraction) -> Number:
            return scoring.figure(value, rate_text(value) if measure.percent else None)

        if x0 == 0 and low.amount == 0:
            risen = high.of(scoring.weight) * number
            return risen if x1 == 1 else risen / shown(x1)
        rise = high.of(scoring.weight) - low.of(scoring.weight)
        return low.of(scoring.weight) + rise * (number - shown(x0)) / (shown(x1) - shown(x0))

    def portions(self) -> Iterator[Portion]:
        """Every portion named, for lint."""
        for _, portion in self.anchors:
            yield portion

    def worded(self, measure: Measure, when: Range) -> str:
        """The phrase of a rule."""
        if self.anchors == ((Fraction(0), NOTHING), (Fraction(1), Portion(Fraction(1)))):
            return f"得分＝{measure.name}×权重分"
        named = "，".join(f"{_figure(x, measure)} 得{portion.worded()}" for x, portion in self.anchors)
        return f"按直线计分（{named}）"

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form."""
        return {"line": [[_figure(x, measure), str(portion)] for x, portion in self.anchors]}


@dataclass(frozen=True, slots=True)
class Inverse:
    """The weight times `target` over the number: less is better, twice the target earns half."""

    target: Fraction

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """Weight × target ÷ number."""
        target = scoring.figure(self.target, rate_text(self.target) if measure.percent else None)
        points = scoring.weight * target / number
        scoring.note("按目标值与实际值之比计分", points)
        return points

    def portions(self) -> Iterator[Portion]:
        """No portion is named."""
        yield from ()

    def worded(self, measure: Measure, when: Range) -> str:
        """The phrase of a rule."""
        return f"得分＝权重分×{_figure(self.target, measure)}÷{measure.name}"

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form."""
        return {"inverse": _figure(self.target, measure)}


@dataclass(frozen=True, slots=True)
class Loss:
    """The weight less `each` for every `per` (of `unit`: 人, 天, … or none) that the number is away from `start`.

    Fractions of a step count in proportion unless `steps` says `whole` (每满…) or `started` (不足…按…计).
    `already` is lost on entering the piece (a second, heavier zone); the loss never exceeds `at_most`.
    """

    start: Fraction
    per: Fraction
    each: Portion
    unit: str = ""
    steps: str = "proportional"
    already: Portion = NOTHING
    at_most: Portion | None = None

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """Weight − already − steps × each."""
        loss = self._steps(number, scoring, measure) * self.each.of(scoring.weight)
        scoring.note(f"每 {self._step(measure)}扣{self.each.worded()}，应扣", loss)
        if self.already.amount:
            loss = self.already.of(scoring.weight) + loss
            scoring.note(f"连同前一段已扣{self.already.worded()}", loss)
        if self.at_most is not None and exact(loss) > exact(self.at_most.of(scoring.weight)):
            loss = self.at_most.of(scoring.weight)
            scoring.note(f"最多扣{self.at_most.worded()}", loss)
        return scoring.weight - loss

    def _steps(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        start = scoring.figure(self.start, _figure(self.start, measure))
        distance = number - start if exact(number) >= self.start else start - number
        if exact(start) == 0 and exact(number) >= 0:
            distance = number
        steps = distance if self.per == 1 else distance / scoring.figure(self.per, _figure(self.per, measure))
        scoring.note(f"与 {_figure(self.start, measure)} 相差的步数（每步 {self._step(measure)}）", steps, as_count)
        if self.steps == "proportional":
            return steps
        counted = scoring.figure(floor(exact(steps)) if self.steps == "whole" else ceil(exact(steps)))
        scoring.note(f"{_STEPS[self.steps]}，计步", counted, as_count)
        return counted

    def _step(self, measure: Measure) -> str:
        if measure.percent:
            return f"{exact_text(self.per * 100)} 个百分点"
        return f"{exact_text(self.per)} {self.unit or '个'}"

    def portions(self) -> Iterator[Portion]:
        """Every portion named, for lint."""
        yield self.each
        yield self.already
        if self.at_most is not None:
            yield self.at_most

    def worded(self, measure: Measure, when: Range) -> str:
        """The phrase of a rule."""
        above = when.low is not None and when.low >= self.start
        text = f"每{'超过' if above else '低于'} {_figure(self.start, measure)} 达 {self._step(measure)}，扣{self.each.worded()}"
        if self.steps != "proportional":
            text += f"（{_STEPS[self.steps]}）"
        if self.already.amount:
            text += f"，另扣前段{self.already.worded()}"
        return text + (f"，最多扣{self.at_most.worded()}" if self.at_most else "，扣完为止")

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form; what is usual is left out."""
        tree: dict[str, Tree] = {
            "loses": str(self.each),
            "per": _figure(self.per, measure) + self.unit,
            "from": _figure(self.start, measure),
        }
        if self.steps != "proportional":
            tree["steps"] = self.steps
        if self.already.amount:
            tree["already"] = str(self.already)
        if self.at_most is not None:
            tree["at_most"] = str(self.at_most)
        return tree


Giving = Fixed | Line | Inverse | Loss


def _figure(value: Fraction, measure: Measure) -> str:
    return rate_text(value) if measure.percent else exact_text(value)


def read_piece(node: Node) -> tuple[Range, Giving]:
    """The range and the giving of one piece of a curve."""
    node.fields("when", "gives", "line", "inverse", "loses", "per", "from", "steps", "already", "at_most")
    kinds = [key for key in ("gives", "line", "inverse", "loses") if node.has(key)]
    if len(kinds) != 1:
        raise node.wrong("gives、line、inverse、loses 中恰好一个", f"{'、'.join(kinds) or '一个也没有'}")
    when = node.at("when").read(Range.parse)
    if kinds == ["gives"]:
        return when, Fixed(node.at("gives").read(Portion.parse))
    if kinds == ["inverse"]:
        return when, Inverse(node.at("inverse").number())
    if kinds == ["line"]:
        return when, Line(tuple(_read_anchor(anchor) for anchor in node.at("line").items()))
    steps = node.at("steps").text() if node.has("steps") else "proportional"
    if steps not in _STEPS:
        raise node.at("steps").wrong("proportional（按比例）、whole（不足不计）、started（不足按一计）之一")
    return when, Loss(
        node.at("from").number(),
        node.at("per").number(),
        node.at("loses").read(Portion.parse),
        node.at("per").unit(),
        steps,
        node.at("already").read(Portion.parse) if node.has("already") else NOTHING,
        node.at("at_most").read(Portion.parse) if node.has("at_most") else None,
    )


def _read_anchor(node: Node) -> tuple[Fraction, Portion]:
    pair = node.items()
    if len(pair) != 2:
        raise node.wrong("[数值, 份额] 一对")
    return pair[0].number(), pair[1].read(Portion.parse)


def lint_giving(when: Range, gives: Giving) -> Iterator[str]:
    """What is wrong with a giving by itself, as Chinese phrases."""
    if isinstance(gives, Line):
        xs = [x for x, _ in gives.anchors]
        if len(xs) < 2 or any(left >= right for left, right in pairwise(xs)):
            yield "直线至少要有两个点，且数值由小到大"
    elif isinstance(gives, Inverse):
        if gives.target <= 0 or when.contains(Fraction(0)):
            yield "目标值÷实际值的一档不能含 0，目标值应大于 0"
    elif isinstance(gives, Loss):
        if gives.per <= 0:
            yield "每一步的长度应大于 0"
        elif gives.each.amount == 0:
            yield "每步扣 0 分，这一档等于不扣分"
