"""Satisfaction as computed in tables: by the weights printed, from the counts printed, and averaged over questions."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.audit.checks.satisfaction.catalogue import AVERAGE, WEIGHTED_AS_SHARES
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.quantities import Convention, Printed, exact_text, unit_named
from jixiao.reading.compositetables import CompositeTable, SurveySummary
from jixiao.reading.surveytables import SurveyQuestion
from jixiao.relations import Duplicate, Figure, Product, Quotient, Sum, Term
from jixiao.surveys import Composite, Scheme

_PERCENT = unit_named("%")


def computed(table: CompositeTable) -> Iterator[Posed]:
    """The relations within one table of a question."""
    weights = "/".join(exact_text(weight) for weight in table.weights)
    if not table.result.is_missing:
        yield Posed(Composite(table.result, table.counts, Scheme(weights, table.weights)))
    if not table.total.is_missing:
        yield Posed(Sum.of(table.total, table.counts))
        for share, count in zip(table.shares, table.counts, strict=False):
            if not share.is_missing and table.total.known.value:
                yield Posed(Quotient.share(share, count, table.total))
    for weighted, share, weight in zip(table.weighted, table.shares, table.weights, strict=False):
        if not weighted.is_missing and not share.is_missing:
            yield Posed(Product(weighted, (share, _factor(weight))))


def _factor(weight: Fraction) -> Figure:
    return Figure("赋值", Printed(weight, 0, _PERCENT, Convention.EXACT, text=f"{exact_text(weight)}%"))


def copied(questions: Sequence[SurveyQuestion], tables: Sequence[CompositeTable]) -> Iterator[Posed]:
    """The counts of a question, and those of the table that computes its result; they stand one behind the other."""
    for table in tables:
        before = [question for question in questions if question.table.grid.number < table.number]
        if before and len(before[-1].answers) == len(table.counts):
            for answer, count in zip(before[-1].answers, table.counts, strict=True):
                if not answer.count.is_missing:
                    yield Posed(Duplicate((answer.count, count)))


def summarised(summary: SurveySummary, tables: Sequence[CompositeTable]) -> Iterator[Posed | Checked]:
    """The results of all questions beside those of their tables, their mean, and what the other columns hold."""
    own = [table for table in tables if table.number < summary.number and not table.result.is_missing]
    if len(own) == len(summary.results):
        for (_, figure), table in zip(summary.results, own, strict=True):
            yield Posed(Duplicate((table.result, figure)))
        if summary.labels:
            yield from _columns(summary, own)
    if not summary.overall.is_missing:
        yield _averaged(summary)


def _averaged(summary: SurveySummary) -> Posed | Checked:
    """The whole as the mean of the questions; one of them may have been left out of it."""
    mean = _mean(summary.overall, [figure for _, figure in summary.results])
    if mean.assess().verdict.is_possible or len(summary.results) < 3:
        return Posed(mean)
    for text, figure in summary.results:
        others = [other for _, other in summary.results if other is not figure]
        if _mean(summary.overall, others).assess().verdict.is_possible:
            because = f"不计“{text}”一题才等于 {summary.overall}，是否计入没有核对"
            return Checked.not_made(AVERAGE, because, summary.overall.place)
    return Posed(mean)


def _mean(overall: Figure, results: Sequence[Figure]) -> Sum:
    share = Fraction(1, len(results))
    return Sum(overall, tuple(Term(figure, share) for figure in results), AVERAGE, lead="各题满意度的平均数")


def _columns(summary: SurveySummary, tables: Sequence[CompositeTable]) -> Iterator[Checked]:
    """Columns headed like answers should hold the shares of the answers."""
    pairs = list(zip(summary.columns, tables, strict=True))
    if not all(len(row) == len(table.shares) == len(table.weighted) for row, table in pairs):
        return
    if all(_same(row, table.shares) for row, table in pairs):
        yield Checked.held(WEIGHTED_AS_SHARES, summary.columns[0][0].place)
    elif all(_same(row, table.weighted) for row, table in pairs):
        places = [figure.place for row, _ in pairs for figure in row[1:2]]
        yield Checked.failed(
            WEIGHTED_AS_SHARES,
            Severity.WARNING,
            "汇总表各档列出的是占比乘赋值后的数，不是占比",
            f"表头写作“{'、'.join(summary.labels)}”，列出的却是各档占比乘赋值以后的数，容易被当作各档的占比。",
            *places,
            stated=str(summary.columns[0][1]),
            expected=str(tables[0].shares[1]),
        )


def _same(row: Sequence[Figure], others: Sequence[Figure]) -> bool:
    return all(
        one.printed is not None and other.printed is not None and one.known.value == other.known.value
        for one, other in zip(row, others, strict=True)
    )
