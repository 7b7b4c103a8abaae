"""The catalogue of checks: data that cannot be incomplete or ambiguous."""

from dataclasses import replace

import pytest

from jixiao.findings import Catalogue, Check, Kind

SUM = Check("sum.parts", Kind.SUM, "合计", "合计与各项之和", "明细不全的表", "四则运算")
RATE = replace(SUM, id="rate", kind=Kind.RATE, title="比率")


def test_checks_are_found_by_id_and_listed_in_their_order() -> None:
    catalogue = Catalogue([SUM]) + Catalogue([RATE])
    assert list(catalogue) == [SUM, RATE]
    assert catalogue["rate"] is RATE
    assert "rate" in catalogue
    assert "share" not in catalogue
    assert len(catalogue) == 2


def test_two_checks_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two checks are called sum\.parts"):
        Catalogue([SUM]) + Catalogue([SUM])


@pytest.mark.parametrize("bad", ["", "Sum", "sum..parts", "合计", "sum parts", "1sum"])
def test_an_id_that_is_not_made_of_words_and_dots_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="lower-case words joined by dots"):
        replace(SUM, id=bad)


def test_a_check_that_does_not_say_what_it_leaves_out_is_refused() -> None:
    with pytest.raises(ValueError, match=r"check sum\.parts has no leaves_out"):
        replace(SUM, leaves_out=" ")
