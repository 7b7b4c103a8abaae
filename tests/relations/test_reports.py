"""From a verdict to a finding: grave enough, at its place, and with everything needed to redo it."""

import pytest

from jixiao.findings import Kind, Operand, Place, Severity, Verdict
from jixiao.relations import RELATION_CHECKS, Figure, Quotient, Relation, Sum, assess_all, finding_of, findings_of
from jixiao.relations.checks import SUM_SCORES


def at(name: str, text: str, line: int) -> Figure:
    return Figure.of(name, text, place=Place(line=line, text=text))


def five_rows(printed: str) -> Sum:
    amounts = ("326.47", "158.83", "74.16", "42.58", "19.29")
    rows = [at(f"第{number}项", f"{amount}万元", number) for number, amount in enumerate(amounts, 1)]
    return Sum.of(at("支出合计", f"{printed}万元", 6), rows)


@pytest.mark.parametrize(
    ("printed", "severity", "title"),
    [
        ("621.34", Severity.NOTE, "合计与各项之和：“支出合计”有舍入尾差"),
        ("621.36", Severity.WARNING, "合计与各项之和：“支出合计”勉强成立"),
        ("621.37", Severity.ERROR, "合计与各项之和：“支出合计”不成立"),
    ],
)
def test_a_verdict_is_as_grave_as_it_is_certain(printed: str, severity: Severity, title: str) -> None:
    relation = five_rows(printed)
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert (finding.severity, finding.title) == (severity, title)


def test_what_holds_exactly_is_no_finding() -> None:
    relation = five_rows("621.33")
    assert finding_of(relation, relation.assess()) is None
    assert relation.explain(relation.assess()).endswith("= 621.33万元，印出的“支出合计”为 621.33万元，两者相等。")


def test_a_finding_carries_its_operands_and_places() -> None:
    relation = five_rows("621.37")
    finding = finding_of(relation, relation.assess(), title="支出表不平")
    assert finding is not None
    assert finding.title == "支出表不平"
    assert (finding.check, finding.kind, finding.verdict) == ("sum.parts", Kind.SUM, Verdict.IMPOSSIBLE)
    assert (finding.stated, finding.expected) == ("621.37万元", "621.33万元")
    assert finding.relation == "支出合计 = 第1项 + 第2项 + 第3项 + 第4项 + 第5项"
    assert finding.operands[-1] == Operand("621.37万元", "621.37", "万元", Place(line=6, text="621.37万元"))
    assert [place.line for place in finding.places] == [1, 2, 3, 4, 5, 6]


def test_a_missing_figure_is_an_operand_without_value() -> None:
    relation = Quotient(Figure.of("执行率", "0%"), Figure("支出数", place=Place(line=3)), Figure.of("预算数", "12万元"))
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert finding.operands[0] == Operand("支出数", None, None, Place(line=3))
    assert (finding.severity, finding.expected) == (Severity.NOTE, None)
    assert finding.title == "比率：“执行率”未能核对"


def test_a_caller_may_give_a_relation_a_check_of_its_own() -> None:
    scores = [Figure.of(name, f"{points}分") for name, points in (("决策", "14.5"), ("过程", "20.00"))]
    relation = Sum.of(Figure.of("总分", "34.00分"), scores, SUM_SCORES)
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert (finding.check, finding.kind, finding.expected) == ("sum.scores", Kind.SCORE_SUM, "34.50分")


def test_findings_through_a_suspected_quantity_say_so() -> None:
    total = Figure.of("支出合计", "90.00万元")
    relations: list[Relation] = [
        Sum.of(total, [Figure.of("基本支出", "60.00万元"), Figure.of("项目支出", "20.00万元")]),
        Quotient(Figure.of("执行率", "80.00%"), total, Figure.of("预算", "100.00万元")),
    ]
    hints = [finding.hint for finding in findings_of(assess_all(relations))]
    guess = "凡用到“支出合计”的关系都不成立，可能是这个数本身有误"
    assert hints == [f"猜测：{guess}", f"猜测：{guess}"]


def test_a_failure_alone_accuses_no_figure() -> None:
    (finding,) = findings_of(assess_all([five_rows("621.37")]))
    assert finding.hint is None


def test_every_check_of_this_room_is_described() -> None:
    assert [check.id for check in RELATION_CHECKS] == [
        "sum.parts", "sum.difference", "sum.weights", "sum.scores", "sum.shares", "sum.joint", "rate.quotient",
        "rate.share", "rate.growth", "product", "formula.arithmetic", "score.rate", "score.steps", "duplicate",
        "count.whole_number", "count.whole_growth", "convention.truncation",
    ]  # fmt: skip
