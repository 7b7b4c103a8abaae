"""A finding on its way through an audit, with what says how it hangs together with others."""

from dataclasses import dataclass

from jixiao.findings import Finding
from jixiao.relations import Relation


@dataclass(frozen=True, slots=True)
class Trouble:
    """A finding; the group of repetitions it belongs to, the trouble it reveals, the troubles that would explain it.

    `relation` is the failing relation it tells of, where it tells of one alone.
    """

    finding: Finding
    group: str = ""
    cause: str = ""
    excused_by: tuple[str, ...] = ()
    relation: Relation | None = None
