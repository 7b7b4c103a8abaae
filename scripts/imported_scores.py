"""Scores a report by the rules of its own annex, read from the file, and sets them beside the published scores.

    python -m scripts.imported_scores REPORT examples/xinxiang-hitech-2023

The figures and judgements are those of the example that was made from the report; the rules, targets, criteria and
formulas are the annex's. The reports themselves are not part of the repository.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jixiao.documents import open_document
from jixiao.evaluation import ScoreSheet, build_case, evaluate
from jixiao.evaluation.content import CaseContent
from jixiao.evaluation.folder import read_folder, write_folder
from jixiao.evaluation.importing import case_from
from jixiao.facts import StatedFact
from jixiao.indicators import IndicatorNode
from jixiao.reading import Cover, read_indicators

STANDS_FOR = {
    "预算数": "支出总额〔调整〕",
    "支出预算数": "支出总额〔调整〕",
    "实际支出公用经费总额": "公用经费〔决算〕",
    "预算安排公用经费总额": "公用经费〔年初〕",
    "调整后预算安排数": "支出总额〔调整〕",
    "提高服务效率方面": "满意度〔服务效率〕",
    "提高群众办事效率方面": "满意度〔办事效率〕",
    "社会公众满意度": "综合满意度〔服务对象〕",
    "群众满意度": "综合满意度〔办事群众〕",
    "工作人员满意度": "综合满意度〔大厅工作人员〕",
    "政务服务事项网上办理数量": "不见面审批事项数",
    "政务服务事项总数量": "政务服务事项总数",
}
"""What the names of the two annexes are called in the examples."""
ADJUSTED = {
    "xinxiang-hitech-2023": "支出总额〔追加〕＋支出总额〔追减〕",  # what was adjusted
    "yanjin-2022": "支出总额〔调整〕",  # the budget after it: its formula takes the initial one off
}
"""What 预算调整数 is: the two annexes mean different things by it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator of the annex: what its own rule gives, what was published, and why they differ."""

    code: str
    name: str
    computed: str
    published: str
    why: str


def compared(report: Path, example: Path, stands_for: Mapping[str, str] = STANDS_FOR) -> Iterator[Compared]:
    """Every indicator of the annex that the example has too."""
    known = read_folder(example)
    published = {each.code: each for each in evaluate(build_case(known)).indicators()}
    imported = case_from(read_indicators(open_document(report)), Cover())
    codes = set(_codes(imported.indicators))
    names = {**stands_for, "预算调整数": ADJUSTED[example.name]}
    for each in _scored(imported, known.content(), names).indicators():
        if each.code not in codes:
            continue
        score = published.get(each.code)
        stated = "—" if score is None else str(score.score)
        computed = "—" if each.by_rule is None else str(each.by_rule)
        departs = score is not None and score.override is not None
        why = each.why or ("评价组偏离规则" if computed != stated and departs else "")
        yield Compared(each.code, each.name, computed, stated, why if computed != stated else "")


def _scored(imported: CaseContent, known: CaseContent, names: Mapping[str, str]) -> ScoreSheet:
    """The imported indicators with the figures and judgements of the example."""
    judgements = {code: found.model_copy(update={"override": None}) for code, found in known.judgements.items()}
    stated = {fact.name for fact in known.facts}
    own = [_named(fact, names) for fact in imported.facts if fact.own and fact.name not in stated]
    whole = replace(
        known,
        indicators=_completed(imported.indicators, known.indicators),
        judgements=judgements,
        facts=[*known.facts, *own],
        narrative=imported.narrative,
    )
    with tempfile.TemporaryDirectory() as folder:
        write_folder(whole, Path(folder) / "case")
        return evaluate(build_case(read_folder(Path(folder) / "case")))


def _named(fact: StatedFact, names: Mapping[str, str]) -> StatedFact:
    """The annex's own figure as what it stands for in the example; one of which nothing is known stays open."""
    if fact.name not in names:
        return fact
    return StatedFact(name=fact.name, formula=names[fact.name], unit=fact.unit, own=True)


def _completed(nodes: Sequence[IndicatorNode], known: Sequence[IndicatorNode]) -> list[IndicatorNode]:
    """The nodes with the data the example takes where the annex has no formula, and those that the annex lacks."""
    own = {node.code: node for node in known}
    completed = [_with_data(node, own[node.code]) if node.code in own else node for node in nodes]
    return completed + [node for code, node in own.items() if code not in {each.code for each in nodes}]


def _with_data(node: IndicatorNode, known: IndicatorNode) -> IndicatorNode:
    given = node.measure or node.input
    return node.model_copy(
        update={
            "children": _completed(node.children, known.children) if node.children else [],
            "input": node.input if given else known.input,
        }
    )


def _codes(nodes: Sequence[IndicatorNode]) -> Iterator[str]:
    for node in nodes:
        yield node.code
        yield from _codes(node.children)


if __name__ == "__main__":
    for line in compared(Path(sys.argv[1]), Path(sys.argv[2])):
        print("\t".join((line.code, line.name, line.computed, line.published, line.why)))
