"""The indicator system in outline, the points, the grades."""

from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, small_case

from jixiao.packs.trees import Tree
from jixiao.reports.content.parts import Merge
from jixiao.reports.content.system import system_of

FULL: dict[str, Tree] = {"fixed": "100%"}


def test_the_levels_are_counted_and_the_framework_is_named() -> None:
    assert system_of(case_of(XINXIANG)).sentence == (
        "评价指标体系参照《预算绩效评价共性指标体系框架》（财预〔2013〕53号）设置，"
        "由4个一级指标、9个二级指标和27个三级指标构成，权重合计100分。"
    )
    assert system_of(small_case([leaf("K", "5", FULL)])).sentence == (
        "评价指标体系由1个一级指标、1个二级指标和2个三级指标构成，权重合计100分。"
    )


def test_every_first_level_indicator_has_a_sentence() -> None:
    levels = system_of(case_of(XINXIANG)).levels
    assert levels[0] == "投入指标权重15.00分，从目标设定（7.00分）和预算配置（8.00分）2个方面考察，共5个三级指标。"
    assert levels[2] == "产出指标权重30.00分，考察重点工作完成情况，共4个三级指标。"


def test_the_table_of_weights_adds_up_and_merges_the_first_level() -> None:
    weights = system_of(case_of(YANJIN)).weights
    assert weights.rows[0] == ("部门决策", "10.00", "部门职能", "4.00", "2")
    assert weights.rows[-1] == ("合计", "100.00", "-", "-", "30")
    assert weights.strong == (14,)
    assert weights.merged[:4] == (Merge(0, 0, 2), Merge(0, 1, 2), Merge(2, 0, 7), Merge(2, 1, 7))


def test_scoring_speaks_of_overrides_only_where_there_are_some() -> None:
    plain = system_of(small_case([leaf("K", "5", FULL)])).scoring
    assert "四舍五入保留两位小数" in plain
    assert "调整" not in plain
    override: dict[str, Tree] = {"override": {"score": "3", "reason": "资料不全", "author": "评价组"}}
    adjusted = system_of(small_case([leaf("K", "5", FULL)], judgements={"K": override})).scoring
    assert "有1个三级指标的得分由评价人员在规则之外调整" in adjusted


def test_scoring_speaks_of_what_is_not_involved_only_where_something_is_not() -> None:
    rule: dict[str, Tree] = {**FULL, "not_applicable": "rescale"}
    case = small_case([leaf("K", "5", rule)], judgements={"K": {"applicable": "否"}})
    assert "按其余指标的权重折算为百分制" in system_of(case).scoring
    assert "折算" not in system_of(case_of(XINXIANG)).scoring


def test_every_rule_about_the_total_is_told() -> None:
    rules: list[Tree] = [
        {"name": "审计发现违规", "penalty": "2分", "at_most": "5分"},
        {"name": "省级表彰", "bonus": "1分"},
        {"name": "重大安全事故", "cap": "中"},
        {"name": "虚报数据", "cap": "60"},
        {"name": "全额付费", "pay_from": "80"},
        {"name": "运营补贴", "pay_from": "90", "in_proportion": "true"},
    ]
    general: dict[str, Tree] = {"total_rules": rules, "total_events": {}}
    assert system_of(small_case([leaf("K", "5", FULL)], general=general)).scoring.endswith(
        "总分另按下列规定处理：“审计发现违规”每发生一次扣2分，最多扣5分；“省级表彰”每发生一次加1分；"
        "发生“重大安全事故”的，等级最高为“中”；发生“虚报数据”的，总分最高为60分；“全额付费”以总分达到80分为条件；"
        "“运营补贴”以总分达到90分为条件，未达到的按总分占90分的比例付费。"
    )


def test_the_grades_begin_with_their_bound_and_end_before_the_next() -> None:
    outline = system_of(case_of(YANJIN))
    assert outline.grade_sentence == (
        "评价结果按总分划分为优、良、中、差4个等级：90分（含）以上为“优”，80分（含）至90分为“良”，"
        "60分（含）至80分为“中”，60分以下为“差”。等级标准依据《项目支出绩效评价管理办法》（财预〔2020〕10号）。"
    )
    assert outline.grades.rows == (
        ("优", "90分（含）以上"),
        ("良", "80分（含）至90分"),
        ("中", "60分（含）至80分"),
        ("差", "60分以下"),
    )


def test_a_scale_of_whole_numbers_says_that_the_total_is_rounded_first() -> None:
    outline = system_of(small_case([leaf("K", "5", FULL)], general={"grade_scale": "whole-numbers"}))
    assert "先把总分四舍五入到整数，再定等级：90—100分为“优”，80—89分为“良”" in outline.grade_sentence
    assert outline.grades.rows[-1] == ("差", "0—59分")


def test_a_scale_of_the_case_itself_names_no_source() -> None:
    bands: list[Tree] = [{"name": "合格", "from": "60.5"}, {"name": "不合格", "from": "0"}]
    outline = system_of(small_case([leaf("K", "5", FULL)], general={"grade_scale": bands}))
    assert outline.grade_sentence == (
        "评价结果按总分划分为合格、不合格2个等级：60.5分（含）以上为“合格”，60.5分以下为“不合格”。"
    )
