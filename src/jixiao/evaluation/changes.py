"""Changing one thing of a case: a fact, a judged point, or the answer an indicator was judged with."""

import re
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from jixiao.evaluation.case import Case
from jixiao.evaluation.judgement import Judgement, Point, PointEntry, Word
from jixiao.expressions import ExpressionError, Name, parse
from jixiao.facts import Ambiguous, Fact, FactBase, Missing, ValueRefused, read_value
from jixiao.packs.complaints import nearest, problems_of
from jixiao.quantities.units import unit_named
from jixiao.refusals import Problem, Refusal

_CIRCLED = {mark: number for number, mark in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}
_POINT = re.compile(
    rf"(?P<code>[A-Za-z0-9.\-]+?)\s*(?:要点\s*(?P<number>\d+(?:\.\d+)*)|(?P<circled>[{''.join(_CIRCLED)}]))"
)
_WORDS: dict[str, Word] = {"符合": "符合", "部分符合": "部分符合", "基本符合": "部分符合", "不符合": "不符合"}
_ANSWERS = ("holds", "level", "share", "deduct", "count", "events", "faults")
"""The single answers a judgement may consist of."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was changed: what, from, to, as texts."""

    name: str
    before: str
    after: str


def changed(case: Case, text: str) -> tuple[Case, Change]:
    """The case with the change `名称=值`, and what it was; Refusal for what is not found or cannot stand."""
    name, equals, value = (part.strip() for part in text.replace("＝", "=", 1).partition("="))
    if not equals or not name or not value:
        raise _refused(text, f"“{text}”", "名称=值", "如 在职人员数=18 或 B2.1③=符合")
    codes = [indicator.code for indicator in case.system.indicators()]
    if name in codes:
        return _with_answer(case, name, value, text)
    point = _POINT.fullmatch(name)
    if point and point["code"] in codes:
        path = [int(number) - 1 for number in (point["number"] or str(_CIRCLED[point["circled"] or "①"])).split(".")]
        return _with_point(case, point["code"], path, value, text)
    return _with_fact(case, name, value, text)


def _with_answer(case: Case, code: str, value: str, text: str) -> tuple[Case, Change]:
    judgement = case.judgements.get(code, Judgement())
    given = [key for key in _ANSWERS if getattr(judgement, key) not in (None, "")]
    if len(given) != 1:
        mend = f"请改变它的要点，如 {code}①=符合" if judgement.points else "请改变它所用的数据"
        raise _refused(text, f"“{code}”", "只有一项认定结论的指标", mend)
    entries = {**judgement.model_dump(by_alias=True, exclude_defaults=True), given[0]: value}
    try:
        new = TypeAdapter(Judgement).validate_python(entries)
    except ValidationError as error:
        problem = problems_of(error.errors(include_url=False), {given[0]: value}, Judgement)[0]
        raise _refused(text, problem.found, problem.expected, problem.mend) from None
    return _judged_anew(case, code, new), Change(code, str(getattr(judgement, given[0])), value)


def _with_point(case: Case, code: str, path: list[int], value: str, text: str) -> tuple[Case, Change]:
    judgement = case.judgements.get(code, Judgement())
    label = ".".join(str(number + 1) for number in path)
    if value not in _WORDS:
        raise _refused(text, f"“{value}”", "符合、部分符合或不符合", "请改写等号后面的认定")
    points, before = _flipped(judgement.points, path, _WORDS[value])
    if not before:
        expected = f"1 到 {len(judgement.points)} 的要点" if judgement.points else "按要点认定的指标"
        raise _refused(text, f"{code} 的要点 {label}", expected, "请核对要点序号")
    new = judgement.model_copy(update={"points": points})
    return _judged_anew(case, code, new), Change(f"{code} 要点 {label}", before, _WORDS[value])


def _judged_anew(case: Case, code: str, judgement: Judgement) -> Case:
    return replace(case, judgements={**case.judgements, code: judgement})


def _flipped(points: list[PointEntry], path: list[int], word: Word) -> tuple[list[PointEntry], str]:
    """The points with the one at `path` judged anew, and how it was judged; "" where there is no such point."""
    number, *rest = path
    if not 0 <= number < len(points):
        return points, ""
    entry = points[number]
    if rest and isinstance(entry, list):
        new, before = _flipped(entry, rest, word)
        return [*points[:number], new, *points[number + 1 :]], before
    return [*points[:number], _judged(entry, word), *points[number + 1 :]], "" if rest else _words(entry)


def _judged(entry: PointEntry, word: Word) -> PointEntry:
    if isinstance(entry, list):
        return [_judged(inner, word) for inner in entry]
    return entry.model_copy(update={"is_": word}) if isinstance(entry, Point) else word


def _words(entry: PointEntry) -> str:
    if isinstance(entry, list):
        return "、".join(map(_words, entry))
    return entry.is_ if isinstance(entry, Point) else str(entry)


def _with_fact(case: Case, text_name: str, value: str, text: str) -> tuple[Case, Change]:
    try:
        name = parse(text_name)
    except ExpressionError as error:
        raise _refused(text, f"“{text_name}”", f"数据名称（{error}）", "名称写法如 支出总额〔决算〕") from None
    if not isinstance(name, Name):
        raise _refused(text, f"“{text_name}”", "一个数据名称", "算式不能直接赋值，请改变其中的数据")
    fact = _found(case.facts, name, text)
    if fact.formula is not None:
        raise _refused(text, f"由公式得出的“{text_name}”", "填列的数据", "请改变公式所用的数据")
    try:
        new = replace(fact, value=read_value(value, fact.entry.kind, unit_named(fact.entry.unit)))
    except ValueRefused as error:
        raise _refused(text, error.found, error.expected, error.mend) from None
    before = fact.text if fact.is_stated else "未填列"
    facts = case.facts.replacing(fact, new)
    return replace(case, facts=facts), Change(case.facts.label(fact), before, new.text)


def _found(base: FactBase, name: Name, text: str) -> Fact:
    """The one fact the name leads to, or the one place of that name where nothing is filled in yet."""
    try:
        return base.find(name)
    except Missing as missing:
        gaps = base.gaps(name)
        if len(gaps) == 1:
            return gaps[0]
        near = nearest(name.text, [fact.name for fact in base])
        mend = f"是否要写“{near}”？" if near and near != name.text else "请核对名称"
        raise _refused(text, f"“{missing.name}”（{missing.why}）", "案例中已有的数据", mend) from None
    except Ambiguous as several:
        raise _refused(
            text, f"不止一个数据的名称“{several.name}”", "、".join(several.candidates), "请加〔〕说明"
        ) from None


def _refused(change: str, found: str, expected: str, mend: str) -> Refusal:
    return Refusal(Problem("", f"改变“{change}”", found, expected, mend))
