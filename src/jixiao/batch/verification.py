"""All checks over all rows of a store: verdicts in the engine, findings worded from the rows that fail."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.batch.checking import SEVERITIES, FormCheck, Rows, Verdict
from jixiao.batch.checks import CHECKS
from jixiao.batch.engines import Engine
from jixiao.batch.quantities import Row
from jixiao.batch.scopes import GROUPS, SCOPES, views
from jixiao.findings import Severity

VIEWS: Mapping[Rows, tuple[str, str]] = {
    Rows.FORM: ("form_rows", "0"),
    Rows.LINE: ("line_rows", "line"),
    Rows.BLOCK: ("block_rows", "block_number"),
    Rows.LISTED: ("listed_rows", "listed_row"),
    Rows.PAIR: ("pair_rows", "listed_row"),
    Rows.EXECUTION: ("execution_rows", "line"),
}
"""Where the rows of a scope are, and which column tells the rows of a form apart."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows ended on which verdict of one check."""

    key: str
    by_verdict: Mapping[Verdict, int]

    @property
    def checked(self) -> int:
        """The rows of which something could be said."""
        return sum(self.by_verdict[verdict] for verdict in (Verdict.EXACT, Verdict.ROUNDING, Verdict.IMPOSSIBLE))


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A row that fails a check: the form (0: of a summary), the row's number (0: the form itself), the check's key."""

    form: int
    nth: int
    key: str
    severity: Severity


def verify(engine: Engine, checks: Sequence[FormCheck] = CHECKS) -> tuple[Counts, ...]:
    """Decide every check for every row; what fails is then the engine's table `failures` (form, nth, number, severity).

    `number` is the check's place in `checks`, `severity` its place in the order of severities.
    """
    prepare(engine)
    selects: list[str] = []
    counts: list[Counts] = []
    for over, (view, nth) in VIEWS.items():
        numbered = [(number, check) for number, check in enumerate(checks) if check.over is over]
        if not numbered:
            continue
        engine.keep(f"verdicts_{view}", _verdicts(engine, over, view, nth, numbered))
        counts += _counts(engine, f"verdicts_{view}", numbered)
        form = "CAST(0 AS BIGINT)" if over.of_summaries else "form"
        selects += [
            f"SELECT {form} AS form, nth, {number} AS number, s{number} AS severity FROM verdicts_{view} "
            f"WHERE {_is_told(number, check)}"
            for number, check in numbered
        ]
    engine.keep("failures", " UNION ALL ".join(selects))
    return tuple(counts)


def prepare(engine: Engine) -> None:
    """Name the rows of every scope; what is summed up is computed now."""
    kept = {group.name for group in GROUPS}
    for name, select in views(engine.dialect).items():
        (engine.keep if name in kept else engine.view)(name, select)


def failures(engine: Engine, checks: Sequence[FormCheck] = CHECKS) -> Iterator[Failure]:
    """What failed, in the order of forms, rows and checks."""
    for row in engine.rows("SELECT form, nth, number, severity FROM failures ORDER BY form, nth, number"):
        number, severity = int(row["number"] or 0), int(row["severity"] or 0)
        yield Failure(int(row["form"] or 0), int(row["nth"] or 0), checks[number].key, SEVERITIES[severity])


def failing_rows(engine: Engine, over: Rows, number: int, columns: Sequence[str]) -> Iterator[Row]:
    """These columns of the rows of a scope that fail the check of that number, with their form's file and project."""
    view, nth = VIEWS[over]
    same = "1 = 1" if over.of_summaries else "rows.form = failures.form"
    own = f" AND rows.{nth} = failures.nth" if nth != "0" else ""
    of_form = " LEFT JOIN forms AS own ON own.form = rows.form"
    listed = ", ".join(f"rows.{column}" for column in columns)
    select = f"SELECT {listed}, own.file, own.project FROM {view} AS rows JOIN failures ON {same}{own}{of_form}"
    return engine.rows(f"{select} WHERE failures.number = {number} ORDER BY rows.form, failures.nth")


def _verdicts(engine: Engine, over: Rows, view: str, nth: str, numbered: Sequence[tuple[int, FormCheck]]) -> str:
    scope, dialect = SCOPES[over], engine.dialect
    verdicts = ", ".join(f"{check.verdict_sql(scope, dialect)} AS v{number}" for number, check in numbered)
    severities = ", ".join(
        f"CAST(CASE WHEN {_is_told(number, check)} THEN {check.severity_sql(scope, dialect, f'v{number}')} END "
        f"AS TINYINT) AS s{number}"
        for number, check in numbered
    )
    narrow = ", ".join(f"CAST(v{number} AS TINYINT) AS v{number}" for number, _ in numbered)
    decided = f"SELECT *, {verdicts} FROM {view}"
    return f"SELECT form, CAST({nth} AS BIGINT) AS nth, {narrow}, {severities} FROM ({decided}) AS decided"


def _is_told(number: int, check: FormCheck) -> str:
    return f"v{number} >= {min(check.told):d}"


def _counts(engine: Engine, table: str, numbered: Sequence[tuple[int, FormCheck]]) -> Iterator[Counts]:
    sums = ", ".join(
        f"COALESCE(SUM(CASE WHEN v{number} = {verdict.value} THEN 1 ELSE 0 END), 0) AS c{number}_{verdict.value}"
        for number, _ in numbered
        for verdict in Verdict
    )
    (row,) = engine.rows(f"SELECT {sums} FROM {table}")
    for number, check in numbered:
        yield Counts(check.key, {verdict: int(row[f"c{number}_{verdict.value}"] or 0) for verdict in Verdict})
