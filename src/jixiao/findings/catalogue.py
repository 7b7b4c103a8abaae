"""The catalogue of checks: what each one looks at, what it leaves out, and who asks for it.

A check is described once, as data, next to the code that carries it out; findings take their check id and kind
from here, and the documentation is generated from it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.findings.vocabulary import Kind

_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: a stable id (dotted, grouped), its Chinese title and description, and its source.

    `leaves_out` says what the check deliberately does not report, and why. `source` is the regulation or the piece of
    arithmetic it rests on.
    """

    id: str
    kind: Kind
    title: str
    checks: str
    leaves_out: str
    source: str

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"a check id is made of lower-case words joined by dots, not {self.id!r}")
        empty = [name for name in ("title", "checks", "leaves_out", "source") if not getattr(self, name).strip()]
        if empty:
            raise ValueError(f"check {self.id} has no {', '.join(empty)}")


class Catalogue:
    """Checks by id, in the order in which they were listed; two of one id are refused.

    >>> check = Check("sum", Kind.SUM, "合计", "合计与各项之和", "明细不全的表", "四则运算")
    >>> Catalogue([check])["sum"].title
    '合计'
    """

    def __init__(self, checks: Iterable[Check]) -> None:
        self._checks: dict[str, Check] = {}
        for check in checks:
            if check.id in self._checks:
                raise ValueError(f"two checks are called {check.id}")
            self._checks[check.id] = check

    def __getitem__(self, check_id: str) -> Check:
        return self._checks[check_id]

    def __iter__(self) -> Iterator[Check]:
        return iter(self._checks.values())

    def __len__(self) -> int:
        return len(self._checks)

    def __contains__(self, check_id: object) -> bool:
        return check_id in self._checks

    def __add__(self, other: "Catalogue") -> "Catalogue":
        """Both catalogues as one, so that each room lists its own checks."""
        return Catalogue([*self, *other])
