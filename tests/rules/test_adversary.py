"""A clause that changes a rule is never put into a sentence of the corpus unnoticed."""

from tests.rules.adversary import attempts


def test_no_clause_that_changes_a_rule_is_passed_over_in_silence() -> None:
    silent = [attempt.text for attempt in attempts(2500, seed=4) if attempt.outcome() == "silent"]
    assert silent == []
