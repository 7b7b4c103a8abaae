"""Scores and weights over all levels, tables and sentences: rates, sums, the same indicator in several places."""

from collections.abc import Iterator

from jixiao.audit.checks.scores.agreeing import agreements
from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.listing import counts, missing
from jixiao.audit.checks.scores.totals import totals
from jixiao.audit.material import Material
from jixiao.audit.posing import Checked, Posed


def relations(material: Material) -> Iterator[Posed | Checked]:
    """Everything that the scores of a document must satisfy."""
    book = ScoreBook.of(material)
    for source in book.sources:
        yield from totals(source)
    yield from agreements(book)
    yield from missing(book)
    yield from counts(book, material.mentions)
