"""Parts that depend on a condition: a flat portion, a switch between two rules, a gate with a veto."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import smaller
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import Evidence, Lacking, Mark, Marks, NotAllowed
from jixiao.rules.measures import flat
from jixiao.rules.parts.part import Part, tree_of
from jixiao.rules.portion import Number, Portion, exact
from jixiao.rules.scoring import Scoring


@dataclass(frozen=True, slots=True)
class Flat:
    """A portion that needs no evidence; the branches of a switch are often such."""

    portion: Portion

    def points(self, scoring: Scoring) -> Number:
        """The portion of the weight."""
        points = self.portion.of(scoring.weight)
        scoring.note(self.portion.earned(), points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The portion must fit the weight."""
        if not self.portion.fits(weight):
            yield f"{self.portion} 超出权重分 {exact_text(weight)} 分"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "fixed", str(self.portion)


CONDITIONS = {
    "holds": "条件成立",
    "cause": "目标值明显偏低",
    "harm": "已影响工作开展",
    "finished": "项目已完成",
    "within_budget": "支出未超预算",
}
"""The conditions a switch may turn on, by their key in the evidence, as users read them."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One rule where all the conditions hold, another where any does not.

    A condition that nobody stated is lacking, unless another one fails or both branches come to the same
    points: whether the target was set too low, for one, matters only where it was well exceeded.
    """

    conditions: tuple[str, ...]
    then: Part
    otherwise: Part

    def points(self, scoring: Scoring) -> Number:
        """The points of the branch that applies."""
        unknown: list[Lacking] = []
        all_hold = True
        for condition in self.conditions:
            meaning = scoring.evidence.formulas.get(condition, CONDITIONS[condition])
            try:
                holds = _holds(scoring.evidence, condition)
            except Lacking as lacking:
                unknown.append(lacking)
                scoring.note(f"{meaning}：未认定，不影响得分")
            else:
                all_hold = all_hold and holds
                scoring.note(f"{meaning}：{'是' if holds else '否'}")
        if all_hold and unknown and not self._makes_no_difference(scoring):
            raise unknown[0]
        return (self.then if all_hold else self.otherwise).points(scoring)

    def _makes_no_difference(self, scoring: Scoring) -> bool:
        aside = Scoring(exact(scoring.weight), scoring.evidence.tracing(False), traced=False)
        try:
            then, otherwise = (aside.limited(branch.points(aside)) for branch in (self.then, self.otherwise))
        except (Lacking, NotAllowed):
            return False
        return exact(then) == exact(otherwise)

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Both branches, which must differ."""
        yield from self.then.lint(weight)
        yield from self.otherwise.lint(weight)
        if self.then == self.otherwise:
            yield "条件成立与否得分相同，这个条件没有作用"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        on: Tree = self.conditions[0] if len(self.conditions) == 1 else list(self.conditions)
        return "switch", {"on": on, "then": tree_of(self.then), "else": tree_of(self.otherwise)}


def _holds(evidence: Evidence, condition: str) -> bool:
    """Whether a condition holds: from `state`, from its own key, or (a cause only) as the condition `holds`.

    A condition that is told by points holds where all of them are met, one told by faults where there are none.
    """
    state = evidence.raw("state", "完成状态") if evidence.has("state") else None
    if isinstance(state, Mapping) and condition in state:
        return Evidence(state).flag(condition, CONDITIONS[condition])
    if condition == "holds" and not evidence.has("holds") and (evidence.has("met") or evidence.has("levels")):
        return not _fails(evidence.marks())
    if condition == "holds" and not evidence.has("holds") and evidence.has("faults"):
        return exact(evidence.times("faults", "问题个数")) == 0
    key = "holds" if condition == "cause" and not evidence.has("cause") else condition
    return evidence.flag(key, CONDITIONS[condition])


_GATE, _VETO = "前置条件不符合", "出现否决事项"


@dataclass(frozen=True, slots=True)
class Guard:
    """Points that must be met: where one is not, the score is at most `cap` (usually 0).

    `points` are numbers of criteria. Conditions that are no numbered point have entries of their own among
    the judged points, true where all is as it should be: `before` of them stand first (a gate named before
    the points), `extra` last (a veto such as 挪用资金). Of a rule that judges no points, `void` says whether the
    one condition fails, or the event occurred.
    """

    points_needed: tuple[int, ...]
    before: int
    extra: int
    cap: Portion
    rule: Part

    def points(self, scoring: Scoring) -> Number:
        """The points of the rule, capped where a needed point is not met."""
        evidence = scoring.evidence
        if self._is_of_event() and not (evidence.has("met") or evidence.has("levels")):
            return self._unless_void(scoring)
        marks = scoring.evidence.marks()
        judged = marks[self.before : len(marks) - self.extra]
        if len(judged) + self.before + self.extra != len(marks) or len(judged) < max(self.points_needed, default=0):
            raise NotAllowed(f"否决规则要看的要点或事项没有逐一认定，只认定了 {len(marks)} 项")
        points = self.rule.points(scoring.within(scoring.weight, scoring.evidence.having(met=judged)))
        failed = [f"要点{number}不符合" for number in self.points_needed if _fails((judged[number - 1],))]
        failed += [_GATE] if _fails(marks[: self.before]) else []
        failed += [_VETO] if _fails(marks[self.before + len(judged) :]) else []
        if not failed:
            return points
        capped = smaller(scoring.limited(points), self.cap.of(scoring.weight))
        scoring.note(f"因{'、'.join(failed)}，{self._outcome()}", capped)
        return capped

    def _is_of_event(self) -> bool:
        return not self.points_needed and self.before + self.extra == 1

    def _unless_void(self, scoring: Scoring) -> Number:
        if not scoring.evidence.flag("void", "否决事项是否出现"):
            return self.rule.points(scoring)
        cap = self.cap.of(scoring.weight)
        points = smaller(scoring.limited(self.rule.points(scoring)), cap) if self.cap.amount else scoring.figure(0)
        scoring.note(f"因{_VETO if self.extra else _GATE}，{self._outcome()}", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The rule, and a cap below the weight."""
        yield from self.rule.lint(weight)
        if not 0 <= exact(self.cap.of(weight)) < weight:
            yield f"否决后的上限 {self.cap} 应小于权重分 {exact_text(weight)} 分"
        if not self.points_needed and not self.before and not self.extra:
            yield "没有指明哪一个要点是必须符合的"

    def _outcome(self) -> str:
        return f"该指标最多得{self.cap.worded()}" if self.cap.amount else "该指标不得分"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        tree: dict[str, Tree] = {"cap": str(self.cap), "rule": tree_of(self.rule)}
        if self.points_needed:
            tree["points"] = [str(number) for number in self.points_needed]
        for key, number in (("before", self.before), ("extra", self.extra)):
            if number:
                tree[key] = str(number)
        return "guard", tree


def _fails(marks: Marks) -> bool:
    if Mark.PARTLY in flat(marks):
        raise NotAllowed("必须符合的要点只能认定为符合或不符合")
    return Mark.UNMET in flat(marks)
