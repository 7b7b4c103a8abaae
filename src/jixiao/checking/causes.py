"""Root causes and consequences: one wrong figure makes several relations fail, and is one fault."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jixiao.checking.mending import Key, Mend, mends
from jixiao.checking.troubles import Trouble
from jixiao.findings import NOWHERE, Finding, Severity
from jixiao.relations import Relation


def with_causes(troubles: Sequence[Trouble], holding: Sequence[Relation] = ()) -> tuple[Finding, ...]:
    """The findings; of those that one wrong figure or one named trouble explains, all but the first are consequences.

    `holding` are the relations that hold: a figure is suspected only if another value would not break as many of them.
    """
    roots = _named(troubles)
    found = [trouble.finding for trouble in troubles]
    failing = {
        number: trouble.relation
        for number, trouble in enumerate(troubles)
        if trouble.relation is not None and number not in roots and trouble.finding.severity is Severity.ERROR
    }
    for mend in mends(failing, holding):
        first, *others = mend.mended
        roots |= dict.fromkeys(others, first)
        found[first] = _suspecting(found[first], mend)
    roots |= _compared(troubles, failing, roots)
    return tuple(
        replace(one, derived_from=found[_top(number, roots)].fingerprint) if number in roots else one
        for number, one in enumerate(found)
    )


def _compared(troubles: Sequence[Trouble], failing: Mapping[int, Relation], roots: Mapping[int, int]) -> dict[int, int]:
    """The comparisons that fail over a figure of a failing relation: the relation tells that the figure is wrong."""
    wrong = {figure: number for number in reversed(list(failing)) for figure in _figures(troubles[number].finding)}
    compared = {
        number: _figures(trouble.finding)
        for number, trouble in enumerate(troubles)
        if trouble.relation is None and number not in roots and trouble.finding.severity is Severity.ERROR
    }
    return {
        number: next(wrong[figure] for figure in figures if figure in wrong)
        for number, figures in compared.items()
        if any(figure in wrong for figure in figures)
    }


def _figures(finding: Finding) -> tuple[Key, ...]:
    """What is printed and where, of every operand."""
    return tuple((operand.text, operand.place.spot) for operand in finding.operands if operand.place != NOWHERE)


def _suspecting(finding: Finding, mend: Mend) -> Finding:
    """The finding with a guess at the figure that makes it and others fail."""
    text, (place, *_) = mend.figure
    guess = f"如果“{text}”（{place}）应为 {mend.text}，这一条和由它引起的 {len(mend.mended) - 1} 条就都成立"
    return replace(finding, hint=f"{finding.hint}；{guess}" if finding.hint else f"猜测：{guess}")


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


def _top(number: int, roots: Mapping[int, int]) -> int:
    """The trouble at the end of the chain of causes; `_named` closes no chain to a ring."""
    while number in roots:
        number = roots[number]
    return number
