"""The ministry's form of project self-evaluation (with or without a block of costs) on paper.

The author of this module had not seen the readers of forms when it was written: it follows the description of the
form in annex 1 of 财预〔2020〕10号 and descriptions of published forms only.
"""

from decimal import Decimal
from itertools import groupby

from tests.world.paper import Cell, Page
from tests.world.truth import Indicator, Sheet, plain

_HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
_MONEY = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")


def ministry(sheet: Sheet) -> Page:
    """Print the form on one page: nine columns, merged as the ministry's print merges them."""
    page = Page(["项目支出绩效自评表", f"（{sheet.year}年度）"])
    page.row("项目名称", Cell(sheet.project, columns=8))
    page.row("主管部门", Cell(sheet.department, columns=3), "实施单位", Cell(sheet.unit, columns=4))
    _money(page, sheet)
    page.row(Cell("年度总体目标", rows=2), Cell("预期目标", columns=4), Cell("实际完成情况", columns=4))
    page.row(Cell(sheet.expected, columns=4), Cell(sheet.achieved, columns=4))
    _indicators(page, sheet)
    page.row(Cell("总分", columns=6), _points(sheet.total_weight), _points(sheet.total_score), "")
    return page


def _money(page: Page, sheet: Sheet) -> None:
    page.row(Cell("项目资金（万元）", rows=1 + len(sheet.money)), Cell("", columns=2), *_MONEY)
    total, *parts = sheet.money
    page.row(
        Cell(total.name, columns=2),
        plain(total.initial),
        plain(total.adjusted),
        f"{plain(total.outturn)}{sheet.outturn_unit}",
        plain(sheet.execution_points),
        f"{sheet.rate}%",
        _points(sheet.execution_score),
    )
    for number, part in enumerate(parts):
        name = f"其中：{part.name}" if number == 0 else part.name
        amounts = (part.initial, part.adjusted, part.outturn)
        page.row(Cell(name, columns=2), *map(plain, amounts), "—", "—", "—")


def _indicators(page: Page, sheet: Sheet) -> None:
    points = {block.name: f"{block.name}（{plain(block.points)}分）" for block in sheet.blocks}
    lines: list[list[Cell]] = []
    for level1, group in groupby(sheet.indicators, key=lambda row: row.level1):
        block = list(group)
        for level2, rows in groupby(block, key=lambda row: row.level2):
            below = list(rows)
            for number, row in enumerate(below):
                line = _line(row)
                if number == 0:
                    line.insert(0, Cell(level2, rows=len(below)))
                if row is block[0]:
                    line.insert(0, Cell(points.get(level1, level1), rows=len(block)))
                lines.append(line)
    page.row(Cell("绩效指标", rows=1 + len(lines)), *_HEADS)
    page.rows += lines


def _line(row: Indicator) -> list[Cell]:
    texts = (row.level3, row.target.text, row.actual_text, _points(row.weight), _points(row.score), row.reason)
    return [Cell(text) for text in texts]


def _points(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
