"""One question: its answers add up to its base, their shares to that of all; each share is its count over the base."""

from collections.abc import Iterator

from jixiao.checking import Posed
from jixiao.reading.surveytables import SurveyQuestion
from jixiao.relations import Quotient, Sum


def question_relations(question: SurveyQuestion) -> Iterator[Posed]:
    """The relations of one question; of several answers allowed only the shares are compared."""
    if question.base.is_missing:
        return
    if not question.is_multiple:
        yield from _added_up(question)
    if not question.base.known.value:
        return
    for answer in question.answers:
        if not answer.count.is_missing and not answer.share.is_missing:
            yield Posed(Quotient.share(answer.share, answer.count, question.base))


def _added_up(question: SurveyQuestion) -> Iterator[Posed]:
    """The answers against the base; the shares against that of all where the answers tell that one each was given."""
    counts = [answer.count for answer in question.answers]
    if any(count.is_missing for count in counts):
        return
    counted = Sum.of(question.base, counts)
    yield Posed(counted)
    shares = [answer.share for answer in question.answers]
    stated = not any(share.is_missing for share in (question.base_share, *shares))
    if stated and counted.assess().verdict.is_possible:
        yield Posed(Sum.of(question.base_share, shares))
