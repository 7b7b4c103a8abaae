"""Filling in a workbook as people do, with a spreadsheet's own library, and reading it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from jixiao.evaluation import build_case
from jixiao.evaluation.case import Case
from jixiao.evaluation.content import CaseContent
from jixiao.evaluation.folder import read_folder
from jixiao.indicators import IndicatorNode
from jixiao.packs.datafile import read_yaml
from jixiao.refusals import Refusal
from jixiao.workbook import open_case, read_workbook
from jixiao.workbook.writing import workbook_bytes

XINXIANG = Path(__file__).parents[2] / "examples/xinxiang-hitech-2023"
FORMAL = Path(__file__).with_name("formal-rules.yaml")


class Filled:
    """The Xinxiang case as a workbook that is edited and read again."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "案例.xlsx"
        self.path.write_bytes(_written())

    def edit(self, change: Callable[[Workbook], object]) -> "Filled":
        """The workbook after the change, saved by another program than ours."""
        workbook = load_workbook(self.path)
        change(workbook)
        workbook.save(self.path)
        return self

    def content(self) -> CaseContent:
        return read_workbook(self.path).content()

    def case(self) -> Case:
        return build_case(read_workbook(self.path))

    def refusal(self) -> str:
        """What is told when the workbook is opened as a case; it must be refused."""
        try:
            open_case(self.path)
        except Refusal as refusal:
            return str(refusal)
        raise AssertionError("the workbook was accepted")

    def copy_to(self, path: Path) -> Path:
        return Path(shutil.copy(self.path, path))


@cache
def _written() -> bytes:
    """The workbook of the case, written once for all tests; its rules written formally, not by their words alone."""
    content = read_folder(XINXIANG).content()
    return workbook_bytes(replace(content, indicators=[formal(node) for node in content.indicators]))


def formal(node: IndicatorNode) -> IndicatorNode:
    """The indicator, and all below it, with rules that are written formally."""
    children = [formal(child) for child in node.children]
    rules = read_yaml(FORMAL).tree
    assert isinstance(rules, dict)
    part = rules.get(node.code, {})
    assert isinstance(part, dict)
    return node.model_copy(update={"children": children, "rule": {**node.rule, **part}})


def row_of(workbook: Workbook, sheet: str, text: str, column: int = 1) -> int:
    """The row in whose column the text stands first."""
    rows = workbook[sheet].iter_rows(min_col=column, max_col=column)
    return next(cell.row for (cell,) in rows if cell.value == text)


def column_of(workbook: Workbook, sheet: str, heading: str) -> int:
    """The column with the heading."""
    cells = (cell for row in workbook[sheet].iter_rows(max_row=5) for cell in row)
    return next(cell.column for cell in cells if cell.value == heading)


def put(sheet: str, row: str, heading: str, value: Any, code: str | None = None) -> Callable[[Workbook], None]:
    """A change: the value in the row whose first cell is `row`, under the heading; with a number format."""

    def change(workbook: Workbook) -> None:
        key_column = 2 if sheet in ("支出预决算", "收入预决算") else 1
        place = (row_of(workbook, sheet, row, key_column), column_of(workbook, sheet, heading))
        cell = workbook[sheet].cell(*place)
        cell.value = value
        cell.number_format = code or cell.number_format

    return change
