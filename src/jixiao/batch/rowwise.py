"""The same checks row by row with exact fractions: the measure of every engine, and what words a finding."""

from collections.abc import Sequence

from jixiao.batch.checking import FormCheck, Verdict
from jixiao.batch.checks import CHECKS
from jixiao.batch.rows import Tables
from jixiao.batch.scopes import SCOPES, Forms
from jixiao.batch.verification import VIEWS, Counts, Failure


def verify_rowwise(tables: Tables, checks: Sequence[FormCheck] = CHECKS) -> tuple[tuple[Counts, ...], list[Failure]]:
    """Every check for every row, in the order of `verify` and `failures`."""
    counts: list[Counts] = []
    failed: list[tuple[int, int, int, Failure]] = []
    forms = Forms(tables)
    for over in VIEWS:
        numbered = [(number, check) for number, check in enumerate(checks) if check.over is over]
        rows = list(forms.over(over)) if numbered else []
        for number, check in numbered:
            verdicts = [check.verdict(SCOPES[over], row) for row in rows]
            counts.append(Counts(check.key, {verdict: verdicts.count(verdict) for verdict in Verdict}))
            for row, verdict in zip(rows, verdicts, strict=True):
                if verdict in check.told:
                    form, nth = 0 if over.of_summaries else int(row["form"] or 0), int(row.get(VIEWS[over][1], 0) or 0)
                    failure = Failure(form, nth, check.key, check.severity_in(SCOPES[over], row))
                    failed.append((form, nth, number, failure))
    return tuple(counts), [failure for *_, failure in sorted(failed)]
