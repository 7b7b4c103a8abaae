"""Rules made of rules: parts, units, dates, the lower of two, harm to the work, finished states."""

import pytest
from tests.language.reading import read, score, why_unread

_COMPOSED: list[tuple[str, str, int, dict[str, object], str]] = [
    (
        "上半年：进度率≥50%，得3分；进度率在40%（含）和50%之间，得1分；进度率＜40%，得0分。全年：进度率≥95%，得5分，否则不得分。",
        "8",
        0,
        {"rates": ["0.4", "0.95"]},
        "6.00",
    ),
    (
        "工资支出执行率占40%，项目支出执行率占60%，分别按执行率×相应分值计算得分，合计为本指标得分。",
        "10",
        0,
        {"parts": [{"rate": "1"}, {"rate": "0.5"}]},
        "7.00",
    ),
    ("得分=拨付率×分值；拨付不及时造成不良影响的，在此基础上乘以0.8。", "4", 0, {"rate": "0.85", "harm": True}, "2.72"),
    (
        "先按各单位的执行率×5分计算其得分，再取各单位得分的平均值。",
        "5",
        0,
        {"units": [{"rate": "1"}, {"rate": "0.8"}]},
        "4.50",
    ),
    (
        "分3月末、6月末两个时点考核，目标分别为25%、50%，每个时点达标得2分，不达标不得分。",
        "4",
        0,
        {"rates": ["0.2", "0.5"]},
        "2.00",
    ),
    (
        "按资金执行率×5分和任务完成率×5分计算，取两个得分中的低值。",
        "5",
        0,
        {"inputs": [{"rate": "0.9"}, {"rate": "0.8"}]},
        "4.00",
    ),
    (
        "两者择一考核：按结转率考核的，≤10%得10分，每超1个百分点扣1分；按变动率考核的，≤0得10分，每上升1个百分点扣0.5分。",
        "10",
        0,
        {"inputs": [None, {"rate": "0.06"}]},
        "7.00",
    ),
    (
        "①如期办结且未超预算，计8分；②未办结，执行率不低于85%，计5分；③未办结，执行率低于85%，不计分。",
        "8",
        0,
        {"state": {"finished": False, "within_budget": True}, "rate": "0.9"},
        "5.00",
    ),
    (
        "资金及时足额到位得满分；到位率不足100%，未影响项目进展的，按到位率×分值计分；影响项目进展的，按到位率×分值×50%计分。",
        "4",
        0,
        {"rate": "0.8", "harm": True},
        "1.60",
    ),
    (
        "到位率＝100%，得满分；到位率＜100%，对工作没有造成影响的，得分＝到位率×权重分；对工作造成影响的，得分减半计算，即到位率×权重分×50%。",
        "4",
        0,
        {"rate": "0.8", "harm": False},
        "3.20",
    ),
    (
        "基本支出占权重分的40%，项目支出占权重分的60%，执行率达到95%得满分，每低1个百分点扣5%，扣完为止。",
        "10",
        0,
        {"parts": [{"rate": "0.95"}, {"rate": "0.9"}]},
        "8.50",
    ),
    (
        "1.基本支出预算执行率占50%权重分，预算执行率≥95%得满分，每偏离1%扣除权重分5%，扣完为止；2.项目支出预算执行率占50%权重分，预算执行率≥95%得满分，每偏离1%扣除权重分5%，扣完为止。",
        "2",
        0,
        {"parts": [{"rate": "0.99"}, {"rate": "0.9"}]},
        "1.75",
    ),
    (
        "（1）数量指标完成率（3分），按完成率计分；（2）质量合格率（2分），达到98%得满分，否则不得分。",
        "5",
        0,
        {"parts": [{"rate": "0.8"}, {"rate": "0.99"}]},
        "4.40",
    ),
    ("各单位按执行率×权重计分，最后取各单位平均分。", "5", 0, {"units": [{"rate": "1"}, {"rate": "0.5"}]}, "3.75"),
    (
        "对每个项目按完成率乘以权重分计分，再按项目预算金额加权平均。",
        "6",
        0,
        {"units": [{"rate": "1", "amount": "300"}, {"rate": "0.5", "amount": "100"}]},
        "5.25",
    ),
    (
        "以各项目得分的算术平均值作为本指标得分；每个项目按期完成得满分，未按期完成不得分。",
        "6",
        0,
        {"units": [{"holds": True}, {"holds": False}]},
        "3.00",
    ),
    (
        "3月末、6月末、9月末、12月末执行进度分别达到25%、50%、75%、100%的，各得权重分的25%，未达到的该时点不得分。",
        "4",
        0,
        {"rates": ["0.25", "0.4", "0.8", "1"]},
        "3.00",
    ),
    ("6月底执行进度达到45%得2分，9月底达到75%得2分，未达到的不得分。", "4", 0, {"rates": ["0.5", "0.7"]}, "2.00"),
    (
        "取到位率得分与及时率得分中较低者，到位率、及时率均按比率×权重计算。",
        "4",
        0,
        {"inputs": [{"rate": "0.9"}, {"rate": "0.5"}]},
        "2.00",
    ),
    (
        "执行率和完成率分别计算得分，取较低值：得分＝比率×权重分。",
        "5",
        0,
        {"inputs": [{"rate": "0.9"}, {"rate": "0.6"}]},
        "3.00",
    ),
    (
        "到位率得分与到位及时率得分取低：到位率×权重、到位及时率×权重。",
        "5",
        0,
        {"inputs": [{"rate": "0.9"}, {"rate": "0.6"}]},
        "3.00",
    ),
    (
        "逐项目计分后取平均值，单个项目完成率达到100%得满分，每低1个百分点扣2%权重分。",
        "10",
        0,
        {"units": [{"rate": "1"}, {"rate": "0.9"}]},
        "9.00",
    ),
    (
        "各项目得分按照预算金额占比加权汇总，单个项目得分＝执行率×权重分。",
        "10",
        0,
        {"units": [{"rate": "1", "amount": "1"}, {"rate": "0.5", "amount": "1"}]},
        "7.50",
    ),
    (
        "数量完成率（60%）：按完成率计分；质量达标率（40%）：达标率≥95%得满分，否则不得分。",
        "10",
        0,
        {"parts": [{"rate": "0.5"}, {"rate": "0.96"}]},
        "7.00",
    ),
    (
        "基本支出、项目支出各占50%权重分，预算执行率≥95%得满分，每低1个百分点扣5%，扣完为止。",
        "10",
        0,
        {"parts": [{"rate": "1"}, {"rate": "0.9"}]},
        "8.75",
    ),
    (
        "本指标由公用经费控制率（3分）和任务完成率（5分）两部分组成：公用经费控制率不超过100%得3分，每超1个百分点扣0.3分；任务完成率按完成率×5分计分。",
        "8",
        0,
        {"parts": [{"rate": "1.02"}, {"rate": "0.8"}]},
        "6.40",
    ),
    (
        "从时效和质量两方面评价，各占50%：时效方面，每延误10天扣10%；质量合格率98%以上得满分，每低1个百分点扣5%。",
        "10",
        0,
        {"parts": [{"delay": "20"}, {"rate": "0.96"}]},
        "8.50",
    ),
    (
        "出勤率≥90%得2分，否则不得分；结业率≥95%得3分，每低1个百分点扣0.5分，扣完为止。两项得分之和为本指标得分。",
        "5",
        0,
        {"parts": [{"rate": "0.89"}, {"rate": "0.94"}]},
        "2.50",
    ),
    (
        "6月末支出进度达到40%的得2分，每低1个百分点扣0.1分；11月末支出进度达到90%的得3分，每低1个百分点扣0.2分。",
        "5",
        0,
        {"rates": ["0.3", "0.9"]},
        "4.00",
    ),
    (
        "人员经费、公用经费、专项经费执行率分别占20%、30%、50%，按执行率乘以对应权重计分。",
        "10",
        0,
        {"parts": [{"rate": "1"}, {"rate": "0.9"}, {"rate": "0.6"}]},
        "7.70",
    ),
    (
        "道路完工率（2分）：完工率×2分；管网完工率（3分）：完工率×3分。两项相加为本指标得分。",
        "5",
        0,
        {"parts": [{"rate": "0.5"}, {"rate": "1"}]},
        "4.00",
    ),
    (
        "各子项目得分＝执行率×权重分，再以子项目预算金额为权数加权平均，得出指标得分。",
        "4",
        0,
        {"units": [{"rate": "0.5", "amount": "300"}, {"rate": "1", "amount": "100"}]},
        "2.50",
    ),
    (
        "6月底执行率达50%、9月底达75%，每达到一个时点要求分别得2分、4分，达不到的不得该时点分值。",
        "6",
        0,
        {"rates": ["0.5", "0.7"]},
        "2.00",
    ),
    (
        "到位率100%得满分；到位率不足100%但未影响实施的，按到位率×分值计分；影响实施的，按到位率×分值的50%计分。",
        "4",
        0,
        {"rate": "0.8", "harm": True},
        "1.60",
    ),
    (
        "项目已完工且支出未超预算的，得10分；其余情形看执行率：80%以上得8分，80%以下得0分。",
        "10",
        0,
        {"state": {"finished": False, "within_budget": True}, "rate": "0.85"},
        "8.00",
    ),
]


@pytest.mark.parametrize(("sentence", "weight", "criteria", "evidence", "points"), _COMPOSED)
def test_rules_made_of_rules_give_what_the_sentence_says(
    sentence: str, weight: str, criteria: int, evidence: dict[str, object], points: str
) -> None:
    assert score(sentence, weight, evidence, criteria) == points


_CHOICE = "就业人数完成率和培训合格率任选一项评价，得分＝所选比率×权重分。"


@pytest.mark.parametrize("left_out", [None, {"applicable": False}])
def test_of_several_rules_the_one_with_data_counts(left_out: object) -> None:
    assert score(_CHOICE, "10", {"inputs": [left_out, {"rate": "0.7"}]}) == "7.00"
    assert "恰好选用其中一项" in score(_CHOICE, "10", {"inputs": [left_out, left_out]})


_FINISHED = "项目已完工且未超预算的，得10分；未完工的，执行率80%（含）以上得7分，60%（含）至80%得5分，60%以下不得分。"


@pytest.mark.parametrize(
    ("finished", "within", "rate", "points"),
    [(True, True, "0.3", "10.00"), (False, True, "0.8", "7.00"), (True, False, "0.59", "0.00")],
)
def test_tiers_hold_only_where_the_work_is_not_done_within_its_budget(
    finished: bool, within: bool, rate: str, points: str
) -> None:
    state = {"finished": finished, "within_budget": within}
    assert score(_FINISHED, "10", {"state": state, "rate": rate}) == points
    assert any("超出预算" in note for note in read(_FINISHED, "10").notes)


def test_an_overall_condition_leaves_nothing_of_the_parts() -> None:
    sentence = "基本支出和项目支出各占50%，执行率≥90%的得该部分满分，否则不得分；总支出超预算的，整个指标不得分。"
    parts = [{"rate": "0.95"}, {"rate": "0.5"}]
    assert score(sentence, "6", {"parts": parts, "void": False}) == "3.00"
    assert score(sentence, "6", {"parts": parts, "void": True}) == "0.00"


def test_shares_of_parts_that_are_no_whole_are_noted() -> None:
    assert any("合计 5.5 分" in note for note in read("基本支出占60%，项目支出占50%，均按执行率×权重分计分。").notes)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("立项规范得2分；目标明确得3分；发现违规问题的每项扣1分。", "从哪一部分的分值中扣"),
        ("两项指标择优计分。", ""),
        ("各单位分别计分后按加权平均计算，单位得分＝执行率×权重。", "按什么加权"),
        ("6月底达到50%得2分，9月底达到75%得2分。", "未达到"),
        ("到位率100%得满分；未影响项目的按到位率×权重计分，影响项目的按到位率×权重计分。", "打折"),
    ],
)
def test_what_is_only_half_said_stays_unread(sentence: str, words: str) -> None:
    assert words in why_unread(sentence)


def test_rules_within_rules_end_somewhere() -> None:
    why_unread("基本支出占60%，项目支出占50%，分别按执行率计分。" * 25)


def test_conditions_beside_rates_are_parts_of_the_weight_and_tiers_of_one_thing_are_not() -> None:
    sentence = "1.经现场核实，已开通“一件事一次办”业务，得2.5分 2.群众对“一件事一次办”满意度≥90%得2.5分，反之不得分"
    assert score(sentence, "5", {"parts": [{"holds": True}, {"rate": "89%"}]}) == "2.50"
    own = "制度健全的得权重分的40%，不健全的该部分不得分；入库率不低于90%的得权重分的60%，低于90%的该部分不得分。"
    assert score(own, "5", {"parts": [{"holds": False}, {"rate": "91%"}]}) == "3.00"
    assert score("入库率达到90%得3分；入库率达到80%得2分", "5", {"rate": "85%"}) == "2.00"


def test_an_event_leaves_nothing_of_a_rule_about_one_number() -> None:
    sentence = "验收合格率≥98%得满分，每低1个百分点扣1分，扣完为止；发生重大质量事故的，本指标不得分。"
    assert [score(sentence, "5", {"rate": "97%", "void": void}) for void in (False, True)] == ["4.00", "0.00"]
    assert score(sentence, "5", {"rate": "97%"}) == "缺少对“否决事项是否出现”的认定"
    assert score("按期完成得满分，每延误1天扣1分；出现逾期超过10天的，不得分。", "5", {"delay": 11}) == "0.00"


def test_what_a_part_loses_of_the_indicators_weight_is_points_of_the_whole() -> None:
    sentence = (
        "（1）及时完成的得60%权重分，每延期1天扣权重分的2%，扣完该60%为止；（2）验收合格的得40%权重分，不合格不得。"
    )
    given = {"parts": [{"delay": 5}, {"holds": True}]}
    assert score(sentence, "10", given) == "9.00"
    open_ = sentence.replace("扣完该60%为止", "扣完为止")
    assert score(open_, "10", given) == "9.40"
    assert "“扣权重分的2%”按该部分的权重分理解" in read(open_, "10").notes


def test_brackets_do_not_make_a_case_of_not_being_involved() -> None:
    sentence = "工程变更履行审批程序（无变更视同履行）的，得3分；未履行程序擅自变更的，0分。"
    assert [score(sentence, "3", {"holds": holds}) for holds in (True, False)] == ["3.00", "0.00"]


def test_a_part_must_use_its_own_words_though_a_number_elsewhere_is_the_same() -> None:
    sentence = (
        "基本支出执行率占50%权重分，执行率≥95%得满分，每低1%扣5%，扣完为止；"
        "项目支出执行率占50%权重分，执行率≥90%得满分，扣分减半，每低1%扣5%，扣完为止。"
    )
    assert "减半" in why_unread(sentence)
    given = {"parts": [{"rate": "93%"}, {"rate": "90%"}]}
    assert score(sentence.replace("扣分减半，", ""), "4", given) == "3.80"


def test_a_cap_on_the_score_is_no_limit_on_what_is_lost() -> None:
    sentence = "①账实相符；②处置报批；③收入上缴。符合一项得权重分的1/3；审计查出资产流失的，最高不超过权重分的50%"
    assert score(f"{sentence}。", "6", {"met": [True, True, True, False]}) == "3.00"
    assert "累计扣分" in why_unread(f"{sentence}，累计扣分不超过权重的一半。", "6")


def test_what_is_reduced_twice_is_not_read() -> None:
    sentence = "资金足额到位得4分；未足额到位的，未造成影响的按到位率×4分计分，造成影响的按到位率×4分的一半计分"
    assert score(f"{sentence}。", "4", {"rate": "80%", "harm": True}) == "1.60"
    assert "打了两次折" in why_unread(f"{sentence}，未及时整改的减半计分。", "4")


def test_a_last_number_that_only_voids_is_no_part() -> None:
    sentence = (
        "1.基本支出执行率占50%权重分，≥95%得满分，每低1个百分点扣该部分权重分的5%；\n"
        "2.项目支出执行率占50%权重分，≥90%得满分，每低1个百分点扣该部分权重分的5%；\n"
        "3.若存在虚列支出的则不得分。"
    )
    given = {"parts": [{"rate": "93%"}, {"rate": "90%"}]}
    assert [score(sentence, "4", {**given, "void": void}) for void in (False, True)] == ["3.80", "0.00"]
