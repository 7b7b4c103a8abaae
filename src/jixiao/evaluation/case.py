"""A case ready to be scored: its content checked against itself and bound together.

Everything that would make a score meaningless is refused here, before anything is computed: weights that
do not add up, names nobody knows, judgements of indicators that do not exist, evidence that is not listed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from jixiao import __version__
from jixiao.evaluation.content import CaseContent, General, TableSheet
from jixiao.evaluation.judgement import Judgement
from jixiao.evaluation.references import Complaints, References
from jixiao.evaluation.sections import Sections, tree_of
from jixiao.facts import (
    Dictionary,
    FactBase,
    Table,
    TableChecks,
    check_tables,
    facts_in,
    facts_of,
    open_table,
    standard_dictionary,
)
from jixiao.indicators import (
    IndicatorSystem,
    read_system,
    refuse_typed_scores,
)
from jixiao.packs.complaints import problems_of
from jixiao.packs.registry import standard_registry
from jixiao.packs.scales import GradeScale
from jixiao.quantities import parse_number
from jixiao.refusals import Refusal
from jixiao.rules import RuleError, TotalRule, read_total_rules
from jixiao.rules.totals import Cap


@dataclass(frozen=True, slots=True)
class Case:
    """What scoring needs, every reference resolved; `content` keeps all that was filled in.

    `checks` is what came of checking the case's own tables against themselves, before anything is scored.
    """

    content: CaseContent
    system: IndicatorSystem
    facts: FactBase
    tables: tuple[Table, ...]
    checks: TableChecks
    judgements: Mapping[str, Judgement]
    scale: GradeScale
    total_rules: tuple[TotalRule, ...]
    total_events: Mapping[str, str]
    ruleset: str

    @property
    def year(self) -> int:
        """The year evaluated."""
        return int(self.content.case.year)


def build_case(sections: Sections) -> Case:
    """The case the sections describe; Refusal with every problem found at the first stage that finds any."""
    for section in ("indicators", "judgements"):
        refuse_typed_scores(sections.document(section))
    content = sections.content()
    system = read_system(sections.document("indicators"))
    complaints = Complaints(sections)
    references = References(complaints, content, system)
    references.check()
    builder = _Builder(complaints, references, content)
    scale = builder.scale()
    rules = builder.total_rules(scale)
    complaints.stop()
    tables, facts = builder.facts()
    references.check_names(facts.dictionary)
    complaints.stop()
    return Case(
        content,
        system,
        facts,
        tables,
        check_tables(tables, facts),
        content.judgements,
        scale,
        rules,
        content.case.total_events,
        ruleset_of(content, scale),
    )


def ruleset_of(content: CaseContent, scale: GradeScale) -> str:
    """Which rules scored: version and hash over indicators, rules, scale and rules about the total."""
    rules = [tree_of(content.indicators), str(scale), tree_of(content.case.total_rules)]
    digest = hashlib.sha256(json.dumps(rules, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return f"jixiao {__version__} sha256:{digest[:16]}"


class _Builder:
    """Works out what the content means, collecting the problems of a stage before it stops."""

    def __init__(self, complaints: Complaints, references: References, content: CaseContent) -> None:
        self.complaints = complaints
        self.references = references
        self.content = content

    @property
    def general(self) -> General:
        return self.content.case

    def scale(self) -> GradeScale:
        """The named scale, or the one written in the case."""
        given = self.general.grade_scale
        problem = self.complaints.sections.document("case").problem
        if isinstance(given, str):
            scales = standard_registry().scales
            if given not in scales:
                expected = f"{'、'.join(scales)} 之一"
                raise Refusal(problem(("grade_scale",), f"“{given}”", expected, "请改写等级标准"))
            return scales[given]
        bands = [{"name": band.name, "from": band.from_} for band in given]
        try:
            return GradeScale.model_validate({"id": "own", "name": "本次评价的等级标准", "bands": bands, "mark": "S"})
        except ValidationError as error:
            found = problems_of(error.errors(include_url=False), tree_of({"bands": bands}), GradeScale)
            raise Refusal(
                *(problem(("grade_scale",), each.found, each.expected, each.mend) for each in found)
            ) from None

    def total_rules(self, scale: GradeScale) -> tuple[TotalRule, ...]:
        try:
            rules = read_total_rules(tree_of(self.general.total_rules))
        except RuleError as error:
            path = ("total_rules", *error.path)
            self.complaints.add("case", path, error.found, error.expected, "请改写这一项")
            return ()
        grades = [band.name for band in scale.bands]
        for number, rule in enumerate(rules):
            if isinstance(rule, Cap) and rule.grade is not None and rule.grade not in grades:
                path = ("total_rules", number, "cap")
                self.complaints.add("case", path, f"等级“{rule.grade}”", f"{'、'.join(grades)} 之一", "请核对等级名称")
        for name, count in self.general.total_events.items():
            if name not in [rule.name for rule in rules]:
                self.complaints.add(
                    "case", ("total_events", name), f"“{name}”", "写明作用的总分事项", "请核对总分事项的名称"
                )
            if (times := parse_number(count)) < 0 or times.denominator != 1:
                self.complaints.add(
                    "case", ("total_events", name), f"“{count}”", "0、1、2 这样的次数", "请填写发生的次数"
                )
        return rules

    def facts(self) -> tuple[tuple[Table, ...], FactBase]:
        """All facts: those of the tables first, then those stated one by one."""
        year = int(self.general.year)
        stated = facts_in(self.complaints.sections.document("facts"), standard_dictionary(), year)
        tables = [self._table(number, sheet, stated.dictionary) for number, sheet in enumerate(self.content.tables)]
        self.complaints.stop()
        read = [table for table in tables if table is not None]
        facts = [fact for table in read for fact in facts_of(table, stated.dictionary, year)]
        bodies = [body.name for body in self.general.bodies]
        base = FactBase([*facts, *stated.facts], dictionary=stated.dictionary, year=year, bodies=bodies)
        return tuple(read), base

    def _table(self, number: int, sheet: TableSheet, dictionary: Dictionary) -> Table | None:
        self.references.check_evidence("tables", (number, "source"), sheet.entry.source)
        rows = zip(sheet.numbers, sheet.rows, strict=True)
        year = int(self.general.year)
        try:
            return open_table(
                sheet.entry.note(sheet.shown), sheet.headings, rows, dictionary=dictionary, usual_year=year
            )
        except Refusal as refusal:
            self.complaints.problems.extend(refusal.problems)
            return None
