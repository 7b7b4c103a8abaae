"""All that a document states about scores: tables, annex, headings and sentences, and which speak of one indicator."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from jixiao.audit.checks.scores.identity import Indicators, plain_name
from jixiao.audit.material import Material
from jixiao.reading.scorebook import ScoreSource, score_source
from jixiao.reading.scoreoutline import score_outline
from jixiao.reading.scoresentences import StatedScore

_OF_SELF = re.compile("自评|自我评价")
_FIRST_LINES = 12
_ENOUGH_SHARED, _MANY_TOTALS = 3, 3


@dataclass(frozen=True)
class ScoreBook:
    """The tables with lines of scores, the annex, the headings with scores, and the scores in sentences.

    `set_apart` are tables about something else than the first ones (the self-evaluation in an evaluator's report,
    another project): they are checked by themselves and never compared. `of_project` says that the document evaluates a
    project; elsewhere a total 该项目得分 is not that of the whole.
    """

    tables: tuple[ScoreSource, ...]
    annex: ScoreSource | None
    outline: ScoreSource | None
    sentences: tuple[StatedScore, ...]
    set_apart: tuple[ScoreSource, ...] = ()
    of_project: bool = False

    @classmethod
    def of(cls, material: Material) -> "ScoreBook":
        """What the material states."""
        annex = material.annex
        others = [table for table in material.tables if annex is None or table.grid.number != annex.table]
        all_tables = [(table, source) for table in others if (source := score_source(table)) is not None]
        by_unit_itself = is_self_evaluation(material)
        own = [source for table, source in all_tables if by_unit_itself or not _OF_SELF.search(table.caption)]
        tables = _of_one_evaluation(own, None if annex is None else annex.source)
        sentences = tuple(each for each in material.stated_scores if by_unit_itself or not each.of_self)
        outline = score_outline(material.headings, sentences)
        apart = tuple(source for _, source in all_tables if source not in tables)
        of_project = any("项目" in line for line in _opening(material))
        return cls(tables, None if annex is None else annex.source, outline, sentences, apart, of_project)

    @property
    def sources(self) -> tuple[ScoreSource, ...]:
        """The tables, the annex and the headings, all about the same evaluation."""
        return tuple(source for source in (*self.tables, self.annex, self.outline) if source is not None)

    @cached_property
    def indicators(self) -> Indicators:
        """The indicators that the sources list, each with all its lines."""
        found = Indicators(self.sources)
        for stated in self.sentences:
            if not stated.is_total:
                found.state(stated.line)
        return found

    @property
    def totals(self) -> tuple[StatedScore, ...]:
        """The sentences that state the score of the whole; none where they are about several objects."""
        found = [each for each in self.sentences if each.is_total and not each.line.score.is_missing]
        found = [each for each in found if self.of_project or "项目" not in each.words]
        return tuple(found) if len({each.line.score.known.value for each in found}) < _MANY_TOTALS else ()


def is_self_evaluation(material: Material) -> bool:
    """Whether the document itself is a self-evaluation report, by its title."""
    first = [heading.title for heading in material.headings[:1]]
    return any(_OF_SELF.search(text) for text in (*_opening(material), *first))


def _opening(material: Material) -> Sequence[str]:
    """The short lines on the cover and the first page."""
    lines = [block.text for block in material.document.blocks[:_FIRST_LINES] if hasattr(block, "text")]
    return [line for line in lines if "报告" in line and "。" not in line]


def _of_one_evaluation(tables: Sequence[ScoreSource], annex: ScoreSource | None) -> tuple[ScoreSource, ...]:
    """The tables about the same evaluation as the annex, or else as the first table they share lines with.

    A few figures that differ are faults; where most scores of shared indicators differ, another object is meant.
    """
    scores = [_scores(table) for table in tables]
    of_annex = None if annex is None else _scores(annex)
    return tuple(table for number, table in enumerate(tables) if _fits(number, scores, of_annex))


Scores = Mapping[tuple[int, str], Fraction]
"""The scores of a source by level and name."""


def _scores(source: ScoreSource) -> Scores:
    return {
        (line.level, plain_name(line)): line.score.known.value for line in source.lines if not line.score.is_missing
    }


def _fits(number: int, scores: Sequence[Scores], annex: Scores | None) -> bool:
    own = scores[number]
    others = [(-1, annex)] if annex is not None else []
    for place, other in [*others, *((place, other) for place, other in enumerate(scores) if place != number)]:
        shared = own.keys() & other.keys()
        if len(shared) >= _ENOUGH_SHARED:
            same = sum(own[each] == other[each] for each in shared)
            return 2 * same >= len(shared) or (annex is None and number < place)
    return True
