"""What the scores of one source must satisfy: rate = score ÷ weight, groups and totals the sums of what they hold."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from jixiao.audit.checks.scores.catalogue import DEDUCTION, OVER_WEIGHT
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.quantities import Convention, Printed, unit_named
from jixiao.reading.scorebook import ScoreLine, ScoreSource
from jixiao.relations import Figure, Quotient, Sum
from jixiao.relations.checks import SUM_SCORES, SUM_WEIGHTS

WHOLE = Figure("满分", Printed(Fraction(100), 2, unit_named("分"), Convention.EXACT, text="100分"))
"""The points of a whole evaluation."""


def totals(source: ScoreSource) -> Iterator[Posed | Checked]:
    """The relations within one table or annex."""
    lines = source.lines if source.total is None else (*source.lines, source.total)
    for line in lines:
        yield from line_relations(line)
        yield from _sums(source, line, source.below(line))
    yield from _deductions(lines)
    if source.total is not None:
        yield from _sums(source, source.total, source.tops)
        if {line.level for line in source.tops} == {1} and len(source.tops) > 1:
            yield Posed(Sum.of(source.total.weight, [WHOLE], SUM_WEIGHTS))


def outline_totals(source: ScoreSource, stated: Sequence[Figure]) -> Iterator[Posed | Checked]:
    """The sums that headings and sentences state, and their sum against each total the text states.

    Text may leave indicators out, so that scores are added only where the weights named come to the whole.
    """
    for line in source.lines:
        yield from line_relations(line)
        if _is_complete(line.weight, source.below(line)):
            yield from _sums(source, line, source.below(line))
    if _is_complete(WHOLE, source.tops):
        for total in stated:
            yield Posed(Sum.of(total, [line.score for line in source.tops], SUM_SCORES))


def line_relations(line: ScoreLine) -> Iterator[Posed | Checked]:
    """得分率 = 得分 ÷ 权重, and no score above its weight."""
    if line.score.is_missing or line.weight.is_missing:
        return
    if not line.rate.is_missing and line.weight.known.value:
        yield Posed(Quotient(line.rate, line.score, line.weight))
    if line.score.known.value <= line.weight.known.value:
        yield Checked.held(OVER_WEIGHT, line.score.place)
    else:
        yield Checked.failed(
            OVER_WEIGHT,
            Severity.ERROR,
            f"“{line.label}”的得分超过权重",
            f"得分 {line.score}，权重只有 {line.weight}；得分不能超过权重。",
            line.score.place,
            stated=str(line.score),
            expected=f"不超过 {line.weight}",
            figures=(line.score, line.weight),
        )


def _deductions(lines: Sequence[ScoreLine]) -> Iterator[Posed]:
    """扣分 = 权重 − 得分 in every line, in tables where most lines show that this is what the column holds."""
    stated = [
        Sum.difference(line.lost, line.weight, line.score, check=DEDUCTION)
        for line in lines
        if not any(figure.is_missing for figure in (line.lost, line.weight, line.score))
    ]
    if 2 * sum(not relation.residual for relation in stated) > len(stated):
        yield from map(Posed, stated)


def _is_complete(whole: Figure, parts: Sequence[ScoreLine]) -> bool:
    """Whether the parts all state weight and score, and their weights come to the whole."""
    if whole.is_missing or not parts or any(part.weight.is_missing or part.score.is_missing for part in parts):
        return False
    return sum((part.weight.known.value for part in parts), Fraction(0)) == whole.known.value


def _sums(source: ScoreSource, line: ScoreLine, below: Sequence[ScoreLine]) -> Iterator[Posed]:
    """Weight and score of a group are the sums of what is below it.

    Parts that state no figure are replaced by theirs; where one states none at all nothing is posed.
    """
    for of, check in ((_weight, SUM_WEIGHTS), (_score, SUM_SCORES)):
        parts = [figure for part in below for figure in figures_below(source, part, of)]
        if parts and not of(line).is_missing and not any(part.is_missing for part in parts):
            yield Posed(Sum.of(of(line), parts, check), excused_by=(missing_rows(source.name),))


def figures_below(source: ScoreSource, line: ScoreLine, of: Callable[[ScoreLine], Figure]) -> Iterator[Figure]:
    """The figure of a line, or those below it where the line states none."""
    below = source.below(line)
    if not of(line).is_missing or not below:
        yield of(line)
    else:
        for part in below:
            yield from figures_below(source, part, of)


def _weight(line: ScoreLine) -> Figure:
    return line.weight


def _score(line: ScoreLine) -> Figure:
    return line.score


def missing_rows(source: str) -> str:
    """The name of the trouble that a source lacks rows, which explains sums that do not hold in it."""
    return f"{source}缺少指标"
