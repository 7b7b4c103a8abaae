"""The rows that checks go over: the store's tables, joined and summed up, as quantities, as SQL, and row by row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.batch.checking import Rows
from jixiao.batch.columns import Table
from jixiao.batch.derived import Choice, Count, Total
from jixiao.batch.quantities import Quantity, Row, Scope
from jixiao.batch.schema import BLOCKS, EXECUTION_LINE, FORMS, LINES, LISTED, MONEY, SETTINGS, constants
from jixiao.expressions.sql import Dialect

CODES = constants()

OF_MONEY = (
    Total("parts_initial", "来源年初预算数", "行年初预算数", "资金行=来源"),
    Total("parts_adjusted", "来源全年预算数", "行全年预算数", "资金行=来源"),
    Total("parts_executed", "来源执行数", "行执行数", "资金行=来源"),
    Count("parts", "来源行数", "资金行=来源"),
    Count("money_totals", "总额行数", "资金行=总额"),
)
OF_LINES = (
    Total("points_sum", "指标分值之和", "分值"),
    Total("score_sum", "指标得分之和", "得分"),
    Count("line_count", "指标数"),
    Count("points_blank", "缺分值行数", "分值〔已填〕=0"),
    Count("scores_blank", "缺得分行数", "得分〔已填〕=0"),
    Count("shared", "合用格行数", "合用一格=是"),
    Total("own_points", "执行率以外分值之和", "分值", "执行率指标=不是执行率"),
    Total("own_score", "执行率以外得分之和", "得分", "执行率指标=不是执行率"),
)
OF_BLOCK_LINES = (
    Total("points_sum", "块分值之和", "分值"),
    Count("line_count", "块指标数"),
    Count("points_given_count", "块填分值行数", "分值〔已填〕=1"),
    Count("points_blank", "块缺分值行数", "分值〔已填〕=0"),
    Count("shared", "块合用格行数", "合用一格=是"),
)
OF_BLOCKS = (
    Total("headings_sum", "标题分值之和", "标题分值"),
    Count("block_count", "块数"),
    Count("headings_blank", "缺标题分值块数", "标题分值〔已填〕=0"),
)
BUDGET = Choice(
    "budget",
    "预算数",
    (
        ("净预算数", "执行率分母=扣除统筹整合后预算"),
        ("全年预算数", "（执行率分母=全年预算 且 全年预算数〔已填〕=1） 或 年初预算数〔已填〕=0"),
    ),
    "年初预算数",
)


def _of(table: Table) -> list[Quantity]:
    return [quantity for column in table.columns if (quantity := Quantity.of(column))]


@dataclass(frozen=True, slots=True)
class Group:
    """What is summed up over the rows of one table that share keys."""

    name: str
    table: Table
    keys: tuple[str, ...]
    sums: Sequence[Total | Count]

    @property
    def scope(self) -> Scope:
        """The quantities of the rows."""
        return Scope(_of(self.table), CODES)

    @property
    def quantities(self) -> list[Quantity]:
        """The sums as quantities."""
        return [each.quantity(self.table) for each in self.sums]

    def sql(self, dialect: Dialect) -> str:
        """The sums by the keys."""
        columns = [part for each in self.sums for part in each.sql(self.table, self.scope, dialect)]
        keys = ", ".join(self.keys)
        return f"SELECT {keys}, {', '.join(columns)} FROM {self.table.name} GROUP BY {keys}"

    def summed(self, rows: Sequence[Row]) -> dict[str, int | str | None]:
        """The same of rows that share the keys."""
        return {name: value for each in self.sums for name, value in each.columns(self.table, self.scope, rows)}

    def joined(self, left: str) -> str:
        """The join of the sums behind rows that may have none."""
        on = " AND ".join(f"{left}.{key} = {self.name}.{key}" for key in self.keys)
        return f"LEFT JOIN {self.name} ON {on}"

    @property
    def columns(self) -> list[str]:
        """The summed columns, 0 where there are no rows."""
        return [part for each in self.sums for part in _columns(each, self)]


def _columns(each: Total | Count, group: "Group") -> Iterator[str]:
    if isinstance(each, Count):
        yield f"COALESCE({group.name}.{each.name}, 0) AS {each.name}"
        return
    yield from (f"{group.name}.{column}" for column in each.quantity(group.table).columns)


MONEY_SUMS = Group("money_sums", MONEY, ("form",), OF_MONEY)
LINE_SUMS = Group("line_sums", LINES, ("form",), OF_LINES)
BLOCK_SUMS = Group("block_sums", BLOCKS, ("form",), OF_BLOCKS)
BLOCK_LINE_SUMS = Group("block_line_sums", LINES, ("form", "block"), OF_BLOCK_LINES)
GROUPS = (MONEY_SUMS, LINE_SUMS, BLOCK_SUMS, BLOCK_LINE_SUMS)

_BY_RATE = EXECUTION_LINE["按执行率计分"]
_FORM_GROUPS = (MONEY_SUMS, LINE_SUMS, BLOCK_SUMS)
_FORM_SUMMED = Scope(
    [*_of(FORMS), *_of(SETTINGS), *(each for group in _FORM_GROUPS for each in group.quantities)], CODES
)
_FORM_SCOPE = Scope([*_FORM_SUMMED, BUDGET.quantity(_FORM_SUMMED)], CODES)
SCOPES: dict[Rows, Scope] = {
    Rows.FORM: _FORM_SCOPE,
    Rows.LINE: Scope([*_of(LINES), *_of(SETTINGS)], CODES),
    Rows.BLOCK: Scope([*_of(BLOCKS), *_of(SETTINGS), *BLOCK_LINE_SUMS.quantities], CODES),
    Rows.LISTED: Scope([*_of(LISTED), *_of(SETTINGS)], CODES),
    Rows.PAIR: Scope([*_FORM_SCOPE, *_of(LISTED)], CODES),
    Rows.EXECUTION: Scope([*_FORM_SCOPE, *_of(LINES)], CODES),
}
"""What the conditions of a check may name, by the rows that it goes over."""

_OF_SETTINGS = ", ".join(f"settings.{c.name}" for c in SETTINGS.columns if c.name not in ("setting", "profile"))
_SETTLED = "JOIN settings ON {}.setting = settings.setting"


def _view(table: Table, groups: Sequence[Group] = ()) -> str:
    joins = [_SETTLED.format(table.name), *(group.joined(table.name) for group in groups)]
    columns = [f"{table.name}.*", _OF_SETTINGS, *(part for group in groups for part in group.columns)]
    return f"SELECT {', '.join(columns)} FROM {table.name} {' '.join(joins)}"


def views(dialect: Dialect) -> dict[str, str]:
    """The rows of every scope as SQL, in an order in which each only needs those before it."""
    budget = ", ".join(BUDGET.sql(_FORM_SUMMED, dialect))
    listed, lines = (_own(table) for table in (LISTED, LINES))
    return {
        **{group.name: group.sql(dialect) for group in GROUPS},
        "form_rows": f"SELECT summed.*, {budget} FROM ({_view(FORMS, _FORM_GROUPS)}) AS summed",
        "line_rows": _view(LINES),
        "block_rows": _view(BLOCKS, [BLOCK_LINE_SUMS]),
        "listed_rows": _view(LISTED),
        "pair_rows": f"SELECT form_rows.*, {listed} FROM listed JOIN form_rows ON listed.form = form_rows.form",
        "execution_rows": f"SELECT form_rows.*, {lines} FROM lines JOIN form_rows ON lines.form = form_rows.form "
        f"WHERE lines.execution = {_BY_RATE}",
    }


def _own(table: Table) -> str:
    """The columns of a table that a row of a form has not."""
    return ", ".join(f"{table.name}.{name}" for name, _ in table.stored if name not in ("form", "setting", "file"))


@dataclass(frozen=True, slots=True)
class Forms:
    """Rows of the store of some forms, by table."""

    rows: Mapping[str, Sequence[Row]]

    def over(self, over: Rows) -> Iterator[Row]:
        """The rows of a scope, made as the views make them."""
        match over:
            case Rows.FORM:
                yield from self._forms()
            case Rows.LINE:
                yield from self._settled(LINES)
            case Rows.BLOCK:
                lines = _by(self.rows.get(LINES.name, ()), BLOCK_LINE_SUMS.keys)
                for row in self._settled(BLOCKS):
                    yield {**row, **BLOCK_LINE_SUMS.summed(lines[row["form"], row["block"]])}
            case Rows.LISTED:
                yield from self._settled(LISTED)
            case Rows.PAIR:
                yield from self._with_form(self.rows.get(LISTED.name, ()))
            case Rows.EXECUTION:
                yield from self._with_form(row for row in self.rows.get(LINES.name, ()) if row["execution"] == _BY_RATE)

    def _with_form(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Each row with what is known of its form; without those that have none."""
        forms = {row["form"]: row for row in self._forms()}
        return ({**row, **forms[row["form"]]} for row in rows if row["form"] in forms)

    def _forms(self) -> Iterator[Row]:
        grouped = [(group, _by(self.rows.get(group.table.name, ()), group.keys)) for group in _FORM_GROUPS]
        for form in self._settled(FORMS):
            summed = {k: v for group, rows in grouped for k, v in group.summed(rows[(form["form"],)]).items()}
            row = {**form, **summed}
            yield {**row, **dict(BUDGET.columns(_FORM_SUMMED, row))}

    def _settled(self, table: Table) -> Iterator[Row]:
        settings = {row["setting"]: row for row in self.rows["settings"]}
        for row in self.rows.get(table.name, ()):
            yield {**settings[row["setting"]], **row}


def _by(rows: Iterable[Row], keys: Sequence[str]) -> defaultdict[tuple[int | str | None, ...], list[Row]]:
    found: defaultdict[tuple[int | str | None, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[key] for key in keys)].append(row)
    return found
