"""The kinds of table a case may hold, as data: their columns, what the cells state, what must add up.

The same kind describes a CSV file and a sheet of the workbook. Everything a writer of an empty table needs is here:
headings, types, units and the note for filling in each column.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SkipValidation

from jixiao.expressions import Binary, ExpressionError, Formula, Name, Negate, names, normal_name, parse_formula
from jixiao.facts.dictionary import Dictionary, Symbol, standard_dictionary
from jixiao.packs.complaints import wrong
from jixiao.packs.datafile import load
from jixiao.packs.schemes import SatisfactionScheme, lettered_scheme
from jixiao.packs.strict import Strict, YesNo
from jixiao.refusals import Problem, Refusal

ColumnType = Literal["level", "text", "flag", "amount", "count", "rate", "score"]
NUMBERS: frozenset[ColumnType] = frozenset({"amount", "count", "rate", "score"})
"""The column types whose cells are numbers."""

ANSWERS = ("非常满意", "比较满意", "一般", "不太满意", "非常不满意")
"""The answers a satisfaction question counts, most satisfied first; 不了解 is counted beside them."""

WHOLE_ROW = "合计"
"""The qualifier of a derived column that means the row of the whole."""
ROW_ABOVE = "上级"
"""The qualifier of a derived column that means the row one level up."""


def _formula(text: object) -> object:
    if not isinstance(text, str):
        return text
    try:
        return parse_formula(text)
    except ExpressionError as error:
        raise wrong("可以计算的公式", f"请改写：{error}") from error


Equation = Annotated[SkipValidation[Formula], BeforeValidator(_formula)]


class Column(Strict):
    """One column: its heading, the type of its cells, and what a cell states.

    `quantity` is the standard name a cell states a value of; without it the row's own name is. `unit` is the unit
    of a count. `may_be_blank`: an empty cell states nothing and is no gap.
    """

    heading: str = Field(min_length=1)
    type: ColumnType
    note: str = Field(min_length=1)
    stage: str = ""
    year: Literal["", "上年"] = ""
    quantity: str = ""
    unit: Symbol | None = None
    required: YesNo = False
    fill_down: YesNo = False
    may_be_blank: YesNo = False

    @property
    def is_number(self) -> bool:
        """Whether the cells are numbers."""
        return self.type in NUMBERS


class RowSum(Strict):
    """A relation inside one row: the stated cell equals the sum of others.

    `blanks` says what an empty operand means: 待定 leaves the relation undecided, 不计 leaves the operand out.
    """

    stated: str
    equals: Equation
    blanks: Literal["待定", "不计"] = "待定"

    def terms(self) -> tuple[tuple[int, str], ...]:
        """The headings on the right-hand side with their signs.

        >>> [sum_.terms() for sum_ in table_kind("expenditure").sums]
        [((1, '年初预算数'), (1, '追加数'), (-1, '追减数'))]
        """
        return tuple(_signed(self.equals, 1))


class Limit(Strict):
    """A relation inside one row: the cell under `value` must not be greater than the one under `limit`."""

    value: str
    limit: str


class DerivedColumn(Strict):
    """A column computed from the others of its row, as a rate."""

    heading: str
    formula: Equation


class TableKind(Strict):
    """One kind of table; see the head of table-kinds.yaml for the meaning of each key.

    >>> kind = table_kind("procurement")
    >>> [(column.heading, column.type) for column in kind.columns]
    [('类别', 'text'), ('年初采购预算', 'amount'), ('实际采购金额', 'amount')]
    >>> kind.column("实际采购金额").note
    '实际政府采购金额，没有采购填 0'
    """

    kind: str
    title: str
    note: str
    rows: tuple[str, ...]
    body: str = ""
    whole: tuple[str, ...] = ()
    item_of: str = ""
    total: str = ""
    usual_rows: tuple[str, ...] = ()
    adds_up: YesNo = False
    columns: tuple[Column, ...]
    sums: tuple[RowSum, ...] = ()
    limits: tuple[Limit, ...] = ()
    derived: tuple[DerivedColumn, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings in order, as the first row of an empty table."""
        return tuple(column.heading for column in self.columns)

    @property
    def is_survey(self) -> bool:
        """Whether its rows count the answers to questions, and satisfaction follows from them."""
        return all(any(column.quantity == answer for column in self.columns) for answer in ANSWERS)

    @property
    def level_heading(self) -> str:
        """The heading of the column that gives the level of a row, or ""."""
        return next((column.heading for column in self.columns if column.type == "level"), "")

    def column(self, heading: str) -> Column | None:
        """The column of that heading, or None."""
        return next((column for column in self.columns if column.heading == heading), None)


class KindsFile(Strict):
    """The content of table-kinds.yaml."""

    kinds: tuple[TableKind, ...]


def table_kinds() -> tuple[TableKind, ...]:
    """All kinds of table that come with Jixiao, in the order of the workbook's sheets."""
    return _standard().kinds


def table_kind(kind: str) -> TableKind | None:
    """The kind of that name, or None."""
    return next((known for known in table_kinds() if known.kind == kind), None)


def survey_scheme(letter: str) -> SatisfactionScheme | None:
    """The scheme of that letter for the five answers of a satisfaction survey (A to E), or None.

    >>> [str(weight) for weight in survey_scheme("A").weights]
    ['1', '3/4', '1/2', '1/4', '0']
    """
    return lettered_scheme(letter, len(ANSWERS))


def read_kinds(path: Path, dictionary: Dictionary) -> KindsFile:
    """The kinds in the file at `path`; Refusal naming every formula, stage or quantity that is not known."""
    content = load(path, KindsFile)
    problems = [problem for kind in content.kinds for problem in _lint(kind, dictionary, path.name)]
    if problems:
        raise Refusal(*problems)
    return content


@cache
def _standard() -> KindsFile:
    with as_file(files("jixiao.packs") / "data" / "table-kinds.yaml") as path:
        return read_kinds(path, standard_dictionary())


def _signed(formula: Formula, sign: int) -> Iterator[tuple[int, str]]:
    match formula:
        case Name(text, ()):
            yield sign, text
        case Negate(operand):
            yield from _signed(operand, -sign)
        case Binary("+" | "-" as operator, left, right):
            yield from _signed(left, sign)
            yield from _signed(right, sign if operator == "+" else -sign)
        case _:
            raise wrong("表头用＋－相连的算式", "请只用加减，不用数字和乘除")


def _lint(kind: TableKind, dictionary: Dictionary, file: str) -> Iterator[Problem]:
    """What a kind refers to and nobody knows."""
    quantities = [kind.total, kind.item_of, *kind.usual_rows, *(column.quantity for column in kind.columns)]
    for quantity in filter(None, quantities):
        meaning = dictionary.meaning(quantity)
        if meaning is None or meaning.entry.name != quantity:
            yield Problem(file, kind.kind, f"数据“{quantity}”", "数据字典中的标准名称", "请先在数据字典中登记")
    for column in kind.columns:
        if column.stage and dictionary.stage(column.stage) != column.stage:
            yield Problem(file, kind.kind, f"口径“{column.stage}”", "数据字典中的口径", "请改用年初、决算等口径")
    referred = [*kind.rows, *filter(None, [kind.body])]
    for row_sum in kind.sums:
        referred += [row_sum.stated, *(heading for _, heading in row_sum.terms())]
    referred += [heading for limit in kind.limits for heading in (limit.value, limit.limit)]
    for derived in kind.derived:
        referred += [name.text for name in names(derived.formula)]
    known = {normal_name(heading) for heading in kind.headings}
    for heading in referred:
        if normal_name(heading) not in known:
            yield Problem(file, kind.kind, f"表头“{heading}”", "本表的表头之一", "请核对表头")
