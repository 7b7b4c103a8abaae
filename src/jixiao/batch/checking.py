"""A check as data: over which rows, when it applies, what must hold; the row-wise verdict and the SQL come from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from jixiao.batch.derived import holds_in
from jixiao.batch.quantities import Row, Scope
from jixiao.expressions import Condition, ExpressionError, Name, names, parse_condition
from jixiao.expressions.sql import Dialect, condition_sql
from jixiao.findings import Check, Severity


class Verdict(IntEnum):
    """How a row stands to a check; the numbers are what the engines return."""

    NOT_APPLICABLE = 0
    NOT_CHECKED = 1
    EXACT = 2
    ROUNDING = 3
    IMPOSSIBLE = 4

    @property
    def chinese(self) -> str:
        """The verdict in the words of tables."""
        return _VERDICT_WORDS[self]


_VERDICT_WORDS = {
    Verdict.NOT_APPLICABLE: "不适用",
    Verdict.NOT_CHECKED: "未核对",
    Verdict.EXACT: "相符",
    Verdict.ROUNDING: "舍入可以解释",
    Verdict.IMPOSSIBLE: "不符",
}
_LONGEST = 10_000  # characters: conditions are written here, not by users
SEVERITIES = tuple(Severity)
"""Severities by the number that the engines return."""


class Rows(IntEnum):
    """Over which rows a check goes."""

    FORM = 0
    LINE = 1
    BLOCK = 2
    LISTED = 3
    PAIR = 4
    EXECUTION = 5

    @property
    def of_summaries(self) -> bool:
        """Whether its rows are those of summaries, and a finding is none of a form."""
        return self in (Rows.LISTED, Rows.PAIR)


@dataclass(frozen=True)
class FormCheck:
    """One check, every condition in the formula language over the titles of the store.

    In the order of asking: where `applies` is false it is not applicable; where a number that `decidable`, `exact` or
    `holds` names is unknown, or `decidable` is false, it is not checked; then it is exact, explained by rounding, or
    impossible. `applies` may only name what every row knows. `severity` is that of a finding unless one of `cases`
    holds, of which the first counts; one that names something unknown does not hold. `title` and `says` are the title
    and the explanation of a finding, with titles of quantities and of texts in braces; so are `stated` and `expected`.
    With `rounded`, its explanation, a row that rounding explains is a finding too: a note.
    """

    key: str
    check: Check
    over: Rows
    applies: str
    holds: str
    severity: Severity
    title: str
    says: str
    stated: str = ""
    expected: str = ""
    exact: str = ""
    decidable: str = ""
    cases: tuple[tuple[str, Severity], ...] = field(default=())
    rounded: str = ""

    @cached_property
    def conditions(self) -> tuple[Condition, Condition | None, Condition, Condition]:
        """What applies, what must be decidable, what is exact, what holds; without an own one, exact is what holds."""
        try:
            holds = _parsed(self.holds)
            return (
                _parsed(self.applies),
                _parsed(self.decidable) if self.decidable else None,
                _parsed(self.exact) if self.exact else holds,
                holds,
            )
        except ExpressionError as error:
            raise ValueError(f"{self.key}: {error}") from error

    @cached_property
    def severities(self) -> tuple[tuple[Condition, Severity], ...]:
        """The cases in which a finding is of another severity."""
        return tuple((_parsed(condition), severity) for condition, severity in self.cases)

    @cached_property
    def decided_by(self) -> tuple[Name, ...]:
        """The names of which every one must be known for a verdict."""
        _, decidable, exact, holds = self.conditions
        conditions = [each for each in (decidable, exact, holds) if each is not None]
        return tuple(dict.fromkeys(name for condition in conditions for name in names(condition)))

    @property
    def told(self) -> tuple[Verdict, ...]:
        """The verdicts on which a row is a finding."""
        return (Verdict.ROUNDING, Verdict.IMPOSSIBLE) if self.rounded else (Verdict.IMPOSSIBLE,)

    def verdict(self, scope: Scope, row: Row) -> Verdict:
        """How one row stands to the check, with exact fractions."""
        applies, decidable, exact, holds = self.conditions
        if not holds_in(applies, scope, row):
            return Verdict.NOT_APPLICABLE
        if any(scope.value(name, row) is None for name in self.decided_by):
            return Verdict.NOT_CHECKED
        if decidable is not None and not holds_in(decidable, scope, row):
            return Verdict.NOT_CHECKED
        if holds_in(exact, scope, row):
            return Verdict.EXACT
        return Verdict.ROUNDING if holds_in(holds, scope, row) else Verdict.IMPOSSIBLE

    def severity_in(self, scope: Scope, row: Row) -> Severity:
        """How grave a finding in this row is."""
        if self.verdict(scope, row) is Verdict.ROUNDING:
            return Severity.NOTE
        return next((case for condition, case in self.severities if holds_in(condition, scope, row)), self.severity)

    def verdict_sql(self, scope: Scope, dialect: Dialect) -> str:
        """The number of the verdict, as SQL over a row."""
        applies, decidable, exact, holds = self.conditions
        open_names = [f"NOT {quantity.known_sql(name)}" for name, quantity in scope.doubtful(self.decided_by)]
        cases = [
            (f"NOT {condition_sql(applies, scope.sql, dialect)}", Verdict.NOT_APPLICABLE),
            *((" OR ".join(open_names), Verdict.NOT_CHECKED) for _ in open_names[:1]),
            *((f"NOT {condition_sql(each, scope.sql, dialect)}", Verdict.NOT_CHECKED) for each in [decidable] if each),
            (condition_sql(exact, scope.sql, dialect), Verdict.EXACT),
            *((condition_sql(holds, scope.sql, dialect), Verdict.ROUNDING) for _ in [holds] if holds != exact),
        ]
        return _case(cases, Verdict.IMPOSSIBLE)

    def severity_sql(self, scope: Scope, dialect: Dialect, verdict: str) -> str:
        """The number of the severity of a finding, as SQL over a row with its verdict in that column."""
        cases = [(f"{verdict} = {Verdict.ROUNDING:d}", SEVERITIES.index(Severity.NOTE))] if self.rounded else []
        for condition, severity in self.severities:
            known = [quantity.known_sql(name) for name, quantity in scope.doubtful(names(condition))]
            asked = " AND ".join([*known, condition_sql(condition, scope.sql, dialect)])
            cases.append((asked, SEVERITIES.index(severity)))
        return _case(cases, SEVERITIES.index(self.severity))


def _parsed(condition: str) -> Condition:
    return parse_condition(condition, _LONGEST)


def must_apply_to_every_row(checks: Iterable[FormCheck], scopes: dict[Rows, Scope]) -> None:
    """Raise `ValueError` for a check whose `applies` names something that a row may leave open."""
    for check in checks:
        open_names = scopes[check.over].doubtful(names(check.conditions[0]))
        if open_names:
            raise ValueError(f"{check.key} applies by {open_names[0][0]}, which a row may leave open")


def _case(cases: Iterable[tuple[str, int]], otherwise: int) -> str:
    listed = list(_whens(cases))
    return f"CASE {' '.join(listed)} ELSE {otherwise} END" if listed else str(int(otherwise))


def _whens(cases: Iterable[tuple[str, int]]) -> Iterator[str]:
    for condition, number in cases:
        yield f"WHEN {condition} THEN {int(number)}"
