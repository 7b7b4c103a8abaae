"""A form as a sheet of Excel: empty with checks and formulas, or completed with what was printed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from jixiao.forms.profiles import Profile
from jixiao.forms.vocabulary import Column
from jixiao.quantities import exact_text
from jixiao.reports.scores.figures import figure_of
from jixiao.reports.scores.paper import Book, Look, as_text
from jixiao.reports.verified.forms.formulas import Formula, Formulas
from jixiao.reports.verified.forms.layout import Cell, Key, Layout, Part, Role
from jixiao.text.widths import lines_in

_LINE, _LEAST = 14, 20
"""Points of height: of a line of text, and of the lowest row."""
_ROOM, _OBJECTIVE_ROOM = 1, 5
"""Lines that a blank cell leaves for writing."""
_MARGINS = tuple(map(Decimal, ("0.5", "0.5", "0.6", "0.6")))
"""Inches on the left, on the right, above and below."""
_FILL, _COMPUTED, _CHANGED = "#FFFBE6", "#EAF1E4", "#FCE4D6"
_LOOKS = {
    Role.TITLE: Look("center", bold=True, border=False, size=16),
    Role.NOTE: Look("right", border=False),
    Role.HEADING: Look("center", bold=True, fill="#F2F2F2"),
    Role.LABEL: Look("center", fill="#F2F2F2"),
    Role.TYPED: Look("center", typed=True),
}
_LEFT = (Column.LEVEL3, Column.REASON, Column.EXPLANATION, Column.STANDARD, "预期目标", "实际完成情况")
_TARGET_HELP = "写明方向、数和单位，如 ≥95%、≤21万元、20万份、6月底前；不能用数表示的写明应达到的状态"
_SIGNS, _YES_NO = ("≥", "＞", "≤", "＜", "＝", "定性"), ("是", "否")
_ADDRESS = re.compile(r"\b([A-Z])(\d+)\b")
_FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a cell of a form said before it was corrected, and why it was."""

    stated: str
    why: str


def draw_empty(book: Book, layout: Layout, name: str) -> None:
    """The sheet to fill in: labels are protected (without a password), numbers, dates and lists are checked."""
    formulas = Formulas(layout)
    drawn = _Sheet(book, layout, name, formulas.by_key, tinted=True)
    _Checks(drawn.drawn, book, layout, formulas).draw()
    drawn.drawn.protect("", {"format_rows": True, "format_columns": True, "insert_rows": False})


def draw_completed(book: Book, layout: Layout, name: str, changed: Mapping[Key, Changed] | None = None) -> None:
    """The sheet with what the form says; a cell that was changed is tinted and notes what stood there before."""
    _Sheet(book, layout, name, {}, changed or {})


class _Sheet:
    """The cells of a layout on a sheet, rows as high as their texts, fitted to the width of a page of A4."""

    def __init__(
        self,
        book: Book,
        layout: Layout,
        name: str,
        formulas: Mapping[Key, Formula],
        changed: Mapping[Key, Changed] | None = None,
        *,
        tinted: bool = False,
    ) -> None:
        self._book, self._layout, self._tinted = book, layout, tinted
        self._formulas, self._changed = formulas, changed or {}
        self.drawn: Any = book.workbook.add_worksheet(name)
        for column, width in enumerate(layout.widths):
            self.drawn.set_column(column, column, width)
        for row, lines in enumerate(self._heights()):
            self.drawn.set_row(row, max(_LEAST, 6 + _LINE * lines) if row else 32)
        self._for_print()
        for cell in layout.cells:
            self._draw(cell)

    def _for_print(self) -> None:
        if self._layout.is_wide:
            self.drawn.set_landscape()
        self.drawn.set_paper(9)
        self.drawn.fit_to_pages(1, 0)
        self.drawn.set_margins(*_MARGINS)
        self.drawn.center_horizontally()
        self.drawn.set_footer("&R第 &P 页，共 &N 页")
        self.drawn.hide_gridlines(2)

    def _heights(self) -> list[int]:
        """Lines of every row; a text over several rows is shared out among them."""
        heights = [1] * self._layout.rows
        for cell in sorted(self._layout.cells, key=lambda each: each.rows):
            width = sum(self._layout.widths[cell.column : cell.column + cell.columns])
            lines = lines_in(cell.text, width)
            if not cell.text and cell.key is not None:
                lines = _OBJECTIVE_ROOM if cell.key.part is Part.OBJECTIVE else _ROOM
            rows = range(cell.row, cell.row + cell.rows)
            short = lines - sum(heights[row] for row in rows)
            for extra in range(max(short, 0)):
                heights[rows[extra % len(rows)]] += 1
        return heights

    def _draw(self, cell: Cell) -> None:
        look = self._look(cell)
        if cell.rows > 1 or cell.columns > 1:
            last = cell.row + cell.rows - 1, cell.column + cell.columns - 1
            self.drawn.merge_range(cell.row, cell.column, *last, "", self._book.format(look))
        formula = self._formulas.get(cell.key) if cell.key else None
        figure = figure_of(cell.text) if cell.key else None
        if formula is not None:
            value = "" if formula.value is None else Decimal(exact_text(formula.value))
            format_ = self._book.format(replace(look, code=formula.code, typed=False))
            self.drawn.write_formula(cell.row, cell.column, formula.text, format_, value)
        elif figure is not None and _is_number(cell):
            format_ = self._book.format(replace(look, code=figure.code))
            self.drawn.write_number(cell.row, cell.column, figure.value, format_)
        elif cell.text:
            self.drawn.write_string(cell.row, cell.column, as_text(cell.text), self._book.format(look))
        else:
            self.drawn.write_blank(cell.row, cell.column, None, self._book.format(look))
        was = self._changed.get(cell.key) if cell.key else None
        if was is not None:
            note = as_text(f"原填：{was.stated or '（空白）'}\n{was.why}")
            self.drawn.write_comment(cell.row, cell.column, note, {"x_scale": 2})

    def _look(self, cell: Cell) -> Look:
        look = _LOOKS[cell.role]
        if cell.key is not None:
            if cell.key.column in _LEFT:
                look = replace(look, align="left")
            if cell.role is Role.TYPED and not cell.text:
                look = replace(look, code="General" if _is_number(cell) else "@")
        if cell.key in self._changed:
            return replace(look, fill=_CHANGED, bold=True)
        if self._tinted and cell.role is Role.TYPED:
            return replace(look, fill=_COMPUTED if cell.key in self._formulas else _FILL)
        return look


_NUMBERS = (
    Column.INITIAL,
    Column.ADJUSTED,
    Column.RECEIVED,
    Column.INTEGRATED,
    Column.NET,
    Column.EXECUTED,
    Column.POINTS,
    Column.SCORE,
    Column.RATE,
    Column.COEFFICIENT,
    Column.OF_HUNDRED,
    Column.REVIEW,
)


def _is_number(cell: Cell) -> bool:
    return cell.key is not None and cell.key.column in _NUMBERS


class _Checks:
    """What Excel lets be typed, and what it marks: red for what cannot be, amber for what is still to be explained."""

    def __init__(self, drawn: Any, book: Book, layout: Layout, formulas: Formulas) -> None:
        self._drawn, self._layout, self._formulas = drawn, layout, formulas
        self._profile: Profile = layout.profile
        self._wrong = book.workbook.add_format({"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True})
        self._open = book.workbook.add_format({"bg_color": "#FFE699"})

    def draw(self) -> None:
        for key, cell in self._layout.by_key.items():
            if key not in self._formulas.by_key and (rule := self._rule(key)):
                last = cell.row + cell.rows - 1, cell.column + cell.columns - 1
                self._drawn.data_validation(cell.row, cell.column, *last, {"ignore_blank": True, **rule})
        self._mark_lines()
        self._mark_money()
        self._mark_totals()

    def _rule(self, key: Key) -> dict[str, object] | None:
        """What may be typed into a cell; None where anything may be."""
        rules: Mapping[Column | str, Callable[[Key], dict[str, object]]] = {
            **{column: lambda _: _at_least_zero("金额只填数，不带单位") for column in _NUMBERS[:6]},
            Column.POINTS: lambda _: _between("0", exact_text(self._profile.full_points), "分值在 0 与满分之间"),
            Column.SCORE: self._score_rule,
            Column.COEFFICIENT: lambda _: _between("0", "1", "得分系数在 0 与 1 之间，如 0.8"),
            Column.OF_HUNDRED: lambda _: _between("0", "100", "单项得分按百分制，在 0 与 100 之间"),
            Column.NATURE: lambda _: _one_of(_SIGNS),
            Column.CORE: lambda _: _one_of(_YES_NO),
            Column.TARGET: lambda _: {"validate": "any", "input_message": _TARGET_HELP},
            "自评等级": lambda _: _one_of([band.name for band in self._profile.grades.in_force.bands]),
            "填报日期": lambda _: _on_a_day(),
        }
        return rules[key.column](key) if key.column in rules else None

    def _score_rule(self, key: Key) -> dict[str, object]:
        points = self._formulas.at(key.part, key.nth, Column.POINTS)
        if not points or self._profile.scoring.bonus:
            return _at_least_zero("得分不小于 0")
        return _between("0", f"={points}", "得分在 0 与本行分值之间")

    def _mark_lines(self) -> None:
        for nth in sorted({key.nth for key in self._layout.by_key if key.part is Part.LINE}):
            of = {column: self._formulas.at(Part.LINE, nth, column) for column in Column}
            score, points, reason = of[Column.SCORE], of[Column.POINTS], of[Column.REASON]
            if score and points and not self._profile.scoring.bonus:
                self._mark(Key(Part.LINE, nth, Column.SCORE), f'=AND({score}<>"",N({score})>N({points}))', self._wrong)
            if score and points and reason:
                less = f'=AND({score}<>"",N({score})<N({points}),{reason}="")'
                self._mark(Key(Part.LINE, nth, Column.REASON), less, self._open)
            if score and of[Column.ACTUAL]:
                blank = f'=AND({score}<>"",{of[Column.ACTUAL]}="")'
                self._mark(Key(Part.LINE, nth, Column.ACTUAL), blank, self._open)

    def _mark_money(self) -> None:
        row = self._formulas.total_row
        for nth in sorted({key.nth for key in self._layout.by_key if key.part is Part.MONEY}):
            of = {column: self._formulas.at(Part.MONEY, nth, column) for column in Column}
            budget = of[Column.ADJUSTED] or of[Column.INITIAL]
            if of[Column.EXECUTED] and budget:
                over = f'=AND({budget}<>"",N({of[Column.EXECUTED]})>N({budget}))'
                self._mark(Key(Part.MONEY, nth, Column.EXECUTED), over, self._wrong)
            below = self._profile.execution.explained_below
            if nth == row and below is not None and of[Column.REASON] and of[Column.RATE]:
                low = (
                    f'=AND({of[Column.RATE]}<>"",N({of[Column.RATE]})<{exact_text(below / 100)},{of[Column.REASON]}="")'
                )
                self._mark(Key(Part.MONEY, nth, Column.REASON), low, self._open)

    def _mark_totals(self) -> None:
        full = exact_text(self._profile.full_points)
        total = self._formulas.at(Part.TOTAL, 0, Column.POINTS)
        if total:
            self._mark(Key(Part.TOTAL, 0, Column.POINTS), f'=AND({total}<>"",ROUND(N({total}),4)<>{full})', self._wrong)

    def _mark(self, key: Key, condition: str, format_: Any) -> None:
        cell = self._layout.by_key.get(key)
        if cell is not None:
            last = cell.row + cell.rows - 1, cell.column + cell.columns - 1
            rule = {"type": "formula", "criteria": _fixed(condition), "format": format_}
            self._drawn.conditional_format(cell.row, cell.column, *last, rule)


def _fixed(condition: str) -> str:
    """A condition whose addresses do not move along the cells it is asked for."""
    return _ADDRESS.sub(r"$\1$\2", condition)


def _told(rule: dict[str, object], message: str) -> dict[str, object]:
    return {**rule, "error_title": "请核对", "error_message": f"{message}；还不知道的请留空。"}


def _at_least_zero(message: str) -> dict[str, object]:
    return _told({"validate": "decimal", "criteria": ">=", "value": 0}, message)


def _between(low: str, high: str, message: str) -> dict[str, object]:
    maximum: object = high if high.startswith("=") else Decimal(high)
    return _told({"validate": "decimal", "criteria": "between", "minimum": Decimal(low), "maximum": maximum}, message)


def _one_of(words: Any) -> dict[str, object]:
    return _told({"validate": "list", "source": list(words)}, f"请从 {'、'.join(words)} 中选择")


def _on_a_day() -> dict[str, object]:
    rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "input_message": "如 2025-1-20"}
    return _told(rule, "请填写日期，如 2025-1-20")
