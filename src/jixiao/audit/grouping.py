"""Repetitions of one fault put together: one finding that names every place."""

from collections.abc import Sequence
from dataclasses import replace

from jixiao.audit.troubles import Trouble


def grouped(troubles: Sequence[Trouble]) -> tuple[Trouble, ...]:
    """The troubles, those of one group and check as one at the place of the first."""
    together: dict[tuple[str, str] | int, list[Trouble]] = {}
    for number, trouble in enumerate(troubles):
        key = (trouble.finding.check, trouble.group) if trouble.group else number
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
    return replace(first, finding=finding)
