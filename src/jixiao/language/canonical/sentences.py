"""The canonical sentence of a rule, written from it, and read back only where it is what would be written."""

import re
from collections.abc import Callable

from jixiao.language.canonical.composed import (
    Reader,
    read_each,
    read_parts,
    read_several,
    write_each,
    write_parts,
    write_several,
)
from jixiao.language.canonical.conditional import read_guard, read_switch, write_guard, write_switch
from jixiao.language.canonical.counted import (
    read_bonus,
    read_deductions,
    read_met_ratio,
    write_bonus,
    write_deductions,
    write_met_ratio,
)
from jixiao.language.canonical.curves import read_curve, write_curve
from jixiao.language.canonical.judged import (
    read_discretionary,
    read_experts,
    read_grade_count,
    read_levels,
    write_discretionary,
    write_experts,
    write_grade_count,
    write_levels,
)
from jixiao.language.canonical.phrases import EARNED, earned, read_earned
from jixiao.language.canonical.points import read_checklist, write_checklist
from jixiao.language.canonical.stretch import Stretch, nests_too_deep
from jixiao.language.canonical.subject import NAMES
from jixiao.language.canonical.totals import read_total, write_total
from jixiao.quantities import NumberError
from jixiao.rules import Rule, TotalRule
from jixiao.rules.parts import Part
from jixiao.rules.parts.checklist import Checklist
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts
from jixiao.rules.parts.conditional import CONDITIONS, Flat, Guard, Switch
from jixiao.rules.parts.counted import Bonus, Deductions
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.judged import Discretionary, Experts, GradeCount, Levels
from jixiao.rules.parts.met_ratio import MetRatio
from jixiao.text import Normal, normal

_NOT_INVOLVED = {"full": "不涉及的得满分", "rescale": "不涉及的不计入总分，其余指标折算为百分制"}
_KEPT = {normal(words).text: key for key, words in _NOT_INVOLVED.items()}
_ALWAYS = "一律"

# How canonical sentences begin, or what those that begin with a name go on to say; nothing else need be tried.
_LIKELY = re.compile(
    rf"(?:{NAMES}|得|不得分|\d+(?:项要点|个方面分别评为)|要点|认定为“|专家按|由评价人酌情扣分|“|出现“|一律|总分达到|"
    rf"对每个单位|按下列规则|选用下列规则|按\(|在基础得分上|{'|'.join(CONDITIONS.values())})|"
    r".*?占(?:权重分的|\d)[^:;占]*(?::|,均按\()"
)
_FLAT = re.compile(f"(?P<always>{_ALWAYS})?(?P<earned>{EARNED})")
_IN_BRACKETS = re.compile(r"按\((?P<rule>.+)\)计分")


def render_rule(rule: Rule | TotalRule) -> str:
    """The rule as it is executed, as one sentence: `parse_rule` reads the same rule from it.

    That holds for names of parts, levels and faults in which quotation marks stand in pairs.

    >>> rule = Rule.read({"text": "完成率达到90%得满分，否则按比例计分。", "source": "report", "curve": {"of": "rate",
    ...     "pieces": [{"when": "≥90%", "gives": "100%"}, {"when": "<90%", "line": [["0%", "0%"], ["90%", "100%"]]}]}})
    >>> render_rule(rule)
    '比率不低于90%的，得满分；低于90%的，得分＝权重分×比率÷90%。'
    """
    if not isinstance(rule, Rule):
        return f"{write_total(rule)}。"
    kept = f"；{_NOT_INVOLVED[rule.not_applicable]}" if rule.not_applicable else ""
    always = _ALWAYS if isinstance(rule.part, Flat) else ""
    return f"{always}{_written(rule.part)}{kept}。"


def _written(part: Part) -> str:
    plain = _WRITERS.get(type(part))
    return plain(part) if plain is not None else _WRITERS_OF_RULES[type(part)](part, _inside)


def _inside(part: Part) -> str:
    """A rule inside another: in brackets, unless it is one plain clause."""
    text = _written(part)
    return f"按【{text}】计分" if type(part) in _WRITERS_OF_RULES or "；" in text else text


def read_canonical(text: str) -> Rule | TotalRule | None:
    """The rule whose canonical sentence `text` is, however it is spaced; None for every other sentence.

    What is read is written again: only where that gives the very sentence is it canonical, so that no sentence of
    somebody else's is taken for one of ours by halves.
    """
    if not text.rstrip().endswith(("。", "｡")):
        return None
    plain = normal(text)
    if _LIKELY.match(plain.text) is None or nests_too_deep(plain.text):
        return None
    try:
        rule = _read_sentence(plain, text)
    except NumberError:
        return None
    return rule if rule is not None and _same(render_rule(rule), plain) else None


def _same(sentence: str, plain: Normal) -> bool:
    return normal(sentence).text == plain.text


def _read_sentence(plain: Normal, text: str) -> Rule | TotalRule | None:
    whole = Stretch(plain, text, 0, len(plain.text) - 1)
    about_total = read_total(whole)
    if about_total is not None:
        return about_total
    *_, last = whole.split(";")
    kept = _KEPT.get(last.text)
    body = whole.between(0, last.start - 1) if kept else whole
    always = body.match(_FLAT)
    if always is not None:
        return Rule(text, "report", Flat(read_earned(always["earned"])), kept)
    part = _read(body, _READERS)
    return None if part is None else Rule(text, "report", part, kept)


def _read_inside(stretch: Stretch) -> Part | None:
    """What `_inside` wrote; a rule made of rules is there only in brackets, so that nothing nests without them."""
    bracketed = stretch.match(_IN_BRACKETS)
    rule = stretch if bracketed is None else bracketed.stretch("rule")
    flat = rule.match(_FLAT)
    if flat is not None:
        return Flat(read_earned(flat["earned"]))
    return _read(rule, _PLAIN_READERS if bracketed is None else _READERS)


def _read(stretch: Stretch, readers: tuple[Reader, ...]) -> Part | None:
    """The part whose phrase this is."""
    return next((part for part in (read(stretch) for read in readers) if part is not None), None)


def _of_rules(read: Callable[[Stretch, Reader], Part | None]) -> Reader:
    return lambda stretch: read(stretch, _read_inside)


_WRITERS: dict[type, Callable[..., str]] = {
    Flat: lambda part: earned(part.portion),
    Curve: write_curve,
    Checklist: write_checklist,
    Levels: write_levels,
    Experts: write_experts,
    Discretionary: write_discretionary,
    GradeCount: write_grade_count,
    Deductions: write_deductions,
    MetRatio: write_met_ratio,
}
_WRITERS_OF_RULES: dict[type, Callable[..., str]] = {
    Switch: write_switch,
    Guard: write_guard,
    Parts: write_parts,
    Each: write_each,
    Lowest: write_several,
    Choose: write_several,
    Bonus: write_bonus,
}

# What says by its first words what it is comes first; guards and parts begin with another rule or a name.
_PLAIN_READERS: tuple[Reader, ...] = (
    read_levels,
    read_experts,
    read_discretionary,
    read_grade_count,
    read_deductions,
    read_met_ratio,
    read_checklist,
    read_curve,
)
_READERS: tuple[Reader, ...] = (
    *_PLAIN_READERS,
    _of_rules(read_each),
    _of_rules(read_several),
    _of_rules(read_bonus),
    _of_rules(read_switch),
    _of_rules(read_guard),
    _of_rules(read_parts),
)
