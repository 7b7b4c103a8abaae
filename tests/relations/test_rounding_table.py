"""The table of cases that the rounding rules were specified with, row by row."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest

from jixiao.findings import Verdict
from jixiao.quantities import Convention, Printed
from jixiao.relations import (
    Assessment,
    Duplicate,
    Figure,
    Quotient,
    RateScore,
    Staircase,
    StepScore,
    Sum,
    Term,
    WholeNumberShare,
    find_clash,
)

EXACT, ROUNDING, STRAINED = Verdict.EXACT, Verdict.ROUNDING, Verdict.STRAINED
IMPOSSIBLE, UNDECIDED = Verdict.IMPOSSIBLE, Verdict.UNDECIDED

FIVE_ROWS = ("326.47", "158.83", "74.16", "42.58", "19.29")


def amount(text: str, name: str = "数") -> Figure:
    return Figure.of(name, f"{text}万元")


def exactly(value: str, name: str = "数") -> Figure:
    return Figure(name, Printed(Fraction(value), 0, convention=Convention.EXACT))


def cut_off(value: str, decimals: int, name: str = "数") -> Figure:
    return Figure(name, Printed(Fraction(value), decimals, convention=Convention.TRUNCATION))


def total(rows: Sequence[str], printed: str) -> Assessment:
    return Sum.of(amount(printed, "合计"), [amount(row) for row in rows]).assess()


def rate(spent: str, budget: str, printed: str) -> Assessment:
    return Quotient(Figure.of("执行率", printed), amount(spent), amount(budget)).assess()


def score(printed: str) -> Assessment:
    weight, executed = Figure.of("分值", "10分"), Figure.of("执行率", "89.11%")
    return RateScore(Figure.of("得分", f"{printed}分"), weight, executed).assess()


def shares(*printed: str) -> Assessment:
    return Sum.of_shares([Figure.of("占比", f"{share}%") for share in printed]).assess()


def truncated(rows: Sequence[str], printed: str) -> Assessment:
    return Sum.of(amount(printed, "合计"), [amount(row) for row in rows]).read(Printed.truncated).assess()


def copies(*printed: str) -> Assessment:
    return Duplicate(tuple(Figure.of("收入", text) for text in printed)).assess()


def satisfied(printed: str, questionnaires: str) -> Assessment:
    return WholeNumberShare(Figure.of("满意率", printed), Figure.of("有效问卷", f"{questionnaires}份")).assess()


def in_steps(printed: str, points: str) -> Assessment:
    rule = Staircase(Fraction(10), Fraction("0.95"), Fraction("0.01"), Fraction(1), part_counts=True)
    return StepScore(Figure.of("得分", f"{points}分"), Figure.of("完成率", printed), rule).assess()


def mixed(printed: str) -> Assessment:
    return Sum.of(amount(printed, "合计"), [amount("12.5"), amount("3.25")]).assess()


CASES = [
    ("1: five rows, off by 0.01", total(FIVE_ROWS, "621.34"), {ROUNDING}),
    ("2: off by 0.03, all roundings one way", total(FIVE_ROWS, "621.36"), {STRAINED}),
    ("3: off by 0.04", total(FIVE_ROWS, "621.37"), {IMPOSSIBLE}),
    ("4: rate 89.11%", rate("1100.11", "1234.56", "89.11%"), {EXACT}),
    ("5: rate 89.10%", rate("1100.11", "1234.56", "89.10%"), {IMPOSSIBLE}),
    ("5: rate 89.12%", rate("1100.11", "1234.56", "89.12%"), {IMPOSSIBLE}),
    ("6: rate 89.1%", rate("1100.11", "1234.56", "89.1%"), {EXACT}),
    ("7: small amounts, 88.50%", rate("1.07", "1.20", "88.50%"), {ROUNDING}),
    ("7: small amounts, 89.60%", rate("1.07", "1.20", "89.60%"), {ROUNDING}),
    ("7: small amounts, 90.00%", rate("1.07", "1.20", "90.00%"), {IMPOSSIBLE}),
    ("8: score 8.91", score("8.91"), {EXACT}),
    ("8: score 8.9", score("8.9"), {EXACT}),
    ("8: score 8.92", score("8.92"), {IMPOSSIBLE}),
    ("9: three thirds", shares("33.33", "33.33", "33.33"), {ROUNDING}),
    ("10: shares make 100.03", shares("41.20", "28.35", "18.07", "12.41"), {IMPOSSIBLE}),
    ("11: cut off, 559.48", truncated(FIVE_ROWS[:3], "559.48"), {ROUNDING}),
    ("11: cut off, 559.49 touches the open end", truncated(FIVE_ROWS[:3], "559.49"), {IMPOSSIBLE}),
    ("12: cut off to 1, exactly 2", Sum.of(cut_off("1", 0), [exactly("2")]).assess(), {IMPOSSIBLE}),
    (
        "13: cut off under a minus sign",
        Sum(exactly("3"), (Term(exactly("5")), Term(cut_off("1", 0), Fraction(-1)))).assess(),
        {IMPOSSIBLE},
    ),
    ("14: copies with different decimals", copies("1,386.5万元", "1,386.47万元"), {EXACT}),
    ("15: copies with the same decimals", copies("1,386.47万元", "1,386.52万元"), {IMPOSSIBLE}),
    ("16: a third copy does not reconcile two", copies("100万元", "105万元", "100.2万元"), {IMPOSSIBLE}),
    ("17: 0.14 亿元", copies("0.14亿元", "1,386.47万元"), {EXACT}),
    ("17: 0.13 亿元", copies("0.13亿元", "1,386.47万元"), {IMPOSSIBLE}),
    ("18: 92.8% of 30", satisfied("92.8%", "30"), {IMPOSSIBLE}),
    ("19: 92.80% of 125", satisfied("92.80%", "125"), {EXACT}),
    ("21: weights make 99.9", Sum.of(exactly("100"), map(exactly, ("15", "25", "35", "24.9"))).assess(), {IMPOSSIBLE}),
    ("22: 94.00% at the edge of a step", in_steps("94.00%", "8"), {UNDECIDED}),
    (
        "23: nothing stated for the amount spent",
        Quotient(Figure.of("执行率", "0%"), Figure("支出数"), amount("12")).assess(),
        {UNDECIDED},
    ),
    ("24: mixed decimals, 15.7", mixed("15.7"), {ROUNDING}),
    ("24: mixed decimals, 15.9", mixed("15.9"), {IMPOSSIBLE}),
]


@pytest.mark.parametrize(("assessment", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_table_of_cases(assessment: Assessment, expected: set[Verdict]) -> None:
    assert assessment.verdict in expected


def test_row_2_is_at_the_edge_of_the_possible() -> None:
    assessment = total(FIVE_ROWS, "621.36")
    assert abs(assessment.residual or 0) == assessment.slack == Fraction("0.03")
    assert assessment.three_sigma_text(4) == "0.0212"


def test_row_3_leaves_at_least_a_hundredth_unexplained() -> None:
    assert total(FIVE_ROWS, "621.37").unexplained == Fraction("0.01")


def test_row_13_the_total_lies_above_3_and_reaches_4() -> None:
    assessment = Sum(exactly("4"), (Term(exactly("5")), Term(cut_off("1", 0), Fraction(-1)))).assess()
    assert str(assessment.possible) == "(3, 4]"
    assert assessment.verdict is EXACT


def test_row_19_reports_the_whole_number() -> None:
    assert satisfied("92.80%", "125").outcomes == ("116",)
    assert satisfied("93.3%", "30").outcomes == ("28",)
    assert satisfied("92.81%", "125").verdict is IMPOSSIBLE


def test_row_20_three_sums_each_possible_and_together_not() -> None:
    a, b, c = (amount("0.33", name) for name in ("甲", "乙", "丙"))
    sums = [
        Sum.of(amount("0.67", "甲乙"), (a, b)),
        Sum.of(amount("0.65", "甲丙"), (a, c)),
        Sum.of(amount("0.67", "乙丙"), (b, c)),
    ]
    assert all(relation.assess().verdict.is_possible for relation in sums)
    assert all(find_clash(pair) is None for pair in combinations(sums, 2))
    clash = find_clash(sums)
    assert clash is not None
    assert clash.sums == tuple(sums)


def test_row_22_lists_both_scores() -> None:
    assert in_steps("94.00%", "8").outcomes == ("9", "8")
    assert in_steps("93.46%", "8").verdict is EXACT
    assert in_steps("94.00%", "10").verdict is IMPOSSIBLE


def test_row_23_says_what_is_missing() -> None:
    assert Quotient(Figure.of("执行率", "0%"), Figure("支出数"), amount("12")).assess().because == "缺少“支出数”"
