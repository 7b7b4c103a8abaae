"""Grades in use: lines between grades, grades under caps, neighbours."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.indicators import Line, grade_under_caps, lines_of, neighbours
from jixiao.packs.registry import standard_registry
from jixiao.packs.scales import GradeScale

STANDARD = standard_registry().scale("standard")
WHOLE = GradeScale.model_validate(
    {
        "id": "whole",
        "name": "整数分段",
        "mark": "M",
        "reading": "整数",
        "bands": [
            {"name": "优", "from": "90", "to": "100"},
            {"name": "良", "from": "80", "to": "89"},
            {"name": "差", "from": "0", "to": "79"},
        ],
    }
)
totals = st.decimals(0, 100, places=2)


@given(totals)
def test_a_total_earns_a_grade_exactly_from_its_line_on(total: Decimal) -> None:
    for scale in (STANDARD, WHOLE):
        grade = next(line.grade for line in lines_of(scale) if total >= line.starts)
        assert grade == scale.grade_of(Fraction(total))


def test_where_bands_are_whole_numbers_half_a_point_less_is_enough() -> None:
    assert [(line.grade, str(line.starts)) for line in lines_of(WHOLE)] == [
        *(("优", "89.50"), ("良", "79.50"), ("差", "0.00"))
    ]


def test_a_line_finer_than_a_total_is_reached_by_the_next_total_above_it() -> None:
    bands = [{"name": "合格", "from": "59.995"}, {"name": "不合格", "from": "0"}]
    scale = GradeScale.model_validate({"id": "fine", "name": "细", "mark": "M", "bands": bands})
    assert lines_of(scale)[0].starts == Decimal("60.00")
    assert scale.grade_of(Fraction("59.99")) == "不合格"


@pytest.mark.parametrize(
    ("total", "caps", "grade"),
    [
        ("94.40", [], "优"),
        ("94.40", ["良"], "良"),
        ("94.40", ["良", "中"], "中"),
        ("55", ["良"], "差"),
        ("-3", [], "差"),
    ],
)
def test_of_the_earned_grade_and_the_caps_the_worst_holds(total: str, caps: list[str], grade: str) -> None:
    assert grade_under_caps(STANDARD, Decimal(total), caps) == grade


def test_the_ends_of_a_scale_have_no_neighbours_beyond() -> None:
    best, good, fair, poor = (Line(g, Decimal(s)) for g, s in zip("优良中差", ("90", "80", "60", "0"), strict=True))
    assert neighbours(STANDARD, "优") == (None, best, good)
    assert neighbours(STANDARD, "良") == (best, good, fair)
    assert neighbours(STANDARD, "差") == (fair, poor, None)
