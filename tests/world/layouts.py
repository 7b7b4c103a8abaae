"""Forms on paper in the layouts of other profiles, whose columns are taken from the profile, and summary tables.

Headings are those of published forms (预算数（A）, 调整后预算数, 权重 …), so that readers meet what offices print.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from tests.world.growing import layout_of
from tests.world.ministry import ministry
from tests.world.paper import Cell, Page
from tests.world.truth import Department, Indicator, Kind, Money, Sheet, Target, plain, quantized

from jixiao.forms.profiles.model import IndicatorLayout, Profile, TargetIn, TotalStands
from jixiao.forms.profiles.scores import ExecutionStands
from jixiao.forms.vocabulary import Column

_REASON = "偏差原因分析及改进措施"
_AB = {Column.ADJUSTED: "预算数（A）", Column.EXECUTED: "执行数（B）", Column.RATE: "执行率（B/A）"}
_HEADS: Mapping[str, Mapping[Column, str]] = {
    "B": {
        Column.ADJUSTED: "调整后预算数",
        Column.EXECUTED: "预算执行数",
        Column.POINTS: "权重",
        Column.ACTUAL: "完成值",
        Column.REASON: "未完成原因分析",
        Column.TARGET: "指标值",
    },
    "C": {**_AB, Column.SCORE: "得分（20分×执行率）", Column.TARGET: "年初目标值"},
    "C2": {Column.ADJUSTED: "预算数", Column.EXECUTED: "执行数", Column.SCORE: "自评分", Column.REVIEW: "复核分"},
    "D": {
        Column.ADJUSTED: "预算数",
        Column.EXECUTED: "执行数",
        Column.RATE: "执行进度",
        Column.TARGET: "预期值",
        Column.ACTUAL: "实际值",
        Column.SCORE: "折算得分",
    },
    "E": {
        Column.ADJUSTED: "全年预算数",
        Column.POINTS: "权重",
        Column.LEVEL3: "指标名称",
        Column.MEASURE: "计量单位",
        Column.TARGET: "指标值",
        Column.CORE: "是否核心指标",
    },
    "F": {Column.POINTS: "参考分值", Column.SCORE: "自评得分", Column.REASON: "未完成原因"},
    "F1": _AB,
    "G": _AB,
    "H": {
        Column.ADJUSTED: "全年预算数（A）",
        Column.EXECUTED: "全年执行数（B）",
        Column.RATE: "预算执行率（B/A）",
        Column.TARGET: "指标值",
        Column.ACTUAL: "全年实际完成值",
        Column.REASON: "未完成原因和改进措施",
    },
    "H1": {Column.ADJUSTED: "预算数", Column.EXECUTED: "执行数"},
    "H2": {
        Column.ADJUSTED: "预算数A",
        Column.INTEGRATED: "统筹整合数B",
        Column.NET: "C=A-B",
        Column.RECEIVED: "资金到位数D",
        Column.EXECUTED: "资金执行数E",
        Column.RATE: "执行率E/C",
        Column.REASON: "未完成原因",
    },
    "J": {Column.SCORE: "自评分", Column.EXPLANATION: "指标解释"},
    "L": {
        Column.LEVEL3: "指标名称",
        Column.EXPLANATION: "指标说明",
        Column.SCORE: "县级评分",
        Column.REVIEW: "市级评分",
    },
    "A-云南": {Column.TARGET: "指标值"},
}
_TITLES = {
    "H": "中央对地方转移支付区域绩效目标自评表",
    "H1": "区域绩效目标自评表",
    "H2": "林业草原生态保护恢复资金绩效自评表",
    "L": "专项资金绩效自评评分表",
    "N2": "部门整体绩效自评表",
}
_SOURCES: Mapping[str, tuple[str, ...]] = {
    "B": ("其中：财政资金", "单位资金", "其他资金"),
    "H": ("其中：中央财政资金", "地方资金", "其他资金"),
}
BY_ROW = ("C2", "H2")
"""Profiles whose form prints a rate for every row of money."""
_SHARE = "权重占比"
"""A column of Handan's form that says the points once more, in per cent."""
_YUAN = 10000


def page(sheet: Sheet) -> Page:
    """Print a form in the layout of its profile."""
    found = layout_of(sheet.profile)
    return ministry(sheet) if sheet.profile == "A" else _Printed(sheet, found).page()


def pages(department: Department) -> list[Page]:
    """Print the forms of a department, and the summary table of them if it has one."""
    return [*map(page, department.sheets), *([_summary_page(department)] if department.summary else [])]


def _summary_page(department: Department) -> Page:
    table = Page([f"{department.year}年度{department.name}项目支出绩效自评情况汇总表", "单位：万元"])
    table.row("序号", "资金使用单位", "项目名称", "资金", "自评得分", "自评等级")
    for number, row in enumerate(department.summary, start=1):
        table.row(str(number), row.unit, row.project, plain(row.amount), plain(row.score), row.grade)
    table.row("合计", "", "", plain(department.total), "", "")
    return table


@dataclass(frozen=True, slots=True)
class _Printed:
    sheet: Sheet
    profile: Profile

    @property
    def layout(self) -> IndicatorLayout:
        return self.profile.indicators

    @property
    def columns(self) -> tuple[Column | str, ...]:
        own: tuple[Column | str, ...] = self.layout.columns or layout_of("A").indicators.columns
        at = own.index(Column.OF_HUNDRED) + 1 if Column.OF_HUNDRED in own else 0
        return (*own[:at], _SHARE, *own[at:]) if at else own

    @property
    def side(self) -> int:
        """How many columns stand beside the indicators."""
        return 1 if self.sheet.money else 0

    @property
    def spare(self) -> int:
        """How many columns the last column of indicators is wider than one."""
        return self.width - self.side - len(self.columns)

    @property
    def width(self) -> int:
        return self.side + max(len(self.columns), 2 + len(self.profile.money.columns) if self.sheet.money else 0)

    def heading(self, column: Column | str) -> str:
        if isinstance(column, str):
            return column
        usual = _REASON if column is Column.REASON else column.value
        return _HEADS.get(self.profile.id, {}).get(column, usual)

    def page(self) -> Page:
        return self._form() if self.sheet.money else self._table()

    def _table(self) -> Page:
        """A table of scores under its title, with nothing above and beside it (J, L)."""
        sheet = self.sheet
        title = _TITLES.get(self.profile.id, "部门整体支出绩效自评表")
        printed = Page([f"{sheet.year}年度{sheet.unit}{sheet.project}{title}"])
        self._indicators(printed, beside=False)
        self._total(printed)
        return printed

    def _form(self) -> Page:
        sheet = self.sheet
        title = _TITLES.get(self.profile.id, "项目支出绩效自评表")
        printed = Page([title, f"（{sheet.year}年度）"])
        self._header(printed)
        self._money(printed)
        left = (self.width - 1) // 2
        given = sheet.objective_score is not None
        right = self.width - 1 - left - given
        heads = [Cell("预期目标", columns=left), Cell("实际完成情况", columns=right)]
        said = [Cell(sheet.expected, columns=left), Cell(sheet.achieved, columns=right)]
        label = f"年度总体目标（{plain(_objective_points(self.profile))}分）" if given else "年度总体目标"
        printed.row(Cell(label, rows=2), *heads, *(["得分"] if given else []))
        printed.row(*said, *([_points(sheet.objective_score)] if given else []))
        self._indicators(printed)
        self._total(printed)
        return printed

    def _header(self, printed: Page) -> None:
        """Who and what the form is about, and the total where the header prints it."""
        sheet, wide = self.sheet, self.width
        half = wide // 2
        if self.profile.id == "N2":
            printed.row("部门名称", Cell(sheet.project, columns=wide - 1))
            return
        score = _points((sheet.total_score or Decimal(0)) + sheet.header_off)
        if self._reviewed:
            results = "自评得分", score, "财政审核评分", Cell(score, columns=wide - half - 3)
            printed.row("项目名称", Cell(sheet.project, columns=half - 1), *results)
        else:
            printed.row("项目名称", Cell(sheet.project, columns=wide - 1))
        units = Cell(sheet.department, columns=half - 1), "实施单位", Cell(sheet.unit, columns=wide - half - 1)
        printed.row("主管部门", *units)
        if self.profile.total_stands is TotalStands.HEADER and not self._reviewed:
            printed.row("自评总分", Cell(score, columns=wide - 1))

    @property
    def _reviewed(self) -> bool:
        """Whether the form prints its total in the header, beside that of a review, and once more below (F)."""
        return "财政审核评分" in self.profile.signs.words

    def _money(self, printed: Page) -> None:
        columns = self.profile.money.columns
        label = 1 + len(self.sheet.money)
        unit = self.profile.money.unit.value
        spare = self.width - 3 - len(columns)
        printed.row(
            Cell(f"项目资金（{unit}）", rows=label),
            Cell("", columns=2),
            *_stretched([self.heading(column) for column in columns], spare),
        )
        names = _SOURCES.get(self.profile.id)
        for number, row in enumerate(self.sheet.money):
            name = row.name if number == 0 else names[number - 1] if names else ("其中：" * (number == 1)) + row.name
            texts = [self._money_cell(column, row, number == 0) for column in columns]
            printed.row(Cell(name, columns=2), *_stretched(texts, spare))

    def _money_cell(self, column: Column, row: Money, total: bool) -> str:
        amounts = {
            Column.INITIAL: row.initial,
            Column.ADJUSTED: row.adjusted,
            Column.RECEIVED: row.net,
            Column.INTEGRATED: row.integrated,
            Column.NET: row.net,
            Column.EXECUTED: row.outturn,
        }
        if column in amounts:
            factor = _YUAN if self.profile.money.unit.value == "元" else 1
            behind = self.sheet.outturn_unit if total and column is Column.EXECUTED else ""
            return plain(amounts[column] * factor) + behind
        if column is Column.RATE and not total and self.profile.id in BY_ROW:
            return row.rate
        if not total:
            return "" if column is Column.REASON else "—"
        others = {
            Column.RATE: f"{self.sheet.rate}%",
            Column.POINTS: plain(self.sheet.execution_points),
            Column.SCORE: _points(self.sheet.execution_score),
            Column.REASON: self.sheet.reason,
        }
        return others[column]

    def _indicators(self, printed: Page, beside: bool = True) -> None:
        rows = list(self._rows())
        spare = self.spare
        heads = _stretched([self.heading(column) for column in self.columns], spare)
        extra = 1 if Column.OF_HUNDRED in self.columns else 0
        side = [Cell("绩效指标", rows=1 + len(rows) + extra)] if beside else []
        printed.row(*side, *heads)
        for level1, group in groupby(rows, key=lambda row: row.level1):
            block = list(group)
            for level2, within in groupby(block, key=lambda row: row.level2):
                below = list(within)
                for number, row in enumerate(below):
                    cells = [
                        Cell(self._cell(column, row), rows=max(row.covers, 1) if column is Column.SCORE else 1)
                        for column in self.columns
                        if column not in _LEVELS and (row.covers or column is not Column.SCORE)
                    ]
                    if number == 0 and Column.LEVEL2 in self.columns:
                        cells.insert(0, Cell(level2, rows=len(below)))
                    if row is block[0] and Column.LEVEL1 in self.columns:
                        cells.insert(0, Cell(self._block(level1), rows=len(block)))
                    if row.covers:
                        last = cells.pop()
                        cells.append(Cell(last.text, last.rows, 1 + spare))
                    printed.row(*cells)
        if extra:
            self._execution_row(printed, spare)

    def _rows(self) -> Iterator[Indicator]:
        """The rows, with the rate of execution first in its block where it counts inside one (F)."""
        sheet, due = self.sheet, self.profile.execution.stands is ExecutionStands.WITHIN_BLOCK
        for row in sheet.indicators:
            if due and row.level1 == "过程指标":
                due = False
                yield execution_row(sheet)
            yield row

    def _block(self, name: str) -> str:
        points = next((block.points for block in self.sheet.blocks if block.name == name), None)
        return name if points is None else f"{name}（{plain(points)}分）"

    def _cell(self, column: Column | str, row: Indicator) -> str:
        return _CELLS[column](row, self.layout)

    def _execution_row(self, printed: Page, spare: int) -> None:
        """The rate of execution as the last indicator of the first level (D)."""
        sheet = self.sheet
        texts: Mapping[Column | str, str] = {
            Column.LEVEL1: "预算执行率",
            Column.LEVEL2: "预算执行率",
            Column.LEVEL3: "预算执行率",
            Column.POINTS: plain(sheet.execution_points),
            Column.TARGET: "100%",
            Column.ACTUAL: f"{sheet.rate}%",
            Column.OF_HUNDRED: quantized(execution_row(sheet).of_hundred, 2),
            _SHARE: f"{plain(sheet.execution_points)}%",
            Column.SCORE: _points(sheet.execution_score),
        }
        printed.row(*_stretched([texts[column] for column in self.columns], spare))

    def _total(self, printed: Page) -> None:
        sheet = self.sheet
        below = self.profile.total_stands is TotalStands.LAST_ROW or self._reviewed
        if not below or sheet.total_score is None:
            return
        grade = sheet.grade if self.profile.grades.stand is TotalStands.LAST_ROW else ""
        held: Mapping[Column | str, str] = {
            Column.POINTS: _points(sheet.total_weight),
            Column.SCORE: _points(sheet.total_score),
        }
        cells: list[Cell | str] = []
        columns = self.columns
        before = next(at for at, column in enumerate(columns) if column in held)
        cells.append(Cell("总分", columns=self.side + before))
        cells += [held.get(column, "") for column in columns[before:]]
        if grade:
            cells[-1] = grade
        if self.spare:
            last = cells.pop()
            cells.append(Cell(last if isinstance(last, str) else last.text, columns=1 + self.spare))
        printed.row(*cells)


_LEVELS = (Column.LEVEL1, Column.LEVEL2)


def execution_row(sheet: Sheet) -> Indicator:
    """The rate of execution as an indicator inside the block of the process."""
    target = Target(Kind.BARE, "", "100", "%")
    levels = "过程指标", "预算执行", "预算执行率"
    return Indicator(*levels, target, str(sheet.rate), sheet.execution_points, sheet.execution_score, sheet.reason)


def _objective_points(profile: Profile) -> Decimal:
    return Decimal(int(profile.objective_points or 0))


def _stretched(texts: list[str], spare: int) -> list[Cell]:
    """Cells of one column, the last as much wider as the table is."""
    return [*(Cell(text) for text in texts[:-1]), Cell(texts[-1], columns=1 + spare)]


def _points(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _score(row: Indicator, layout: IndicatorLayout) -> str:
    return _points(row.score)


def _target(row: Indicator, layout: IndicatorLayout) -> str:
    return row.target.value if layout.target_in is TargetIn.THREE else row.target.text


def _actual(row: Indicator, layout: IndicatorLayout) -> str:
    return row.actual if layout.target_in is TargetIn.THREE else row.actual_text


_CELLS: Mapping[Column | str, Callable[[Indicator, IndicatorLayout], str]] = {
    Column.LEVEL3: lambda row, _: row.level3,
    Column.NATURE: lambda row, _: row.target.sign if row.target.kind is not Kind.BARE else "=",
    Column.TARGET: _target,
    Column.MEASURE: lambda row, _: row.target.unit,
    Column.ACTUAL: _actual,
    Column.POINTS: lambda row, _: _points(row.weight),
    Column.SCORE: _score,
    Column.REASON: lambda row, _: row.reason,
    Column.COEFFICIENT: lambda row, _: plain(row.coefficient),
    Column.OF_HUNDRED: lambda row, _: quantized(row.of_hundred, 2),
    _SHARE: lambda row, _: f"{_points(row.weight)}%",
    Column.CORE: lambda row, _: "否",
    Column.EXPLANATION: lambda row, _: f"考核{row.level3}的情况",
    Column.STANDARD: lambda row, _: row.standard,
    Column.REVIEW: _score,
}
