"""The same indicator in several places: its weight, score, rate and name must be the same everywhere."""

from collections.abc import Iterator, Sequence

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import NAME_DIFFERS
from jixiao.audit.checks.scores.totals import line_relations
from jixiao.audit.posing import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.scorebook import ScoreLine
from jixiao.relations import Duplicate, Figure


def agreements(book: ScoreBook) -> Iterator[Posed | Checked]:
    """The relations between the sources, and those within each sentence."""
    for stated in book.sentences:
        yield from line_relations(stated.line)
    for lines in book.by_indicator().values():
        for figures in zip(*((line.weight, line.score, line.rate) for line in lines), strict=True):
            yield from _same(figures)
        yield from _names(lines)
    yield from _same(_totals(book))


def _totals(book: ScoreBook) -> list[Figure]:
    """The score of the whole, wherever it stands."""
    tables = [s.total.score for s in book.sources if s.total is not None and {each.level for each in s.tops} == {1}]
    return tables + [stated.line.score for stated in book.sentences if stated.is_total]


def _same(figures: Sequence[Figure]) -> Iterator[Posed]:
    """Every later statement is compared with the first, so that one wrong copy fails once."""
    stated = [figure for figure in figures if not figure.is_missing]
    for other in stated[1:]:
        yield Posed(Duplicate((stated[0], other)))


def _names(lines: Sequence[ScoreLine]) -> Iterator[Checked]:
    first, *others = [line for line in lines if line.code] or [lines[0]]
    for other in others:
        if other.key == first.key:
            yield Checked.held(NAME_DIFFERS, other.place)
            continue
        yield Checked.failed(
            NAME_DIFFERS,
            Severity.ERROR,
            f"指标 {first.code} 有两个名称",
            f"同一个指标，一处写作“{first.name}”，一处写作“{other.name}”。",
            other.place,
            first.place,
            stated=other.name,
            expected=first.name,
            group=f"{first.code}{other.name}",
        )
