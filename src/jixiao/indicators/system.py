"""The indicator system: a tree of levels whose leaves, the third-level indicators, are scored by rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from jixiao.expressions import Expression
from jixiao.indicators.sentences import RuleSentence
from jixiao.quantities import exact_text
from jixiao.rules import Rule
from jixiao.rules.totals import WHOLE


@dataclass(frozen=True, slots=True)
class PerUnit:
    """Inputs evaluated once for every member of `over` (各项目, 各单位), each member an evidence of its own."""

    over: str
    inputs: "Mapping[str, Input]"


Input: TypeAlias = "Expression | tuple[Mapping[str, Input], ...] | PerUnit"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A third-level indicator.

    `inputs` say which facts, under which evidence key, the rule is applied to; judgements add the rest.
    `measure` is the rate or figure the indicator is named after, as a formula.
    `weight` is None in a framework, which cannot be scored. Where the rule is given by its words alone, `sentence` is
    what came of reading them and `rule_place` where they stand; `rule` is None where they were not read: such an
    indicator is visibly unread.
    """

    code: str
    name: str
    weight: Fraction | None
    explanation: str
    target: str
    criteria: tuple[str, ...]
    measure: Expression | None
    inputs: Mapping[str, Input]
    rule_text: str
    rule_source: str
    rule: Rule | None
    sentence: RuleSentence | None = None
    rule_place: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A first- or second-level indicator: its weight is the sum of its children's."""

    code: str
    name: str
    weight: Fraction | None
    children: "tuple[Group | Indicator, ...]"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a system: where (codes from the top down), what was found, what was expected."""

    path: tuple[str, ...]
    found: str
    expected: str
    mend: str


@dataclass(frozen=True, slots=True)
class IndicatorSystem:
    """The whole tree."""

    groups: tuple[Group, ...]

    def indicators(self) -> Iterator[Indicator]:
        """All third-level indicators in order."""
        for group in self.groups:
            yield from indicators_of(group)

    def nodes(self) -> "Iterator[Group | Indicator]":
        """The nodes of all levels in order, a group before what it holds."""
        yield from _walk(self.groups)

    def counts(self) -> tuple[int, int, int]:
        """How many first-, second- and third-level indicators there are; what is scored is third-level anywhere."""
        groups = sum(isinstance(node, Group) for node in self.nodes())
        return len(self.groups), groups - len(self.groups), sum(1 for _ in self.indicators())

    def lint(self) -> Iterator[Fault]:
        """Codes given twice, weights that do not add up, rules that cannot be right for their weight."""
        yield from self._repeated_codes()
        for group in self.groups:
            yield from _lint_group(group, ())
        weights = [group.weight for group in self.groups]
        total = sum((weight for weight in weights if weight is not None), start=Fraction(0))
        if None not in weights and total != WHOLE:
            yield Fault(
                (), f"一级指标权重合计 {exact_text(total)}", f"合计 {exact_text(WHOLE)}", "请核对各一级指标的权重"
            )

    def _repeated_codes(self) -> Iterator[Fault]:
        seen: dict[str, str] = {}
        for node in self.nodes():
            if node.code in seen:
                yield Fault(
                    (node.code,),
                    f"编码 {node.code} 同时用于“{seen[node.code]}”和“{node.name}”",
                    "每个指标有自己的编码",
                    "请给其中一个换一个编码",
                )
            seen[node.code] = node.name


def indicators_of(node: Group | Indicator) -> Iterator[Indicator]:
    """The third-level indicators at or below a node."""
    if isinstance(node, Indicator):
        yield node
    else:
        for child in node.children:
            yield from indicators_of(child)


def expressions_of(indicator: Indicator) -> Iterator[Expression]:
    """Every formula an indicator's evidence comes from, its measure first."""
    if indicator.measure is not None:
        yield indicator.measure
    yield from expressions_in(indicator.inputs)


def expressions_in(inputs: Mapping[str, Input]) -> Iterator[Expression]:
    """Every formula in the inputs, those of parts and units too."""
    for given in inputs.values():
        if isinstance(given, PerUnit):
            yield from expressions_in(given.inputs)
        elif isinstance(given, tuple):
            for part in given:
                yield from expressions_in(part)
        else:
            yield given


def _walk(nodes: "tuple[Group | Indicator, ...]") -> "Iterator[Group | Indicator]":
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _walk(node.children)


def _lint_group(group: Group, above: tuple[str, ...]) -> Iterator[Fault]:
    path = (*above, group.code)
    for child in group.children:
        if isinstance(child, Group):
            yield from _lint_group(child, path)
        else:
            yield from _lint_indicator(child, (*path, child.code))
    weights = [child.weight for child in group.children]
    total = sum((weight for weight in weights if weight is not None), start=Fraction(0))
    if group.weight is not None and None not in weights and total != group.weight:
        yield Fault(
            path,
            f"“{group.code} {group.name}”的权重 {exact_text(group.weight)}，下级合计 {exact_text(total)}",
            "权重等于下级权重之和",
            "请核对这一级和下级的权重",
        )


def _lint_indicator(indicator: Indicator, path: tuple[str, ...]) -> Iterator[Fault]:
    if indicator.weight is None:
        return
    if indicator.weight <= 0:
        yield Fault(path, f"权重 {exact_text(indicator.weight)}", "大于 0 的权重", "请填写该指标的权重")
    elif (indicator.weight * 100).denominator != 1:
        yield Fault(path, f"权重 {exact_text(indicator.weight)}", "最多两位小数的权重", "请把权重写到两位小数以内")
    elif indicator.rule is not None:
        for complaint in indicator.rule.lint(indicator.weight):
            yield Fault((*path, "rule"), complaint, "与权重相符、没有遗漏和重叠的规则", "请修改该指标的评分规则")
