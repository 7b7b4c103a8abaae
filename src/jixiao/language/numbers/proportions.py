"""Ratios and formulas of a draft as pieces of a curve, and what the target says against them."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.bindings import Bindings
from jixiao.language.numbers.drafting import Around, Draft, Ratio, full_zones
from jixiao.language.numbers.effects import Does, Effect
from jixiao.language.numbers.figures import figure_of
from jixiao.language.numbers.formulas import Formula
from jixiao.language.numbers.formulatext import FIRST_SIGN
from jixiao.language.numbers.zones import Zone
from jixiao.language.numerals import NUMBER, number_of
from jixiao.quantities import exact_text
from jixiao.rules.measures import MEASURES, Measure
from jixiao.rules.parts.giving import Giving, Inverse, Line
from jixiao.rules.portion import FULL, NOTHING, rate_text

PROPORTION = Line(((Fraction(0), NOTHING), (Fraction(1), FULL)))
LOST = Line(((Fraction(0), FULL), (Fraction(1), NOTHING)))
_TIMES = re.compile(rf"({NUMBER})倍$")
_COUNTED = re.compile("(?:次|个|件|起|处|例|项)数$")
_REACHED = re.compile("(?:完成|达成|实现)(?:率|比例|程度)$")
_RATE = re.compile("(?<!增长)(?<!变动)率$")
_FIGURES = re.compile(r"\d")
_BEYOND = re.compile("超出|超过|超支|超额|超标|多出")
_TARGET_NAMES = (
    "目标值",
    "计划值",
    "目标",
    "指标值",
    "标杆值",
    "目标数",
    "计划数",
    "目标人数",
    "年度目标值",
    "标准值",
    "目标增长率",
    "年初目标值",
    "目标完成值",
    "计划完成数",
    "预期目标值",
    "年度指标值",
    "目标率",
    "目标比率",
    "目标完成率",
)
_BY_TARGET = re.compile(rf"[÷/](?:{'|'.join(sorted(_TARGET_NAMES, key=len, reverse=True))})")
_MOST_TIMES = 2
"""A bare target above this, beside a rule in per cent, is a percentage without its sign or something else."""


def in_quantities(formulas: Sequence[Formula], measure: Measure, draft: Draft) -> list[Formula]:
    """Formulas of a quotient (预算成本÷实际成本) beside ranges of a quantity, rewritten for the quantity."""
    if measure.percent:
        return list(formulas)
    edges = _edges_of_full(draft)
    return [_in_quantity(formula, edges) for formula in formulas]


def _edges_of_full(draft: Draft) -> set[Fraction]:
    return {edge for zone in full_zones(draft) for edge in (zone.when.low, zone.when.high) if edge is not None}


def _in_quantity(formula: Formula, edges: set[Fraction]) -> Formula:
    beyond = _BEYOND.match(formula.subject) is not None
    reached = _REACHED.search(formula.subject) is not None
    if not formula.base and not beyond and not reached:
        if _RATE.search(formula.subject):
            raise NotUnderstood(f"“{formula.subject}”是比率，界限却不是比率，无法换算", formula.subject)
        return formula
    if len(edges) != 1:
        raise NotUnderstood("公式用的是两个数之比或超出的数，界限不止一个，无法换算")
    (edge,) = edges
    in_units = formula.scaled(edge) if formula.base or not beyond else formula
    return in_units.shifted(edge) if beyond else in_units


def check_target(draft: Draft, formulas: Sequence[Formula], measure: Measure, around: Around) -> None:
    """Notes where the sentence and its target disagree; NotUnderstood where a formula turns against the target."""
    bindings = around.bindings
    if any(tier.zone.about in ("to_target", "margin") for tier in draft.tiers):
        draft.notes.append("没有给出目标值，按数据中的目标值计分")
    target = bindings.target
    if target is None or not bindings.from_cell:
        return
    edge = target.when.low if target.when.low is not None else target.when.high
    assert edge is not None
    if measure.percent and target.kind == "bare" and edge > _MOST_TIMES:
        written = exact_text(edge)
        why = f"目标值“{written}”没有写百分号，而句中按比率计，分不清是{written}%还是{written}倍"
        raise NotUnderstood(f"{why}，请把目标值写成“{written}%”")
    for formula in formulas:
        _check_formula(formula, target, edge, bindings)
    for zone in full_zones(draft):
        ends = [end for end in (zone.when.low, zone.when.high) if end is not None]
        if zone.is_rate != target.is_rate or zone.about or not ends:
            continue
        if edge not in ends:
            draft.notes.append(f"句中得满分的界限与目标值“{bindings.cell}”不同，按句中的计分")
        elif bindings.directed and (zone.when.low is None) != (target.when.low is None):
            draft.notes.append(f"句中得满分的方向与目标值“{bindings.cell}”相反，按句中的计分")


def _check_formula(formula: Formula, target: Zone, edge: Fraction, bindings: Bindings) -> None:
    more = target.when.high is None or target.when.low == target.when.high
    used = any(name in _TARGET_NAMES for name in (formula.subject, formula.base))
    if isinstance(formula.gives, Inverse):
        if more and bindings.directed:
            raise NotUnderstood(f"公式使实际越多得分越低，与目标值“{bindings.cell}”的方向相反")
        return
    (low, first), (_, last) = formula.gives.anchors[0], formula.gives.anchors[-1]
    if more and first == NOTHING and low >= edge and not used and last == FULL and edge != 0:
        raise NotUnderstood(f"按公式，达到目标值“{bindings.cell}”时反而不得分")


def measure_of_formulas(measure: Measure, formulas: Sequence[Formula], draft: Draft, around: Around) -> Measure:
    target = around.bindings.target
    by_target = target is not None and any(_uses_target(text) for text in around.formulas)
    if formulas and target is not None and by_target and not target.is_rate:
        return MEASURES["value"]
    if formulas and not formulas[0].base and _COUNTED.search(formulas[0].subject) and not measure.percent:
        return MEASURES["faults"]
    named = {formula.measure for formula in formulas if formula.measure}
    if named:
        return MEASURES[named.pop()]
    if (
        formulas
        and not by_target
        and not draft.tiers
        and not draft.deductions
        and "完成" in formulas[0].subject
        and measure.key == "rate"
        and not formulas[0].base
    ):
        return MEASURES["completion"]
    return measure


def formula_number(effect: Effect) -> int:
    return ord(effect.words) - FIRST_SIGN


def target_figures(around: Around) -> dict[str, Fraction]:
    target = around.bindings.target
    if target is not None and any(map(_divides_by_target, around.formulas)):
        if _is_range(target):
            raise NotUnderstood("目标值是一个范围，公式却要除以它，不知道除以哪一个数")
        if target.kind == "mark":
            raise NotUnderstood("目标值以“分”计，公式却要除以它，分不清是分数还是百分比")
    named = {name: figure_of(written).value for name, written in around.bindings.named.items() if name != "目标值"}
    if target is None or _is_range(target):
        return named
    edge = target.when.low if target.when.low is not None else target.when.high
    assert edge is not None
    return {**dict.fromkeys(_TARGET_NAMES, edge), **named}


def _is_range(target: Zone) -> bool:
    """Whether the target has two ends that differ."""
    low, high = target.when.low, target.when.high
    return low is not None and high is not None and low != high


def _divides_by_target(text: str) -> bool:
    return _BY_TARGET.search(text) is not None


def _uses_target(text: str) -> bool:
    return any(name in text for name in ("目标", "计划值", "计划数", "计划完成数", "指标值", "标杆值"))


def giving_of(ratio: Ratio, draft: Draft, formulas: Iterator[Formula], measure: Measure) -> Giving:
    if ratio.effect.does is Does.FORMULA:
        return next(formulas).gives
    words = ratio.effect.words
    if _FIGURES.search(words):
        raise NotUnderstood(f"“按{words}计分”没有读懂是什么的比例", words)
    target = _target_edge(draft, ratio)
    if target == 0 and not measure.percent:
        raise NotUnderstood(f"“{ratio.words}”是与0的比例，没有意义", ratio.words)
    if ratio.effect.does is Does.LOSE_PROPORTION:
        return _lost_in_proportion(ratio, draft, measure, target)
    of_target = (
        not any(word in words for word in ("率", "完成", "程度", "进度", "度", "实际"))
        or "占" in words
        or "目标" in words
    )
    if target in (None, 1) or not of_target:
        if target not in (None, 1) and measure.percent and not words.endswith("率"):
            draft.notes.append(f"“按{words}计分”按比率本身乘权重分理解，不除以目标值")
        if not measure.percent and target is not None:
            return Line(((Fraction(0), NOTHING), (target, FULL)))
        return PROPORTION
    assert target is not None
    if ratio.zone is not None and ratio.zone.when.low:
        draft.notes.append(f"“{ratio.words}按比例计分”没有写明是什么的比例，按与{rate_text(target)}之比计分理解")
    if _is_above(draft, ratio):
        raise NotUnderstood(f"“{ratio.words}”超过目标后按什么比例计分没有写明", ratio.words)
    return Line(((Fraction(0), NOTHING), (target, FULL)))


def _target_edge(draft: Draft, ratio: Ratio) -> Fraction | None:
    full = [zone.when for zone in full_zones(draft)]
    for when in full:
        if (when.low is not None and when.high is None) or (when.low == when.high and when.low is not None):
            return when.low
        if when.high is not None and when.low is None:
            return when.high
    if ratio.zone is not None and ratio.zone.when.high is not None:
        return ratio.zone.when.high if not draft.tiers else None
    target = draft.scale.bindings.target
    return target.when.low if target is not None and not draft.tiers and not target.is_rate else None


def _is_above(draft: Draft, ratio: Ratio) -> bool:
    return any(zone.when.low is None for zone in full_zones(draft))


def _lost_in_proportion(ratio: Ratio, draft: Draft, measure: Measure, target: Fraction | None) -> Giving:
    times = _TIMES.search(ratio.effect.words)
    if times is not None:
        return Line(((Fraction(0), FULL), (1 / number_of(times[1]), NOTHING)))
    if measure.key == "bad_share":
        return LOST
    if target is None or target <= 0:
        raise NotUnderstood("按比例扣分，没有写明从哪里起、按什么的比例扣", ratio.words)
    if _is_above(draft, ratio):
        return Line(((target, FULL), (target * 2, NOTHING)))
    return Line(((Fraction(0), NOTHING), (target, FULL)))
