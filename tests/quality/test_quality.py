"""The audit on reports made at random: no false error, and no planted fault missed."""

import pytest
from tests.quality.measuring import Measured, clean, planted


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_consistent_reports_have_no_error(first: int) -> None:
    measured = Measured()
    clean(range(first, first + 20), measured)
    assert measured.alarms == []
    assert measured.relations > 200 * measured.reports


@pytest.mark.parametrize("seed", [3, 6, 9, 12, 18])
def test_a_fault_in_every_kind_of_figure_is_found(seed: int) -> None:
    measured = Measured()
    planted(range(seed, seed + 1), measured)
    assert measured.missed == []
    assert sum(measured.planted.values()) >= 15
    assert sum(measured.single.values()) >= sum(measured.found.values()) - 1
