"""Surveys in one table: the shares of the answers to every question, and the satisfaction under one scheme for all."""

from collections.abc import Iterator, Sequence

from jixiao.checking import Posed
from jixiao.reading.answermatrix import AnsweredRow
from jixiao.relations import Figure, Sum
from jixiao.relations.arithmetic import PrintedArithmetic
from jixiao.relations.checks import RATE_SHARE
from jixiao.surveys import Composite, Scheme, schemes_for


def answered(rows: Sequence[AnsweredRow], valid: Figure | None, stated: Scheme | None) -> Iterator[Posed]:
    """The relations of one table; `valid` is the one number of valid questionnaires, `stated` the scheme told."""
    questions = [row for row in rows if not row.is_total]
    if valid is not None:
        yield from _where_most_hold([Sum.of(valid, row.counts) for row in questions])
    yield from _where_most_hold([Sum.of(row.answers, row.counts) for row in rows if not row.answers.is_missing])
    for row in rows:
        yield from _shares(row)
    told = [row for row in rows if not row.result.is_missing]
    scheme = _scheme(told, stated)
    if scheme is not None:
        yield from (Posed(Composite(row.result, row.counts, scheme)) for row in told)


def overall(rows: Sequence[AnsweredRow]) -> Figure | None:
    """The satisfaction with everything, in the row of totals."""
    totals = [row.result for row in rows if row.is_total and not row.result.is_missing]
    return totals[0] if len(totals) == 1 else None


def _where_most_hold(sums: Sequence[Sum]) -> Iterator[Posed]:
    """The sums of the answers in the rows, where all but one hold: what they should add up to is then certain."""
    agreeing = sum(each.assess().verdict.is_possible for each in sums)
    if agreeing and agreeing >= len(sums) - 1:
        yield from map(Posed, sums)


def _shares(row: AnsweredRow) -> Iterator[Posed]:
    every = "+".join(f"甲{number}" for number in range(1, len(row.counts) + 1))
    for number, share in enumerate(row.shares, 1):
        if not share.is_missing:
            yield Posed(PrintedArithmetic(share, f"甲{number}/({every})", row.counts, RATE_SHARE))


def _scheme(rows: Sequence[AnsweredRow], stated: Scheme | None) -> Scheme | None:
    """The scheme that gives the satisfaction in all rows but one at most: the one stated, or the first of the usual."""
    answers = len(rows[0].counts) if rows else 0
    known = [stated] if stated is not None and len(stated.weights) == answers else []
    return next((scheme for scheme in (*known, *schemes_for(answers)) if _fits(rows, scheme)), None)


def _fits(rows: Sequence[AnsweredRow], scheme: Scheme) -> bool:
    agreeing = [row for row in rows if Composite(row.result, row.counts, scheme).assess().verdict.is_possible]
    return len(agreeing) > 1 and len(agreeing) >= len(rows) - 1
