"""Repetitions of one fault put together: one finding that names every place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jixiao.checking.troubles import Trouble


def grouped(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    """The troubles, those of one check and group as one at the place of the first.

    So are those that nothing but the line tells apart: the same figures under the same names, printed twice.
    """
    together: dict[tuple[str, ...], list[Trouble]] = {}
    for trouble in troubles:
        fingerprint = trouble.finding.fingerprint
        key = (trouble.finding.check, trouble.group) if trouble.group else (fingerprint,)
        together.setdefault(key, []).append(trouble)
    return tuple(_as_one(members) for members in together.values())


def _as_one(members: Sequence[Trouble]) -> Trouble:
    first = members[0]
    if len(members) == 1:
        return first
    findings = [member.finding for member in members]
    finding = replace(
        first.finding,
        title=f"{first.finding.title}（共 {len(members)} 处）",
        operands=tuple(dict.fromkeys(operand for one in findings for operand in one.operands)),
        places=tuple(dict.fromkeys(place for one in findings for place in one.places)),
    )
    return replace(first, finding=finding, relation=None)
