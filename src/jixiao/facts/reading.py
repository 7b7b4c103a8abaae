"""Reading a table of a case: headings, rows, their hierarchy and names, and the values of the cells.

The same reading serves CSV files and the sheets of the workbook: both are rows of texts. A table that cannot be read
is refused with every problem in it, each with row and heading as a spreadsheet shows them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jixiao.expressions import normal_name
from jixiao.facts.dictionary import Dictionary, Entry
from jixiao.facts.dimensions import Dimensions, placed
from jixiao.facts.kinds import Column, TableKind
from jixiao.facts.tables import Row, Table, TableSource
from jixiao.facts.values import PERCENT, Value, ValueRefused, is_blank, read_value
from jixiao.packs.complaints import nearest
from jixiao.quantities.units import unit_named
from jixiao.refusals import Problem, Refusal
from jixiao.text.quoting import cited

_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|其中[：:])\s*"
)
_SCORE = unit_named("分")
_FLAGS = ("是", "否")


def plain_label(text: str) -> str:
    """A row name without the numbering and 其中： that reports put before it.

    >>> [plain_label(text) for text in ("一、基本支出", "1.人员经费", "其中：办公费", "3.5米车位")]
    ['基本支出', '人员经费', '办公费', '3.5米车位']
    """
    text = text.strip()
    while (match := _NUMBERING.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    return "" if is_blank(text) else text


def read_table(
    kind: TableKind,
    headings: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    source: TableSource,
    dictionary: Dictionary,
) -> Table:
    """The table of that kind with these headings and numbered rows; empty rows are passed over.

    >>> from jixiao.facts.dictionary import standard_dictionary
    >>> from jixiao.facts.kinds import table_kind
    >>> rows = [(2, ("0", "支出合计", "434.66")), (3, ("1", "一、基本支出", "207.90")), (4, ("2", "1.人员经费", "-"))]
    >>> source = TableSource("支出.csv", "支出表", 2023)
    >>> headings, dictionary = ("层次", "类别", "年初预算数"), standard_dictionary()
    >>> table = read_table(table_kind("expenditure"), headings, rows, source, dictionary)
    >>> [(row.quantity.name, row.above, sorted(row.values)) for row in table.rows]
    [('支出总额', None, ['年初预算数']), ('基本支出', 0, ['年初预算数']), ('人员经费', 1, [])]

    Raises Refusal for unknown, repeated or missing headings, a cell that cannot be read, a level that skips one, a
    row of the whole that is not named as one, and two rows of the same name at one place.
    """
    return _Reader(kind, source, dictionary).read(headings, rows)


class _Reader:
    """Reads one table and collects every problem before it is refused."""

    def __init__(self, kind: TableKind, source: TableSource, dictionary: Dictionary) -> None:
        self.kind = kind
        self.source = source
        self.dictionary = dictionary
        self.problems: list[Problem] = []

    def read(self, headings: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Table:
        columns = self._columns([heading.strip() for heading in headings])
        self._stop()
        texts = [(number, self._texts(columns, cells)) for number, cells in rows if any(map(str.strip, cells))]
        texts = list(self._filled_down(texts))
        read = [self._row(number, row, columns) for number, row in texts]
        self._stop()
        placed_rows = tuple(self._named(read))
        self._check_repeats(placed_rows)
        self._stop()
        return Table(self.kind, self.source, tuple(columns), placed_rows)

    def _stop(self) -> None:
        if self.problems:
            raise Refusal(*self.problems)

    def _refuse(self, place: str, found: str, expected: str, mend: str) -> None:
        self.problems.append(Problem(self.source.file, place, found, expected, mend))

    def _columns(self, headings: Sequence[str]) -> list[Column]:
        columns = []
        for heading in headings:
            column = self.kind.column(heading)
            if column is None:
                near = nearest(heading, self.kind.headings)
                mend = f"请改为“{near}”，或删去这一列" if near else "请改用其中一个，或删去这一列"
                self._refuse(
                    "表头", cited(heading), f"{self.kind.title}的表头（{'、'.join(self.kind.headings)}）", mend
                )
            elif column in columns:
                self._refuse("表头", f"第二个{cited(heading)}", "每个表头只出现一次", "请合并或删去其中一列")
            else:
                columns.append(column)
        for column in self.kind.columns:
            if column.required and column.heading not in headings:
                self._refuse(
                    "表头", f"没有“{column.heading}”一列", f"必填的“{column.heading}”", f"请补上这一列：{column.note}"
                )
        return columns

    def _texts(self, columns: Sequence[Column], cells: Sequence[str]) -> dict[str, str]:
        return {column.heading: cell.strip() for column, cell in zip(columns, cells, strict=True)}

    def _filled_down(self, rows: Iterable[tuple[int, dict[str, str]]]) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows with the cells above repeated where a column allows it."""
        last: dict[str, str] = {}
        downward = [column.heading for column in self.kind.columns if column.fill_down]
        for number, texts in rows:
            last = {heading: texts.get(heading) or last.get(heading, "") for heading in downward}
            yield number, texts | {heading: text for heading, text in last.items() if heading in texts}

    def _row(self, number: int, texts: dict[str, str], columns: Sequence[Column]) -> Row:
        values: dict[str, Value] = {}
        label = "／".join(filter(None, (plain_label(texts.get(heading, "")) for heading in self._name_headings())))
        where = f"第 {number} 行" + (f"（{label}）" if label else "")
        for column in columns:
            text, place = texts[column.heading], f"{where}“{column.heading}”"
            if column.is_number and not is_blank(text):
                value = self._value(column, text, place)
                values |= {column.heading: value} if value else {}
            elif column.type == "flag" and text not in _FLAGS:
                self._refuse(place, cited(text) if text else "空白", "“是”或“否”", column.note)
            elif column.type == "text" and column.required and is_blank(text):
                self._refuse(place, "空白", f"填写的{column.heading}", column.note)
        return Row(number, label, self._level(number, texts), texts, values)

    def _name_headings(self) -> tuple[str, ...]:
        return (*filter(None, [self.kind.body]), *self.kind.rows)

    def _value(self, column: Column, text: str, place: str) -> Value | None:
        try:
            if column.type == "rate":
                return read_value(text, "rate", PERCENT)
            if column.type == "amount":
                return read_value(text, "amount", self.source.unit)
            if column.type == "count" and column.unit is not None:
                return read_value(text, "count", unit_named(column.unit))
            return read_value(text, "score", _SCORE)
        except ValueRefused as error:
            self._refuse(place, error.found, error.expected, error.mend)
            return None

    def _level(self, number: int, texts: Mapping[str, str]) -> int:
        if not self.kind.level_heading:
            return 0 if self._is_whole(self._label(texts)) else 1
        text = texts[self.kind.level_heading]
        if not re.fullmatch("[0-9]", text):
            place = f"第 {number} 行“{self.kind.level_heading}”"
            self._refuse(
                place, f"“{text}”" if text else "空白", "0 到 9 的整数", "合计行填 0，下一级填 1，再下一级填 2"
            )
            return 0
        return int(text)

    def _label(self, texts: Mapping[str, str]) -> str:
        """The innermost name of the row."""
        headings = self.kind.rows or tuple(filter(None, [self.kind.body]))
        return next((label for heading in reversed(headings) if (label := plain_label(texts.get(heading, "")))), "")

    def _is_whole(self, label: str) -> bool:
        return normal_name(label) in map(normal_name, self.kind.whole)

    def _named(self, rows: Sequence[Row]) -> Iterator[Row]:
        """The rows with their place in the hierarchy and the meaning of their names.

        With levels a row belongs to the nearest one above it, without them to the row of the whole wherever it is.
        """
        done: list[Row] = []
        whole = next((number for number, row in enumerate(rows) if row.level == 0), None)
        latest: dict[int, int] = {}
        for row in rows:
            above = latest.get(row.level - 1) if self.kind.level_heading or row.level == 0 else whole
            latest = {level: index for level, index in latest.items() if level < row.level} | {row.level: len(done)}
            if above is None and row.level > 0 and self.kind.level_heading:
                place = f"第 {row.number} 行“{self.kind.level_heading}”"
                found = f"层次 {row.level}，上面没有层次 {row.level - 1} 的行"
                self._refuse(place, found, "比上一级多 1 的层次", "请核对层次，或补上上一级的行")
            done.append(self._meaning(row, above, done))
            yield done[-1]

    def _meaning(self, row: Row, above: int | None, done: Sequence[Row]) -> Row:
        labels = [plain_label(row.texts.get(heading, "")) for heading in self.kind.rows]
        base = replace(row, above=above, body=self._body(row))
        if row.level == 0:
            return self._whole_row(base, self._label(row.texts))
        if not self.kind.level_heading:
            return _changed(base, self._entry(self.kind.item_of), "", tuple(filter(None, labels)))
        parent = done[above] if above is not None else base
        quantity, fund, item = parent.quantity, "", parent.item
        for label in filter(None, labels):
            named = self._quantity(label)
            if named is None:
                found_fund = self.dictionary.fund(label) if self.kind.total == "收入总额" else None
                fund, item = (found_fund, item) if found_fund else (fund, (*item, label))
            else:
                quantity, fund = named
        if item and quantity is not None and quantity.items_of:
            quantity = self._entry(quantity.items_of)
        return _changed(base, quantity, fund, item)

    def _whole_row(self, row: Row, label: str) -> Row:
        named = self._quantity(label)
        if named is not None and not self._is_whole(label):
            return _changed(row, named[0], named[1], ())
        if self.kind.level_heading and not self._is_whole(label):
            place = f"第 {row.number} 行（{label}）"
            expected = f"{'、'.join(self.kind.whole)} 或数据字典中的名称"
            self._refuse(place, f"层次 0 的{cited(label)}", expected, "层次 0 只用于合计行，请核对名称或层次")
        return _changed(row, self._entry(self.kind.total), "", ())

    def _quantity(self, label: str) -> tuple[Entry, str] | None:
        """The quantity a row name says, and the fund if it says one; None if it names an item."""
        meaning = self.dictionary.meaning(label) if self.kind.total and self.kind.level_heading else None
        if meaning is None or meaning.entry.kind != "amount":
            return None
        at = placed(Dimensions(0), meaning.qualifiers, self.dictionary, 0)
        return (meaning.entry, at.fund) if not (at.stage or at.item or at.year) else None

    def _entry(self, name: str) -> Entry | None:
        meaning = self.dictionary.meaning(name) if name else None
        return meaning.entry if meaning else None

    def _body(self, row: Row) -> str:
        text = plain_label(row.texts.get(self.kind.body, "")) if self.kind.body else ""
        return self.source.body if not text or self._is_whole(text) else text

    def _check_repeats(self, rows: Sequence[Row]) -> None:
        if not (self.kind.rows or self.kind.body):
            return
        first: dict[object, Row] = {}
        for row in rows:
            key = (row.quantity.name if row.quantity else "", row.body, row.fund, row.item)
            other = first.setdefault(key, row)
            if other is not row:
                place = f"第 {row.number} 行（{row.name}）"
                found = f"与第 {other.number} 行同名的行"
                self._refuse(place, found, "每行一个不同的名称", "请合并两行，或改用可以区分的名称")


def _changed(row: Row, quantity: Entry | None, fund: str, item: tuple[str, ...]) -> Row:
    return replace(row, quantity=quantity, fund=fund, item=item)
