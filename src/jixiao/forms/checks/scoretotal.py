"""The total of a form against its scores, also where it counts points for execution that are not printed."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.forms import Form, MoneyRow
from jixiao.forms.catalogue import MISSING, SCORE_TOTAL
from jixiao.forms.checks.adding import added_up, counts_unprinted_execution
from jixiao.forms.profiles import Profile
from jixiao.forms.scoring import stated_total
from jixiao.forms.scoring.execution import execution_share, rate_in, unprinted_score
from jixiao.forms.scoring.items import allows, points_of
from jixiao.forms.scoring.model import points_text
from jixiao.forms.totals import has_no_scores, objective_score
from jixiao.quantities import exact_text
from jixiao.relations import Figure


def score_total(form: Form, profile: Profile) -> Iterator[Posed | Checked]:
    """The printed total against the scores that it holds; a form that prints none is told what they come to."""
    row = form.total_money
    lines = [line.score for line in form.lines]
    counted = row is not None and (not row.score.is_missing or counts_unprinted_execution(profile))
    items = [row.score, *lines] if row is not None and counted else lines
    total, place = stated_total(form), form.total_label.place
    if form.scores_objective:
        objective = objective_score(form)
        if objective is None:
            yield Checked.not_made(SCORE_TOTAL, f"{form.label}的总体目标也打分，没有读出它的得分", place)
            return
        items = [*items, objective]
    if not form.total_label and form.total_score is None and total is None:
        yield Checked.not_made(SCORE_TOTAL, f"{form.label}没有读到总分一行", form.title.place)
        return
    if total is None and has_no_scores(form):
        yield Checked.not_made(SCORE_TOTAL, f"{form.label}没有填得分", place)
        return
    if total is None:
        printed = form.total_points or form.total_alone
        what = f"总分一行只印了 {printed}，是各项分值之和" if printed else "总分一行没有填数"
        scores = sum((figure.known.value for figure in items if not figure.is_missing), Fraction(0))
        yield Checked.failed(
            MISSING,
            Severity.WARNING,
            f"{form.label}：没有印得分总分",
            f"{what}；各项得分之和为 {exact_text(scores)} 分，没有印出来。",
            printed.place if printed else place,
            stated=str(printed) if printed else "空白",
            expected=f"{exact_text(scores)}分",
        )
        return
    if row is not None and counted and row.score.is_missing:
        yield _what_is_left_for_execution(form, profile, row, total, lines)
    else:
        yield added_up(form, total, items, SCORE_TOTAL, f"{form.label}：总分与各项得分之和")


def _what_is_left_for_execution(
    form: Form, profile: Profile, row: MoneyRow, total: Figure, lines: Sequence[Figure]
) -> Posed | Checked:
    """A total that counts points for execution which the form does not print: what is left must be these."""
    rate = rate_in(row, profile.execution)
    points = profile.execution.points if row.points.is_missing else row.points.known.value
    left = unprinted_score(form, total)
    title = f"{form.label}：总分与各项得分之和"
    if left is None or rate is None or points is None:
        return added_up(form, total, [row.score, *lines], SCORE_TOTAL, title)
    share = execution_share(rate, profile.execution)
    if allows(share.values.scale(points), points, left, rounds_to_all=True):
        return Checked.held(SCORE_TOTAL, total.place)
    added = total.known.value - left.known.value
    due = points_of(points, share)
    return Checked.failed(
        SCORE_TOTAL,
        Severity.WARNING,
        title,
        f"总分 {total}，各指标得分之和 {exact_text(added)}，剩下 {left} 分应是没有印出的执行率得分；"
        f"{due.derivation}，两者不符。",
        total.place,
        stated=str(total),
        expected=None if due.exact is None else f"{points_text(added + due.exact)}分",
        figures=(total,),
    )
