"""Numbers in Chinese sentences mean the same however they are written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.numerals import fraction_of, number_of

_DIGITS = "零一二三四五六七八九"


@given(st.integers(1, 9999))
def test_a_number_spelled_by_its_places_is_read_back(number: int) -> None:
    spelled = "".join(
        f"{_DIGITS[number // place % 10]}{unit}"
        for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
        if number // place % 10
    )
    assert number_of(spelled) == number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1/3", "1/3"),
        ("三分之一", "1/3"),
        ("百分之九十五", "19/20"),
        ("三成", "3/10"),
        ("七成半", "3/4"),
        ("一半", "1/2"),
    ],
)
def test_parts_of_a_whole_are_read(written: str, value: str) -> None:
    assert fraction_of(written) == Fraction(value)
