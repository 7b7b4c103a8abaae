"""Parts that count events: faults of several kinds that cost points, merits that add some."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import smaller
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import Evidence, NotAllowed
from jixiao.rules.parts.part import Part, tree_of
from jixiao.rules.portion import Number, Portion, exact
from jixiao.rules.scoring import Scoring, as_count

ALL_KINDS = "合计"
"""What all kinds of faults together are called in the formal form."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one kind of fault costs: `each` beyond `free` ones, at most `at_most`; or everything, when `void`."""

    word: str
    each: Portion
    free: int = 0
    at_most: Portion | None = None
    void: bool = False


@dataclass(frozen=True, slots=True)
class Deductions:
    """Faults of several kinds, each with its own cost; a kind may void the whole indicator.

    The evidence holds `faults` (or `events`, or `count`), counts by kind; where the rule knows one kind only, a
    number will do. All kinds together cost `at_most` unless one voids everything.
    Two late payments at 0.5 points and one missing contract at 1 point leave 3 of 5 points.
    """

    costs: tuple[Cost, ...]
    at_most: Portion | None = None

    def points(self, scoring: Scoring) -> Number:
        """The weight less what the faults cost; a kind that is not listed among the faults did not occur."""
        counts = self._counts(scoring.evidence)
        taken: list[Number] = []
        for cost in self.costs:
            count = counts.get(cost.word, scoring.figure(0))
            if exact(count) == 0:
                continue
            if cost.void:
                scoring.note(f"出现“{cost.word}”，该指标不得分", scoring.figure(0))
                return scoring.figure(0)
            taken.append(self._taken(cost, count, scoring))
        left = self._left(taken, scoring)
        scoring.note("扣分后", left)
        return left

    def _left(self, taken: Sequence[Number], scoring: Scoring) -> Number:
        """The weight less all that is taken, or less the most that all kinds together cost."""
        left: Number = scoring.weight
        if self.at_most is not None and sum(map(exact, taken)) > exact(self.at_most.of(scoring.weight)):
            most = self.at_most.of(scoring.weight)
            scoring.note(f"合计最多扣{self.at_most.worded()}", most)
            return left - most
        for each in taken:
            left = left - each
        return left

    def _counts(self, evidence: Evidence) -> Mapping[str, Number]:
        words = [cost.word for cost in self.costs]
        key = next((each for each in ("faults", "events", "count") if evidence.has(each)), "faults")
        if len(words) == 1 and not isinstance(evidence.raw(key, "各类问题的次数"), Mapping):
            return {words[0]: evidence.times(key, f"“{words[0]}”的次数")}
        counts = evidence.counts(key, "各类问题的次数")
        named = {given: _named(given, words) for given in counts}
        unknown = sorted(given for given, word in named.items() if word is None)
        if unknown:
            raise NotAllowed(f"规则没有列出“{'”“'.join(unknown)}”这类问题")
        if len(set(named.values())) < len(counts):
            raise NotAllowed("同一类问题给出了两个次数")
        return {str(named[given]): count for given, count in counts.items()}

    @staticmethod
    def _taken(cost: Cost, count: Number, scoring: Scoring) -> Number:
        beyond = count - scoring.figure(cost.free) if cost.free else count
        if exact(beyond) <= 0:
            scoring.note(f"“{cost.word}”{as_count(exact(count))}次，不超过{cost.free}次的不扣分")
            return scoring.figure(0)
        taken = beyond * cost.each.of(scoring.weight)
        over = f"，超过{cost.free}次的部分" if cost.free else "，"
        scoring.note(f"“{cost.word}”{as_count(exact(count))}次{over}每次扣{cost.each.worded()}", taken)
        if cost.at_most is not None and exact(taken) > exact(cost.at_most.of(scoring.weight)):
            taken = cost.at_most.of(scoring.weight)
            scoring.note(f"“{cost.word}”最多扣{cost.at_most.worded()}", taken)
        return taken

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Every cost must fit the weight; a word may stand only once."""
        words = [cost.word for cost in self.costs]
        for word in sorted({word for word in words if words.count(word) > 1}):
            yield f"“{word}”写了两次"
        for cost in self.costs:
            for portion in (cost.each, cost.at_most):
                if portion is not None and not portion.fits(weight):
                    yield f"“{cost.word}”扣 {portion}，超出权重分 {exact_text(weight)} 分"
        if self.at_most is not None and not self.at_most.fits(weight):
            yield f"合计最多扣 {self.at_most}，超出权重分 {exact_text(weight)} 分"

    def spec(self) -> tuple[str, Tree]:
        """The formal form; what all kinds cost at most stands last."""
        limit: list[Tree] = [] if self.at_most is None else [{"of": ALL_KINDS, "at_most": str(self.at_most)}]
        return "deductions", [*map(_cost_tree, self.costs), *limit]


def _named(given: str, words: Sequence[str]) -> str | None:
    """The kind that is meant: its own word, or the only one that holds the given word or is held by it.

    >>> _named("手续不全", ["审批手续不全", "凭证不规范"])
    '审批手续不全'
    """
    near = [word for word in words if word == given] or [word for word in words if given in word or word in given]
    return near[0] if len(near) == 1 else None


def _cost_tree(cost: Cost) -> dict[str, Tree]:
    if cost.void:
        return {"of": cost.word, "void": "true"}
    tree: dict[str, Tree] = {"of": cost.word, "each": str(cost.each)}
    if cost.free:
        tree["free"] = str(cost.free)
    if cost.at_most is not None:
        tree["at_most"] = str(cost.at_most)
    return tree


@dataclass(frozen=True, slots=True)
class Bonus:
    """A base score plus `each` for every event, at most `at_most`; above the weight only where `over_weight`.

    Base 4.5 of 5 points, two events at 0.5 points: 5.5 points where the weight may be exceeded, else 5.
    """

    base: Part | None
    each: Portion
    at_most: Portion
    over_weight: bool

    def points(self, scoring: Scoring) -> Number:
        """Base + events × each, limited."""
        if self.base is None:
            base = scoring.evidence.number("base", "基础得分")
            if not 0 <= exact(base) <= exact(scoring.weight):
                raise NotAllowed(f"基础得分应在 0 与权重分 {exact_text(exact(scoring.weight))} 分之间")
        else:
            base = scoring.limited(self.base.points(scoring))
        key = "events" if scoring.evidence.has("events") or not scoring.evidence.has("count") else "count"
        events = scoring.evidence.times(key, "加分事项的个数")
        added = smaller(events * self.each.of(scoring.weight), self.at_most.of(scoring.weight))
        scoring.note(f"每项加{self.each.worded()}，最多加{self.at_most.worded()}", added)
        points = base + added
        scoring.note("加分后", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The base rule, a step that adds something, and a limit that is at least one step."""
        if self.base is not None:
            yield from self.base.lint(weight)
        if self.each.amount <= 0:
            yield f"每项加 {self.each}，应大于 0"
        if exact(self.at_most.of(weight)) < exact(self.each.of(weight)):
            yield f"最多加 {self.at_most}，小于每项加的 {self.each}"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        tree: dict[str, Tree] = {"each": str(self.each), "at_most": str(self.at_most)}
        if self.base is not None:
            tree["base"] = tree_of(self.base)
        if self.over_weight:
            tree["over_weight"] = "true"
        return "bonus", tree
