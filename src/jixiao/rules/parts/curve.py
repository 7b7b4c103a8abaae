"""The curve: points as a function of one number, piece by piece.

Thresholds with deductions, tiers, ratios, anchors, fault counts, delays and ranks (domain reference 15.2
B to F and I) are all curves: they differ in the number looked at and in what each piece gives.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import absolute
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import Lacking, NotAllowed
from jixiao.rules.measures import MEASURES, Measure, ZeroBase, flat, rate_beside_target
from jixiao.rules.parts.giving import Fixed, Giving, Less, Line, read_piece
from jixiao.rules.portion import Number, Portion, exact
from jixiao.rules.ranges import Range, gaps_and_overlaps, unreachable
from jixiao.rules.scoring import Scoring
from jixiao.rules.spec import Node

_COUNTING_POINTS = ("met", "unmet")


@dataclass(frozen=True, slots=True)
class ZeroBaseRule:
    """What is earned when the base of a rate is zero (form zero_base)."""

    both_zero: Portion | None
    only_base_zero: Portion | None

    def portions(self) -> Iterator[Portion]:
        """Every portion named, for lint."""
        yield from (portion for portion in (self.both_zero, self.only_base_zero) if portion is not None)

    def tree(self) -> Tree:
        """The formal form."""
        named = {"both_zero": self.both_zero, "only_base_zero": self.only_base_zero}
        return {case: str(portion) for case, portion in named.items() if portion is not None}


@dataclass(frozen=True, slots=True)
class Curve:
    """Points by one measure of the evidence; exactly one piece answers for every number that can occur.

    With `of_size` the measure is taken without its sign. `count` is the number of points judged, for a curve
    over how many of them are met or not (0: it was not stated); another number of judgements is refused.
    """

    measure: Measure
    pieces: tuple[tuple[Range, Giving], ...]
    of_size: bool = False
    zero_base: ZeroBaseRule | None = None
    count: int = 0

    @classmethod
    def read(cls, node: Node, criteria: int) -> "Curve":
        """Read `{of, pieces, absolute?, zero_base?, count?}`; `count` is the number of criteria unless written."""
        node.fields("of", "pieces", "absolute", "zero_base", "count")
        of = node.at("of")
        measure = MEASURES[of.one_of(MEASURES)]
        zero_base = _read_zero_base(node.at("zero_base")) if node.has("zero_base") else None
        counted = measure.key in _COUNTING_POINTS
        if node.has("count") and not counted:
            raise node.at("count").wrong(f"只在 of 为 {'、'.join(_COUNTING_POINTS)} 时写")
        return cls(
            measure,
            tuple(read_piece(piece, measure) for piece in node.at("pieces").items()),
            node.has("absolute") and node.at("absolute").yes(),
            zero_base,
            node.at("count").whole() if node.has("count") else criteria if counted else 0,
        )

    def points(self, scoring: Scoring) -> Number:
        """The points of the piece into which the measured number falls."""
        if self.count and (scoring.evidence.has("met") or scoring.evidence.has("levels")):
            judged = len(flat(scoring.evidence.marks()))
            if judged != self.count:
                raise NotAllowed(f"规则有 {self.count} 个要点，认定了 {judged} 个")
        try:
            number = self._found(scoring)
        except ZeroBase as zero:
            return self._without_base(zero, scoring)
        except Lacking:
            if not scoring.evidence.has("holds") or not self._is_yes_or_no():
                raise
            return self._by_condition(scoring)
        if self.of_size and exact(number) < 0:
            number = absolute(number)
            scoring.note("取绝对值", number, self.measure.show)
        for when, gives in self.pieces:
            if when.contains(exact(number)):
                if when != Range():
                    scoring.note(f"{self._closer(exact(number), when)}属于“{self.measure.worded(when)}”一档")
                return gives.points(number, scoring, self.measure)
        raise NotAllowed(f"{self.measure.name}为 {self.measure.show(exact(number))}，规则没有规定这种情形如何计分")

    def _found(self, scoring: Scoring) -> Number:
        """The measured number; of points that were only counted as met, those not met are the others."""
        evidence = scoring.evidence
        if self.measure.key in ("rate", "completion"):
            rate = rate_beside_target(scoring, self._bounds(), counted=self.measure.key == "completion")
            if rate is not None:
                return rate
        if self.measure.key == "unmet" and self.count and evidence.has("count") and not evidence.has("met"):
            return max(
                scoring.figure(self.count) - evidence.times("count", "符合的要点数"), scoring.figure(0), key=exact
            )
        return self.measure.find(scoring)

    def _bounds(self) -> set[Fraction]:
        """The numbers at which something changes; that a rate is whole (100 %) is none."""
        ends = {end for when, _ in self.pieces for end in (when.low, when.high) if end is not None}
        points = {x for _, gives in self.pieces if isinstance(gives, Line) for x, _ in gives.anchors}
        return (ends | points) - {Fraction(0), Fraction(1)}

    def _is_yes_or_no(self) -> bool:
        """Whether the curve only tells one case from another, so that saying which one it is will do."""
        return len({gives for _, gives in self.pieces}) == 2 and all(
            isinstance(gives, Fixed | Less) for _, gives in self.pieces
        )

    def _by_condition(self, scoring: Scoring) -> Number:
        earned = [self._of_case(gives, scoring.weight) for _, gives in self.pieces]
        holds = scoring.evidence.flag("holds", "条件是否成立")
        points = (max if holds else min)(earned, key=exact)
        scoring.note(f"条件{'成立' if holds else '不成立'}", points)
        return points

    @staticmethod
    def _of_case(gives: Giving, weight: Number) -> Number:
        (portion,) = gives.portions()
        return weight - portion.of(weight) if isinstance(gives, Less) else portion.of(weight)

    def _closer(self, number: Fraction, when: Range) -> str:
        """All the digits of a number whose rounded form, shown before, lies in another piece; otherwise nothing."""
        shown = self.measure.show_within(number, when)
        return "" if shown == self.measure.show(number) else f"准确值为{shown}，"

    def _without_base(self, zero: ZeroBase, scoring: Scoring) -> Number:
        if self.zero_base is None:
            raise NotAllowed("分母为 0，比率没有意义，规则也没有规定这种情形如何计分")
        both = exact(zero.actual) == 0
        portion = self.zero_base.both_zero if both else self.zero_base.only_base_zero
        case = "分子、分母均为 0" if both else "分母为 0 而分子不为 0"
        if portion is None:
            raise NotAllowed(f"{case}，规则没有规定这种情形如何计分")
        points = portion.of(scoring.weight)
        name = scoring.evidence.formulas.get("rate", self.measure.name)
        scoring.note(f"{name}：{case.replace(' ', '')}，{portion.earned()}", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Gaps, overlaps, branches that cannot be reached, portions beyond the weight."""
        domain = self.domain()
        ranges = [when for when, _ in self.pieces]
        yield from gaps_and_overlaps(ranges, domain, self.measure.whole_numbers, self.measure.percent)
        for when, gives in self.pieces:
            if unreachable(when, domain, self.measure.whole_numbers):
                yield f"“{self._when(when)}”一档永远不会用到"
            for portion in gives.portions():
                if not portion.fits(weight):
                    yield f"“{self._when(when)}”一档写的 {portion} 超出权重分 {exact_text(weight)} 分"
            for complaint in gives.lint(when.within(domain)):
                yield f"“{self._when(when)}”一档：{complaint}"
        for portion in self.zero_base.portions() if self.zero_base is not None else ():
            if not portion.fits(weight):
                yield f"分母为 0 时写的 {portion} 超出权重分 {exact_text(weight)} 分"

    def domain(self) -> Range:
        """The numbers that can occur."""
        if self.of_size:
            return Range(Fraction(0), True)
        return Range(Fraction(0), True, Fraction(self.count), True) if self.count else self.measure.domain

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        tree: dict[str, Tree] = {
            "of": self.measure.key,
            "pieces": [{"when": self._when(when), **gives.spec(self.measure)} for when, gives in self.pieces],
        }
        if self.of_size:
            tree["absolute"] = "true"
        if self.zero_base is not None:
            tree["zero_base"] = self.zero_base.tree()
        if self.count:
            tree["count"] = str(self.count)
        return "curve", tree

    def _when(self, when: Range) -> str:
        return when.text(self.measure.percent)


def _read_zero_base(node: Node) -> ZeroBaseRule:
    node.fields("both_zero", "only_base_zero")
    if not node.has("both_zero") and not node.has("only_base_zero"):
        raise node.wrong("应写 both_zero、only_base_zero 之一或两者")
    both, only = (
        node.at(case).read(Portion.parse) if node.has(case) else None for case in ("both_zero", "only_base_zero")
    )
    return ZeroBaseRule(both, only)
