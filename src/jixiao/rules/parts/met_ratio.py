"""The share of sub-indicators that are met: as many as are given, each by its completion."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.packs.trees import Tree
from jixiao.rules.evidence import Lacking
from jixiao.rules.portion import Number, exact
from jixiao.rules.ranges import Range
from jixiao.rules.scoring import Scoring
from jixiao.rules.spec import Node


@dataclass(frozen=True, slots=True)
class MetRatio:
    """Weight × (completions within `when`) ÷ (all completions given).

    Of the completions 100 %, 95 %, 80 % and 110 % three lie within 90 % to 110 %: 3/4 of the weight.
    """

    when: Range

    @classmethod
    def read(cls, node: Node, criteria: int) -> "MetRatio":
        """Read the range: `≥90%, ≤110%`."""
        return cls(node.read(Range.parse))

    def points(self, scoring: Scoring) -> Number:
        """The weight times the share of those met."""
        completions = scoring.evidence.numbers("completions", "各子项的完成率")
        if not completions:
            raise Lacking("缺少各子项的完成率")
        met = sum(self.when.contains(exact(completion)) for completion in completions)
        points = scoring.weight * scoring.figure(met) / scoring.figure(len(completions))
        good = f"完成率{self.when.worded(percent=True)}的"
        scoring.note(f"{len(completions)}个子项中{good}有{met}个，占比×权重分", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The range must hold what is fully completed."""
        if not self.when.contains(Fraction(1)):
            yield "达标的范围不含100%，全部完成的子项反而不达标"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "met_ratio", self.when.text(percent=True)
