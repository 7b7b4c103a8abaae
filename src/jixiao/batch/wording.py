"""Findings in words: from a row that fails, by the exact evaluator, which first decides it once more."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.batch.checking import SEVERITIES, FormCheck, Rows, Verdict
from jixiao.batch.checks import CHECKS
from jixiao.batch.columns import MILLIONTHS, Column, Stored
from jixiao.batch.engines import Engine
from jixiao.batch.quantities import Row, Scope
from jixiao.batch.schema import TABLES
from jixiao.batch.scopes import SCOPES
from jixiao.batch.stored import shown
from jixiao.batch.verification import VIEWS, Failure, failing_rows
from jixiao.expressions import Name, names
from jixiao.findings import Finding, Kind, Operand, Place
from jixiao.forms.catalogue import FORM_CHECKS
from jixiao.forms.checks.catalogue import VERIFICATION_CHECKS
from jixiao.relations.checks import CONVENTION

_BRACES = re.compile(r"\{([^{}]+)\}")
_COLUMNS: Mapping[str, Column] = {column.title: column for table in TABLES for column in table.columns}
_KINDS = {check.id: check.kind for check in (*FORM_CHECKS, *VERIFICATION_CHECKS, CONVENTION)}
_COMPUTED = {
    "得分之和": ("执行率得分", "指标得分之和", "总体目标得分"),
}
_NAMING = {
    Rows.LINE: ("name",),
    Rows.BLOCK: ("block",),
    Rows.LISTED: ("listed_name",),
    Rows.PAIR: ("listed_name",),
    Rows.EXECUTION: ("name",),
}
_UNITS = {"预算数": "元", "来源": "元", "块分值之和": "分", "指标": "分", "执行率以外": "分", "标题分值之和": "分"}


class EnginesDisagree(RuntimeError):
    """An engine calls a row impossible that exact fractions do not: a mistake of the program, never of the form."""


def worded(check: FormCheck, row: Row) -> Finding:
    """The finding about a row; `EnginesDisagree` where the row does not fail."""
    scope = SCOPES[check.over]
    verdict = check.verdict(scope, row)
    if verdict not in check.told:
        raise EnginesDisagree(f"{check.key} does not fail in {dict(row)}")
    says = check.rounded if verdict is Verdict.ROUNDING else check.says
    severity = check.severity_in(scope, row)
    place = _place(check, row)
    operands = [_operand(scope, title, row, place) for title in _quantities(says, scope)]
    return Finding(
        check.check.id,
        severity,
        check.check.kind,
        f"{_whose(row)}：{_filled(check.title, scope, row)}",
        _filled(says, scope, row),
        _filled(check.stated, scope, row) or None,
        _filled(check.expected, scope, row) or None,
        operands=tuple(operands),
        places=(place,),
    )


def findings(engine: Engine, checks: Sequence[FormCheck] = CHECKS) -> Iterator[tuple[Failure, Finding]]:
    """Every failure that `verify` left in the engine, in words; check by check, each in the order of the forms."""
    failed = {int(row["number"] or 0) for row in engine.rows("SELECT number FROM failures GROUP BY number")}
    for number, check in enumerate(checks):
        if number not in failed:
            continue
        nth = VIEWS[check.over][1]
        for row in failing_rows(engine, check.over, number, columns_of(check)):
            finding = worded(check, row)
            at = 0 if check.over is Rows.FORM else int(row[nth] or 0)
            form = 0 if check.over.of_summaries else int(row["form"] or 0)
            yield Failure(form, at, check.key, finding.severity), finding


def noted_findings(engine: Engine) -> Iterator[tuple[int, Finding]]:
    """The findings that were made while reading, with their forms (0: of a summary)."""
    columns = "form, file, check_id, severity, title, explanation, stated, expected, where_text"
    for row in engine.rows(f"SELECT {columns} FROM noted ORDER BY form, file, noted_row"):
        check = str(row["check_id"])
        yield (
            int(row["form"] or 0),
            Finding(
                check,
                SEVERITIES[int(row["severity"] or 0)],
                _KINDS.get(check, Kind.OTHER),
                str(row["title"]),
                str(row["explanation"]),
                _text(row["stated"]),
                _text(row["expected"]),
                places=(Place(file=_text(row["file"]), row=_text(row["where_text"])),),
            ),
        )


def columns_of(check: FormCheck) -> tuple[str, ...]:
    """The columns of a row that its verdict, its severity and its words need."""
    scope, nth = SCOPES[check.over], VIEWS[check.over][1]
    conditions = [*(each for each in check.conditions if each), *(condition for condition, _ in check.severities)]
    titles = [name.text for condition in conditions for name in names(condition)]
    templates = (check.title, check.says, check.rounded, check.stated, check.expected)
    for told in (title for template in templates for title in _BRACES.findall(template)):
        titles += _COMPUTED.get(told, told.split("÷"))
    quantities = {quantity.title: quantity for quantity in scope}
    found = ["form", *([nth] if nth != "0" else []), *_NAMING.get(check.over, ())]
    for title in titles:
        quantity = quantities.get(title)
        if quantity is None:
            found += [_COLUMNS[title].name] if title in _COLUMNS else []
        else:
            found += quantity.columns
    return tuple(dict.fromkeys(found))


def _whose(row: Row) -> str:
    project = row.get("project") or row.get("listed_name")
    return f"《{project}》自评表" if project else f"自评表 {row['form']}"


def _place(check: FormCheck, row: Row) -> Place:
    named = row.get("name") or row.get("block") or row.get("listed_name")
    return Place(file=_text(row.get("file")), row=_text(named), table=_text(row.get("project")))


def _text(value: int | str | None) -> str | None:
    return None if value is None else str(value)


def _quantities(template: str, scope: Scope) -> list[str]:
    titles = {quantity.title for quantity in scope}
    return [title for title in dict.fromkeys(_BRACES.findall(template)) if title in titles]


def _operand(scope: Scope, title: str, row: Row, place: Place) -> Operand:
    value = scope.value(Name(title), row)
    return Operand(_of(title, scope, row), None if value is None else str(value), _unit(title) or None, place)


def _filled(template: str, scope: Scope, row: Row) -> str:
    return _BRACES.sub(lambda found: _of(found[1], scope, row), template)


def _of(title: str, scope: Scope, row: Row) -> str:
    """What a title stands for in the row, as a reader writes it."""
    if "÷" in title:
        above, below = (scope.value(Name(part), row) for part in title.split("÷"))
        return "—" if above is None or not below else shown(above * 100 / below, "%", Fraction(1, 100))
    if title in _COMPUTED:
        parts = [scope.value(Name(part, ("空为零",)), row) or Fraction(0) for part in _COMPUTED[title]]
        return shown(sum(parts, Fraction(0)), "分")
    column = _COLUMNS.get(title)
    if column is not None and column.stored is Stored.TEXT:
        return str(row.get(column.name) or "空白")
    if column is not None and column.codes:
        return next(word for word, code in column.codes.items() if code == row[column.name])
    value = scope.value(Name(title), row)
    if value is None:
        quantity = scope.quantity(Name(title))
        return str(row.get(f"{quantity.column}_text") or "空白") if quantity else "空白"
    return shown(value, _unit(title), _step(title, scope, row))


def _unit(title: str) -> str:
    column = _COLUMNS.get(title)
    if column is not None:
        return column.unit
    return next((unit for begin, unit in _UNITS.items() if title.startswith(begin) and "行" not in title), "")


def _step(title: str, scope: Scope, row: Row) -> Fraction:
    quantity = scope.quantity(Name(title))
    if quantity is None or not quantity.printed:
        return Fraction(0)
    return Fraction(int(row[f"{quantity.column}_step"] or 0), MILLIONTHS)
