"""The score sheet: what an evaluation comes to, every number with its derivation.

Sheets are data; reports and the command line render them and compute nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from jixiao.findings import Finding
from jixiao.indicators import Group, Indicator
from jixiao.quantities import percent_text
from jixiao.rules import Step

Status = Literal["scored", "overridden", "not_computed", "unread", "not_applicable"]

STATUS_NAMES: dict[Status, str] = {
    "scored": "已评分",
    "overridden": "调整得分",
    "not_computed": "未能计算",
    "unread": "规则未读懂",
    "not_applicable": "不适用",
}


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a score came about: the steps of the arithmetic, and what is said before and after them.

    `told` are the steps worth a sentence in the paragraph. The paragraph is written when it is asked for.
    """

    before: tuple[str, ...]
    steps: tuple[Step, ...]
    told: tuple[Step, ...]
    after: tuple[str, ...]

    @property
    def text(self) -> str:
        """One paragraph that a stranger can redo: findings, figures, arithmetic, points, evidence."""
        return "".join(map(_ended, (*self.before, *map(step_sentence, self.told), *self.after)))


def step_sentence(step: Step) -> str:
    """A step in one line: words, arithmetic, value."""
    if step.value is None:
        return step.text
    return f"{step.text}：{step.value}" if step.expression is None else f"{step.text}：{step.expression}＝{step.value}"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("。", "！", "？")) else f"{sentence}。"


@dataclass(frozen=True, slots=True)
class OverrideRecord:
    """A score set against the rule: the score in force, why, by whom, and what the rule gives (None: nothing)."""

    score: Decimal
    reason: str
    author: str
    computed: Decimal | None


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """The result of one third-level indicator.

    `score` is the score in force, `by_rule` what the rule gives; None where there is none, and then `why`
    says what is lacking. `facts` are the facts used, `evidence` the ids of the evidence cited.
    """

    indicator: Indicator
    status: Status
    score: Decimal | None
    by_rule: Decimal | None
    why: str
    derivation: Derivation
    override: OverrideRecord | None
    facts: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.indicator.code

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.indicator.name

    @property
    def weight(self) -> Decimal:
        """The weight in points."""
        return weight_of(self.indicator)

    @property
    def deduction(self) -> Decimal | None:
        """Weight less the score in force."""
        return None if self.score is None else self.weight - self.score


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The result of a first- or second-level indicator: sums of the rounded scores below it."""

    group: Group
    score: Decimal | None
    by_rule: Decimal | None
    derivation: Derivation
    children: "tuple[GroupScore | IndicatorScore, ...]"

    @property
    def code(self) -> str:
        """The group's code."""
        return self.group.code

    @property
    def name(self) -> str:
        """The group's name."""
        return self.group.name

    @property
    def weight(self) -> Decimal:
        """The weight in points."""
        return weight_of(self.group)

    @property
    def status(self) -> Status:
        """not_computed where anything below has no score; not_applicable where nothing below applies."""
        statuses = {each.status for each in indicator_scores((self,))}
        if statuses == {"not_applicable"}:
            return "not_applicable"
        if self.score is None:
            return "not_computed"
        return "overridden" if "overridden" in statuses else "scored"


NodeScore = GroupScore | IndicatorScore


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points an indicator lost, and the titles of the problems that tell why."""

    indicator: IndicatorScore
    points: Decimal
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationSummary:
    """How many relations of the case's own tables were checked and held; `open` names those not checked, with why."""

    checked: int
    held: int
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The total and its grade; None where an indicator has no score, and then `low` and `high` bound it."""

    total: Decimal | None
    grade: str | None
    low: Decimal
    high: Decimal
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The whole result: in force and by the written rules alone."""

    title: str
    department: str
    year: int
    weight: Decimal
    in_force: Totals
    by_rule: Totals
    levels: tuple[GroupScore, ...]
    deductions: tuple[Deduction, ...]
    findings: tuple[Finding, ...]
    relations: RelationSummary
    ruleset: str
    self_score: Decimal | None
    self_grade: str

    @property
    def self_gap(self) -> Decimal | None:
        """How much the department's own score is above the total in force; None where either is lacking."""
        total = self.in_force.total
        return None if self.self_score is None or total is None else self.self_score - total

    def indicators(self) -> Iterator[IndicatorScore]:
        """All third-level results in order."""
        yield from indicator_scores(self.levels)


def indicator_scores(nodes: "tuple[NodeScore, ...]") -> Iterator[IndicatorScore]:
    """The third-level results at or below the nodes."""
    for node in nodes:
        if isinstance(node, IndicatorScore):
            yield node
        else:
            yield from indicator_scores(node.children)


def score_rate(node: NodeScore) -> str | None:
    """得分率 as printed: score ÷ weight from the rounded score (5.33 ÷ 8 is 66.63%, not 66.67%); None without one.

    Of a group only the weight of what is involved counts, as in the total.
    """
    if node.score is None:
        return None
    involved = [leaf.weight for leaf in indicator_scores((node,)) if leaf.status != "not_applicable"]
    return percent_text(Fraction(node.score) / Fraction(sum(involved, start=Decimal(0))))


def total_rate(sheet: ScoreSheet) -> str | None:
    """得分率 of the whole, from the total in force; None where that is open."""
    total = sheet.in_force.total
    return None if total is None else percent_text(Fraction(total) / Fraction(sheet.weight))


def weight_of(node: Group | Indicator) -> Decimal:
    """The weight of a scoreable node as a decimal; a weight has at most two decimals (lint refuses others)."""
    if node.weight is None:
        raise ValueError(f"{node.code} has no weight and cannot be scored")
    return Decimal(node.weight.numerator) / Decimal(node.weight.denominator)
