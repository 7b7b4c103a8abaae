"""The integer form of a sum gives the same answer as intervals of fractions."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jixiao.quantities import Convention, Printed, unit_named
from jixiao.relations import Figure, IntegerSum, Sum, Term

units = st.sampled_from([unit_named("元"), unit_named("万元"), unit_named("亿元")])


@st.composite
def figures(draw: st.DrawFn, conventions: st.SearchStrategy[Convention]) -> Figure:
    decimals = draw(st.integers(-2, 6))
    value = Fraction(draw(st.integers(-400, 400))) / Fraction(10) ** decimals
    return Figure("数", Printed(value, decimals, draw(units), draw(conventions)))


@st.composite
def sums(draw: st.DrawFn) -> Sum:
    conventions = st.sampled_from([Convention.NEAREST, Convention.EXACT])
    items = draw(st.lists(figures(conventions), min_size=1, max_size=6))
    weights = st.sampled_from([Fraction(1), Fraction(-1), Fraction(2), Fraction(1, 3)])
    return Sum(draw(figures(conventions)), tuple(Term(item, draw(weights)) for item in items))


@given(sums())
def test_the_integer_form_and_the_rational_form_agree(relation: Sum) -> None:
    form = relation.in_integers()
    assert form is not None
    stated = relation.total.known.interval()
    assert form.is_possible is not relation.computed.intersect(stated).is_empty
    assert sum(form.values) * form.unit == relation.residual


@given(sums(), st.integers(-3, 3))
def test_they_agree_at_the_very_edge_of_the_possible(relation: Sum, units_beyond: int) -> None:
    """A total moved to where the difference is exactly h, and one finest unit to either side."""
    form = relation.in_integers()
    assert form is not None
    slack = form.unit * sum(form.widths) / 2
    difference = slack + units_beyond * form.unit
    total = relation.total.known
    value = total.value + relation.residual - difference
    moved = Sum(Figure("合计", Printed(value, total.decimals, total.unit, total.convention)), relation.terms)
    assert moved.residual == difference
    assert moved.fits is (abs(difference) <= slack)
    again = moved.in_integers()
    assert again is not None
    assert again.is_possible is not moved.computed.intersect(moved.total.known.interval()).is_empty


def test_truncated_figures_have_no_integer_form() -> None:
    relation = Sum.of(Figure.of("合计", "3.0万元"), [Figure.of("甲", "3.0万元")])
    assert relation.in_integers() is not None
    assert relation.read(Printed.truncated).in_integers() is None


def test_a_coarser_figure_weighs_by_its_own_last_place() -> None:
    """12.5 (one decimal) counts ten hundredths where 3.25 counts one."""
    form = Sum.of(
        Figure.of("合计", "15.7万元"), [Figure.of("甲", "12.5万元"), Figure.of("乙", "3.25万元")]
    ).in_integers()
    assert form == IntegerSum((1250, 325, -1570), (10, 1, 10), Fraction(1, 100))
