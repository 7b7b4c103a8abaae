"""Reading takes bounded time, whatever the text."""

import random
import time
import unicodedata

import pytest

from jixiao.language import Unread, parse_rule

LONG = 10_000
PIECES = (
    "得",
    "扣",
    "(",
    "按【",
    "1",
    "三成",
    " ",
    "\n",
    "①②③",
    "第一项、",
    "[70%,",
    "得分=(",
    "每低1%扣1分，",
    "甲占1%、",
    "100%",
)


def scattered(seed: int) -> str:
    characters = [chr(code) for code in range(32, 0xD800) if unicodedata.category(chr(code)) != "Cn"]
    return "".join(random.Random(seed).choices(characters, k=LONG))


@pytest.mark.parametrize("text", [*((piece * LONG)[:LONG] for piece in PIECES), scattered(1)])
@pytest.mark.parametrize("end", ["", "。"])
def test_ten_thousand_characters_are_put_aside_within_five_seconds(text: str, end: str) -> None:
    begun = time.perf_counter()
    assert isinstance(parse_rule(text + end), Unread)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_cell_that_may_be_a_rule_is_done_with_within_five_seconds(piece: str) -> None:
    begun = time.perf_counter()
    parse_rule((piece * 800)[:799])
    assert time.perf_counter() - begun < 5
