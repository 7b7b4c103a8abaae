"""How the evaluation was done, as the report tells it."""

from dataclasses import replace

import pytest
from tests.evaluation.cases import XINXIANG, YANJIN, case_of, leaf, small_case

from jixiao.evaluation.content import BasisDocument, Stage
from jixiao.reports.content.parts import Merge, Told
from jixiao.reports.content.report import BasisGroup, Work
from jixiao.reports.content.work import basis_groups, schedule_of, work_of


def stage(name: str, begin: str = "", end: str = "", work: str = "收集资料。") -> Stage:
    """A stage of the work."""
    return Stage.model_validate({"stage": name, "from": begin, "to": end, "work": work})


def process(*stages: Stage) -> str:
    """What is told of the stages."""
    case = small_case([leaf("K", "5", {"fixed": "100%"})])
    return work_of(replace(case, content=replace(case.content, process=list(stages)))).process


def test_what_the_case_tells_stands_as_written() -> None:
    general, work = case_of(XINXIANG).content.case, work_of(case_of(XINXIANG))
    assert (work.purpose, work.object, work.scope, work.funds) == (
        general.purpose,
        general.object,
        general.scope,
        general.funds,
    )
    assert work.principles == ("科学规范", "公正公开", "分级分类", "绩效相关")
    assert work.methods[3] == Told(
        "实地核查法", "到政务服务大厅现场查看窗口运行和资产状况，抽查账簿凭证，与书面资料相互核对。"
    )


def test_documents_stand_by_category_with_their_numbers() -> None:
    groups = work_of(case_of(XINXIANG)).basis
    assert [(group.category, len(group.documents)) for group in groups] == [
        ("绩效管理类", 10),
        ("业务管理类", 12),
        ("其他类", 3),
    ]
    assert groups[0].documents[0] == "《中华人民共和国预算法》"
    assert groups[0].documents[3] == "《预算绩效评价共性指标体系框架》（财预〔2013〕53号）"


def test_a_category_without_documents_is_left_out() -> None:
    documents = [
        BasisDocument(category="其他类", title="部门履职资料"),
        BasisDocument(category="绩效管理类", title="《预算法》"),
    ]
    assert basis_groups(documents) == (
        BasisGroup("绩效管理类", ("《预算法》",)),
        BasisGroup("其他类", ("部门履职资料",)),
    )


def test_the_span_of_the_work_is_told_from_the_dates_of_its_stages() -> None:
    assert work_of(case_of(XINXIANG)).process == (
        "评价工作自2024年10月14日至12月20日进行，分为前期准备、方案制定、评价实施和成果出具4个阶段。"
        "各阶段的时间和工作内容见下表。"
    )


def test_where_only_the_end_is_known_only_the_end_is_told() -> None:
    assert work_of(case_of(YANJIN)).process == (
        "评价工作于2023年11月28日完成，分为前期准备、评价实施和报告撰写3个阶段。各阶段的工作内容见下表。"
    )


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ([], ""),
        ([stage("准备")], "各阶段的工作内容见下表。"),
        ([stage("准备"), stage("实施")], "评价工作分为准备和实施2个阶段。各阶段的工作内容见下表。"),
        ([stage("准备", "年初", "2024-03-01")], "评价工作于2024年3月1日完成。各阶段的工作内容见下表。"),
        (
            [stage("准备", "2023-12-20", "2024-01-05")],
            "评价工作自2023年12月20日至2024年1月5日进行。各阶段的时间和工作内容见下表。",
        ),
        ([stage("实施", "2024-03-01", "2024-03-01")], "评价工作于2024年3月1日进行。各阶段的时间和工作内容见下表。"),
    ],
)
def test_the_process_tells_only_what_the_stages_say(stages: list[Stage], told: str) -> None:
    assert process(*stages) == told


def test_stages_of_one_name_are_one_cell_of_the_schedule() -> None:
    schedule = work_of(case_of(XINXIANG)).schedule
    assert schedule is not None
    assert schedule.rows[1] == (
        "前期准备",
        "2024年10月15日—10月16日",
        "学习研究相关政策、管理办法和行业规范，组织内部业务培训。",
    )
    assert schedule.merged == (Merge(0, 0, 4), Merge(4, 0, 2), Merge(6, 0, 2), Merge(8, 0, 3))


def test_a_schedule_without_dates_has_no_column_for_them() -> None:
    schedule = schedule_of([stage("准备"), stage("实施")])
    assert schedule is not None
    assert [column.heading for column in schedule.columns] == ["阶段", "工作内容"]


def test_a_bare_case_tells_nothing_of_the_work() -> None:
    bare = small_case([leaf("K", "5", {"fixed": "100%"})])
    assert work_of(bare) == Work("", "", "", "", (), (), (), "", None)
