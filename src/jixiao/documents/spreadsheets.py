"""Workbooks as documents: every visible cell of every sheet, merges exact, numbers as their format shows them."""

import json
import subprocess
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.documents import oldsheets
from jixiao.documents.kinds import AS_WORKBOOK
from jixiao.documents.model import Block, Cell, Document, GridCount, Paragraph
from jixiao.documents.sheets import cells as sheets
from jixiao.documents.sheets.beside import beside
from jixiao.documents.sheets.display import displayed
from jixiao.documents.sheets.regions import regions_of
from jixiao.findings import Place
from jixiao.refusals import Problem, Refusal

Merges = tuple[tuple[int, int, int, int], ...]
"""Merged ranges: first row, first column, last row, last column, all counted from 1."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of either kind of workbook: its texts by row and column, counted from 1.

    `typed` are the decimals of numbers whose format shows more. `unstored` formulas have no value in the file.
    """

    name: str
    texts: Mapping[tuple[int, int], str]
    merges: Merges
    hidden: bool
    typed: Mapping[tuple[int, int], int]
    unstored: int = 0


def read_workbook(raw: bytes, file: str) -> Document:
    """The sheets of an .xlsx file, each a table under its name; Refusal as `sheets` gives it."""
    return _document((_of_new(sheet) for sheet in sheets.grids_in(raw, file, displayed)), file, "xlsx")


def read_old_workbook(raw: bytes, file: str) -> Document:
    """The sheets of an .xls file, each a table under its name; Refusal where it is locked or cannot be read."""
    # -P: a module that lies in the folder of the case is not taken for one of ours.
    command = [sys.executable, "-P", "-m", oldsheets.__name__]
    try:
        answer = subprocess.run(command, input=raw, capture_output=True, timeout=oldsheets.SECONDS, check=False)
    except subprocess.TimeoutExpired:
        found = f"{oldsheets.SECONDS} 秒内没有读完的旧格式工作簿"
        raise Refusal(Problem(file, "", found, "完整的 .xls 工作簿", AS_WORKBOOK)) from None
    if answer.returncode == oldsheets.LOCKED:
        expected = "没有打开密码的 .xls 工作簿"
        raise Refusal(Problem(file, "", "有密码的文件", expected, "请打开后取消密码再保存"))
    if answer.returncode != oldsheets.READ:
        raise Refusal(Problem(file, "", "读不了的旧格式文件", "完整的 .xls 工作簿", AS_WORKBOOK))
    return _document(map(_of_old, json.loads(answer.stdout)), file, "xls")


def _document(found: Iterable[_Sheet], file: str, kind: str) -> Document:
    """The sheets that are shown, each behind its name; those that are hidden are said to be unread."""
    blocks: list[Block] = []
    unread: list[str] = []
    grids = GridCount(file)
    for sheet in found:
        if sheet.texts and sheet.hidden:
            unread.append(f"隐藏的工作表“{sheet.name}”没有读取；需要核查时请取消隐藏后再试")
        elif sheet.texts:
            # A sheet ends the chapter that was open on the one before it.
            blocks.append(Paragraph(sheet.name, Place(table=_titled(sheet.name)), level=1 if blocks else None))
            blocks += _blocks(sheet, grids)
        if sheet.unstored and not sheet.hidden:
            mend = "请用 Excel 或 WPS 打开并保存后再试"
            unread.append(f"工作表“{sheet.name}”有 {sheet.unstored} 个公式没有保存结果，没有读取；{mend}")
    if not blocks:
        raise Refusal(Problem(file, "", "没有内容的工作簿", "有内容的工作表", "；".join(unread) or "请核对文件"))
    return Document(file, kind, tuple(blocks), tuple(unread))


def _titled(name: str) -> str:
    return f"工作表“{name}”"


def _blocks(sheet: _Sheet, grids: GridCount) -> Iterator[Block]:
    """The lines of text and the tables of a sheet; a merged range takes the text of its first cell."""
    filled = sorted(sheet.texts)
    ends = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    rights = {position: right for position, (_, right) in ends.items()}
    for region in regions_of(sheet.texts, sheet.merges):
        top, bottom = region.rows[0], region.rows[-1]
        inside = filled[bisect_left(filled, (top, 0)) : bisect_left(filled, (bottom + 1, 0))]
        if region.is_line:
            yield from _paragraphs(sheet, *inside[0])
            continue
        for cells in [inside] if region.is_form else beside(inside, sheet.texts, rights):
            yield grids.grid(grids.next_number(), _cells(sheet, cells, ends))


def _cells(
    sheet: _Sheet, inside: Sequence[tuple[int, int]], ends: Mapping[tuple[int, int], tuple[int, int]]
) -> Iterator[Cell]:
    """The cells of a table, counted from where it begins and merged as far as it reaches."""
    columns = [column for _, column in inside]
    top, bottom, nearest, farthest = inside[0][0], inside[-1][0], min(columns), max(columns)
    for row, column in inside:
        low, right = ends.get((row, column), (row, column))
        height, width = min(low, bottom) - row + 1, min(right, farthest) - column + 1
        place = _place(sheet, row, column)
        typed = sheet.typed.get((row, column))
        yield Cell(sheet.texts[row, column], row - top, column - nearest, place, height, width, typed)


def _paragraphs(sheet: _Sheet, row: int, column: int) -> Iterator[Block]:
    """The paragraphs that one cell holds, for a whole chapter may stand in one."""
    place = _place(sheet, row, column)
    return (Paragraph(line, place) for line in sheet.texts[row, column].splitlines() if line.strip())


def _place(sheet: _Sheet, row: int, column: int) -> Place:
    return Place(table=_titled(sheet.name), row=row, column=sheets.column_letters(column))


def _of_new(sheet: sheets.Grid) -> _Sheet:
    cells = {(row, column): cell for row, line in sheet.rows.items() for column, cell in line.items()}
    texts = {at: cell.text for at, cell in cells.items() if cell.text}
    typed = {at: cell.typed for at, cell in cells.items() if cell.typed is not None}
    unstored = sum(cell.nature == "unstored" for cell in cells.values())
    return _Sheet(sheet.name, texts, sheet.merges, sheet.hidden, typed, unstored)


def _of_old(record: oldsheets.SheetRecord) -> _Sheet:
    texts = {(row, column): text for row, column, text, _ in record["cells"]}
    typed = {(row, column): decimals for row, column, _, decimals in record["cells"] if decimals is not None}
    merges = tuple((top, left, bottom, right) for top, left, bottom, right in record["merges"])
    return _Sheet(record["name"], texts, merges, record["hidden"], typed)
