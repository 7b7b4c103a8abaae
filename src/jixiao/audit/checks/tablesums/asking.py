"""Asking a relation whether it can hold before it is posed, to choose between readings of one table."""

from jixiao.findings import Verdict
from jixiao.relations import Relation

_FAILING = (Verdict.IMPOSSIBLE, Verdict.UNDECIDED)


def holds(relation: Relation) -> bool:
    """Whether exact numbers exist that print as shown and satisfy the relation."""
    return relation.assess().verdict not in _FAILING


def fails(relation: Relation) -> bool:
    """Whether no such numbers exist; a relation that cannot be decided does not fail."""
    return relation.assess().verdict is Verdict.IMPOSSIBLE
