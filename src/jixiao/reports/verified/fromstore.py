"""What a store of forms comes to after an engine has verified it: the same overview as of files, and what is told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice

from jixiao.batch.checking import SEVERITIES
from jixiao.batch.checks import CHECKS
from jixiao.batch.columns import MILLIONTHS
from jixiao.batch.engines import Engine
from jixiao.batch.quantities import Row
from jixiao.batch.sampling import Drawn, draw
from jixiao.batch.statistics import By, candidates, score_distribution, second_looks, statistics
from jixiao.batch.wording import findings, noted_findings
from jixiao.findings import Finding, Severity
from jixiao.quantities import exact_text
from jixiao.reports.verified.overview import LOOKS, CheckCount, Look, Overview, Sampled, in_bands, titles
from jixiao.reports.verified.told import STATUS_WORDS, ToldFinding, ToldForm, ToldList, ToldScore

_STATUS = tuple(STATUS_WORDS)
_FORM_COLUMNS = "form, file, number, department, unit, project, year, profile, status, why, budget, executed"


def overview_of_store(engine: Engine, *, sample: int, seed: int) -> Overview:
    """The overview of a store that was verified and summarised."""
    by_status = {group.name: group for group in statistics(engine, By.STATUS)}
    groups = list(by_status.values())
    drawn = draw(candidates(engine), sample, seed)
    return Overview(
        sum(group.forms for group in groups),
        {word: by_status[str(n)].forms if str(n) in by_status else 0 for n, word in enumerate(STATUS_WORDS.values())},
        sum(group.errors for group in groups),
        sum(group.warnings for group in groups),
        sum(group.notes for group in groups),
        sum(group.faulty for group in groups),
        tuple(statistics(engine, By.DEPARTMENT)),
        tuple(statistics(engine, By.PROFILE)),
        tuple(statistics(engine, By.GRADE)),
        tuple(statistics(engine, By.PLACE)),
        tuple(statistics(engine, By.YEAR)),
        _checks(engine),
        in_bands(score_distribution(engine).get("", {})),
        _looks(engine),
        _sampled(engine, drawn),
        seed,
    )


def _looks(engine: Engine) -> tuple[Look, ...]:
    return tuple(
        Look(each.file, each.project, each.department, each.budget, each.errors, each.warnings, each.notes, each.risk)
        for each in second_looks(engine, LOOKS)
    )


def _checks(engine: Engine) -> tuple[CheckCount, ...]:
    """The checks that found something, those with most errors first; several of one name count together."""
    known = titles()
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, check in enumerate(CHECKS):
        numbers[check.check.id].append(number)
    name = " ".join(f"WHEN number IN ({', '.join(map(str, own))}) THEN '{check}'" for check, own in numbers.items())
    counted = ", ".join(
        f"SUM(CASE WHEN severity = {SEVERITIES.index(severity)} THEN 1 ELSE 0 END) AS {severity.value}s"
        for severity in Severity
    )
    named = (
        f"SELECT CASE {name} END AS name, form, severity FROM failures WHERE form > 0 "
        "UNION ALL SELECT check_id AS name, form, severity FROM noted WHERE form > 0"
    )
    select = f"SELECT name, {counted}, COUNT(DISTINCT form) AS forms FROM ({named}) AS named GROUP BY name"
    rows = (
        CheckCount(
            str(row["name"]),
            known.get(str(row["name"]), str(row["name"])),
            *_counts(row),
            _whole(row["forms"]),
        )
        for row in engine.rows(select)
    )
    return tuple(sorted(rows, key=lambda each: (-each.errors, -each.warnings, -each.notes, each.check)))


def _sampled(engine: Engine, drawn: tuple[Drawn, ...]) -> tuple[Sampled, ...]:
    if not drawn:
        return ()
    numbers = ", ".join(str(each.form) for each in drawn)
    select = f"SELECT {_FORM_COLUMNS}, errors, warnings, notes, risk FROM form_findings WHERE form IN ({numbers})"
    rows = {_whole(row["form"]): row for row in engine.rows(select)}
    return tuple(Sampled(_look(rows[each.form]), each.stratum, each.probability) for each in drawn)


def _look(row: Row) -> Look:
    file, project, department = _text(row["file"]), _text(row["project"]), _text(row["department"])
    return Look(file, project, department, _yuan(row["budget"]), *_counts(row), _whole(row["risk"]))


def _counts(row: Row) -> tuple[int, int, int]:
    return _whole(row["errors"]), _whole(row["warnings"]), _whole(row["notes"])


def found_in_lists(engine: Engine) -> Mapping[Severity, int]:
    """How many findings of each severity the summaries of the store have."""
    of_lists = " UNION ALL ".join(f"SELECT severity FROM {name} WHERE form = 0" for name in ("failures", "noted"))
    select = f"SELECT severity, COUNT(*) AS found FROM ({of_lists}) AS listed GROUP BY severity"
    return {SEVERITIES[_whole(row["severity"])]: _whole(row["found"]) for row in engine.rows(select)}


@dataclass(frozen=True)
class Found:
    """Findings in words: by the number of their form, and those of summaries by their file."""

    of_forms: Mapping[int, Sequence[Finding]]
    of_summaries: Mapping[str, Sequence[Finding]]

    def lists(self) -> tuple[ToldList, ...]:
        """What is told of the summaries of each file."""
        return tuple(
            ToldList(source=file, title="汇总表", findings=tuple(map(_told, found)))
            for file, found in sorted(self.of_summaries.items())
        )


def found_in(engine: Engine, most: int) -> Found:
    """At most so many findings in words, those made while reading first."""
    of_forms: defaultdict[int, list[Finding]] = defaultdict(list)
    of_summaries: defaultdict[str, list[Finding]] = defaultdict(list)
    decided = ((failure.form, finding) for failure, finding in findings(engine))
    for form, finding in islice(chain(noted_findings(engine), decided), most):
        if form:
            of_forms[form].append(finding)
        else:
            of_summaries[finding.places[0].file or ""].append(finding)
    return Found(of_forms, of_summaries)


def _told(finding: Finding) -> ToldFinding:
    return ToldFinding.model_validate(finding.as_json())


def told_forms(engine: Engine, found: Found, *, all_forms: bool) -> Iterator[ToldForm]:
    """The forms of the store in their order, or only those with findings; what is stated and found is told."""
    columns = f"{_FORM_COLUMNS}, total_score, grade"
    where = "" if all_forms else " WHERE risk > 0 OR status > 0"
    for row in engine.rows(f"SELECT {columns} FROM form_findings{where} ORDER BY form"):
        number = _whole(row["form"])
        total, budget, executed = (_yuan(row[name]) for name in ("total_score", "budget", "executed"))
        yield ToldForm(
            source=_text(row["file"]),
            number=_whole(row["number"]) if _whole(row["status"]) < 2 else 0,
            project=_text(row["project"]),
            department=_text(row["department"]),
            unit=_text(row["unit"]),
            year=str(row["year"] or ""),
            profile=_text(row["profile"]),
            status=_STATUS[_whole(row["status"])],
            why=_text(row["why"]) or None,
            budget=None if budget is None else exact_text(budget),
            executed=None if executed is None else exact_text(executed),
            stated=ToldScore(total=None if total is None else exact_text(total), grade=_text(row["grade"]) or None),
            findings=tuple(map(_told, found.of_forms.get(number, ()))),
        )


def _whole(stored: int | str | None) -> int:
    return int(stored or 0)


def _text(stored: int | str | None) -> str:
    return "" if stored is None else str(stored)


def _yuan(stored: int | str | None) -> Fraction | None:
    """A number of the store in its unit (yuan, points)."""
    return None if stored is None else Fraction(int(stored), MILLIONTHS)
