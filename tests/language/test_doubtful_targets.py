"""A target that could be read two ways beside its rule makes the rule unread: a wrong reading costs more than none."""

import pytest

from jixiao.language import Read, Unread, parse_rule

BY_POINTS = "达到目标值得满分，每降低1个百分点扣5%权重分，扣完为止。"
QUOTIENT = "得分=实际值÷目标值×权重分"


@pytest.mark.parametrize("target", ["90", "≥90", "100", "≥ 98.5"])
def test_a_bare_number_beside_percentage_points_is_no_ninety_times(target: str) -> None:
    read = parse_rule(BY_POINTS, target=target)
    assert isinstance(read, Unread)
    assert "没有写百分号" in read.why


@pytest.mark.parametrize(("target", "edge"), [("≥90%", "90%"), ("0.9", "90%"), ("1", "100%")])
def test_a_rate_that_can_be_no_other_is_taken(target: str, edge: str) -> None:
    read = parse_rule(BY_POINTS, target=target)
    assert isinstance(read, Read)
    assert f"不低于{edge}" in read.canonical


@pytest.mark.parametrize(("target", "why"), [("95%-100%", "范围"), ("90分", "以“分”计")])
def test_a_quotient_needs_one_number_of_a_known_kind_to_divide_by(target: str, why: str) -> None:
    read = parse_rule(QUOTIENT, target=target)
    assert isinstance(read, Unread)
    assert why in read.why


def test_a_quotient_by_a_plain_number_is_read() -> None:
    read = parse_rule(QUOTIENT, target="90")
    assert isinstance(read, Read)
    assert read.canonical == "得分＝权重分×数值÷90。"


@pytest.mark.parametrize("planned", ["目标值", "计划数", "计划完成数"])
def test_what_was_planned_is_the_target_and_what_is_divided_by_it_is_in_its_unit(planned: str) -> None:
    read = parse_rule(f"得分=实际完成数/{planned}×分值", target="120公里")
    assert isinstance(read, Read)
    assert read.canonical == "得分＝权重分×数值÷120。", "120 km are not 12,000 %"
