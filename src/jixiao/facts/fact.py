"""One fact: a quantity, where it belongs, what is stated or how it is derived, and where it comes from."""

from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.expressions import Formula, Name, normal_name, write
from jixiao.facts.dictionary import Entry
from jixiao.facts.dimensions import Dimensions
from jixiao.facts.values import Value
from jixiao.facts.wording import inside
from jixiao.quantities.units import Unit, unit_named
from jixiao.text.quoting import cited


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact is written: the file, the table's title, the row as a spreadsheet counts it, and the heading."""

    file: str
    table: str = ""
    row: int | None = None
    column: str = ""

    @property
    def in_file(self) -> str:
        """The place inside the file: 第 4 行“决算数”."""
        row = f"第 {self.row} 行" if self.row is not None else ""
        return row + (cited(self.column) if self.column else "")

    def __str__(self) -> str:
        return inside(self.file, self.in_file)


@dataclass(frozen=True, slots=True)
class Fact:
    """A quantity at its dimensions. `value` is what is stated, `formula` how it is derived; with neither, the
    place is there but nothing is filled in, which is a gap and not zero.

    `sources` are ids of evidence. The entry says the unit of lookups and how the quantity is counted.
    """

    entry: Entry = field(compare=False)
    name: str
    at: Dimensions
    origin: Origin
    value: Value | None = None
    formula: Formula | None = None
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.value is not None and self.formula is not None:
            raise ValueError(f"{self.name} has both a value and a formula")

    @property
    def is_stated(self) -> bool:
        """Whether there is a value or a formula."""
        return self.value is not None or self.formula is not None

    @property
    def exact(self) -> Fraction:
        """The stated value as lookups give it; `ValueError` for a derived fact or a gap."""
        return self._stated.exact

    @property
    def text(self) -> str:
        """The stated value as a derivation prints it, or the formula."""
        return write(self.formula) if self.formula is not None else self._stated.text

    @property
    def unit(self) -> Unit:
        """The unit of `exact` and `text`, whatever unit the value was written in: 万元 for every amount."""
        return unit_named(self.entry.unit)

    def label(self, usual_year: int) -> str:
        """The name that leads to the fact in a case of that year: 结转结余〔2022年，决算〕."""
        written = write(Name.of(self.name, *self.at.words(usual_year)))
        bare = normal_name(self.name)
        return self.name + written.removeprefix(bare) if written.startswith(bare) else written

    @property
    def _stated(self) -> Value:
        if self.value is None:
            raise ValueError(f"{self.name} states no value")
        return self.value
