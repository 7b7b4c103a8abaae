"""Of the same form a store tells what a file tells: the same checks, as gravely, of the same indicators."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.agreement import placed, told_by_file, told_by_store
from tests.forms.layouts import LAYOUTS
from tests.forms.sheets import FORM, as_text
from tests.reading.annexes import Row
from tests.world.books import book_of as grown
from tests.world.faults import FAULTS, SUMMARY_FAULTS
from tests.world.growing import PROFILES, department
from tests.world.measuring import FORMS, planted

from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.forms import Form, FormBook, read_forms
from jixiao.forms.profiles import Profile, profile

SAMPLES = Path(__file__).parents[1] / "forms/samples"

CHANGES = {
    "86.40": ["", "90.00", "80.00", "0.00"],
    "90.00": ["", "86.40", "95.00", "0.00", "85.50"],
    "85.50": ["", "0.00", "45.10", "30.00", "91.20", "855000", "855000.00元", "85"],
    "10": ["", "8", "20"],
    "95.00%": ["", "95", "0.95", "94.99%", "0.00%", "100%", "95.1%", "98.96%"],
    "9.5": ["", "10", "9.50", "9", "0", "9.499", "8"],
    "80.00": ["", "86.40", "0.00", "79.99"],
    "6.40": ["", "6", "6.41"],
    "产出指标\n50分": ["产出指标", "产出指标\n60分", "产出指标\n40分"],
    "126公里": ["119公里", "200公里", "≥120公里", "126", "较长"],
    "12": ["", "10", "12.5", "100"],
    "8": ["", "6", "7.5"],
    "38公斤": ["40公斤", "20公斤", "53公斤"],
    "9": ["", "10", "9.5"],
    "夏季高温影响产量，下年调整品种。": ["", "无"],
    "渠道、机井管护任务均已完成，灌溉有保障。": ["全部完成", "100%"],
    "1.完成渠道和机井的日常管护；\n2.保障农田灌溉。": ["按时拨付管护补助"],
    "98.5": ["", "100", "98", "98.50"],
    "100": ["", "110", "98"],
}


def _known(known: Profile, _: Form) -> Profile:
    return known


def must_agree(book: FormBook, known: Profile) -> None:
    """The store tells everything that a file tells, but for consequences of it, and nothing else."""
    book, profiles = placed(book), partial(_known, known)
    by_file, by_store = told_by_file(book, profiles), told_by_store(book, profiles)
    assert by_store - by_file.consequences == by_file.roots


def book_of(content: bytes) -> FormBook:
    return read_forms(document_of(content, "自评.txt"))


def changed_form(changes: dict[str, str], at: dict[str, int]) -> Sequence[Row]:
    """The form with one cell of each of these texts changed: the n-th that has it."""
    rows = [list(row) for row in FORM]
    for old, new in changes.items():
        places = [(y, x) for y, row in enumerate(rows) for x, box in enumerate(row) if box and box.text == old]
        y, x = places[at[old] % len(places)]
        box = rows[y][x]
        assert box is not None
        rows[y][x] = type(box)(new, box.rows, box.columns)
    return rows


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_both_find_the_same_in_a_form_with_any_changes(data: st.DataObject) -> None:
    cells = data.draw(st.lists(st.sampled_from(sorted(CHANGES)), unique=True, max_size=6))
    changes = {old: data.draw(st.sampled_from(CHANGES[old])) for old in cells}
    at = {old: data.draw(st.integers(0, 5)) for old in cells}
    book = book_of(as_text(changed_form(changes, at)).encode())
    known = profile(data.draw(st.sampled_from(["通用", "A", "B", "C2", "E", "G", "L", "N"])))
    must_agree(book, known)


@settings(max_examples=12, deadline=None)
@given(key=st.sampled_from(PROFILES), seed=st.integers(0, 10**6))
def test_both_find_the_same_in_departments_of_any_profile_with_any_fault(key: str, seed: int) -> None:
    original = department(seed, key, FORMS)
    for each in (original, *(one.department for one in planted(original, seed))):
        must_agree(grown(each), profile(key))


def test_every_kind_of_fault_was_among_them() -> None:
    everywhere = [one for key in PROFILES for seed in range(2) for one in planted(department(seed, key, FORMS), seed)]
    kinds = {fault.name for one in everywhere for fault in one.faults.values()}
    assert kinds == {fault.name for fault in (*FAULTS, *SUMMARY_FAULTS)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_pass_a_faultless_form_of_another_province(layout: str) -> None:
    book = book_of("\n".join(LAYOUTS[layout]).encode())
    must_agree(book, profile("通用"))
    assert not [told for told in told_by_store(book, lambda _: profile("通用")) if told[2] is not Severity.NOTE]


@pytest.mark.parametrize("known", ["通用", "A"])
@pytest.mark.parametrize("name", ["clean.txt", "torn.txt"])
def test_both_find_the_same_in_a_report_with_a_summary(name: str, known: str) -> None:
    book = book_of((SAMPLES / name).read_bytes())
    must_agree(book, profile(known))
    assert name == "clean.txt" or len(told_by_store(book, lambda _: profile(known))) > 10
