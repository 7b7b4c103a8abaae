"""Self-evaluation forms and the summaries that list them: money, points, scores, targets, and what must agree."""

from collections.abc import Iterator

from jixiao.audit.checks.forms import contents, grades, indicators, listing, money, names, points
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.forms.catalogue import FORM_CHECKS
from jixiao.forms.execution import scores_by_ministry
from jixiao.forms.pairing import pairs_of

__all__ = ["FORM_CHECKS", "relations"]


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations of every form by itself, of every summary by itself, and between them."""
    book = material.forms
    by_ministry = any(scores_by_ministry(form) for form in book.forms)
    for form in book.forms:
        yield from money.relations(form, by_ministry=by_ministry)
        yield from points.relations(form)
        yield from indicators.relations(form)
        yield from contents.relations(form)
    for summary in book.summaries:
        pairs = pairs_of(summary, book.forms)
        yield from names.relations(pairs)
        yield from listing.relations(summary, pairs, material)
        yield from grades.relations(summary, material)
