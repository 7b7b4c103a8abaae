"""Cells of nothing but blanks or digits: a form full of them is read in the time that any form of its size takes."""

from time import perf_counter

import pytest
from tests.forms.test_wordings import WORDINGS, text_of

from jixiao.documents import document_of
from jixiao.forms import read_forms

LENGTH = 60_000
SECONDS = 5


@pytest.mark.parametrize(
    "run",
    ["甲" + " " * LENGTH + "乙", "1" * LENGTH + "元", "." * LENGTH + "元", "1." * (LENGTH // 2) + "元", "(1" * LENGTH],
    ids=["blanks", "digits", "dots", "numbered", "brackets"],
)
def test_a_long_run_of_one_sign_in_any_cell_is_read_in_no_time(run: str) -> None:
    usual = {name: ways[0] for name, ways in WORDINGS.items()}
    for name in ("unit", "objective", "output"):
        document = document_of(text_of(usual | {name: run}).encode(), "表.txt")
        begun = perf_counter()
        read_forms(document)
        assert perf_counter() - begun < SECONDS, name
