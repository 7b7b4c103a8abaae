"""The checks of forms and summaries that need nothing but them: what an audit and a verification both ask."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.checking import Checked, Posed
from jixiao.forms import Form, FormBook, Summary
from jixiao.forms.checks import contents, grades, indicators, listing, money, names, points
from jixiao.forms.pairing import Pairs


def of_form(form: Form, *, by_ministry: bool) -> Iterator[Posed | Checked]:
    """What must hold in one form; `by_ministry`: forms of its document give points for execution by the rate."""
    yield from money.relations(form, by_ministry=by_ministry)
    yield from points.relations(form)
    yield from indicators.relations(form)
    yield from contents.relations(form)


def of_summary(
    summary: Summary, pairs: Pairs, book: FormBook, bands: Mapping[str, Fraction]
) -> Iterator[Posed | Checked]:
    """What must hold in one summary and between it and its forms; `bands`: the grades that its document states."""
    yield from names.relations(pairs)
    yield from listing.relations(summary, pairs, book)
    yield from grades.relations(summary, bands)
