"""What a piece of a curve gives: a fixed portion, a point on a line, an inverse ratio, the weight less something."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.measures import Measure
from jixiao.rules.portion import FULL, NOTHING, Number, Portion, exact
from jixiao.rules.ranges import Range
from jixiao.rules.scoring import Scoring, as_count
from jixiao.rules.spec import Node

_STEPS = ("proportional", "whole", "started")  # what a fraction of a step counts: itself, nothing, a whole step


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same portion anywhere in the piece."""

    portion: Portion

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """The portion of the weight."""
        points = self.portion.of(scoring.weight)
        scoring.note(self.portion.earned(), points)
        return points

    def portions(self) -> Iterator[Portion]:
        """Every portion named, for lint."""
        yield self.portion

    def lint(self, when: Range) -> Iterator[str]:
        """Nothing beyond its portion can be wrong."""
        yield from ()

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form."""
        return {"gives": str(self.portion)}


@dataclass(frozen=True, slots=True)
class Less:
    """The weight less the same portion anywhere in the piece: 扣1分 whatever the weight is."""

    portion: Portion

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """Weight − portion."""
        points = scoring.weight - self.portion.of(scoring.weight)
        scoring.note(f"扣{self.portion.worded()}", points)
        return points

    def portions(self) -> Iterator[Portion]:
        """The portion lost, for lint."""
        yield self.portion

    def lint(self, when: Range) -> Iterator[str]:
        """Nothing beyond its portion can be wrong."""
        yield from ()

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form."""
        return {"loses": str(self.portion)}


@dataclass(frozen=True, slots=True)
class Line:
    """Straight lines through anchors (x, portion), at least two, x rising; the outer lines go on beyond them.

    Through (0 %, 0 %) and (90 %, 100 %) a rate of 80 % earns 8/9 of the weight.
    """

    anchors: tuple[tuple[Fraction, Portion], ...]

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """The point on the line at `number`."""
        segments = list(pairwise(self.anchors))
        (x0, low), (x1, high) = next((s for s in segments if exact(number) <= s[1][0]), segments[-1])
        points = self._between(number, x0, low, x1, high, scoring, measure)
        scoring.note("按比例计分" if self._is_ratio() else "按直线插值计分", points)
        return points

    @staticmethod
    def _between(
        number: Number, x0: Fraction, low: Portion, x1: Fraction, high: Portion, scoring: Scoring, measure: Measure
    ) -> Number:
        def shown(value: Fraction) -> Number:
            return scoring.figure(value, measure.text(value))

        along = number if x0 == 0 else number - shown(x0)
        if x1 - x0 != 1:
            along = along / (shown(x1) if x0 == 0 else shown(x1) - shown(x0))
        start, end = low.of(scoring.weight), high.of(scoring.weight)
        if low.amount == 0:
            return end * along
        if high.amount == 0:
            return start - start * along
        return start + (end - start) * along if exact(end) >= exact(start) else start - (start - end) * along

    def _is_ratio(self) -> bool:
        (x, portion), *others = self.anchors
        return x == 0 and portion.amount == 0 and len(others) == 1 and others[0][1] == FULL

    def portions(self) -> Iterator[Portion]:
        """Every portion named, for lint."""
        for _, portion in self.anchors:
            yield portion

    def lint(self, when: Range) -> Iterator[str]:
        """A line needs two points, in order."""
        if any(left >= right for (left, _), (right, _) in pairwise(self.anchors)):
            yield "直线各点的数值应由小到大，不重复"

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form."""
        return {"line": [[measure.text(x), str(portion)] for x, portion in self.anchors]}


@dataclass(frozen=True, slots=True)
class Inverse:
    """The weight times `target` over the number: less is better, twice the target earns half."""

    target: Fraction

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """Weight × target ÷ number."""
        points = scoring.weight * scoring.figure(self.target, measure.text(self.target)) / number
        scoring.note("按目标值与实际值之比计分", points)
        return points

    def portions(self) -> Iterator[Portion]:
        """No portion is named."""
        yield from ()

    def lint(self, when: Range) -> Iterator[str]:
        """The number is divided by: it must be positive."""
        if self.target <= 0 or when.low is None or when.low < 0 or when.contains(Fraction(0)):
            yield "“目标值÷实际值”的一档只能是大于 0 的范围，目标值也应大于 0"

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form."""
        return {"inverse": measure.text(self.target)}


@dataclass(frozen=True, slots=True)
class Loss:
    """The weight less `each` for every `per` (of `unit`: 人, 天, … or none) that the number is away from `start`.

    Fractions of a step count in proportion unless `steps` says `whole` (每满…) or `started` (不足…按…计).
    `already` is lost on entering the piece (a second, heavier zone); the loss never exceeds `at_most`.
    From 95 % down, 5 % of the weight per percentage point: a rate of 92.5 % loses 2.5 × 5 %.
    """

    start: Fraction
    per: Fraction
    each: Portion
    unit: str = ""
    steps: str = "proportional"
    already: Portion = NOTHING
    at_most: Portion | None = None

    def points(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        """Weight − already − steps × each; the weight itself where nothing is lost."""
        steps = self._steps(number, scoring, measure)
        if exact(steps) == 0 and self.already.amount == 0:
            scoring.note("不扣分，得满分", scoring.weight)
            return scoring.weight
        loss = steps * self.each.of(scoring.weight)
        scoring.note(f"应扣分（每次扣{self.each.worded()}）", loss)
        if self.already.amount:
            loss = self.already.of(scoring.weight) + loss
            scoring.note(f"连同前一段已扣的{self.already.worded()}", loss)
        if self.at_most is not None and exact(loss) > exact(self.at_most.of(scoring.weight)):
            loss = self.at_most.of(scoring.weight)
            scoring.note(f"最多扣{self.at_most.worded()}", loss)
        points = scoring.weight - loss
        scoring.note("扣分后", points)
        return points

    def _steps(self, number: Number, scoring: Scoring, measure: Measure) -> Number:
        above = exact(number) >= self.start
        start = scoring.figure(self.start, measure.text(self.start))
        distance = number - start if above else start - number
        if above and self.start == 0:
            distance = number
        steps = distance if self.per == 1 else distance / scoring.figure(self.per, measure.text(self.per))
        word = f"{measure.more if above else measure.less}{measure.text(self.start)}"
        if steps is not number:
            scoring.note(f"扣分次数（{word}，每{self._step(measure)}扣1次）", steps, as_count)
        if self.steps == "proportional" or exact(steps).denominator == 1:
            return steps
        counted = scoring.figure(floor(exact(steps)) if self.steps == "whole" else ceil(exact(steps)))
        scoring.note(
            "不足1次的不计，扣分次数" if self.steps == "whole" else "不足1次的按1次计，扣分次数", counted, as_count
        )
        return counted

    def _step(self, measure: Measure) -> str:
        if measure.percent:
            return f"{exact_text(self.per * 100)}个百分点"
        return f"{exact_text(self.per)}{self.unit or measure.unit}"

    def portions(self) -> Iterator[Portion]:
        """Every portion named, for lint."""
        yield self.each
        yield self.already
        if self.at_most is not None:
            yield self.at_most

    def lint(self, when: Range) -> Iterator[str]:
        """A step has a length and a price, and the piece lies on one side of where counting starts."""
        if self.per <= 0:
            yield "每一步的长度（per）应大于 0"
        if self.each.amount == 0:
            yield "每一步扣 0，这一档等于不扣分"
        if not self._above(when) and (when.high is None or when.high > self.start):
            yield "扣分的一档应在起算点（from）的同一侧，高出和低于的请分成两档"

    def _above(self, when: Range) -> bool:
        return when.low is not None and when.low >= self.start

    def spec(self, measure: Measure) -> dict[str, Tree]:
        """The formal form; what is usual is left out."""
        tree: dict[str, Tree] = {
            "loses": str(self.each),
            "per": measure.text(self.per) + self.unit,
            "from": measure.text(self.start),
        }
        if self.steps != "proportional":
            tree["steps"] = self.steps
        if self.already.amount:
            tree["already"] = str(self.already)
        if self.at_most is not None:
            tree["at_most"] = str(self.at_most)
        return tree


Giving = Fixed | Less | Line | Inverse | Loss


def read_piece(node: Node, measure: Measure) -> tuple[Range, Giving]:
    """The range and the giving of one piece of a curve over `measure`."""
    node.fields("when", "gives", "line", "inverse", "loses", "per", "from", "steps", "already", "at_most")
    kinds = [key for key in ("gives", "line", "inverse", "loses") if node.has(key)]
    if len(kinds) != 1:
        raise node.wrong("gives、line、inverse、loses 中恰好一个", f"{'、'.join(kinds) or '一个也没有'}")
    when = node.at("when").read(lambda text: Range.parse(text, measure.figure))
    if kinds == ["loses"]:
        return when, _read_loss(node, measure) if node.has("per") else _read_less(node)
    node.fields("when", *kinds)
    if kinds == ["gives"]:
        return when, Fixed(node.at("gives").read(Portion.parse))
    if kinds == ["inverse"]:
        return when, Inverse(node.at("inverse").read(measure.figure))
    return when, _read_line(node.at("line"), measure)


def _read_less(node: Node) -> Less:
    node.fields("when", "loses")
    return Less(node.at("loses").read(Portion.parse))


def _read_loss(node: Node, measure: Measure) -> Loss:
    node.fields("when", "loses", "per", "from", "steps", "already", "at_most")
    steps = node.at("steps").one_of(_STEPS) if node.has("steps") else "proportional"
    return Loss(
        node.at("from").read(measure.figure),
        node.at("per").read(measure.figure),
        node.at("loses").read(Portion.parse),
        "" if measure.percent else node.at("per").unit(),
        steps,
        node.at("already").read(Portion.parse) if node.has("already") else NOTHING,
        node.at("at_most").read(Portion.parse) if node.has("at_most") else None,
    )


def _read_line(node: Node, measure: Measure) -> Line:
    anchors = node.items()
    if len(anchors) < 2:
        raise node.wrong("两个以上的点 [数值, 份额]")
    return Line(tuple(_read_anchor(anchor, measure) for anchor in anchors))


def _read_anchor(node: Node, measure: Measure) -> tuple[Fraction, Portion]:
    pair = node.items()
    if len(pair) != 2:
        raise node.wrong("[数值, 份额] 一对")
    return pair[0].read(measure.figure), pair[1].read(Portion.parse)
