"""The audit on faults of every kind: each is told by its check, and a document without any has no error."""

import pytest
from tests.quality.formats import FORMATS
from tests.quality.kinds.every import KINDS, UNPLANTED
from tests.quality.kinds.measuring import seek

from jixiao.audit.catalogue import titles

MISSED: set[str] = set()
"""Kinds that are planted in these runs and not found yet."""


def test_every_check_has_a_kind_of_fault_or_a_reason_why_not() -> None:
    planted = {kind.check for kind in KINDS}
    assert planted | UNPLANTED.keys() == set(titles())
    assert planted.isdisjoint(UNPLANTED)
    assert {check for kind in KINDS for check in kind.also} <= set(titles())


def test_every_kind_of_fault_is_found_in_text() -> None:
    sought = seek(KINDS, 4, "text", by_family=True)
    assert sought.alarms == []
    assert {line.split(": –")[0].split(" text ")[1] for line in sought.missed} == MISSED


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "text"])
def test_some_kinds_of_faults_are_found_in_every_format_with_one_root(form: str) -> None:
    number = list(FORMATS).index(form)
    sought = seek([kind for kind in KINDS[number::45] if str(kind) not in MISSED], number, form)
    assert (sought.alarms, sought.missed, sought.several) == ([], [], [])
