"""A finding on its way through an audit, with what says how it hangs together with others."""

from dataclasses import dataclass

from jixiao.findings import Finding


@dataclass(frozen=True, slots=True)
class Trouble:
    """A finding; the group of repetitions it belongs to, the trouble it reveals, the troubles that would explain it."""

    finding: Finding
    group: str = ""
    cause: str = ""
    excused_by: tuple[str, ...] = ()
