"""Levels of government right below the total of the money block are its sources."""

import pytest

from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.forms import Form, MoneyKind, read_forms
from jixiao.forms.profiles import profile
from jixiao.forms.verifying import checked


def form_with(*rows: tuple[str, str]) -> Form:
    """A form whose money block has these rows, each with one amount as budget and outturn."""
    lines = [
        "转移支付项目支出绩效自评表",
        "",
        "项目名称\t渠道维修\t\t\t",
        "项目资金（万元）\t\t全年预算数\t全年执行数\t执行率",
        *(f"\t{label}\t{amount}\t{amount}\t100%" for label, amount in rows),
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值",
        "\t产出指标\t数量指标\t渠道长度\t≥5公里\t6公里",
    ]
    (form,) = read_forms(document_of("\n".join(lines).encode(), "自评.txt")).forms
    return form


def errors(form: Form) -> list[str]:
    return [each.check for each in checked(form, profile("H")).findings if each.severity is Severity.ERROR]


def test_central_and_local_money_make_up_the_total() -> None:
    form = form_with(("年度资金总额", "90"), ("其中：中央财政资金", "60"), ("地方资金", "25"), ("其他资金", "5"))
    assert [str(row.label) for row in form.sources] == ["其中：中央财政资金", "地方资金", "其他资金"]
    assert errors(form) == []


def test_central_and_local_money_that_miss_the_total_are_an_error() -> None:
    form = form_with(
        ("年度资金总额", "90.00"), ("其中：中央财政资金", "60.00"), ("地方资金", "20.00"), ("其他资金", "5.00")
    )
    assert set(errors(form)) == {"form.money_parts"}


@pytest.mark.parametrize("rows", [(("其中：省级资金", "40"),), (("当年财政拨款", "90"), ("其中：省级资金", "40"))])
def test_a_level_alone_or_below_a_source_is_a_part_of_what_stands_above_it(rows: tuple[tuple[str, str], ...]) -> None:
    form = form_with(("年度资金总额", "90"), *rows)
    assert form.money[-1].kind is MoneyKind.WITHIN
    assert errors(form) == []


def test_a_second_of_which_lists_parts_of_the_level_above_it() -> None:
    rows = (("其中：中央财政资金", "60"), ("地方资金", "30"), ("其中：省级资金", "20"), ("县级资金", "10"))
    form = form_with(("年度资金总额", "90"), *rows)
    assert [str(row.label) for row in form.sources] == ["其中：中央财政资金", "地方资金"]
    assert errors(form) == []


@pytest.mark.parametrize(
    "labels",
    [
        ("1.当年财政拨款", "2.上年结转资金"),
        ("（1）当年财政拨款", "（2）上年结转资金"),
        ("其中：①财政拨款", "②其他资金："),
    ],
)
def test_sources_may_be_numbered(labels: tuple[str, str]) -> None:
    form = form_with(("年度资金总额", "90"), (labels[0], "60"), ("其中：省级资金", "20"), (labels[1], "30"))
    assert [str(row.label) for row in form.sources] == list(labels)
    assert errors(form) == []


def test_where_a_source_could_not_be_read_the_others_are_not_held_to_the_total() -> None:
    form = form_with(("年度资金总额", "90"), ("其中：财政拨款", "60"), ("乡贤捐赠", "30"))
    assert form.has_unread_money
    assert errors(form) == []
    told = checked(form, profile("H"))
    assert told.summary.undecided >= 2, "budget and outturn"


def test_sources_that_make_up_the_total_are_enough_though_another_row_was_not_read() -> None:
    form = form_with(("年度资金总额", "90"), ("其中：财政拨款", "60"), ("其他资金", "30"), ("乡贤捐赠", "30"))
    assert form.has_unread_money
    held = checked(form, profile("H")).summary.checked
    assert (
        held
        == checked(
            form_with(("年度资金总额", "90"), ("其中：财政拨款", "60"), ("其他资金", "30")), profile("H")
        ).summary.checked
    )
