"""Packs, grade scales and documents are found by id, name and date, and refused when they contradict themselves."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.packs.dates import PartialDate, Validity
from jixiao.packs.documents import DocumentRegister
from jixiao.packs.registry import Registry, standard_registry
from jixiao.packs.scales import GradeScale
from jixiao.refusals import Refusal

REGISTRY = standard_registry()

BASIS = """
documents:
  - {number: 甲〔2010〕1号, level: 国家, category: 绩效管理类, governs: 旧办法, mark: C, replaced_by: 甲〔2020〕2号}
  - {number: 甲〔2020〕2号, level: 国家, date: 2020-02-25, category: 绩效管理类, governs: 新办法, mark: C}
  - {title: 甲省条例, level: 省级, region: 甲省, category: 业务管理类, governs: 条例, mark: S, valid: {to: 2022-06}}
"""
SCALES = """
scales:
  - {id: two, name: 两档, bands: [{name: 合格, from: 60}, {name: 不合格, from: 0}], source: 甲〔2020〕2号, mark: C}
"""
HEADER = """
id: small
kind: ready
name: 小指标（样例）
object: 项目支出
region: 全国
source: 甲〔2020〕2号
mark: C
framework: base
example: 是
grade_scale: two
weights_note: 样例
"""


@pytest.mark.parametrize(
    ("score", "standard", "whole"),
    [
        ("100", "优", "优"),
        ("90", "优", "优"),
        ("89.99", "良", "优"),
        ("89.50", "良", "优"),
        ("89.49", "良", "良"),
        ("80", "良", "良"),
        ("79.50", "中", "良"),
        ("60", "中", "中"),
        ("59.50", "差", "中"),
        ("59.49", "差", "差"),
        ("0", "差", "差"),
        ("103", "优", "优"),
    ],
)
def test_a_total_between_whole_numbers_is_graded_by_the_bound_or_after_rounding(
    score: str, standard: str, whole: str
) -> None:
    total = Fraction(score)
    assert REGISTRY.scale("standard").grade_of(total) == standard
    assert REGISTRY.scale("whole-numbers").grade_of(total) == whole


def test_a_negative_total_has_no_grade() -> None:
    with pytest.raises(ValueError, match="negative"):
        REGISTRY.scale("standard").grade_of(Fraction(-1, 100))


@given(st.fractions(0, 100))
def test_every_total_has_a_grade_and_a_better_total_none_that_is_worse(total: Fraction) -> None:
    for scale in REGISTRY.scales.values():
        names = [band.name for band in scale.bands]
        assert names.index(scale.grade_of(min(total + 1, Fraction(100)))) <= names.index(scale.grade_of(total))


SCALE_FAULTS = {
    "gap": (
        "{reading: 整数, bands: [{name: 好, from: 80, to: 100}, {name: 差, from: 0, to: 78}]}",
        "“好”与“差”之间有缺口或重叠，应为首尾相接的整数分段。请核对两档的 from 和 to。",
    ),
    "overlap": (
        "{reading: 整数, bands: [{name: 好, from: 80, to: 100}, {name: 差, from: 0, to: 80}]}",
        "“好”与“差”之间有缺口或重叠，应为首尾相接的整数分段。请核对两档的 from 和 to。",
    ),
    "top": (
        "{reading: 整数, bands: [{name: 好, from: 80, to: 99}, {name: 差, from: 0, to: 79}]}",
        "“好”不到 100 分，应为到 100 分为止的最高一档。请把最高一档的 to 写为 100。",
    ),
    "bottom": (
        "{bands: [{name: 好, from: 80}, {name: 差, from: 10}]}",
        "最低一档从 10 分开始，应为从 0 分开始的最低一档。请把最低一档的 from 写为 0。",
    ),
    "order": (
        "{bands: [{name: 差, from: 0}, {name: 好, from: 80}]}",
        "“差”与“好”的分数线没有下降，应为由高到低的分数线。请按从好到差的顺序写各档。",
    ),
    "both bounds": (
        "{bands: [{name: 好, from: 80, to: 100}, {name: 差, from: 0}]}",
        "按下限分档却写了 to，应为只写 from 的分段。请删去 to，或把 reading 写为 整数。",
    ),
    "broken bound": (
        "{reading: 整数, bands: [{name: 好, from: 80.5, to: 100}, {name: 差, from: 0, to: 79.5}]}",
        "“好”的分段，应为整数的 from 和 to。请写成 from: 80、to: 89 的样子。",
    ),
    "same name": (
        "{bands: [{name: 好, from: 80}, {name: 好, from: 0}]}",
        "重复的等级名称，应为各不相同的等级名称。请改名。",
    ),
}


@pytest.mark.parametrize("fault", list(SCALE_FAULTS))
def test_a_scale_that_does_not_cover_every_total_exactly_once_is_refused(fault: str) -> None:
    text, message = SCALE_FAULTS[fault]
    tree = parse_yaml(text.replace("{", "{id: x, name: 某, mark: C, ", 1), "s.yaml")
    with pytest.raises(Refusal) as caught:
        validate(tree, GradeScale)
    assert str(caught.value) == f"s.yaml，第 1 行：读到{message}"


@pytest.mark.parametrize("text", ["abc", "101", "-1", "８０"])
def test_a_bound_that_is_no_number_of_points_is_refused(text: str) -> None:
    tree = parse_yaml(
        f"{{id: x, name: 某, mark: C, bands: [{{name: 好, from: {text}}}, {{name: 差, from: 0}}]}}", "s.yaml"
    )
    with pytest.raises(Refusal, match=r"bands 第 1 项（好）的 from：读到“.*”，应为0 到 100 之间的分数线"):
        validate(tree, GradeScale)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020-02-25", date(2020, 2, 25), date(2020, 2, 25)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_date_known_to_the_month_or_year_stands_for_all_its_days(text: str, earliest: date, latest: date) -> None:
    moment = PartialDate.read(text)
    assert (moment.earliest, moment.latest, str(moment)) == (earliest, latest, text)


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "23-1-1", "二〇二三年", "2023-1-1"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="应为一个日期。请写成 2023-01-31、2023-01 或 2023；不清楚的留空"):
        validate(parse_yaml(f"from: {text}", "x.yaml"), Validity)


def test_both_ends_of_a_validity_belong_to_it_and_an_empty_end_is_open() -> None:
    validity = validate(parse_yaml("from: 2020-01-01\nto: 2022-12-31", "x.yaml"), Validity)
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2022, 12, 31), date(2023, 1, 1)]
    assert [validity.status(day) for day in days] == ["尚未施行", "有效", "有效", "已废止"]
    unknown = validate(parse_yaml("from:\nto:", "x.yaml"), Validity)
    assert unknown.status(date(1999, 1, 1)) == "有效"


def _register(text: str = BASIS) -> DocumentRegister:
    return DocumentRegister(parse_yaml(text, "basis.yaml"))


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("甲〔2010〕1号", date(2009, 12, 31), "甲〔2010〕1号，尚未施行"),
        ("甲〔2010〕1号", date(2010, 7, 1), "甲〔2010〕1号，未确定"),
        ("甲〔2010〕1号", date(2020, 2, 24), "甲〔2010〕1号，有效"),
        ("甲〔2010〕1号", date(2020, 2, 25), "甲〔2010〕1号，已废止，由甲〔2020〕2号取代"),
        ("甲〔2020〕2号", date(2020, 2, 24), "甲〔2020〕2号，尚未施行"),
        ("甲〔2020〕2号", date(2020, 2, 25), "甲〔2020〕2号，有效"),
        ("甲省条例", date(2022, 5, 31), "《甲省条例》，有效"),
        ("甲省条例", date(2022, 6, 15), "《甲省条例》，未确定"),
        ("甲省条例", date(2022, 7, 1), "《甲省条例》，已废止"),
    ],
)
def test_a_document_is_found_as_of_a_day_and_says_whether_it_is_in_force(name: str, day: date, said: str) -> None:
    assert str(_register().on(name, day)) == said


def test_a_document_replaced_by_one_known_only_to_the_year_is_uncertain_in_that_year() -> None:
    register = _register(BASIS.replace("date: 2020-02-25, ", ""))
    days = [date(2019, 12, 31), date(2020, 6, 1), date(2020, 12, 31)]
    assert [str(register.on("甲〔2010〕1号", day)) for day in days] == [
        "甲〔2010〕1号，有效",
        "甲〔2010〕1号，未确定",
        "甲〔2010〕1号，已废止，由甲〔2020〕2号取代",
    ]


@pytest.mark.parametrize("name", ["财预[2020]10号", "财预〔2020〕 10 号", "（财预〔2020〕10号）", "财预【2020】10号"])
def test_a_number_is_found_however_its_brackets_are_typed(name: str) -> None:
    document = REGISTRY.documents.find(name)
    assert document is not None
    assert document.title == "项目支出绩效评价管理办法"


def test_a_document_is_found_by_title_with_and_without_title_marks() -> None:
    assert REGISTRY.documents.find("《中华人民共和国预算法》") is REGISTRY.documents.find("中华人民共和国预算法")


def test_an_unknown_document_is_none_and_the_nearest_can_be_named() -> None:
    assert REGISTRY.documents.on("财预〔2020〕11号", date(2023, 1, 1)) is None
    assert REGISTRY.documents.nearest("财预〔2020〕11号") == "财预〔2020〕10号"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "number: 甲〔2020〕2号",
            "number: 甲（2010）1号",
            "basis.yaml，第 4 行 documents 第 2 项：读到“甲（2010）1号”登记了两次，应为每个文件登记一次。请合并。",
        ),
        (
            "replaced_by: 甲〔2020〕2号",
            "replaced_by: 甲〔2021〕2号",
            "basis.yaml，第 3 行 documents 第 1 项的 replaced_by：读到未登记的“甲〔2021〕2号”，应为已登记的文件。"
            "请先登记取代它的文件。",
        ),
        (
            "title: 甲省条例, ",
            "",
            "basis.yaml，第 5 行 documents 第 3 项：读到既无文号也无标题的文件，应为文号或标题，至少一项。"
            "请补上 number 或 title。",
        ),
    ],
)
def test_a_register_that_contradicts_itself_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(Refusal) as caught:
        _register(BASIS.replace(old, new))
    assert message in str(caught.value)


def test_every_document_of_the_domain_reference_and_of_the_examples_is_registered() -> None:
    for number in [
        "中发〔2018〕34号", "财预〔2018〕167号", "财预〔2013〕53号", "财预〔2015〕88号", "财预〔2019〕136号",
        "财预〔2020〕10号", "财预〔2021〕6号", "财监〔2021〕4号", "财预〔2021〕101号", "财综〔2018〕42号",
        "财金〔2020〕13号", "财预〔2021〕61号", "财社〔2022〕65号", "财预〔2023〕95号", "财办〔2020〕13号",
        "财办〔2023〕12号", "豫发〔2019〕10号", "豫财预〔2019〕176号", "豫财效〔2020〕10号", "豫财效〔2022〕4号",
        "郑发〔2020〕2号", "新财效〔2021〕2号", "新财效〔2022〕3号", "新财效〔2022〕4号", "新办文〔2020〕10号",
        "新开财〔2023〕4号", "新开财〔2023〕5号", "新开〔2020〕37号", "延办文〔2022〕26号", "国办发〔2023〕29号",
        "豫政办〔2022〕78号", "豫政办〔2022〕101号", "豫数政办〔2023〕3号", "豫政办〔2023〕22号", "豫财办〔2020〕17号",
    ]:  # fmt: skip
        assert REGISTRY.documents.find(number) is not None, number


def test_packs_are_found_as_of_a_day_by_kind_and_region() -> None:
    ids = {pack.id for pack in REGISTRY.packs_on(date(2015, 1, 1))}
    assert ids == {"dept-2013", "dept-2013-ready"}
    in_force = REGISTRY.packs_on(date(2023, 6, 1), kind="ready", region="湖南省")
    assert {pack.id for pack in in_force} == {"dept-2013-ready", "project-2020-ready"}
    uncertain = REGISTRY.packs_on(date(2022, 6, 1), region="河南省")
    assert "dept-henan-2022" in {pack.id for pack in uncertain}


def test_a_pack_is_found_by_id_and_by_name() -> None:
    assert REGISTRY.pack("部门整体支出共性指标框架").header.id == "dept-2013"
    assert REGISTRY.pack("dept-2013").status(date(2012, 1, 1)) == "尚未施行"


def test_an_unknown_name_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(Refusal) as caught:
        REGISTRY.pack("dept-2031")
    assert str(caught.value) == "指标包：读到没有登记的“dept-2031”，应为已登记的指标包。请核对是不是“dept-2013”。"


def _write(
    root: Path, header: str = HEADER, indicators: str = "- {code: A, name: 甲, weight: 100, rule: {}}"
) -> Registry:
    for name, text in {
        "basis.yaml": BASIS,
        "grade-scales.yaml": SCALES,
        "packs/base/pack.yaml": "{id: base, kind: framework, name: 框架, object: 项目支出, region: 全国, "
        "source: 甲〔2020〕2号, mark: C, weights_note: 不定权重}",
        "packs/base/indicators.yaml": "- {code: A, name: 甲}",
        "packs/small/pack.yaml": header,
        "packs/small/indicators.yaml": indicators,
        "packs/small/cases.yaml": "[]",
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Registry(root)


def test_a_registry_of_ones_own_is_read_from_its_folder(tmp_path: Path) -> None:
    registry = _write(tmp_path)
    assert list(registry.headers) == ["base", "small"]
    assert registry.pack("small").cases == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: small", "id: large", "第 2 行 id：读到“large”，应为文件夹名“small”。请改成一致。"),
        (
            "source: 甲〔2020〕2号",
            "source: 甲〔2020〕3号",
            "第 7 行 source：读到未登记的文件“甲〔2020〕3号”，应为已登记的文件。"
            "请改为“甲〔2020〕2号”，或先登记这个文件。",
        ),
        (
            "framework: base",
            "framework: none",
            "第 9 行 framework：读到没有的框架“none”，应为已有的框架。请改为已有框架的 id。",
        ),
        (
            "grade_scale: two",
            "grade_scale: three",
            "第 11 行 grade_scale：读到没有的等级标准“three”，应为已有的等级标准。可用的有 two。",
        ),
        (
            "framework: base",
            "framework:",
            "第 2 行：读到没有依据的 ready 指标包，应为framework 和 grade_scale。请写明依据的指标框架和等级标准。",
        ),
        (
            "kind: ready",
            "kind: framework",
            "第 2 行：读到带计分设置的 framework 指标包，应为只有指标、不能计分的框架。"
            "请删去 framework 和 grade_scale。",
        ),
    ],
)
def test_a_pack_that_contradicts_the_registers_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    registry = _write(tmp_path, header=HEADER.replace(old, new, 1))
    with pytest.raises(Refusal) as caught:
        registry.pack("small")
    assert str(caught.value) == f"small/pack.yaml，{message}"


def test_a_framework_with_weights_and_a_ready_pack_without_are_refused(tmp_path: Path) -> None:
    registry = _write(tmp_path, indicators="- code: A\n  name: 甲\n  children:\n  - {code: A1, name: 乙, weight: 5}")
    with pytest.raises(Refusal) as caught:
        registry.pack("small")
    assert str(caught.value) == (
        "small/indicators.yaml，第 4 行 第 1 项（A）的 children 第 1 项（A1）：读到没有 rule 的指标，"
        "应为必填项 rule。请补上。"
    )
    (tmp_path / "packs/base/indicators.yaml").write_text("- {code: A, name: 甲, weight: 5}", encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        registry.pack("base")
    assert str(caught.value) == (
        "base/indicators.yaml，第 1 行 第 1 项（A）的 weight：读到weight，应为没有权重和规则的框架。"
        "请删去，或另建 ready 指标包。"
    )


def test_a_scale_whose_source_is_not_registered_or_whose_id_stands_twice_is_refused(tmp_path: Path) -> None:
    registry = _write(tmp_path)
    twice = SCALES + SCALES.split("scales:\n")[1]
    (tmp_path / "grade-scales.yaml").write_text(twice, encoding="utf-8")
    with pytest.raises(Refusal, match="第二个“two”"):
        _ = registry.scales
    unknown = SCALES.replace("甲〔2020〕2号", "乙〔1999〕9号")
    (tmp_path / "grade-scales.yaml").write_text(unknown, encoding="utf-8")
    with pytest.raises(Refusal, match="未登记的文件“乙〔1999〕9号”"):
        _ = registry.scales
