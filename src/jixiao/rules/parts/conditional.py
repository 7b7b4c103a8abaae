"""Parts that depend on a condition: a flat portion, a switch between two rules, a gate with a veto."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import smaller
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import Evidence, Mark, NotAllowed
from jixiao.rules.measures import flat
from jixiao.rules.parts.part import Part, tree_of
from jixiao.rules.portion import NOTHING, Number, Portion, exact
from jixiao.rules.scoring import Scoring


@dataclass(frozen=True, slots=True)
class Flat:
    """A portion that needs no evidence; the branches of a switch are often such."""

    portion: Portion

    def points(self, scoring: Scoring) -> Number:
        """The portion of the weight."""
        points = self.portion.of(scoring.weight)
        scoring.note(f"得{self.portion.worded()}", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The portion must fit the weight."""
        if not 0 <= exact(self.portion.of(weight)) <= weight:
            yield f"{self.portion}超出权重分 {exact_text(weight)} 分"

    def worded(self) -> str:
        """The phrase of a rule."""
        return "不得分" if self.portion == NOTHING else f"得{self.portion.worded()}"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "fixed", str(self.portion)


_CONDITIONS = {
    "holds": "条件成立",
    "cause": "目标值明显偏低",
    "harm": "已影响工作开展",
    "finished": "项目已完成",
    "within_budget": "支出未超预算",
}


@dataclass(frozen=True, slots=True)
class Switch:
    """One rule where all the conditions hold, another where any does not."""

    conditions: tuple[str, ...]
    then: Part
    otherwise: Part

    def points(self, scoring: Scoring) -> Number:
        """The points of the branch that applies."""
        holding = [self._holds(scoring.evidence, condition) for condition in self.conditions]
        for condition, holds in zip(self.conditions, holding, strict=True):
            meaning = scoring.evidence.formulas.get(condition, condition_name(condition))
            scoring.note(f"{meaning}：{'是' if holds else '否'}")
        return (self.then if all(holding) else self.otherwise).points(scoring)

    @staticmethod
    def _holds(evidence: Evidence, condition: str) -> bool:
        state = evidence.raw("state", "完成状态") if evidence.has("state") else None
        if isinstance(state, Mapping) and condition in state:
            return Evidence(state).flag(condition, condition_name(condition))
        return evidence.flag(condition, condition_name(condition))

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Both branches."""
        yield from self.then.lint(weight)
        yield from self.otherwise.lint(weight)
        if self.then == self.otherwise:
            yield "条件成立与否得分相同，这个条件没有作用"

    def worded(self) -> str:
        """The phrase of a rule."""
        names = "且".join(condition_name(condition) for condition in self.conditions)
        return f"{names}，{self.then.worded()}；否则，{self.otherwise.worded()}"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        on: Tree = self.conditions[0] if len(self.conditions) == 1 else list(self.conditions)
        return "switch", {"on": on, "then": tree_of(self.then), "else": tree_of(self.otherwise)}


def condition_name(condition: str) -> str:
    """A condition of a switch as users read it."""
    return _CONDITIONS.get(condition, condition)


@dataclass(frozen=True, slots=True)
class Guard:
    """Points that must be met: where one is not, the score is at most `cap` (usually 0).

    `points` are numbers of criteria; `extra` further conditions that are no numbered point follow the
    judged points in the evidence (a veto such as 挪用资金: true = it did not happen).
    """

    points_needed: tuple[int, ...]
    extra: int
    cap: Portion
    rule: Part

    def points(self, scoring: Scoring) -> Number:
        """The points of the rule, capped where a needed point is not met."""
        marks = scoring.evidence.marks()
        judged = len(marks) - self.extra
        if judged < max(self.points_needed, default=0):
            raise NotAllowed(f"否决要点是第 {max(self.points_needed)} 个，只认定了 {max(judged, 0)} 个要点")
        needed = [*(number - 1 for number in self.points_needed), *range(judged, len(marks))]
        failed = [number for number in needed if any(mark is not Mark.MET for mark in flat((marks[number],)))]
        points = self.rule.points(scoring.within(scoring.weight, scoring.evidence.having(met=marks[:judged])))
        if not failed:
            return points
        limit = self.cap.of(scoring.weight)
        names = "、".join(f"要点 {number + 1}" if number < judged else "否决事项" for number in failed)
        outcome = "该指标不得分" if self.cap.amount == 0 else f"该指标最多得{self.cap.worded()}"
        capped = smaller(points, limit)
        scoring.note(f"{names}不符合，{outcome}", capped)
        return capped

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The rule, and a cap below the weight."""
        yield from self.rule.lint(weight)
        if not 0 <= exact(self.cap.of(weight)) < weight:
            yield f"否决后的上限{self.cap}应小于权重分 {exact_text(weight)} 分"
        if not self.points_needed and not self.extra:
            yield "没有指明哪一个要点是必须符合的"

    def worded(self) -> str:
        """The phrase of a rule."""
        needed = "、".join(f"要点 {number}" for number in self.points_needed) or "否决事项"
        outcome = "该指标不得分" if self.cap.amount == 0 else f"最多得{self.cap.worded()}"
        return f"{self.rule.worded()}；{needed}有不符合的，{outcome}"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        tree: dict[str, Tree] = {"cap": str(self.cap), "rule": tree_of(self.rule)}
        if self.points_needed:
            tree["points"] = [str(number) for number in self.points_needed]
        if self.extra:
            tree["extra"] = str(self.extra)
        return "guard", tree
