"""A new case from an imported indicator system: what is known is filled in, what is not stays to be filled in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from jixiao.evaluation.content import CaseContent, General
from jixiao.evaluation.wanted import wanted_facts
from jixiao.expressions import ExpressionError, Formula, Name, names, parse_formula, ratio_of, write
from jixiao.facts import StatedFact, standard_dictionary
from jixiao.indicators import IndicatorNode
from jixiao.language import Read
from jixiao.language.measures import Measure, growth_of
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.reading import Cover, ImportedGroup, ImportedIndicator, ImportedSystem
from jixiao.reading.imported import ImportedNode, weight_in
from jixiao.rules import Rule, RuleError
from jixiao.rules.parts.curve import Curve

TO_BE_FILLED_IN = "（待填）"
ALL = "全部指标"
NO_RULE = "（原表没有写评分规则）"

_USUAL_SCALE = "standard"
_RATES = ("rate", "completion", "change")
_MONEY = re.compile("金额|资金|经费|支出|收入|预算|决算|拨款|成本|费用|投资|结转|结余|总额|收费|贷款")
_RATE = re.compile("(?:率|满意度|比例|占比|比重|程度|进度)$")
_PEOPLE = re.compile("人数|人员数?|编制数?|人次")
_NOTE = "名称照原表；请核对单位和口径"


def case_from(system: ImportedSystem, cover: Cover) -> CaseContent:
    """The content of a case with the imported indicators and the data their formulas ask for.

    A rule that was read and stands the checks of a case is written formally; any other keeps its words alone and is
    shown as unread. Nothing is judged and no figure is filled in.
    """
    general = General.model_construct(
        name=cover.title or system.document.rpartition(".")[0] or system.document,
        department=cover.department or TO_BE_FILLED_IN,
        client=cover.client,
        evaluator=cover.evaluator,
        year=cover.year,
        grade_scale=_USUAL_SCALE,
    )
    leaves = list(system.indicators())
    return CaseContent(general, _levels(system), facts=_facts(leaves))


def _levels(system: ImportedSystem) -> list[IndicatorNode]:
    """The first level; indicators that stand under none are put under one."""
    nodes = [_node(node) for node in system.groups]
    if all(node.children for node in nodes):
        return nodes
    weight = sum((weight_in(node) for node in system.groups), start=Fraction(0))
    return [IndicatorNode(code=ALL, name=ALL, weight=exact_text(weight), children=nodes)]


def _node(node: ImportedNode) -> IndicatorNode:
    if isinstance(node, ImportedGroup):
        children = [_node(child) for child in node.children]
        return IndicatorNode(code=node.key, name=node.name, weight=exact_text(weight_in(node)), children=children)
    rule = _formal(node)
    measure, inputs = _bound(node, rule)
    words: dict[str, Tree] = {"text": node.rule.text or NO_RULE, "source": "report"}
    return IndicatorNode(
        code=node.key,
        name=node.name,
        weight="" if node.weight is None else exact_text(node.weight),
        explanation=node.explanation,
        target=node.target,
        criteria=list(node.criteria),
        measure="" if measure is None else write(measure),
        input={key: write(formula) for key, formula in inputs.items()},
        rule=dict(words if rule is None else rule.tree()),
    )


def _formal(leaf: ImportedIndicator) -> Rule | None:
    """The rule as a case may hold it; None where it was not read or leaves something open."""
    reading = leaf.rule.reading
    rule = reading.rule if isinstance(reading, Read) else None
    if not isinstance(rule, Rule) or leaf.weight is None or list(rule.lint(leaf.weight)):
        return None
    written = replace(rule, text=leaf.rule.text, source="report")
    try:
        return written if Rule.read(written.tree(), len(leaf.criteria)) == written else None
    except RuleError:
        return None


def _bound(leaf: ImportedIndicator, rule: Rule | None) -> tuple[Formula | None, Mapping[str, Formula]]:
    """The formula, and what the rule takes from it where it takes something else than the rate.

    None where it is not certain what the rule takes: then nothing is computed and the gap is named.
    """
    formula = leaf.measure.formula if isinstance(leaf.measure, Measure) else None
    if rule is None:
        return formula, {}
    if not isinstance(rule.part, Curve):
        return None, {}
    key = rule.part.measure.key
    if formula is None:
        return (_as_name(leaf.name), {}) if key in _RATES else (None, {})
    ratio, growth = ratio_of(formula), growth_of(formula)
    if key == "change":
        return (formula, {"actual": growth[0], "base": growth[1]}) if growth else (None, {})
    if key == "deviation":
        return (formula, {"actual": growth[0], "target": growth[1]}) if growth else (None, {})
    if key == "excess":
        return (formula, {"actual": ratio[0], "limit": ratio[1]}) if ratio else (None, {})
    return (formula, {}) if key in _RATES and ratio else (None, {})


def _as_name(name: str) -> Formula | None:
    """The rate an indicator is named after, where no formula says how it comes about."""
    try:
        formula = parse_formula(name)
    except ExpressionError:
        return None
    return formula if isinstance(formula, Name) else None


def _facts(leaves: Iterable[ImportedIndicator]) -> list[StatedFact]:
    """What is to be filled in: data of the dictionary first, then those named by this table alone."""
    asked: dict[Name, None] = {}
    own: dict[str, StatedFact] = {}
    for leaf in leaves:
        formula, _ = _bound(leaf, _formal(leaf))
        if formula is None:
            continue
        parts = leaf.measure.parts if isinstance(leaf.measure, Measure) else {}
        wanted = [*names(formula), *(name for part in parts.values() for name in names(part))]
        asked |= dict.fromkeys(wanted)
        for fact in _own(leaf, wanted, parts):
            own.setdefault(fact.name, fact)
    return [*wanted_facts(asked), *own.values()]


def _own(leaf: ImportedIndicator, wanted: Iterable[Name], parts: Mapping[str, Formula]) -> Iterator[StatedFact]:
    dictionary = standard_dictionary()
    definitions = leaf.measure.definitions if isinstance(leaf.measure, Measure) else {}
    names_ = list(wanted)
    is_money = any(_is_money(name) for name in names_)
    for name in names_:
        if dictionary.meaning(name.text) is not None:
            continue
        unit = "万元" if is_money and not _RATE.search(name.text) else _unit(name.text)
        note = definitions.get(name.text) or _NOTE
        if name.text in parts:
            yield StatedFact(name=name.text, formula=write(parts[name.text]), unit=unit, own=True, note=note)
        else:
            yield StatedFact(name=name.text, value="", unit=unit, own=True, note=note)


def _is_money(name: Name) -> bool:
    meaning = standard_dictionary().meaning(name.text)
    if meaning is not None:
        return meaning.entry.kind == "amount"
    return bool(_MONEY.search(name.text)) and not _RATE.search(name.text)


def _unit(name: str) -> str:
    """The unit a figure of this name is usually stated in; a note asks to check it."""
    if _RATE.search(name):
        return "%"
    return "人" if _PEOPLE.search(name) else "项"
