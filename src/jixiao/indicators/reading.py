"""Reading an indicator system from its data file, every complaint with its line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from jixiao.expressions import Expression, ExpressionError, parse
from jixiao.indicators.formulas import formula_in
from jixiao.indicators.sentences import RuleSentence, read_sentence
from jixiao.indicators.system import Fault, Group, Indicator, IndicatorSystem, Input, PerUnit
from jixiao.language.targets import lacks_target
from jixiao.packs.datafile import Document, validate
from jixiao.packs.trees import KeyPath, Tree, at, describe
from jixiao.quantities import NumberError, parse_number
from jixiao.refusals import Problem, Refusal
from jixiao.rules import NOT_APPLICABLE, SOURCES, Rule, RuleError

_SCORE_KEYS = ("score", "得分", "rate", "得分率")
_MAY_HOLD_SCORES = ("rule", "input", "override")
_RULE_KEYS = {"text", "source", "not_applicable"}


def _as_words(rule: object) -> object:
    """A rule given as a sentence is one whose text it is."""
    if not isinstance(rule, str):
        return rule
    return {"text": rule} if rule else {}


class IndicatorNode(BaseModel):
    """One node of indicators.yaml as it is written; a node without `children` is a third-level indicator.

    >>> IndicatorNode(code="A1", name="执行率", rule="达到95%得满分，否则不得分。").rule
    {'text': '达到95%得满分，否则不得分。'}
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(min_length=1)
    name: str = Field(min_length=1)
    weight: str = ""
    children: list["IndicatorNode"] = []
    explanation: str = ""
    target: str = ""
    criteria: list[str] = []
    measure: str = ""
    input: dict[str, object] = {}
    rule: Annotated[dict[str, object], BeforeValidator(_as_words)] = {}
    source: str = ""


def read_system(document: Document) -> IndicatorSystem:
    """The indicator system of a data file; Refusal with one problem per fault.

    Refused are typed-in scores (a score is the result of a rule), unknown keys, numbers and expressions
    that cannot be read, and everything the system's own lint finds.
    """
    refuse_typed_scores(document)
    nodes = validate(document, list[IndicatorNode])
    reader = _Reader(document)
    groups = tuple(reader.group(node, (number,)) for number, node in enumerate(nodes))
    if reader.problems:
        raise Refusal(*reader.problems)
    system = IndicatorSystem(groups)
    faults = [
        document.problem(_place_of(document, fault), fault.found, fault.expected, fault.mend) for fault in system.lint()
    ]
    if faults:
        raise Refusal(*faults)
    return system


class _Reader:
    """Turns nodes into the system and collects what is wrong on the way."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def group(self, node: IndicatorNode, path: KeyPath) -> Group:
        if not node.children:
            self._complain(path, "没有下级指标", "至少一个下级指标（children）", "请补上三级指标")
        children = tuple(
            self.group(child, (*path, "children", number))
            if child.children
            else self.indicator(child, (*path, "children", number))
            for number, child in enumerate(node.children)
        )
        for key in ("explanation", "target", "criteria", "measure", "input", "rule"):
            if getattr(node, key):
                self._complain((*path, key), f"“{key}”", "只在三级指标上写的内容", "请移到三级指标，或删去其下级")
        return Group(node.code, node.name, self._weight(node, path), children)

    def indicator(self, node: IndicatorNode, path: KeyPath) -> Indicator:
        text, source = str(node.rule.get("text", "")), str(node.rule.get("source", "report"))
        weight, criteria = self._weight(node, path), tuple(node.criteria)
        measure = self._measure(node, path)
        sentence = None
        if node.rule.keys() - _RULE_KEYS:
            rule = self._formal(node, path)
        else:
            self._check_own_words(node, path)
            sentence = read_sentence(text, criteria, node.target, weight) if text and weight is not None else None
            rule = _as_stated(sentence, node.rule, source)
        return Indicator(
            node.code,
            node.name,
            weight,
            node.explanation,
            node.target,
            criteria,
            measure,
            self._inputs(node, measure, sentence, path),
            text,
            source,
            rule,
            sentence,
            self._place_of_words(path),
        )

    def _place_of_words(self, path: KeyPath) -> str:
        """Where the words of the rule stand, as a user finds it."""
        place = self.document.place((*path, "rule", "text"))
        return f"{self.document.file} {place}" if place else self.document.file

    def _measure(self, node: IndicatorNode, path: KeyPath) -> Expression | None:
        try:
            return formula_in(node.measure, node.name) if node.measure else None
        except ExpressionError as error:
            self._complain_of_formula(node.measure, (*path, "measure"), error)
            return None

    def _weight(self, node: IndicatorNode, path: KeyPath) -> Fraction | None:
        if not node.weight:
            return None
        try:
            return parse_number(node.weight.removesuffix("分"))
        except NumberError as error:
            self._complain((*path, "weight"), error.found, error.expected, "请写成 3 或 2.50 这样的分值")
            return None

    def _inputs(
        self, node: IndicatorNode, measure: Expression | None, sentence: RuleSentence | None, path: KeyPath
    ) -> Mapping[str, Input]:
        """The inputs as written; without any, the measure is the input.

        Where the words divide it by a target that is not stated, it is no rate yet, and the target is missed.
        """
        if node.input:
            return self._mapping(node.input, (*path, "input"))
        if measure is None:
            return {}
        is_unfinished = sentence is not None and lacks_target(sentence.text, node.target)
        return {"actual" if is_unfinished else "rate": measure}

    def _mapping(self, tree: Mapping[str, object], path: KeyPath) -> Mapping[str, Input]:
        inputs: dict[str, Input] = {}
        for key, value in tree.items():
            read = self._input(value, (*path, key))
            if read is not None:
                inputs[key] = read
        return inputs

    def _input(self, value: object, path: KeyPath) -> "Input | None":
        if isinstance(value, str):
            return self._expression(value, path)
        if isinstance(value, list) and all(isinstance(entry, dict) for entry in value):
            return tuple(self._mapping(entry, (*path, number)) for number, entry in enumerate(value))
        if isinstance(value, dict) and isinstance(value.get("over"), str):
            rest = {key: entry for key, entry in value.items() if key != "over"}
            return PerUnit(value["over"], self._mapping(rest, path))
        self._complain(path, describe(value), "算式、逐部分的列表，或带 over 的逐项目数据", "请改写")
        return None

    def _expression(self, text: str, path: KeyPath) -> Expression | None:
        try:
            return parse(text)
        except ExpressionError as error:
            self._complain_of_formula(text, path, error)
            return None

    def _complain_of_formula(self, text: str, path: KeyPath, error: ExpressionError) -> None:
        self._complain(path, describe(text), f"能读懂的算式（{error}）", "请改写算式")

    def _formal(self, node: IndicatorNode, path: KeyPath) -> Rule | None:
        """The rule that is written formally."""
        try:
            return Rule.read(at(self.document.tree, (*path, "rule")) or "", len(node.criteria))
        except RuleError as error:
            self._complain((*path, "rule", *error.path), error.found, error.expected, "请修改评分规则")
            return None

    def _check_own_words(self, node: IndicatorNode, path: KeyPath) -> None:
        """What stands beside a rule of words alone; of any other it is read with the rule."""
        for key, words, mend in (("source", SOURCES, "请改写规则来源"), ("not_applicable", NOT_APPLICABLE, "请改写")):
            stated = node.rule.get(key)
            if stated is not None and stated not in words:
                self._complain((*path, "rule", key), describe(stated), f"{'、'.join(words)} 之一", mend)

    def _complain(self, path: KeyPath, found: str, expected: str, mend: str) -> None:
        self.problems.append(self.document.problem(path, found, expected, mend))


def _as_stated(sentence: RuleSentence | None, stated: Mapping[str, object], source: str) -> Rule | None:
    """The rule of a sentence with what is stated beside it: its source, and what holds where it does not apply."""
    if sentence is None or sentence.rule is None:
        return None
    kept = stated.get("not_applicable")
    return replace(sentence.rule, source=source, not_applicable=str(kept) if kept else sentence.rule.not_applicable)


def refuse_typed_scores(document: Document) -> None:
    """Refuse indicators or judgements in which a score is typed in where a rule should give it."""
    typed = [
        document.problem(
            (*path, key),
            f"填写的{'得分率' if key in ('rate', '得分率') else '得分'}",
            "由规则计算的得分",
            "请删去这一行：得分由规则、数据和认定算出；确需偏离规则的，在要点认定里写 override 和理由",
        )
        for path, key in _keys(document.tree, ())
        if key in _SCORE_KEYS and not set(_MAY_HOLD_SCORES).intersection(path)
    ]
    if typed:
        raise Refusal(*typed)


def _place_of(document: Document, fault: Fault) -> KeyPath:
    place = path_of(document.tree, fault.path)
    return (*place, "rule") if fault.path[-1:] == ("rule",) else place


def _keys(tree: Tree | None, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield path, key
            yield from _keys(value, (*path, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from _keys(value, (*path, number))


def path_of(tree: Tree, codes: Sequence[str]) -> KeyPath:
    """Where in the file the node with the last of `codes` stands; codes that lead nowhere are passed over.

    >>> path_of([{"code": "A", "children": [{"code": "A1"}]}], ("A1",))
    (0, 'children', 0)
    """
    path: KeyPath = ()
    for code in codes:
        path = next((found for found in _places(tree, code)), path)
    return path


def _places(tree: Tree, code: str) -> Iterator[KeyPath]:
    """Every place of a code, the last first, so that a repeated code is shown where it is repeated."""
    places = [path for path, key in _keys(tree, ()) if key == "code" and at(tree, (*path, "code")) == code]
    yield from reversed(places)
