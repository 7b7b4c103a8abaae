"""Points in proportion to a number: formulas, ratios in words, inverse ratios, floors."""

import pytest
from tests.language.numbers.scoring import read, score, unread


@pytest.mark.parametrize(
    "sentence",
    [
        "得分=入库率×权重",
        "按入库率乘以分值计分",
        "以入库率与标准分的乘积作为得分",
        "得分=min(入库率,1)*5分",
        "实际入库率是多少，就按权重的多少计分",
        "得分＝入库率×权重分，超过100%的按100%计算。",
    ],
)
def test_a_rate_times_the_weight(sentence: str) -> None:
    assert score(sentence, rate="83%") == "4.15"
    assert score(sentence, rate="120%") == "5.00"


def test_below_the_target_the_ratio_to_it_or_the_rate_itself() -> None:
    assert score("入库率≥80%得满分，否则按入库率÷80%×权重计分", rate="60%") == "3.75"
    assert score("入库率≥80%得满分，80%以下的，得分=入库率×权重", rate="60%") == "3.00"
    assert score("达到目标值得满分，未达到的按比例得分", target="≥40台", actual="30") == "3.75"


def test_an_inverse_ratio_needs_less_to_be_better() -> None:
    sentence = "实际工期不超过目标值得满分，超过的得分=目标值÷实际值×权重"
    assert score(sentence, target="≤20天", actual="25") == "4.00"
    assert "方向相反" in unread("得分＝目标值÷实际值×权重", target="≥500人")


def test_a_floor_and_a_pass_mark() -> None:
    floor = "完成率不足60%的不得分，60%及以上的得分=完成率×权重"
    assert [score(floor, completion=each) for each in ("59%", "60%")] == ["0.00", "3.00"]
    line = "60%以下不得分；达到60%的，得分＝分值×（完成率－60%）÷（1－60%）"
    assert score(line, completion="80%") == "2.50"


def test_bad_money_and_times_over() -> None:
    assert score("按违规金额占抽查金额的比例扣减权重分，占比超过30%不得分", bad="20", total="100") == "4.00"
    assert score("得分=（1－4×误差率）×权重", rate="10%") == "3.00"


def test_a_target_set_too_low_takes_points_off_what_exceeds_it() -> None:
    sentence = "按完成率计分；完成率高于120%且系目标值设定偏低的，每超10个百分点扣权重分的10%。"
    assert score(sentence, rate="140%", holds=True) == "4.00"
    assert score(sentence, rate="140%", holds=False) == "5.00"


def test_sub_indicators_met() -> None:
    sentence = "各任务完成率与目标偏差在10%以内视为达标，得分=达标任务数÷任务总数×权重"
    assert score(sentence, completions=["95%", "80%", "105%", "130%"]) == "2.50"


def test_a_definition_beside_the_rule_is_no_rule() -> None:
    assert score("入库率=入库数/申报数×100%。入库率≥90%得满分，每低1个百分点扣1分。", actual="88", base="100") == "3.00"
    assert read("指标解释：反映入库情况。评分规则：入库率≥90%得满分，每低1个百分点扣1分。")
    assert unread("入库率=入库数÷申报数×100%。")


def test_a_formula_of_what_lies_beyond_the_limit() -> None:
    sentence = "能耗控制在100吨以内得满分；超出的，扣分=超出量÷100×5，扣完为止。"
    assert score(sentence, actual="112") == "4.40"
    cost = "实际成本不超过预算成本的得满分；超过的，得分=［1－（实际成本－预算成本）/预算成本］×5，最低0分。"
    assert score(cost, actual="230", target="≤200万元") == "4.25"


def test_names_of_figures_stand_for_them_in_formulas() -> None:
    sentence = (
        "上限值500户，下限值300户：低于下限不得分，高于上限得满分，"
        "介于两者之间的，按（实际值-下限值）/（上限值-下限值）×分值计算。"
    )
    assert [score(sentence, value=value) for value in ("280", "400", "510")] == ["0.00", "2.50", "5.00"]


def test_a_base_of_zero_is_no_value_of_the_rate() -> None:
    sentence = "得分为权重分乘以入库率，最高为权重分；分子分母都为0的得满分，只有分母为0的不得分。"
    assert score(sentence, rate="80%") == "4.00"
    assert [score(sentence, actual=actual, base="0") for actual in ("0", "3")] == ["5.00", "0.00"]
    only = "入库率≥90%得满分，否则不得分；上年未发生而本年发生的，不得分。"
    assert score(only, actual="3", base="0") == "0.00"
    assert "分子、分母均为 0，规则没有规定" in score(only, actual="0", base="0")


@pytest.mark.parametrize(
    "sentence",
    [
        "逾期的不得分；按期的，得分＝入库率×权重分",
        "差错数为0的得满分，其余得分＝准确率×权重分",
        "资金到位率低于60%的不得分；其余按支出率×权重分计分",
        "投诉量为0得满分，否则按满意率计分",
    ],
)
def test_points_in_proportion_to_another_number_than_the_one_measured_are_refused(sentence: str) -> None:
    assert unread(sentence)


def test_a_proportion_in_words_may_be_told_again_as_a_formula() -> None:
    sentence = "按未发生违规的资金占比计分，即指标得分=指标分值×（1-违规金额÷资金总额）。"
    assert score(sentence, "4", bad="300", total="1200") == "3.00"


def test_more_than_planned_earns_no_more_than_the_weight() -> None:
    sentence = "得分=实际开工项目数/计划开工项目数×权重分，超额完成的按满分计。"
    assert [score(sentence, "6", actual=actual, base="15") for actual in ("13", "18")] == ["5.20", "6.00"]


def test_slopes_may_stand_within_a_range_named_before() -> None:
    sentence = (
        "进度达到95%及以上得满分；低于95%的，85%（含）至95%部分每低1个百分点扣0.2分，"
        "低于85%的部分每低1个百分点扣0.4分，扣完为止。"
    )
    assert [score(sentence, rate=rate) for rate in ("90%", "80%")] == ["4.00", "1.00"]


def test_a_ratio_may_be_announced_before_its_cases() -> None:
    sentence = "根据任务完成比例赋分，完成率达到或超过100%得满分，否则得分=完成率×4分。"
    assert [score(sentence, "4", rate=rate) for rate in ("75%", "120%")] == ["3.00", "4.00"]


def test_what_the_first_slope_took_may_be_told_with_the_second() -> None:
    sentence = (
        "执行率95%以上（含95%）的得10分；低于95%但不低于90%的，每低1个百分点扣0.5分；"
        "低于90%的，在扣2.5分基础上每再低1个百分点扣1分，扣完为止。"
    )
    assert [score(sentence, "10", rate=rate) for rate in ("93%", "88%")] == ["9.00", "5.50"]
    assert unread(sentence.replace("扣2.5分", "扣2分"), "10")


def test_nothing_to_be_bought_is_no_value_of_a_rate() -> None:
    sentence = "按采购执行率×权重分计分；本年度无采购项目的，本项得满分。"
    assert score(sentence, "4", rate="50%") == "2.00"


def test_a_score_that_does_not_exceed_the_weight_is_limited_to_it() -> None:
    sentence = "得分＝指标实际完成值÷指标目标值×5，得分最高不超过{}分。"
    assert score(sentence.format(5), actual="12", base="10") == "5.00"
    assert unread(sentence.format(4))
