"""Self-evaluation forms and the summaries that list them, in a document whose text speaks of them too."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.audit.checks.forms import stated
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.forms import unread_in
from jixiao.forms.catalogue import FORM_CHECKS, READING
from jixiao.forms.checks import of_form, of_summary
from jixiao.forms.execution import scores_by_ministry
from jixiao.forms.pairing import pairs_of

__all__ = ["FORM_CHECKS", "relations"]


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations of every form by itself, of every summary by itself, between them, and with the text."""
    book = material.forms
    by_ministry = any(scores_by_ministry(form) for form in book.forms)
    for form in book.forms:
        yield from of_form(form, by_ministry=by_ministry)
    for title, why in zip(book.together, unread_in(replace(book, unread=())), strict=True):
        yield Checked.not_made(READING, why, title.place)
    bands = stated.bands(material) if book.summaries else {}
    for summary in book.summaries:
        pairs = pairs_of(summary, book.forms)
        yield from of_summary(summary, pairs, book, bands)
        yield from stated.totals(summary, pairs, material)
