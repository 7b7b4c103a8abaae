"""Headings of levels that a page break cut in two, as printed forms have them."""

from dataclasses import replace

import pytest
from tests.forms.drawn import Drawn, as_word, drawn
from tests.forms.notation import noted
from tests.reading.annexes import Box

from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.forms import Form, ReadingStatus, read_forms, reading_of
from jixiao.forms.verifying import VerifiedForm, verified


def read(first: str, second: str) -> Form:
    """A form whose level was cut between its first and its second indicator."""
    form = drawn(
        ["项目支出绩效自评表"],
        f"""
项目名称|<|<|乡道养护|<|<|<
项目资金（万元）||<|全年预算数|全年执行数|执行率|得分
^|年度资金总额|<|20|20|100%|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
成本指标|经济成本指标|单价|≤5万元|4万元|10|10
{first}|数量指标|养护里程|12公里|12公里|30|30
{second}|质量指标|路面完好率|≥90%|93%|20|20
^|时效指标|完工时间|10月|10月|10|10
效益指标（20分）|社会效益|投诉|≤3起|2起|20|20
^|指标|绕行时间|≤1小时|1小时|0|0
""",
    )
    (only,) = read_forms(document_of(as_word(form), "表.docx"), score_tables=True).forms
    return only


@pytest.mark.parametrize(
    ("first", "second"), [("产出", "指标（60分）"), ("产出指", "标（60分）"), ("产", "出指标（60分）")]
)
def test_both_halves_of_a_heading_are_one(first: str, second: str) -> None:
    form = read(first, second)
    assert [(block.name, str(block.points.known)) for block in form.blocks if not block.points.is_missing] == [
        ("产出", "60"),
        ("效益", "20"),
    ]
    assert [line.split("：")[0] for line in noted(form).split("\n") if "/" in line] == [
        "成本/经济成本 单价",
        "产出/数量 养护里程",
        "产出/质量 路面完好率",
        "产出/时效 完工时间",
        "效益/社会效益 投诉",
        "效益/社会效益 绕行时间",
    ]
    assert reading_of(form).status is ReadingStatus.READ


BROKEN = drawn(
    ["项目支出绩效自评表"],
    """
项目名称|<|<|<|乡道养护|<|<|<
项目资金（万元）|<||<|全年预算数|全年执行数|分值|得分
^|<|年度资金总额|<|20|20|10|10
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
^|产出指标（60分）|数量指标|养护里程|12公里|12公里|30|30
效益指标（20分）满意度指标（10分）|^|质量指标|路面完好率|≥90%|93%|30|30
^|^|社会效益指标|投诉|≤3起|2起|20|20
^|^|服务对象满意度指标|村民满意度|≥90%|92%|10|10
总分|<|<|<|<|<|100|100
""",
)


def printed(form: Drawn) -> VerifiedForm:
    document = replace(document_of(as_word(form), "表.docx"), format="pdf")
    (only,) = verified(read_forms(document, score_tables=True), document).forms
    return only


def test_blocks_of_which_print_lost_the_lines_are_not_added_up() -> None:
    form = printed(BROKEN)
    assert form.reading.status is ReadingStatus.PARTLY
    (why,) = form.reading.why
    assert why.startswith("一级指标：打印的格线断开或缺了")
    assert not [found.title for found in form.checkup.findings if found.severity is Severity.ERROR]
    assert [str(line.points.known) for line in form.form.lines] == ["30", "30", "20", "10"]


def test_a_heading_beside_the_kind_of_another_block_covers_too_much() -> None:
    rows = [*BROKEN.rows]
    rows[5] = [Box("") if box is not None and "满意度指标" in box.text else box for box in rows[5]]
    rows[4] = [Box("产出指标（60分）", 4) if box is not None and "产出" in box.text else box for box in rows[4]]
    assert printed(Drawn(BROKEN.lines, tuple(rows))).form.levels_doubtful


def test_a_total_below_a_heading_that_was_cut_is_no_part_of_it() -> None:
    form = drawn(
        ["项目支出绩效自评表"],
        """
项目名称|<|<|乡道养护|<|<|<|<
项目资金（万元）|<||<|全年预算数|全年执行数|执行率|得分
^|<|年度资金总额|<|20|20|100%|10
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
^|效益指标（30分）|社会效益|投诉|≤3起|2起|30|30
^|产出指标（60|质量指标|路面完好率|≥90%|93%|30|30
^|分）|时效指标|完工时间|10月|10月|30|30
^||^|验收时间|11月|11月|0|0
总分|100|90|<|<|<|<|<
""",
    )
    told = printed(form)
    assert told.form.total_points is not None
    assert str(told.form.total_points.known) == "100"
    assert [(block.name, str(block.points.known)) for block in told.form.blocks] == [("效益", "30"), ("产出", "60")]


LINED = drawn(
    ["项目支出绩效自评表"],
    """
项目名称|<|<|乡道养护|<|<|<
项目资金（万元）||<|全年预算数|全年执行数|执行率|得分
^|年度资金总额|<|20|20|100%|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标（60|数量指标|养护里程|12公里|12公里|60|60
分）|^|^|^|^|^|^
效益指标（30分）|社会效益指标|投诉|≤3起|2起|20|20
|^|^|^|^|^|^
^|服务对象满意度指标|绕行时间|≤1小时|1小时|10|10
总分|100|100||||
""",
)


def test_a_line_that_print_draws_through_a_row_makes_no_row_of_it() -> None:
    form = printed(LINED)
    assert form.reading.status is ReadingStatus.READ
    assert [(line.block, line.name.text) for line in form.form.lines] == [
        ("产出", "养护里程"),
        ("效益", "投诉"),
        ("效益", "绕行时间"),
    ]
    assert not [found.title for found in form.checkup.findings if found.severity is Severity.ERROR]


def test_a_heading_that_begins_beside_the_lower_part_of_a_row_leaves_its_block_open() -> None:
    rows = [*LINED.rows]
    rows[6] = [Box("") if box is not None and "效益指标（" in box.text else box for box in rows[6]]
    rows[7] = [Box("效益指标（30分）") if at == 0 else box for at, box in enumerate(rows[7])]
    form = printed(Drawn(LINED.lines, tuple(rows)))
    assert form.form.levels_doubtful
    assert not [found.title for found in form.checkup.findings if found.severity is Severity.ERROR]


def test_a_row_without_a_kind_stays_with_the_one_above_under_a_heading_that_goes_on() -> None:
    form = drawn(
        ["项目支出绩效自评表"],
        """
项目名称|<|<|乡道养护|<|<|<
项目资金（万元）||<|全年预算数|全年执行数|执行率|得分
^|年度资金总额|<|20|20|100%|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标（60分）|数量指标|养护里程|12公里|12公里|60|60
效益指标（30分）|社会效益指标|投诉|≤3起|2起|20|20
^|服务对象满意度指标|村民满意度|≥90%|92%|5|5
^||司机满意程度|≥90%|92%|5|5
总分|100|100||||
""",
    )
    told = printed(form)
    assert [line.block for line in told.form.lines] == ["产出", "效益", "效益", "效益"]
    assert not [found.title for found in told.checkup.findings if found.severity is Severity.ERROR]


SHARED = drawn(
    ["项目支出绩效自评表"],
    """
项目名称|<|<|乡道养护|<|<
项目资金（万元）||<|全年预算数|全年执行数|得分（20分×执行率）
^|年度资金总额|<|20|20|20
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标（40分）|数量指标|养护里程|12公里|12公里|40
^|^|修补路面|3公里|3公里|^
效益指标（40分）|社会效益指标|投诉|≤3起|2起|
^|^|绕行时间|≤1小时|1小时|^
总分|100|<|<|<|<
""",
)


def test_scores_of_a_shared_cell_that_print_lost_are_not_added_up() -> None:
    form = printed(SHARED)
    (why,) = form.reading.why
    assert "得分格是空白的" in why
    assert "投诉" in why
    assert not [found.title for found in form.checkup.findings if found.check == "form.score_total"]
    filled = Drawn(
        SHARED.lines, tuple([Box("40", 2) if box == Box("", 2) else box for box in row] for row in SHARED.rows)
    )
    assert printed(filled).reading.status is ReadingStatus.READ
