"""Opening a table: from what a case says about it (kind, unit, year, weights) to the table as read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jixiao.facts.dictionary import Dictionary
from jixiao.facts.dimensions import year_of
from jixiao.facts.kinds import TableKind, survey_scheme, table_kind, table_kinds
from jixiao.facts.reading import read_table
from jixiao.facts.tables import Table, TableSource
from jixiao.facts.values import WAN
from jixiao.packs.complaints import nearest
from jixiao.quantities.units import Unit, UnitError, unit_named
from jixiao.refusals import Problem, Refusal


@dataclass(frozen=True, slots=True)
class TableNote:
    """What is said about a table beside its cells, as written in tables.yaml or the workbook; `year` may be empty,
    for the year of the case, or 上年 or 2022."""

    file: str
    kind: str
    title: str
    unit: str = ""
    evidence: tuple[str, ...] = ()
    scheme: str = ""
    body: str = ""
    year: str = ""


def open_table(
    note: TableNote,
    headings: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    *,
    dictionary: Dictionary,
    usual_year: int,
) -> Table:
    """The table that the note announces; Refusal for an unknown kind, unit, year or scheme, and as in `read_table`.

    A survey needs no scheme as long as it has no rows.

    >>> from jixiao.facts.dictionary import standard_dictionary
    >>> note = TableNote("tables/采购.csv", "procurements", "政府采购情况表")
    >>> open_table(note, (), (), dictionary=standard_dictionary(), usual_year=2023)
    Traceback (most recent call last):
    jixiao.refusals.Refusal: tables/采购.csv：读到表格种类“procurements”，应为已知的表格种类。请改为“procurement”。
    """
    kind = table_kind(note.kind)
    if kind is None:
        known = [known.kind for known in table_kinds()]
        near = nearest(note.kind, known)
        mend = f"请改为“{near}”" if near else f"请改为 {'、'.join(known)} 之一"
        raise Refusal(Problem(note.file, "", f"表格种类“{note.kind}”", "已知的表格种类", mend))
    scheme = survey_scheme(note.scheme) if note.scheme else None
    if note.scheme and scheme is None:
        raise Refusal(Problem(note.file, "", f"权重方案“{note.scheme}”", "A、B、C、D、E 之一", "请改写 scheme"))
    rows = tuple(rows)
    if scheme is None and kind.is_survey and rows:
        raise Refusal(Problem(note.file, "", "没有权重方案的满意度调查", "写明 scheme", "请补上 scheme，如 scheme: A"))
    year = year_of(note.year, usual_year) if note.year else usual_year
    if year is None:
        raise Refusal(Problem(note.file, "", f"年度“{note.year}”", "2022、上年 这样的年度", "请改写 year"))
    source = TableSource(note.file, note.title, year, _unit_of(note, kind), note.evidence, note.body, scheme)
    return read_table(kind, headings, rows, source, dictionary)


def _unit_of(note: TableNote, kind: TableKind) -> Unit:
    """The unit of the amounts. The unit of a table without amounts is fixed by its kind and may only be repeated."""
    if not note.unit:
        return WAN
    counted = [column.unit for column in kind.columns if column.unit]
    has_amounts = any(column.type == "amount" for column in kind.columns)
    expected = "金额单位，如 万元、元" if has_amounts else "、".join(dict.fromkeys(counted)) or "空白"
    problem = Problem(note.file, "", f"单位“{note.unit}”", expected, "请改写或删去 unit")
    try:
        unit = unit_named(note.unit)
    except UnitError:
        raise Refusal(problem) from None
    if has_amounts and unit.dimension == WAN.dimension:
        return unit
    if not has_amounts and unit.symbol in counted:
        return WAN
    raise Refusal(problem)
