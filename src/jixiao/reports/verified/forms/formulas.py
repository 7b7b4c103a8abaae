"""What Excel computes in an empty form: sums, the rate, points for execution, converted scores, totals, the grade."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.forms.profiles import Denominator, ExecutionRule, ExecutionStands, ScoreIs
from jixiao.forms.vocabulary import Column, is_total_money
from jixiao.quantities import exact_text, fixed_text
from jixiao.reports.scores.figures import cell as address
from jixiao.reports.verified.forms.indicatorrows import EXECUTION
from jixiao.reports.verified.forms.layout import Cell, Key, Layout, Part

_AMOUNTS = (Column.INITIAL, Column.ADJUSTED, Column.RECEIVED, Column.INTEGRATED, Column.EXECUTED)
_MONEY = "0.00"
_DECIMALS = 2
"""Of scores where the profile says nothing else."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, its value with what is known already (None: nothing is shown yet), and the format of its number."""

    text: str
    value: Fraction | None = None
    code: str = "General"


class Formulas:
    """The formulas of a laid-out form by what they compute."""

    def __init__(self, layout: Layout) -> None:
        self._layout, self._profile, self._cells = layout, layout.profile, layout.by_key
        self.total_row = self._total_row()
        self.by_key: dict[Key, Formula] = dict(self._all())

    def at(self, part: Part, nth: int, column: Column | str) -> str:
        """The address of a cell; "" where the form has none."""
        cell = self._cells.get(Key(part, nth, column))
        return address(cell.column, cell.row) if cell else ""

    def _total_row(self) -> int | None:
        """Which row of the money block is the total; None where all rows are sources."""
        rows = {key.nth for key in self._cells if key.part is Part.MONEY}
        labels = self._profile.money.rows
        return 0 if rows and (not labels or is_total_money(labels[0]) or labels[0].endswith("总额")) else None

    def _all(self) -> Iterator[tuple[Key, Formula]]:
        for key, cell in self._cells.items():
            if formula := self._formula(key, cell):
                yield key, formula

    def _formula(self, key: Key, cell: Cell) -> Formula | None:
        if key.part is Part.MONEY:
            return self._money(key, cell)
        if key.part is Part.LINE:
            return self._line(key)
        return self._total(key) if key.part is Part.TOTAL else None

    def _money(self, key: Key, cell: Cell) -> Formula | None:
        if key.column in _AMOUNTS and key.nth == self.total_row and not cell.text:
            return self._sum([each for each in self._layout.keys(Part.MONEY, key.column) if each.nth], code=_MONEY)
        if key.column is Column.NET:
            whole, integrated = (self.at(Part.MONEY, key.nth, each) for each in (Column.ADJUSTED, Column.INTEGRATED))
            return Formula(f'=IF({whole}="","",{whole}-N({integrated}))') if whole and integrated else None
        if key.column is Column.RATE:
            rate, known = self._rate(key.nth)
            return Formula(f'=IF({known},ROUND({rate},4),"")', code="0.00%") if rate else None
        if key.column is Column.SCORE and key.nth == self.total_row:
            points = self.at(Part.MONEY, key.nth, Column.POINTS) or self._execution_points()
            return self._execution_score(points)
        return None

    def _rate(self, nth: int) -> tuple[str, str]:
        """The unrounded execution rate of a row, and what must hold for it to be known."""
        executed = self.at(Part.MONEY, nth, Column.EXECUTED)
        columns = {
            Denominator.ADJUSTED: (Column.ADJUSTED, Column.INITIAL),
            Denominator.INITIAL: (Column.INITIAL, Column.ADJUSTED),
            Denominator.NET: (Column.NET, Column.ADJUSTED),
        }[self._profile.execution.denominator]
        first, other = (self.at(Part.MONEY, nth, column) for column in columns)
        if not executed or not (first or other):
            return "", ""
        divisor = f'IF({first}="",{other},{first})' if first and other else first or other
        return f"{executed}/{divisor}", f'AND({executed}<>"",N({divisor})<>0)'

    def _execution_points(self) -> str:
        points = self._profile.execution.points
        return "" if points is None else exact_text(points)

    def _execution_score(self, points: str) -> Formula | None:
        """Points for execution by the profile's rule; nothing where somebody has to say whether the work is done."""
        rate, known = self._rate(self.total_row or 0)
        execution = self._profile.execution
        if not rate or not points:
            return None
        if execution.rule is ExecutionRule.PROPORTIONAL:
            earned = f"MIN(1,{rate})*{points}"
            if execution.floor is not None:
                earned = f"IF({rate}<{_share(execution.floor)},0,{earned})"
        elif execution.rule is ExecutionRule.TIERS:
            earned = "0"
            for tier in reversed(execution.tiers):
                earned = f"IF({rate}>={_share(tier.from_)},{_share(tier.share)}*{points},{earned})"
        else:
            return None
        decimals = _DECIMALS if execution.decimals is None else execution.decimals
        return Formula(f'=IF({known},ROUND({earned},{decimals}),"")', code=_code(decimals))

    def _line(self, key: Key) -> Formula | None:
        name = self._cells.get(Key(Part.LINE, key.nth, Column.LEVEL3))
        points = self.at(Part.LINE, key.nth, Column.POINTS)
        execution = name is not None and name.text == EXECUTION
        execution = execution and self._profile.execution.stands is ExecutionStands.INDICATOR
        of_hundred = self.at(Part.LINE, key.nth, Column.OF_HUNDRED)
        coefficient = self.at(Part.LINE, key.nth, Column.COEFFICIENT)
        if key.column is Column.ACTUAL and execution:
            rate, known = self._rate(self.total_row or 0)
            return Formula(f'=IF({known},ROUND({rate},4),"")', code="0.00%") if rate else None
        if key.column is Column.OF_HUNDRED and execution:
            return self._execution_score("100")
        if key.column is Column.SCORE and of_hundred and self._profile.indicators.score_is is ScoreIs.OF_HUNDRED:
            return self._converted(of_hundred, f"{of_hundred}*{points}/100")
        if key.column is Column.SCORE and coefficient and self._profile.indicators.score_is is ScoreIs.COEFFICIENT:
            return self._converted(coefficient, f"{coefficient}*{points}")
        return None

    def _converted(self, given: str, product: str) -> Formula:
        decimals = self._profile.scoring.decimals
        decimals = _DECIMALS if decimals is None else decimals
        return Formula(f'=IF({given}="","",ROUND({product},{decimals}))', code=_code(decimals))

    def _total(self, key: Key) -> Formula | None:
        if isinstance(key.column, Column):
            return self._sum(self._adding(key.column))
        return self._grade() if key.column == "自评等级" else None

    def _adding(self, column: Column) -> list[Key]:
        """What goes into the total of points or of scores: execution, the objective, every indicator."""
        money = [key for key in self._layout.keys(Part.MONEY, column) if key.nth == self.total_row]
        return [*money, *self._layout.keys(Part.OBJECTIVE, column), *self._layout.keys(Part.LINE, column)]

    def _grade(self) -> Formula | None:
        total = self.at(Part.TOTAL, 0, Column.SCORE)
        scale = self._profile.grades.in_force
        if not total:
            return None
        score = f"ROUND({total},0)" if scale.reading == "整数" else total
        *better, worst = scale.bands
        text = f'"{worst.name}"'
        for band in reversed(better):
            text = f'IF({score}>={exact_text(band.from_)},"{band.name}",{text})'
        return Formula(f'=IF({total}="","",{text})')

    def _sum(self, keys: Sequence[Key], code: str = "General") -> Formula | None:
        """What cells come to; nothing while all of them are blank."""
        if not keys:
            return None
        texts = [self._cells[key].text for key in keys]
        known = [Fraction(text) for text in texts if text]
        addresses = _ranges([self._cells[key] for key in keys])
        value = sum(known, Fraction(0)) if known else None
        return Formula(f'=IF(COUNT({addresses})=0,"",SUM({addresses}))', value, code)


def with_values(layout: Layout) -> Layout:
    """The layout with what its formulas come to already written into the cells: for paper, which computes nothing."""
    formulas = Formulas(layout).by_key
    cells = [
        replace(cell, text=_printed(formula)) if cell.key and (formula := formulas.get(cell.key)) else cell
        for cell in layout.cells
    ]
    return replace(layout, cells=cells)


def _printed(formula: Formula) -> str:
    if formula.value is None:
        return ""
    return fixed_text(formula.value, 2) if formula.code == _MONEY else exact_text(formula.value)


def _ranges(cells: Sequence[Cell]) -> str:
    """Cells as the arguments of a function, those below each other as a range."""
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and runs[-1][-1].column == cell.column and runs[-1][-1].row + 1 == cell.row:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return ",".join(
        ":".join(dict.fromkeys((address(run[0].column, run[0].row), address(run[-1].column, run[-1].row))))
        for run in runs
    )


def _share(percent: Fraction) -> str:
    return exact_text(percent / 100)


def _code(decimals: int) -> str:
    return "0" + ("." + "0" * decimals if decimals else "")
