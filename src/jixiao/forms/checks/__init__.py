"""The checks of forms and summaries that need nothing but them: what an audit and a verification both ask."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.checking import Checked, Posed
from jixiao.forms import Form, FormBook, Summary
from jixiao.forms.checks import (
    blanks,
    conduct,
    contents,
    grades,
    indicators,
    levels,
    listing,
    money,
    names,
    points,
    results,
    rounding,
    standards,
)
from jixiao.forms.pairing import Pairs
from jixiao.forms.profiles import GENERAL, Profile

UNKNOWN = Profile(id=GENERAL, name="表样不明")
"""The profile of a form of which nothing is known: what depends on a local rule is only warned of, or not checked."""


def of_form(form: Form, profile: Profile = UNKNOWN, *, by_ministry: bool) -> Iterator[Posed | Checked]:
    """What must hold in one form; `by_ministry`: forms of its document give points for execution by the rate."""
    yield from money.relations(form, profile, by_ministry=by_ministry)
    yield from points.relations(form, profile)
    yield from indicators.relations(form, profile)
    yield from grades.of_form(form, profile)
    yield from contents.relations(form, profile.execution.denominator)


def of_verification(form: Form, profile: Profile) -> Iterator[Posed | Checked]:
    """What only a verification asks of one form beside `of_form`."""
    yield from conduct.relations(form, profile)
    yield from blanks.relations(form)
    yield from levels.relations(form, profile)
    yield from results.relations(form, profile)
    yield from rounding.relations(form, profile)
    yield from standards.relations(form, profile)


def of_summary(
    summary: Summary,
    pairs: Pairs,
    book: FormBook,
    bands: Mapping[str, Fraction],
    profiles: Mapping[int, Profile] = MappingProxyType({}),
) -> Iterator[Posed | Checked]:
    """What must hold in one summary and between it and its forms.

    `bands`: the grades that its document states; `profiles`: those of its forms by their ids, where they are known.
    """
    yield from names.relations(pairs)
    yield from listing.relations(summary, pairs, book)
    yield from grades.relations(summary, pairs, bands, profiles)
