"""Scores that sentences of numbered lists and of classes state, the whole with its grade, and counts of indicators."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Severity

REPORT = """评价报告

一、自评与评价结果

（一）自评结果。部门自评得分为96分。

（二）评价结果。评价指标分三级设置，一级2个、二级2个、三级3个。总分100分，评价得分82分，得分率82%，扣18分，绩效等次为“良”。

二、各类指标评价情况

（一）投入类指标评价情况

本类指标满分20分，实得17分，为满分的85%。

1.目标合理性：经核对资料，工作开展情况与所报材料相符。满分8分，评价得分8分，得分率100%。

2.编制完整性：抽查了凭证48份，合同7份。满分12分，评价得分9分，得分率75%，扣3分。

（二）产出类指标评价情况

本类指标满分80分，实得65分，为满分的81.25%。

附件1 评价指标评分表

一级指标\t二级指标\t三级指标\t分值\t评分标准\t得分
投入\t目标设定\t目标合理性\t8\t酌情计分\t8
\t\t编制完整性\t12\t酌情计分\t9
投入小计\t\t\t20\t\t17
产出\t重点工作\t任务完成率\t80\t酌情计分\t65
产出小计\t\t\t80\t\t65
总 分\t\t\t100\t\t82
"""


def errors(text: str) -> list[str]:
    return [each.check for each in audited(text).findings if each.severity is Severity.ERROR]


def test_a_report_that_agrees_raises_no_error_though_its_heading_names_the_self_evaluation_too() -> None:
    assert errors(REPORT) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("满分12分，评价得分9分", "满分12分，评价得分6分"),
        ("满分12分，评价得分9分", "满分16分，评价得分9分"),
        ("得分率75%", "得分率85%"),
        ("，扣3分", "，扣5分"),
        ("实得17分", "实得14分"),
        ("为满分的85%", "为满分的95%"),
        ("评价得分82分", "评价得分84分"),
        ("得分率82%", "得分率92%"),
        ("，扣18分", "，扣28分"),
        ("三级3个", "三级4个"),
        ("一级2个", "一级3个"),
    ],
)
def test_a_figure_of_a_sentence_that_the_tables_contradict_is_an_error(right: str, wrong: str) -> None:
    assert errors(REPORT.replace(right, wrong, 1))


def test_a_score_that_is_given_a_grade_is_that_of_the_whole() -> None:
    text = REPORT.replace("二、各类", "经综合打分，最终得84分，评定为“良”等级。\n\n二、各类")
    (finding,) = found(text, "duplicate")
    assert {finding.stated, finding.expected} == {"84分", "82"}


def test_a_final_score_without_a_grade_may_be_that_of_one_indicator() -> None:
    assert errors(REPORT.replace("抽查了凭证48份", "抽查了凭证48份，最终得9分")) == []


def test_a_numbered_paragraph_about_several_indicators_has_no_label() -> None:
    text = REPORT.replace("（二）产出类", "3.存在问题：甲满分5分，得4分；乙满分6分，得3分。\n\n（二）产出类")
    assert errors(text) == []


def test_what_one_reason_took_off_is_not_held_to_the_whole() -> None:
    reason = "得分率82%，因部分资料未按时报送、台账登记不全等在多项指标中不同程度存在的问题扣3分"
    assert errors(REPORT.replace("得分率82%，扣18分", reason)) == []


def test_this_indicator_is_the_one_the_paragraph_named_last_and_not_the_heading() -> None:
    told = "“编制完整性”指标满分12分。经查阅资料，该项指标得{}分。\n\n（二）产出类"
    assert errors(REPORT.replace("（二）产出类", told.format("9"))) == []
    assert errors(REPORT.replace("（二）产出类", told.format("7")))


def test_weights_told_in_turn_belong_to_the_classes_told_in_turn() -> None:
    told = "投入、产出两类指标的分值依次为{}分和{}分。\n\n二、各类"
    assert errors(REPORT.replace("二、各类", told.format(20, 80))) == []
    assert errors(REPORT.replace("二、各类", told.format(30, 80)))
    assert errors(REPORT.replace("二、各类", told.format(20, 70)))


def test_scores_told_in_turn_of_fewer_figures_than_names_are_not_compared() -> None:
    told = "投入、过程、产出三类指标的得分分别为17分和65分。\n\n二、各类"
    assert errors(REPORT.replace("二、各类", told)) == []
