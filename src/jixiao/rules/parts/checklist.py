"""The checklist: each point of the criteria earns its portion of the weight."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import smaller, total
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import Mark, Marks, NotAllowed
from jixiao.rules.portion import Number, Portion, exact, rate_text
from jixiao.rules.scoring import Scoring, as_rate
from jixiao.rules.spec import Node

Points = tuple["Portion | Points", ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Σ portion × credit over the points, which may have points of their own.

    A point judged 符合 has credit 1, 不符合 0, 部分符合 the share `partly` (without it, such a judgement
    is not allowed). With `by_completion` the credit is the completion rate, at most 1; with `tolerance`
    it is 1 where the completion is within that of 100 %, else 0.

    Four equal points of an indicator of 2 points, one of them not met: 3 × 25 % × 2 = 1.5 points.
    """

    portions: Points
    partly: Portion | None = None
    by_completion: bool = False
    tolerance: Fraction | None = None

    @classmethod
    def read(cls, node: Node, criteria: int) -> "Checklist":
        """Read `{points, count?, partly?, by?, tolerance?}`; `points: equal` takes the number of criteria."""
        node.fields("points", "count", "partly", "by", "tolerance")
        points = node.at("points")
        if points.tree == "equal":
            count = node.at("count").whole() if node.has("count") else criteria
            if not count:
                raise points.wrong("均分时写明的要点：指标的 criteria，或本处的 count", "equal，但没有要点")
            portions: Points = (Portion(Fraction(1, count)),) * count
        else:
            portions = _read_points(points)
        ways = [key for key in ("partly", "by", "tolerance") if node.has(key)]
        if len(ways) > 1:
            raise node.wrong("partly、by、tolerance 中最多一个", "、".join(ways))
        if node.has("by"):
            node.at("by").one_of(("completion",))
        return cls(
            portions,
            node.at("partly").read(Portion.parse) if node.has("partly") else None,
            node.has("by"),
            node.at("tolerance").rate() if node.has("tolerance") else None,
        )

    def points(self, scoring: Scoring) -> Number:
        """The sum of what the points earn."""
        if self.by_completion or self.tolerance is not None:
            earned = self._by_completion(scoring)
        else:
            marks = _shaped(self.portions, scoring.evidence.marks())
            _same_shape(self.portions, marks)
            earned = list(self._by_marks(self.portions, marks, scoring, ""))
        points = total(earned)
        scoring.note("各要点得分相加", points)
        return points

    def _by_marks(self, portions: Points, marks: Marks, scoring: Scoring, prefix: str) -> Iterator[Number]:
        for number, (portion, mark) in enumerate(zip(portions, marks, strict=True), 1):
            name = f"{prefix}{number}"
            if isinstance(portion, Portion) and isinstance(mark, Mark):
                points = self._credit(mark, portion.of(scoring.weight), scoring)
                scoring.note(f"要点{name}（{portion.worded()}）{mark.value}", points)
                yield points
            elif not isinstance(portion, Portion):
                nested = mark if isinstance(mark, tuple) else (mark,) * len(portion)
                yield from self._by_marks(portion, nested, scoring, f"{name}.")

    def _credit(self, mark: Mark, full: Number, scoring: Scoring) -> Number:
        if mark is Mark.MET:
            return full
        if mark is Mark.UNMET:
            return scoring.figure(0)
        if self.partly is None:
            raise NotAllowed("本规则的要点只能认定为符合或不符合；部分符合请用“调整得分”并写明理由")
        return self.partly.of(full)

    def _by_completion(self, scoring: Scoring) -> list[Number]:
        completions = scoring.evidence.numbers("completions", "各要点的完成率")
        named = list(_named(self.portions, ""))
        if len(completions) != len(named):
            raise NotAllowed(f"规则有 {len(named)} 个要点，给出了 {len(completions)} 个完成率")
        if any(exact(completion) < 0 for completion in completions):
            raise NotAllowed("完成率不应为负")
        earned = []
        for (name, portion), completion in zip(named, completions, strict=True):
            points = portion.of(scoring.weight) * self._completed(completion, scoring)
            scoring.note(f"要点{name}（{portion.worded()}）完成{as_rate(exact(completion))}", points)
            earned.append(points)
        return earned

    def _completed(self, completion: Number, scoring: Scoring) -> Number:
        if self.tolerance is None:
            return smaller(completion, scoring.figure(1)) if exact(completion) > 1 else completion
        return scoring.figure(1 if abs(exact(completion) - 1) <= self.tolerance else 0)

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The portions must add up to the weight, and none may be negative."""
        named = list(_named(self.portions, ""))
        whole = sum((exact(portion.of(weight)) for _, portion in named), start=Fraction(0))
        if whole != weight:
            yield f"各要点分值合计 {exact_text(whole)} 分，权重是 {exact_text(weight)} 分"
        for name, portion in named:
            if not portion.fits(weight):
                yield f"要点{name}的 {portion} 不在 0 与权重分 {exact_text(weight)} 分之间"
        if self.partly is not None and (self.partly.in_points or not 0 < self.partly.amount < 1):
            yield "partly 应是 0% 与 100% 之间的份额"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        tree: dict[str, Tree] = {"points": _points_tree(self.portions)}
        if self.partly is not None:
            tree["partly"] = str(self.partly)
        if self.by_completion:
            tree["by"] = "completion"
        if self.tolerance is not None:
            tree["tolerance"] = rate_text(self.tolerance)
        return "checklist", tree


def _named(portions: Points, prefix: str) -> Iterator[tuple[str, Portion]]:
    """All portions of a nested checklist in order, numbered 1, 2.1, 2.2 …"""
    for number, portion in enumerate(portions, 1):
        if isinstance(portion, Portion):
            yield f"{prefix}{number}", portion
        else:
            yield from _named(portion, f"{prefix}{number}.")


def _read_points(node: Node) -> Points:
    points: list[Portion | Points] = []
    for place in node.items():
        nested = isinstance(place.tree, list)
        points.append(_read_points(place) if nested else place.read(Portion.parse))
    return tuple(points)


def _points_tree(portions: Points) -> Tree:
    return [str(portion) if isinstance(portion, Portion) else _points_tree(portion) for portion in portions]


def _shaped(portions: Points, marks: Marks) -> Marks:
    """The marks as the points are nested, where one was given for each of the lowest points in order."""
    count = len(list(_named(portions, "")))
    if len(marks) != count or count == len(portions) or not all(isinstance(mark, Mark) for mark in marks):
        return marks
    given = iter(marks)
    return _nested(portions, given)


def _nested(portions: Points, given: Iterator["Mark | Marks"]) -> Marks:
    return tuple(next(given) if isinstance(portion, Portion) else _nested(portion, given) for portion in portions)


def _same_shape(portions: Points, marks: Marks) -> None:
    if len(portions) != len(marks):
        raise NotAllowed(f"规则有 {len(portions)} 个要点，认定了 {len(marks)} 个")
    for portion, mark in zip(portions, marks, strict=True):
        if isinstance(portion, Portion):
            if not isinstance(mark, Mark):
                raise NotAllowed("规则没有下级要点，认定不应再分层")
        elif isinstance(mark, tuple):
            _same_shape(portion, mark)
