"""A case ready to be scored: its content checked against itself and bound together.

Everything that would make a score meaningless is refused here, before anything is computed: weights that
do not add up, names nobody knows, judgements of indicators that do not exist, evidence that is not listed.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pydantic import ValidationError

from jixiao import __version__
from jixiao.evaluation.content import CaseContent, General, TableSheet
from jixiao.evaluation.judgement import Judgement
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
    unresolved_names,
)
from jixiao.indicators import (
    Group,
    Indicator,
    IndicatorSystem,
    expressions_of,
    path_of,
    read_system,
    refuse_typed_scores,
)
from jixiao.packs.complaints import nearest, problems_of
from jixiao.packs.registry import standard_registry
from jixiao.packs.scales import GradeScale
from jixiao.packs.trees import KeyPath, Tree, at
from jixiao.quantities import exact_text, parse_number
from jixiao.refusals import Problem, Refusal
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
    builder = _Builder(sections, content, system)
    builder.check_system()
    builder.check_framework()
    builder.check_judgements()
    builder.check_narrative()
    scale = builder.scale()
    rules = builder.total_rules(scale)
    builder.stop()
    tables, facts = builder.facts()
    builder.check_names(facts.dictionary)
    builder.stop()
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
    """Collects the problems of a stage, so that a user sees all of them at once."""

    def __init__(self, sections: Sections, content: CaseContent, system: IndicatorSystem) -> None:
        self.sections = sections
        self.content = content
        self.system = system
        self.problems: list[Problem] = []

    @property
    def general(self) -> General:
        return self.content.case

    def stop(self) -> None:
        if self.problems:
            raise Refusal(*dict.fromkeys(self.problems))

    def complain(self, section: str, path: KeyPath, found: str, expected: str, mend: str) -> None:
        self.problems.append(self.sections.document(section).problem(path, found, expected, mend))

    def check_system(self) -> None:
        """A case is scored: every indicator needs a weight and a rule sentence."""
        for node in self.system.nodes():
            if node.weight is None:
                found = f"没有权重的指标“{node.code} {node.name}”"
                self._complain_of(node, found, "每个指标都有权重", "请填写权重；指标框架不能直接计分")
        for indicator in self.system.indicators():
            if indicator.rule is None and not indicator.rule_text:
                found = f"没有评分规则的指标“{indicator.code} {indicator.name}”"
                self._complain_of(indicator, found, "每个三级指标都有评分规则", "请填写评分规则")

    def _complain_of(self, node: Group | Indicator, found: str, expected: str, mend: str) -> None:
        path = path_of(self.sections.document("indicators").tree, (node.code,))
        self.complain("indicators", path, found, expected, mend)

    def check_framework(self) -> None:
        """The pack a case was made from, where one is named, is one there is."""
        known = standard_registry().headers
        if self.general.framework and self.general.framework not in known:
            near = nearest(self.general.framework, known)
            mend = f"是否要写 {near}？" if near else f"可用的有 {'、'.join(known)}；没有采用模板的可以不填"
            self.complain("case", ("framework",), f"“{self.general.framework}”", "已登记的指标体系模板", mend)

    def check_judgements(self) -> None:
        indicators = {indicator.code: indicator for indicator in self.system.indicators()}
        for code, judgement in self.content.judgements.items():
            if code not in indicators:
                near = nearest(code, indicators)
                mend = f"是否要写 {near}？" if near else "请核对指标编码"
                self.complain("judgements", (code,), f"指标编码“{code}”", "指标体系中的三级指标", mend)
                continue
            self._check_override(indicators[code], judgement)
            self._check_evidence("judgements", (code,), judgement.cited())
        for number, fact in enumerate(self.content.facts):
            self._check_evidence("facts", (number, "source"), fact.source)

    def _check_override(self, indicator: Indicator, judgement: Judgement) -> None:
        if judgement.override is None or indicator.weight is None:
            return
        if not 0 <= Fraction(judgement.override.points) <= indicator.weight:
            path: KeyPath = (indicator.code, "override", "score")
            expected = f"0 到权重 {exact_text(indicator.weight)} 之间的得分"
            self.complain("judgements", path, f"“{judgement.override.score}”", expected, "请核对调整得分")

    def _check_evidence(self, section: str, path: KeyPath, ids: Iterable[str]) -> None:
        """Every id is listed; not told while an id is listed twice, which is why another one is missing."""
        known = {entry.id for entry in self.content.evidence}
        if len(known) < len(self.content.evidence):
            return
        tree = self.sections.document(section).tree
        for each in ids:
            if each not in known:
                near = nearest(each, known)
                mend = f"是否要写 {near}？" if near else "请在佐证材料中登记"
                for cited in list(_citing(at(tree, path), path, each)) or [path]:
                    self.complain(section, cited, f"佐证编号“{each}”", "佐证材料中的编号", mend)

    def check_narrative(self) -> None:
        """Problems point to indicators, recommendations to problems; ids are unique, those of the evidence too."""
        codes = [indicator.code for indicator in self.system.indicators()]
        problems = [problem.id for problem in self.content.narrative.problems]
        for number, problem in enumerate(self.content.narrative.problems):
            for code in problem.indicators:
                if code not in codes:
                    path: KeyPath = ("problems", number, "indicators")
                    self.complain("narrative", path, f"指标编码“{code}”", "指标体系中的三级指标", "请核对指标编码")
        for number, advice in enumerate(self.content.narrative.recommendations):
            if advice.problem not in problems:
                path = ("recommendations", number, "problem")
                self.complain("narrative", path, f"问题编号“{advice.problem}”", "存在问题中的编号", "请核对问题编号")
        self._check_ids("narrative", ("problems",), problems)
        self._check_ids("narrative", ("recommendations",), [each.id for each in self.content.narrative.recommendations])
        self._check_ids("evidence", (), [entry.id for entry in self.content.evidence])

    def _check_ids(self, section: str, path: KeyPath, ids: Sequence[str]) -> None:
        for number, each in enumerate(ids):
            if each in ids[:number]:
                found, place = f"重复的编号“{each}”", (*path, number, "id")
                self.complain(section, place, found, "各不相同的编号", "请换一个编号")

    def scale(self) -> GradeScale:
        """The named scale, or the one written in the case."""
        given = self.general.grade_scale
        problem = self.sections.document("case").problem
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
            self.complain("case", path, error.found, error.expected, "请改写这一项")
            return ()
        grades = [band.name for band in scale.bands]
        for number, rule in enumerate(rules):
            if isinstance(rule, Cap) and rule.grade is not None and rule.grade not in grades:
                path = ("total_rules", number, "cap")
                self.complain("case", path, f"等级“{rule.grade}”", f"{'、'.join(grades)} 之一", "请核对等级名称")
        for name, count in self.general.total_events.items():
            if name not in [rule.name for rule in rules]:
                self.complain("case", ("total_events", name), f"“{name}”", "写明作用的总分事项", "请核对总分事项的名称")
            if (times := parse_number(count)) < 0 or times.denominator != 1:
                self.complain("case", ("total_events", name), f"“{count}”", "0、1、2 这样的次数", "请填写发生的次数")
        return rules

    def facts(self) -> tuple[tuple[Table, ...], FactBase]:
        """All facts: those of the tables first, then those stated one by one."""
        year = int(self.general.year)
        stated = facts_in(self.sections.document("facts"), standard_dictionary(), year)
        tables = [self._table(number, sheet, stated.dictionary) for number, sheet in enumerate(self.content.tables)]
        self.stop()
        read = [table for table in tables if table is not None]
        facts = [fact for table in read for fact in facts_of(table, stated.dictionary, year)]
        bodies = [body.name for body in self.general.bodies]
        base = FactBase([*facts, *stated.facts], dictionary=stated.dictionary, year=year, bodies=bodies)
        return tuple(read), base

    def _table(self, number: int, sheet: TableSheet, dictionary: Dictionary) -> Table | None:
        self._check_evidence("tables", (number, "source"), sheet.entry.source)
        rows = zip(sheet.numbers, sheet.rows, strict=True)
        year = int(self.general.year)
        try:
            return open_table(
                sheet.entry.note(sheet.shown), sheet.headings, rows, dictionary=dictionary, usual_year=year
            )
        except Refusal as refusal:
            self.problems.extend(refusal.problems)
            return None

    def check_names(self, dictionary: Dictionary) -> None:
        """Every name in a formula of an indicator must be known; a known name without a value is merely missing."""
        for indicator in self.system.indicators():
            for expression in expressions_of(indicator):
                for name in unresolved_names(expression, dictionary):
                    near = "、".join(f"“{known}”" for known in dictionary.nearest(name.text))
                    mend = f"是否要写{near}？" if near else "请在基础数据中填列这个数据，并注明为自定数据"
                    found = f"“{indicator.code} {indicator.name}”算式中的名称“{name.text}”"
                    self._complain_of(indicator, found, "数据字典或基础数据中的名称", mend)


def _citing(tree: Tree | None, path: KeyPath, id_: str) -> Iterator[KeyPath]:
    """Where the evidence is cited below the path: as the text itself or in a list named evidence or source."""
    if tree == id_:
        yield path
    elif isinstance(tree, list):
        for number, item in enumerate(tree):
            if not isinstance(item, str) or "evidence" in path or "source" in path:
                yield from _citing(item, (*path, number), id_)
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key == "evidence" or not isinstance(value, str):
                yield from _citing(value, (*path, key), id_)
