"""facts.yaml: what is refused, all at once, with line and mend; and what a case may define itself."""

from fractions import Fraction

import pytest
from tests.facts.cases import base_of, problems, value

from jixiao.refusals import Refusal


def refused(text: str) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        base_of(facts=text)
    return list(problems(refusal.value))


def test_an_unknown_name_is_refused_with_the_nearest_names_and_how_to_define_it() -> None:
    (message,) = refused("- {name: 在职员工数, value: 11, unit: 人}")
    assert message.startswith("facts.yaml，第 1 行 第 1 项（在职员工数）的 name：读到数据字典中没有的名称“在职员工数”")
    assert "“在职人员数”" in message
    assert "own: 是" in message


def test_a_case_may_define_its_own_quantities_with_their_unit() -> None:
    base = base_of(
        facts="- {name: 政务服务事项总数, value: 2179, unit: 项, own: 是}\n"
        "- {name: 政务服务事项总数, item: 村级, value: 30, unit: 项, own: 是}"
    )
    assert value(base, "政务服务事项总数〔村级〕÷政务服务事项总数") == Fraction(30, 2179)


def test_an_own_quantity_without_a_unit_is_refused() -> None:
    assert "没有单位的自定数据“办件数”" in refused("- {name: 办件数, value: 5, own: 是}")[0]


def test_an_own_quantity_with_two_units_is_refused() -> None:
    text = "- {name: 办件数, value: 5, unit: 件, own: 是}\n- {name: 办件数, item: 甲, value: 5, unit: 次, own: 是}"
    assert any("与前面相同的单位“件”" in message for message in refused(text))


def test_a_known_name_may_be_marked_as_own_by_mistake_and_stays_the_known_one() -> None:
    base = base_of(facts="- {name: 在职人数, value: 11, unit: 人, own: 是}")
    assert value(base, "在职人员数") == 11


def test_a_unit_of_another_kind_is_refused_with_the_right_one() -> None:
    (message,) = refused("- {name: 在职人员数, value: 11, unit: 万元}")
    assert "“在职人员数”的单位“万元”，应为“人”" in message
    (message,) = refused("- {name: 项目总数, value: 5, unit: 项}")
    assert "应为“个”" in message


def test_a_bare_rate_is_refused_at_its_line() -> None:
    messages = refused("- {name: 在职人员数, value: 11}\n- {name: 满意度, item: 服务, value: 95}")
    place = "facts.yaml，第 2 行 第 2 项（满意度）的 value"
    assert messages == [f"{place}：读到“95”，应为写明“%”的比率（是 95% 还是 9500%？）。请写明百分号。"]


def test_every_problem_of_the_file_is_told_at_once() -> None:
    messages = refused(
        "- {name: 幸福值, value: 1}\n- {name: 在职人员数, value: 一}\n- {name: 编制数, value: 1, formula: 在职人员数}\n"
        "- {name: 编制数}\n- {name: 结转结余, stage: 结算, value: 0}\n- {name: 结转结余, year: 去岁, value: 0}"
    )
    assert [message.split("：")[0].split(" ")[-1] for message in messages] == [
        "name",
        "value",
        "name",
        "name",
        "stage",
        "year",
    ]
    assert "既有 value 又有 formula" in messages[2]
    assert "没有 value 也没有 formula" in messages[3]


def test_a_formula_over_an_unknown_name_is_refused_when_it_is_read() -> None:
    (message,) = refused("- {name: 办结率, formula: 办结数÷在职人员数, unit: '%', own: 是}")
    assert "公式中的名称“办结数”" in message


def test_a_formula_that_compares_or_cannot_be_read_is_refused() -> None:
    assert "算式" in refused("- {name: 满意度, item: 甲, formula: 在职人员数>1}")[0]
    assert "÷" in refused("- {name: 满意度, item: 甲, formula: 在职人员数÷÷1}")[0]


def test_a_formula_for_money_is_in_ten_thousand_yuan() -> None:
    (message,) = refused("- {name: 人均经费, formula: 公用经费÷在职人员数, unit: 元, own: 是}")
    assert "公式中的金额都按万元计算" in message


def test_qualifiers_may_stand_behind_the_name_or_in_their_keys_but_not_say_two_things() -> None:
    assert value(base_of(facts="- {name: 支出总额〔年初〕, value: 1}"), "年初预算数") == 1
    assert value(base_of(facts="- {name: 年初预算数, value: 1}"), "支出总额〔年初〕") == 1
    (message,) = refused("- {name: 年初预算数, stage: 决算, value: 1}")
    assert "“决算”，应为“年初”" in message


def test_a_dash_as_value_is_a_gap() -> None:
    base = base_of(facts="- {name: 结转结余, stage: 决算, value: '-'}")
    assert not next(iter(base)).is_stated


def test_amounts_keep_their_own_unit_and_are_looked_up_in_ten_thousand_yuan() -> None:
    base = base_of(
        facts="- {name: 到位资金, value: 189000, unit: 元}\n- {name: 违规资金, value: '0.14亿元', unit: 亿元}"
    )
    assert value(base, "到位资金") == Fraction("18.9")
    assert value(base, "违规资金") == 1400
