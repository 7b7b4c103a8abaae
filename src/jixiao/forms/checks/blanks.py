"""What a verification finds blank beyond an audit: actual values, and what was made of the yearly objective."""

from collections.abc import Iterator

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, IndicatorLine
from jixiao.forms.catalogue import FIELDS, MISSING


def relations(form: Form) -> Iterator[Checked]:
    """The cells of one form that others of it show to be due."""
    for line in unmeasured(form):
        yield _without_actual(form, line)
    if any(one.expected for one in form.objectives) and not any(one.actual for one in form.objectives):
        yield _without_outcome(form)


def unmeasured(form: Form) -> list[IndicatorLine]:
    """The indicators with a target and no actual value, in a form that gives actual values."""
    if not any(line.actual for line in form.lines):
        return []
    return [line for line in form.lines if line.target and not line.actual and not line.covered]


def _without_actual(form: Form, line: IndicatorLine) -> Checked:
    scored = "" if line.score.is_missing else f"，却得 {line.score} 分"
    return Checked.failed(
        MISSING,
        Severity.WARNING,
        f"{form.label}：“{line.name}”没有填完成值",
        f"指标值 {line.target}，完成值是空白{scored}；表中其他指标都填了，没有完成值就不能打分。",
        line.actual.place,
        line.target.place,
        stated="空白",
        expected="完成值",
    )


def _without_outcome(form: Form) -> Checked:
    expected = next(one.expected for one in form.objectives if one.expected)
    return Checked.failed(
        FIELDS,
        Severity.WARNING,
        f"{form.label}：年度总体目标的实际完成情况没有填",
        "年度总体目标写了预期目标，实际完成情况是空白。",
        expected.place,
        stated="空白",
        expected="实际完成情况",
    )
