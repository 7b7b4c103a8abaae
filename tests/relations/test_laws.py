"""Laws of the verdicts, whatever the numbers: no false alarms, no dependence on order or unit, no forgetting."""

from dataclasses import replace
from fractions import Fraction
from math import prod

from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.findings import Verdict
from jixiao.quantities import Convention, Printed, Unit, parse_printed, round_half_up, unit_named
from jixiao.relations import Duplicate, Figure, Growth, Product, Quotient, RateScore, Relation, Sum, Term

WAN, YUAN, YI = unit_named("万元"), unit_named("元"), unit_named("亿元")
PERCENT = unit_named("%")

true_values = st.integers(-(10**8), 10**8).map(lambda n: Fraction(n, 10**4))
amounts = st.integers(0, 10**8).map(lambda n: Fraction(n, 10**4))
decimals = st.integers(0, 3)
weights = st.sampled_from([Fraction(1), Fraction(-1), Fraction(2)])
conventions = st.sampled_from([Convention.NEAREST, Convention.TRUNCATION])


def shown(value: Fraction, places: int, unit: Unit = WAN, convention: Convention = Convention.NEAREST) -> Figure:
    """`value` as a document prints it under a convention."""
    if convention is Convention.TRUNCATION:
        step = Fraction(10) ** -places
        printed = int(value / step) * step
    else:
        printed = Fraction(round_half_up(value, places))
    return Figure("数", Printed(printed, places, unit, convention))


def is_possible(relation: Relation) -> bool:
    return relation.assess().verdict.is_possible


@given(st.lists(st.tuples(true_values, weights, decimals), min_size=1, max_size=12), decimals, conventions)
def test_a_sum_of_really_rounded_values_is_never_impossible(
    items: list[tuple[Fraction, Fraction, int]], places: int, convention: Convention
) -> None:
    terms = tuple(Term(shown(value, own, convention=convention), weight) for value, weight, own in items)
    total = sum((weight * value for value, weight, _ in items), Fraction(0))
    assert is_possible(Sum(shown(total, places, convention=convention), terms))


@given(amounts, amounts, decimals, decimals, decimals, conventions)
def test_a_rate_of_really_rounded_amounts_is_never_impossible(
    part: Fraction, whole: Fraction, one: int, other: int, places: int, convention: Convention
) -> None:
    assume(shown(whole, other, convention=convention).known.value > 0)
    rate = part / whole
    above, below = shown(part, one, convention=convention), shown(whole, other, convention=convention)
    quotient = Quotient(shown(rate * 100, places, PERCENT, convention), above, below)
    growth = Growth(shown((rate - 1) * 100, places, PERCENT, convention), below, above)
    saving = Growth(shown((1 - rate) * 100, places, PERCENT, convention), below, above, falling=True)
    assert {relation.assess().verdict for relation in (quotient, growth, saving)}.isdisjoint({Verdict.IMPOSSIBLE})


@given(st.lists(true_values, min_size=2, max_size=3), decimals, decimals)
def test_a_product_of_really_rounded_factors_is_never_impossible(
    factors: list[Fraction], own: int, places: int
) -> None:
    first, *others = factors
    figures = [shown(first, own), *(shown(value * 100, own, PERCENT) for value in others)]
    assert is_possible(Product(shown(prod(factors, start=Fraction(1)), places), tuple(figures)))


@given(st.integers(1, 40), amounts, amounts, decimals, st.booleans())
def test_a_score_from_either_rate_is_never_impossible(
    weight: int, part: Fraction, whole: Fraction, places: int, from_print: bool
) -> None:
    assume(shown(whole, 2).known.value > 0)
    rate = part / whole
    printed_rate = shown(rate * 100, 2, PERCENT)
    used = printed_rate.known.value / 100 if from_print else rate
    points = shown(min(weight * used, Fraction(weight)), places, unit_named("分"))
    full = Figure.of("分值", f"{weight}分")
    assert is_possible(RateScore(points, full, printed_rate, (shown(part, 2), shown(whole, 2))))


@given(true_values, st.lists(decimals, min_size=2, max_size=4, unique=True))
def test_copies_of_one_really_rounded_value_never_contradict(value: Fraction, places: list[int]) -> None:
    assert is_possible(Duplicate(tuple(shown(value, own) for own in places)))
    in_yuan = shown(value * 10_000, 0, YUAN)
    assert is_possible(Duplicate((in_yuan, shown(value, 2))))


printed_items = st.lists(
    st.builds(
        lambda n, places, convention: Figure("数", Printed(Fraction(n) / 10**places, places, WAN, convention)),
        st.integers(-3000, 3000),
        decimals,
        st.sampled_from([Convention.NEAREST, Convention.TRUNCATION, Convention.EXACT]),
    ),
    min_size=2,
    max_size=6,
)
nudges = st.integers(-8, 8).map(lambda n: Fraction(n, 200))


def near_sum(figures: list[Figure], nudge: Fraction) -> Sum:
    """A relation whose total lies about where its verdict changes."""
    value = Fraction(round_half_up(sum((f.known.value for f in figures), nudge), 2))
    return Sum.of(Figure("合计", Printed(value, 2, WAN)), figures)


@given(printed_items, nudges)
def test_the_order_of_rows_never_changes_a_verdict(figures: list[Figure], nudge: Fraction) -> None:
    relation = near_sum(figures, nudge)
    turned = replace(relation, terms=tuple(reversed(relation.terms)))
    rotated = replace(relation, terms=relation.terms[1:] + relation.terms[:1])
    assert relation.assess().verdict is turned.assess().verdict is rotated.assess().verdict


def in_yuan(printed: Printed) -> Printed:
    """The same print in yuan: four digits before the point become digits after it."""
    return replace(printed, value=printed.value * 10_000, decimals=printed.decimals - 4, unit=YUAN)


def in_yi(printed: Printed) -> Printed:
    return replace(printed, value=printed.value / 10_000, decimals=printed.decimals + 4, unit=YI)


@given(printed_items, nudges)
def test_a_common_change_of_unit_never_changes_a_verdict(figures: list[Figure], nudge: Fraction) -> None:
    relation = near_sum(figures, nudge)
    verdict = relation.assess().verdict
    assert relation.read(in_yuan).assess().verdict is verdict
    assert relation.read(in_yi).assess().verdict is verdict


@given(printed_items, nudges)
def test_a_unit_of_its_own_for_every_row_never_changes_a_verdict(figures: list[Figure], nudge: Fraction) -> None:
    relation = near_sum(figures, nudge)
    readings = (in_yuan, in_yi)
    mixed = [Term(term.figure.read(readings[place % 2])) for place, term in enumerate(relation.terms)]
    assert replace(relation, terms=tuple(mixed)).assess().verdict is relation.assess().verdict


finer_digits = st.lists(st.integers(-4, 4), min_size=7, max_size=7)


@given(printed_items, nudges, finer_digits)
def test_adding_digits_never_turns_impossible_into_possible(
    figures: list[Figure], nudge: Fraction, digits: list[int]
) -> None:
    """A further digit that leaves the printed number as it was: its interval lies within the old one.

    A digit of 5 is left out: 0.05 is printed as 0.1, not as 0.0, although both 0.0 and 0.05 may stand for 0.05.
    """
    relation = near_sum(figures, nudge)
    remaining = iter(digits)

    def finer(printed: Printed) -> Printed:
        if printed.convention is not Convention.NEAREST:
            return printed
        value = printed.value + next(remaining) * printed.step / 10
        return replace(printed, value=value, decimals=printed.decimals + 1)

    if relation.assess().verdict is Verdict.IMPOSSIBLE:
        assert relation.read(finer).assess().verdict is Verdict.IMPOSSIBLE


@given(printed_items, nudges)
def test_zeros_at_the_end_never_turn_impossible_into_possible(figures: list[Figure], nudge: Fraction) -> None:
    relation = near_sum(figures, nudge)
    with_zero = relation.read(lambda printed: replace(printed, decimals=printed.decimals + 1))
    if relation.assess().verdict is Verdict.IMPOSSIBLE:
        assert with_zero.assess().verdict is Verdict.IMPOSSIBLE


@given(printed_items, nudges)
def test_the_verdict_is_possible_exactly_if_the_intervals_meet(figures: list[Figure], nudge: Fraction) -> None:
    relation = near_sum(figures, nudge)
    met = not relation.computed.intersect(relation.total.known.interval()).is_empty
    assert relation.assess().verdict.is_possible is met is relation.fits


@given(true_values, decimals)
def test_what_is_printed_is_read_back_as_it_was(value: Fraction, places: int) -> None:
    text = format(round_half_up(value, places), f",.{places}f")
    printed = parse_printed(text, WAN)
    assert printed.value == Fraction(round_half_up(value, places))
    assert printed.decimals == places
    assert printed.interval().contains(value)
