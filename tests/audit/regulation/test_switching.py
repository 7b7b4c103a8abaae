"""Which regulations are asked: by the kind of document, by its object, by place and by year."""

import pytest
from tests.audit.regulation.sample import FAULTS, asked, found, report, undecided

from jixiao.audit import Material
from jixiao.audit.checks.regulation import JUDGES, REGULATION_CHECKS
from jixiao.audit.checks.regulation.setting import setting_of
from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.packs.regulations import regulations

PROJECT = (("部门整体支出", "图书采购项目支出"),)
HALF_POINTS = (
    ("B1.1 预算调整率\t10\t", "B1.1 预算调整率\t10.5\t"),
    ("B1.2 资金使用合规性\t15\t", "B1.2 资金使用合规性\t14.5\t"),
)


def setting(text: str, place: str = "") -> tuple[str, str, str, int | None]:
    found = setting_of(Material(document_of(text.encode(), "报告.txt"), place))
    return found.kind, found.about, str(found.where), found.year


def test_every_check_of_the_pack_is_answered_by_one_judge_and_listed_in_the_catalogue() -> None:
    ids = [regulation.id for regulation in regulations().checks]
    assert sorted(JUDGES) == sorted(ids)
    assert [check.id for check in REGULATION_CHECKS] == [f"regulation.{name}" for name in ids]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2022年度衡阳市林业局部门整体支出绩效自评报告", ("自评报告", "部门整体", "湖南衡阳", 2022)),
        ("成都市2023年智慧停车项目支出绩效评价报告", ("评价报告", "项目", "四川成都", 2023)),
        ("广西壮族自治区2023年防洪专项债券项目绩效评价工作方案", ("评价方案", "专项债", "广西", 2023)),
        ("2023年度工作总结", ("", "", "", 2023)),
    ],
)
def test_the_title_tells_kind_object_place_and_year(title: str, expected: tuple[str, str, str, int]) -> None:
    assert setting(f"{title}\n\n本年度完成了各项任务。\n\n2023年度收支平衡。\n") == expected


def test_a_place_that_is_given_goes_before_the_one_in_the_document() -> None:
    assert setting(report(), "湖南省长沙市")[2] == "湖南长沙"
    assert setting(report(), "云溪县")[2] == ""


def test_a_document_of_no_known_kind_is_asked_nothing() -> None:
    audit = asked("2023年度工作总结\n\nXX局完成了各项任务，\n")
    assert (audit.findings, audit.not_checked, audit.summary.checked) == ((), (), 0)


def test_weights_of_output_and_effect_weigh_more_for_a_project() -> None:
    shares = next(fault for fault in FAULTS if fault.check == "effect_share_department").changes
    (finding,) = found(report(*shares, *PROJECT), "effect_share_project")
    assert (finding.severity, finding.stated) == (Severity.WARNING, "55%")
    (finding,) = found(report(*shares), "effect_share_department")
    assert finding.severity is Severity.NOTE


def test_a_local_rule_is_asked_only_at_its_place() -> None:
    text = report(*PROJECT, *HALF_POINTS)
    assert found(text, "whole_points_zhengzhou") == []
    (finding,) = found(text, "whole_points_zhengzhou", place="郑州")
    assert "“预算调整率”的分值 10.5 不是整数" in finding.explanation
    assert finding.severity is Severity.WARNING


def test_output_and_effect_must_weigh_more_than_the_rest_where_the_place_asks_for_it() -> None:
    more_input = (
        ("A 投入（15分）", "A 投入（35分）"),
        ("A1 预算配置（15分）\tA1.1 在职人员控制率\t15", "A1 预算配置（35分）\tA1.1 在职人员控制率\t35"),
        ("C 产出（30分）", "C 产出（20分）"),
        ("C1 产出数量（30分）\tC1.1 馆藏更新完成率\t30", "C1 产出数量（20分）\tC1.1 馆藏更新完成率\t20"),
        ("D 效果（30分）", "D 效果（20分）"),
        ("D1 满意度（30分）\tD1.1 读者满意度\t30", "D1 满意度（20分）\tD1.1 读者满意度\t20"),
    )
    (finding,) = found(report(*PROJECT, *more_input), "whole_points_zhengzhou", place="郑州市")
    assert finding.stated == "产出与效益合计 40 分，没有超过其余指标"


def test_a_regulation_is_not_asked_before_it_was_in_force() -> None:
    text = report(("主评人：陈某某\n", ""))
    assert found(text, "lead_evaluator", year=2019) == []
    assert len(found(text, "lead_evaluator", year=2020)) == 1


def test_without_a_year_nothing_can_be_decided() -> None:
    text = report(("2023年度", ""), ("2023年", "当年"))
    assert asked(text).findings == ()
    assert undecided(text, "outline") == ["看不出评价年度，不知道当时有没有这项规定"]


def test_without_a_place_bases_and_headings_are_not_judged() -> None:
    text = report(
        ("南阳市", ""),
        ("的通知》（豫财效〔2020〕10号）", "》"),
        ("河南省财政厅关于印发<河南省省级", "<河南省"),
        ("### （四）等级标准", "### （四）浙江省财政厅评价等级标准"),
    )
    assert found(text, "basis_elsewhere") == found(text, "other_place") == []
    assert undecided(text, "basis_elsewhere") == ["看不出被评价单位在哪个省、市，没有核对依据是否属于本地"]
    assert undecided(text, "other_place") == ["看不出被评价单位在哪个省、市，没有核对标题里的地名"]


def test_no_regulation_makes_an_error() -> None:
    assert {regulation.severity for regulation in regulations().checks} == {"warning", "note"}
