"""What if: change facts or judgements of a case and see what moves. The case itself stays as it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.evaluation.case import Case
from jixiao.evaluation.evaluate import evaluate
from jixiao.evaluation.judgement import Judgement, Point, PointEntry, Word
from jixiao.evaluation.sheet import ScoreSheet
from jixiao.expressions import ExpressionError, Name, parse
from jixiao.facts import Ambiguous, Fact, FactBase, Missing, ValueRefused, read_value
from jixiao.packs.complaints import nearest
from jixiao.quantities.units import unit_named
from jixiao.refusals import Problem, Refusal

_CIRCLED = {mark: number for number, mark in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}
_POINT = re.compile(rf"(?P<code>[A-Za-z0-9.\-]+?)\s*(?:要点\s*(?P<number>\d+)|(?P<circled>[{''.join(_CIRCLED)}]))")
_WORDS: dict[str, Word] = {"符合": "符合", "部分符合": "部分符合", "基本符合": "部分符合", "不符合": "不符合"}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was changed: what, from, to, as texts."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator whose score is another one after the changes."""

    code: str
    name: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sheets before and after, what was changed and what moved."""

    changes: tuple[Change, ...]
    before: ScoreSheet
    after: ScoreSheet
    moved: tuple[Moved, ...]


def try_changes(case: Case, texts: Sequence[str]) -> Outcome:
    """Score the case with the changes `名称=值`.

    A name is a fact as expressions name it (支出总额〔决算〕, in its usual unit: 万元 for money, 95% for
    rates), or a point of an indicator (B2.1③, B2.1要点3) with 符合, 部分符合 or 不符合. Refusal for
    anything that is not found or cannot stand.
    """
    changes: list[Change] = []
    changed = case
    for text in texts:
        changed, change = _apply(changed, text)
        changes.append(change)
    before, after = evaluate(case), evaluate(changed)
    return Outcome(tuple(changes), before, after, tuple(_moved(before, after)))


def _moved(before: ScoreSheet, after: ScoreSheet) -> Iterable[Moved]:
    for old, new in zip(before.indicators(), after.indicators(), strict=True):
        if old.score != new.score:
            yield Moved(old.code, old.name, old.score, new.score)


def _apply(case: Case, text: str) -> tuple[Case, Change]:
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not name or not value:
        raise _refused(text, f"“{text}”", "名称=值", "如 在职人员数=18 或 B2.1③=符合")
    point = _POINT.fullmatch(name)
    codes = [indicator.code for indicator in case.system.indicators()]
    if point and point["code"] in codes:
        number = int(point["number"]) if point["number"] else _CIRCLED[point["circled"]]
        return _with_point(case, point["code"], number, value, text)
    return _with_fact(case, name, value, text)


def _with_point(case: Case, code: str, number: int, value: str, text: str) -> tuple[Case, Change]:
    judgement = case.judgements.get(code, Judgement())
    if value not in _WORDS:
        raise _refused(text, f"“{value}”", "符合、部分符合或不符合", "请改写等号后面的认定")
    if not 1 <= number <= len(judgement.points):
        raise _refused(text, f"{code} 的要点 {number}", f"1 到 {len(judgement.points)} 的要点", "请核对要点序号")
    entry = judgement.points[number - 1]
    points = list(judgement.points)
    points[number - 1] = _judged(entry, _WORDS[value])
    changed = judgement.model_copy(update={"points": points})
    judgements = {**case.judgements, code: changed}
    before = entry.is_ if isinstance(entry, Point) else str(entry)
    return replace(case, judgements=judgements), Change(f"{code} 要点 {number}", before, value)


def _judged(entry: PointEntry, word: Word) -> PointEntry:
    if isinstance(entry, list):
        return [_judged(inner, word) for inner in entry]
    return entry.model_copy(update={"is_": word}) if isinstance(entry, Point) else word


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
    unit = fact.unit or unit_named(fact.entry.unit)
    try:
        changed = replace(fact, value=read_value(value, fact.entry.kind, unit))
    except ValueRefused as error:
        raise _refused(text, error.found, error.expected, error.mend) from None
    facts = case.facts.replacing(fact, changed)
    return replace(case, facts=facts), Change(case.facts.label(fact), fact.text, changed.text)


def _found(base: FactBase, name: Name, text: str) -> Fact:
    try:
        return base.find(name)
    except Missing as missing:
        near = nearest(name.text, [fact.name for fact in base])
        mend = f"是否要写“{near}”？" if near else "请核对名称"
        raise _refused(text, f"“{missing.name}”（{missing.why}）", "案例中已有的数据", mend) from None
    except Ambiguous as several:
        raise _refused(
            text, f"不止一个数据的名称“{several.name}”", "、".join(several.candidates), "请加〔〕说明"
        ) from None


def _refused(change: str, found: str, expected: str, mend: str) -> Refusal:
    return Refusal(Problem("", f"改变“{change}”", found, expected, mend))
