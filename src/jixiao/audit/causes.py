"""Root causes and consequences: one wrong figure makes several relations fail, and is one fault."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jixiao.audit.troubles import Trouble
from jixiao.findings import Finding, Place, Severity


def with_causes(troubles: Sequence[Trouble]) -> tuple[Finding, ...]:
    """The findings; of those that one wrong figure or one named trouble explains, all but the first are consequences.

    A figure is known by what is printed and where. Of several figures that failing relations share, the one in most
    of them is taken for the wrong one.
    """
    found = [trouble.finding for trouble in troubles]
    roots = _named(troubles)
    free = [n for n, one in enumerate(found) if n not in roots and one.severity is Severity.ERROR]
    roots |= _shared(free, found)
    return tuple(
        replace(one, derived_from=found[_top(number, roots)].fingerprint) if number in roots else one
        for number, one in enumerate(found)
    )


def _named(troubles: Sequence[Trouble]) -> dict[int, int]:
    """The troubles that others explain by name; of troubles that explain each other the first stands by itself."""
    causes = {trouble.cause: number for number, trouble in reversed(list(enumerate(troubles))) if trouble.cause}
    roots: dict[int, int] = {}
    for number, trouble in reversed(list(enumerate(troubles))):
        known = (causes[name] for name in trouble.excused_by if name in causes)
        cause = next((each for each in known if _top(each, roots) != number), None)
        if cause is not None:
            roots[number] = cause
    return roots


def _shared(numbers: Sequence[int], found: Sequence[Finding]) -> dict[int, int]:
    """Of the failing relations, which one stands for each of the others: the first with the same suspected figure."""
    left, roots = set(numbers), dict[int, int]()
    while True:
        counted = Counter(figure for number in sorted(left) for figure in _figures(found[number]))
        figure, times = max(counted.items(), key=lambda item: item[1], default=(None, 0))
        if figure is None or times < 2:
            return roots
        members = sorted(number for number in left if figure in _figures(found[number]))
        roots |= dict.fromkeys(members[1:], members[0])
        left -= set(members)


def _figures(finding: Finding) -> dict[tuple[str, Place], None]:
    """The stated figures, each once and in their order, so that of two equally suspected ones the first is taken.

    Families may take a bare number in different units; what is printed and where is the same.
    """
    return dict.fromkeys((operand.text, operand.place) for operand in finding.operands if operand.value is not None)


def _top(number: int, roots: Mapping[int, int]) -> int:
    """The trouble at the end of the chain of causes; `_named` closes no chain to a ring."""
    while number in roots:
        number = roots[number]
    return number
