"""What the last row of a summary gives as score: the mean of its projects, plain or by their money."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Summary
from jixiao.forms.checks.catalogue import SUMMARY_MEAN
from jixiao.forms.scoring.items import printed_range
from jixiao.quantities import fixed_text

_NONE = Fraction(0)


def relations(summary: Summary) -> Iterator[Checked]:
    """The score of the last row against those above it; a sum of scores is one way to fill that cell, too."""
    total = summary.total.score if summary.total is not None else None
    scores = [row.score for row in summary.rows]
    if total is None or total.is_missing or len(scores) < 2 or any(score.is_missing for score in scores):
        return
    values = [score.known.value for score in scores]
    mean = sum(values, _NONE) / len(values)
    ways = [mean, sum(values, _NONE)]
    weights = [row.money.known.value for row in summary.rows if not row.money.is_missing]
    if len(weights) == len(values) and sum(weights, _NONE) > 0:
        weighted = sum((value * weight for value, weight in zip(values, weights, strict=True)), _NONE)
        ways.append(weighted / sum(weights, _NONE))
    if any(printed_range(total.known).contains(way) for way in ways):
        yield Checked.held(SUMMARY_MEAN, total.place)
        return
    yield Checked.failed(
        SUMMARY_MEAN,
        Severity.WARNING,
        "汇总表合计一行的得分不是各项目的平均分",
        f"{len(values)} 个项目的平均分是 {fixed_text(mean, 2)}，合计一行印作 {total}；"
        "按资金加权的平均分和各项目得分之和也不是这个数。",
        total.place,
        stated=str(total),
        expected=f"{fixed_text(mean, 2)}分",
        figures=(total,),
    )
