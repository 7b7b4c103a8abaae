"""Whatever text is given is answered in time: read, or put aside with why and a place within the text."""

import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.hostile import AROUND, KINDS, LONG, LONGEST_CELL, hostile

from jixiao.language import Read, Unread, parse_rule

GUARD = 5
_pieces = st.sampled_from([piece for pieces in KINDS.values() for piece in pieces])
_texts = st.one_of(st.text(max_size=200), st.lists(st.one_of(_pieces, st.text(max_size=3)), max_size=60).map("".join))


def answered(text: str, criteria: tuple[str, ...] = (), target: str = "") -> Read | Unread:
    """The reading of a text, which must come in time and be whole."""
    begun = time.perf_counter()
    reading = parse_rule(text, criteria=criteria, target=target, weight=Fraction(5))
    assert time.perf_counter() - begun < GUARD, text[:40]
    if isinstance(reading, Unread):
        assert reading.why
        assert 0 <= reading.span[0] <= reading.span[1] <= len(text)
    return reading


@pytest.mark.parametrize("length", [50, 300, LONGEST_CELL, LONG])
@pytest.mark.parametrize("kind", KINDS)
def test_no_repetition_raises_or_takes_long(kind: str, length: int) -> None:
    for text in hostile(kind, length):
        answered(text)


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"blanks"}))
def test_nothing_of_ten_thousand_characters_is_taken_for_a_rule(kind: str) -> None:
    assert [text[:20] for text in hostile(kind, LONG) if isinstance(answered(text), Read)] == []


def test_a_rule_among_thousands_of_blanks_is_the_rule() -> None:
    assert all(isinstance(answered(" " * LONG + sentence), Read) for sentence in (AROUND, f"{AROUND}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "要点（1）（2）（3）权重相等；其中要点（3）不达标的，整项指标零分。",
        "要点（1）（2）各占一半，其余要点不计。",
    ],
)
def test_points_that_are_named_and_not_found_raise_nothing(text: str) -> None:
    answered(text)


@given(_texts)
def test_no_text_raises(text: str) -> None:
    answered(text)


@settings(max_examples=50)
@given(_texts, st.lists(_texts, max_size=4).map(tuple), _texts)
def test_no_cell_beside_a_sentence_raises(text: str, criteria: tuple[str, ...], target: str) -> None:
    for sentence in (
        text,
        "达到目标值的得满分，每低1个百分点扣0.5分，扣完为止。",
        "各要点平均分配分值，不符合的不得分。",
    ):
        answered(sentence, criteria, target)


@settings(max_examples=30)
@given(st.lists(_pieces, min_size=1, max_size=4), st.sampled_from([LONGEST_CELL, LONG]))
def test_no_mixture_repeated_takes_long(pieces: list[str], length: int) -> None:
    answered(("".join(pieces) * length)[:length])
