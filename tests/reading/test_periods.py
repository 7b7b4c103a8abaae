"""Periods in running text: which year and months a figure belongs to."""

import pytest

from jixiao.findings import Place
from jixiao.reading.periods import Period, period_at, periods_of
from jixiao.reading.running import passage_of_cell


def named(text: str) -> list[Period]:
    return [one.period for one in periods_of(passage_of_cell(text, Place()), 2023)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022年度", Period(2022)),
        ("2023年1-10月份", Period(2023, (1, 10))),
        ("3月至12月", Period(2023, (3, 12))),
        ("上半年", Period(2023, (1, 6))),
        ("2022年第三季度", Period(2022, (7, 9))),
        ("上年同期", Period(2022)),
        ("全年", Period(2023)),
        ("截至2023年底", Period(2023, (12, 12), is_state=True)),
        ("截止目前", Period(2023, is_state=True)),
        ("2022年12月31日", Period(2022, (12, 12), is_state=True)),
    ],
)
def test_periods_are_read_as_they_are_written(text: str, period: Period) -> None:
    assert named(f"{text}办件30件") == [period]


def test_text_without_a_period_names_none() -> None:
    assert named("共办理业务30件，增长2%") == []


def test_a_figure_belongs_to_the_last_period_before_it() -> None:
    stretches = periods_of(passage_of_cell("2022年30件，2023年1-6月20件", Place()))
    assert period_at(stretches, 0, 8) == Period(2022)
    assert period_at(stretches, 0, 18) == Period(2023, (1, 6))


def test_months_are_part_of_their_year_and_of_no_other() -> None:
    assert Period(2023, (1, 10)).is_part_of(Period(2023))
    assert not Period(2022, (1, 10)).is_part_of(Period(2023))
    assert not Period(2023, (10, 12)).is_part_of(Period(2023, (1, 11)))
