"""All that a document states about scores, and which lines of different sources are about one indicator."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jixiao.audit.material import Material
from jixiao.reading.scorebook import ScoreLine, ScoreSource, score_source
from jixiao.reading.scoresentences import StatedScore, stated_scores


@dataclass(frozen=True, slots=True)
class ScoreBook:
    """The tables with lines of scores, the annex, and the scores in sentences."""

    tables: tuple[ScoreSource, ...]
    annex: ScoreSource | None
    sentences: tuple[StatedScore, ...]

    @classmethod
    def of(cls, material: Material) -> "ScoreBook":
        """What the material states."""
        annex = material.annex
        others = [table for table in material.tables if annex is None or table.grid.number != annex.table]
        tables = tuple(source for table in others if (source := score_source(table)) is not None)
        return cls(tables, None if annex is None else annex.source, stated_scores(material.passages))

    @property
    def sources(self) -> tuple[ScoreSource, ...]:
        """The tables and the annex."""
        return self.tables if self.annex is None else (*self.tables, self.annex)

    def by_indicator(self) -> Mapping[tuple[int, str], list[ScoreLine]]:
        """The lines about each indicator, known by its code, or by its level and name where it has no code."""
        codes = {(line.level, line.key): line.code for line in self._lines() if line.code}
        names: dict[str, set[int]] = {}
        for line in self._lines():
            names.setdefault(line.key, set()).add(line.level)
        found: dict[tuple[int, str], list[ScoreLine]] = {}
        for line in self._lines():
            level = line.level
            if not level and len(names.get(line.key, set()) - {0}) == 1:
                (level,) = names[line.key] - {0}
            found.setdefault((level, line.code or codes.get((level, line.key), line.key)), []).append(line)
        return {known: lines for known, lines in found.items() if known[0]}

    def _lines(self) -> Iterator[ScoreLine]:
        for source in self.sources:
            yield from source.lines
        for stated in self.sentences:
            if not stated.is_total:
                yield stated.line
