"""What sentences state in figures: compositions, growth, rates, differences, counts announced and told."""

import pytest
from tests.audit.desk import audited, found, lines

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []


def grave(text: str) -> list[Finding]:
    return [finding for finding in audited(text).findings if finding.severity is Severity.ERROR]


def undecided(text: str) -> int:
    return len(audited(text).not_checked)


# Compositions


def test_parts_that_are_cut_one_way_and_exceed_their_whole_are_an_error() -> None:
    text = "全年编发简报50期，其中国家级采用4期、省级采用16期、市级采用33期。"
    (finding,) = grave(text)
    assert (finding.check, finding.stated, finding.expected) == ("sum.parts", "50期", "53期")


def test_parts_below_a_whole_that_may_have_others_are_not_compared() -> None:
    text = "全年编发简报50期，其中国家级采用4期、省级采用16期。"
    assert audited(text).findings == ()
    assert undecided(text) == 1


def test_shares_that_make_a_hundred_percent_leave_nothing_out() -> None:
    text = "支出合计62.00万元，其中：基本支出40.00万元，占64.52%；项目支出21.00万元，占35.48%。"
    checks = {finding.check: finding for finding in grave(text)}
    assert checks["sum.parts"].expected == "61.00万元"
    assert checks["rate.share"].expected == "33.87%"  # 21 ÷ 62
    assert len(checks) == 2


def test_complements_that_fall_short_are_a_warning() -> None:
    (finding,) = audited("编制20名，其中：行政7名，事业12名。").findings
    assert (finding.check, finding.severity, finding.expected) == ("sum.parts", Severity.WARNING, "19名")


@pytest.mark.parametrize(
    "text",
    [
        "支出合计62.00万元，由基本支出40.00万元和项目支出22.00万元构成。",
        "支出合计62万元，其中：基本支出40万元；项目支出22万元；收入合计70万元，其中：财政拨款70万元。",
        "合计调增预算19.92万元，其中：基本支出调增38.93万元，项目支出调减19.01万元。",
        "支出合计62万元，其中：基本支出40万元，项目支出22万元，政府采购支出30万元。",  # cut in two ways
        "在职人员20人，其中党员15人，本科以上18人。",  # one person may be both
        "支出合计62万元，其中：基本支出40万元；固定资产原值500万元。",  # a new statement
        "收入100万元，支出80万元，其中财政拨款收入100万元。",
        "查处案件15起，其中立案9起，结案8起。",  # a case may be both
        "支出合计62万元，其中：基本支出40万元（其中：人员经费35万元），项目支出22万元。",
    ],
)
def test_compositions_that_can_be_are_no_finding(text: str) -> None:
    assert audited(text).findings == ()


def test_a_single_part_above_its_whole_is_an_error() -> None:
    (finding,) = grave("全年培训12场，其中线上培训15场。")
    assert (finding.check, finding.stated, finding.expected) == ("sentence.part_exceeds", "15场", "不大于 12场")


def test_a_composition_named_complete_must_make_up_its_whole() -> None:
    (finding,) = grave("支出合计62.00万元，由基本支出40.00万元和项目支出21.00万元构成。")
    assert finding.expected == "61.00万元"


# Growth


def test_a_growth_without_a_whole_number_base_is_an_error() -> None:
    """87 is 12.99 % above 77, and 14.47 % above 76: nothing is 13.50 % below it."""
    (finding,) = grave("新增商户87家，同比增长13.50%。")
    assert (finding.check, finding.stated) == ("count.whole_growth", "13.50%")
    assert finding.expected == "14.47% 或 12.99%"


@pytest.mark.parametrize(
    "text",
    [
        "新增商户88家，同比增长14.29%。",  # from 77
        "办件约880件，同比增长13.50%。",  # no exact count
        "办件3.5万件，同比增长13.57%。",
        "新增商户87家，满意率提升13.50%。",
        "投诉7件，同比下降12.5%。",  # from 8
        "新增市场主体1362户，其中企业87户，同比增长13.50%。",  # the growth of all, from 1200
    ],
)
def test_a_growth_that_some_count_explains_is_no_finding(text: str) -> None:
    assert found(text, "count.whole_growth") == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "2022年办件3200件，2023年办件4000件，增长26%。",
        "2023年办件4000件，上年3200件，同比增长26%。",
        "办件4000件，比上年增加800件，增长26%。",
        "预算4017.50万元，较2022年3214.00万元增加803.50万元，增长26.00%。",
        "与2022年支出3214.00万元相比，增加803.50万元，增长26.00%。",
        "年初预算3214.00万元，决算4017.50万元，决算比年初预算增加26.00%。",
    ],
)
def test_a_growth_that_its_figures_contradict_is_an_error(text: str) -> None:
    (finding,) = found(text, "rate.growth")
    assert finding.severity is Severity.ERROR
    assert finding.expected is not None
    assert finding.expected.startswith("25")


def test_a_decrease_is_measured_against_what_was_before() -> None:
    assert grave("支出90万元，比上年减少10万元，下降10.00%。") == NOTHING
    (finding,) = grave("支出90.00万元，比上年减少10.00万元，下降11.11%。")
    assert finding.expected == "10.00%"


def test_figures_of_different_things_have_no_growth() -> None:
    assert found("2022年收入100万元，2023年支出130万元，增长20%。", "rate.growth") == NOTHING


# Rates, shares and differences


def test_a_rate_of_execution_is_computed_from_its_sentence() -> None:
    (finding,) = grave("预算数80.00万元，执行数76.00万元，预算执行率96.00%。")
    assert (finding.check, finding.expected) == ("rate.quotient", "95.00%")


@pytest.mark.parametrize(
    "text",
    [
        "年初预算100万元，调整后预算80万元，决算76万元，预算执行率95.00%。",  # of the adjusted budget
        "调整预算和决算均为76万元，预算完成率100.00%。",
        "三公经费支出预算5万元，支出决算4万元，完成预算的80%。",
        "基本支出预算60万元，支出60万元，执行率100%；项目支出预算40万元，支出20万元，执行率50%。",
        "年初预算300万元，调整后预算280万元，支出280万元，预算执行率100%。",
        "三公经费年初预算18.50万元，决算15.20万元，比预算减少3.30万元，下降17.84%，完成预算的82.16%。",
        "甲市预算2,500万元，执行2,300万元，执行率92%；乙市预算3,200万元，执行3,000万元，执行率93.75%。",
        "立案8起，结案7起，结案率87.5%。",
        "5个项目中有3个项目（占60%）未设置时效指标。",
        "受理办件79919件，办结79072件，办结率98.9%。",
        "基本支出预算60万元，支出60万元，项目支出执行率50%。",  # of other money
        "预算执行率96%，目标值≥95%。",
    ],
)
def test_rates_that_can_be_are_no_finding(text: str) -> None:
    assert grave(text) == NOTHING


def test_one_figure_may_be_budget_and_outturn() -> None:
    text = "年初预算80.00万元，调整预算和决算均为76.00万元，预算完成率100.00%。"
    assert found(text, "rate.quotient") == NOTHING


def test_a_rate_that_only_the_initial_budget_denies_needs_a_judgement() -> None:
    (finding,) = found("年初预算100.00万元，决算95.00万元，预算执行率100.00%。", "rate.quotient")
    assert finding.severity is Severity.WARNING


def test_a_share_is_of_the_whole_that_is_named() -> None:
    (finding,) = grave("部门总支出50.00万元，项目支出20.00万元，占总支出的45.00%。")
    assert (finding.check, finding.expected) == ("rate.share", "40.00%")


def test_an_adjustment_is_the_difference_of_the_budgets() -> None:
    (finding,) = grave("年初预算数80.00万元，全年预算数92.50万元，调增预算资金12.00万元。")
    assert (finding.check, finding.expected) == ("sum.difference", "12.50万元")


def test_a_difference_is_taken_from_what_is_named() -> None:
    (finding,) = grave("年初预算18.50万元，决算15.20万元，比年初预算减少3.20万元。")
    assert (finding.check, finding.expected) == ("sum.difference", "3.30万元")


def test_an_average_is_the_total_by_the_number() -> None:
    assert found("培训4期，共320人次，平均每期80人次。", "rate.quotient") == NOTHING
    (finding,) = found("支出5万元，培训100人，人均600元。", "rate.quotient")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "500元")


@pytest.mark.parametrize(
    "text",
    [
        "购置电脑12台，每台5000元，合计6万元。",
        "购置电脑12台，单价5000元/台，合计6万元。",
        "补助12人，每人每月500元，合计7.2万元。",  # for how many months is not said
        "购置电脑12台、打印机3台，每台5000元，合计6万元。",
    ],
)
def test_a_unit_price_that_can_give_its_total_is_no_finding(text: str) -> None:
    assert found(text, "product") == NOTHING


def test_a_total_that_price_and_number_do_not_give_is_a_warning() -> None:
    (finding,) = found("购置电脑12台，每台5000元，合计6.50万元。", "product")
    assert (finding.severity, finding.expected) == (Severity.WARNING, "6.00万元")


def test_a_share_among_things_is_the_part_by_the_number() -> None:
    (finding,) = grave("5个项目中有3个项目（占50%）未设置时效指标。")
    assert (finding.check, finding.expected) == ("rate.share", "60%")


def test_money_left_may_include_last_years_and_is_only_doubted() -> None:
    (finding,) = found("预算80.00万元，支出70.00万元，结余12.00万元。", "sum.difference")
    assert finding.severity is Severity.WARNING


# Counts


@pytest.mark.parametrize(
    "text",
    [
        "内设科室3个，分别为综合科、政务服务科、大数据管理科。",
        "内设机构3个，包括：办公室、规划和改革股、环境股。",
        "涉及部门5个，分别为甲局、乙局、丙局等。",
        "主要做了三个方面：一是建章立制；二是强化监督；三是严格考核。",
        "存在以下2个问题：1.资产入账不及时；2.目标不细化。",
    ],
)
def test_as_many_as_announced_are_told(text: str) -> None:
    assert found(text, "sentence.announced_count") == NOTHING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("内设科室4个，分别为综合科、政务服务科、大数据管理科。", "3"),
        ("主要做了三个方面：一是建章立制；二是强化监督。", "2"),
        ("存在以下3个问题：1.资产入账不及时；2.目标不细化。", "2"),
    ],
)
def test_another_count_than_announced_is_a_warning(text: str, told: str) -> None:
    (finding,) = found(text, "sentence.announced_count")
    assert (finding.severity, finding.expected) == (Severity.WARNING, told)


# Repetition, self-evaluation


def test_a_sentence_that_an_annex_repeats_fails_once() -> None:
    sentence = "在职人员11人，编制17名，在职人员控制率=（11/17）×100%=65.71%。"
    rows = f"指标\t权重\t评分过程\t得分\n在职人员控制率\t3.00\t{sentence}\t3.00\n合计\t3.00\t\t3.00"
    (finding,) = found(f"{sentence}\n\n附件1：评价指标体系\n\n{rows}\n", "formula.arithmetic")
    assert finding.expected == "64.71%"
    assert len(set(lines(finding))) == 2


def self_evaluation(total: str, execution: str) -> str:
    others = "产出指标得40.00分；效益指标得30.00分；满意度指标得10.00分。"
    return f"自评总分{total}分。其中，预算执行率96.50%，得{execution}分；{others}"


def test_the_parts_of_a_self_evaluation_make_up_its_total() -> None:
    assert grave(self_evaluation("89.65", "9.65")) == NOTHING
    (finding,) = grave(self_evaluation("90.65", "9.65"))
    assert (finding.check, finding.stated, finding.expected) == ("sum.scores", "90.65分", "89.65分")


def test_a_score_that_no_usual_reckoning_gives_is_doubted() -> None:
    text = (
        "自评总分89.00分。其中，预算执行率96.50%，得9.00分；产出指标得40.00分；效益指标得30.00分；满意度指标得10.00分。"
    )
    (finding,) = found(text, "self.execution_score")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("年度计划维修35处，验收单显示完工33处，完成率64.3%。", "64.3%", "94.3%"),
        ("核定编制40名，年末实有在职人员38名，控制率为96.0%。", "96.0%", "95.0%"),
        ("应验收16项，验收合格15项，合格率94.75%。", "94.75%", "93.75%"),
        ("登记312台，在用297台，利用率为297÷312×100%＝96.19%。", "96.19%", "95.19%"),
        ("决算数60.00元÷调整预算数75.00元×100%＝84%。", "84%", "80%"),
        ("可用预算125.00万元，已支出100.00万元，完成70%。", "70%", "80%"),
        ("自评得分为90分，其中投入指标自评20分、过程指标自评30分、产出指标自评30分。", "90分", "80分"),
    ],
)
def test_rates_formulas_and_scores_in_other_words_are_done_again(text: str, stated: str, expected: str) -> None:
    (finding,) = grave(text)
    assert (finding.stated, finding.expected) == (stated, expected)
    assert grave(text.replace(stated, expected)) == []


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("经批准追加预算20.00万元，调整后全年预算数为120.00万元，较年初增长30.0%。", "30.0%", "20.0%"),
        ("经批准核减预算20.00万元，调整后全年预算数为80.00万元，较年初下降25.0%。", "25.0%", "20.0%"),
        ("支出预算由100.00万元调整为120.00万元，净增加25.00万元。", "25.00万元", "20.00万元"),
        ("支出预算由100.00万元调整为80.00万元，净减少25.00万元。", "25.00万元", "20.00万元"),
    ],
)
def test_changes_of_a_budget_are_done_again(text: str, stated: str, expected: str) -> None:
    (finding,) = grave(text)
    assert (finding.stated, finding.expected) == (stated, expected)
    assert grave(text.replace(stated, expected)) == []


_OWN_SCORE = (
    "部门整体支出绩效评价总得分80分。\n\n部门自评得分为90分，其中投入指标自评30分、过程指标自评30分、产出指标自评30分，"
    "比本次评价得分高{}，主要是部分指标未严格对照标准。\n"
)


def test_the_gap_between_self_evaluation_and_evaluation_is_done_again() -> None:
    (finding,) = audited(_OWN_SCORE.format("15分")).findings
    assert (finding.severity, finding.stated, finding.expected) == (Severity.WARNING, "15分", "10分")
    assert audited(_OWN_SCORE.format("10分")).findings == ()


# Figures said by the way


@pytest.mark.parametrize(
    "text",
    [
        "年末存书8400册，比年初8000册增加400册，增长5.00%，其中少儿读物6300册，占75.00%。",
        "采购预算260.00万元，实际采购247.00万元，节约13.00万元，节约率5.00%；其中定点采购190.00万元，占76.92%。",
        "全年收入930.00万元（含上年结转30.00万元），其中财政拨款880.00万元、其他收入20.00万元。",
        "全年收入900.00万元，上年结转40.00万元，其中财政拨款855.00万元，占95.00%。",
        "得分91.5分，扣8.5分，其中：投入20分，得18分；产出40分，得37.5分；效果40分，得36分。",
        "编制62人，实有57人，空编5人，其中行政12人、参公15人、事业30人。",
        "租金比上年增收8.00万元，其中门面租金120.00万元。",
        "全年举办讲座18场，比计划15场多3场，其中线上讲座6场、线下讲座12场。",
        "支出由500.00万元增加到560.00万元，增加60.00万元；其中基本支出增加20.00万元（上年300.00万元），增长6.67%。",
        "支出比上年增加60.00万元，其中基本支出由300.00万元增加到320.00万元，项目支出由200.00万元增加到240.00万元。",
        "支出比上年增加60.00万元，其中项目支出增加75.00万元。",  # another one may have decreased
        "下设站点14个，其中城区站5个、乡镇站9个（含中心站3个）。",
        "在职430人（其中教师380人，占88.37%；管理人员50人，占11.63%），另有临聘教师40人，退休教师95人。",
        "在职430人，其中教师380人，管理人员50人，另有临聘人员40人。",
        "补助90.00万元（其中省级60.00万元、县级30.00万元），支出84.00万元（其中省级60.00万元、县级24.00万元）。",
        "收入合计700.00万元，比上年增加30.00万元，其中财政拨款增加45.00万元，占全部收入的90.00%。",
        "收入700.00万元，其中：拨款600.00万元（比上年增加50.00万元）、其他收入100.00万元（比上年减少10.00万元）。",
        "抽检茶叶400批次，合格392批次，不合格8批次，合格率98.00%，其中绿茶240批次、红茶160批次。",
        "上年结转30.00万元，本年预算270.00万元，合计300.00万元，其中财政拨款290.00万元、其他10.00万元。",
        "门诊量36.40万人次，比上年减少1.60万人次，其中普通门诊27.30万人次，占75.00%，急诊9.10万人次，占25.00%。",
    ],
)
def test_what_is_said_by_the_way_is_not_taken_apart(text: str) -> None:
    assert grave(text) == NOTHING


@pytest.mark.parametrize(
    ("text", "check", "expected"),
    [
        (
            "支出合计500.00万元，比上年增加20.00万元，其中基本支出560.00万元。",
            "sentence.part_exceeds",
            "不大于 500.00万元",
        ),
        ("评价扣12.00分，其中决策扣4.00分，过程扣13.00分。", "sentence.part_exceeds", "不大于 12.00分"),
        ("下设站点14个，其中城区服务站6个、乡镇服务站9个（含中心站3个）。", "sum.parts", "15个"),
    ],
)
def test_a_whole_that_the_words_leave_no_doubt_of_is_held_to(text: str, check: str, expected: str) -> None:
    assert (check, expected) in [(finding.check, finding.expected) for finding in grave(text)]


def test_parts_that_fit_no_figure_before_them_are_listed_as_not_compared() -> None:
    text = "年末存书8400册，比年初8000册增加400册，其中少儿读物6300册，占70.00%。"
    assert audited(text).findings == ()
    assert undecided(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "支出525.00万元，完成预算的97.00%，较2022年决算数500.00万元增加25.00万元，同比增长5.00%。",
        "新增绿地60亩，比上年50亩增加10亩，同比增长20.00%。",
        "用电38.00万元，比上年40.00万元减少2.00万元，下降5.00%，比年初预算50.00万元减少12.00万元，下降24.00%。",
        "支出比年初预算400.00万元减少20.00万元，下降5.00%。",
        "2023年支出525.00万元，2022年支出500.00万元，同比增加25.00万元，增长5.00%。",
    ],
)
def test_what_is_compared_with_is_the_base_of_the_growth(text: str) -> None:
    assert audited(text).findings == ()


def test_a_growth_over_the_wrong_year_is_an_error_named_by_its_subject() -> None:
    (finding,) = grave("新增绿地60亩，比上年50亩增加10亩，同比增长25.00%。")
    assert (finding.check, finding.expected) == ("rate.growth", "20.00%")
    assert "新增绿地的增长率" in finding.title
    (finding,) = grave("总支出525.00万元，较2022年决算数500.00万元增加25.00万元，同比增长6.00%。")
    assert "总支出的增长率" in finding.title


def test_a_rate_may_be_one_of_a_figure_that_its_words_do_not_name() -> None:
    assert grave("应检200台，实检180台，其中合格171台，合格率95.00%。") == NOTHING
    (finding,) = grave("应检200台，实检180台，其中合格171台，合格率96.00%。")
    assert finding.check == "rate.quotient"


def test_money_saved_is_no_approximate_amount() -> None:
    (finding,) = audited("预算100.00万元，支出90.00万元，节约16.00万元。").findings
    assert finding.stated == "16.00万元"


# Changes beside both figures, and identities


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("放映电影132场，比计划120场多22场。", "22场", "12场"),
        ("总支出656.40万元，完成预算的96.00%，较2022年决算数624.00万元增加36.40万元。", "36.40万元", "32.40万元"),
        ("用电38.00万元，比上年42.00万元减少3.00万元。", "3.00万元", "4.00万元"),
        ("资产总额900.00万元，负债总额40.00万元，净资产850.00万元。", "850.00万元", "860.00万元"),
    ],
)
def test_a_change_is_the_difference_of_the_figures_beside_it(text: str, stated: str, expected: str) -> None:
    (finding,) = grave(text)
    assert (finding.check, finding.stated, finding.expected) == ("sum.difference", stated, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年初结转和结余20.00万元，本年收入500.00万元，本年支出490.00万元，年末结转和结余40.00万元。", "30.00万元"),
        ("固定资产原值800.00万元，累计折旧300.00万元，净值550.00万元。", "500.00万元"),
    ],
)
def test_accounts_that_something_unsaid_may_explain_are_doubted(text: str, expected: str) -> None:
    (finding,) = audited(text).findings
    assert (finding.severity, finding.expected) == (Severity.WARNING, expected)


@pytest.mark.parametrize(
    "text",
    [
        "支出90.00万元，其中人员经费60.00万元，比年初预算80.00万元增加10.00万元。",  # 支出 is compared
        "预算100.00万元，支出95.00万元，比上年90.00万元增加5.00万元，比预算减少5.00万元。",
        "平均分92分，比上年90分提高2分，最高分98分，最低85分，比上年80分提高5分。",
        "补助900人、27.00万元，人均300元，比上年人均280元提高20元。",
        "资产总额900.00万元，负债总额40.00万元，净资产860.00万元。",
        "上年结转20.00万元，收入500.00万元，支出490.00万元，其他调整5.00万元，年末结转结余35.00万元。",
    ],
)
def test_changes_and_accounts_that_can_be_are_no_finding(text: str) -> None:
    assert audited(text).findings == ()


def test_no_money_at_all_leaves_no_room_for_rounding() -> None:
    text = "“三公”经费8.50万元，其中：公务接待费1.20万元，公务用车运行维护费7.50万元，因公出国（境）费0万元。"
    assert [finding.expected for finding in grave(text)] == ["8.70万元"]


def test_amounts_of_a_formula_of_which_one_is_told_with_its_unit_are_all_in_that_unit() -> None:
    text = "年初预算数832.00万元，预算调整率=（66.56+41.60）/832.00×100%={rate}。\n"
    assert found(text.format(rate="13.00%"), "formula.arithmetic") == []
    (finding,) = found(text.format(rate="15.00%"), "formula.arithmetic")
    assert finding.expected == "13.00%"
