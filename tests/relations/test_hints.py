"""Guesses at what went wrong: made only when the guessed change repairs the relation."""

import pytest

from jixiao.relations import Duplicate, Figure, Quotient, Relation, Sum, hint_for, suspects


def of_rows(printed: str, *items: str, unit: str = "万元") -> Sum:
    rows = [Figure.of(f"第{number}项", f"{item}{unit}") for number, item in enumerate(items, 1)]
    return Sum.of(Figure.of("合计", f"{printed}{unit}"), rows)


@pytest.mark.parametrize(
    ("relation", "hint"),
    [
        (of_rows("15.42", "12.40", "7.15", "3.02"), "猜测：合计可能漏加了“第2项”，或该项不应列入"),
        (of_rows("29.72", "12.40", "7.15", "3.02"), "猜测：合计可能把“第2项”算了两次，或漏列了相同的一项"),
        (of_rows("8.27", "12.40", "7.15", "3.02"), "猜测：“第2项”的正负号可能相反"),
        (of_rows("31.57", "12.40", "7.15", "3.02"), "猜测：“第1项”可能有两位数字颠倒"),
        (of_rows("612.33", "326.47", "294.86"), "猜测：“合计”可能有两位数字颠倒"),
        (of_rows("225700.00", "12.40", "7.15", "3.02"), "猜测：“合计”的单位或小数点可能有误"),
        (of_rows("22.57", "12.40", "7.15", "30200.00"), "猜测：“第3项”的单位或小数点可能有误"),
        (of_rows("13", "4", "4", "4", unit="分"), "猜测：各数可能是舍入后的显示数，若都是四舍五入的结果，相差可以解释"),
        (of_rows("23.47", "12.40", "7.15", "3.02"), "猜测：相差能被 9 整除，可能有两位数字颠倒"),
        (of_rows("17", "4", "4", "4", unit="分"), None),
        (of_rows("23.46", "12.40", "7.15", "3.02"), None),
        (of_rows("22.57", "12.40", "7.15", "3.02"), None),
    ],
)
def test_a_hint_names_the_likeliest_cause(relation: Sum, hint: str | None) -> None:
    assert hint_for(relation, relation.assess()) == hint


def test_a_name_that_has_quotation_marks_is_named_in_others() -> None:
    rows = [Figure.of(name, text) for name, text in (("“甲”分值", "10分"), ("“乙”分值", "25分"))]
    relation = Sum.of(Figure.of("“丙”分值", "45分"), rows)
    assert hint_for(relation, relation.assess()) == "猜测：合计可能把“‘甲’分值”算了两次，或漏列了相同的一项"


def test_no_row_is_accused_where_many_would_do_equally_well() -> None:
    relation = of_rows("4.00", *["1.00"] * 5)
    assert hint_for(relation, relation.assess()) is None


def test_a_rate_off_by_a_power_of_ten_is_a_slip_of_units() -> None:
    spent, budget = Figure.of("支出", "75.97万元"), Figure.of("预算", "100.00万元")
    ten_thousand_times = Quotient(Figure.of("执行率", "759700%"), spent, budget)
    assert hint_for(ten_thousand_times, ten_thousand_times.assess()) == (
        "猜测：“执行率”大了约 10000 倍，可能是单位或小数点有误"
    )
    hundredth = Quotient(Figure.of("执行率", "0.7597%"), spent, budget)
    assert hint_for(hundredth, hundredth.assess()) == "猜测：“执行率”小了约 100 倍，可能是单位或小数点有误"
    plain = Quotient(Figure.of("执行率", "70.00%"), spent, budget)
    assert hint_for(plain, plain.assess()) is None


def test_other_relations_have_no_hint() -> None:
    relation = Duplicate((Figure.of("收入", "1.00万元"), Figure.of("收入", "2.00万元")))
    assert hint_for(relation, relation.assess()) is None


def test_the_quantity_through_which_every_relation_fails_is_suspected() -> None:
    total, part = Figure.of("支出合计", "90.00万元"), Figure.of("基本支出", "60.00万元")
    other, budget = Figure.of("项目支出", "20.00万元"), Figure.of("预算", "100.00万元")
    relations: list[Relation] = [
        Sum.of(total, [part, other]),
        Quotient(Figure.of("执行率", "80.00%"), total, budget),
        Quotient(Figure.of("基本支出占预算", "60.00%"), part, budget),
        Quotient(Figure.of("项目支出占预算", "20.00%"), other, budget),
    ]
    assert suspects([(relation, relation.assess()) for relation in relations]) == ("支出合计",)


def test_nothing_is_suspected_where_two_quantities_share_their_failures() -> None:
    one, other = Figure.of("甲", "1.00万元"), Figure.of("乙", "2.00万元")
    relations: list[Relation] = [
        Sum.of(Figure.of("合计", "4.00万元"), [one, other]),
        Sum.difference(Figure.of("差额", "3.00万元"), other, one),
    ]
    assert suspects([(relation, relation.assess()) for relation in relations]) == ()
