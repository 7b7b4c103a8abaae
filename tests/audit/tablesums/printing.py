"""Tables as reports print them: exact numbers go in, each is rounded on its own, and the text of a report comes out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.tablesums import relations
from jixiao.audit.material import Material
from jixiao.checking import Posed
from jixiao.checking.posing import capped
from jixiao.documents import document_of
from jixiao.findings import Finding, Severity
from jixiao.quantities import fixed_text
from jixiao.relations import finding_of


@dataclass(frozen=True)
class Amount:
    """An exact amount, printed with so many decimals."""

    value: Fraction
    decimals: int = 2

    def __str__(self) -> str:
        return fixed_text(self.value, self.decimals)


@dataclass(frozen=True)
class Percent:
    """An exact ratio, printed as a percentage."""

    value: Fraction
    decimals: int = 2

    def __str__(self) -> str:
        return f"{fixed_text(self.value * 100, self.decimals)}%"


Cell = str | Amount | Percent | int
Sheet = Sequence[Sequence[Cell]]
"""The rows of a table; an empty text is a blank cell, or one that the cell on its left or above covers."""


def with_tabs(caption: str, sheet: Sheet) -> str:
    """The table with its cells between tabs."""
    return f"{caption}\n\n" + "\n".join("\t".join(map(str, row)) for row in sheet) + "\n\n以上为本表。\n"


def in_pipes(caption: str, sheet: Sheet) -> str:
    """The table as Markdown."""
    first, *others = ["| " + " | ".join(map(str, row)) + " |" for row in sheet]
    return "\n".join([caption, "", first, "|" + "---|" * len(sheet[0]), *others, "", "以上为本表。", ""])


def in_lines(caption: str, sheet: Sheet) -> str:
    """The table with one cell to a line, as it comes out of Word."""
    return (
        f"{caption}\n\n" + "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in sheet) + "\n\n以上为本表。\n"
    )


PRINTERS: tuple[Callable[[str, Sheet], str], ...] = (with_tabs, in_pipes)


def findings(text: str) -> list[Finding]:
    """The errors and warnings that tables give, before causes are looked for."""
    found = []
    for one in relations(Material(document_of(text.encode(), "报告.txt"))):
        finding = _of(one) if isinstance(one, Posed) else one.finding
        if finding is not None:
            found.append(capped(finding, one.at_most) if isinstance(one, Posed) else finding)
    return [finding for finding in found if finding.severity is not Severity.NOTE]


def _of(posed: Posed) -> Finding | None:
    return finding_of(posed.relation, posed.relation.assess(), posed.title or None)


def errors(text: str) -> list[Finding]:
    """The errors alone."""
    return [finding for finding in findings(text) if finding.severity is Severity.ERROR]


def held(text: str) -> int:
    """How many relations were compared and held."""
    posed = relations(Material(document_of(text.encode(), "报告.txt")))
    return sum(
        one.relation.assess().verdict.is_possible if isinstance(one, Posed) else not one.because and one.finding is None
        for one in posed
    )
