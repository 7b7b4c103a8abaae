"""Verifying a document's forms: each recognised, scored and checked by its profile, and held against the summaries."""

from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.checking import Checkup, weighed
from jixiao.documents import Document
from jixiao.forms.checks import means, of_form, of_summary, of_verification
from jixiao.forms.completeness import FormReading, reading_of, unread_in
from jixiao.forms.execution import scores_by_ministry
from jixiao.forms.model import Form, FormBook, Summary
from jixiao.forms.pairing import pairs_of
from jixiao.forms.profiles import Profile, recognised, without_forms
from jixiao.forms.scoring import ScoredForm, scored


@dataclass(frozen=True, slots=True)
class VerifiedForm:
    """A form: its profile and why it is taken to have it, how far it was read, what it earns, what was found."""

    form: Form
    profile: Profile
    why: str
    reading: FormReading
    scored: ScoredForm
    checkup: Checkup


@dataclass(frozen=True, slots=True)
class VerifiedSummary:
    """A table that lists the forms, and what was found in it and between it and them."""

    summary: Summary
    checkup: Checkup


@dataclass(frozen=True, slots=True)
class VerifiedBook:
    """A document's forms and summaries. `unread` says of every form announced and not read why; `audited` why a
    document without forms is to be audited instead, "" where there are forms.
    """

    forms: tuple[VerifiedForm, ...]
    summaries: tuple[VerifiedSummary, ...]
    unread: tuple[str, ...]
    audited: str = ""


def checked(form: Form, profile: Profile, *, by_ministry: bool = False) -> Checkup:
    """The findings in one form by its profile; `by_ministry`: forms of its document give points by the rate."""
    asked = of_form(form, profile, by_ministry=by_ministry)
    return weighed([*asked, *of_verification(form, profile)])


def checked_summary(summary: Summary, book: FormBook, profiles: Mapping[int, Profile]) -> Checkup:
    """The findings in one summary, and between it and its document's forms, whose profiles are given by their ids."""
    asked = of_summary(summary, pairs_of(summary, book.forms), book, {}, profiles)
    return weighed([*asked, *means.relations(summary)])


def verified(book: FormBook, document: Document, chosen: Profile | None = None) -> VerifiedBook:
    """Every form by the profile chosen, otherwise by the one it is recognised to have; and every summary."""
    by_ministry = any(scores_by_ministry(form) for form in book.forms)
    announced = bool(book.forms or book.unread or book.together)
    forms = tuple(_verified(form, document, chosen, by_ministry=by_ministry) for form in book.forms)
    profiles = {id(each.form): each.profile for each in forms}
    return VerifiedBook(
        forms,
        tuple(VerifiedSummary(each, checked_summary(each, book, profiles)) for each in book.summaries),
        tuple(unread_in(book)),
        "" if announced else without_forms(document).why,
    )


def _verified(form: Form, document: Document, chosen: Profile | None, *, by_ministry: bool) -> VerifiedForm:
    if chosen is not None:
        profile, why = chosen, f"{chosen.name}：指定的表样"
    else:
        found = recognised(form, document)
        profile, why = found.profile, found.why
    checkup = checked(form, profile, by_ministry=by_ministry)
    return VerifiedForm(form, profile, why, reading_of(form), scored(form, profile), checkup)
