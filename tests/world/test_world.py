"""A small part of the world: nothing is told of consistent forms, and every kind of fault is found."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.world.faults import FAULTS, SUMMARY_FAULTS
from tests.world.growing import PROFILES, department
from tests.world.handed import HANDED, handed
from tests.world.measuring import ANOTHER, NOT_COMPUTED, Measured, in_files, in_store
from tests.world.truth import Sheet

SEED = 4


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    folder = tmp_path_factory.mktemp("files")
    return sum((in_files(key, SEED, folder) for key in PROFILES), Measured())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return in_store(PROFILES, range(SEED, SEED + 1), tmp_path_factory.mktemp("store"))


def false_errors(measured: Measured) -> list[tuple[str, str, str]]:
    return [alarm for alarm in measured.alarms if alarm[1] == "error"]


def not_found(measured: Measured) -> set[tuple[str, str]]:
    return set(measured.put - measured.found)


def test_files_of_every_profile_are_read_wholly(files: Measured) -> None:
    assert not files.unread


def test_no_error_is_told_of_a_consistent_form_in_a_file(files: Measured) -> None:
    assert not false_errors(files)


def test_every_fault_is_found_in_the_files_of_every_profile(files: Measured) -> None:
    assert not not_found(files)
    assert {name for name, _ in files.put} == {fault.name for fault in (*FAULTS, *SUMMARY_FAULTS)}


def test_the_right_total_is_computed_or_stands_in_the_range(files: Measured) -> None:
    assert not [key for outcome, key in files.totals if outcome in (ANOTHER, NOT_COMPUTED)]


@pytest.mark.parametrize("key", HANDED)
def test_files_without_a_form_are_recognised_and_handed_to_the_audit(key: str, tmp_path: Path) -> None:
    told, files = handed(key, SEED, tmp_path)
    assert told == files > 0


def test_no_error_is_told_of_a_consistent_form_in_a_store(store: Measured) -> None:
    assert not false_errors(store)


def test_every_fault_is_found_in_a_store(store: Measured) -> None:
    assert not not_found(store)


def sheets(seed: int, key: str) -> Iterator[Sheet]:
    yield from department(seed, key, 2).sheets


@given(seed=st.integers(0, 10**6), key=st.sampled_from(PROFILES))
def test_forms_of_the_world_add_up(seed: int, key: str) -> None:
    for sheet in sheets(seed, key):
        for place in ("initial", "adjusted", "outturn"):
            column = [getattr(row, place) for row in sheet.money]
            assert not column or abs(column[0] - sum(column[1:], Decimal(0))) <= Decimal("0.2")
        if sheet.total_score is None:
            continue
        objective = Decimal(20 if sheet.profile == "H1" else 0)
        weights = [row.weight or Decimal(0) for row in sheet.indicators]
        scores = [row.score or Decimal(0) for row in sheet.indicators]
        apart = (sheet.execution_score or Decimal(0)) + (sheet.objective_score or Decimal(0))
        off = len(weights) if sheet.profile == "C2" else 0
        assert abs(sum(weights, sheet.execution_points + objective) - 100) * 2 <= off
        assert sheet.total_weight == 100
        assert sum(scores, apart) == sheet.total_score
        for row in (row for row in sheet.indicators if sheet.profile != "C"):
            exact = Fraction(row.weight or 0) * row.share
            bonus = 1 if sheet.profile == "L" else 0
            assert -Fraction(1, 200) <= Fraction(row.score or 0) - exact <= Fraction(1, 200) + bonus
