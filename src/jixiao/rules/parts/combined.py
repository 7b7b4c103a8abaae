"""Parts that combine rules: weighted parts, units and projects, the lower of several, one of several."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import mean, smaller, total
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import Evidence, Lacking, NotAllowed
from jixiao.rules.parts.part import Part, tree_of
from jixiao.rules.portion import Number, Portion, exact
from jixiao.rules.scoring import Scoring


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole: its name, its portion of the weight and its rule."""

    name: str
    portion: Portion
    rule: Part


@dataclass(frozen=True, slots=True)
class Parts:
    """The sum over parts, each scored by its own rule for its portion of the weight.

    The evidence holds `parts`, one input each in order (or `rates` or `completions`, where each looks at one);
    where `may_be_void`, `void` says whether the overall condition occurred that leaves nothing.
    """

    shares: tuple[Share, ...]
    may_be_void: bool = False

    def points(self, scoring: Scoring) -> Number:
        """The sum of the parts' points, each within its portion; 0 where void."""
        if self.may_be_void and scoring.evidence.flag("void", "整体否决条件是否出现"):
            nothing = scoring.figure(0)
            scoring.note(f"{scoring.evidence.formulas.get('void', '整体否决条件')}：已出现，该指标不得分", nothing)
            return nothing
        earned = [
            self._part(share, evidence, scoring)
            for share, evidence in zip(self.shares, self._inputs(scoring), strict=True)
        ]
        points = total(earned)
        scoring.note("各部分得分相加", points)
        return points

    def _inputs(self, scoring: Scoring) -> tuple[Evidence, ...]:
        evidence = scoring.evidence
        if evidence.has("rates") and not evidence.has("parts"):
            inputs = tuple(evidence.having(rate=rate) for rate in evidence.numbers("rates", "各时点的进度"))
        elif evidence.has("completions") and not evidence.has("parts"):
            completions = evidence.numbers("completions", "各部分的完成率")
            inputs = tuple(evidence.having(completion=each, rate=each) for each in completions)
        else:
            inputs = evidence.inputs("parts", "各部分的数据")
        if len(inputs) != len(self.shares):
            raise NotAllowed(f"规则分 {len(self.shares)} 部分，给出了 {len(inputs)} 部分的数据")
        return inputs

    @staticmethod
    def _part(share: Share, evidence: Evidence, scoring: Scoring) -> Number:
        scoring.note(f"{share.name}（{share.portion.worded()}）")
        part = scoring.within(share.portion.of(scoring.weight), evidence)
        return part.limited(share.rule.points(part))

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Portions add up to the weight; every part's rule fits its portion."""
        whole = sum((exact(share.portion.of(weight)) for share in self.shares), start=Fraction(0))
        if whole != weight:
            yield f"各部分分值合计 {exact_text(whole)} 分，权重是 {exact_text(weight)} 分"
        for share in self.shares:
            if not share.portion.fits(weight):
                yield f"{share.name}占 {share.portion}，不在 0 与权重分 {exact_text(weight)} 分之间"
            for complaint in share.rule.lint(exact(share.portion.of(weight))):
                yield f"{share.name}：{complaint}"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        parts: list[Tree] = [
            {"name": share.name, "share": str(share.portion), "rule": tree_of(share.rule)} for share in self.shares
        ]
        return "parts", {"of": parts, "may_be_void": "true"} if self.may_be_void else {"of": parts}


@dataclass(frozen=True, slots=True)
class Each:
    """The rule applied to each unit or project, then the mean, plain or weighted by `amount`."""

    rule: Part
    by_amount: bool

    def points(self, scoring: Scoring) -> Number:
        """The mean of the units' points."""
        units = scoring.evidence.inputs("units", "各单位（项目）的数据")
        if not units:
            raise Lacking("缺少各单位（项目）的数据")
        earned = []
        for number, unit in enumerate(units, 1):
            scoring.note(f"{unit.formulas.get('unit', f'第{number}个单位（项目）')}")
            each = scoring.within(scoring.weight, unit)
            earned.append(each.limited(self.rule.points(each)))
        average = self._by_amounts(earned, units) if self.by_amount else mean(earned)
        scoring.note("按金额加权平均" if self.by_amount else "取平均值", average)
        return average

    @staticmethod
    def _by_amounts(earned: list[Number], units: tuple[Evidence, ...]) -> Number:
        amounts = [unit.number("amount", "作为权数的金额") for unit in units]
        if any(exact(amount) < 0 for amount in amounts) or not any(exact(amount) for amount in amounts):
            raise NotAllowed("作为权数的金额应不为负，且不全为 0")
        weighted = [points * amount for points, amount in zip(earned, amounts, strict=True)]
        return total(weighted) / total(amounts)

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The rule."""
        yield from self.rule.lint(weight)

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "each", {"mean": "amount" if self.by_amount else "plain", "rule": tree_of(self.rule)}


@dataclass(frozen=True, slots=True)
class Lowest:
    """The lowest of several rules, each with its own evidence in `inputs`."""

    rules: tuple[Part, ...]

    def points(self, scoring: Scoring) -> Number:
        """The smallest of the points."""
        inputs = scoring.evidence.inputs("inputs", "各项规则的数据")
        if len(inputs) != len(self.rules):
            raise NotAllowed(f"规则有 {len(self.rules)} 项，给出了 {len(inputs)} 项数据")
        earned = []
        for number, (rule, evidence) in enumerate(zip(self.rules, inputs, strict=True), 1):
            scoring.note(f"第{number}项规则")
            each = scoring.within(scoring.weight, evidence)
            earned.append(each.limited(rule.points(each)))
        lowest = smaller(*earned)
        scoring.note("取其中最低的得分", lowest)
        return lowest

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Every rule."""
        for rule in self.rules:
            yield from rule.lint(weight)

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "lowest", [tree_of(rule) for rule in self.rules]


@dataclass(frozen=True, slots=True)
class Choose:
    """One of several rules, whichever the evaluator has evidence for.

    All other `inputs` are left out: null, or said not to be applicable.
    """

    rules: tuple[Part, ...]

    def points(self, scoring: Scoring) -> Number:
        """The points of the chosen rule."""
        given = scoring.evidence.raw("inputs", "各项规则的数据")
        if not isinstance(given, list | tuple) or len(given) != len(self.rules):
            raise NotAllowed(f"规则有 {len(self.rules)} 项可选，应逐项给出数据，未选的留空")
        chosen = [number for number, entry in enumerate(given) if not _is_left_out(entry)]
        if len(chosen) != 1:
            raise NotAllowed(f"应恰好选用其中一项，现选用了 {len(chosen)} 项")
        (evidence,) = scoring.evidence.having(inputs=[given[chosen[0]]]).inputs("inputs", "选用规则的数据")
        scoring.note(f"选用第{chosen[0] + 1}项规则")
        return self.rules[chosen[0]].points(scoring.within(scoring.weight, evidence))

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Every rule."""
        for rule in self.rules:
            yield from rule.lint(weight)

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "choose", [tree_of(rule) for rule in self.rules]


def _is_left_out(entry: object) -> bool:
    if isinstance(entry, Evidence):
        return entry.has("applicable") and not entry.flag("applicable", "是否选用")
    return entry is None or (isinstance(entry, Mapping) and entry.get("applicable") is False)
