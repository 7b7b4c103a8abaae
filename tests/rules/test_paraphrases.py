"""Sentences of the corpus stay what they are in other words."""

from collections import Counter

from tests.rules.paraphrases import sample

_ENOUGH = 97
"""Of a hundred paraphrases, how many must be read."""


def test_other_words_for_the_same_are_read_the_same_or_not_at_all() -> None:
    tried = [(paraphrase, paraphrase.outcome()) for paraphrase in sample(1200, seed=7)]
    assert [(each.slots, each.text) for each, outcome in tried if outcome == "another"] == []
    came = Counter(outcome for _, outcome in tried)
    assert came["same"] * 100 >= _ENOUGH * came.total()
