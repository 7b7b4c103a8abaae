"""The cells of a sheet as sections read them: trimmed texts that know their cell, complaints where none can be read."""

from collections.abc import Iterator, Mapping

from jixiao.documents.sheets.cells import Cell, Grid, column_letters
from jixiao.packs.complaints import nearest
from jixiao.workbook.layout import REMARK, Column, Sheet
from jixiao.workbook.rows import Complaints, Row, Text, Where

_HEADER_ROWS = 12
_LINES_ABOVE = 2
"""The title and the line of explanation."""


class SheetCells:
    """A grid with its complaints."""

    def __init__(self, grid: Grid, complaints: Complaints) -> None:
        self.grid = grid
        self.complaints = complaints
        self._heading_row = 0
        self._complained: set[tuple[int, int]] = set()

    @property
    def sheet(self) -> str:
        """The name of the sheet."""
        return self.grid.name

    @property
    def numbers(self) -> list[int]:
        """The numbers of the rows that hold anything."""
        return sorted(self.grid.rows)

    def columns(self, number: int) -> list[int]:
        """The columns of a row that hold anything."""
        return sorted(self.grid.rows.get(number, {}))

    def grid_text(self, number: int, column: int) -> str:
        """The text of a cell as it stands, without a complaint."""
        cell = self.grid.rows.get(number, {}).get(column)
        return cell.text.strip() if cell is not None else ""

    def row_texts(self, number: int) -> Mapping[int, str]:
        """The texts of a row by column, on one line each."""
        texts = {column: "".join(self.grid_text(number, column).split()) for column in self.columns(number)}
        return {column: text for column, text in texts.items() if text}

    def text(self, number: int, column: int, heading: str, *, code: bool = False) -> Text:
        """The text of a cell; empty after a complaint about an error, a formula without a value, a date for a code."""
        where = Where(self.sheet, number, heading)
        cell = self.grid.rows.get(number, {}).get(column)
        if cell is None:
            return Text("", where)
        wrong = _wrong(cell, f"{column_letters(column)}{number}", code)
        if wrong is not None:
            if (number, column) not in self._complained:
                self._complained.add((number, column))
                self.complaints.add(where, *wrong)
            return Text("", where)
        return Text(cell.text.replace("\r\n", "\n").replace("\r", "\n").strip(), where)

    def rows(self, sheet: Sheet) -> list[Row]:
        """The rows below the headings, cells by the keys of their columns; empty rows are left out."""
        headings = self._headings(sheet)
        if headings is None:
            return []
        first, columns = headings
        self._heading_row = first
        rows = []
        for number in (number for number in self.numbers if number > first):
            cells = {
                column.key: text for place, column in columns.items() if (text := self._cell(number, place, column))
            }
            if cells:
                rows.append(Row(cells, Where(self.sheet, number)))
            else:
                self._refuse_lone(number, sheet)
        return rows

    def _refuse_lone(self, number: int, sheet: Sheet) -> None:
        """In a row with nothing else, a text in a column that is not read was typed by someone."""
        shown = [column.heading for column in sheet.columns if column.shown]
        headings = self.row_texts(self._heading_row)
        for column in self.columns(number):
            if headings.get(column) in shown:
                expected = f"不写在“{headings[column]}”一列的内容"
                if self.refuse_stray(number, column, expected, "灰色的列供对照，不读入；请填写这一行的其他列，或清空"):
                    return

    def _cell(self, number: int, place: int, column: Column) -> Text:
        return self.text(number, place, column.heading, code=column.kind == "code")

    def _headings(self, sheet: Sheet) -> tuple[int, dict[int, Column]] | None:
        """The row of the headings and which column stands where; None after a complaint."""
        by_heading = {column.heading: column for column in sheet.columns}
        candidates = self.numbers[:_HEADER_ROWS]
        known = {number: len(by_heading.keys() & set(self.row_texts(number).values())) for number in candidates}
        best = max(known, key=lambda number: (known[number], -number), default=None)
        if best is None or known[best] == 0:
            expected = f"表头（{'、'.join(by_heading)}）"
            self.complaints.add(Where(self.sheet), "没有表头的工作表", expected, "请恢复表头一行")
            return None
        columns: dict[int, Column] = {}
        for place, text in self.row_texts(best).items():
            where = Where(self.sheet, best)
            column = by_heading.get(text)
            if column is None:
                self._unknown(where, text, by_heading)
            elif column in columns.values():
                self.complaints.add(where, f"第二个表头“{text}”", "每个表头只出现一次", "请合并或删去其中一列")
            elif not column.shown:
                columns[place] = column
        self._refuse_missing(sheet, columns, best)
        self._refuse_above(best)
        self.refuse_unheaded(best)
        return best, columns

    def _unknown(self, where: Where, text: str, known: Mapping[str, Column]) -> None:
        if text.startswith(REMARK):
            return
        near = nearest(text, known)
        mend = f"请改为“{near}”；" if near else ""
        mend += f"自己加的列，表头请以“{REMARK}”开头（不会读入）"
        self.complaints.add(where, f"不认识的表头“{text}”", f"{'、'.join(known)}之一", mend)

    def _refuse_missing(self, sheet: Sheet, columns: Mapping[int, Column], row: int) -> None:
        for column in sheet.columns:
            if column.required and column not in columns.values():
                mend = f"请补上这一列：{column.note}"
                self.complaints.add(
                    Where(self.sheet, row), f"没有“{column.heading}”一列", f"表头“{column.heading}”", mend
                )

    def _refuse_above(self, headings: int) -> None:
        """Above the headings stand a title and a line of explanation, each the first of its row; nothing else."""
        rows = [number for number in self.numbers if number < headings and self.row_texts(number)]
        for place, number in enumerate(rows):
            for column in self.columns(number)[1 if place < _LINES_ABOVE else 0 :]:
                mend = f"请移到表头下面的行；自己的说明请以“{REMARK}”开头"
                self.refuse_stray(number, column, "写在表头下面的内容", mend)

    def refuse_unheaded(self, row: int) -> None:
        """Cells in a column without a heading would be lost without a word; the first of every such column is told."""
        headed = set(self.row_texts(row))
        for number in (number for number in self.numbers if number > row):
            for column in self.columns(number):
                if column not in headed:
                    mend = f"请移到有表头的列，或给这一列加上以“{REMARK}”开头的表头"
                    if self.refuse_stray(number, column, "有表头的列", mend, "没有表头的"):
                        headed.add(column)

    def refuse_stray(self, number: int, column: int, expected: str, mend: str, what: str = "不读入的") -> bool:
        """Complain about a cell that nothing would be made of, unless it is empty or a remark; whether it was."""
        cell = self.grid.rows[number].get(column)
        text = self.grid_text(number, column)
        if cell is None or text.startswith(REMARK) or not (text or cell.nature == "unstored"):
            return False
        content = f"内容“{text[:20]}”" if text else "公式"
        found = f"{column_letters(column)}{number} 单元格里{what}{content}"
        self.complaints.add(Where(self.sheet, number), found, expected, mend)
        return True


def _wrong(cell: Cell, reference: str, code: bool) -> tuple[str, str, str] | None:
    if cell.nature == "error":
        return f"{reference} 单元格的错误值“{cell.text}”", "算得出的值", "请改正这个单元格的公式，或直接填写数值"
    if cell.nature == "unstored":
        mend = "请用 Excel 或 WPS 打开，保存一次再用；或直接填写数值"
        return f"{reference} 单元格里没有计算结果的公式", "存有结果的公式或数值", mend
    if cell.nature == "scaled":
        mend = "请把单元格格式改为不带缩位的数字格式，核对数值后再保存"
        return f"{reference} 单元格按缩小的单位显示的数“{cell.text}”", "显示与实际一致的数", mend
    if cell.nature == "date" and code:
        mend = "请把单元格格式设为“文本”，重新输入"
        return f"{reference} 单元格里的日期“{cell.text}”", "文字", mend
    return None


def filled_rows(rows: list[Row], complaints: Complaints, sheet: Sheet) -> Iterator[Row]:
    """The rows whose required cells are filled; the others are complained about."""
    for row in rows:
        missing = [column for column in sheet.written if column.required and not row.has(column.key)]
        for column in missing:
            where = Where(sheet.name, row.where.row if row.where else 0, column.heading)
            complaints.add(where, "空白", f"必填的“{column.heading}”", f"请填写：{column.note}")
        if not missing:
            yield row
