"""Scores in sentences: figure by figure, each of the indicator it is said of."""

import pytest

from jixiao.findings import Place
from jixiao.reading.gradesentences import grade_bands
from jixiao.reading.outline import Heading
from jixiao.reading.running import Passage, passage_of_cell
from jixiao.reading.scoresentences import StatedScore, stated_scores, titled_score


def passage(text: str, *titles: str) -> Passage:
    section = tuple(Heading("", None, rank, title, Place()) for rank, title in enumerate(titles, 1))
    return passage_of_cell(text, Place(), section)


def told(one: StatedScore) -> tuple[str, str, str]:
    weight, score = (str(each.printed or "") for each in (one.line.weight, one.line.score))
    return one.line.key, weight, score


def stated(text: str, *titles: str) -> list[tuple[str, str, str]]:
    return [told(one) for one in stated_scores([passage(text, *titles)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("决策类指标共包含2个二级指标，权重分10分，得分7.5分，得分率为75.00%。", ("决策", "10分", "7.5分")),
        ("决策指标权重分为10分，从目标、投入2个方面考察，得7.5分。", ("决策", "10分", "7.5分")),
        ("执行率指标满分5分，自评得分4分。", ("执行率", "5分", "4分")),
        ("一是部门决策，权重分10分，主要考察职能。", ("部门决策", "10分", "")),
        ("1.编制合理性（3分，得分2.5分）：测算不够精准。", ("编制合理性", "3分", "2.5分")),
        ("2.因公出国（境）控制率（满分4分）。得3分，扣1分。", ("因公出国（境）控制率", "4分", "3分")),
        ("B1.2 执行率（2分）：全年执行数充足。依据评分细则，本项指标得1.5分。", ("执行率", "2分", "1.5分")),
    ],
)
def test_a_sentence_names_its_indicator_and_says_weight_and_score(text: str, expected: tuple[str, str, str]) -> None:
    assert stated(text) == [expected]


def test_a_sentence_about_this_group_means_that_of_the_heading() -> None:
    assert stated("该二级指标满分4分，得分3分。", "指标分析", "部门职能") == [("部门职能", "4分", "3分")]


def test_of_an_enumeration_each_score_and_rate_goes_to_its_own_indicator() -> None:
    text = "其中，部门职能得满分4.00分、目标设定得3.50分（得分率58.33%）。"
    first, second = stated_scores([passage(text)])
    assert (told(first), told(second)) == (("部门职能", "4.00分", "4.00分"), ("目标设定", "", "3.50分"))
    assert (first.line.rate.is_missing, str(second.line.rate)) == (True, "58.33%")


def test_names_in_quotation_marks_keep_their_marks() -> None:
    text = "扣分的指标为“一窗受理”“一网通办”情况（扣2.50分）、办理及时率（扣1.00分）。"
    assert [(one.line.key, str(one.lost)) for one in stated_scores([passage(text)])] == [
        ("“一窗受理”“一网通办”情况", "2.50分"),
        ("办理及时率", "1.00分"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "评分规则为“满意度不低于90%的得满分，低于90%的得5分”。",
        "每超出1人扣0.1分，扣完为止。",
        "符合的得2分，不符合的不得分。",
        "问卷共12分钟完成。",
    ],
)
def test_points_of_a_rule_are_no_score(text: str) -> None:
    assert stated(text, "某指标") == []


def test_two_different_scores_of_one_indicator_in_a_sentence_are_none() -> None:
    assert stated("执行率指标满分5分，自评得分4分，评价得分3分。") == [("执行率", "5分", "")]


def test_a_declared_departure_from_the_rule_gives_both_scores() -> None:
    (one,) = stated_scores([passage("调整率按规则得1.67分，评价组调整为2.00分，理由从略。")])
    assert (told(one), str(one.by_rule)) == (("调整率", "", "2.00分"), "1.67分")


def test_a_total_by_the_rules_alone_is_not_the_total() -> None:
    first, second = stated_scores([passage("综合得分86.00分。完全按评分规则计算，综合得分86.50分。")])
    assert (first.is_total, str(first.line.score), second.line.score.is_missing) == (True, "86.00分", True)
    assert str(second.by_rule) == "86.50分"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("投入（15分，得12分）", ("投入", "15分", "12分")),
        ("预算执行率（权重2.00分，得1.50分）", ("预算执行率", "2.00分", "1.50分")),
        ("因公出国（境）费用", None),
        ("投入（15分）", None),
    ],
)
def test_headings_state_scores_in_brackets(title: str, expected: tuple[str, str, str] | None) -> None:
    plain = title.replace("（", "(").replace("）", ")").replace("，", ",")
    line = titled_score(Heading("", None, 2, plain, Place()))
    assert (line and (line.name, str(line.weight), str(line.score))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。",
        "分为4个等级：90分（含）以上为“优”，80分（含）至90分为“良”，60分（含）至80分为“中”，60分以下为“差”。",
        "优（90≤X≤100）、良（80≤X<90）、中（60≤X<80）、差（X<60）",
        "总分在90分(含90分)以上为优;80-90分(含80分)为良;60-80分(含60分)为中;60分以下为差",
        "综合得分≥90分为优，80-90分（不含90）为良，60分及以上、80分以下为中，60分以下为差",
    ],
)
def test_bands_of_grades_are_read_however_they_are_written(text: str) -> None:
    found = grade_bands([passage(text)])
    assert found is not None
    assert [f"{band.outcome}{band.values}" for band in found.bands] == [
        "优[90, 100]",
        "良[80, 90)",
        "中[60, 80)",
        "差[0, 60)",
    ]


def test_a_sentence_with_fewer_than_three_bands_states_no_scale() -> None:
    assert grade_bands([passage("90分以上为优，60分以下为差。")]) is None


def test_what_a_rule_takes_off_for_each_of_something_is_no_deduction() -> None:
    text = "A2.1 控制率：得3.00分。评分规则 不高于100%的得满分；每高1个百分点扣0.1分，扣完为止。"
    (one,) = stated_scores([passage(text)])
    assert one.lost.is_missing


def test_full_marks_of_a_system_of_indicators_are_no_score_of_the_whole() -> None:
    assert stated("指标体系设3个一级指标、15个三级指标，总分100分，其中投入20分、产出80分。") == []
    assert [told(one) for one in stated_scores([passage("总分为91.5分。")])] == [("总分", "", "91.5分")]
