"""How a form was filled in: what a verification asks beyond an audit, to be looked at again and proof of nothing."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, IndicatorLine
from jixiao.forms.catalogue import TARGET
from jixiao.forms.checks.catalogue import (
    BLOCK_PROFILE,
    COPIED,
    OVER_COMPLETION,
    REASON,
    SHORTFALL,
    ZERO_EXECUTION,
)
from jixiao.forms.execution import budget_of, execution, in_its_unit, says_no_reason
from jixiao.forms.profiles import Decreasing, Profile, Scoring, Shortfall
from jixiao.forms.scoring.deadlines import is_late
from jixiao.forms.scoring.execution import is_execution
from jixiao.forms.scoring.items import allows
from jixiao.forms.scoring.shares import far_above, is_far_above, share_by_standard, share_by_tiers, share_of
from jixiao.forms.values import Direction, Outcome, Stated, direction_of, outcome, speaks_of_less, stated_pair
from jixiao.forms.vocabulary import plain
from jixiao.quantities import Interval, exact_text

_QUANTITY = "数量"


def relations(form: Form, profile: Profile) -> Iterator[Checked]:
    """What is suspicious in one form without being wrong by itself."""
    yield from _nothing_spent(form, profile)
    yield from _blocks(form, profile)
    for line in form.lines:
        yield from _copied(form, line)
        if not is_execution(form, line, profile):  # how much was spent is asked of the money block
            yield from _compared(form, line, profile.scoring)


def _nothing_spent(form: Form, profile: Profile) -> Iterator[Checked]:
    """Not a yuan spent, and yet every indicator with full marks."""
    if form.total_money is None:
        return
    row = in_its_unit(form.total_money, profile.execution.denominator)
    done = execution(row, profile.execution.denominator)
    lines = [line for line in form.lines if not is_execution(form, line, profile)]
    points = [line.points.known.value for line in lines if not line.points.is_missing]
    scores = [line.score.known.value for line in lines if not line.score.is_missing]
    if done is None or not points or not scores:
        return
    if done > 0 or sum(scores) < sum(points):
        yield Checked.held(ZERO_EXECUTION, row.executed.place)
        return
    budget = budget_of(row, profile.execution.denominator)
    yield Checked.failed(
        ZERO_EXECUTION,
        Severity.WARNING,
        f"{form.label}：一分未花而指标全部满分",
        f"{budget.name} {budget}，执行数 {row.executed}；各指标得分之和 {exact_text(sum(scores, Fraction(0)))} 分，"
        "没有扣一分。如果先完成、后付款，应当写明。",
        row.executed.place,
        *(line.score.place for line in form.lines[:1]),
        stated=str(row.executed),
    )


def _blocks(form: Form, profile: Profile) -> Iterator[Checked]:
    """The points behind the headings against those of the profile, in the case that has the same blocks."""
    stated = {block.name: None if block.points.is_missing else block.points.known.value for block in form.blocks}
    given = profile.prescribed(stated)
    for block in form.blocks:
        if block.points.is_missing or block.name not in given:
            continue
        prescribed = given[block.name]
        if block.points.known.value == prescribed:
            yield Checked.held(BLOCK_PROFILE, block.heading.place)
            continue
        yield Checked.failed(
            BLOCK_PROFILE,
            Severity.WARNING,
            f"{form.label}：“{block.heading}”的分值不是表样规定的 {exact_text(prescribed)} 分",
            f"“{profile.name}”规定{block.name}指标 {exact_text(prescribed)} 分，表中写 {block.points}；"
            "如有调整，应写明依据。",
            block.heading.place,
            stated=str(block.points),
            expected=f"{exact_text(prescribed)}分",
        )


def _copied(form: Form, line: IndicatorLine) -> Iterator[Checked]:
    """An actual value that repeats the target with its sign was not measured."""
    if not line.target or not line.actual:
        return
    target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    signed = actual is not None and actual.direction not in (None, Direction.EXACTLY)
    if target is None or not signed or plain(line.target.text) != plain(line.actual.text):
        yield Checked.held(COPIED, line.actual.place)
        return
    yield Checked.failed(
        COPIED,
        Severity.NOTE,
        f"{form.label}：{line.name.cited}的完成值照抄指标值",
        f"指标值和完成值都写“{line.actual}”，完成值应是实际的数。",
        line.actual.place,
        line.target.place,
        stated=line.actual.text,
    )


def _compared(form: Form, line: IndicatorLine, scoring: Scoring) -> Iterator[Checked]:
    """Reasons for what was missed, points for part of it, and what was far exceeded."""
    target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    if target is None or actual is None:
        yield from _late(form, line)
        return
    direction = direction_of(target, line.name.text, line.level2)
    match outcome(target, actual, direction):
        case Outcome.MISSED:
            yield from _reason(form, line)
            if share_by_tiers(line, scoring) is None and share_by_standard(line) is None:
                yield from _shortfall(form, line, target, actual, direction, scoring)
        case Outcome.UNKNOWN if direction is Direction.DOUBTFUL:
            yield from _less_than_planned(form, line, target, actual)
        case Outcome.MET:
            yield from _exceeded(form, line, target, actual, direction, scoring)


def _reason(form: Form, line: IndicatorLine) -> Iterator[Checked]:
    if not form.reason_heading:
        return
    if not says_no_reason(line.reason.text):
        yield Checked.held(REASON, line.reason.place)
        return
    yield Checked.failed(
        REASON,
        Severity.NOTE,
        f"{form.label}：{line.name.cited}没有达到指标值而没有说明原因",
        f"指标值 {line.target}，完成值 {line.actual}，没有达到；偏差原因一栏应写明原因和改进措施。",
        line.actual.place,
        stated=line.reason.text or "空白",
    )


def _shortfall(
    form: Form, line: IndicatorLine, target: Stated, actual: Stated, direction: Direction, scoring: Scoring
) -> Iterator[Checked]:
    """A partial score against the rule for targets that were missed, where the profile states one."""
    if line.covered or line.points.printed is None or line.score.printed is None:
        return
    less = direction is Direction.LESS
    stated = scoring.decreasing is not Decreasing.UNSTATED if less else scoring.shortfall is not Shortfall.UNSTATED
    usual = less and not stated and scoring.shortfall is Shortfall.PROPORTIONAL
    points, score = line.points.printed.value, line.score.printed.value
    if not (stated or usual) or score >= points:
        return
    share = share_of(line, scoring)
    due = _usual_ways(target, actual) if usual and target.value else (share.values,)
    if any(allows(values.scale(points), points, line.score) for values in due):
        yield Checked.held(SHORTFALL, line.score.place)
        return
    yield Checked.failed(
        SHORTFALL,
        Severity.WARNING,
        f"{form.label}：{line.name.cited}没有按完成情况得分",
        f"{share.says}；分值 {line.points}，得 {line.score}，按规定不是这个数。",
        line.score.place,
        line.target.place,
        line.actual.place,
        stated=str(line.score),
    )


def _usual_ways(target: Stated, actual: Stated) -> tuple[Interval, ...]:
    """What places give for a limit that was exceeded: limit ÷ actual value, less the excess, or nothing."""
    excess = max(2 * target.value - actual.value, Fraction(0)) / target.value
    return tuple(Interval.point(share) for share in (target.value / actual.value, excess, Fraction(0)))


def _late(form: Form, line: IndicatorLine) -> Iterator[Checked]:
    """Full marks for what was done after the day that was set."""
    if line.covered or line.points.printed is None or line.score.printed is None:
        return
    full = line.score.printed.value >= line.points.printed.value
    if not full or not is_late(line.target.text, line.actual.text):
        return
    yield Checked.failed(
        TARGET,
        Severity.WARNING,
        f"{form.label}：{line.name.cited}晚于期限却得满分",
        f"指标值 {line.target}，完成值 {line.actual}，晚于期限；分值 {line.points}，却得 {line.score}。",
        line.actual.place,
        line.target.place,
        line.score.place,
        stated=str(line.score),
        expected=f"少于 {line.points}",
    )


def _less_than_planned(form: Form, line: IndicatorLine, target: Stated, actual: Stated) -> Iterator[Checked]:
    """Full marks for less than a quantity planned without a sign: of quantities more is mostly meant."""
    if line.covered or line.points.printed is None or line.score.printed is None:
        return
    if not is_fewer(line, target, actual) or line.score.printed.value < line.points.printed.value:
        return
    yield Checked.failed(
        TARGET,
        Severity.WARNING,
        f"{form.label}：{line.name.cited}的完成值少于指标值却得满分",
        f"数量指标的指标值 {line.target} 没有写明“≥”或“≤”，完成值只有 {line.actual}，却得 {line.score}；"
        "如果越多越好，就没有达到。",
        line.actual.place,
        line.target.place,
        line.score.place,
        stated=str(line.score),
        expected=f"少于 {line.points}",
    )


def is_fewer(line: IndicatorLine, target: Stated, actual: Stated) -> bool:
    """Whether less was reached than a quantity planned without a sign, of which nothing says that less is better."""
    planned = line.level2 == _QUANTITY and not speaks_of_less(line.name.text)
    return planned and target.unit == actual.unit and actual.value < target.value


def _exceeded(
    form: Form, line: IndicatorLine, target: Stated, actual: Stated, direction: Direction, scoring: Scoring
) -> Iterator[Checked]:
    if line.covered or line.points.printed is None or line.score.printed is None or direction is not Direction.MORE:
        return
    far = is_far_above(target, actual, direction, scoring)
    if not far or line.score.printed.value < line.points.printed.value:
        yield Checked.held(OVER_COMPLETION, line.actual.place)
        return
    yield Checked.failed(
        OVER_COMPLETION,
        Severity.NOTE,
        f"{form.label}：{line.name.cited}的完成值明显高于指标值",
        f"指标值 {line.target}，完成值 {line.actual}，超过指标值的 {exact_text(far_above(scoring))}%；"
        "应分析原因，指标值定得偏低的应适度扣分。",
        line.actual.place,
        line.target.place,
        stated=line.actual.text,
    )
