"""The sums of a table taken together: each of them may be rounded, and yet not all at once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.checking import Checked, Posed
from jixiao.findings import Severity, Verdict
from jixiao.relations import Figure, Sum, find_clash
from jixiao.relations.checks import SUM_JOINT
from jixiao.relations.reports import clash_finding

_MOST = 60  # sums of one table that are looked at together
_UNEVEN = (Verdict.ROUNDING, Verdict.STRAINED)


def jointly(posed: Sequence[Posed | Checked]) -> Iterator[Checked]:
    """The smallest group of sums that no exact values make hold together, as a warning: tails may be cut off.

    Only where several sums do not come out even can there be one.
    """
    sums = [one.relation for one in posed if isinstance(one, Posed) and isinstance(one.relation, Sum)]
    verdicts = [(relation, relation.assess().verdict) for relation in sums[:_MOST]]
    if sum(verdict in _UNEVEN for _, verdict in verdicts) < 2 or not _are_told_apart(sums):
        return
    clash = find_clash([relation for relation, verdict in verdicts if verdict.is_possible])
    if clash is None:
        yield Checked.held(SUM_JOINT, sums[0].stated.place)
        return
    finding = replace(clash_finding(clash), severity=Severity.WARNING)
    yield Checked(SUM_JOINT, finding, place=finding.places[0])


def _are_told_apart(sums: Sequence[Sum]) -> bool:
    """Whether no two figures of the sums bear one name."""
    figures = dict.fromkeys(_printed(figure) for relation in sums for figure in relation.figures)
    return len({name for name, _ in figures}) == len(figures)


def _printed(figure: Figure) -> tuple[str, object]:
    return figure.name, figure.place.spot
