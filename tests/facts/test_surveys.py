"""What a survey came to: counts, base and satisfaction of each question, and the whole of each group."""

from dataclasses import replace
from fractions import Fraction

from tests.evaluation.cases import XINXIANG, YANJIN, case_of, sections_of

from jixiao.evaluation import Case, build_case
from jixiao.facts.surveys import Survey, surveys_in


def surveys(case: Case) -> list[Survey]:
    return list(surveys_in(case.tables, case.facts))


def test_each_group_has_its_questions_and_the_mean_of_those_that_count() -> None:
    citizens, staff = surveys(case_of(YANJIN))
    assert (citizens.group, staff.group) == ("办事群众", "大厅工作人员")
    assert citizens.composite == Fraction(75 + 75 + 70 + 67 + 73, 5 * 78)
    attitude = citizens.answers[2]
    assert (attitude.question, attitude.wording) == ("服务态度", "对窗口人员服务态度的满意程度")
    assert attitude.counts == ("50", "20", "7", "0", "1")
    assert (attitude.base, attitude.satisfaction, attitude.counted) == (Fraction(78), Fraction(70, 78), True)
    complaint = citizens.answers[4]
    assert (complaint.unknown, complaint.base, complaint.counted) == ("4", Fraction(48 + 18 + 8), False)


def test_a_question_with_a_gap_has_no_base_and_no_satisfaction_and_leaves_the_whole_open() -> None:
    sections = sections_of(XINXIANG)
    tables = []
    for table in sections.tables:
        if table.entry.kind == "survey_counts":
            first = list(table.rows[0])
            first[table.headings.index("一般")] = "-"
            table = replace(table, rows=(tuple(first), *table.rows[1:]))
        tables.append(table)
    (survey,) = surveys(build_case(replace(sections, tables=tuple(tables))))
    gap = survey.answers[0]
    assert gap.counts == ("132", "1", None, "0", "0")
    assert (gap.base, gap.satisfaction, survey.composite) == (None, None, None)
    assert survey.answers[1].base == 137
