"""Sums that share quantities: feasibility is decided exactly, and every clash comes with its proof."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jixiao.findings import Severity, Verdict
from jixiao.quantities import EVERYTHING, Interval, Printed, fixed_text
from jixiao.relations import Figure, Sum, Term, clash_finding, find_clash, tighten
from jixiao.relations.feasibility import proof_of_clash


def amount(name: str, text: str) -> Figure:
    return Figure.of(name, f"{text}万元")


A, B, C = (amount(name, "0.33") for name in ("甲", "乙", "丙"))
PAIRS = [
    Sum.of(amount("甲乙", "0.67"), (A, B)),
    Sum.of(amount("甲丙", "0.65"), (A, C)),
    Sum.of(amount("乙丙", "0.67"), (B, C)),
]


def test_each_sum_and_each_pair_of_sums_holds_but_all_three_do_not() -> None:
    assert all(relation.assess().verdict.is_possible for relation in PAIRS)
    assert all(find_clash(pair) is None for pair in combinations(PAIRS, 2))
    assert find_clash(PAIRS) is not None


def test_tightening_finds_the_contradiction_by_intersection_alone() -> None:
    assert any(interval.is_empty for interval in tighten(PAIRS).values())


def test_tightening_narrows_what_each_quantity_can_be() -> None:
    bounds = tighten(PAIRS[:2])
    assert str(bounds["甲"].scale(Fraction(1, 10_000))) == "[0.33, 0.33]"
    assert str(bounds["丙"].scale(Fraction(1, 10_000))) == "[0.325, 0.325]"


def test_the_proof_is_an_equation_that_cannot_hold() -> None:
    clash = find_clash(PAIRS)
    assert clash is not None
    assert not clash.reached.contains(0)
    assert sorted(abs(multiplier) for multiplier in clash.multipliers) == [1, 1, 1]
    assert set(clash.combination) == {"乙", "甲乙", "甲丙", "乙丙"}


def test_the_weights_of_items_enter_the_proof() -> None:
    """Twice a part printed as 2.01 leaves it at most 1.0075; printed as 1.02 by another sum it is at least 1.015."""
    part = amount("丁", "1.01")
    double = Sum(amount("两份", "2.01"), (Term(part, Fraction(2)),))
    single = Sum.of(amount("一份", "1.02"), (part,))
    assert double.assess().verdict.is_possible
    clash = find_clash([double, single])
    assert clash is not None
    assert clash.combination == {"两份": -1, "一份": 2}


def test_a_clash_is_an_error_whose_proof_a_clerk_can_redo() -> None:
    clash = find_clash(PAIRS)
    assert clash is not None
    finding = clash_finding(clash)
    assert (finding.check, finding.severity, finding.verdict) == ("sum.joint", Severity.ERROR, Verdict.IMPOSSIBLE)
    assert finding.relation == "甲乙 = 甲 + 乙；甲丙 = 甲 + 丙；乙丙 = 乙 + 丙"
    assert len(finding.operands) == 6
    assert finding.explanation == (
        "下列各式逐一都可能成立，但不能同时成立：(1) 甲乙 = 甲 + 乙；(2) 甲丙 = 甲 + 丙；(3) 乙丙 = 乙 + 丙。"
        "各式写成“右边减左边等于 0”，按 (1) − (2) + (3) 合并，得 −甲乙 + 2 × 乙 + 甲丙 − 乙丙 = 0；"
        "而按各数的取位（甲乙 0.665万元 至 0.675万元，乙 0.325万元 至 0.335万元，甲丙 0.645万元 至 0.655万元，"
        "乙丙 0.665万元 至 0.675万元），左边只能是 -0.055万元 至 -0.005万元，取不到 0。"
    )


def test_the_smallest_group_is_reported_among_sums_that_have_nothing_to_do_with_it() -> None:
    others = [
        Sum.of(amount("戊己", "3.00"), (amount("戊", "1.00"), amount("己", "2.00"))),
        Sum.of(amount("总计", "1"), (A, B, C)),
        Sum.of(amount("甲戊", "1.33"), (A, amount("戊", "1.00"))),
    ]
    clash = find_clash([others[0], PAIRS[0], others[1], PAIRS[1], others[2], PAIRS[2]])
    assert clash is not None
    assert set(clash.sums) == set(PAIRS)


def test_fewer_sums_that_clash_are_preferred_to_more() -> None:
    """Two sums over one unknown quantity contradict each other as a pair; the three above need all three."""
    shared = [
        Sum.of(amount("合计", "10.00"), (amount("丁", "5.00"), Figure("其他"))),
        Sum.of(amount("总计", "10.00"), (amount("戊", "4.00"), Figure("其他"))),
        Sum.of(amount("甲戊", "4.33"), (A, amount("戊", "4.00"))),
    ]
    clash = find_clash([*PAIRS, *shared])
    assert clash is not None
    assert set(clash.sums) == set(shared[:2])


def test_sums_that_fail_alone_have_findings_of_their_own() -> None:
    wrong = Sum.of(amount("甲乙", "0.80"), (A, B))
    assert find_clash([wrong, PAIRS[1]]) is None


def test_copies_that_contradict_have_a_finding_of_their_own() -> None:
    one, other = (
        Sum.of(amount("合计", "5.00"), (amount("丁", "5.00"),)),
        Sum.of(amount("合计", "6.00"), (amount("戊", "6.00"),)),
    )
    assert find_clash([one, other]) is None


def test_a_quantity_that_is_not_stated_is_free_but_must_be_one_number() -> None:
    unknown = Figure("其他")
    first = Sum.of(amount("合计", "5.00"), (amount("丁", "3.00"), unknown))
    second = Sum.of(amount("总计", "9.00"), (amount("戊", "6.00"), unknown))
    assert find_clash([first, second]) is not None
    third = Sum.of(amount("总计", "8.00"), (amount("戊", "6.00"), unknown))
    assert find_clash([first, third]) is None


def test_units_are_converted_before_quantities_are_compared() -> None:
    in_yuan = Sum.of(Figure.of("甲丙", "6500.00元"), (A, C))
    assert find_clash([PAIRS[0], in_yuan, PAIRS[2]]) is not None
    people = Sum.of(Figure.of("总人数", "5人"), (amount("甲", "5"),))
    assert find_clash([people]) is None


def test_truncated_sums_clash_where_only_an_open_end_is_left() -> None:
    """Cut off, a part of 1 is below 2; two of them are below 4, so that they are not the exact total of 4."""
    exactly = Figure("合计", Printed(Fraction(4), 0).exact())
    parts = [Figure("丁", Printed(Fraction(1), 0)), Figure("戊", Printed(Fraction(1), 0))]
    halves = [Sum.of(Figure("丁戊"), parts), Sum.of(exactly, [Figure("丁戊")])]
    assert find_clash([relation.read(Printed.truncated) for relation in halves]) is not None
    less = Figure("合计", Printed(Fraction("3.999"), 3).exact())
    assert find_clash([halves[0].read(Printed.truncated), Sum.of(less, [Figure("丁戊")])]) is None


def test_a_variable_without_any_value_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="clashes with everything"):
        proof_of_clash([{"x": Fraction(1)}], {"x": Interval(Fraction(1), Fraction(0))})


def test_variables_without_bounds_can_be_anything() -> None:
    plus = {"x": Fraction(1), "y": Fraction(1)}
    assert proof_of_clash([plus], {"x": Interval.point(3)}) is None
    assert proof_of_clash([plus, {"y": Fraction(1)}], {"x": Interval.point(3), "y": EVERYTHING}) is not None


NAMES = ("a", "b", "c", "d")
coefficients = st.dictionaries(st.sampled_from(NAMES), st.integers(-2, 2).filter(bool).map(Fraction), min_size=1)


@st.composite
def boxes(draw: st.DrawFn) -> dict[str, Interval]:
    box = {}
    for name in NAMES:
        low = draw(st.none() | st.integers(-3, 3))
        high = draw(st.none() | st.integers(-3, 3))
        interval = Interval(
            None if low is None else Fraction(low),
            None if high is None else Fraction(high),
            draw(st.booleans()),
            draw(st.booleans()),
        )
        assume(not interval.is_empty)
        box[name] = interval
    return box


@settings(max_examples=300)
@given(st.lists(coefficients, min_size=1, max_size=4), boxes(), st.sampled_from([0, 1, 5]))
def test_elimination_agrees_with_the_simplex_method(
    equations: list[dict[str, Fraction]], box: dict[str, Interval], patience: int
) -> None:
    proof = proof_of_clash(equations, box, patience)
    assert (proof is None) is feasible_by_elimination(equations, box)
    if proof is not None:
        combined = {n: sum(m * e.get(n, Fraction(0)) for m, e in zip(proof, equations, strict=True)) for n in NAMES}
        reached = Interval.point(0)
        for name, factor in combined.items():
            reached += box[name].scale(factor) if factor else Interval.point(0)
        assert not reached.contains(0)


Inequality = tuple[dict[str, Fraction], Fraction, bool]
"""Σ factor·variable ≥ bound, or > where strict."""


def feasible_by_elimination(equations: Sequence[dict[str, Fraction]], box: dict[str, Interval]) -> bool:
    """Fourier and Motzkin's method: variables are eliminated one by one, each pair of bounds giving an inequality."""
    rows: list[Inequality] = []
    for equation in equations:
        rows += [(dict(equation), Fraction(0), False), ({n: -f for n, f in equation.items()}, Fraction(0), False)]
    for name, interval in box.items():
        if interval.low is not None:
            rows.append(({name: Fraction(1)}, interval.low, not interval.low_closed))
        if interval.high is not None:
            rows.append(({name: Fraction(-1)}, -interval.high, not interval.high_closed))
    for name in NAMES:
        lower = [row for row in rows if row[0].get(name, 0) > 0]
        upper = [row for row in rows if row[0].get(name, 0) < 0]
        rows = [row for row in rows if not row[0].get(name, 0)]
        rows += [_without(name, one, other) for one in lower for other in upper]
        rows = list({(tuple(sorted(f.items())), b, s): (f, b, s) for f, b, s in rows}.values())
    return all(bound < 0 or (bound == 0 and not strict) for _, bound, strict in rows)


def _without(name: str, lower: Inequality, upper: Inequality) -> Inequality:
    one, other = 1 / lower[0][name], -1 / upper[0][name]
    factors = {n: one * lower[0].get(n, 0) + other * upper[0].get(n, 0) for n in lower[0].keys() | upper[0].keys()}
    return {n: f for n, f in factors.items() if f}, one * lower[1] + other * upper[1], lower[2] or upper[2]


exact_parts = st.lists(st.integers(0, 10**6).map(lambda n: Fraction(n, 1000)), min_size=4, max_size=4)
groups = st.lists(st.sets(st.integers(0, 3), min_size=1), min_size=1, max_size=5)


@given(exact_parts, groups)
def test_sums_over_really_rounded_values_never_clash(parts: list[Fraction], chosen: list[set[int]]) -> None:
    figures = [amount(f"第{number}项", fixed_text(part, 2)) for number, part in enumerate(parts)]
    sums = [
        Sum.of(
            amount("＋".join(map(str, sorted(group))), fixed_text(sum(parts[n] for n in group), 1)),
            [figures[n] for n in sorted(group)],
        )
        for group in chosen
    ]
    assert find_clash(sums) is None
    bounds = tighten(sums)
    for group in chosen:
        for n in group:
            assert bounds[f"第{n}项"].contains(parts[n] * 10_000)


def test_a_figure_on_both_sides_is_one_quantity() -> None:
    relation = Sum(amount("合计", "2.00"), (Term(amount("合计", "2.00")), Term(amount("丁", "3.00"), Fraction(0) + 1)))
    assert find_clash([relation]) is None
