"""Help for tests of rules about one number: what a sentence comes to for the evidence given as keywords."""

from fractions import Fraction

import tests.language.reading as reading

from jixiao.language import Read, Unread, parse_rule
from jixiao.rules import Evidence, Rule, Scored


def read(sentence: str, weight: str = "5", target: str = "") -> Read:
    """The reading of a sentence, which must be read."""
    return reading.read(sentence, weight, target=target)


def unread(sentence: str, weight: str = "5", target: str = "") -> str:
    """Why a sentence is not read; it must not be."""
    understood = parse_rule(sentence, weight=Fraction(weight), target=target)
    assert isinstance(understood, Unread), understood
    return understood.why


def score(sentence: str, weight: str = "5", target: str = "", **given: object) -> str:
    """The score of a sentence for the evidence given; what is not scored says why."""
    rule = read(sentence, weight, target).rule
    assert isinstance(rule, Rule)
    outcome = rule.apply(Fraction(weight), Evidence(given))
    return str(outcome.score) if isinstance(outcome, Scored) else getattr(outcome, "why", "")
