"""A scoring rule of one indicator: its sentence, its part, and how it is applied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.expressions import Written, rounded
from jixiao.packs.trees import Tree
from jixiao.quantities import round_half_up
from jixiao.rules.evidence import Evidence, Lacking, NotAllowed
from jixiao.rules.parts import READERS, Part, read_part
from jixiao.rules.parts.counted import Bonus
from jixiao.rules.portion import Number, exact
from jixiao.rules.scoring import Scoring, Step, as_score
from jixiao.rules.spec import Node, RuleError

SOURCES = {
    "report": "依据原指标体系的规则",
    "ours": "原件未写明可执行的规则，由本系统编写",
    "regulation": "依据制度文件",
    "sample": "制度文本此处缺失，依据公开报告补写",
}
_OWN = ("text", "source", "not_applicable")
NOT_APPLICABLE = ("full", "rescale")
"""What may be stated of an indicator that is not involved: full points, or left out of the total."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The rule gave points: `points` exactly, `score` rounded half-up to two decimals, and the way there."""

    points: Fraction
    score: Decimal
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The indicator does not apply and is left out of the total, which is rescaled."""

    why: str


@dataclass(frozen=True, slots=True)
class NotScored:
    """The rule gave no points: evidence is lacking, or (`refused`) holds what the rule does not allow."""

    why: str
    refused: bool


Outcome = Scored | LeftOut | NotScored


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is written (`text`) and as it is executed (`part`).

    `source` says where it comes from (a key of SOURCES); `not_applicable` what happens where the
    indicator is not involved: `full`, `rescale`, or nothing stated (None).

    >>> rule = Rule.read({"text": "完成率达到90%得满分，否则按比例计分。", "source": "report", "curve": {"of": "rate",
    ...     "pieces": [{"when": "≥90%", "gives": "100%"}, {"when": "<90%", "line": [["0%", "0%"], ["90%", "100%"]]}]}})
    >>> outcome = rule.apply(Fraction(5), Evidence({"actual": "40", "base": "50"}))
    >>> outcome.score, outcome.steps[-1].expression
    (Decimal('4.44'), 'round(5 × 40 ÷ 50 ÷ 90%, 2)')
    """

    text: str
    source: str
    part: Part
    not_applicable: str | None = None

    @classmethod
    def read(cls, tree: Tree, criteria: int = 0) -> "Rule":
        """Read the formal form; raises RuleError. `criteria` is the number of points of the indicator."""
        node = Node(tree)
        if not isinstance(tree, Mapping):
            raise node.wrong("一组规则：text、source 和一种计分方式")
        node.fields(*_OWN, *READERS)
        source = node.at("source").one_of(SOURCES)
        kept = node.at("not_applicable").one_of(NOT_APPLICABLE) if node.has("not_applicable") else None
        part = read_part(Node({key: value for key, value in tree.items() if key not in _OWN}), criteria)
        return cls(node.at("text").text(), source, part, kept)

    def tree(self) -> dict[str, Tree]:
        """The formal form, such that Rule.read gives the same rule back."""
        key, tree = self.part.spec()
        whole: dict[str, Tree] = {"text": self.text, "source": self.source, key: tree}
        if self.not_applicable is not None:
            whole["not_applicable"] = self.not_applicable
        return whole

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Everything that cannot be right for an indicator of this weight."""
        if weight <= 0:
            yield "权重应大于 0"
        else:
            yield from self.part.lint(weight)

    def apply(self, weight: Fraction, evidence: Evidence, traced: bool = True) -> Outcome:
        """The points of the rule for `weight` and `evidence`; never an exception for what is lacking or wrong.

        Rounded once, half-up to two decimals (chapter 15.1). With `traced` off no steps are written.
        """
        scoring = Scoring(Written.of(weight) if traced else weight, evidence.tracing(traced), traced)
        try:
            if evidence.has("applicable") and not evidence.flag("applicable", "是否涉及"):
                return self._not_involved(weight)
            points = self._limited(self.part.points(scoring), scoring)
        except Lacking as lacking:
            return NotScored(str(lacking), refused=False)
        except NotAllowed as refused:
            return NotScored(str(refused), refused=True)
        score = round_half_up(exact(points), 2)
        if isinstance(points, Written):
            scoring.steps.append(_last_step(points))
        return Scored(exact(points), score, tuple(scoring.steps))

    def _limited(self, points: Number, scoring: Scoring) -> Number:
        if isinstance(self.part, Bonus) and self.part.over_weight and exact(points) > exact(scoring.weight):
            return points
        return scoring.limited(points)

    def _not_involved(self, weight: Fraction) -> Outcome:
        if self.not_applicable == "full":
            score = round_half_up(weight, 2)
            return Scored(weight, score, (Step("不涉及，按规则得满分", Written.of(weight), as_score),))
        if self.not_applicable == "rescale":
            return LeftOut("不涉及，按规则不计入总分，其余指标折算")
        raise NotAllowed("认定为不涉及，但规则没有规定不涉及时如何计分")


def _last_step(points: Written) -> Step:
    if (points.value * 100).denominator == 1:
        return Step("得分", points, as_score)
    return Step("得分（四舍五入到两位小数）", rounded(points, 2), as_score)


__all__ = ["NOT_APPLICABLE", "SOURCES", "LeftOut", "NotScored", "Outcome", "Rule", "RuleError", "Scored"]
