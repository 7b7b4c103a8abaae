"""The parts every report is made of: tables, charts, sections, told things.

They are plain data without any look. The text beside a field's type is what writers of templates
read about it.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share of the table's width beside the other columns."""

    heading: Annotated[str, "列标题"]
    width: Annotated[int, "列宽，与其他列相比的份数"] = 10
    align: Annotated[Align, "对齐方式：left、center、right"] = "center"


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells of one column that are one: `rows` rows from the row at `row` (0 is the first below the headings)."""

    row: Annotated[int, "起始行"]
    column: Annotated[int, "所在列"]
    rows: Annotated[int, "合并的行数"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a title without its number, a unit line, columns, rows of texts, a note.

    `strong` are the rows in bold, `indents` the depth of each row's first left-aligned cell (empty: none). The first
    text of a merge is the one shown. `wide` tables belong on a landscape page.
    """

    title: Annotated[str, "表题，不含表号"]
    columns: Annotated[tuple[Column, ...], "各列"]
    rows: Annotated[tuple[tuple[str, ...], ...], "各行，每行是各单元格的文字"]
    unit: Annotated[str, "单位，如“万元”；没有则为空"] = ""
    note: Annotated[str, "表下的注；没有则为空"] = ""
    strong: Annotated[tuple[int, ...], "加粗的行（从 0 起）"] = ()
    indents: Annotated[tuple[int, ...], "各行首个左对齐单元格的缩进层次"] = ()
    merged: Annotated[tuple[Merge, ...], "纵向合并的单元格"] = ()
    wide: Annotated[bool, "是否应放在横向页面上"] = False

    def indent(self, row: int, column: int) -> int:
        """How deep a cell is indented.

        >>> columns = (Column("编码"), Column("名称", align="left"))
        >>> Table("", columns, (("A", "甲"), ("A1", "乙")), indents=(0, 1)).indent(1, 1)
        1
        """
        first = next((at for at, each in enumerate(self.columns) if each.align == "left"), None)
        return self.indents[row] if self.indents and column == first else 0


@dataclass(frozen=True, slots=True)
class Series:
    """The values of a chart under one name, one for each category; None where there is none."""

    name: Annotated[str, "系列名称"]
    values: Annotated[tuple[Decimal | None, ...], "各类别的数值"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: columns standing or bars lying, one value of each series per category.

    `unit` is that of the values: "%" (a value of 91.33 is 91.33%) or one such as 万元; `decimals` as printed.
    """

    title: Annotated[str, "图题，不含图号"]
    kind: Annotated[Literal["column", "bar"], "column 为柱形图，bar 为条形图"]
    categories: Annotated[tuple[str, ...], "类别"]
    series: Annotated[tuple[Series, ...], "各系列"]
    unit: Annotated[str, "数值的单位"] = ""
    decimals: Annotated[int, "数值的小数位数"] = 2


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the report under a heading without its number: paragraphs first, then tables and charts."""

    heading: Annotated[str, "标题，不含编号"]
    paragraphs: Annotated[tuple[str, ...], "各段文字"] = ()
    exhibits: Annotated[tuple[Table | Chart, ...], "文字之后的表和图"] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Something told under a title of its own."""

    title: Annotated[str, "标题"]
    text: Annotated[str, "内容"] = ""
