"""Scores computed again from the rule of the annex and the facts that the document tells."""

import pytest
from tests.audit.desk import audited, found, lines
from tests.audit.scores.sample import report

from jixiao.findings import Finding, Severity

BY_RULE, NET_RATE, NET_SCORE = "rescore.by_rule", "rescore.net_adjustment", "rescore.net_score"


def rescored(*changes: tuple[str, str]) -> list[Finding]:
    return found(report(*changes), BY_RULE)


def unchecked(*changes: tuple[str, str]) -> list[str]:
    return [each.because for each in audited(report(*changes)).not_checked if each.check.id == BY_RULE]


def test_points_said_not_to_be_met_take_off_what_the_rule_says() -> None:
    """Four points, 25 % each of 20 points: two not met leave 10."""
    (finding,) = rescored(("\t评价要点②不得分", "\t评价要点②③不得分"))
    assert (finding.stated, finding.expected, lines(finding)[0]) == ("15.00", "10.00", 54)
    assert finding.severity is Severity.WARNING  # of ① and ④ nothing is said


def test_where_every_point_is_judged_a_wrong_score_is_an_error() -> None:
    (finding,) = rescored(("\t评价要点②不得分", "\t①符合；②不符合；③不符合；④符合"))
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "15.00", "10.00")
    assert "四项都符合得100%权重分" in finding.explanation


@pytest.mark.parametrize(
    "told",
    [
        "\t①符合；②不符合；③符合；④符合",
        "\t要点1符合，要点2不符合，要点3、4均符合",
        "\t符合评价要点①③④，评价要点②不得分",
    ],
)
def test_points_are_judged_in_many_ways(told: str) -> None:
    assert rescored(("\t评价要点②不得分", told)) == []
    assert unchecked(("\t评价要点②不得分", told)) == []


def test_a_rate_is_scored_by_the_tier_it_lies_in() -> None:
    (finding,) = rescored(("\t读者满意度92.35%", "\t读者满意度89.35%"))
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "30.00", "20.00")


def test_a_rate_is_scored_by_how_far_it_falls_short() -> None:
    """1 point for each percentage point below 100 %: 97 % earns 27."""
    (finding,) = rescored(("\t借阅服务覆盖率95.00%", "\t借阅服务覆盖率97.00%"))
    assert (finding.stated, finding.expected) == ("25.00", "27.00")


def test_a_printed_rate_at_the_edge_of_a_tier_decides_nothing() -> None:
    edge = ("\t读者满意度92.35%", "\t读者满意度90.00%")
    lower = ("满意度达到90%及以上得满分，85%（含）—90%", "满意度达到90.002%及以上得满分，85%（含）—90.002%")
    assert rescored(edge, lower) == []
    assert [because.partition("：")[2] for because in unchecked(edge, lower)] == ["印出的比率按取位可能对应几个得分"]


def test_a_rate_that_is_not_stated_is_taken_from_what_it_is_divided_from() -> None:
    """18 of 20 is 90 %, 10 points below: 20 points."""
    silent = ("覆盖19个，借阅服务覆盖率=（19/20）×100%=95.00%", "多数已覆盖")
    (finding,) = rescored(("\t借阅服务覆盖率95.00%", "\t覆盖乡镇数18个，乡镇总数20个"), silent)
    assert (finding.severity, finding.expected) == (Severity.ERROR, "20.00")


def test_the_rate_of_a_part_is_no_proof() -> None:
    (finding,) = rescored(("\t借阅服务覆盖率95.00%", "\t城区借阅服务覆盖率97.00%"))
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "told", ["\t经核查情况良好", "\t①符合；①不符合", "\t符合评价要点①③", "\t评价要点②③得50%权重分"]
)
def test_what_is_not_told_or_not_clear_is_not_checked(told: str) -> None:
    """The paragraph on the indicator tells nothing either."""
    silent = ("，评价要点②不得分。", "。")
    assert rescored(("\t评价要点②不得分", told), silent) == []
    assert len(unchecked(("\t评价要点②不得分", told), silent)) == 1


def test_a_rule_that_was_not_read_is_said_to_be_not_checked() -> None:
    changes = [("有一项不符合扣权重分的25%", "视情况酌情计分")]
    assert rescored(*changes) == []
    assert "评分规则没有读懂" in unchecked(*changes)[0]


def test_the_paragraph_of_the_analysis_tells_what_the_annex_does_not() -> None:
    (finding,) = rescored(("\t评价要点②不得分", "\t见正文"), ("未细化，评价要点②不得分", "评价要点①②④不得分"))
    assert finding.expected == "5.00"


def test_an_annex_of_rules_alone_is_held_against_the_scores_of_the_tables() -> None:
    """The last two columns of the annex, with the process and the score, are left out."""
    head, annex = report(("评价要点②不得分", "评价要点①②不得分")).split("附件一：")
    rows = ["\t".join(line.split("\t")[:8]) for line in annex.split("\n")]
    (finding,) = found(f"{head}附件一：" + "\n".join(rows), BY_RULE)
    assert (finding.stated, finding.expected, lines(finding)[0]) == ("15.00", "10.00", 27)


def test_a_score_that_no_number_of_points_gives_is_a_hint() -> None:
    changes = [("，评价要点②不得分。", "。"), ("\t评价要点②不得分", "\t见正文")]
    text = report(*changes)
    (finding,) = found(text.replace("该项指标得15.00分。\t15.00", "该项指标得17.00分。\t17.00"), "rescore.not_earnable")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "20.00、15.00、10.00、5.00、0.00")


def test_a_score_set_against_the_rule_is_not_compared_with_it() -> None:
    told = "\t①符合；②不符合；③不符合；④符合。按规则得10.00分，评价组将得分调整为15.00分"
    assert rescored(("\t评价要点②不得分", told)) == []
    (note,) = found(report(("\t评价要点②不得分", told)), "score.override")
    assert (note.severity, note.stated) == (Severity.NOTE, "15.00")


def test_a_score_by_a_rate_that_its_own_formula_does_not_give_follows_from_the_formula() -> None:
    """190 of 200 is 95 %, not 97 %: by the rate printed 27 points were earned."""
    wrong = audited(report(("\t借阅服务覆盖率95.00%", "\t借阅服务覆盖率=（190/200）×100%=97.00%"))).findings
    formula = next(one for one in wrong if one.check == "formula.arithmetic")
    (score,) = [one for one in wrong if one.check == BY_RULE]
    assert score.derived_from == formula.id


RULE = "达到目标值得满分，每超出1个百分点扣5分，扣完为止。"
HEADING = "一级指标 二级指标 三级指标 权重 指标解释 目标值 评价要点 评分规则 评分过程 得分"
CHANGES = "年初预算500.00万元，其中：基本支出调增62.00万元，项目支出调减42.00万元。"
DEFINITION = "预算调整率=（预算调整数/预算数）×100%。预算调整数：本年度内涉及预算的追加、追减或结构调整的资金总和。"
PROCESS = "年初预算数500.00万元，调增20.00万元，预算调整率=（20.00/500.00）×100%=4.00%。"


def adjusted(changes: str = CHANGES, definition: str = DEFINITION, process: str = PROCESS) -> str:
    """A report with one indicator: what the text says of changes, and the row of the annex."""
    names = ["A 过程（100分）", "A1 预算执行（100分）", "A1.1 预算调整率"]
    row = [*names, "100.00", "考察调整", "≤10%", definition, RULE, process, "100.00"]
    table = "\n".join(
        "\t".join(cells) for cells in (HEADING.split(" "), row, ["合计", "", "", "100.00", *[""] * 5, "100.00"])
    )
    return f"某县档案馆部门整体支出绩效评价报告\n\n一、预算情况\n\n{changes}\n\n附件一：指标体系及评分表\n\n{table}\n"


def test_changes_that_the_definition_adds_up_are_not_netted() -> None:
    """62 + 42 = 104, of 500 that is 20.8 %: 10.8 points above 10 %, 54 points lost."""
    (score,) = found(adjusted(), NET_SCORE)
    assert (score.severity, score.stated, score.expected) == (Severity.ERROR, "100.00", "46.00")
    (rate,) = found(adjusted(), NET_RATE)
    assert (rate.stated, rate.expected, rate.derived_from) == ("4.00%", "20.80%", score.id)
    assert 5 in lines(rate)


def test_changes_added_up_as_defined_hold() -> None:
    process = "年初预算数500.00万元，预算调整率=（62.00+42.00）/500.00×100%=20.80%。"
    assert found(adjusted(process=process), NET_RATE) == []


@pytest.mark.parametrize(
    "text",
    [
        adjusted(definition="预算调整率=（预算调整数/预算数）×100%。预算调整数：调整后预算与年初预算的差额。"),
        adjusted(changes="年初预算500.00万元，基本支出调增20.00万元。"),
        adjusted(changes=f"{CHANGES}上年基本支出调增10.00万元，项目支出调减3.00万元。"),
    ],
)
def test_without_a_sum_in_the_definition_or_changes_both_ways_nothing_is_said(text: str) -> None:
    assert found(text, NET_RATE) == found(text, NET_SCORE) == []
