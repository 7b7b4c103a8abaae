"""Schemes of satisfaction: what they give for counted answers, and which options of a question are degrees."""

from fractions import Fraction

import pytest

from jixiao.surveys import SCHEMES, Scheme, options_in_order, schemes_for

ANSWERS = (30, 6, 4, 0, 0)


@pytest.mark.parametrize(
    ("name", "percent"),
    [
        ("100/75/50/25/0", "91.25"),  # (3000 + 450 + 200) / 40
        ("100/80/60/40/20", "93"),  # (3000 + 480 + 240) / 40
        ("100/90/80/60/0", "96.5"),  # (3000 + 540 + 320) / 40
        ("100/80/50/20/0", "92"),  # (3000 + 480 + 200) / 40
        ("前两档占比", "90"),  # 36 / 40
        ("前三档占比", "100"),
    ],
)
def test_a_scheme_weighs_the_answers_by_their_counts(name: str, percent: str) -> None:
    (scheme,) = (each for each in schemes_for(5) if each.name == name)
    assert scheme.of(ANSWERS) == Fraction(percent)


def test_counts_in_the_same_proportion_come_to_the_same() -> None:
    assert {scheme.of([3, 2, 1, 1, 1]) for scheme in SCHEMES[:1]} == {
        scheme.of([30, 20, 10, 10, 10]) for scheme in SCHEMES[:1]
    }


def test_the_usual_schemes_begin_at_full_marks_and_never_rise_towards_worse_answers() -> None:
    for scheme in SCHEMES:
        assert scheme.weights[0] == 100
        assert list(scheme.weights) == sorted(scheme.weights, reverse=True)


def test_a_scheme_is_found_by_how_many_answers_there_are() -> None:
    assert {scheme.name for scheme in schemes_for(3)} == {
        "100/50/0",
        "100/60/0",
        "100/80/0",
        "前两档占比",
        "首档占比",
    }
    assert [scheme.name for scheme in schemes_for(2)] == ["首档占比"]
    assert schemes_for(7) == ()


def test_no_scheme_of_one_number_of_answers_is_listed_twice() -> None:
    assert len({scheme.weights for scheme in SCHEMES}) == len(SCHEMES)


def test_a_count_without_a_weight_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="zip"):
        Scheme("100/50/0", (Fraction(100), Fraction(50), Fraction(0))).of([1, 2])


@pytest.mark.parametrize(
    ("labels", "order"),
    [
        ("非常满意 比较满意 一般 不太满意 非常不满意", (0, 1, 2, 3, 4)),
        ("非常不满意 不满意 基本满意 满意 非常满意", (4, 3, 2, 1, 0)),
        ("满意 基本满意 不满意", (0, 1, 2)),
        ("A.很满意 B.较满意 C.一般 D.较不满意 E.很不满意", (0, 1, 2, 3, 4)),
        ("十分满意 满意 尚可 比较不满意 不了解", (0, 1, 2, 3)),
        ("说不清 满意 不满意", (1, 2)),
        ("满意 不满意", (0, 1)),
    ],
)
def test_degrees_of_satisfaction_are_told_in_order_the_best_first(labels: str, order: tuple[int, ...]) -> None:
    assert options_in_order(labels.split()) == order


@pytest.mark.parametrize(
    "labels",
    [
        "18岁以下 18至60岁 60岁以上",
        "是 否",
        "满意 不了解",  # one degree alone
        "满意 比较满意 不满意",  # two options of one degree
        "非常满意 满意 其他",
        "",
    ],
)
def test_what_are_no_degrees_or_not_clearly_so_is_left_alone(labels: str) -> None:
    assert options_in_order(labels.split()) is None
