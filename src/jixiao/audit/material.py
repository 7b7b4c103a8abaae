"""What the checks of an audit look at: the document, read once in all the ways that they need."""

from dataclasses import dataclass
from functools import cached_property

from jixiao.documents import Document
from jixiao.forms import FormBook, read_forms
from jixiao.reading import ImportedSystem, read_indicators
from jixiao.reading.annex import Annex, annex_of
from jixiao.reading.mentions import Mention, mentions
from jixiao.reading.outline import Heading, headings
from jixiao.reading.running import Passage, passages, passages_in_tables
from jixiao.reading.scoresentences import StatedScore, stated_scores
from jixiao.reading.tables import TypedTable, tables_of
from jixiao.refusals import Refusal


@dataclass(frozen=True)
class Material:
    """A document and its readings, each made when it is first asked for.

    `place` and `year` are those of the audit (省、市 by name), where they are known: checks that a regulation asks for
    depend on them.
    """

    document: Document
    place: str = ""
    year: int | None = None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The running text."""
        return passages(self.document)

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """The figures of every passage, in the order of the passages."""
        return tuple(mentions(passage) for passage in self.passages)

    @cached_property
    def stated_scores(self) -> tuple[StatedScore, ...]:
        """The scores in the running text."""
        return stated_scores(self.passages, self.mentions)

    @cached_property
    def mentions_in_cells(self) -> tuple[tuple[Mention, ...], ...]:
        """The figures of the sentences that stand in cells of tables; those of forms are left to the forms."""
        grids = (grid for grid in self.document.grids() if grid.number not in self.forms.grids)
        return tuple(mentions(one) for one in passages_in_tables(grids))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings."""
        return tuple(headings(self.document))

    @cached_property
    def tables(self) -> tuple[TypedTable, ...]:
        """The tables of figures; self-evaluation forms are read as forms instead."""
        return tuple(table for table in tables_of(self.document) if table.grid.number not in self.forms.grids)

    @cached_property
    def forms(self) -> FormBook:
        """The self-evaluation forms and the tables that list them."""
        return read_forms(self.document)

    @cached_property
    def annex(self) -> Annex | None:
        """The indicator table of the annex with its scores; None where the document has none."""
        return annex_of(self.document)

    @cached_property
    def system(self) -> ImportedSystem | None:
        """The indicator system of the annex; None where the document has none."""
        try:
            return read_indicators(self.document)
        except Refusal:
            return None
