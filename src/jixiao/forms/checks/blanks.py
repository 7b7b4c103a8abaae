"""What a verification finds blank beyond an audit: actual values, and what was made of the yearly objective."""

import re
from collections.abc import Iterator, Sequence

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, IndicatorLine, Objective
from jixiao.forms.catalogue import FIELDS, MISSING
from jixiao.forms.totals import has_no_scores
from jixiao.forms.vocabulary import Column, plain

_INSTRUCTION = re.compile(r"[(]?(?:限|不超过)?\d{2,4}字(?:以内|左右|内)?[)]?$")


def relations(form: Form) -> Iterator[Checked]:
    """The cells of one form that others of it show to be due, and a column that is blank as a whole, told once."""
    if form.lines and (columns := _blank_columns(form)):
        yield _unfilled(form, columns)
    for line in unmeasured(form):
        yield _without_actual(form, line)
    if any(one.expected for one in form.objectives) and not any(map(_tells_outcome, form.objectives)):
        yield _without_outcome(form)


def _tells_outcome(objective: Objective) -> bool:
    """Whether something is said of what came of an objective, other than how to fill it in (…，100字以内)."""
    return bool(objective.actual) and not _INSTRUCTION.search(plain(objective.actual.text))


def unmeasured(form: Form) -> list[IndicatorLine]:
    """The indicators with a target and no actual value, in a form that gives actual values."""
    if not any(line.actual for line in form.lines):
        return []
    return [line for line in form.lines if line.target and not line.actual and not line.covered]


def _blank_columns(form: Form) -> list[str]:
    """The columns of results that the form has and that hold nothing in any row."""
    blank = {
        Column.ACTUAL: not any(line.actual for line in form.lines),
        Column.SCORE: has_no_scores(form) and any(not line.points.is_missing for line in form.lines),
    }
    return [column.value for column, is_blank in blank.items() if is_blank and column in form.indicator_columns]


def _unfilled(form: Form, columns: Sequence[str]) -> Checked:
    names = "、".join(columns)
    what = "看来还没有填报；得分和总分没有核对" if Column.SCORE.value in columns else "没有完成值，得分就没有依据"
    return Checked.failed(
        MISSING,
        Severity.WARNING,
        f"{form.label}：{names}一栏都没有填",
        f"{len(form.lines)} 个指标的{names}都是空白，{what}。",
        form.lines[0].name.place,
        stated="空白",
        expected=names,
    )


def _without_actual(form: Form, line: IndicatorLine) -> Checked:
    scored = "" if line.score.is_missing else f"，却得 {line.score} 分"
    return Checked.failed(
        MISSING,
        Severity.WARNING,
        f"{form.label}：{line.name.cited}没有填完成值",
        f"指标值 {line.target}，完成值是空白{scored}；表中其他指标都填了，没有完成值就不能打分。",
        line.actual.place,
        line.target.place,
        stated="空白",
        expected="完成值",
    )


def _without_outcome(form: Form) -> Checked:
    expected = next(one.expected for one in form.objectives if one.expected)
    printed = next((one.actual.text for one in form.objectives if one.actual), "")
    return Checked.failed(
        FIELDS,
        Severity.WARNING,
        f"{form.label}：年度总体目标的实际完成情况没有填",
        f"年度总体目标写了预期目标，实际完成情况{'还是填表说明' if printed else '是空白'}。",
        expected.place,
        stated=printed or "空白",
        expected="实际完成情况",
    )
