"""A new case from an imported indicator system: what is known is filled in, what is not stays to be filled in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from jixiao.evaluation.content import CaseContent, General
from jixiao.evaluation.taken import taken_by
from jixiao.evaluation.wanted import wanted_facts
from jixiao.expressions import Formula, Name, names, write
from jixiao.facts import StatedFact, standard_dictionary
from jixiao.indicators import IndicatorNode
from jixiao.language.measures import Measure
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.reading import Cover, ImportedGroup, ImportedIndicator, ImportedSystem
from jixiao.reading.imported import ImportedNode, weight_in

TO_BE_FILLED_IN = "（待填）"
ALL = "全部指标"
NO_RULE = "（原表没有写评分规则）"

_USUAL_SCALE = "standard"
_MONEY = re.compile("金额|资金|经费|支出|收入|预算|决算|拨款|成本|费用|投资|结转|结余|总额|收费|贷款")
_RATE = re.compile("(?:率|满意度|比例|占比|比重|程度|进度)(?:目标值)?$")
_PEOPLE = re.compile("人数|人员数?|编制数?|人次")
_NOTE = "名称照原表；请核对单位和口径"
_FIRST = "子项1"
_EACH_NOTE = "一个子项一行，对象写子项的名称"


def case_from(system: ImportedSystem, cover: Cover) -> CaseContent:
    """The content of a case with the imported indicators and the data their formulas ask for.

    The rules stay the sentences of the table: they are read again, with the same result, wherever the case is opened.
    Nothing is judged and no figure is filled in.
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
    taken = taken_by(node)
    words: dict[str, Tree] = {"text": node.rule.text or NO_RULE, "source": "report"}
    return IndicatorNode(
        code=node.key,
        name=node.name,
        weight="" if node.weight is None else exact_text(node.weight),
        explanation=node.explanation,
        target=node.target,
        criteria=list(node.criteria),
        measure="" if taken.measure is None else write(taken.measure),
        input=dict(taken.written()),
        rule=dict(words),
    )


def _facts(leaves: Iterable[ImportedIndicator]) -> list[StatedFact]:
    """What is to be filled in: data of the dictionary first, then those named by this table alone."""
    asked: dict[Name, None] = {}
    own: dict[str, StatedFact] = {}
    for leaf in leaves:
        taken = taken_by(leaf)
        formulas = [formula for formula in (taken.measure, *taken.inputs.values()) if formula is not None]
        if not formulas:
            continue
        parts = leaf.measure.parts if isinstance(leaf.measure, Measure) else {}
        wanted = [name for formula in (*formulas, *parts.values()) for name in names(formula)]
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
        if name.qualifiers:
            yield StatedFact(name=name.text, value="", unit="%", item=(_FIRST,), own=True, note=_EACH_NOTE)
        elif name.text in parts:
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
