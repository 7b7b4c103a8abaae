"""Scores against what stands beside them: a coefficient or a score out of 100, and the level that words name."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, IndicatorLine
from jixiao.forms.checks.catalogue import COEFFICIENT, LEVEL
from jixiao.forms.profiles import Profile, ScoreIs
from jixiao.forms.scoring.execution import prints_whole_scores
from jixiao.forms.scoring.items import allows, printed_range
from jixiao.forms.scoring.shares import share_by_level
from jixiao.forms.values import stated_in
from jixiao.quantities import Interval, exact_text
from jixiao.relations import Figure

_HUNDRED = Fraction(1, 100)


def relations(form: Form, profile: Profile) -> Iterator[Checked]:
    """What must hold between scores and the columns beside them in one form."""
    for line in form.lines:
        if line.covered or line.points.printed is None or line.score.printed is None:
            continue
        yield from _coefficient(form, line, profile)
        yield from _level(form, line, profile)


def _coefficient(form: Form, line: IndicatorLine, profile: Profile) -> Iterator[Checked]:
    """Score = weight × coefficient (0.95, 95 or 95 %), or weight × score out of 100."""
    by_hundred = profile.indicators.score_is is ScoreIs.OF_HUNDRED
    factor = line.of_hundred if by_hundred else line.coefficient
    if factor.printed is None or profile.indicators.score_is is ScoreIs.POINTS:
        return
    points = line.points.known.value
    whole, shares = prints_whole_scores(form, profile), _shares(factor, by_hundred)
    if any(allows(share.scale(points), points, line.score, rounds_to_all=whole) for share in shares):
        yield Checked.held(COEFFICIENT, line.score.place)
        return
    what = "单项得分" if by_hundred else "得分系数"
    yield Checked.failed(
        COEFFICIENT,
        Severity.ERROR,
        f"{form.label}：{line.name.cited}的得分不等于{what}×权重",
        f"权重 {line.points}，{what} {factor}，两者相乘不能得 {line.score}。",
        line.score.place,
        factor.place,
        line.points.place,
        stated=str(line.score),
        figures=(line.score, factor, line.points),
    )


def _shares(factor: Figure, by_hundred: bool) -> Iterator[Interval]:
    """What a printed factor may mean: of a bare number per cent and, where it is a coefficient, a fraction."""
    printed = printed_range(factor.known)
    yield printed.scale(_HUNDRED)
    if not by_hundred and str(factor.known.unit) != "%":
        yield printed


def _level(form: Form, line: IndicatorLine, profile: Profile) -> Iterator[Checked]:
    """Points for words inside the level that these name: partly done is not full marks."""
    if not line.target or stated_in(line.target.text) is not None or stated_in(line.actual.text) is not None:
        return
    share, points = share_by_level(line, profile.scoring), line.points.known.value
    if share is None:
        return
    if allows(share.values.scale(points), points, line.score):
        yield Checked.held(LEVEL, line.score.place)
        return
    yield Checked.failed(
        LEVEL,
        Severity.WARNING if profile.scoring.bands_are_stated else Severity.NOTE,
        f"{form.label}：{line.name.cited}的得分不在完成情况的一档之内",
        f"{share.says}；分值 {line.points}，却得 {line.score}。",
        line.score.place,
        line.actual.place,
        stated=str(line.score),
        expected=f"{exact_text((share.values.low or Fraction(0)) * points)}—"
        f"{exact_text((share.values.high or Fraction(0)) * points)}",
    )
