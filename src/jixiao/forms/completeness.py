"""How much of a form was read: wholly, partly or not at all, which part is missing and why; and what was mended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from jixiao.forms.execution import in_its_unit
from jixiao.forms.model import Form, FormBook, MoneyRow, Residue, ResidueKind
from jixiao.quantities import exact_text, unit_named
from jixiao.relations import Figure

_ROWS_NAMED = 5
"""Rows with one reason that are named; of the others the number is told."""


class ReadingStatus(Enum):
    """How much of a form was read."""

    READ = "read"
    PARTLY = "partly"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class FormReading:
    """What became of a form's reading: `why` names every part that is missing, `notes` every value read differently."""

    status: ReadingStatus
    why: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def reading_of(form: Form) -> FormReading:
    """How much of a form was read, and in Chinese what was not and why.

    A part that the layout does not have (no money block in a table of scores) is named too: nobody can tell a part
    that is not there from one that was not found.
    """
    why = (*_money(form), *_indicators(form), *_unread_rows(form))
    if not form.lines and not form.money:
        status = ReadingStatus.UNREAD
    else:
        status = ReadingStatus.PARTLY if why else ReadingStatus.READ
    return FormReading(status, why, tuple(_notes(form)))


def unread_in(book: FormBook) -> tuple[str, ...]:
    """Why tables under the title of a form are not among the forms that were read."""
    without_headings = (
        f"{title.place}《{title}》：标题之下的表没有读到项目资金的表头（年初预算数、全年预算数、全年执行数），"
        "也没有读到绩效指标的表头（三级指标、年度指标值、实际完成值）"
        for title in book.unread
    )
    together = (
        f"{title.place}《{title}》：有自评表，但转成文字时各格连在了一起，分不清项目资金、绩效指标各行的数字属于哪一栏，"
        "没有读；请用原来的 Word、Excel、PDF 或网页文件核验"
        for title in book.together
    )
    return (*without_headings, *together)


def _money(form: Form) -> Iterator[str]:
    if not form.money_columns and not form.money and not _is_score_table(form):
        yield "项目资金：没有找到含“执行数”和另一栏的表头，资金没有读"
    elif form.money_columns and not form.money:
        yield "项目资金：有表头而没有读到任何一行金额"


def _indicators(form: Form) -> Iterator[str]:
    if not form.lines:
        yield (
            "绩效指标：有表头而没有读到任何一个三级指标"
            if form.indicator_columns
            else "绩效指标：没有找到含“指标值”和“完成值”的表头，指标没有读"
        )
    elif form.levels_doubtful:
        yield "一级指标：打印的格线断开或缺了，分不清各行属于哪个一级指标，各一级指标的分值没有核对"
    if form.lines and not form.indicator_columns:
        yield "绩效指标：没有找到表头，按财政部表样的栏目顺序读出"


def _unread_rows(form: Form) -> Iterator[str]:
    """What was in the way, each time with the rows that it kept from being read."""
    by_why: dict[str, list[Residue]] = {}
    for residue in form.residues_of(ResidueKind.UNREAD):
        by_why.setdefault(residue.why or "没有读", []).append(residue)
    for why, rows in by_why.items():
        named = "、".join(f"{replace(row.said.place, table=None)}“{row.said}”" for row in rows[:_ROWS_NAMED])
        yield f"{named}{f' 等 {len(rows)} 行' if len(rows) > _ROWS_NAMED else ''}：{why}"


def _is_score_table(form: Form) -> bool:
    return any(line.standard for line in form.lines)


def _notes(form: Form) -> Iterator[str]:
    if form.columns_unread:
        yield f"绩效指标的表头还有{''.join(f'“{each}”' for each in form.columns_unread)}，核验用不到，没有读"
    for row in form.money:
        mended = in_its_unit(row)
        for figure, read in zip(row.amounts, mended.amounts, strict=True):
            yield from _note(form, row, figure, read)


def _note(form: Form, row: MoneyRow, figure: Figure, read: Figure) -> Iterator[str]:
    heading = unit_named(form.unit) if form.unit else None
    printed = read.printed
    if printed is None or heading is None or printed.unit in (None, heading):
        return
    column = figure.place.column
    if printed.unit is None or printed.unit.dimension != heading.dimension:
        yield f"{row.label}的{column}写“{figure.known}”，不是金额"
        return
    value = exact_text(printed.value_in(heading))
    yield f"{row.label}的{column}写“{figure.known}”，表头的单位是{form.unit}，按{value}{form.unit}读"
