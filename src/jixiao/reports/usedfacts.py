"""The facts behind the scores, found again by the labels under which a score sheet names them."""

from collections.abc import Mapping

from jixiao.evaluation import Case
from jixiao.facts import Fact


def facts_by_label(case: Case) -> Mapping[str, Fact]:
    """The stated facts by their labels in the order they are stated; of several statements the one that is used."""
    facts: dict[str, Fact] = {}
    for fact in case.facts:
        if fact.value is not None:
            facts.setdefault(case.facts.label(fact), fact)
    return facts


def stated(fact: Fact) -> str:
    """A fact's value with its unit: 38.93万元, 84.75%."""
    return f"{fact.text}{unit_beside(fact)}"


def unit_beside(fact: Fact) -> str:
    """The unit that stands beside a fact's value; "" where the value carries its sign: 84.75%."""
    return "" if fact.text.endswith("%") else fact.entry.unit
