"""One question: its answers add up to its base, and each share is its count over the base."""

from collections.abc import Iterator

from jixiao.audit.posing import Posed
from jixiao.reading.surveytables import SurveyQuestion
from jixiao.relations import Quotient, Sum


def question_relations(question: SurveyQuestion) -> Iterator[Posed]:
    """The relations of one question; of several answers allowed only the shares are compared."""
    counts = [answer.count for answer in question.answers]
    if question.base.is_missing:
        return
    if not question.is_multiple and not any(count.is_missing for count in counts):
        yield Posed(Sum.of(question.base, counts))
    if not question.base.known.value:
        return
    for answer in question.answers:
        if not answer.count.is_missing and not answer.share.is_missing:
            yield Posed(Quotient.share(answer.share, answer.count, question.base))
