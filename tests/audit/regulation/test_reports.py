"""What regulations ask of an evaluation report: each thing is missed when it is taken out of a report that has all."""

import pytest
from tests.audit.regulation.sample import Changes, asked, found, report, undecided

from jixiao.findings import Severity

WARNING, NOTE = Severity.WARNING, Severity.NOTE

FAULTS: tuple[tuple[str, Severity, str, Changes], ...] = (
    # design
    (
        "effect_share_department",
        NOTE,
        "合计 55%，原则上不应低于 60%",
        [("A 投入（15分）", "A 投入（20分）"), ("A1 预算配置（15分）\tA1.1 在职人员控制率\t15", "A1 预算配置（20分）\tA1.1 在职人员控制率\t20"), ("D 效果（30分）\tD1 满意度（30分）\tD1.1 读者满意度\t30", "D 效果（25分）\tD1 满意度（25分）\tD1.1 读者满意度\t25")],
    ),
    ("indicator_complete", WARNING, "“读者满意度”的目标值是空白", [("综合满意程度。\t≥90%\t", "综合满意程度。\t\t")]),
    ("rule_covers", WARNING, "“≥0%, <95%”没有规定", [("满意度不低于90%的得满分，每低1个百分点扣减权重分的5%，扣完为止。", "满意度不低于95%的得满分。")]),
    ("denominator", WARNING, "算式除以“在职人员数”", [("在职人员控制率=在职人员数/编制数×100%", "在职人员控制率=编制数/在职人员数×100%")]),
    ("denominator", NOTE, "定义又说它是追加、追减", [("=预算调整数/预算数", "=（预算调整数-年初预算数）/年初预算数")]),
    ("excluded_adjustments", NOTE, "没有写明", [("，因落实国家政策、不可抗力和上级交办产生的除外", "")]),
    ("same_rule", NOTE, "“在职人员控制率”扣权重分的 5%、“公用经费控制率”扣权重分的 10%", [("B 过程（25分）\tB1 预算执行（25分）\tB1.1 预算调整率\t10\t预算调整数与预算数的比率，反映预算的调整程度。\t≤10%\t预算调整率=预算调整数/预算数×100%。预算调整数：追加、追减和结构调整的资金总和，因落实国家政策、不可抗力和上级交办产生的除外。\t调整率不高于10%的得满分，每高1个百分点扣减权重分的5%", "B 过程（25分）\tB1 预算执行（25分）\tB1.1 公用经费控制率\t10\t公用经费的控制程度。\t≤100%\t公用经费控制率=公用经费支出数/公用经费预算数×100%。\t控制率不高于100%的得满分，每高1个百分点扣减权重分的10%")]),
    ("negative_criterion", NOTE, "应写作“是否不存在", [("③不存在截留、挤占、挪用", "③是否存在截留、挤占、挪用")]),
    ("rule_without_number", NOTE, "“读者满意度”（目标值“提高”）", [("\t≥90%\t", "\t提高\t"), ("每低1个百分点扣减权重分的5%，扣完为止。\t回收", "每低于目标值1%扣减权重分的5%，扣完为止。\t回收")]),
    ("one_survey", NOTE, "“馆藏更新完成率”（权重合计 30 分）也用同一次 120 份问卷", [("计划新购2000册，全年新购2000册，完成率100.00%，得30.00分。", "回收有效问卷120份，满意度93.50%，得30.00分。")]),
    # evidence and time
    ("data_period", NOTE, "“2023年1-9月”", [("全年新购图书2000册", "2023年1-9月新购图书2000册")]),
    ("future_tense", NOTE, "“评价组将前往”", [("评价组实地查看了书库", "评价组将前往书库查看")]),
    ("future_tense", NOTE, "“将于2024年5月底前提交报告”", [("评价组实地查看了书库", "将于2024年5月底前提交报告")]),
    ("disclosure", WARNING, "相隔 32 天", [("2023年2月20日", "2023年3月10日")]),
    # chain
    ("deduction_problem", WARNING, "“资金使用合规性”权重 15", [("#### 1.资金拨付手续不完整", "#### 1.开放时间偏短"), ("会计凭证缺少验收单，原因是经办人员不熟悉制度。", "周末闭馆较早。"), ("完善资金拨付手续", "延长开放时间")]),
    ("problem_advice", WARNING, "“阅读活动档案不齐全”", [("（二）健全阅读活动档案", "（二）增加志愿者"), ("签到表在活动结束后五日内归档。", "招募高校志愿者。")]),
    ("problem_advice_count", NOTE, "列了 2 条，“有关建议”列了 3 条", [("## 七、", "### （三）增加馆藏\n\n争取更多购书经费。\n\n## 七、")]),
    # bases
    ("basis_repealed", WARNING, "财预〔2011〕285号在 2023 年以前已被取代，应引用财预〔2020〕10号", [("（1）《项目支出绩效评价管理办法》（财预〔2020〕10号）", "（1）《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）")]),
    ("basis_elsewhere", WARNING, "是浙江的文件", [("《河南省财政厅关于印发<河南省省级预算项目支出绩效评价管理办法>的通知》（豫财效〔2020〕10号）", "《浙江省预算绩效管理办法》")]),
    ("basis_central", NOTE, "只管中央单位", [("验收单应随会计凭证一并归档。", "《中央行政事业单位国有资产处置管理办法》要求验收后归档。")]),
    ("basis_unlisted", NOTE, "宛财〔2022〕7号没有列入", [("根据《项目支出绩效评价管理办法》（财预〔2020〕10号）确定等级", "根据《南阳市图书采购管理办法》（宛财〔2022〕7号）采购")]),
    # the report
    ("outline", NOTE, "“其他需要说明的问题”", [("## 七、其他需要说明的问题\n\n基础资料由南阳市东湖图书馆提供并对其真实性负责。\n", "")]),
    ("principles_methods", NOTE, "没有找到等级的分数线", [("90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。", "等级分为四档。")]),
    ("lead_evaluator", NOTE, "河南清源咨询有限公司", [("主评人：陈某某\n", "")]),
    ("survey_described", NOTE, "没有写明满意度的计算办法", [("，非常满意记100分、满意记80分、一般记60分，加权平均得出综合满意度", "")]),
    ("template_left", WARNING, "“XX局”", [("读者代表参加选书", "XX局的读者代表参加选书")]),
    ("template_left", WARNING, "“（此处填写原因）”", [("活动签到表没有归档。", "（此处填写原因）")]),
    ("other_place", WARNING, "标题“洛阳市财政局绩效评价等级标准”写的是洛阳市", [("### （四）等级标准", "### （四）洛阳市财政局绩效评价等级标准")]),
    ("cut_text", NOTE, "停在逗号", [("借阅率上升。", "全年到馆人次和借阅册数都比上年有较大增长，")]),
)  # fmt: skip


def test_a_report_that_has_all_that_is_asked_gives_no_finding_and_leaves_nothing_open() -> None:
    audit = asked(report())
    assert (audit.findings, audit.not_checked) == ((), ())
    assert audit.summary.exact > 30


@pytest.mark.parametrize(("check", "severity", "words", "changes"), FAULTS)
def test_what_is_asked_and_not_there_is_found_with_its_article(
    check: str, severity: Severity, words: str, changes: Changes
) -> None:
    (finding,) = found(report(*changes), check)
    assert finding.severity is severity
    assert words in f"{finding.title}。{finding.explanation}"
    assert "（依据：" in finding.explanation


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("data_period", [("全年新购图书2000册", "2024年1-3月新购图书500册")]),
        ("data_period", [("全年新购图书2000册", "2023年1-12月新购图书2000册")]),
        ("future_tense", [("评价组实地查看了书库", "评价组将收集的资料与账簿核对")]),
        ("future_tense", [("签到表在活动结束后五日内归档。", "图书馆将于2024年6月底前完成归档。")]),
        ("other_place", [("（一）主要经验及做法", "（一）赴浙江省杭州市招商考察单位的经验")]),
        ("other_place", [("（一）主要经验及做法", "（一）河南省财政评价的经验")]),
        ("template_left", [("读者代表参加选书", "读者张××和李XX参加选书")]),
        ("basis_central", [("（1）《项目支出绩效评价管理办法》（财预〔2020〕10号）", "（1）《中央部门预算绩效目标管理办法》；财预〔2020〕10号")]),
        ("disclosure", [("预算批复于2023年2月6日下达，单位于2023年2月20日在门户网站公开。", "单位于2023年3月20日公开预算。")]),
        ("denominator", [("=预算调整数/预算数", "=预算调整数/年初预算数")]),
        ("cut_text", [("借阅率上升。", "荐书，选书，")]),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_fault_is_none(check: str, changes: Changes) -> None:
    assert found(report(*changes), check) == []


def test_a_reason_in_the_text_is_enough_for_a_deduction() -> None:
    text = report(("#### 1.资金拨付手续不完整", "#### 1.档案不完整"), ("完善资金拨付手续", "完善档案"))
    assert found(text, "deduction_problem") == []


def test_a_rule_that_is_not_understood_is_not_judged() -> None:
    text = report(("三项都符合得满分，有一项不符合扣权重分的1/3。", "视情况酌情给分。"))
    assert found(text, "rule_covers") == []
    (because,) = undecided(text, "rule_covers")
    assert "没有读懂" in because


def test_one_verbal_target_of_effect_without_levels_is_noted_with_its_place() -> None:
    table = "表1-1 部门整体绩效目标表\n\n一级指标\t二级指标\t三级指标\t指标值\n效益指标\t社会效益\t阅读氛围\t增强\n\n"
    (finding,) = found(report(("## 二、绩效评价", f"{table}## 二、绩效评价")), "verbal_target")
    assert finding.severity is NOTE
    assert [place.line for place in finding.places] == [16]


def test_an_excerpt_is_not_asked_for_the_parts_of_a_report() -> None:
    text = "南阳市东湖图书馆2023年度部门整体支出绩效评价报告\n\n## 有关建议\n\n问卷满意度93.50%，验收单应归档。\n"
    assert asked(text).findings == ()
    assert undecided(text, "outline") == ["标题多数没有认出，无法核对提纲"]
