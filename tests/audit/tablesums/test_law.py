"""The law of tables: what was rounded from exact numbers is never an error, and a changed digit is found."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.audit.tablesums.layouts import LAYOUTS, Layout, procurement
from tests.audit.tablesums.printing import PRINTERS, Amount, Percent, Sheet, errors, findings, held, with_tabs

NUMBERS = st.lists(
    st.fractions(min_value=1, max_value=9999, max_denominator=997).map(lambda number: number + Fraction(1, 3)),
    min_size=12,
    max_size=12,
)
KNOWN = [
    Fraction(value, 1000)
    for value in (82849, 484843, 13464, 62177, 126251, 123973, 9731, 51283, 8177, 9064, 7193, 4421)
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("printer", PRINTERS, ids=lambda printer: printer.__name__)
@settings(max_examples=6, deadline=None)
@given(numbers=NUMBERS)
def test_numbers_that_were_rounded_are_no_error(
    layout: Layout, printer: Callable[[str, Sheet], str], numbers: list[Fraction]
) -> None:
    assert errors(printer(*layout(numbers))) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_relations_are_compared_and_not_passed_over(layout: Layout) -> None:
    assert held(with_tabs(*layout(KNOWN))) > 1


@pytest.mark.parametrize(
    "layout", [each for each in LAYOUTS if each is not procurement], ids=lambda each: each.__name__
)
def test_a_changed_digit_is_found_and_its_cell_is_named(layout: Layout) -> None:
    caption, sheet = layout(KNOWN)
    for text, changed in _with_a_changed_digit(sheet):
        named = {place.text for finding in findings(with_tabs(caption, changed)) for place in finding.places}
        assert text in named


def _with_a_changed_digit(sheet: Sheet) -> Iterator[tuple[str, list[list[str]]]]:
    """The table with the first digit of one figure changed, for every figure, and what is printed then."""
    for row, cells in enumerate(sheet):
        for column, cell in enumerate(cells):
            if not isinstance(cell, Amount | Percent) or not any(digit in "123456789" for digit in str(cell)):
                continue
            text = str(cell)
            at = next(at for at, sign in enumerate(text) if sign in "123456789")
            digit = str(int(text[at]) % 9 + 1)
            changed = [list(map(str, line)) for line in sheet]
            changed[row][column] = text[:at] + digit + text[at + 1 :]
            yield changed[row][column], changed
