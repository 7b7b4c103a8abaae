"""Cells of nothing but blanks or digits, pages of nothing but titles: read as soon as any file of their size."""

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


def test_thousands_of_forms_in_one_paragraph_take_no_longer_than_in_as_many() -> None:
    form = "项目支出绩效自评表 项目名称 甲 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 "
    document = document_of((form * 3000).encode(), "表.txt")
    begun = perf_counter()
    read_forms(document, score_tables=True)
    assert perf_counter() - begun < SECONDS
