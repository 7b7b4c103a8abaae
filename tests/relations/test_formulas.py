"""Rates, shares, change rates and products: the worked examples and what leaves them undecided."""

from fractions import Fraction

import pytest

from jixiao.findings import Verdict
from jixiao.quantities import Printed, fixed_text
from jixiao.relations import Figure, Growth, Product, Quotient, Relation, finding_of
from jixiao.relations.computed import prints_as


def amount(text: str, name: str = "数") -> Figure:
    return Figure.of(name, f"{text}万元")


def verdict(relation: Relation) -> Verdict:
    return relation.assess().verdict


def ends(relation: Relation, places: int) -> tuple[str, str]:
    possible = relation.assess().possible
    assert possible is not None
    assert possible.low is not None
    assert possible.high is not None
    return fixed_text(possible.low, places), fixed_text(possible.high, places)


def test_example_2_a_change_rate() -> None:
    before, after = amount("985.00", "年初"), amount("861.46", "调整后")
    falling = Growth(Figure.of("调减率", "12.54%"), before, after, falling=True)
    rising = Growth(Figure.of("变动率", "-12.54%"), before, after)
    assert ends(rising, 4) == ("-12.5431", "-12.5412")
    assert ends(falling, 4) == ("12.5412", "12.5431")
    assert verdict(falling) is verdict(rising) is Verdict.EXACT
    assert (falling.statement, rising.statement) == ("调减率 = 1 − 调整后 ÷ 年初", "变动率 = 调整后 ÷ 年初 − 1")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("89.11%", Verdict.EXACT),
        ("89.10%", Verdict.IMPOSSIBLE),
        ("89.12%", Verdict.IMPOSSIBLE),
        ("89.1%", Verdict.EXACT),
    ],
)
def test_example_3_a_rate_of_large_amounts_is_a_sharp_test(printed: str, expected: Verdict) -> None:
    relation = Quotient(Figure.of("执行率", printed), amount("1,100.11"), amount("1,234.56"))
    assert ends(relation, 4) == ("89.1087", "89.1102")
    assert verdict(relation) is expected


def test_example_4_a_rate_of_small_amounts_is_almost_none() -> None:
    def executed(rate: str) -> Quotient:
        return Quotient(Figure.of("执行率", rate), amount("1.07"), amount("1.20"))

    assert ends(executed("89.17%"), 2) == ("88.38", "89.96")
    fitting = ["88.38%", "88.50%", "89.17%", "89.60%", "89.96%"]
    assert all(verdict(executed(rate)).is_possible for rate in fitting)
    assert verdict(executed("90.00%")) is Verdict.IMPOSSIBLE


@pytest.mark.parametrize(
    ("printed", "expected"), [("11.19%", Verdict.ROUNDING), ("11.20%", Verdict.EXACT), ("11.2%", Verdict.EXACT)]
)
def test_example_7_growth(printed: str, expected: Verdict) -> None:
    relation = Growth(Figure.of("增长率", printed), amount("468.90"), amount("521.40"))
    assert ends(relation, 4) == ("11.1942", "11.1987")
    assert verdict(relation) is expected


def test_a_saving_rate_writes_each_figure_once() -> None:
    """(B − S) ÷ B with B written twice would give 9.96 % to 11.72 %."""
    relation = Growth(Figure.of("节约率", "10.83%"), amount("1.20"), amount("1.07"), falling=True)
    assert ends(relation, 2) == ("10.04", "11.62")


@pytest.mark.parametrize(("base", "name"), [("0", "零"), ("-3.20", "负数"), ("0.00", "零")])
def test_a_base_of_zero_or_less_has_no_change_rate(base: str, name: str) -> None:
    assessment = Growth(Figure.of("增长率", "100%"), amount(base, "上年数"), amount("5")).assess()
    assert assessment.verdict is Verdict.UNDECIDED
    assert name in assessment.because
    assert assessment.because == "基期数“上年数”是（或可能是）零或负数，变动率没有意义"


def test_a_divisor_that_may_be_zero_decides_nothing() -> None:
    assessment = Quotient(Figure.of("执行率", "50%"), amount("0"), amount("0", "预算数")).assess()
    assert assessment.verdict is Verdict.UNDECIDED
    assert assessment.because == "除数“预算数”是 0 或可能是 0"


def test_a_quotient_in_percent_needs_quantities_of_one_dimension() -> None:
    assessment = Quotient(Figure.of("执行率", "50%"), amount("5", "支出"), Figure.of("人数", "10人")).assess()
    assert assessment.because == "读到“人数”的单位“人”，应为与“支出”可以换算的单位（万元）"


def test_a_change_rate_is_printed_as_a_rate() -> None:
    assessment = Growth(Figure.of("增长数", "5万元"), amount("100"), amount("105")).assess()
    assert assessment.because == "读到单位“万元”，应为比率的单位，如“%”"


def test_amounts_in_different_units_are_converted_before_dividing() -> None:
    relation = Quotient(Figure.of("占比", "1.00%"), amount("138.60"), Figure.of("总额", "1.386亿元"))
    assert verdict(relation) is Verdict.EXACT
    assert relation.assess().working == "138.60万元 ÷ 1.386亿元 = 1.00%"


def test_a_quotient_may_be_so_much_per_head() -> None:
    relation = Quotient(Figure.of("人均", "0.92万元"), amount("10.10", "经费"), Figure.of("人数", "11人"))
    assert verdict(relation) is Verdict.EXACT
    assert relation.assess().working == "10.10万元 ÷ 11人 ≈ 0.91818万元"


def test_an_average_in_yuan_and_fen_was_rounded_all_the_same() -> None:
    relation = Quotient(Figure.of("人均", "333.33元"), Figure.of("经费", "1000.00元"), Figure.of("人数", "3人"))
    assert verdict(relation) is Verdict.EXACT


def test_a_share_is_a_rate_with_words_of_its_own() -> None:
    relation = Quotient.share(Figure.of("项目支出占比", "11.11%"), amount("20.00"), amount("100.00"))
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert finding.check == "rate.share"
    assert finding.expected == "20.00%"


def test_a_clerk_can_redo_an_impossible_rate() -> None:
    spent, budget = amount("1,100.11", "支出数"), amount("1,234.56", "预算数")
    relation = Quotient(Figure.of("执行率", "89.10%"), spent, budget)
    assert relation.explain(relation.assess()) == (
        "1,100.11万元 ÷ 1,234.56万元 ≈ 89.10948%，印出的“执行率”为 89.10%。"
        "考虑各数的取位，结果只能是 89.1087% 至 89.1103%（最小 1100.105 ÷ 1234.565，最大 1100.115 ÷ 1234.555）；"
        "印出的 89.10% 代表 89.095% 至 89.105%。两者没有共同的数，至少相差 0.0037 个百分点。"
        "各数的取位：支出数、预算数四舍五入到 0.01万元（据数字本身）。"
    )


def test_what_only_the_interval_reaches_is_rounding() -> None:
    relation = Quotient(Figure.of("执行率", "88.50%"), amount("1.07"), amount("1.20"))
    assert verdict(relation) is Verdict.ROUNDING
    assert "两者有共同的数，舍入可以解释。" in relation.explain(relation.assess())


def test_a_result_that_was_cut_off_need_not_round_up() -> None:
    relation = Quotient(Figure.of("占比", "66.66%"), Figure.of("部分", "2件"), Figure.of("总数", "3件"))
    assert verdict(relation) is Verdict.IMPOSSIBLE
    assert verdict(
        Quotient(relation.result, Figure.of("部分", "2件"), Figure.of("总数", "3件")).read(Printed.truncated)
    ) is (Verdict.EXACT)


@pytest.mark.parametrize(
    ("value", "printed", "agrees"), [("-0.669", "-0.66", True), ("-0.669", "-0.67", False), ("0.669", "0.66", True)]
)
def test_truncation_goes_towards_zero(value: str, printed: str, agrees: bool) -> None:
    assert prints_as(Fraction(value), Printed(Fraction(printed), 2).truncated()) is agrees


@pytest.mark.parametrize(("printed", "expected"), [("0.55万元", Verdict.EXACT), ("0.56万元", Verdict.IMPOSSIBLE)])
def test_a_product_of_a_standard_and_a_head_count(printed: str, expected: Verdict) -> None:
    relation = Product(Figure.of("补助", printed), (Figure.of("标准", "500.00元"), Figure.of("人数", "11人")))
    assert verdict(relation) is expected
    assert relation.statement == "补助 = 标准 × 人数"


def test_a_product_of_an_amount_and_a_rate() -> None:
    relation = Product(Figure.of("质保金", "61.73万元"), (amount("1,234.56", "合同价"), Figure.of("比例", "5%")))
    assert verdict(relation) is Verdict.EXACT
    assert ends(relation, 2) == ("55.55", "67.90")


def test_a_product_of_two_rates_is_a_rate() -> None:
    relation = Product(Figure.of("合格率", "72%"), (Figure.of("一次", "80.00%"), Figure.of("二次", "90.00%")))
    assert relation.assess().computed == 72
    assert verdict(relation) is Verdict.EXACT


def test_a_count_enters_a_product_as_it_is_printed() -> None:
    relation = Product(Figure.of("合同总价", "6.00万元"), (amount("2.00", "年价"), Figure.of("年限", "3年")))
    assert verdict(relation) is Verdict.EXACT


def test_two_amounts_have_no_product_in_money() -> None:
    relation = Product(Figure.of("合计", "6万元"), (amount("2", "甲"), amount("3", "乙")))
    assert relation.assess().because == "“甲”“乙”相乘得不到以“万元”计的“合计”"
    counted = Product(Figure.of("件数", "6件"), (amount("2", "甲"), Figure.of("乙", "3")))
    assert counted.assess().because == "“甲”相乘得不到以“件”计的“件数”"


def test_a_product_of_one_factor_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="at least two factors"):
        Product(amount("2"), (amount("2"),))


def test_a_missing_factor_leaves_a_product_undecided() -> None:
    assert Product(amount("2"), (amount("2"), Figure("人数"))).assess().because == "缺少“人数”"
