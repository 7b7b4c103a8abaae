"""Faults of self-evaluation forms and of the table that lists them."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from tests.quality.evaluations import percent, points
from tests.quality.kinds.editing import in_row, instead, place_of, table_with, with_rows
from tests.quality.kinds.registry import Dossier, Planting
from tests.quality.kinds.selfevaluations import WHOLE, Project, SelfEvaluation, document, filled_in
from tests.quality.sheets import Sheets, Table

FORMS = Planting(filled_in)
Filled = Dossier[SelfEvaluation]


def _project(filled: Filled, random: Random) -> tuple[Project, int]:
    """One of the projects, and the block of its form."""
    project = random.choice(filled.about.projects)
    return project, place_of(filled.sheets, f"{project.name}项目支出绩效自评表") + 2


def _any_form(filled: Filled, random: Random) -> int:
    """The block of one of the forms."""
    return _project(filled, random)[1]


def _rewritten(filled: Filled, old: Project, new: Project) -> Sheets:
    """The document with another project in place of one, in its form, the summary and all sums."""
    listed = tuple(new if each is old else each for each in filled.about.projects)
    return document(replace(filled.about, projects=listed))


def _cell(sheets: Sheets, number: int, label: str, column: int, text: str) -> Sheets:
    """Another text in a cell of the row with a label, counted from its end."""
    table = sheets.blocks[number]
    assert isinstance(table, Table)
    rows = []
    for cells in table.rows:
        if any(cell.text == label for cell in cells):
            at = len(cells) + column
            cells = (*cells[:at], replace(cells[at], piece=text), *cells[at + 1 :])
        rows.append(cells)
    return with_rows(sheets, number, tuple(rows))


_INITIAL, _ADJUSTED, _EXECUTED, _POINTS, _RATE, _SCORE = range(-6, 0)
"""The columns of a row of money, from its end."""
_LINE_TARGET, _LINE_ACTUAL, _LINE_POINTS, _LINE_SCORE, _LINE_REASON = range(-5, 0)
"""The columns of a row of an indicator, from its end."""


@FORMS.fault("form.rate")
def a_wrong_execution_rate(filled: Filled, random: Random) -> Sheets:
    project, number = _project(filled, random)
    return _cell(filled.sheets, number, WHOLE, _RATE, percent(project.rate - Fraction(7, 100)))


@FORMS.fault("form.execution_score")
def a_wrong_score_for_execution(filled: Filled, random: Random) -> Sheets:
    """In all places and sums, so that only the rate is against it."""
    project, number = _project(filled, random)
    wrong = project.rate_score - 130
    sheets = _cell(filled.sheets, number, WHOLE, _SCORE, points(wrong))
    sheets = _cell(sheets, number, "总分", -2, points(project.score - 130))
    summary, _ = table_with(sheets, "自评等级")
    low = project.score - 130
    grade = next(name for bound, name in ((9000, "优"), (8000, "良"), (0, "中")) if low >= bound)
    return _cell(_cell(sheets, summary, project.name, -3, points(low)), summary, project.name, -2, grade)


@FORMS.fault("form.money_parts")
def sources_that_do_not_come_to_the_whole(filled: Filled, random: Random) -> Sheets:
    project, number = _project(filled, random)
    return _cell(filled.sheets, number, "其中：当年财政拨款", _ADJUSTED, points(project.sources[0][1] + 550))


@FORMS.fault("form.unit")
def an_amount_in_yuan_in_a_column_of_ten_thousands(filled: Filled, random: Random) -> Sheets:
    project, number = _project(filled, random)
    return _cell(filled.sheets, number, WHOLE, _EXECUTED, f"{project.money[2] * 100}元")


@FORMS.fault("form.rate_sign")
def a_rate_without_its_sign(filled: Filled, random: Random) -> Sheets:
    project, number = _project(filled, random)
    return _cell(filled.sheets, number, WHOLE, _RATE, percent(project.rate)[:-1])


@FORMS.fault("form.sources_blank")
def no_source_of_the_money(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    sheets = filled.sheets
    for label in ("其中：当年财政拨款", "上年结转资金", "其他资金"):
        for column in (_INITIAL, _ADJUSTED, _EXECUTED):
            sheets = _cell(sheets, number, label, column, "")
    return sheets


def _executed(project: Project, share: Fraction) -> Project:
    """The project with a part of its budget spent."""
    fiscal, carried, other = project.sources
    spent = [int(source[1] * share) for source in (fiscal, carried)]
    return replace(project, sources=((*fiscal[:2], spent[0]), (*carried[:2], spent[1]), other))


@FORMS.fault("form.low_execution")
def little_spent_and_no_word_of_why(filled: Filled, random: Random) -> Sheets:
    project = random.choice(filled.about.projects)
    lines = tuple(
        replace(line, actual="46万元", score="10", reason="") if line.reason else line for line in project.lines
    )
    return _rewritten(filled, project, replace(_executed(project, Fraction(3, 4)), lines=lines))


@FORMS.fault("form.over_budget")
def more_spent_than_budgeted(filled: Filled, random: Random) -> Sheets:
    project = random.choice(filled.about.projects)
    return _rewritten(filled, project, _executed(project, Fraction(11, 10)))


@FORMS.fault("form.block_points")
def points_that_do_not_come_to_their_block(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "组织培训期数", points="8", score="8")


@FORMS.fault("form.headings")
def blocks_that_do_not_come_to_a_hundred(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    return in_row(filled.sheets, number, "效益指标30分", "30分", "40分")


@FORMS.fault("form.points_total")
def points_that_do_not_come_to_a_hundred(filled: Filled, random: Random) -> Sheets:
    """In the heading of the block too: only the whole is not 100."""
    project = random.choice(filled.about.projects)
    lines = tuple(
        replace(line, points="13", score="13")
        if line.name == "组织培训期数"
        else replace(line, block="产出指标53分")
        if line.block.startswith("产出")
        else line
        for line in project.lines
    )
    return _rewritten(filled, project, replace(project, lines=lines))


@FORMS.fault("form.score_total")
def a_total_that_the_scores_do_not_give(filled: Filled, random: Random) -> Sheets:
    project, number = _project(filled, random)
    return _cell(filled.sheets, number, "总分", -2, points(project.score - 200))


@FORMS.fault("form.score_limit")
def a_score_above_its_points(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    return _cell(filled.sheets, number, "受益户数", _LINE_SCORE, "11")


@FORMS.fault("form.missing")
def an_indicator_without_its_score(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    return _cell(filled.sheets, number, "受益户数", _LINE_SCORE, "")


@FORMS.fault("form.missing")
def an_indicator_without_its_points(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    return _cell(filled.sheets, number, "受益户数", _LINE_POINTS, "")


def _other_line(filled: Filled, random: Random, named: str, **changes: str) -> Sheets:
    project = random.choice(filled.about.projects)
    lines = tuple(replace(line, **changes) if line.name == named else line for line in project.lines)
    return _rewritten(filled, project, replace(project, lines=lines))


@FORMS.fault("form.target")
def full_points_for_a_target_not_reached(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "受益户数", actual="2870户")


@FORMS.fault("form.target")
def points_taken_off_for_a_target_reached(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "验收合格率", actual="96.2%", score="10")


@FORMS.fault("form.direction")
def a_target_that_more_of_the_cost_would_meet(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "每处平均费用", target="2万元", actual="2.60万元")


@FORMS.fault("form.direction")
def a_saving_of_nearly_everything(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "有效投诉次数", name="降低运行成本", target="≥95%", actual="96%")


@FORMS.fault("form.direction")
def a_quantity_without_a_number(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "组织培训期数", target="按需组织", actual="按需组织")


@FORMS.fault("form.objective")
def all_done_with_little_spent(filled: Filled, random: Random) -> Sheets:
    project = random.choice(filled.about.projects)
    sheets = _rewritten(filled, project, _executed(project, Fraction(1, 4)))
    number = place_of(sheets, f"{project.name}项目支出绩效自评表") + 2
    return in_row(sheets, number, "年度任务已验收", "年度任务已验收，款项按合同支付。", "全部完成")


@FORMS.fault("form.fields")
def a_form_without_the_name_of_the_ministry(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    return _cell(filled.sheets, number, "主管部门", -3, "")


@FORMS.fault("form.fields")
def a_form_without_an_objective(filled: Filled, random: Random) -> Sheets:
    project, number = _project(filled, random)
    sheets = in_row(filled.sheets, number, f"完成{project.name}任务", f"完成{project.name}任务，支付相关款项。", "")
    table = sheets.blocks[number]
    assert isinstance(table, Table)
    rows = [
        tuple(replace(cell, piece="") if cell.text.startswith("年度任务已验收") else cell for cell in cells)
        for cells in table.rows
    ]
    return with_rows(sheets, number, tuple(rows))


@FORMS.fault("form.placeholders")
def words_of_the_template_left(filled: Filled, random: Random) -> Sheets:
    return _placeholder(filled, random)


def _placeholder(filled: Filled, random: Random) -> Sheets:
    """The row of quality holds nothing but the words of the template; its points go to the row above."""
    project = random.choice(filled.about.projects)
    lines = tuple(
        replace(line, name="指标1：", target="", actual="", points="", score="")
        if line.name == "验收合格率"
        else replace(line, points="22", score="22")
        if line.name == "组织培训期数"
        else line
        for line in project.lines
    )
    changed = replace(project, lines=tuple(replace(line, score="0") if not line.score else line for line in lines))
    sheets = _rewritten(filled, project, changed)
    number = place_of(sheets, f"{project.name}项目支出绩效自评表") + 2
    return _cell(sheets, number, "指标1：", _LINE_SCORE, "")


@FORMS.fault("form.damage")
def a_stray_number_in_the_heading_of_money(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    return in_row(filled.sheets, number, "项目资金（万元）", "项目资金（万元）", "项目资金（万元） 1024")


@FORMS.fault("form.truncated")
def a_target_cut_off(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "按期完成率", target="按合同约定（", actual="97.5%")


@FORMS.fault("form.name")
def a_project_named_otherwise_in_its_form(filled: Filled, random: Random) -> Sheets:
    project, number = _project(filled, random)
    return _cell(filled.sheets, number, "项目名称", -1, f"{project.name[:2]}河{project.name[3:]}")


@FORMS.fault("form.summary_money")
def another_amount_in_the_summary(filled: Filled, random: Random) -> Sheets:
    project = random.choice(filled.about.projects)
    summary, _ = table_with(filled.sheets, "自评等级")
    return _cell(filled.sheets, summary, project.name, -4, points(project.money[1] + 190))


@FORMS.fault("form.summary_sum")
def a_wrong_total_of_the_summary(filled: Filled, _: Random) -> Sheets:
    summary, _table = table_with(filled.sheets, "自评等级")
    total = sum(project.money[1] for project in filled.about.projects)
    return _cell(filled.sheets, summary, "合计", -4, points(total + 1100))


@FORMS.fault("form.summary_score")
def another_score_in_the_summary(filled: Filled, random: Random) -> Sheets:
    project = random.choice(filled.about.projects)
    summary, _ = table_with(filled.sheets, "自评等级")
    return _cell(filled.sheets, summary, project.name, -3, points(project.score + 40))


@FORMS.fault("form.missing_form")
def a_listed_project_without_a_form(filled: Filled, _: Random) -> Sheets:
    return _without_last_form(filled)


@FORMS.fault("form.count")
def fewer_forms_than_listed_projects(filled: Filled, _: Random) -> Sheets:
    return _without_last_form(filled)


def _without_last_form(filled: Filled) -> Sheets:
    start = place_of(filled.sheets, f"{filled.about.projects[-1].name}项目支出绩效自评表")
    return replace(filled.sheets, blocks=filled.sheets.blocks[:start])


@FORMS.fault("form.not_listed")
def a_form_that_no_row_lists(filled: Filled, _: Random) -> Sheets:
    """The summary, its sum and the text are about the other projects."""
    others = replace(filled.about, projects=filled.about.projects[:-1])
    start = place_of(filled.sheets, f"{filled.about.projects[-1].name}项目支出绩效自评表")
    listed = document(others)
    return replace(listed, blocks=(*listed.blocks, *filled.sheets.blocks[start:]))


@FORMS.fault("form.grade")
def a_lower_grade_for_a_higher_score(filled: Filled, _: Random) -> Sheets | None:
    ordered = sorted(filled.about.projects, key=lambda project: project.score)
    if ordered[0].score == ordered[-1].score:
        return None
    summary, _table = table_with(filled.sheets, "自评等级")
    return _cell(filled.sheets, summary, ordered[-1].name, -2, "良")


@FORMS.fault("form.grade_band")
def grades_against_the_bands(filled: Filled, _: Random) -> Sheets:
    summary, _table = table_with(filled.sheets, "自评等级")
    lowest = min(filled.about.projects, key=lambda project: project.score)
    return _cell(filled.sheets, summary, lowest.name, -2, "中")


@FORMS.fault("form.contacts")
def telephone_numbers_that_count_up(filled: Filled, _: Random) -> Sheets:
    summary, _table = table_with(filled.sheets, "自评等级")
    sheets = filled.sheets
    for number, project in enumerate(filled.about.projects):
        sheets = _cell(sheets, summary, project.name, -1, f"汪岚 {6230118 + number}")
    return sheets


@FORMS.fault("form.summary_fields")
def a_summary_without_the_department(filled: Filled, _: Random) -> Sheets:
    return instead(filled.sheets, f"预算部门（盖章）：{filled.about.department}", "预算部门（盖章）：")


@FORMS.fault("regulation.form_points")
def blocks_of_other_points_than_usual(filled: Filled, random: Random) -> Sheets:
    project = random.choice(filled.about.projects)
    other = {"产出指标50分": "产出指标40分", "效益指标30分": "效益指标40分"}
    moved = {"组织培训期数": "0", "受益户数": "20"}
    lines = tuple(
        replace(
            line,
            block=other.get(line.block, line.block),
            points=moved.get(line.name, line.points),
            score=moved.get(line.name, line.score),
        )
        for line in project.lines
    )
    return _rewritten(filled, project, replace(project, lines=lines))


@FORMS.fault("regulation.form_far_above")
def an_actual_value_of_twice_the_target(filled: Filled, random: Random) -> Sheets:
    return _other_line(filled, random, "受益户数", actual="6900户")


@FORMS.fault("regulation.form_nothing_spent")
def nothing_spent_and_full_points(filled: Filled, random: Random) -> Sheets:
    project = random.choice(filled.about.projects)
    lines = tuple(
        replace(line, actual="46万元", score="10", reason="") if line.reason else line for line in project.lines
    )
    return _rewritten(filled, project, replace(_executed(project, Fraction(0)), lines=lines))


@FORMS.fault("regulation.form_source_points")
def points_beside_a_source(filled: Filled, random: Random) -> Sheets:
    number = _any_form(filled, random)
    sheets = _cell(filled.sheets, number, "其中：当年财政拨款", _POINTS, "8")
    return _cell(sheets, number, "其中：当年财政拨款", _SCORE, "7.6")


@FORMS.fault("regulation.self_report_outline")
def a_self_evaluation_without_advice(filled: Filled, _: Random) -> Sheets:
    start = place_of(filled.sheets, "四、有关建议")
    return replace(filled.sheets, blocks=filled.sheets.blocks[:start] + filled.sheets.blocks[start + 2 :])
