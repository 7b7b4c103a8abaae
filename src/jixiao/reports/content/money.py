"""Income and expenditure in the description of the department: the main figures told, then the tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from jixiao.evaluation.case import Case
from jixiao.facts import Table as CaseTable
from jixiao.quantities import round_half_up
from jixiao.reports.content.casetables import tables_of, tables_of_kind
from jixiao.reports.content.department import short_name
from jixiao.reports.content.figures import (
    clauses,
    fact_text,
    figure_text,
    figures_text,
    main_row,
    rows_below,
    whole_text,
)
from jixiao.reports.content.parts import Chart, Section, Series, Table

_INITIAL, _ADJUSTED, _OUTTURN = "年初预算数", "调整预算数", "决算数"
_BUDGET = {_INITIAL: "年初预算", "追加数": "年中追加", "追减数": "年中追减", _ADJUSTED: "调整预算", _OUTTURN: "决算"}
_INCOME = {**_BUDGET, "预算完成率": "预算完成率"}
_EXPENDITURE = {**_BUDGET, "预算执行率": "预算执行率"}
_PART = {
    _INITIAL: "年初预算",
    _ADJUSTED: "调整预算",
    _OUTTURN: "决算",
    "决算占比": "占支出决算的",
    "预算执行率": "预算执行率",
}
_THREE_PUBLIC = {
    "上年预算数": "{last}年度预算",
    "本年预算数": "{year}年度预算",
    "本年决算数": "{year}年度决算",
    "变动率": "变动率",
    "控制率": "控制率",
}
_PROCUREMENT = {"年初采购预算": "年初预算", "实际采购金额": "实际采购金额", "政府采购执行率": "执行率"}
_PROJECTS = "项目支出"


def money_sections(case: Case) -> Iterator[Section]:
    """The sections on income, expenditure, “三公” expenses and procurement; only those the case has data of."""
    yield from _section(case, "收入预算和决算情况", {"income": _income})
    yield from _section(
        case,
        "支出预算和决算情况",
        {"expenditure": _expenditure, "projects": _projects, "basic_expenditure": _basic},
        charts=budget_charts(case),
        more=_carried_over(case),
    )
    yield from _section(case, "“三公”经费情况", {"three_public": _three_public})
    yield from _section(case, "政府采购情况", {"procurement": _procurement})


def budget_charts(case: Case) -> tuple[Chart, ...]:
    """Budget against outturn by the main kinds of expenditure; none of a table with fewer than two of them."""
    return tuple(chart for table in tables_of_kind(case, "expenditure") for chart in _charts(table))


def _section(
    case: Case,
    heading: str,
    tellers: Mapping[str, Callable[[Case, CaseTable], Iterator[str]]],
    *,
    charts: Sequence[Chart] = (),
    more: str = "",
) -> Iterator[Section]:
    told = [
        text for kind, tell in tellers.items() for table in tables_of_kind(case, kind) for text in tell(case, table)
    ]
    paragraphs = tuple(filter(None, [*told, more]))
    exhibits: tuple[Table | Chart, ...] = (*tables_of(case, *tellers), *charts)
    if paragraphs or exhibits:
        yield Section(heading, paragraphs, exhibits)


def _income(case: Case, table: CaseTable) -> Iterator[str]:
    subject = f"{short_name(case.content.case)}{table.source.year}年度收入"
    yield _of_the_whole(table, subject, _INCOME) + _consists_of(table, "收入决算", "决算占比")


def _expenditure(case: Case, table: CaseTable) -> Iterator[str]:
    subject = f"{short_name(case.content.case)}{table.source.year}年度支出"
    yield _of_the_whole(table, subject, _EXPENDITURE) + _of_the_parts(table, _PART)
    projects = next((index for index, row in enumerate(table.rows) if row.name == _PROJECTS), None)
    if projects is not None and not tables_of_kind(case, "projects"):
        yield _largest(table, rows_below(table, projects), "决算占上级比重")


def _projects(_: Case, table: CaseTable) -> Iterator[str]:
    yield _largest(table, [index for index, row in enumerate(table.rows) if row.level > 0], "决算占比")


def _basic(_: Case, table: CaseTable) -> Iterator[str]:
    yield _consists_of(table, f"{table.source.year}年度基本支出决算", "结构占比")


def _three_public(_: Case, table: CaseTable) -> Iterator[str]:
    year = table.source.year
    labels = {heading: label.format(year=year, last=year - 1) for heading, label in _THREE_PUBLIC.items()}
    yield _of_the_whole(table, "“三公”经费", labels) + _of_the_parts(table, labels)


def _procurement(_: Case, table: CaseTable) -> Iterator[str]:
    yield _of_the_whole(table, f"{table.source.year}年度政府采购", _PROCUREMENT)


def _carried_over(case: Case) -> str:
    carried = fact_text(case, "结转结余", "决算")
    return f"{case.year}年末结转结余{carried}。" if carried else ""


def _of_the_whole(table: CaseTable, subject: str, labels: Mapping[str, str]) -> str:
    told = whole_text(table, labels)
    return f"{subject}{told}。" if told else ""


def _of_the_parts(table: CaseTable, labels: Mapping[str, str]) -> str:
    """The figures of the rows below the whole; a part of nothing but zeros is left to the table."""
    rows = [index for index in _main_rows(table) if any(value.exact for value in table.rows[index].values.values())]
    told = [f"{table.rows[index].name}{figures_text(table, index, labels)}" for index in rows]
    return f"其中，{'；'.join(told)}。" if told else ""


def _consists_of(table: CaseTable, whole: str, share: str) -> str:
    """What the outturn consists of; parts of nothing are left to the table."""
    parts = [
        (table.rows[index].name, figure_text(table, index, _OUTTURN), figure_text(table, index, share))
        for index in _main_rows(table)
        if (value := table.rows[index].values.get(_OUTTURN)) and value.exact
    ]
    if len(parts) == 1 and parts[0][2] == "100.00%":
        return f"{whole}全部为{parts[0][0]}。"
    told = "；".join(clauses([(name, amount), ("占", rate)]) for name, amount, rate in parts)
    return f"{whole}中，{told}。" if told else ""


def _main_rows(table: CaseTable) -> list[int]:
    whole = main_row(table)
    return [] if whole is None else rows_below(table, whole)


def _largest(table: CaseTable, rows: Sequence[int], share: str) -> str:
    """How many projects there are, on which most was spent, and on which nothing."""
    spent = {index: value.exact for index in rows if (value := table.rows[index].values.get(_OUTTURN))}
    if len(rows) < 2 or not any(spent.values()):
        return ""
    most = max(spent, key=lambda index: spent[index])
    figures = figures_text(table, most, {_OUTTURN: "为", share: "占项目支出决算的"})
    nothing = "".join(f"“{table.rows[index].name}”" for index, amount in spent.items() if not amount)
    idle = f"；{nothing}当年没有支出" if nothing else ""
    return f"项目支出涉及{len(rows)}个项目，决算数最大的是“{table.rows[most].name}”，{figures}{idle}。"


def _charts(table: CaseTable) -> Iterator[Chart]:
    rows = [table.rows[index] for index in _main_rows(table)]
    values = {
        heading: [row.values.get(heading) for row in rows]
        for heading in (_INITIAL, _ADJUSTED, _OUTTURN)
        if any(heading in row.values for row in rows)
    }
    if len(rows) < 2 or len(values) < 2:
        return
    decimals = max(value.decimals or 0 for column in values.values() for value in column if value is not None)
    yield Chart(
        title=f"{table.source.year}年度主要支出的预算和决算",
        kind="column",
        categories=tuple(row.name for row in rows),
        series=tuple(
            Series(
                heading,
                tuple(None if value is None else round_half_up(value.number, decimals) for value in column),
            )
            for heading, column in values.items()
        ),
        unit=str(table.source.unit),
        decimals=decimals,
    )
