"""Points for execution that only rounding to whole numbers makes full ones: accepted where all scores are whole."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form
from jixiao.forms.checks.catalogue import ROUNDED_UP
from jixiao.forms.profiles import ExecutionRule, Profile
from jixiao.forms.scoring import stated_total
from jixiao.forms.scoring.execution import (
    execution_share,
    is_execution,
    printed_rate,
    prints_whole_scores,
    rate_in,
    rounded_up,
    unprinted_score,
)
from jixiao.forms.scoring.model import points_text
from jixiao.quantities import exact_text
from jixiao.relations import Figure


def relations(form: Form, profile: Profile) -> Iterator[Checked]:
    """The points for execution in the money block, or of the indicator that is the execution rate."""
    row, rule = form.total_money, profile.execution
    if row is None or rule.rule is not ExecutionRule.PROPORTIONAL:
        return
    rates = [rate for rate in (rate_in(row, rule), printed_rate(row, rule)) if rate is not None]
    best = max(rates, key=lambda rate: rate.value, default=None)
    for points, score in _scores(form, profile) if best is not None else ():
        earned = rounded_up(points, execution_share(best, rule), score)
        if earned is not None:
            yield _told(form, profile, points, score, earned)


def _told(form: Form, profile: Profile, points: Fraction, score: Figure, earned: Fraction) -> Checked:
    if prints_whole_scores(form, profile):
        return Checked.held(ROUNDED_UP, score.place)
    return Checked.failed(
        ROUNDED_UP,
        Severity.WARNING,
        f"{form.label}：执行率没有满而印满分",
        f"按执行率应得 {points_text(earned)} 分，只有四舍五入到整数才是 {exact_text(points)} 分；"
        "表中其他得分印有小数，执行率得分也应照样印出。",
        score.place,
        stated=str(score),
        expected=f"{points_text(earned)}分",
        figures=(score,),
    )


def _scores(form: Form, profile: Profile) -> Iterator[tuple[Fraction, Figure]]:
    row = form.total_money
    if row is not None:
        score = unprinted_score(form, stated_total(form)) or row.score
        points = profile.execution.points if row.points.is_missing else row.points.known.value
        if points is not None and not score.is_missing:
            yield points, score
    for line in form.lines:
        if is_execution(form, line, profile) and not line.points.is_missing and not line.score.is_missing:
            yield line.points.known.value, line.score
