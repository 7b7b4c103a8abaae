"""What a document tells of the scoring of each indicator: its rule, its score, and the texts that explain it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.scores.identity import Indicators, plain
from jixiao.audit.material import Material
from jixiao.documents import Cell
from jixiao.findings import Place
from jixiao.reading import ImportedSystem
from jixiao.reading.annex import Annex
from jixiao.reading.imported import ImportedIndicator
from jixiao.reading.labels import label_of
from jixiao.reading.passages import tidy
from jixiao.reading.running import Passage, passage_of_cell
from jixiao.reading.scorebook import score_source
from jixiao.reading.scoresentences import label_in
from jixiao.relations import Figure

_TITLE_FIGURES = re.compile(r"\([^()]*分[^()]*\)$")
_ADJUSTED = re.compile(
    "(?:得分|评分)[^。;]{0,12}调整为|调整为[\\d.]+分|按规则得[\\d.]+分,[^。;]{0,12}(?:调整|给予|核定)"
)


Stated = Mapping[tuple[Place, str], tuple[Figure, Passage | None]]
"""Score and text of each indicator by its place and name."""


@dataclass(frozen=True, slots=True)
class Told:
    """An indicator with its printed score, and the texts on its scoring: the cell of the annex, then the analysis."""

    indicator: ImportedIndicator
    weight: Fraction
    score: Figure
    process: Passage | None
    analysis: tuple[Passage, ...]

    @property
    def texts(self) -> tuple[Passage, ...]:
        """All the texts, that of the annex first."""
        return self.analysis if self.process is None else (self.process, *self.analysis)

    @property
    def label(self) -> str:
        """The code and the name."""
        return f"{self.indicator.code} {self.indicator.name}".strip()

    @property
    def is_adjusted(self) -> bool:
        """Whether the document says that the score was set against the rule."""
        return any(_ADJUSTED.search(text.text) for text in self.texts)

    @property
    def adjusted(self) -> str:
        """The words of the annex that say so; "" where it says nothing."""
        found = _ADJUSTED.search(self.process.text) if self.process is not None else None
        return found.group() if found else ""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the score and the texts stand."""
        return (self.score.place, *(text.place(0, 1) for text in self.texts))


def told_in(material: Material) -> Iterator[Told]:
    """The indicators of the annex that have a weight and a printed score, in the annex or else in the tables."""
    system = material.system
    if system is None:
        return
    analyses = _analyses(material.passages, system)
    stated = _in_annex(material.annex) if material.annex is not None else _in_tables(material, system)
    for indicator in system.indicators():
        score, process = stated.get((indicator.place, indicator.name), (None, None))
        if score is not None and not score.is_missing and indicator.weight is not None:
            analysis = tuple(analyses.get(plain(indicator.name), ()))
            yield Told(indicator, indicator.weight, score, process, analysis)


def _in_annex(annex: Annex) -> Stated:
    """The scores and the texts of the annex, by the place and the name of the indicator."""
    processes = dict(annex.processes)
    return {
        (line.place, line.name): (line.score, _process(processes.get(line.number, ()))) for line in annex.source.lines
    }


def _in_tables(material: Material, system: ImportedSystem) -> Stated:
    """The scores of the tables for an annex that only states rules."""
    sources = [source for table in material.tables if (source := score_source(table)) is not None]
    known = Indicators(sources)
    found: dict[tuple[Place, str], tuple[Figure, Passage | None]] = {}
    for indicator in system.indicators():
        listed = known.named(f"{indicator.code} {indicator.name}")
        if listed is not None:
            found[indicator.place, indicator.name] = (listed.first.score, None)
    return found


def _process(cells: Sequence[Cell]) -> Passage | None:
    whole = tidy("\n".join(cell.text for cell in cells))
    return passage_of_cell(whole, cells[0].place) if whole else None


def _analyses(passages: Sequence[Passage], system: ImportedSystem) -> Mapping[str, Sequence[Passage]]:
    """The paragraphs about each indicator by its plain name: labelled with it, following it, or under its heading."""
    names = {plain(each.name): plain(each.name) for each in system.indicators()}
    codes = {each.code: plain(each.name) for each in system.indicators() if each.code}
    found: dict[str, list[Passage]] = {}
    current, section = "", None
    for passage in passages:
        label, _ = label_in(passage)
        if label:
            known = label_of(label)
            current = names.get(plain(known.name)) or codes.get(known.code, "")
        elif passage.section != section:
            title = passage.section[-1].title if passage.section else ""
            current = names.get(plain(label_of(_TITLE_FIGURES.sub("", title)).name), "")
        section = passage.section
        if current:
            found.setdefault(current, []).append(passage)
    return found
