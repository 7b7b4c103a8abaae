"""Rules about one number: tiers, thresholds with deductions, ratios, formulas, counts, trends, places."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.asides import says_nothing_new, without_asides
from jixiao.language.numbers.bindings import Bindings, bound
from jixiao.language.numbers.curves import curve_of
from jixiao.language.numbers.definitions import without_definitions
from jixiao.language.numbers.directions import signed
from jixiao.language.numbers.drafting import Around
from jixiao.language.numbers.effects import Clause, Does, clauses_of
from jixiao.language.numbers.formulatext import with_formulas
from jixiao.language.numbers.landmarks import At, Mark
from jixiao.language.numbers.metratio import met_ratio_of
from jixiao.language.numbers.overcompletion import two_rules_of
from jixiao.language.numbers.ranking import places_worded
from jixiao.language.numbers.scales import Said
from jixiao.language.numbers.situations import Otherwise, State, Steps, situation_of
from jixiao.language.numbers.steps import Rounding, rounding_of
from jixiao.language.numbers.tables import tabled
from jixiao.language.numbers.wording import plain_wording
from jixiao.language.numbers.zerobase import without_zero_base
from jixiao.language.numbers.zones import Zone, not_equal, zone_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.conditional import Switch
from jixiao.rules.parts.curve import Curve, ZeroBaseRule
from jixiao.rules.parts.giving import Fixed
from jixiao.rules.portion import FULL
from jixiao.rules.ranges import Range
from jixiao.text import normal

_EXAMPLE = re.compile("(?:^|(?<=[,;。]))如[:,][^;。]*")
_OF_BOTH_KINDS = re.compile("正向指标.*(?:反向|逆向|负向)指标|(?:反向|逆向|负向)指标.*正向指标", re.DOTALL)
# Words of rules that other families read: points, judges, the lower of two, stages, choices.
_OF_POINTS = r"各得?\d|完成[一二两三四五六]项|要点|要素|符合|条件|环节|逐个|分项目|否决|每有一[项点]|缺[一1]?项"
_OF_JUDGES = r"专家|酌情|择优|[优良](?:得|计|,|、)"
_OF_SEVERAL = r"孰低|较低|平均|加权|各占|分别占|占(?:权重|该|本)|节点|时点|任选|二选一|选其一"
_OTHERS = re.compile(f"{_OF_POINTS}|{_OF_JUDGES}|{_OF_SEVERAL}")


def claims(sentence: Sentence) -> bool:
    """Whether all situations of the sentence are ranges of a number, steps or landmarks, and nothing else is said."""
    if _OTHERS.search(sentence.text) is not None or any(map(_is_point, sentence.beside.criteria)):
        return False
    try:
        if met_ratio_of(sentence.text) is not None:
            return True
        said = _parsed(sentence.text, sentence.beside.target)[0]
    except NotUnderstood:
        return False
    situations = [each.situation for each in said]
    if any(isinstance(situation, State) and situation.text for situation in situations):
        return False
    zones = sum(isinstance(situation, Zone) for situation in situations)
    trends = sum(isinstance(situation, Mark) and situation.at in _TRENDS for situation in situations)
    rates = any(isinstance(situation, Steps) and situation.length.is_rate for situation in situations)
    formulas = any(each.effect.does in (Does.FORMULA, Does.PROPORTION) for each in said)
    return zones > 0 or trends > 1 or rates or formulas


def _is_point(criterion: str) -> bool:
    """Whether a text beside the rule is a point to be judged, and no formula of the indicator."""
    return bool(without_definitions(normal(criterion).text)[0].strip(",;。"))


_TRENDS = (At.UP, At.FLAT, At.DOWN, At.FLAT_OR_UP, At.FLAT_OR_DOWN)


def understood(sentence: Sentence) -> Understood:
    """The rule about one number that the sentence states; NotUnderstood where it states none."""
    met_ratio = met_ratio_of(sentence.text)
    if met_ratio is not None:
        return Understood(met_ratio)
    two = two_rules_of(sentence.text)
    if two is None:
        return _curve(sentence)
    too_low, otherwise = (_curve(sentence.part(text)) for text in (two.too_low, two.otherwise))
    assert isinstance(otherwise.part, Curve)
    part = Switch(("cause",), too_low.part, _open_above(otherwise.part))
    return Understood(part, [*dict.fromkeys([*too_low.notes, *otherwise.notes])])


def _open_above(curve: Curve) -> Curve:
    """The curve with its highest piece, where it earns full marks, going on upwards."""
    top = max((when.high for when, _ in curve.pieces if when.high is not None), default=None)
    if top is None or any(when.high is None for when, _ in curve.pieces):
        return curve
    pieces = tuple(
        (replace(when, high=None, high_included=False) if when.high == top and gives == Fixed(FULL) else when, gives)
        for when, gives in curve.pieces
    )
    return replace(curve, pieces=pieces)


def _curve(sentence: Sentence) -> Understood:
    said, bindings, formulas, rounding, zero_base = _parsed(sentence.text, sentence.beside.target)
    around = Around(bindings, formulas, rounding, sentence.beside.weight, sentence.text)
    curve, notes = curve_of(said, around)
    if rounding is not None and not any(
        isinstance(each.situation, Steps) and each.situation.length.value == rounding.length.value for each in said
    ):
        raise NotUnderstood("不足一步如何计算的规定与扣分的步长不一致")
    if zero_base is not None:
        curve = replace(curve, zero_base=zero_base)
    return Understood(curve, [*bindings.notes, *notes])


_Parsed = tuple[tuple[Said, ...], Bindings, tuple[str, ...], Rounding | None, ZeroBaseRule | None]


@lru_cache(maxsize=64)
def _parsed(text: str, target: str) -> _Parsed:
    """The clauses understood, and what the sentence says besides; asked for twice, when claiming and when reading."""
    example = _EXAMPLE.search(text)
    if example is not None:
        raise NotUnderstood("举的例子没有读懂", example.group())
    if _OF_BOTH_KINDS.search(text):
        raise NotUnderstood("正向指标和反向指标各有规定，不知道用哪一种")
    text, definitions = without_definitions(text)
    text, formulas = with_formulas(text)
    text, rounding = rounding_of(places_worded(plain_wording(text)))
    text, bindings = bound(text, target)
    bindings.definitions.update(definitions)
    clauses, rest = clauses_of(text)
    if rest and not says_nothing_new(rest):
        raise NotUnderstood(f"“{rest}”没有说明怎样计分", rest)
    if not clauses:
        raise NotUnderstood("没有写怎样计分", text)
    clauses, zero_base = without_zero_base(clauses)
    said = [each for clause in _explained(clauses) if not _empty(clause) for each in _said(clause)]
    return tuple(tabled(signed(said))), bindings, tuple(formulas), rounding, zero_base


def _empty(clause: Clause) -> bool:
    return clause.effect.does is Does.FLOOR and (not clause.situation or says_nothing_new(clause.situation))


def _explained(clauses: list[Clause]) -> Iterator[Clause]:
    """The clauses, a proportion in words left out where its formula follows (按超出比例扣减,得分=…)."""
    situation = ""
    if _only_announces(clauses):
        clauses = clauses[1:]
    for number, clause in enumerate(clauses):
        after = clauses[number + 1] if number + 1 < len(clauses) else None
        in_words = clause.effect.does in (Does.PROPORTION, Does.LOSE_PROPORTION)
        if in_words and after is not None and after.effect.does is Does.FORMULA and not after.situation:
            situation = clause.situation
            continue
        yield replace(clause, situation=clause.situation or situation)
        situation = ""


def _only_announces(clauses: list[Clause]) -> bool:
    """Whether the first clause only says that a ratio counts, which formulas behind it spell out."""
    first, *others = clauses
    behind = any(clause.effect.does is Does.FORMULA for clause in others)
    return first.effect.does is Does.PROPORTION and not first.situation and behind


def _said(clause: Clause) -> Iterator[Said]:
    words = without_asides(clause.situation)
    shown = clause.situation or clause.effect.words
    other = not_equal(words)
    if other is not None and clause.effect.does in (Does.EARN, Does.LOSE, Does.FORMULA):
        for when in (Range(None, False, other.when.low, False), Range(other.when.low, False)):
            yield Said(replace(other, when=when), clause.effect, shown)
        return
    either = words.split("或") if clause.effect.does in (Does.EARN, Does.LOSE) else ()
    zones = [zone_of(part) for part in either] if len(either) == 2 else []
    if zones and all(zone is not None and not zone.implied for zone in zones):
        for zone in zones:
            assert zone is not None
            yield Said(zone, clause.effect, shown)
        return
    yield Said(situation_of(words, clause.effect.does is Does.LOSE), clause.effect, shown)


__all__ = ["Otherwise", "claims", "understood"]
