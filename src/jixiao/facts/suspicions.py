"""What looks wrong in the figures of a case without breaking an equation: limits, names, counts of answers, units."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from jixiao.expressions import normal_name
from jixiao.facts.base import FactBase
from jixiao.facts.between import figure_of, found
from jixiao.facts.catalogue import ANSWER_COUNT, OVER_BUDGET, OVER_COUNT, PROJECT_NAMES
from jixiao.facts.kinds import ANSWERS, Limit
from jixiao.facts.magnitudes import magnitudes
from jixiao.facts.tables import Row, Table
from jixiao.facts.within import figure_at, place_of
from jixiao.facts.wording import apart
from jixiao.findings import Check, Finding, Severity
from jixiao.quantities import exact_text
from jixiao.relations import Figure
from jixiao.text.quoting import cited, nested

_PROJECTS = "项目支出"


def suspicions(tables: Sequence[Table], base: FactBase) -> Iterator[Finding]:
    """The findings that rest on no equation: outturn above the budget, units, project names, counts of answers."""
    for table in tables:
        for limit in table.kind.limits:
            for row in table.rows:
                yield from _over_limit(table, row, limit)
    yield from magnitudes(base)
    yield from _project_names(tables)
    yield from _answer_counts(tables, base)


def _over_limit(table: Table, row: Row, limit: Limit) -> Iterator[Finding]:
    if limit.value not in row.values or limit.limit not in row.values:
        return
    value, allowed = (row.values[heading] for heading in (limit.value, limit.limit))
    lowest, highest = value.printed.interval().low, allowed.printed.interval().high
    if lowest is None or highest is None or lowest <= highest:
        return
    over = f"{exact_text(value.number - allowed.number)}{value.unit}"
    column = table.kind.column(limit.value)
    if column is not None and column.type == "count":
        check, severity = OVER_COUNT, Severity.ERROR
        meaning = f"{limit.value}是{limit.limit}的一部分，请核对两个数。"
    else:
        check, severity = OVER_BUDGET, Severity.WARNING
        meaning = f"支出以批准的预算为限：如有年中追加或上年结转，请计入{limit.limit}；没有的，请核对两个数。"
    explanation = (
        f"{cited(row.name)}的{limit.value}为 {value.printed}{value.unit}，{limit.limit}为 "
        f"{allowed.printed}{allowed.unit}，超过 {over}。{meaning}"
    )
    figures = [figure_at(table, row, heading) for heading in (limit.value, limit.limit)]
    title = f"{cited(row.name)}的{limit.value}超过{limit.limit}"
    relation = f"{figures[0].name} ≤ {figures[1].name}"
    yield _finding(check, severity, title, explanation, figures, relation=relation)


def _project_names(tables: Sequence[Table]) -> Iterator[Finding]:
    """Projects of the other tables against those below 项目支出 in the expenditure table, and the reverse."""
    budgets = [table for table in tables if table.kind.adds_up and table.kind.level_heading]
    budget = {normal_name(row.item[0]): (table, row) for table in budgets for row in _projects(table)}
    for table in tables if budget else ():
        if table.kind.item_of != _PROJECTS:
            continue
        listed = {normal_name(row.item[0]): (table, row) for row in _projects(table)}
        here = {key: each for key, each in listed.items() if key not in budget}
        there = {key: each for key, each in budget.items() if key not in listed} if listed else {}
        yield from _unmatched(here, there, next(iter(budget.values()))[0])
        if there:
            yield _left_over(list(there.values()), table)


_Projects = dict[str, tuple[Table, Row]]


def _projects(table: Table) -> Iterator[Row]:
    for row in table.rows:
        if row.quantity is not None and row.quantity.name == _PROJECTS and len(row.item) == 1:
            yield row


def _unmatched(here: _Projects, there: _Projects, budget: Table) -> Iterator[Finding]:
    """One finding for each project without a budget row of its name; a row it may be is taken out of `there`."""
    for key, (table, row) in here.items():
        near = get_close_matches(key, there, n=1, cutoff=0.5) or (list(there) if len(here) == len(there) == 1 else [])
        project, rows = row.item[0], [(table, row)]
        if near:
            rows.append(there.pop(near[0]))
            candidate = rows[1][1].item[0]
            guess = f"该表中还有{cited(candidate)}对不上，如为同一项目，请改成一致的名称；不是的，请分别补上"
        else:
            guess = "请核对名称，或补上这一项目"
        title = f"项目{cited(project)}在两张表中对不上"
        explanation = (
            f"项目{cited(project)}（{place_of(table.origin(row))}）在{apart(budget.source.file)}的项目支出之下没有同名"
            f"的行，两处的金额没有相互核对。{guess}。以前年度项目等确不需列出的，不必处理。"
        )
        yield _finding(PROJECT_NAMES, Severity.WARNING, title, explanation, _named(rows))


def _left_over(rows: Sequence[tuple[Table, Row]], other: Table) -> Finding:
    """The budget rows that a table of projects does not list, together."""
    names = "、".join(cited(row.item[0]) for _, row in rows)
    title = f"{len(rows)} 个项目没有列入{apart(other.source.file)}".rstrip()
    explanation = (
        f"{apart(rows[0][0].source.file).lstrip()}的项目支出之下有{names}，在{apart(other.source.file)}中没有同名的行，"
        "金额没有相互核对。"
        "请核对名称，或补上这些项目；不需自评等确不需列出的，不必处理。"
    )
    return _finding(PROJECT_NAMES, Severity.WARNING, title, explanation, _named(rows))


def _named(rows: Sequence[tuple[Table, Row]]) -> list[Figure]:
    return [Figure(nested(row.item[0]), place=place_of(table.origin(row)), filled=True) for table, row in rows]


def _answer_counts(tables: Sequence[Table], base: FactBase) -> Iterator[Finding]:
    surveys = [table for table in tables if table.kind.is_survey]
    groups = {row.body for table in surveys for row in table.rows}
    for table in surveys:
        headings = [column.heading for column in table.columns if column.quantity in (*ANSWERS, "不了解")]
        for row in table.rows:
            valid = found(base, _VALID, row.body) or found(base, _VALID)
            if valid is None or valid.value is None or valid.at.body not in ("", row.body):
                continue
            counted = [heading for heading in headings if heading in row.values]
            answers = sum(row.values[heading].number for heading in counted)
            for_one_group = bool(valid.at.body) or len(groups) == 1
            if answers > valid.exact or (answers < valid.exact and for_one_group):
                figures = [*(figure_at(table, row, heading) for heading in counted), figure_of(base, valid)]
                yield _answers(row, exact_text(answers), exact_text(valid.exact), answers > valid.exact, figures)


_VALID = "有效问卷数"


def _answers(row: Row, answers: str, valid: str, too_many: bool, figures: Iterable[Figure]) -> Finding:
    who = f"{cited(row.item[-1] if row.item else row.name)}（{row.body}）" if row.body else cited(row.name)
    relation = f"各选项份数之和 {'>' if too_many else '<'} {_VALID}"
    if too_many:
        words = f"每份问卷每题至多计一个答案，请核对各选项的份数和{_VALID}。"
    else:
        words = "如有人没有作答，可以少于；否则请核对各选项的份数（“不了解”也是一个选项）。"
    explanation = f"{who}一题各选项合计 {answers} 份，{_VALID}为 {valid} 份。{words}"
    title = f"{who}一题的答卷数{'多于' if too_many else '少于'}{_VALID}"
    severity = Severity.ERROR if too_many else Severity.NOTE
    return _finding(
        ANSWER_COUNT, severity, title, explanation, figures, stated=answers, expected=valid, relation=relation
    )


def _finding(
    check: Check,
    severity: Severity,
    title: str,
    explanation: str,
    figures: Iterable[Figure],
    *,
    stated: str | None = None,
    expected: str | None = None,
    relation: str | None = None,
) -> Finding:
    listed = tuple(figures)
    return Finding(
        check.id,
        severity,
        check.kind,
        title,
        explanation,
        stated=stated,
        expected=expected,
        relation=relation,
        operands=tuple(figure.operand() for figure in listed),
        places=tuple(dict.fromkeys(figure.place for figure in listed)),
    )
