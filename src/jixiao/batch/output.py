"""Everything that was found as one table: a line for each finding, as Parquet."""

from collections.abc import Sequence
from pathlib import Path

from jixiao.batch.checking import SEVERITIES, FormCheck
from jixiao.batch.checks import CHECKS
from jixiao.batch.engines import Engine

WORDS = ("title", "explanation", "stated", "expected", "where_text")


def findings_select(checks: Sequence[FormCheck] = CHECKS) -> str:
    """The query for every finding after `verify`: of which form, at which row, which check, how grave.

    `file`, `place`, `department`, `unit`, `project`, `form` (0: of a summary), `nth` (the row: 0 for the form itself),
    `rule` (the check's key), `check_id`, `severity` (error, warning, note), and the words of what was found while
    reading; other findings are put into words only on demand.
    """
    keys = _chosen("failures.number", [check.key for check in checks])
    ids = _chosen("failures.number", [check.check.id for check in checks])
    empty = ", ".join(f"CAST(NULL AS STRING) AS {word}" for word in WORDS)
    found = (
        f"SELECT form, nth, {keys} AS rule, {ids} AS check_id, {_severity('failures.severity')} AS severity, "
        f"CAST(NULL AS STRING) AS of_file, {empty} FROM failures UNION ALL "
        f"SELECT form, 0 AS nth, check_id AS rule, check_id, {_severity('noted.severity')} AS severity, "
        f"file AS of_file, {', '.join(WORDS)} FROM noted"
    )
    of_form = ", ".join(f"forms.{column}" for column in ("place", "department", "unit", "project"))
    return (
        f"SELECT COALESCE(forms.file, of_file, listed.file) AS file, {of_form}, found.form, nth, rule, check_id, "
        f"severity, {', '.join(WORDS)} FROM ({found}) AS found LEFT JOIN forms ON found.form = forms.form "
        "LEFT JOIN listed ON found.form = 0 AND found.of_file IS NULL AND found.nth = listed.listed_row"
    )


def write_findings(engine: Engine, path: Path) -> None:
    """Every finding as Parquet, without the words of those that were found by conditions."""
    engine.write(findings_select(), path)


def _severity(column: str) -> str:
    return _chosen(column, [severity.value for severity in SEVERITIES])


def _chosen(column: str, words: Sequence[str]) -> str:
    return f"CASE {column} {' '.join(f'WHEN {number} THEN {_text(word)}' for number, word in enumerate(words))} END"


def _text(word: str) -> str:
    escaped = str(word).replace("'", "''")
    return f"'{escaped}'"
