"""What came of a verification in figures: by department, place, grade, profile, check; scores; where to look again.

Everything is asked of the engine in SQL that every engine takes, after `verify`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from jixiao.batch.checking import SEVERITIES
from jixiao.batch.columns import MILLIONTHS
from jixiao.batch.engines import Engine
from jixiao.batch.quantities import Row
from jixiao.batch.sampling import STRATA, Candidate
from jixiao.findings import Severity

WEIGHTS = {Severity.ERROR: 100, Severity.WARNING: 10, Severity.NOTE: 1}
"""What one finding adds to the risk of its form."""


_FOUND = "SELECT form, severity FROM failures WHERE form > 0 UNION ALL SELECT form, severity FROM noted WHERE form > 0"


class By(Enum):
    """What forms are grouped by; the value is the column."""

    DEPARTMENT = "department"
    PLACE = "place"
    PROVINCE = "province"
    YEAR = "year"
    PROFILE = "profile"
    GRADE = "grade"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class GroupStatistics:
    """Forms that share a department, place …: how many, money in yuan, findings, scores.

    `known_money` counts the forms whose budget is known, `scored` those whose total score is; `mean_score` is exact.
    """

    name: str
    forms: int
    unread: int
    faulty: int
    errors: int
    warnings: int
    notes: int
    known_money: int
    budget: Fraction
    executed: Fraction
    scored: int
    mean_score: Fraction | None


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A form to be looked at again: `risk` is the weighted number of its findings; the budget is in yuan."""

    form: int
    file: str
    department: str
    project: str
    budget: Fraction | None
    errors: int
    warnings: int
    notes: int
    risk: int

    @property
    def attention(self) -> Fraction:
        """Risk × budget in yuan; 0 where the budget is not known."""
        return self.risk * (self.budget or Fraction(0))


def summarise(engine: Engine) -> None:
    """Name what the questions below are asked of: every form with its findings (`form_findings`)."""
    counted = ", ".join(
        f"SUM(CASE WHEN severity = {SEVERITIES.index(severity)} THEN 1 ELSE 0 END) AS {severity.value}s"
        for severity in Severity
    )
    engine.keep("found", f"SELECT form, {counted} FROM ({_FOUND}) AS every_finding GROUP BY form")
    columns = ", ".join(f"COALESCE(found.{severity.value}s, 0) AS {severity.value}s" for severity in Severity)
    risk = " + ".join(f"{weight} * COALESCE(found.{severity.value}s, 0)" for severity, weight in WEIGHTS.items())
    engine.view(
        "form_findings",
        f"SELECT form_rows.*, {columns}, {risk} AS risk FROM form_rows LEFT JOIN found ON form_rows.form = found.form",
    )


def statistics(engine: Engine, by: By) -> Iterator[GroupStatistics]:
    """The groups, those with most errors first."""
    select = f"""
        SELECT COALESCE(CAST({by.value} AS STRING), '') AS name, COUNT(*) AS forms,
               SUM(CASE WHEN status = 2 THEN 1 ELSE 0 END) AS unread,
               SUM(CASE WHEN errors > 0 THEN 1 ELSE 0 END) AS faulty,
               SUM(errors) AS errors, SUM(warnings) AS warnings, SUM(notes) AS notes,
               COUNT(budget) AS known_money,
               SUM(CAST(budget AS {engine.dialect.value})) AS budget,
               SUM(CAST(executed AS {engine.dialect.value})) AS executed,
               COUNT(total_score) AS scored, SUM(CAST(total_score AS {engine.dialect.value})) AS scores
        FROM form_findings GROUP BY {by.value}"""
    for row in engine.rows(f"SELECT * FROM ({select}) AS grouped ORDER BY errors DESC, forms DESC, name"):
        scored = _int(row["scored"])
        yield GroupStatistics(
            str(row["name"]),
            _int(row["forms"]),
            _int(row["unread"]),
            _int(row["faulty"]),
            _int(row["errors"]),
            _int(row["warnings"]),
            _int(row["notes"]),
            _int(row["known_money"]),
            _yuan(row["budget"]) or Fraction(0),
            _yuan(row["executed"]) or Fraction(0),
            scored,
            Fraction(_int(row["scores"]), MILLIONTHS * scored) if scored else None,
        )


def score_distribution(engine: Engine, by: By | None = None) -> dict[str, dict[int, int]]:
    """How many forms have a total score from each whole point to below the next, for every group (one group: "")."""
    group = f"COALESCE(CAST({by.value} AS STRING), '')" if by else "''"
    point = f"total_score - total_score % {MILLIONTHS}"
    select = f"SELECT {group} AS name, {point} AS point FROM form_rows WHERE total_score IS NOT NULL"
    found: dict[str, dict[int, int]] = {}
    for row in engine.rows(
        f"SELECT name, point, COUNT(*) AS forms FROM ({select}) AS scores GROUP BY name, point ORDER BY name, point"
    ):
        found.setdefault(str(row["name"]), {})[_int(row["point"]) // MILLIONTHS] = _int(row["forms"])
    return found


def second_looks(engine: Engine, most: int) -> tuple[SecondLook, ...]:
    """The forms most in need of a second look: by attention, then by risk, then by number."""
    attention = f"risk * COALESCE(CAST(budget AS {engine.dialect.value}), 0)"
    select = f"""
        SELECT form, file, department, project, budget, errors, warnings, notes, risk FROM form_findings
        WHERE risk > 0 ORDER BY {attention} DESC, risk DESC, form LIMIT {int(most)}"""
    return tuple(_second_look(row) for row in engine.rows(select))


def candidates(engine: Engine) -> Iterator[Candidate]:
    """Every form as a candidate of the sample."""
    for row in engine.rows("SELECT form, budget, errors, warnings FROM form_findings ORDER BY form"):
        stratum = STRATA[0] if row["errors"] else STRATA[1] if row["warnings"] else STRATA[2]
        yield Candidate(_int(row["form"]), stratum, _yuan(row["budget"]))


def _second_look(row: Row) -> SecondLook:
    return SecondLook(
        _int(row["form"]),
        str(row["file"] or ""),
        str(row["department"] or ""),
        str(row["project"] or ""),
        _yuan(row["budget"]),
        _int(row["errors"]),
        _int(row["warnings"]),
        _int(row["notes"]),
        _int(row["risk"]),
    )


def _int(stored: int | str | None) -> int:
    return int(stored or 0)


def _yuan(stored: int | str | None) -> Fraction | None:
    return None if stored is None else Fraction(int(stored), MILLIONTHS)
