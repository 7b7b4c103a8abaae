"""Sums and differences: the worked examples, what leaves them undecided, and what an explanation says."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jixiao.findings import Severity, Verdict
from jixiao.quantities import Convention, DecimalsSource, Printed, in_column, parse_printed, unit_named
from jixiao.relations import Figure, Sum, Term, finding_of

WAN = unit_named("万元")


def amount(text: str, name: str = "数") -> Figure:
    return Figure.of(name, f"{text}万元")


def rows(*texts: str) -> list[Figure]:
    return [amount(text, f"第{number}项") for number, text in enumerate(texts, 1)]


def test_a_sum_that_was_filled_in_begins_with_the_two_numbers_and_shows_the_arithmetic_after_them() -> None:
    parts = [Figure.of(name, text, WAN) for name, text in (("甲", "10.00"), ("乙", "0.00"))]
    total = replace(Figure.of("合计", "40.00", WAN), filled=True)
    told = replace(Sum.of(total, parts), lead="下级各行相加")
    explanation = told.explain(told.assess())
    assert explanation.startswith(
        "下级各行相加为 10.00万元，“合计”填的是 40.00万元，相差 30万元。算式：10.00 + 0.00 = 10.00万元。"
    )
    assert "印出" not in explanation
    untold = replace(told, lead="")
    assert "= 10.00万元，填列的“合计”为 40.00，" in untold.explain(untold.assess())


def test_example_1_intervals_of_rows_and_total() -> None:
    relation = Sum.of(amount("621.34"), rows("326.47", "158.83", "74.16", "42.58", "19.29"))
    assessment = relation.assess()
    assert str(assessment.possible) == "[621.305, 621.355]"
    assert str(assessment.stated) == "[621.335, 621.345]"
    assert assessment.residual == Fraction("-0.01")


@pytest.mark.parametrize(("printed", "possible"), [("123.54", True), ("123.45", False)])
def test_example_2_a_difference(printed: str, possible: bool) -> None:
    relation = Sum.difference(amount(printed, "调减"), amount("985.00", "年初"), amount("861.46", "调整后"))
    assert relation.statement == "调减 = 年初 − 调整后"
    assert relation.assess().verdict.is_possible is possible
    assert str(relation.assess().possible) == "[123.53, 123.55]"


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        (("33.33", "33.33", "33.33"), Verdict.ROUNDING),
        (("41.20", "28.35", "18.07", "12.41"), Verdict.IMPOSSIBLE),
        (("41.2", "28.4", "18.1", "12.0"), Verdict.IMPOSSIBLE),
        (("60", "40"), Verdict.EXACT),
    ],
)
def test_example_8_shares_of_a_whole(shares: tuple[str, ...], verdict: Verdict) -> None:
    assert Sum.of_shares([Figure.of("占比", f"{share}%") for share in shares]).assess().verdict is verdict


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [("559.45", Verdict.IMPOSSIBLE), ("559.46", Verdict.EXACT), ("559.47", Verdict.ROUNDING),
     ("559.48", Verdict.ROUNDING), ("559.49", Verdict.IMPOSSIBLE)],
)  # fmt: skip
def test_example_9_truncated_rows(printed: str, verdict: Verdict) -> None:
    relation = Sum.of(amount(printed), rows("326.47", "158.83", "74.16")).read(Printed.truncated)
    assessment = relation.assess()
    assert assessment.verdict is verdict
    assert str(assessment.possible) == "[559.46, 559.49)"


def test_truncated_figures_are_explained_by_their_ranges() -> None:
    relation = Sum.of(amount("559.49", "合计"), rows("326.47", "158.83", "74.16")).read(Printed.truncated)
    assert relation.explain(relation.assess()) == (
        "326.47万元 + 158.83万元 + 74.16万元 = 559.46万元，印出的“合计”为 559.49万元，相差 0.03万元。"
        "按各数的取位方式，右边只能是 559.46万元 至 559.49万元（不含），“合计”只能是 559.49万元 至 559.5万元（不含）。"
        "两者只在取不到的端点相接，没有共同的数。"
        "各数的取位：第1项、第2项、第3项、合计去尾到 0.01万元（据数字本身）。"
    )


def test_strain_is_measured_from_the_middle_of_what_is_possible() -> None:
    """Truncated rows lose about half a unit each: a total somewhat above the printed sum is the usual case."""
    items = rows(*["1.00"] * 50)
    usual = Sum.of(amount("50.25"), items).read(Printed.truncated)
    strained = Sum.of(amount("50.48"), items).read(Printed.truncated)
    assert usual.assess().verdict is Verdict.ROUNDING
    assert strained.assess().verdict is Verdict.STRAINED


def test_a_difference_of_exactly_three_sigma_is_still_rounding() -> None:
    """Three shares of 33.33: r = 0.01; with three widths of 0.01, 3σ = 0.015; with r = 0.015 both would be equal."""
    exact_total = Figure("合计", Printed(Fraction("0.015"), 3, convention=Convention.EXACT))
    items = [Figure("项", Printed(Fraction(0), 2))] * 3
    assessment = Sum.of(exact_total, items).assess()
    assert assessment.residual == -(assessment.slack or 0)
    assert assessment.verdict is Verdict.ROUNDING


def test_a_missing_item_leaves_a_sum_undecided_and_a_blank_is_not_zero() -> None:
    relation = Sum.of(amount("3", "合计"), [amount("3"), Figure("公用经费")])
    assert relation.assess().verdict is Verdict.UNDECIDED
    assert relation.assess().because == "缺少“公用经费”"
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert finding.severity is Severity.NOTE
    assert finding.explanation == "未作判断：缺少“公用经费”。"


def test_blanks_count_as_nothing_only_where_the_table_leaves_zeros_out() -> None:
    items = [amount("3.00", "甲"), Figure("乙")]
    assert Sum.of(amount("3.00"), items, blanks_are_zero=True).assess().verdict is Verdict.EXACT
    assert Sum.of(amount("4.00"), items, blanks_are_zero=True).assess().verdict is Verdict.IMPOSSIBLE
    assert Sum.of(Figure("合计"), items, blanks_are_zero=True).assess().verdict is Verdict.UNDECIDED
    nothing = Sum.of(amount("3"), [Figure("甲"), Figure("乙")], blanks_are_zero=True).assess()
    assert nothing.verdict is Verdict.UNDECIDED
    assert nothing.because == "缺少“甲”“乙”"


def test_digits_beyond_the_declared_ones_leave_a_sum_undecided() -> None:
    declared = replace(parse_printed("12.345", WAN), decimals=2, source=DecimalsSource.STATED)
    assessment = Sum.of(amount("12.35"), [Figure("甲", declared)]).assess()
    assert assessment.because == "印出的位数多于注明的小数位数：“甲”12.345"


@pytest.mark.parametrize(
    ("item", "because"),
    [
        (Figure.of("人数", "11人"), "读到“人数”的单位“人”，应为与“数”可以换算的单位（万元）"),
        (Figure.of("甲", "11.00"), "读到“甲”没有写明单位的 11.00，应为与其他各数相同的计量单位"),
    ],
)
def test_units_that_do_not_fit_leave_a_sum_undecided(item: Figure, because: str) -> None:
    assessment = Sum.of(amount("22"), [amount("11"), item]).assess()
    assert assessment.verdict is Verdict.UNDECIDED
    assert assessment.because in (because, because.replace("“数”", "“第1项”"))


def test_units_of_one_dimension_are_converted() -> None:
    relation = Sum.of(amount("1412.5"), [Figure.of("甲", "0.14亿元"), amount("12.5", "乙")])
    assessment = relation.assess()
    assert assessment.verdict is Verdict.EXACT
    assert assessment.slack == Fraction("50.1")
    assert assessment.working == "0.14亿元 + 12.5万元 = 1412.5万元"


def test_a_dropped_zero_makes_a_failure_one_step_lower() -> None:
    """12.5 in a column of two decimals may be 12.50 or really 12.5; only the narrower reading contradicts the total."""
    first, second, total = in_column([parse_printed(text, WAN) for text in ("12.5", "3.25", "15.72")])
    assert Sum.of(Figure("合计", total), [Figure("甲", first), Figure("乙", second)]).assess() == replace(
        Sum.of(Figure("合计", total), [Figure("甲", replace(first, coarser=None)), Figure("乙", second)]).assess(),
        verdict=Verdict.STRAINED,
        because="“甲”的小数位数有两种读法，按位数少的读法舍入可以解释",
    )


def test_what_fails_under_both_readings_is_impossible() -> None:
    first, second, total = in_column([parse_printed(text, WAN) for text in ("12.5", "3.25", "15.92")])
    relation = Sum.of(Figure("合计", total), [Figure("甲", first), Figure("乙", second)])
    assert relation.assess().verdict is Verdict.IMPOSSIBLE


def test_a_bound_has_no_sigma_but_can_be_contradicted() -> None:
    above = Figure.of("合计", "超过10万元")
    assert Sum.of(above, rows("6", "5")).assess().verdict is Verdict.ROUNDING
    below = Sum.of(above, rows("4.0", "5.0"))
    assert below.assess().verdict is Verdict.IMPOSSIBLE
    assert below.assess().slack is None
    assert "右边只能是 8.9万元 至 9.1万元，“合计”只能是 不小于 10万元。" in below.explain(below.assess())
    assert Sum.of(above, rows("5", "5")).assess().verdict is Verdict.EXACT


def test_a_sum_without_items_or_with_a_weightless_one_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="at least one item"):
        Sum.of(amount("0"), [])
    with pytest.raises(ValueError, match="every item a weight"):
        Sum(amount("0"), (Term(amount("1"), Fraction(0)),))


def test_weights_other_than_one_are_written_out() -> None:
    relation = Sum(amount("5", "合计"), (Term(amount("3", "甲"), Fraction(2)), Term(amount("1", "乙"), Fraction(-1))))
    assert relation.statement == "合计 = 2 × 甲 − 乙"
    assert relation.assess().working == "2 × 3万元 − 1万元 = 5万元"
    assert relation.assess().slack == 2


def test_a_clerk_can_redo_an_impossible_sum() -> None:
    relation = Sum.of(amount("621.37", "支出合计"), rows("326.47", "158.83", "74.16", "42.58", "19.29"))
    assert relation.explain(relation.assess()) == (
        "326.47万元 + 158.83万元 + 74.16万元 + 42.58万元 + 19.29万元 = 621.33万元，印出的“支出合计”为 621.37万元，"
        "相差 0.04万元。各数末位舍入最多相差半个单位，合起来最多能解释 6 × 0.005 = 0.03万元。"
        "至少还有 0.01万元 无法用舍入解释。"
        "各数的取位：第1项、第2项、第3项、第4项、第5项、支出合计四舍五入到 0.01万元（据数字本身）。"
    )


def test_a_prescribed_total_is_what_should_come_out() -> None:
    relation = Sum.of_shares([Figure.of("甲", "60.00%"), Figure.of("乙", "41.00%")])
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert (finding.stated, finding.expected) == ("101.00%", "100%")
    assert finding.explanation.startswith("60.00% + 41.00% = 101.00%，“占比之和”应为 100%，相差 1 个百分点。")


def test_exact_figures_have_no_room_for_rounding() -> None:
    weights = [Figure.of(name, f"{weight}分") for name, weight in (("决策", "15"), ("过程", "25"), ("产出", "59.9"))]
    relation = Sum.of(Figure.of("总分", "100分"), weights)
    assert "相差 0.1分。各数都是精确值，没有舍入的余地。" in relation.explain(relation.assess())
