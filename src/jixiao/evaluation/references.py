"""What a case says about itself must be there: weights, indicators, evidence, problems, names of facts."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.evaluation.content import CaseContent
from jixiao.evaluation.judgement import Judgement
from jixiao.evaluation.sections import Sections
from jixiao.facts import Dictionary, unresolved_names
from jixiao.indicators import Group, Indicator, IndicatorSystem, expressions_of, path_of
from jixiao.packs.complaints import nearest
from jixiao.packs.registry import standard_registry
from jixiao.packs.trees import KeyPath, Tree, at
from jixiao.quantities import exact_text
from jixiao.refusals import Problem, Refusal
from jixiao.text.quoting import cited


class Complaints:
    """The problems of a stage, collected so that a user sees all of them at once."""

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self.problems: list[Problem] = []

    def add(self, section: str, path: KeyPath, found: str, expected: str, mend: str) -> None:
        """A problem at a place of a section."""
        self.problems.append(self.sections.document(section).problem(path, found, expected, mend))

    def stop(self) -> None:
        """Refuse the case if there is any problem, each told once."""
        if self.problems:
            raise Refusal(*dict.fromkeys(self.problems))


class References:
    """Checks what the parts of a case say of each other; every fault goes to `complaints`."""

    def __init__(self, complaints: Complaints, content: CaseContent, system: IndicatorSystem) -> None:
        self.complaints = complaints
        self.content = content
        self.system = system

    def check(self) -> None:
        """Everything that can be checked before the facts are read."""
        self._check_system()
        self._check_framework()
        self._check_judgements()
        self._check_narrative()

    def _check_system(self) -> None:
        """A case is scored: every indicator needs a weight and a rule sentence."""
        for node in self.system.nodes():
            if node.weight is None:
                found = f"没有权重的指标{cited(f'{node.code} {node.name}')}"
                self._complain_of(node, found, "每个指标都有权重", "请填写权重；指标框架不能直接计分")
        for indicator in self.system.indicators():
            if indicator.rule is None and not indicator.rule_text:
                found = f"没有评分规则的指标{cited(f'{indicator.code} {indicator.name}')}"
                self._complain_of(indicator, found, "每个三级指标都有评分规则", "请填写评分规则")

    def _complain_of(self, node: Group | Indicator, found: str, expected: str, mend: str) -> None:
        path = path_of(self.complaints.sections.document("indicators").tree, (node.code,))
        self.complaints.add("indicators", path, found, expected, mend)

    def _check_framework(self) -> None:
        """The pack a case was made from, where one is named, is one there is."""
        known = standard_registry().headers
        if self.content.case.framework and self.content.case.framework not in known:
            near = nearest(self.content.case.framework, known)
            mend = f"是否要写 {near}？" if near else f"可用的有 {'、'.join(known)}；没有采用模板的可以不填"
            self.complaints.add(
                "case", ("framework",), f"“{self.content.case.framework}”", "已登记的指标体系模板", mend
            )

    def _check_judgements(self) -> None:
        indicators = {indicator.code: indicator for indicator in self.system.indicators()}
        for code, judgement in self.content.judgements.items():
            if code not in indicators:
                near = nearest(code, indicators)
                mend = f"是否要写 {near}？" if near else "请核对指标编码"
                self.complaints.add("judgements", (code,), f"指标编码“{code}”", "指标体系中的三级指标", mend)
                continue
            self._check_override(indicators[code], judgement)
            self.check_evidence("judgements", (code,), judgement.cited())
        for number, fact in enumerate(self.content.facts):
            self.check_evidence("facts", (number, "source"), fact.source)

    def _check_override(self, indicator: Indicator, judgement: Judgement) -> None:
        if judgement.override is None or indicator.weight is None:
            return
        if not 0 <= Fraction(judgement.override.points) <= indicator.weight:
            path: KeyPath = (indicator.code, "override", "score")
            expected = f"0 到权重 {exact_text(indicator.weight)} 之间的得分"
            self.complaints.add("judgements", path, f"“{judgement.override.score}”", expected, "请核对调整得分")

    def check_evidence(self, section: str, path: KeyPath, ids: Iterable[str]) -> None:
        """Every id is listed; not told while an id is listed twice, which is why another one is missing."""
        known = {entry.id for entry in self.content.evidence}
        if len(known) < len(self.content.evidence):
            return
        tree = self.complaints.sections.document(section).tree
        for each in ids:
            if each not in known:
                near = nearest(each, known)
                mend = f"是否要写 {near}？" if near else "请在佐证材料中登记"
                for cited in list(_citing(at(tree, path), path, each)) or [path]:
                    self.complaints.add(section, cited, f"佐证编号“{each}”", "佐证材料中的编号", mend)

    def _check_narrative(self) -> None:
        """Problems point to indicators, recommendations to problems; ids are unique, those of the evidence too."""
        codes = [indicator.code for indicator in self.system.indicators()]
        problems = [problem.id for problem in self.content.narrative.problems]
        for number, problem in enumerate(self.content.narrative.problems):
            for code in problem.indicators:
                if code not in codes:
                    path: KeyPath = ("problems", number, "indicators")
                    self.complaints.add(
                        "narrative", path, f"指标编码“{code}”", "指标体系中的三级指标", "请核对指标编码"
                    )
        for number, advice in enumerate(self.content.narrative.recommendations):
            if advice.problem not in problems:
                path = ("recommendations", number, "problem")
                self.complaints.add(
                    "narrative", path, f"问题编号“{advice.problem}”", "存在问题中的编号", "请核对问题编号"
                )
        self._check_ids("narrative", ("problems",), problems)
        self._check_ids("narrative", ("recommendations",), [each.id for each in self.content.narrative.recommendations])
        self._check_ids("evidence", (), [entry.id for entry in self.content.evidence])

    def _check_ids(self, section: str, path: KeyPath, ids: Sequence[str]) -> None:
        for number, each in enumerate(ids):
            if each in ids[:number]:
                found, place = f"重复的编号“{each}”", (*path, number, "id")
                self.complaints.add(section, place, found, "各不相同的编号", "请换一个编号")

    def check_names(self, dictionary: Dictionary) -> None:
        """Every name in a formula of an indicator must be known; a known name without a value is merely missing."""
        for indicator in self.system.indicators():
            for expression in expressions_of(indicator):
                for name in unresolved_names(expression, dictionary):
                    near = "、".join(f"“{known}”" for known in dictionary.nearest(name.text))
                    mend = f"是否要写{near}？" if near else "请在基础数据中填列这个数据，并注明为自定数据"
                    found = f"{cited(f'{indicator.code} {indicator.name}')}算式中的名称“{name.text}”"
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
