"""Scores and weights over all levels, tables and sentences: rates, sums, the same indicator in several places."""

from collections.abc import Iterator

from jixiao.audit.checks.scores.agreeing import agreements, whole_scores
from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import SCORE_CHECKS
from jixiao.audit.checks.scores.deductions import losers, sentence_relations
from jixiao.audit.checks.scores.grading import grades
from jixiao.audit.checks.scores.listing import counts, missing, shortened
from jixiao.audit.checks.scores.losses import losses
from jixiao.audit.checks.scores.members import members
from jixiao.audit.checks.scores.systems import system
from jixiao.audit.checks.scores.totals import outline_totals, totals
from jixiao.audit.checks.scores.weights import weights
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.reading.indicatorlists import stated_counts, stated_losers, stated_members

__all__ = ["SCORE_CHECKS", "relations"]


def relations(material: Material) -> Iterator[Posed | Checked]:
    """Everything that the scores of a document must satisfy."""
    book = ScoreBook.of(material)
    annex = () if book.annex is None else (book.annex,)
    for source in (*book.tables, *book.set_apart, *annex):
        yield from totals(source)
    if book.outline is not None:
        yield from outline_totals(book.outline, whole_scores(book))
    yield from agreements(book)
    yield from sentence_relations(book)
    yield from missing(book)
    yield from shortened(book)
    yield from counts(book, stated_counts(material.mentions))
    yield from members(book, stated_members(material.passages))
    yield from losers(book, stated_losers(material.passages))
    yield from losses(book, material.mentions)
    yield from grades(book, material)
    yield from system(material)
    yield from weights(material)
