"""Summaries in files of their own: agreeing with the forms of other files, and with one fault each."""

from collections import Counter
from dataclasses import replace

import pytest
from tests.world.books import book_of
from tests.world.faults import SUMMARY_FAULTS, SummaryFault, misstated
from tests.world.growing import department
from tests.world.truth import Department

from jixiao.findings import Severity
from jixiao.forms import FormBook
from jixiao.forms.crossing import crossed
from jixiao.forms.known import KnownBook, known_book

PROFILES = ("A", "A-云南", "B", "E", "H1", "N")
SEEDS = range(12)
FORMS = 5


def apart(grown: Department) -> list[KnownBook]:
    """Every form and the summary as a file of its own."""
    book = book_of(grown)
    files = [known_book(FormBook((form,), ()), f"{number}.xlsx") for number, form in enumerate(book.forms, 1)]
    return [*files, known_book(FormBook((), book.summaries), "汇总.xlsx")]


def told(books: list[KnownBook]) -> Counter[tuple[str, Severity]]:
    return Counter((each.check, each.severity) for one in crossed(books) for each in one.checkup.findings)


@pytest.mark.parametrize("key", PROFILES)
def test_nothing_is_told_of_a_summary_that_agrees_with_forms_in_other_files(key: str) -> None:
    for seed in SEEDS:
        results = crossed(apart(department(seed, key, FORMS)))
        assert [each.why_not for each in results] == [""]
        assert not [one for each in results for one in each.checkup.findings if one.severity is Severity.ERROR]


def test_a_form_that_was_handed_in_twice_counts_once() -> None:
    books = apart(department(3, "A", FORMS))
    twice = [*books, *(each.named(f"副本{number}.pdf") for number, each in enumerate(books))]
    assert not told(twice)
    assert len(crossed(twice)) == 1


@pytest.mark.parametrize("key", PROFILES)
@pytest.mark.parametrize("fault", SUMMARY_FAULTS[:-1], ids=lambda fault: fault.name)
def test_a_fault_of_a_summary_is_found_by_the_forms_of_other_files(key: str, fault: SummaryFault) -> None:
    for seed in SEEDS:
        grown = department(seed, key, FORMS)
        wrong = misstated(fault, grown, seed % FORMS)
        if wrong is not None:
            more = told(apart(wrong)) - told(apart(grown))
            assert any(check in fault.checks for check, _ in more), (seed, more)


@pytest.mark.parametrize("key", PROFILES)
def test_forms_of_two_departments_and_two_years_are_not_mixed(key: str) -> None:
    one, other = department(1, key, FORMS), department(2, key, FORMS)
    later = replace(one, year=one.year + 1, sheets=tuple(replace(each, year=each.year + 1) for each in other.sheets))
    mixed = [*apart(one), *apart(later)[:-1]]
    assert all(each.why_not for each in crossed(mixed))
    assert not told(mixed)
