"""The data-request list of a plan: papers the case knows, papers usually asked for, and data still to be filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import ScoreSheet
from jixiao.expressions import Name, names, write
from jixiao.facts import Ambiguous, FactBase, Missing
from jixiao.facts.dimensions import year_of
from jixiao.indicators import Indicator, expressions_of
from jixiao.packs.planning import UsualDocument, usual_plan
from jixiao.reports.content.department import short_name
from jixiao.reports.content.parts import Column, Table
from jixiao.reports.content.satisfaction import is_about_satisfaction
from jixiao.reports.content.scorewords import coded

_TITLE = "资料清单"
_COLUMNS = (
    Column("序号", 7),
    Column("资料名称", 38, "left"),
    Column("用于哪些指标", 42, "left"),
    Column("提供单位", 18),
    Column("类别", 11),
)
_NOTE = "复印件请加盖公章；没有的资料请书面说明原因。评价组自行取得的资料（问卷、访谈和现场核查记录等）不在此列。"
_OURS = "评价组"
_DATA = "基础数据"
_EVERY = "各项指标"


def data_list_of(case: Case, sheet: ScoreSheet) -> Table:
    """What the department is asked for: each paper once, with the indicators it is for, who provides it, its kind."""
    requests = (*_listed(case, sheet), *_usual(case, sheet), *_lacking(case))
    rows = [
        (str(number), each.title, "、".join(each.uses) or _EVERY, each.holder, each.kind)
        for number, each in enumerate(requests, 1)
    ]
    return Table(_TITLE, _COLUMNS, tuple(rows), note=_NOTE)


@dataclass(frozen=True, slots=True)
class _Request:
    """A line of the list; `uses` are the indicators it is for."""

    title: str
    kind: str
    holder: str
    uses: tuple[str, ...]


def _listed(case: Case, sheet: ScoreSheet) -> Iterator[_Request]:
    """The evidence of the case but for what the evaluators gather themselves."""
    uses: dict[str, list[str]] = {}
    for score in sheet.indicators():
        for each in score.evidence:
            uses.setdefault(each, []).append(coded(score))
    general = case.content.case
    for entry in case.content.evidence:
        if entry.holder not in (_OURS, general.evaluator) or not entry.holder:
            holder = entry.holder or short_name(general)
            yield _Request(entry.title, entry.kind, holder, tuple(uses.get(entry.id, ())))


def _usual(case: Case, sheet: ScoreSheet) -> Iterator[_Request]:
    """What is usually asked for of the indicators that cite no evidence yet, in the usual order."""
    uses: dict[UsualDocument, list[str]] = {document: [] for document in usual_plan().documents}
    for score in sheet.indicators():
        for document in () if score.evidence else _papers(score.indicator):
            uses.setdefault(document, []).append(coded(score))
    for document, needed in uses.items():
        if needed:
            yield _Request(document.title, document.kind, short_name(case.content.case), tuple(needed))


def _papers(indicator: Indicator) -> Sequence[UsualDocument]:
    known = usual_plan().documents_for(indicator.name, (*indicator.criteria, indicator.explanation))
    title = f"反映“{indicator.name}”情况的统计数据、台账和成果资料"
    return known or (UsualDocument(title=title, kind="工作资料", words=(indicator.name,)),)


def _lacking(case: Case) -> Iterator[_Request]:
    """The tables, and the single data together, that formulas name and nobody has filled in; surveys are our own."""
    tables: dict[str, list[str]] = {}
    single: dict[str, list[str]] = {}
    for indicator in case.system.indicators():
        for name in () if is_about_satisfaction(indicator) else _missing(case, indicator):
            kinds = case.facts.tables_for(name)
            where, what = (tables, kinds[0].title) if kinds else (single, _called(name, case.year))
            where.setdefault(what, []).append(coded(indicator))
    if single:
        tables[f"单项数据：{'、'.join(single)}"] = [use for uses in single.values() for use in uses]
    for title, uses in tables.items():
        yield _Request(title, _DATA, short_name(case.content.case), tuple(dict.fromkeys(uses)))


def _called(name: Name, year: int) -> str:
    """The name without the words that mean the year evaluated."""
    return write(Name.of(name.text, *(word for word in name.qualifiers if year_of(word, year) != year)))


def _missing(case: Case, indicator: Indicator) -> Iterator[Name]:
    for expression in expressions_of(indicator):
        yield from (name for name in names(expression) if not _is_filled(case.facts, name))


def _is_filled(facts: FactBase, name: Name) -> bool:
    """Whether the data are there; which of several counts is told when the indicator is scored."""
    try:
        if facts.is_plural(name):
            facts.members(name)
        else:
            facts.find(name)
    except Missing:
        return False
    except Ambiguous:
        return True
    return True
