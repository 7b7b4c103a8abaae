"""What is told of the forms of a book by the engine for files and by the store, in one notation.

A finding is the form (0: of a summary), the check, the severity and where: an indicator or a row of a summary by its
number, a block by its name, otherwise nothing; a finding made while reading by all its places.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from jixiao.batch.checking import SEVERITIES, Rows
from jixiao.batch.checks import CHECKS
from jixiao.batch.rows import Source, rows_of
from jixiao.batch.rowwise import verify_rowwise
from jixiao.batch.verification import Failure
from jixiao.findings import Finding, Place, Severity
from jixiao.forms import Form, FormBook, Said, Summary
from jixiao.forms.execution import scores_by_ministry
from jixiao.forms.profiles import Profile
from jixiao.forms.verifying import checked, checked_summary
from jixiao.relations import Figure

Told = tuple[int, str, Severity, str]
_CHECKS = {check.key: check for check in CHECKS}
_SCOPES = {each: {check.over for check in CHECKS if check.check.id == each} for each in {c.check.id for c in CHECKS}}
_OF_LINE, _OF_LIST = {Rows.LINE, Rows.EXECUTION}, {Rows.LISTED, Rows.PAIR}


@dataclass(frozen=True, slots=True)
class ByFile:
    """What the engine for files tells: the roots, and what it lists as consequences of them."""

    roots: frozenset[Told]
    consequences: frozenset[Told]


def told_by_file(book: FormBook, profile_of: Callable[[Form], Profile]) -> ByFile:
    """Everything that `jixiao verify` tells of a file."""
    by_ministry = any(scores_by_ministry(form) for form in book.forms)
    found: list[tuple[Told, bool]] = []
    for number, form in enumerate(book.forms, 1):
        checkup = checked(form, profile_of(form), by_ministry=by_ministry)
        found += ((_of_form(number, form, each), bool(each.derived_from)) for each in checkup.findings)
    profiles = {id(form): profile_of(form) for form in book.forms}
    before = 0
    for summary in book.summaries:
        told = checked_summary(summary, book, profiles).findings
        found += ((_of_summary(summary, before, each), bool(each.derived_from)) for each in told)
        before += len(summary.rows)
    roots = frozenset(told for told, derived in found if not derived)
    return ByFile(roots, frozenset(told for told, derived in found if derived) - roots)


def told_by_store(book: FormBook, profile_of: Callable[[Form], Profile]) -> frozenset[Told]:
    """Everything that the store tells of the same forms, row by row."""
    tables = rows_of(book, Source("自评.xlsx"), profile_of)
    _, failed = verify_rowwise(tables)
    blocks = {(row["form"], row["block_number"]): str(row["block"]) for row in tables["blocks"]}
    noted = (
        (int(row["form"] or 0), str(row["check_id"]), SEVERITIES[int(row["severity"] or 0)], str(row["where_text"]))
        for row in tables["noted"]
    )
    return frozenset((*(_of_store(failure, blocks) for failure in failed), *noted))


def _of_store(failure: Failure, blocks: dict[tuple[Any, Any], str]) -> Told:
    check = _CHECKS[failure.key]
    form = 0 if check.over in _OF_LIST else failure.form
    where = str(failure.nth or "")
    if check.over is Rows.BLOCK:
        where = blocks[failure.form, failure.nth]
    return form, check.check.id, failure.severity, where


def _of_form(number: int, form: Form, finding: Finding) -> Told:
    scopes = _SCOPES.get(finding.check)
    where = "；".join(map(str, finding.places)) or "None"
    if scopes is not None:
        lines = {at: str(n) for n, line in enumerate(form.lines, 1) for at in _places(line)}
        blocks = {at: block.name for block in form.blocks for at in _places(block)}
        blocks |= {at: line.block for line in form.lines for at in _places(line)}
        named = lines if scopes & _OF_LINE else blocks if Rows.BLOCK in scopes else {}
        where = named.get(finding.places[0], "")
        if Rows.BLOCK in scopes and finding.relation:
            where = named.get(finding.places[-1], "")
    return number, finding.check, finding.severity, where


def _of_summary(summary: Summary, before: int, finding: Finding) -> Told:
    where = "；".join(map(str, finding.places)) or "None"
    if finding.check in _SCOPES:
        rows = {at: str(n) for n, row in enumerate(summary.rows, before + 1) for at in _places(row)}
        where = next(rows[place] for place in finding.places if place in rows)
    return 0, finding.check, finding.severity, where


def _places(cells: Any) -> Iterator[Place]:
    values = (getattr(cells, field.name) for field in fields(cells))
    return (value.place for value in values if isinstance(value, Said | Figure))


def placed(book: FormBook) -> FormBook:
    """The book with a place of its own for everything that a form or a summary prints."""
    for form in book.forms:
        form.money = [_placed(row, form, f"资金 {n}") for n, row in enumerate(form.money)]
        form.lines = [_placed(line, form, f"指标 {n}") for n, line in enumerate(form.lines)]
        form.blocks = [_placed(block, form, f"一级指标 {n}") for n, block in enumerate(form.blocks)]
        form.objectives = [_placed(each, form, f"目标 {n}") for n, each in enumerate(form.objectives)]
        for name, cell in ((field.name, getattr(form, field.name)) for field in fields(form)):
            if isinstance(cell, Said | Figure):
                setattr(form, name, replace(cell, place=Place(table=form.number, row="表", column=name)))
    return replace(book, summaries=tuple(_listed(summary, n) for n, summary in enumerate(book.summaries)))


def _listed(summary: Summary, number: int) -> Summary:
    rows = tuple(_placed(row, None, f"汇总 {number} {n}") for n, row in enumerate(summary.rows))
    total = summary.total and _placed(summary.total, None, f"汇总 {number} 合计")
    return replace(summary, rows=rows, total=total)


def _placed(cells: Any, form: Form | None, row: str) -> Any:
    printed = {field.name: getattr(cells, field.name) for field in fields(cells)}
    at = Place(table=form.number if form else 0, row=row)
    return replace(
        cells,
        **{
            name: replace(cell, place=replace(at, column=name))
            for name, cell in printed.items()
            if isinstance(cell, Said | Figure)
        },
    )
