"""Asking a relation whether it can hold before it is posed, to choose between readings of one table.

Most readings that are tried are far from the figures; those are passed over by a rough sum before the exact one.
"""

from fractions import Fraction
from functools import cache

from jixiao.findings import Verdict
from jixiao.quantities import Convention, Printed
from jixiao.relations import Growth, Quotient, Relation, Sum

_NEVER_FAR = Fraction(10) ** 30
_FAILING = (Verdict.IMPOSSIBLE, Verdict.UNDECIDED)


def holds(relation: Relation) -> bool:
    """Whether exact numbers exist that print as shown and satisfy the relation."""
    if _is_far(relation):
        return False
    if isinstance(relation, Sum) and _of_one_unit(relation):
        return relation.fits or relation.read(Printed.coarse).fits
    return relation.assess().verdict not in _FAILING


def fails(relation: Relation) -> bool:
    """Whether no such numbers exist; a relation that cannot be decided does not fail."""
    return relation.assess().verdict is Verdict.IMPOSSIBLE


def _is_far(relation: Relation) -> bool:
    """Whether the figures miss the relation by more than any rounding of theirs; False where that is not obvious."""
    match relation:
        case Sum():
            return _is_far_sum(relation)
        case Quotient(result, above, below):
            return _is_far_ratio(result.known, above.known, below.known, Fraction(0))
        case Growth(rate, before, after, falling=False):
            return _is_far_ratio(rate.known, after.known, before.known, Fraction(1))
        case _:
            return False


def _of_one_unit(relation: Sum) -> bool:
    return all(term.figure.known.unit == relation.total.known.unit for term in relation.terms)


def _is_far_sum(relation: Sum) -> bool:
    if not _of_one_unit(relation):
        return False
    total = relation.total.known
    items = [term.figure.known for term in relation.terms]
    weighted = sum((term.weight * term.figure.known.value for term in relation.terms), Fraction(0))
    slack = sum(map(_width, items), _width(total))
    return abs(weighted - total.value) > slack


def _is_far_ratio(stated: Printed, above: Printed, below: Printed, less: Fraction) -> bool:
    """Compares a rate with a quotient of two figures of one unit, less 1 for a change."""
    if above.unit != below.unit or _width(below) * 4 > abs(below.value):
        return False
    factor = stated.unit.factor if stated.unit is not None else Fraction(1)
    quotient = above.value / below.value
    slack = (_width(above) + abs(quotient) * _width(below)) * 2 / abs(below.value) + _width(stated) * factor
    return abs(stated.value * factor - quotient + less) > slack


def _width(printed: Printed) -> Fraction:
    """One in the last place, in the coarser of two readings; figures with words around them are never far."""
    if printed.convention in (Convention.AT_LEAST, Convention.AT_MOST):
        return _NEVER_FAR
    return _step(printed.decimals if printed.coarser is None else printed.coarser)


@cache
def _step(decimals: int) -> Fraction:
    return Fraction(10) ** -decimals
