"""A table of a case as it was read: rows with their hierarchy and names, values, and the derived columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.expressions import DivisionByZero, Name, evaluate, normal_name
from jixiao.facts.dictionary import Entry
from jixiao.facts.fact import Origin
from jixiao.facts.kinds import ROW_ABOVE, WHOLE_ROW, Column, TableKind
from jixiao.facts.values import WAN, Value
from jixiao.packs.schemes import SatisfactionScheme
from jixiao.quantities.units import Unit


@dataclass(frozen=True, slots=True)
class TableSource:
    """Where a table comes from and what holds for all of it: file, title, year, unit of its amounts, ids of evidence,
    body; the weights of the answers if it counts them."""

    file: str
    title: str
    year: int
    unit: Unit = WAN
    evidence: tuple[str, ...] = ()
    body: str = ""
    scheme: SatisfactionScheme | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the spreadsheet, its name without numbering, its cells, and what its name means.

    `above` is the index of the row one level up. `quantity` is the standard quantity the row is named after;
    None where only the columns say quantities. A value that is not stated is absent.
    """

    number: int
    name: str
    level: int
    texts: Mapping[str, str] = field(hash=False)
    values: Mapping[str, Value] = field(hash=False)
    above: int | None = None
    quantity: Entry | None = None
    body: str = ""
    fund: str = ""
    item: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read. Headings are the kind's; columns that were left out are not in `columns`."""

    kind: TableKind
    source: TableSource
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def origin(self, row: Row, heading: str = "") -> Origin:
        """The place of a row or a cell."""
        return Origin(self.source.file, self.source.title, row.number, heading)

    def derived(self, index: int, heading: str) -> Fraction | None:
        """The derived cell of the row at `index`, as a fraction of one; None where an operand is not stated or
        the divisor is zero."""
        formula = next(column.formula for column in self.kind.derived if column.heading == heading)
        try:
            return Fraction(evaluate(formula, lambda name: self._operand(index, name)))
        except (_Unstated, DivisionByZero):
            return None

    def _operand(self, index: int, name: Name) -> Fraction:
        row: Row | None = self.rows[index]
        if WHOLE_ROW in name.qualifiers:
            row = self._whole(index)
        elif ROW_ABOVE in name.qualifiers:
            above = self.rows[index].above
            row = None if above is None else self.rows[above]
        for column in self.columns:
            if row is not None and normal_name(column.heading) == name.text and column.heading in row.values:
                return row.values[column.heading].exact
        raise _Unstated(name.text)

    def _whole(self, index: int) -> Row:
        while (above := self.rows[index].above) is not None:
            index = above
        return self.rows[index]


class _Unstated(LookupError):
    """An operand of a derived cell that is not stated."""
