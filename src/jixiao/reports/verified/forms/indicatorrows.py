"""The indicator block of a form: an indicator to a row under the headings of its levels, and the row of totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, groupby

from jixiao.forms.profiles import ExecutionStands, TotalStands
from jixiao.forms.vocabulary import Column
from jixiao.quantities import exact_text
from jixiao.reports.verified.forms.columns import indicator_heading
from jixiao.reports.verified.forms.content import FormContent, LineEntry
from jixiao.reports.verified.forms.layout import Key, Layout, Part, Role

EXECUTION = "预算执行率"
_PLANNED = (Column.LEVEL3, Column.EXPLANATION, Column.STANDARD)
_TOTALLED = (Column.POINTS, Column.SCORE, Column.REVIEW)


@dataclass(frozen=True, slots=True)
class _Row:
    """An indicator and how many rows the headings of its levels span that begin with it; 0: they began above."""

    line: LineEntry
    of_block: int
    of_kind: int


def draw_indicators(layout: Layout, content: FormContent, columns: Sequence[Column], spans: Sequence[int]) -> None:
    """The block's heading and its rows, execution as the last of them where the profile makes it an indicator."""
    lines = list(_with_execution(layout, content.lines))
    layout.put(0, "绩效指标", Role.LABEL, rows=len(lines) + 1)
    at = 1
    for column, span in zip(columns, spans, strict=True):
        at = layout.put(at, indicator_heading(layout.profile, column), Role.HEADING, columns=span)
    layout.end_row()
    for nth, row in enumerate(_rows(lines)):
        at = 1
        for column, span in zip(columns, spans, strict=True):
            at = _draw_cell(layout, at, span, Key(Part.LINE, nth, column), row, content)
        layout.end_row()


def _with_execution(layout: Layout, lines: Sequence[LineEntry]) -> Iterator[LineEntry]:
    yield from lines
    execution = layout.profile.execution
    named = any(line.values.get(Column.LEVEL3) == EXECUTION for line in lines)
    if execution.stands is ExecutionStands.INDICATOR and not named:
        points = exact_text(execution.points or Fraction(0))
        values = {Column.LEVEL3: EXECUTION, Column.TARGET: "100%", Column.POINTS: points}
        yield LineEntry(EXECUTION, EXECUTION, values)


def _rows(lines: Sequence[LineEntry]) -> Iterator[_Row]:
    for _, of_block in groupby(lines, key=lambda line: line.block):
        inside = list(of_block)
        block = len(inside)
        for _, of_kind in groupby(inside, key=lambda line: line.level2):
            same = list(of_kind)
            kind = len(same)
            for line in same:
                yield _Row(line, block, kind)
                block = kind = 0


def _draw_cell(layout: Layout, at: int, span: int, key: Key, row: _Row, content: FormContent) -> int:
    """A cell of an indicator; headings of the levels stand in the first of the rows that they span."""
    if key.column in (Column.LEVEL1, Column.LEVEL2):
        first = key.column is Column.LEVEL1
        if rows := row.of_block if first else row.of_kind:
            text = _block_heading(row.line.block, content) if first else row.line.level2
            layout.put(at, text, Role.LABEL, rows=rows, columns=span)
        return at + span
    text = row.line.values.get(Column(key.column), "")
    fixed = key.column in _PLANNED and text and not row.line.common
    return layout.put(at, text, Role.LABEL if fixed else Role.TYPED, columns=span, key=key)


def _block_heading(block: str, content: FormContent) -> str:
    points = content.block_points.get(block, "")
    return f"{block}\n（{points.removesuffix('分')}分）" if points else block


def draw_total(layout: Layout, content: FormContent, columns: Sequence[Column], spans: Sequence[int]) -> None:
    """The last row: what all points and all scores come to, and the grade where the profile prints it there."""
    starts = list(accumulate(spans, initial=1))
    totals = {
        Column.POINTS: content.total_points,
        Column.SCORE: content.total_score,
        Column.REVIEW: content.total_review,
    }
    begin = min((starts[at] for at, each in enumerate(columns) if each in _TOTALLED), default=layout.width - 1)
    layout.put(0, "总分", Role.LABEL, columns=begin)
    graded = layout.profile.grades.stand is TotalStands.LAST_ROW
    for start, column, span in zip(starts, columns, spans, strict=False):
        if start < begin:
            continue
        key = Key(Part.TOTAL, 0, column) if column in _TOTALLED else None
        text = totals.get(column, "")
        if graded and column is columns[-1]:
            key, text = Key(Part.TOTAL, 0, "自评等级"), content.grade
        layout.put(start, text, Role.TYPED if key else Role.LABEL, columns=span, key=key)
    layout.end_row()
