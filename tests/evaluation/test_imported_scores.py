"""An example printed as the annex of a report and read from it again scores as published, by the sentences alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts.imported_scores import compared
from tests.evaluation.cases import EXAMPLES, XINXIANG, YANJIN, case_of

from jixiao.expressions import normal_name, write
from jixiao.indicators import indicators_of
from jixiao.quantities import exact_text

HEAD = "一级指标\t二级指标\t三级指标\t权重\t指标解释\t目标值\t评价要点\t评分规则"
MARKS = "①②③④⑤⑥"


def annex(name: str) -> Iterator[str]:
    """The indicator system of an example, a row to an indicator, its cells parted by tabs."""
    yield f"某部门整体支出绩效评价报告\n\n{HEAD}"
    for first in case_of(name).system.groups:
        for second in first.children:
            for leaf in indicators_of(second):
                criteria = "".join(f"{mark}{each}；" for mark, each in zip(MARKS, leaf.criteria, strict=False))
                above = (f"{first.code} {first.name}", f"{second.code} {second.name}")
                weight = exact_text(leaf.weight or 0)
                own = (f"{leaf.code} {leaf.name}", weight, leaf.explanation, leaf.target, criteria, leaf.rule_text)
                yield "\t".join((*above, *own))


@pytest.mark.parametrize(
    ("name", "others"),
    [
        # B1.2, A21: the evaluators departed from the rule. The others: a base of nought is not seen without a formula.
        (XINXIANG, {"A2.3", "B1.2", "B1.5", "B1.6"}),
        # B12: no one judges the condition that leaves nothing. C13: the sentence is not read.
        (YANJIN, {"A21", "B12", "C13"}),
    ],
)
def test_the_sentences_of_an_annex_give_the_published_scores(name: str, others: set[str], tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("\n".join(annex(name)) + "\n", encoding="utf-8")
    measured = [leaf for leaf in case_of(name).system.indicators() if leaf.measure is not None]
    names = {normal_name(leaf.name): write(leaf.measure) for leaf in measured if leaf.measure is not None}
    lines = list(compared(report, EXAMPLES / name, names))
    assert len(lines) == sum(1 for _ in case_of(name).system.indicators())
    assert {line.code for line in lines if line.computed != line.published} <= others
    assert all(line.why for line in lines if line.computed != line.published)
