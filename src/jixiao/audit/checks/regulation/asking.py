"""One thing that a regulation asks of a document, and what is answered: every finding cites its article."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from jixiao.audit.checks.regulation.setting import Setting
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Cell
from jixiao.findings import Catalogue, Check, Kind, Place, Severity
from jixiao.packs.regulations import Regulation, regulations
from jixiao.reading.imported import ImportedIndicator
from jixiao.reading.outline import Heading
from jixiao.reading.running import Passage
from jixiao.reading.scorebook import ScoreLine
from jixiao.text import normal

_PREFIX = "regulation."


def check_of(regulation: Regulation) -> Check:
    """The check that asks for it, as the catalogue shows it."""
    where = "" if regulation.place == "全国" else f"（{regulation.place}）"
    return Check(
        _PREFIX + regulation.id,
        Kind.REGULATION,
        regulation.title + where,
        regulation.checks,
        regulation.leaves_out,
        regulation.source,
    )


REGULATION_CHECKS = Catalogue(check_of(regulation) for regulation in regulations().checks)


@dataclass(frozen=True)
class Subject:
    """The document of which all is asked, with readings of it that several checks share."""

    material: Material
    setting: Setting

    @cached_property
    def indicators(self) -> tuple[ImportedIndicator, ...]:
        """The indicators of the system; none where no system was read."""
        system = self.material.system
        return () if system is None else tuple(system.indicators())

    @cached_property
    def words_below(self) -> Mapping[Heading, Sequence[str]]:
        """The running text below every heading."""
        found: dict[Heading, list[str]] = {}
        for passage in self.material.passages:
            for heading in passage.section:
                found.setdefault(heading, []).append(passage.text)
        return found

    @cached_property
    def processes(self) -> tuple[tuple[ScoreLine, Passage], ...]:
        """How the annex says that each indicator was scored."""
        annex = self.material.annex
        if annex is None:
            return ()
        lines = {line.number: line for line in annex.source.lines}
        return tuple((lines[number], _passage(cells)) for number, cells in annex.processes)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one regulation asks of one document."""

    subject: Subject
    regulation: Regulation

    @property
    def material(self) -> Material:
        """The document with its readings."""
        return self.subject.material

    @property
    def setting(self) -> Setting:
        """What is known of the document."""
        return self.subject.setting

    @property
    def check(self) -> Check:
        """The check."""
        return REGULATION_CHECKS[_PREFIX + self.regulation.id]

    def held(self, place: Place | None = None) -> Checked:
        """It is as asked."""
        return Checked.held(self.check, place)

    def not_made(self, because: str, place: Place | None = None) -> Checked:
        """It cannot be decided, and why."""
        return Checked.not_made(self.check, because, place)

    def failed(
        self,
        title: str,
        why: str,
        *places: Place,
        stated: str | None = None,
        expected: str | None = None,
        only_note: bool = False,
    ) -> Checked:
        """It is not as asked; `only_note` where this case weighs less than the regulation's own severity."""
        severity = Severity.NOTE if only_note else Severity(self.regulation.severity)
        cited = f"{why}（依据：{self.regulation.source}）"
        return Checked.failed(self.check, severity, title, cited, *places, stated=stated, expected=expected)


def _passage(cells: Sequence[Cell]) -> Passage:
    """Cells that a page broke as one passage."""
    texts = [normal(cell.text).text for cell in cells]
    starts = tuple(accumulate(map(len, texts[:-1]), initial=0))
    return Passage("".join(texts), starts, tuple(cell.place for cell in cells))


Judge = Callable[[Asked], Iterator[Checked]]
"""What answers: it yields what held, what failed and what could not be decided; nothing where nothing applies."""
