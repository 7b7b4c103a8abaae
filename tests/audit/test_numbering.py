"""Numbers of headings and tables."""

from tests.audit.desk import found, lines

from jixiao.findings import Severity


def test_headings_in_order_hold() -> None:
    text = "一、基本情况\n\n（一）职能\n\n主管全县供水。\n\n（二）人员\n\n有职工九人。\n\n二、评价结论\n\n总体良好。\n"
    assert found(text, "numbering.headings") == []


def test_a_number_left_out_is_a_note() -> None:
    (finding,) = found("一、基本情况\n\n主管供水。\n\n三、评价结论\n\n总体良好。\n", "numbering.headings")
    assert (finding.severity, finding.expected, lines(finding)) == (Severity.NOTE, "2", [5])


def test_a_chapter_named_like_a_section_of_another_is_a_warning() -> None:
    text = "一、部门概况\n\n（一）绩效目标\n\n目标如下所述。\n\n二、绩效目标\n\n自评得九十分。\n"
    (finding,) = found(text, "numbering.heading_twice")
    assert (finding.severity, lines(finding)) == (Severity.WARNING, [3, 7])


def test_two_tables_of_one_number_are_a_note() -> None:
    text = "表2-1 收入情况表\n\n项目\t金额\n甲\t1.00\n\n表2-1 支出情况表\n\n项目\t金额\n乙\t2.00\n"
    (finding,) = found(text, "numbering.tables")
    assert lines(finding) == [6, 1]


def test_a_table_referred_to_and_not_there_is_a_warning() -> None:
    text = "具体情况见表2-3。\n\n表2-1 收入情况表\n\n项目\t金额\n甲\t1.00\n"
    (finding,) = found(text, "numbering.table_missing")
    assert (finding.severity, finding.stated) == (Severity.WARNING, "表2-3")


def test_a_table_behind_one_of_a_later_number_is_a_note() -> None:
    text = "表2-2 支出情况表\n\n项目\t金额\n甲\t1.00\n\n表2-1 收入情况表\n\n项目\t金额\n乙\t2.00\n\n表3-1 人员情况表\n"
    (finding,) = found(text, "numbering.tables")
    assert (finding.severity, finding.stated, lines(finding)) == (Severity.NOTE, "表2-1", [6])


def test_a_table_that_goes_on_is_no_second_table() -> None:
    text = "表2-1 收入情况表\n\n项目\t金额\n甲\t1.00\n\n表2-1 收入情况表（续）\n\n项目\t数\n乙\t2.00\n"
    assert found(text, "numbering.tables") == []
