"""The annexes: surveys, call-backs, the list of problems."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, sheet_of, small_case

from jixiao.evaluation import Case, evaluate
from jixiao.facts import TableNote, open_table, standard_dictionary
from jixiao.packs.trees import Tree
from jixiao.reports.content.annexes import annexes_of
from jixiao.reports.content.parts import Chart, Section, Table
from jixiao.reports.content.report import Annex

FULL: dict[str, Tree] = {"fixed": "100%"}


def annexes(case: Case) -> tuple[Annex, ...]:
    """The annexes of a case, evaluated."""
    return annexes_of(case, evaluate(case))


def tables(section: Section) -> list[Table]:
    """The tables of a section."""
    return [exhibit for exhibit in section.exhibits if isinstance(exhibit, Table)]


def with_callbacks(rows: Sequence[Sequence[str]], facts: Sequence[Tree] = ()) -> Case:
    """A small case with a table of call-backs by month."""
    headings = ("月份", "回访数", "有效回访数", "满意数")
    note = TableNote("回访.csv", "callbacks", "逐月回访统计表")
    table = open_table(note, headings, enumerate(rows, 2), dictionary=standard_dictionary(), usual_year=2023)
    return replace(small_case([leaf("K", "5", FULL)], facts=facts), tables=(table,))


def test_annexes_are_numbered_from_two_on_without_gaps() -> None:
    assert [each.title for each in annexes_of(case_of(XINXIANG), sheet_of(XINXIANG))] == [
        "附件2  满意度调查统计",
        "附件3  回访统计",
        "附件4  问题清单",
    ]
    assert [each.title for each in annexes_of(case_of(YANJIN), sheet_of(YANJIN))] == [
        "附件2  满意度调查统计",
        "附件3  问题清单",
    ]


def test_a_bare_case_has_no_annexes() -> None:
    assert annexes(small_case([leaf("K", "5", FULL)])) == ()


def test_the_survey_tells_questionnaires_weights_and_what_it_came_to() -> None:
    (section,) = annexes_of(case_of(XINXIANG), sheet_of(XINXIANG))[0].sections
    assert section.heading == "服务对象"
    returned, questions, weights, result = section.paragraphs
    assert returned == "向服务对象发放问卷137份，有效问卷137份，有效问卷占发放问卷的100.00%。"
    assert questions.startswith("满意度问题共7个：政策宣传（对国家政策宣传和办事常识普及的满意程度）；")
    assert weights == (
        "每个问题的满意度按非常满意100%、比较满意75%、一般50%、不太满意25%、非常不满意0%对各选项的份数加权，"
        "除以有效回答份数；综合满意度为计入综合的各问题满意度的算术平均数，平均前不取舍。"
    )
    # (132 + 1 × 75% + 4 × 50%) ÷ 137 = 98.358 %; the mean of the seven is 3769/3836 = 98.253 %
    assert result == (
        "服务对象综合满意度为98.25%，95%的区间为96.77%至99.74%（只有各选项份数，按各题完全相关保守估计）。"
        "满意度最高的是“政策宣传”“依法行政”“信息公开”，为98.36%；"
        "最低的是“服务态度”“服务效率”“办事效率”“总体评价”，为98.18%。"
    )


def test_the_answers_stand_in_a_table_and_a_chart() -> None:
    section = annexes_of(case_of(YANJIN), sheet_of(YANJIN))[0].sections[0]
    answers, _ = tables(section)
    # 投诉处理: (48 + 18) ÷ (48 + 18 + 8) = 66 ÷ 74 = 89.19 %, the 4 who did not know left out
    assert answers.rows[4] == ("投诉处理", "48", "18", "8", "0", "0", "4", "74", "89.19%")
    assert answers.rows[-1][-1] == "92.31%"
    assert answers.note == "资料来源：办事群众满意度问卷78份及统计结果。"
    (chart,) = [exhibit for exhibit in section.exhibits if isinstance(exhibit, Chart)]
    assert (chart.kind, chart.unit, chart.categories[3]) == ("bar", "%", "电话咨询")
    assert chart.series[0].values[3] == Decimal("85.90")  # (49 + 18) ÷ 78 = 85.897 %


def test_a_question_that_does_not_count_is_named() -> None:
    weights = annexes_of(case_of(YANJIN), sheet_of(YANJIN))[0].sections[0].paragraphs[2]
    assert weights.endswith("，“投诉处理”不计入综合。")
    assert "“不了解”不计入有效回答" in weights


def test_each_group_has_its_own_questionnaires_and_further_counts() -> None:
    people, staff = annexes_of(case_of(YANJIN), sheet_of(YANJIN))[0].sections
    assert staff.paragraphs[0] == "向大厅工作人员发放问卷55份，有效问卷55份，有效问卷占发放问卷的100.00%。"
    assert len(tables(staff)) == 1
    further = tables(people)[1]
    assert further.rows[0] == ("一次办成答卷数", "66", "84.62%")  # 66 ÷ 78 = 84.615 %
    assert len(further.rows) == 12


def test_who_answered_is_listed_with_the_share_of_the_questionnaires() -> None:
    (section,) = annexes_of(case_of(XINXIANG), sheet_of(XINXIANG))[0].sections
    further = tables(section)[1]
    assert further.rows[2] == ("个体户", "50", "36.50%")  # 50 ÷ 137 = 36.496 %
    assert (further.unit, len(further.rows)) == ("人", 16)


def test_call_backs_without_a_table_say_what_is_lacking() -> None:
    (section,) = annexes_of(case_of(XINXIANG), sheet_of(XINXIANG))[1].sections
    assert section.paragraphs == (
        "2023年1—10月电话回访量12655次，2023年3—12月有效回访量11406份。资料来源：办事企业群众回访统计资料。",
        "评价资料中没有逐月的回访统计表，逐月数据和满意、整改情况未能列出。",
    )
    assert section.exhibits == ()


def test_call_backs_by_month_are_told_by_their_whole() -> None:
    case = with_callbacks([("合计", "50", "40", "39"), ("1月", "30", "25", "25"), ("2月", "20", "15", "14")])
    (section,) = annexes(case)[0].sections
    assert section.paragraphs == ("2023年度回访50次，有效回访40次，表示满意39次，有效率80.00%，满意率97.50%。",)
    (table,) = tables(section)
    assert table.title == "逐月回访统计表"
    assert table.rows[1] == ("1月", "30", "25", "25", "83.33%", "100.00%")


def test_call_backs_of_months_without_a_whole_stand_in_the_table_alone() -> None:
    (section,) = annexes(with_callbacks([("1月", "30", "25", "25"), ("2月", "20", "15", "14")]))[0].sections
    assert section.paragraphs == ()
    assert len(tables(section)[0].rows) == 2


def test_call_backs_with_a_table_lack_nothing() -> None:
    facts: list[Tree] = [{"name": "电话回访量", "own": "是", "value": "55", "unit": "次"}]
    (section,) = annexes(with_callbacks([("1月", "30", "25", "25")], facts))[0].sections
    assert section.paragraphs == (
        "2023年度回访30次，有效回访和表示满意均为25次，有效率83.33%，满意率100.00%。",
        "2023年电话回访量55次。",
    )


def test_the_list_of_problems_tells_cause_cost_and_recommendation() -> None:
    (section,) = annexes_of(case_of(XINXIANG), sheet_of(XINXIANG))[2].sections
    (table,) = tables(section)
    assert table.rows[1] == (
        "2",
        "绩效目标编报质量不高",
        "目标填报由各科室分散完成，缺少统一审核；执行中追加项目时，绩效目标没有与追加手续同步办理。",
        "绩效指标明确性（扣3.00分）、绩效管理规范性（扣0.60分）",
        "加强绩效目标审核，提高填报质量",
    )


def test_a_problem_without_cause_and_cost_leaves_those_columns_out() -> None:
    problems: list[Tree] = [{"id": "P1", "title": "台账不全"}]
    case = small_case([leaf("K", "5", FULL)], narrative={"problems": problems})
    (table,) = tables(annexes(case)[0].sections[0])
    assert [column.heading for column in table.columns] == ["序号", "存在的问题"]
