"""A scanner finds what its patterns, joined into one, would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language.points import words
from jixiao.language.scanner import Scanner, beginnings

PATTERNS = [pattern for _, pattern in words._KINDS]
JOINED = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, pattern in enumerate(PATTERNS)), re.ASCII)
SCANNER = Scanner(PATTERNS)
ALPHABET = "".join(sorted(set().union(*(beginnings(pattern) or () for pattern in PATTERNS)))) + "甲乙丙丁"


@given(st.text(ALPHABET, max_size=40))
def test_every_word_is_found_where_the_joined_patterns_find_it(text: str) -> None:
    joined = [(match.lastgroup, match.span()) for match in JOINED.finditer(text)]
    assert [(f"k{number}", match.span()) for number, match in SCANNER.scan(text)] == joined


def test_the_first_of_two_patterns_that_match_is_taken() -> None:
    assert [number for number, _ in Scanner(["得满分", "得", "得不到"]).scan("得不到得满分")] == [1, 0]


def test_a_pattern_that_may_begin_with_anything_is_tried_everywhere() -> None:
    found = [(number, match.group()) for number, match in Scanner(["得", "[^得,]+分"]).scan("得五分,得甲")]
    assert found == [(0, "得"), (1, "五分"), (0, "得")]


@pytest.mark.parametrize("pattern", ["得?", "(?=得)", "得*|分"])
def test_a_pattern_that_may_match_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="may match nothing"):
        Scanner([pattern])


@pytest.mark.parametrize("pattern", ["[^得]", ".分", r"\w分"])
def test_where_anything_may_begin_no_character_is_told(pattern: str) -> None:
    assert beginnings(pattern) is None
