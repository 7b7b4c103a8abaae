"""Scores against the standard that a form prints beside an indicator, and its points against those of the row."""

from collections.abc import Iterator

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, IndicatorLine
from jixiao.forms.checks.catalogue import STANDARD, STANDARD_POINTS
from jixiao.forms.profiles import Profile
from jixiao.forms.scoring.items import allows, points_of
from jixiao.forms.scoring.shares import share_by_standard
from jixiao.forms.scoring.standards import WrittenStandard, standard_of
from jixiao.quantities import exact_text


def relations(form: Form, profile: Profile) -> Iterator[Checked]:
    """What the standards of one form say of its scores and points; a bonus beyond the points is left out."""
    for line in form.lines:
        if not line.standard or line.covered or line.points.printed is None:
            continue
        standard = standard_of(line)
        if standard is None:
            continue
        yield from _points(form, line, standard)
        score = line.score.printed
        has_bonus = profile.scoring.bonus and score is not None and score.value > line.points.printed.value
        if score is not None and not standard.complaints and not has_bonus:
            yield from _score(form, line, standard)


def _points(form: Form, line: IndicatorLine, standard: WrittenStandard) -> Iterator[Checked]:
    points = line.points.known.value
    steps = standard.steps(points)
    unfit = [
        *standard.complaints,
        *([f"最高一档只有 {exact_text(steps[0])} 分"] if steps and steps[0] < points else []),
    ]
    if not unfit:
        yield Checked.held(STANDARD_POINTS, line.points.place)
        return
    yield Checked.failed(
        STANDARD_POINTS,
        Severity.WARNING,
        f"{form.label}：{line.name.cited}的评分标准与分值不符",
        f"评分标准“{line.standard}”：{'；'.join(unfit)}；这一行的分值是 {line.points}。",
        line.standard.place,
        line.points.place,
        stated=str(line.points),
    )


def _score(form: Form, line: IndicatorLine, standard: WrittenStandard) -> Iterator[Checked]:
    points, share = line.points.known.value, share_by_standard(line)
    if share is None:
        yield from _step(form, line, standard)
        return
    if allows(share.values.scale(points), points, line.score):
        yield Checked.held(STANDARD, line.score.place)
        return
    due = points_of(points, share)
    plain = share.exact is not None and not standard.notes
    yield Checked.failed(
        STANDARD,
        Severity.ERROR if plain else Severity.WARNING,
        f"{form.label}：{line.name.cited}的得分与评分标准不符",
        f"{due.derivation}；却得 {line.score}。{''.join(f'（{note}）' for note in standard.notes)}",
        line.score.place,
        line.standard.place,
        line.actual.place,
        stated=str(line.score),
        expected=f"{due}分",
    )


def _step(form: Form, line: IndicatorLine, standard: WrittenStandard) -> Iterator[Checked]:
    """A score that is none of the steps, whatever the actual value is."""
    steps = standard.steps(line.points.known.value)
    if not steps or line.score.known.value in steps:
        return
    listed = "、".join(map(exact_text, steps))
    yield Checked.failed(
        STANDARD,
        Severity.WARNING,
        f"{form.label}：{line.name.cited}的得分不是评分标准的任何一档",
        f"评分标准“{line.standard}”只有 {listed} 分几档，却得 {line.score}。",
        line.score.place,
        line.standard.place,
        stated=str(line.score),
        expected=f"{listed}之一",
    )
