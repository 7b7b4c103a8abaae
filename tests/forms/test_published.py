"""Shapes that forms have where offices publish them; names, figures and sentences are ours."""

from dataclasses import replace

import pytest
from tests.forms.drawn import Drawn, as_word, drawn, files
from tests.forms.notation import noted
from tests.reading.annexes import Box

from jixiao.documents import document_of
from jixiao.forms import Form, ReadingStatus, read_forms, reading_of, unread_in
from jixiao.forms.profiles import GENERAL, recognised
from jixiao.forms.verifying import verified

FILES = ("表.txt", "格.txt", "表.html", "表.docx", "表.xlsx")
GRIDS = FILES[2:]
"""The kinds of files that keep which cells were merged."""


def read(form: Drawn, name: str) -> Form:
    (only,) = read_forms(document_of(files(form)[name], name), score_tables=True).forms
    return only


def said(form: Drawn, name: str) -> set[str]:
    return set(noted(read(form, name)).split("\n"))


def changed_in(form: Drawn, words: str, other: str) -> Drawn:
    """The same form with other words in one cell."""
    rows = [[box and replace(box, text=box.text.replace(words, other)) for box in row] for row in form.rows]
    return Drawn(form.lines, tuple(rows))


LABELS_HEADED = drawn(
    ["部门预算项目支出绩效自评表（2024年度）"],
    """
项目名称|<|河道保洁|<|<|<|<|<|<|<|<
主管部门|<|清溪县水利局|<|<|实施单位（盖章）|<|清溪县河道管理所|<|<|<
项目基本情况|1.项目年度目标完成情况|项目年度目标|<|<|<|年度目标完成情况|<|<|<|<
^|^|主要河段日常保洁|<|<|<|保洁覆盖全部河段|<|<|<|<
^|2.项目实施内容及过程概述|通过采购确定保洁单位|<|<|<|<|<|<|<|<
预算执行情况（10分）|年度预算数（万元）|<|年初预算|<|调整后预算数|预算执行数|预算执行率|权重|得分|原因
^|总额|<|64.20|<|60.00|57.00|95.00%|10|9.5|
^|其中：财政资金|<|64.20|<|60.00|57.00|95.00%|/|/|
^|单位资金|<|0.00|<|0.00|0.00|0.00%|/|/|
绩效指标（90分）|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析
^|产出指标|数量指标|保洁河段|≥|18|公里|18.5|50|50|
^|效益指标|社会效益指标|水面状况|定性|优良中低差||优|30|30|
^|满意度指标|服务对象满意度指标|沿岸居民满意度|≥|85|%|90|10|10|
合计|<|<|<|<|<|<|<|100|99.5|
评价结论|<|完成较好|<|<|<|<|<|<|<|<
""",
)


@pytest.mark.parametrize("name", FILES)
def test_a_heading_over_the_labels_of_the_money_is_no_column(name: str) -> None:
    assert said(LABELS_HEADED, name) >= {
        "总额 总额：64.2 60 57 10 95.00% 9.5",
        "来源 其中：财政资金：64.2 60 57 - 95.00% -",
        "来源 单位资金：0 0 0 - 0.00% -",
    }


@pytest.mark.parametrize("name", FILES)
def test_points_behind_the_words_beside_a_part_do_not_hide_what_it_is(name: str) -> None:
    assert said(LABELS_HEADED, name) >= {
        "产出/数量 保洁河段：≥18公里 → 18.5 50 50",
        "效益/社会效益 水面状况：优良中低差 → 优 30 30",
        "满意度/服务对象满意度 沿岸居民满意度：≥85% → 90 10 10",
        "总分：100 99.5 无",
    }


@pytest.mark.parametrize("name", FILES)
def test_an_objective_ends_where_another_text_is_headed(name: str) -> None:
    (objective,) = read(LABELS_HEADED, name).objectives
    assert (objective.expected.text, objective.actual.text) == ("主要河段日常保洁", "保洁覆盖全部河段")


TWO_LINES = drawn(
    ["2024年度项目支出绩效自评表", "公开14表"],
    """
项目名称|<|校舍维修支出绩效自评表|<|<|<|<|<|<|<
主管部门|<|柳林县教育体育局|<|<|<|实施单位|柳林二小|<|<
项目资金\\n（元）||<|年初预算数|全年预算数|<|全年执行数|分值|执行率|得分
^|年度资金总额|<|300000.00|280000.00|<|266000.00|10|95.00%|9.5
年度总体目标|预期目标|<|<|<|<|实际完成情况|<|<|<
^|修好三间教室|<|<|<|<|三间教室完工|<|<|<
绩效指标|<|<|年度指标值|<|<|实际完成值|分值|得分|偏差原因分析及改进措施
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|^|^|^|^
产出指标|数量指标|维修教室|＝|3|间|3|60|60|
效益指标|社会效益指标|受益学生|≥|120|人|118|20|19|转学
满意度指标|服务对象满意度指标等|师生满意度|≥|90|%|93|10|10|
其他需要说明事项|<|无|<|<|<|<|<|<|<
总分|<|<|<|<|<|<|100|98.5|优
""",
)


@pytest.mark.parametrize("name", FILES)
def test_a_heading_of_two_lines_is_one(name: str) -> None:
    form = read(TWO_LINES, name)
    assert set(noted(form).split("\n")) >= {
        "目标：修好三间教室 → 三间教室完工",
        "产出/数量 维修教室：＝3间 → 3 60 60",
        "效益/社会效益 受益学生：≥120人 → 118 20 19 转学",
        "满意度/服务对象满意度 师生满意度：≥90% → 93 10 10",
        "总分：100 98.5 无 优",
    }
    assert len(form.objectives) == 1
    assert reading_of(form).status is ReadingStatus.READ


@pytest.mark.parametrize("name", FILES)
def test_a_project_named_like_a_form_begins_none(name: str) -> None:
    assert read(TWO_LINES, name).project.text == "校舍维修支出绩效自评表"


def test_half_a_heading_whose_other_half_is_missing_is_said_to_be_unread() -> None:
    (form,) = read_forms(
        document_of(
            files(
                drawn(
                    ["项目支出绩效自评表"],
                    """
项目名称|<|乡村书屋|<|<|<
项目资金（万元）||全年预算数|全年执行数|执行率|得分
^|年度资金总额|12|12|100%|10
绩效指标|年度指标值|<|实际完成值|分值|得分
产出指标|数量指标|新书|500册|60|60
""",
                )
            )["表.docx"],
            "表.docx",
        )
    ).forms
    assert any("像是绩效指标的表头" in why for why in reading_of(form).why)


POINTS_AT_BOTH = drawn(
    ["本级部门项目支出绩效自评表", "（2023年）"],
    """
项目名称|<|社区食堂运营|<|<|<|<|<
项目资金（万元）|<||年初预算数|调整预算数（A）|全年执行数（B）|执行率（B/A）|<
^|<|年度资金总额|30|32|32|100%|<
年度总体目标|年初设定目标|<|<|年度总体目标完成情况综述|<|<|<
^|供应午餐|<|<|两处食堂每日供应午餐|<|<|<
绩效指标|一级指标|二级指标|三级指标|参考分值|指标值（A）|全年实际值（B）|得分
^|项目管理（20分）|项目实施|台账完整性|20|—|台账完整|20
^|项目产出（45分）|数量指标（30分）|供餐人次|30|20000人次|21000人次|30
^|^|^|指标2：||||
^|^|成本指标（15分）|每餐补助|15|5元|5元|15
^|项目效益（35分）|社会效益指标（25分）|就餐方便程度|25|改善|改善|24
^|^|服务对象满意度指标（10分）|就餐老人满意度|10|90%|95%|10
总分|<|<|<|100|||99
""",
)


@pytest.mark.parametrize("name", FILES)
def test_kinds_with_points_stay_in_the_block_that_is_printed_beside_them(name: str) -> None:
    form = read(POINTS_AT_BOTH, name)
    assert [(block.name, str(block.points.known)) for block in form.blocks] == [
        ("管理", "20"),
        ("产出", "45"),
        ("效益", "35"),
    ]
    assert set(noted(form).split("\n")) >= {
        "目标：供应午餐 → 两处食堂每日供应午餐",
        "管理/项目实施 台账完整性：— → 台账完整 20 20",
        "产出/成本 每餐补助：5元 → 5元 15 15",
        "效益/服务对象满意度 就餐老人满意度：90% → 95% 10 10",
    }


@pytest.mark.parametrize("name", GRIDS)
def test_an_indicator_stays_in_the_block_it_was_filled_into(name: str) -> None:
    form = drawn(
        ["项目支出绩效自评表"],
        """
项目名称|<|冷链仓库|<|<|<|<
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值
^|产出指标（50分）|数量指标|仓库|1座|1座|30
^|^|经济效益指标|资金兑付率|100%|100%|20
""",
    )
    assert "产出/经济效益 资金兑付率：100% → 100% 20 -" in said(form, name)


NO_LABEL = drawn(
    ["部门整体绩效自评表"],
    """
主管部门|望江区融媒体中心|<|财政处室||<|自评总分（分）|98.5|<|<|<
部门联系人|林晓|<|联系电话||<|<|<|<|<|<
部门预算执行情况（万元）|<|年初预算数|<|全年（调整）预算数|<|全年执行数|<|执行率（%）|执行率权重|执行率得分（分）
^|<|800|<|900|<|765|<|85%|10|8.5
当年绩效目标|年初绩效目标|<|<|全年（调整）绩效目标|<|<|全年目标实际完成情况|<|<|<
^|无|<|<|办好三个栏目|<|<|三个栏目按期播出|<|<|<
绩效指标|指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|指标权重（分）|指标得分（分）|是否核心指标
^|播出期数|期|定量指标|≥50|≥40|44|100%|60|60|是
^|栏目质量||定性指标|好||好|100%|30|30|否
""",
)


@pytest.mark.parametrize("name", ["表.txt", *GRIDS])
def test_amounts_without_a_label_are_the_total(name: str) -> None:
    assert "总额 年度资金总额：800 900 765 10 85% 8.5" in said(NO_LABEL, name)


def test_amounts_without_a_label_are_not_guessed_where_columns_are_lost() -> None:
    form = read(NO_LABEL, "格.txt")
    assert not form.money
    assert "项目资金：有表头而没有读到任何一行金额" in reading_of(form).why


@pytest.mark.parametrize("name", ["表.txt", *GRIDS])
def test_what_was_changed_during_the_year_holds(name: str) -> None:
    assert said(NO_LABEL, name) >= {
        "目标：办好三个栏目 → 三个栏目按期播出",
        "播出期数：≥40期 → 44 60 60 系数100% 是",
        "栏目质量：好 → 好 30 30 系数100% 否",
    }


IN_PAIRS = drawn(
    ["项目绩效目标完成情况表", "（2020年度）"],
    """
项目名称|<|敬老院改造|<|<|<
预算单位|<|石桥县民政局|<|<|<
预算执行情况（万元）|预算数：|90|执行数：|88.2|<
^|其中-财政拨款：|90|其中-财政拨款：|88.2|<
^|其它资金：||其它资金：||<
年度目标完成情况|预期目标|<|<|实际完成目标|<
^|改造两所敬老院|<|<|两所均已改造|<
绩效指标完成情况|一级指标|二级指标|三级指标|预期指标值（包含数字及文字描述）|实际完成指标值（包含数字及文字描述）
^|项目完成指标|数量指标|改造敬老院|2所|2所
^|项目完成指标|时效指标|完工时间|2020年|2020年
^|效益指标|社会效益指标|入住条件|改善|改善
^|满意度指标|服务对象满意度指标|老人满意度|≥90%|97%
""",
)


@pytest.mark.parametrize("name", FILES)
def test_amounts_that_each_name_themselves_are_read_without_a_heading(name: str) -> None:
    form = read(IN_PAIRS, name)
    assert set(noted(form).split("\n")) >= {
        "总额 预算数：- 90 88.2 - - -",
        "来源 其中-财政拨款：- 90 88.2 - - -",
        "目标：改造两所敬老院 → 两所均已改造",
        "产出/数量 改造敬老院：2所 → 2所 - -",
        "满意度/服务对象满意度 老人满意度：≥90% → 97% - -",
    }
    assert form.unit == "万元"
    assert reading_of(form).status is ReadingStatus.READ


NUMBERED = drawn(
    ["预算项目绩效自评表"],
    """
一、基本情况|项目名称：|高龄老人补贴|<|是否为专项资金：||<|<|<|<
^|实施（主管）单位|平原县民政局|<|金额单位：|万元|<|<|<|<
二、预算执行情况|预算安排情况（调整后）|<|<|资金到位情况|<|资金执行情况|<|<|预算执行进度（%）
^|预算数|8.40|<|到位数|8.40|执行数|8.40|<|100.00
三、目标完成情况|年度预期目标|<|<|<|具体完成情况|<|<|<|总体完成率（%）
^|按月发放补贴|<|<|<|补贴按月发放|<|<|<|100.00
四、年度绩效指标完成情况|一级指标|二级指标|三级指标|<|指标分值|预期指标值|<|单项指标实际完成值|自评得分
^|产出指标|数量指标|发放人数|领取补贴的老人|60|>=|40人|42人|60
^|效果指标|社会效益指标|生活改善|领取者生活改善的比例|30|>=|75%|80%|30
^|自评总分|<|<|<|<|<|<|<|90
""",
)


@pytest.mark.parametrize("name", GRIDS)
def test_parts_may_be_numbered_and_a_heading_may_cover_a_sign_and_its_value(name: str) -> None:
    form = read(NUMBERED, name)
    assert form.project.text == "高龄老人补贴"
    assert set(noted(form).split("\n")) >= {
        "总额 预算数：- 8.4 8.4 - 100 - 到位8.4",
        "目标：按月发放补贴 → 补贴按月发放",
        "产出/数量 发放人数：>=40人 → 42人 60 60",
        "效益/社会效益 生活改善：>=75% → 80% 30 30",
        "总分：无 90 无",
    }


@pytest.mark.parametrize("name", FILES[:2])
def test_a_row_with_more_names_than_the_heading_is_said_to_be_unread_where_merges_are_lost(name: str) -> None:
    form = read(NUMBERED, name)
    assert not form.lines
    assert sum("内容对不上任何一栏" in why for why in reading_of(form).why) == 1


UNIT_BELOW = drawn(
    ["设备购置绩效自评表（2022年度）"],
    """
项目名称|<|设备购置|<|<|<|<|<
部门（单位）|<|东山县档案馆|<|<|<|<|<
项目资金|<|年初预算数|全年预算数|全年执行数|分值|执行率|得分
（万元）|年度资金总额|20|21|21|10|100%|10
^|其中：当年财政拨款|20|21|21||100%|
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
^|产出指标|数量指标|指标1：购置设备|6台|6台|90|90
总分|<|<|<|<|<|100|100
""",
)


@pytest.mark.parametrize("name", FILES)
def test_the_unit_of_the_money_may_stand_beside_its_first_row(name: str) -> None:
    form = read(UNIT_BELOW, name)
    assert form.unit == "万元"
    assert str(form.fields["部门名称"][1]) == "东山县档案馆"
    assert "总额 年度资金总额：20 21 21 10 100% 10" in noted(form).split("\n")


def test_the_day_of_filling_in_does_not_tell_the_year() -> None:
    form = drawn(
        ["项目支出绩效自评表", "填报日期：2025年3月5日"],
        """
项目名称|<|苗木补植|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值
产出指标|数量指标|补植苗木|800株|820株
""",
    )
    assert read(form, "表.docx").year == ""


def test_a_label_behind_another_on_one_line_is_not_part_of_its_value() -> None:
    form = drawn(
        ["项目自评表", "项目单位（盖章）：白石市图书馆 主要领导签字："],
        """
项目名称|<|夜间开放|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值
产出指标|数量指标|开放夜晚|200个|210个
""",
    )
    assert str(read(form, "表.docx").fields["实施单位"][1]) == "白石市图书馆"


MORE_COLUMNS = drawn(
    ["项目支出绩效自评表", "（2023年度）"],
    """
项目名称|<|入户调查|<|<|<|<|<|<|<|<|<|<
项目资金\\n（万元）|<|资金来源|<|年初预算数|<|全年预算数|<|全年执行数|分值权重|执行率|得分|<
^|<|年度资金总额|<|6.40|<|5.00|<|5.00|10|100.00%|10|<
^|<|其中：当年财政拨款|<|6.40|<|5.00|<|5.00|-|-|-|<
年度总体目标|总体目标|<|<|<|<|总体目标完成情况|<|<|<|<|<|<
^|走访二百户|<|<|<|<|走访二百零五户|<|<|<|<|<|<
年度绩效指标完成情况|一级指标|二级指标|三级指标|指标值|上年完成值|指标分值权重|指标赋分规则|佐证资料|指标实际完成值|完成率|指标得分|偏差原因分析及改进措施
^|产出指标|数量指标|走访户数|>=200户|190户|60|直接赋分|走访记录|205户|102.5%|60|
^|效益指标|社会效益指标|数据质量|有效提高|有效提高|30|按评判等级赋分|复核记录|达成年度指标|100%|28|
总分|<|<|<|<|<|100|<|<|<|<|98|
""",
)


@pytest.mark.parametrize("name", FILES)
def test_columns_that_nothing_reads_are_named(name: str) -> None:
    form = read(MORE_COLUMNS, name)
    assert set(noted(form).split("\n")) >= {
        "总额 年度资金总额：6.4 5 5 10 100.00% 10",
        "产出/数量 走访户数：>=200户 → 205户 60 60 直接赋分",
        "效益/社会效益 数据质量：有效提高 → 达成年度指标 30 28 按评判等级赋分",
    }
    assert reading_of(form).status is ReadingStatus.READ
    assert "绩效指标的表头还有“上年完成值”“佐证资料”“完成率”，核验用不到，没有读" in reading_of(form).notes


SPLIT_TWICE = drawn(
    ["2023年度部门（单位）整体绩效自评表"],
    """
部门（单位）名称|<|青石县统计局|<|<|<|<|<
部门整体支出预算执行情况（万元）||<|年初预算数|全年预算数|全年执行数|分值|执行率
^|部门预算总额|<|300|320|304|10|95%
^|资金来源：（1）财政性资金|<|300|310|296|-|95.48%
^|（2）其他资金|<|0|10|8|-|80%
^|资金结构：（1）基本支出|<|200|210|205|-|97.62%
^|（2）项目支出|<|100|110|99|-|90%
一级指标|二级指标|三级指标|<|年度指标值|全年实际完成值|分值|得分
部门管理（20分）|资金投入|预算执行率|<|≥95%|95%|10|10
^|人员管理|在职人员控制率|<|≤100%|98%|10|10
履职效果（70分）|部门履职目标|统计报表|<|12期|12期|70|70
总分|<|<|<|<|<|100|100
""",
)


@pytest.mark.parametrize("name", FILES)
def test_a_second_split_of_the_money_is_no_second_set_of_sources(name: str) -> None:
    form = read(SPLIT_TWICE, name)
    assert [row.kind.value for row in form.money] == ["总额", "来源", "来源", "明细", "明细"]
    assert str(form.money[1].executed.known) == "296"


@pytest.mark.parametrize("name", GRIDS)
def test_levels_in_own_words_are_blocks_with_their_points(name: str) -> None:
    form = read(SPLIT_TWICE, name)
    assert [(block.name, str(block.points.known)) for block in form.blocks] == [("部门管理", "20"), ("履职效果", "70")]
    assert "部门管理/人员管理 在职人员控制率：≤100% → 98% 10 10" in noted(form).split("\n")


@pytest.mark.parametrize("name", FILES)
def test_an_indicator_named_like_a_level_heads_nothing(name: str) -> None:
    assert "人员管理 在职人员控制率：≤100% → 98% 10 10" in noted(read(SPLIT_TWICE, name))


NUMBERED_ROWS = drawn(
    ["2024年度草原保护资金绩效评价表"],
    """
资金投入情况\\n（万元）||行次|全年预算数\\n（A）|统筹整合资金数\\n（B）|扣除统筹整合资金后预算金额\\n（C）|全年到位资金\\n（D）|全年执行资金\\n（E）|预算执行\\n（E/C×100%）
^|列次|0|1|2|3|4|5|6
^|年度资金总额（万元）：|1|60.00|10.00|50.00|50.00|40.00|80.00%
^|其中：中央财政资金（万元）|2|60.00|10.00|50.00|50.00|40.00|80.00%
^|地方财政资金（万元）|3||||||
绩效指标|一级指标|二级指标|三级指标|<|年度指标值|全年实际完成值|未完成原因|<
^|产出指标|数量指标|围栏|<|300亩|310亩||<
""",
)


@pytest.mark.parametrize("name", FILES)
def test_numbers_of_rows_and_columns_are_no_amounts(name: str) -> None:
    form = read(NUMBERED_ROWS, name)
    assert set(noted(form).split("\n")) >= {
        "总额 年度资金总额（万元）：- 60 40 - 80.00% - 到位50 统筹10 净额50",
        "来源 地方财政资金（万元）：- - - - - -",
        "产出/数量 围栏：300亩 → 310亩 - -",
    }
    assert reading_of(form).status is ReadingStatus.READ


STACKED = drawn(
    ["部门预算项目支出绩效自评表", "（2022年度）"],
    """
项目名称|<|断面监测|<|<|<|<
年度绩效目标|<|监测二十个断面|<|<|<|<
年度目标完成情况|<|按期完成监测|<|<|<|<
项目资金（万元）||全年预算数|全年执行数|执行率|分值|得分
^|年度资金总额|40|38|95%|10|9.5
^|其中：基本支出：8|<|<|<|<|<
绩效指标|一级|二级指标|三级指标|指标值|实际完成值|分值
^|指标|^|^|^|^|^
^|产出|数量指标|监测断面|20个|20个|90
""",
)


@pytest.mark.parametrize("name", ["表.txt", *GRIDS])
def test_an_objective_may_stand_above_what_was_made_of_it(name: str) -> None:
    assert "目标：监测二十个断面 → 按期完成监测" in said(STACKED, name)


@pytest.mark.parametrize("name", FILES)
def test_an_amount_inside_a_label_is_said_to_be_unread(name: str) -> None:
    (why,) = reading_of(read(STACKED, name)).why
    assert "“其中：基本支出：8”" in why


@pytest.mark.parametrize("name", GRIDS)
def test_a_heading_whose_words_end_below_it_is_read(name: str) -> None:
    form = read(STACKED, name)
    assert "产出/数量 监测断面：20个 → 20个 90 -" in noted(form).split("\n")
    assert not form.residues[1:]


def test_values_slip_as_far_as_the_name_before_them() -> None:
    lines = [
        "项目支出绩效自评表",
        "项目名称 | 窗口考核 |||||||",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |",
        "产出指标 | 数量指标 | 月度考核全覆盖 |  | 达成预期指标 | 15 | 15 |  ||",
        "质量指标 | 考核结果公示 |  | 达成预期指标 | 75 | 75 |  |||",
    ]
    (form,) = read_forms(document_of("\n".join(lines).encode(), "表.txt"), score_tables=True).forms
    assert noted(form).split("\n")[2:4] == [
        "产出/数量 月度考核全覆盖： → 达成预期指标 15 15",
        "产出/质量 考核结果公示： → 达成预期指标 75 75",
    ]


WEIGHTS_IN_PERCENT = drawn(
    ["2024年度部门预算项目绩效自评表"],
    """
项目名称|古籍修复|<|<|预算单位|秀谷县图书馆|<|<
一级指标|二级指标|三级指标|目标值|实际值|权重|自评得分|备注
产出|数量|修复册数|≥120册|120余册|40%|40|
^|质量|修复合格率|≥98%|99.1%|30%|30|
满意度|满意度|读者满意度|≥90%|85%|30%|28|
合计|<|<|<|<|100%|98|
""",
)


@pytest.mark.parametrize("name", FILES)
def test_a_weight_in_percent_is_so_many_of_a_hundred_points(name: str) -> None:
    form = read(WEIGHTS_IN_PERCENT, name)
    assert [f"{line.name} {line.points.known.value} {line.score.known.value}" for line in form.lines] == [
        "修复册数 40 40",
        "修复合格率 30 30",
        "读者满意度 30 28",
    ]
    assert form.total_points is not None
    assert form.total_points.known.value == 100


@pytest.mark.parametrize("name", FILES)
def test_a_value_is_not_taken_for_the_name_of_a_row_that_does_not_fit(name: str) -> None:
    form = read(changed_in(WEIGHTS_IN_PERCENT, "40%", "四成"), name)
    assert [str(line.name) for line in form.lines] == ["修复合格率", "读者满意度"]
    assert reading_of(form).status is ReadingStatus.PARTLY
    assert "“产出”：绩效指标的这一行" in reading_of(form).why[-1]


def test_a_form_that_became_sentences_is_told_and_not_read() -> None:
    text = (
        "预算项目绩效自评表\n"
        "二、预算执行情况 预算安排情况（调整后） 资金到位情况 资金执行情况 预算执行进度\n"
        "预算数 8.4 到位数 8.4 执行数 8.4 100.00。三级指标按年度指标值填写。\n"
    )
    book = read_forms(document_of(text.encode(), "表.txt"), score_tables=True)
    assert not book.forms
    (why,) = unread_in(book)
    assert "《预算项目绩效自评表》：有自评表，但转成文字时各格连在了一起" in why


def test_a_report_that_speaks_of_forms_has_none() -> None:
    text = (
        "各单位填报了项目支出绩效自评表，全年预算数80万元，全年执行数76万元，执行率95%。\n三级指标共十二个，均已完成。"
    )
    assert unread_in(read_forms(document_of(text.encode(), "报告.txt"), score_tables=True)) == ()


def test_a_heading_whose_rows_fit_no_column_is_a_form_that_was_not_read() -> None:
    form = drawn(
        ["项目支出绩效自评表"],
        """
项目名称|<|绿道|<|<|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|绿道长度|十公里|十公里|满分|满分
""",
    )
    reading = reading_of(read(form, "表.docx"))
    assert reading.status is ReadingStatus.UNREAD
    assert "绩效指标：有表头而没有读到任何一个三级指标" in reading.why


PARTS = drawn(
    ["项目支出绩效自评表"],
    """
项目名称|<|种植补助|<|<|<|<
项目资金（万元）||<|全年预算数|全年执行数|分值|得分
^|年度资金总额|<|10|10|10|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|补助果树|29亩|29亩|60|60
^|^|其中：桃树|9亩|9亩||
^|^|其中：苹果|20亩|20亩||
效益指标|社会效益指标|受益户|9户|9户|30|30
^|^|成活率|95%|96%||
总分|<|<|<|<|100|100
""",
)


def missing(form: Drawn) -> list[str]:
    book = read_forms(document_of(as_word(form), "表.docx"), score_tables=True)
    (only,) = verified(book, document_of(as_word(form), "表.docx")).forms
    return [found.title for found in only.checkup.findings if "没有填" in found.title]


def test_a_part_of_an_indicator_and_rows_beyond_the_full_points_lack_none() -> None:
    assert missing(PARTS) == []


def test_a_row_that_the_full_points_need_lacks_its_own() -> None:
    rows = PARTS.rows
    less = [[Box("20") if box is not None and box.text == "30" else box for box in row] for row in rows]
    assert missing(Drawn(PARTS.lines, tuple(less))) == ["《种植补助》自评表：“成活率”没有填分值和得分"]


OF_A_DEPARTMENT = drawn(
    ["2024年度部门整体支出绩效自评表"],
    """
部门名称|秀谷县档案馆|<|<|<|<|<|<
部门资金（万元）|预算数|执行数|执行率|分值|得分|<|<
部门整体支出|640.00|608.00|95.00%|10|9.5|<|<
其中：基本支出|400.00|400.00|100.00%|/|/|<|<
项目支出|240.00|208.00|86.67%|/|/|<|<
一级指标|二级指标|三级指标|分值|目标值|实际值|得分|未达成原因分析
决策|计划制定|年度计划制定|10|健全|健全|10|
过程|预算执行|预算调整率|20|≤10%|4%|20|
产出|档案服务|查档人次|50|≥900人次|955人次|50|
满意度|服务对象|查档群众满意度|10|≥90%|96%|10|
合计|<|<|100|<|<|99.5|
""",
)


@pytest.mark.parametrize("name", FILES)
def test_a_form_with_decision_and_process_is_no_form_of_a_project(name: str) -> None:
    document = document_of(files(OF_A_DEPARTMENT)[name], name)
    (form,) = read_forms(document, score_tables=True).forms
    assert recognised(form, document).profile.id == GENERAL
    assert form.total_money is not None
    assert form.total_money.executed.known.value == 608
    assert [str(line.name) for line in form.lines] == ["年度计划制定", "预算调整率", "查档人次", "查档群众满意度"]


RESULTS_ABOVE = drawn(
    [
        "2023年度市级财政专项资金绩效自评表",
        "填报单位（盖章）：东湖市科技局    单位：万元",
        "自评得分：97.6分   自评等级：良",
    ],
    """
专项名称|<|创新券|<|<|<|<|<
预算安排及执行|<|预算金额|<|执行金额|<|分值|得分
^|<|500|<|480|<|10|9.6
一级指标|二级指标|三级指标|<|指标值|全年完成值|分值|得分
产出指标|数量指标|支持企业|<|≥80家|86家|60|60
效益指标|经济效益指标|研发投入|<|≥3000万元|2920万元|30|28
总 分|<|<|<|<|<|100|97.6
自评结论|优|<|<|<|<|<|<
""",
)


@pytest.mark.parametrize("name", ["表.txt", *GRIDS])
def test_lines_above_a_table_tell_unit_and_results_and_one_below_it_the_grade(name: str) -> None:
    form = read(RESULTS_ABOVE, name)
    assert (form.unit, str(form.header_score), form.grade.text) == ("万元", "97.6分", "优")
    assert str(form.fields["填报单位"][1]) == "东湖市科技局"
    assert "总额 年度资金总额：- 500 480 10 - 9.6" in noted(form).split("\n")


POINTS_OF_LEVELS = drawn(
    ["2023年项目绩效自评表"],
    """
项目名称|<|<|巡防车辆|<|<|<|<|<
一级指标|分值|二级指标|分值|三级指标|目标值|完成值|评分标准|得分
项目过程|30|资金管理|30|预算执行率|100%|95%|按比例得分|28.5
项目产出|70|产出数量|70|购置车辆|2辆|2辆|按比例得分|70
总分|100|<|100|<|<|<|<|98.5
""",
)


@pytest.mark.parametrize("name", ["表.txt", *GRIDS])
def test_totals_of_the_points_of_both_levels_are_no_score(name: str) -> None:
    assert "总分：100 98.5 无" in noted(read(POINTS_OF_LEVELS, name)).split("\n")


TWO_TARGETS = drawn(
    ["项目支出绩效自评表"],
    """
项目名称|<|<|绿地养护|<|<|<|<
年度绩效目标|<|<|目标内容|<|<|目标完成程度|<
^|<|<|养护绿地|<|<|已养护|<
绩效指标|一级指标|二级指标|三级指标|年度指标值|<|实际完成值|分值
^|^|^|^|年初|调整|^|^
^|产出指标|数量指标|养护面积|5万平方米|6万平方米|6万平方米|90
""",
)


@pytest.mark.parametrize("name", FILES[:2] + GRIDS)
def test_a_target_may_have_two_columns_below_one_heading(name: str) -> None:
    assert "产出/数量 养护面积：6万平方米 → 6万平方米 90 -" in said(TWO_TARGETS, name)


@pytest.mark.parametrize("name", ["表.txt", *GRIDS])
def test_an_objective_in_other_words_is_read(name: str) -> None:
    assert "目标：养护绿地 → 已养护" in said(TWO_TARGETS, name)


def test_an_objective_that_is_not_known_as_one_is_said_to_be_unread() -> None:
    form = drawn(
        ["项目支出绩效自评表"],
        """
项目名称|<|育苗|<|<
目标设想|<|目标兑现|<|<
育苗一万株|<|已育苗|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值
产出指标|数量指标|苗木|1万株|1万株
""",
    )
    (why,) = [why for why in reading_of(read(form, "表.docx")).why if "总体目标" in why]
    assert "“目标设想”：像是年度总体目标，却没有认出哪一格是预期目标、哪一格是完成情况" in why


def test_a_transfer_is_known_by_its_field_too() -> None:
    form = drawn(
        ["就业补助资金绩效目标自评表", "（2022年度）"],
        """
转移支付（项目）名称|<|就业补助|<|<|<
资金投入情况（万元）|<||全年预算数（A）|全年执行数（B）|预算执行率（B/A）
^|<|年度资金总额|80|76|95%
^|<|其中：中央财政资金|60|60|100%
^|<|其他资金（包括以前年度结转资金）|20|16|80%
绩效指标|一级指标|二级指标|三级指标|年度目标指标值|全年实际完成值
^|产出指标|数量指标|补贴人数|400人|412人
""",
    )
    document = document_of(as_word(form), "表.docx")
    (only,) = read_forms(document, score_tables=True).forms
    assert recognised(only, document).profile.id == "H"
    assert [row.kind.value for row in only.money] == ["总额", "来源", "来源"]


def test_headings_that_run_into_each_other_tell_a_form() -> None:
    text = "1、县级专项资金绩效自评表专项资金名称储备粮项目资金全年预算数（A）全年执行数（B）执行率年度资金总额9494100%"
    book = read_forms(document_of(text.encode(), "表.txt"), score_tables=True)
    assert not book.forms
    assert len(unread_in(book)) == 1


CAPTIONED = drawn(
    [],
    """
预算项目支出绩效自评表|<|<|<|<|<
（2024年度）|<|<|<|单位：万元|<
项目名称|渠道清淤|<|主管部门|清溪县水利局|<
预算执行情况|资金来源|全年预算数|全年执行数|执行率|得分
^|年度资金总额|40.00|38.00|95.00%|9.5
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标|数量指标|清淤长度|≥12公里|12.6公里|50
""",
)


@pytest.mark.parametrize("name", ["表.txt", *GRIDS])
def test_year_and_unit_may_stand_in_one_row_above_the_form(name: str) -> None:
    form = read(CAPTIONED, name)
    assert (form.year, form.unit, form.project.text) == ("2024", "万元", "渠道清淤")
