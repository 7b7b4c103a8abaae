"""Rules about the total as parts of their own, where one is applied alone: the evidence holds the total."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import larger, smaller, total
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import Evidence, Lacking, NotAllowed
from jixiao.rules.portion import Number, exact
from jixiao.rules.scoring import Scoring, as_count
from jixiao.rules.spec import Node
from jixiao.rules.totals import Adjustment, Cap, TotalRule, read_total_rules, total_tree

_BARS = ((Fraction(90), "优"), (Fraction(80), "良"), (Fraction(60), "中"), (Fraction(0), "差"))
"""The usual bands of grades (财预〔2020〕10号, art. 18)."""


@dataclass(frozen=True, slots=True)
class Overall:
    """A penalty, merit or cap applied to `total`; what comes out is the new total, kept between 0 and the weight.

    A cap of the grade changes no points: see `grade`.
    """

    rule: TotalRule

    @classmethod
    def read(cls, node: Node, criteria: int) -> "Overall":
        """Read one rule about the total, as in `total_rules` of a case."""
        return cls(read_total_rules([node.tree])[0])

    def points(self, scoring: Scoring) -> Number:
        """The total after the rule."""
        reached = scoring.evidence.number("total", "总分")
        if isinstance(self.rule, Adjustment):
            events = scoring.evidence.times("events", "发生的次数")
            change = events * scoring.figure(self.rule.each.amount)
            if self.rule.at_most is not None:
                change = smaller(change, scoring.figure(self.rule.at_most.amount))
            scoring.note("扣分" if self.rule.penalty else "加分", change)
            return larger(reached - change, scoring.figure(0)) if self.rule.penalty else reached + change
        if isinstance(self.rule, Cap) and self.rule.score is not None and self._occurred(scoring.evidence):
            return smaller(reached, scoring.figure(self.rule.score))
        return reached

    def grade(self, evidence: Evidence) -> str | None:
        """The grade of the total, at most the cap's where its event occurred; None for a rule that caps no grade."""
        if not isinstance(self.rule, Cap) or self.rule.grade is None:
            return None
        reached = exact(evidence.number("total", "总分"))
        words = [word for _, word in _BARS]
        usual = next((word for bar, word in _BARS if reached >= bar), words[-1])
        if not self._occurred(evidence):
            return usual
        if self.rule.grade not in words:
            raise NotAllowed(f"等级“{self.rule.grade}”不在优、良、中、差之中")
        return max(usual, self.rule.grade, key=words.index)

    @staticmethod
    def _occurred(evidence: Evidence) -> bool:
        if evidence.has("event"):
            return evidence.flag("event", "所列事项是否发生")
        return exact(evidence.times("events", "发生的次数")) > 0

    def lint(self, weight: Fraction) -> Iterator[str]:
        """A limit that is at least one step."""
        if (
            isinstance(self.rule, Adjustment)
            and self.rule.at_most is not None
            and self.rule.at_most.amount < self.rule.each.amount
        ):
            yield "累计上限小于一次扣（加）的分数"

    def worded(self) -> str:
        """The rule as a sentence."""
        rule = self.rule
        if isinstance(rule, Adjustment):
            limit = f"，最多{'扣' if rule.penalty else '加'}{rule.at_most}" if rule.at_most is not None else ""
            return f"{rule.name}的，每次从总分中{'扣' if rule.penalty else '加'}{rule.each}{limit}"
        if isinstance(rule, Cap):
            return f"{rule.name}的，" + (
                f"等级最高为“{rule.grade}”" if rule.grade else f"总分最高{as_count(rule.score or Fraction(0))}分"
            )
        return f"{as_count(rule.score)}分起全额付费"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        tree: Tree = total_tree(self.rule)
        return "overall", tree


@dataclass(frozen=True, slots=True)
class PaidShare:
    """What is paid of the weight (100 for per cent): all from `score` points, below in proportion to the points."""

    score: Fraction

    @classmethod
    def read(cls, node: Node, criteria: int) -> "PaidShare":
        """Read the points from which all is paid."""
        return cls(node.number())

    def points(self, scoring: Scoring) -> Number:
        """Weight × min(total ÷ score, 1)."""
        reached = scoring.evidence.number("total", "考核得分")
        if exact(reached) >= self.score:
            scoring.note(f"达到{exact_text(self.score)}分，全额支付", scoring.weight)
            return scoring.weight
        points = scoring.weight * reached / scoring.figure(self.score)
        scoring.note(f"按得分÷{exact_text(self.score)}支付", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The gate lies above nothing."""
        if self.score <= 0:
            yield "全额付费的分数应大于 0"

    def worded(self) -> str:
        """The rule as a sentence."""
        return (
            f"考核得分达到{exact_text(self.score)}分的，全额支付；未达到的，按得分÷{exact_text(self.score)}的比例支付"
        )

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "paid_share", exact_text(self.score)


@dataclass(frozen=True, slots=True)
class Rescaled:
    """Σ scores ÷ Σ weights of the indicators that apply × the weight (100), given as `items`."""

    @classmethod
    def read(cls, node: Node, criteria: int) -> "Rescaled":
        """Read `true`: the rule has nothing to set."""
        node.one_of(("true",))
        return cls()

    def points(self, scoring: Scoring) -> Number:
        """The rescaled total."""
        items = [item for item in scoring.evidence.inputs("items", "各项指标") if _applies(item)]
        weights = [item.number("weight", "权重") for item in items]
        if not items or not any(exact(weight) for weight in weights):
            raise Lacking("没有一项指标适用，无法折算总分")
        points = total([item.number("score", "得分") for item in items]) / total(weights) * scoring.weight
        scoring.note("适用指标得分合计÷适用指标分值合计×满分", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Nothing can be wrong."""
        yield from ()

    def worded(self) -> str:
        """The rule as a sentence."""
        return "不适用的指标不参与评分，总得分＝适用指标得分合计÷适用指标分值合计×100"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "rescaled", "true"


def _applies(item: Evidence) -> bool:
    return not item.has("applicable") or item.flag("applicable", "是否涉及")
