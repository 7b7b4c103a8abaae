"""Files that hold no form: a table of scores by first level (K), a report in words (M). They are for the audit."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from random import Random

from tests.world.growing import department
from tests.world.paper import FORMATS, Page, write
from tests.world.telling import verified_file
from tests.world.truth import Department, Sheet, half_up, plain

HANDED = ("K", "M")
"""The profiles whose files are recognised and handed to the audit."""
_FILES = 4


def handed(key: str, seed: int, folder: Path) -> tuple[int, int]:
    """How many files of the profile were recognised and handed over, of how many."""
    random = Random(f"{key}/{seed}")
    told = 0
    for number, ending in zip(range(_FILES), cycle(FORMATS), strict=False):
        grown = department(seed * _FILES + number, "J" if key == "K" else "A", 1)
        file = folder / f"自评{key}{number}{ending}"
        write([_table(random, grown) if key == "K" else _report(grown)], file)
        book = verified_file(file)
        told += not book.forms and book.audited.startswith("一级指标得分表" if key == "K" else "文字自评报告")
    return told, _FILES


def _table(random: Random, grown: Department) -> Page:
    """Points, scores and either rates or grades of the blocks of a form; some places give grades alone."""
    (sheet,) = grown.sheets
    by_rate, graded = random.random() < 0.5, random.random() < 0.4
    table = Page([f"{grown.year}年度{sheet.unit}{sheet.project}绩效评价得分情况", "单位：分"])
    columns = ("一级指标", "权重", "等级") if graded else ("一级指标", "权重", "得分", "得分率" if by_rate else "等级")
    table.row(*columns)
    for name, points, score in _blocks(sheet):
        rate = half_up(score / points * 100, 2)
        word = "优" if rate >= 90 else "良" if rate >= 80 else "中"
        result = [word] if graded else [plain(score), f"{rate}%" if by_rate else word]
        table.row(name, plain(points), *result)
    return table


def _blocks(sheet: Sheet) -> Iterator[tuple[str, Decimal, Decimal]]:
    for block in sheet.blocks:
        rows = [row for row in sheet.indicators if row.level1 == block.name]
        yield block.name.removesuffix("指标"), block.points, sum((row.score or Decimal(0) for row in rows), Decimal(0))


def _report(grown: Department) -> Page:
    """Rates, parts and scores in sentences alone."""
    (sheet,) = grown.sheets
    total = sheet.money[0]
    report = Page([f"{sheet.unit}{grown.year}年度{sheet.project}绩效自评报告"])
    report.below = [
        "一、项目概况",
        f"{sheet.project}由{sheet.unit}实施，年初预算{plain(total.initial)}万元，全年预算{plain(total.adjusted)}万元。",
        "二、资金使用情况",
        f"全年执行{plain(total.outturn)}万元，预算执行率{total.rate}。",
        "三、目标完成情况",
        *(f"{row.level3}指标值为{row.target.text}，实际完成{row.actual_text}。" for row in sheet.indicators),
        f"四、自评得分{sheet.total_score}分，等级为“{sheet.grade}”。",
    ]
    return report
