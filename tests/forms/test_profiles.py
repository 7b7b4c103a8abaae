"""Profiles as data: what comes with Jixiao, what a clerk's own file needs, and what is refused, with its line."""

from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.forms.profiles import Denominator, ExecutionRule, Profile, ScoreIs, profile, profiles
from jixiao.refusals import Refusal

KINDS = "通用 A A-云南 B C C2 D E F F1 G H H1 H2 J K L M N N2"


def own(folder: Path, text: str) -> Profile:
    path = folder / "本县.yaml"
    path.write_text(text, encoding="utf-8")
    return profile(path)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(Refusal) as refusal:
        own(folder, text)
    return str(refusal.value)


def test_every_layout_has_a_profile() -> None:
    assert " ".join(each.id for each in profiles()) == KINDS


def test_a_profile_is_found_by_its_id_and_by_its_name() -> None:
    assert profile("C") == profile("湖北项目自评表（20/80）")
    with pytest.raises(Refusal, match="不认识的表样“C9”"):
        profile("C9")


def test_what_a_layout_means_is_in_its_profile() -> None:
    assert profile("C").execution.points == 20
    assert profile("H2").execution.denominator is Denominator.NET
    assert profile("E").indicators.score_is is ScoreIs.COEFFICIENT
    assert [dict(each.points) for each in profile("A").blocks][:2] == [
        {"产出": 50, "效益": 30, "满意度": 10},
        {"成本": 20, "产出": 40, "效益": 20, "满意度": 10},
    ]
    assert profile("L").scoring.bonus
    assert "audit" in profile("K").audited
    assert "audit" in profile("M").audited


def test_two_lines_make_a_profile_and_all_else_has_a_default(tmp_path: Path) -> None:
    mine = own(tmp_path, "id: 本县\nname: 本县自评表\n")
    assert (mine.execution.rule, mine.full_points, mine.money.unit.value) == (
        ExecutionRule.PROPORTIONAL,
        Fraction(100),
        "万元",
    )
    assert mine.signs.are_none


def test_only_what_a_file_writes_is_stated(tmp_path: Path) -> None:
    assert not profile("A").execution.is_stated
    assert profile("C").execution.is_stated
    mine = own(tmp_path, "id: 本县\nname: 本县自评表\nlike: C\nnote: 同省里\n")
    assert mine.execution.is_stated


def test_a_profile_like_another_takes_from_it_what_it_does_not_write(tmp_path: Path) -> None:
    rules = "execution: {rule: 按比例, decimals: 0}\nscoring: {qualitative: [80, 50]}\n"
    mine = own(tmp_path, f"id: 本县\nname: 本县自评表\nlike: A\n{rules}")
    assert (mine.execution.points, mine.execution.decimals) == (Fraction(10), 0)
    assert mine.execution.is_stated
    assert mine.blocks == profile("A").blocks
    assert mine.scoring.qualitative == (Fraction(80), Fraction(50))
    assert mine.scoring.shortfall == profile("A").scoring.shortfall


def test_tiers_and_own_grades_are_read(tmp_path: Path) -> None:
    mine = own(
        tmp_path,
        "id: 本县\nname: 本县自评表\nexecution:\n  points: 10\n  rule: 完成后分档\n"
        "  tiers: [{from: 80%, share: 70}, {from: 60, share: 50}, {from: 0, share: 0}]\n"
        "grades:\n  bands: [{name: 优秀, from: 95}, {name: 合格, from: 60}, {name: 不合格, from: 0}]\n",
    )
    assert [f"{tier.from_} {tier.share}" for tier in mine.execution.tiers] == ["80 70", "60 50", "0 0"]
    assert mine.grades.in_force.grade_of(Fraction("94.9")) == "合格"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("id: 甲\nname: 甲\nexecutoin: {points: 10}\n", 3, "executoin"),
        ("id: 甲\nname: 甲\nexecution:\n  points: 十\n", 4, "分数线"),
        ("id: 甲\nname: 甲\nexecution:\n  rule: 分档\n", 3, "没有 tiers 的分档计分"),
        ("id: 甲\nname: 甲\nexecution: {points: 10}\nblocks:\n  - {points: {产出: 60, 效益: 20}}\n", 5, "合计 90 分"),
        ("id: 甲\nname: 甲\nlike: A\nblocks:\n  - {points: {产出: 60, 效益: 20}}\n", 5, "合计 90 分"),
        ("id: 甲\nname: 甲\nlike: Z\n", 3, "“Z”"),
        ("id: 甲\nname: 甲\ngrades: {scale: 无此}\n", 3, "“无此”"),
        ("id: 甲\nname: 甲\nsigns:\n  money: [经费]\n", 4, "年初预算数"),
    ],
)
def test_a_wrong_profile_is_refused_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    message = refused(tmp_path, text)
    assert "本县.yaml" in message
    assert f"第 {line} 行" in message
    assert says in message


def test_a_profile_like_another_without_signs_of_its_own_is_only_used_when_it_is_named(tmp_path: Path) -> None:
    assert own(tmp_path, "id: 本县\nname: 本县自评表\nlike: A\n").signs.are_none
    signed = own(tmp_path, "id: 本县\nname: 本县自评表\nlike: A\nsigns: {title: [本县]}\n").signs
    assert (signed.title, signed.money) == (("本县",), profile("A").signs.money)
