"""The indicators of a form as rows of the store. What depends on words is decided here, once, and stored as a code."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.batch.cells import column_of, number_of
from jixiao.batch.schema import DIRECTION, EXECUTION_LINE, LACKS, LINES, OUTCOME
from jixiao.batch.stored import Cells, value_cell
from jixiao.forms import Form, IndicatorLine
from jixiao.forms.checks.blanks import unmeasured
from jixiao.forms.checks.conduct import is_fewer
from jixiao.forms.checks.points import lacking
from jixiao.forms.execution import says_no_reason
from jixiao.forms.profiles import Profile
from jixiao.forms.scoring.deadlines import is_late
from jixiao.forms.scoring.execution import is_execution, rate_in
from jixiao.forms.scoring.shares import share_by_standard, share_by_tiers
from jixiao.forms.values import Direction, Outcome, Stated, direction_of, outcome, stated_pair
from jixiao.forms.vocabulary import SATISFACTION, plain


def line_rows(form: Form, profile: Profile) -> Iterator[Cells]:
    """Every indicator of a form, without the keys of the form."""
    lacks = {id(line): f"缺{words}" for line, words, certain in lacking(form) if certain}
    without_actual = {id(line) for line in unmeasured(form)}
    has_rate = form.total_money is not None and rate_in(form.total_money, profile.execution) is not None
    for at, line in enumerate(form.lines, 1):
        tier = share_by_tiers(line, profile.scoring)
        yield {
            "line": at,
            "block": line.block,
            "level2": line.level2,
            "name": line.name.text,
            **_compared(line),
            "satisfaction": int(SATISFACTION in line.level2),
            "compared": int(bool(line.target and line.actual)),
            "covered": int(line.covered),
            "execution": EXECUTION_LINE[_execution(is_execution(form, line, profile), has_rate and tier is None)],
            "own_standard": int(share_by_standard(line) is not None),
            "lacks": LACKS[lacks.get(id(line), "不缺")],
            "unmeasured": int(id(line) in without_actual),
            "reason": int(not says_no_reason(line.reason.text)),
            "reason_asked": int(bool(form.reason_heading)),
            "tier_share": value_cell(column_of(LINES, "满意度得分率"), None if tier is None else _percent(tier.exact)),
            **number_of(LINES, "分值", line.points),
            **number_of(LINES, "得分", line.score),
        }


def _execution(is_rate: bool, is_scored: bool) -> str:
    if not is_rate:
        return "不是执行率"
    return "按执行率计分" if is_scored else "没有执行率可据"


def _compared(line: IndicatorLine) -> Cells:
    """What target and actual value say, and what they say of each other."""
    target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    direction = direction_of(target, line.name.text, line.level2) if target else Direction.DOUBTFUL
    reached = outcome(target, actual, direction) if target and actual else Outcome.UNKNOWN
    same = bool(line.target) and plain(line.target.text) == plain(line.actual.text)
    repeats = target is not None and actual is not None and actual.direction not in (None, Direction.EXACTLY)
    in_words = target is None or actual is None
    return {
        "target_text": line.target.text or None,
        "actual_text": line.actual.text or None,
        "target": value_cell(column_of(LINES, "指标值"), target.value if target else None),
        "target_unit": target.unit if target else None,
        "actual": value_cell(column_of(LINES, "完成值"), actual.value if actual else None),
        "actual_unit": actual.unit if actual else None,
        "direction": DIRECTION[direction.value],
        "signed": int(target is not None and target.direction is not None),
        "outcome": OUTCOME[reached.value],
        "same_words": int(same and in_words),
        "copied": int(same and repeats),
        "late": int(in_words and is_late(line.target.text, line.actual.text) is True),
        "fewer": int(_is_fewer(line, target, actual, direction, reached)),
    }


def _is_fewer(
    line: IndicatorLine, target: Stated | None, actual: Stated | None, direction: Direction, reached: Outcome
) -> bool:
    doubtful = direction is Direction.DOUBTFUL and reached is Outcome.UNKNOWN
    return doubtful and target is not None and actual is not None and is_fewer(line, target, actual)


def _percent(share: Fraction | None) -> Fraction | None:
    return None if share is None else share * 100
