"""Indicators of a form: score against target and actual value, and targets whose sense is doubtful."""

from collections.abc import Iterator, Sequence

from jixiao.checking import Checked
from jixiao.findings import Check, Severity
from jixiao.forms import Form, IndicatorLine
from jixiao.forms.catalogue import DIRECTION, EXECUTION_SCORE, TARGET
from jixiao.forms.profiles import OverCompletion, Profile, Scoring
from jixiao.forms.scoring.execution import execution_share, is_execution, printed_rate, rate_in
from jixiao.forms.scoring.items import allows, points_of
from jixiao.forms.scoring.shares import Share, is_far_above, share_by_standard, share_by_tiers
from jixiao.forms.values import (
    Direction,
    Outcome,
    Stated,
    direction_of,
    outcome,
    speaks_of_less,
    speaks_of_saving,
    stated_pair,
)
from jixiao.forms.vocabulary import COST, SATISFACTION, plain

_REDUCING = (OverCompletion.REDUCED, OverCompletion.BY_DEVIATION)
_NEARLY_ALL = 90  # percent of lessening that no cost or time can come to


def relations(form: Form, profile: Profile) -> Iterator[Checked]:
    """What must hold between target, actual value and score of every indicator."""
    for line in form.lines:
        target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
        if (share := share_by_tiers(line, profile.scoring)) is not None:
            yield from _by_share(form, line, [share], TARGET, Severity.ERROR)
        elif shares := _of_execution(form, line, profile):
            severity = Severity.ERROR if profile.execution.is_stated else Severity.WARNING
            yield from _by_share(form, line, shares, EXECUTION_SCORE, severity)
        elif share_by_standard(line) is None:  # a standard of the form's own is a check of its own
            yield from _scored(form, line, target, actual, profile.scoring)
        yield from _doubtful(form, line, target, actual)


def _of_execution(form: Form, line: IndicatorLine, profile: Profile) -> list[Share]:
    """The shares that the rate, by the amounts and as it is printed, gives its own indicator; none for any other."""
    row, rule = form.total_money, profile.execution
    if row is None or not is_execution(form, line, profile):
        return []
    return [execution_share(rate, rule) for rate in (rate_in(row, rule), printed_rate(row, rule)) if rate is not None]


def _by_share(
    form: Form, line: IndicatorLine, shares: Sequence[Share], check: Check, severity: Severity
) -> Iterator[Checked]:
    """A score that a rule of the profile settles by a rate alone, whatever the target; any of the shares will do."""
    if line.covered or line.points.printed is None or line.score.printed is None:
        return
    points = line.points.printed.value
    by_rate = check is EXECUTION_SCORE
    if any(allows(share.values.scale(points), points, line.score, rounds_to_all=by_rate) for share in shares):
        yield Checked.held(check, line.score.place)
        return
    due = points_of(points, shares[0])
    yield Checked.failed(
        check,
        severity,
        f"{form.label}：{line.name.cited}的得分与计分办法不符",
        f"{due.derivation}；却得 {line.score}。",
        line.score.place,
        line.actual.place,
        stated=str(line.score),
        expected=f"{due}分",
    )


def _scored(
    form: Form, line: IndicatorLine, target: Stated | None, actual: Stated | None, scoring: Scoring
) -> Iterator[Checked]:
    if line.covered or line.points.printed is None or line.score.printed is None or not (line.target and line.actual):
        return
    where = (line.target.place, line.actual.place, line.score.place)
    if target is None or actual is None:
        yield from _in_words(form, line)
        return
    direction = direction_of(target, line.name.text, line.level2)
    reached = outcome(target, actual, direction)
    full = line.score.printed.value >= line.points.printed.value
    if reached is Outcome.UNKNOWN:
        because = f"{form.label}：{line.name.cited}的指标值“{line.target}”与完成值“{line.actual}”无法比较"
        yield Checked.not_made(TARGET, because, line.name.place)
    elif full == (reached is Outcome.MET) or (
        scoring.over_completion in _REDUCING and is_far_above(target, actual, direction, scoring)
    ):
        yield Checked.held(TARGET, line.score.place)
    elif reached is Outcome.MET:
        yield Checked.failed(
            TARGET,
            _severity_of_deduction(target, actual, direction, scoring),
            f"{form.label}：{line.name.cited}达到指标值却没有得满分",
            f"指标值 {line.target}，完成值 {line.actual}，已经达到；分值 {line.points}，只得 {line.score}。"
            "达到指标值的应得满分，扣分要有依据。",
            *where,
            stated=str(line.score),
            expected=str(line.points),
        )
    else:
        yield Checked.failed(
            TARGET,
            Severity.ERROR if target.direction or SATISFACTION in line.level2 else Severity.WARNING,
            f"{form.label}：{line.name.cited}没有达到指标值却得满分",
            f"指标值 {line.target}，完成值 {line.actual}，没有达到；分值 {line.points}，却得 {line.score}。",
            *where,
            stated=str(line.score),
            expected=f"少于 {line.points}",
        )


def _in_words(form: Form, line: IndicatorLine) -> Iterator[Checked]:
    """Words can only be compared where target and actual value are the same words."""
    if plain(line.target.text) == plain(line.actual.text) and line.score.known.value == line.points.known.value:
        yield Checked.held(TARGET, line.score.place)
        return
    because = f"{form.label}：{line.name.cited}的指标值或完成值是文字描述，不能由程序判断是否达到"
    yield Checked.not_made(TARGET, because, line.name.place)


def _severity_of_deduction(target: Stated, actual: Stated, direction: Direction, scoring: Scoring) -> Severity:
    """A deduction although the target was reached: an error unless direction or over-completion leave room for it."""
    if direction is Direction.DOUBTFUL and actual.value != target.value:
        return Severity.WARNING
    return Severity.WARNING if is_far_above(target, actual, direction, scoring) else Severity.ERROR


def _doubtful(form: Form, line: IndicatorLine, target: Stated | None, actual: Stated | None) -> Iterator[Checked]:
    reason = ""
    if target is not None and target.unit == "%" and target.value >= _NEARLY_ALL and speaks_of_less(line.name.text):
        reason = f"指标是减少、压缩一类，指标值 {line.target} 意味着几乎减到零，可能是把完成率填成了降幅"
    elif _exceeds_cost(line, target, actual):
        reason = f"成本指标一般越低越好，完成值 {line.actual} 高于指标值 {line.target} 却得满分；也可能不是成本指标"
    elif (
        line.level2 == "数量" and not _has_digit(line.target.text) and not _has_digit(line.actual.text) and line.target
    ):
        reason = f"数量指标的指标值“{line.target}”和完成值“{line.actual}”都没有数字，无法衡量"
    if reason:
        yield Checked.failed(
            DIRECTION,
            Severity.WARNING,
            f"{form.label}：{line.name.cited}的指标值含义可疑",
            f"{reason}，请核对。",
            line.name.place,
            line.target.place,
            line.actual.place,
            stated=line.target.text,
        )


def _exceeds_cost(line: IndicatorLine, target: Stated | None, actual: Stated | None) -> bool:
    if COST not in line.level2 or speaks_of_saving(line.name.text) or target is None or actual is None:
        return False
    if target.direction is Direction.MORE:
        return False
    if target.unit != actual.unit or line.score.printed is None or line.points.printed is None:
        return False
    return actual.value > target.value and line.score.printed.value >= line.points.printed.value


def _has_digit(text: str) -> bool:
    return any(character.isdigit() or character in "一二三四五六七八九十百千万两" for character in text)
