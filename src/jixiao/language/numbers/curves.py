"""Clauses about one number put together as a curve: tiers, thresholds with deductions, ratios, counts."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise

from jixiao.language.numbers.bindings import Bindings
from jixiao.language.numbers.effects import Does, Effect
from jixiao.language.numbers.formulas import FIRST_SIGN, Formula, formula_of
from jixiao.language.numbers.landmarks import At, Mark
from jixiao.language.numbers.measuring import measure_of
from jixiao.language.numbers.resolving import (
    ABOVE_ZERO,
    ZERO,
    Said,
    Scale,
    away_resolved,
    complement,
    resolved,
    scale_of,
    settled,
    target_zone,
)
from jixiao.language.numbers.situations import Otherwise, State, Steps, Zone
from jixiao.language.numbers.steps import Rounding
from jixiao.language.numerals import NUMBER, number_of
from jixiao.language.statements import NotUnderstood
from jixiao.quantities import exact_text
from jixiao.rules.measures import MEASURES, Measure
from jixiao.rules.parts.curve import Curve, ZeroBaseRule
from jixiao.rules.parts.giving import Fixed, Giving, Inverse, Less, Line, Loss
from jixiao.rules.portion import FULL, NOTHING, Portion, exact, rate_text
from jixiao.rules.ranges import Range

PROPORTION = Line(((Fraction(0), NOTHING), (Fraction(1), FULL)))
LOST = Line(((Fraction(0), FULL), (Fraction(1), NOTHING)))
_TIMES = re.compile(rf"({NUMBER})倍$")
_FLAT = (Does.EARN, Does.LOSE)
_TARGET_NAMES = (
    "目标值", "计划值", "目标", "指标值", "标杆值", "目标数", "计划数", "目标人数", "年度目标值", "标准值", "目标增长率", "年初目标值",
    "目标完成值", "计划完成数", "预期目标值", "年度指标值", "目标率", "目标比率", "目标完成率",
)
_FROM_NOTHING = ("delay", "faults", "excess")
_KEEPING = (Does.FLOOR, Does.CAP)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known besides the clauses: bindings, formulas, what incomplete steps cost, the weight, whether slopes add up."""

    bindings: Bindings
    formulas: Sequence[str] = ()
    rounding: Rounding | None = None
    weight: Fraction | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Tier:
    zone: Zone
    gives: Giving
    words: str


@dataclass(frozen=True, slots=True)
class _Deduction:
    steps: Steps
    each: Portion
    words: str
    zone: Zone | None = None
    at_most: Portion | None = None


@dataclass(frozen=True, slots=True)
class _Ratio:
    zone: Zone | None
    effect: Effect
    words: str


@dataclass
class Draft:
    """A curve in the making."""

    scale: Scale
    tiers: list[_Tier] = field(default_factory=list)
    deductions: list[_Deduction] = field(default_factory=list)
    ratios: list[_Ratio] = field(default_factory=list)
    rest: Giving | None = None
    between: list[Zone | None] = field(default_factory=list)
    cap: bool = False
    least: Portion | None = None
    weight: Fraction | None = None
    notes: list[str] = field(default_factory=list)


def curve_of(said: Sequence[Said], around: Around) -> tuple[Curve, list[str]]:
    """The curve that the clauses describe and the notes on choices; NotUnderstood where they describe none."""
    draft = Draft(scale_of(said, around.bindings), weight=around.weight)
    sides = {each.situation.side for each in said if isinstance(each.situation, Steps)}
    draft.scale.side_hint = next(iter(sides)) if len(sides) == 1 else ""
    _find_threshold(said, draft)
    for each in said:
        _sort_in(each, draft)
    _widen(draft)
    _settle(draft)
    _one_subject(draft)
    _against_a_figure(draft)
    measure, of_size = _measure(draft, around)
    formulas = [
        formula_of(around.formulas[_number(ratio.effect)], around.weight, _figures(around))
        for ratio in draft.ratios
        if ratio.effect.does is Does.FORMULA
    ]
    measure = _measure_of_formulas(measure, formulas, draft, around)
    _check_target(draft, formulas, around)
    pieces = _pieces(draft, around, measure, of_size, formulas)
    zero_base = _zero_base(pieces) if measure.key == "ratio" else None
    pieces = _in_order(pieces)
    if not _goes_one_way(pieces, around.weight):
        draft.notes.append("得分随数值时高时低，请核对各档的次序")
    return Curve(measure, tuple(pieces), of_size, zero_base), draft.notes


def _goes_one_way(pieces: Sequence[tuple[Range, Giving]], weight: Fraction | None) -> bool:
    """Whether fixed portions, taken by the number, rise to their best and fall from it."""
    fixed = [(when, gives.portion) for when, gives in pieces if isinstance(gives, Fixed)]
    if len({portion.in_points for _, portion in fixed if portion.amount}) > 1 and weight is None:
        return True
    worth = [exact(portion.of(weight or Fraction(1))) for _, portion in sorted(fixed, key=lambda each: _range_order(each[0]))]
    top = worth.index(max(worth)) if worth else 0
    return all(a <= b for a, b in pairwise(worth[: top + 1])) and all(a >= b for a, b in pairwise(worth[top:]))


def _find_threshold(said: Sequence[Said], draft: Draft) -> None:
    """The half-line whose edge relative zones and 不超过的 count from."""
    for each in said:
        situation = each.situation
        candidates: list[Zone] = []
        if isinstance(situation, Zone):
            candidates = [situation]
        elif isinstance(situation, Steps) and isinstance(situation.zone, Zone):
            candidates = [situation.zone]
        for zone in candidates:
            if zone.base is not None and draft.scale.threshold is None:
                draft.scale.threshold = zone.base
            if not zone.away and (zone.when.low is None) != (zone.when.high is None) and draft.scale.threshold is None:
                when = zone.when
                if each.effect.does is Does.EARN and _is_full(Fixed(each.effect.portion), draft.weight):
                    draft.scale.threshold = complement(when)
                elif isinstance(situation, Steps):
                    draft.scale.threshold = when


def _sort_in(each: Said, draft: Draft) -> None:
    situation, effect, words = each.situation, each.effect, each.words
    does = effect.does
    if effect.unsure:
        draft.notes.append(effect.unsure)
    if does in _KEEPING:
        _keep(situation, draft, words)
    elif does is Does.LOSE_AT_MOST:
        _limit(situation, effect, draft, words)
    elif does is Does.LEAVE_AT_LEAST and situation in (State(""),):
        draft.least = effect.portion
    elif does is Does.INTERPOLATE:
        draft.between.append(_zone(situation, draft) if situation != State("") else None)
    elif isinstance(situation, Steps):
        if does is not Does.LOSE:
            raise NotUnderstood(f"“{words}”按步计分，却没有写扣多少", words)
        draft.deductions.append(_deduction(situation, effect.portion, words, draft))
    elif does in (Does.PROPORTION, Does.FORMULA, Does.LOSE_PROPORTION):
        whole = situation in (State(""), Otherwise())
        draft.ratios.append(_Ratio(None if whole else _zone(situation, draft), effect, words))
    elif (isinstance(situation, Otherwise) or _is_outside(situation)) and draft.rest is None and does in _FLAT:
        draft.rest = _giving(effect)
    elif does in (Does.EARN, Does.LOSE):
        if (
            isinstance(situation, State)
            and effect.portion == FULL
            and does is Does.EARN
            and draft.scale.about in ("faults", "delay")
        ):
            return
        draft.tiers.append(_Tier(_zone(situation, draft), _giving(effect), words))
    else:
        raise NotUnderstood(f"“{words}”一句不知道怎样影响得分", words)


def _is_outside(situation: object) -> bool:
    return isinstance(situation, Mark) and situation.at is At.OUTSIDE


def _keep(situation: object, draft: Draft, words: str) -> None:
    if situation != State(""):
        raise NotUnderstood(f"“{words}”没有说明怎样计分", words)
    draft.cap = True


def _limit(situation: object, effect: Effect, draft: Draft, words: str) -> None:
    if situation == State("") and not draft.deductions and _is_full(Fixed(effect.portion), draft.weight):
        draft.cap = True
        return
    if situation != State("") or not draft.deductions:
        raise NotUnderstood(f"“{words}”不知道限制的是哪一项扣分", words)
    draft.deductions[-1] = replace(draft.deductions[-1], at_most=effect.portion)


def _zone(situation: object, draft: Draft) -> Zone:
    if isinstance(situation, Zone):
        return away_resolved(situation, draft.scale.threshold)
    if isinstance(situation, Mark):
        return resolved(situation, draft.scale, _lost_side(draft))
    text = situation.text if isinstance(situation, State) else ""
    raise NotUnderstood(f"“{text}”不是哪个数值的一段", text)


def _lost_side(draft: Draft) -> str:
    sides = {each.steps.side for each in draft.deductions}
    return next(iter(sides)) if len(sides) == 1 else draft.scale.side_hint


def _is_full(gives: Giving, weight: Fraction | None) -> bool:
    """Whether a tier gives the whole weight, be it in points."""
    if not isinstance(gives, Fixed):
        return False
    return gives.portion == FULL or (gives.portion.in_points and gives.portion.amount == weight)


def _full(draft: Draft) -> list[Zone]:
    """The zones of full marks; where the weight is not known and one tier only earns points, that one."""
    full = [tier.zone for tier in draft.tiers if _is_full(tier.gives, draft.weight)]
    earning = [tier for tier in draft.tiers if isinstance(tier.gives, Fixed) and tier.gives.portion.amount]
    if not full and draft.weight is None and len(earning) == 1:
        return [earning[0].zone]
    return full


def _giving(effect: Effect) -> Giving:
    return Fixed(effect.portion) if effect.does is Does.EARN else Less(effect.portion)


def _deduction(steps: Steps, each: Portion, words: str, draft: Draft) -> _Deduction:
    zone: Zone | None = None
    if isinstance(steps.zone, Zone):
        zone = away_resolved(steps.zone, draft.scale.threshold)
    elif isinstance(steps.zone, Mark):
        zone = None if steps.about == "faults" or steps.zone.at is At.NONE else resolved(steps.zone, draft.scale, steps.side)
    if zone is not None and draft.scale.about in _FROM_NOTHING and zone.when.low is None and zone.when.high is not None:
        zone = replace(zone, when=replace(zone.when, low=Fraction(0)))
    if zone is not None and _contradicts(zone.when, steps.side):
        raise NotUnderstood(f"“{words}”扣分的方向与所说的范围相反", words)
    return _Deduction(steps, each, words, zone)


def _contradicts(when: Range, side: str) -> bool:
    if side == ">":
        return when.low is None and when.high is not None
    return side == "<" and when.high is None and when.low is not None


def _widen(draft: Draft) -> None:
    """A single value that earns full marks (完成率100%得满分) holds for all that is better, if better is told nowhere."""
    sides = {each.steps.side for each in draft.deductions} | {_side_of(ratio.zone) for ratio in draft.ratios}
    for number, tier in enumerate(draft.tiers):
        zone, value = tier.zone, tier.zone.when.low
        if not zone.implied or value is None or zone.when.high != value or not _is_full(tier.gives, draft.weight):
            continue
        others = [other.zone.when for other in draft.tiers if other is not tier]
        others += [each.zone.when for each in draft.deductions if each.zone is not None]
        if draft.between or draft.rest is not None or "O" in sides or value == 0:
            continue
        below = all(when.low is None or when.low < value for when in others) and ">" not in sides
        beyond = any(when.high is not None and when.high > value for when in others)
        if below and not beyond and (others or sides):
            draft.tiers[number] = replace(tier, zone=replace(zone, when=Range(value, True)))


def _side_of(zone: Zone | None) -> str:
    if zone is None or (zone.when.low is None) == (zone.when.high is None):
        return "<"
    return "<" if zone.when.low is None else ">"


def _settle(draft: Draft) -> None:
    """Ends of all zones settled among one another."""
    places: list[tuple[str, int]] = [("tier", number) for number in range(len(draft.tiers))]
    places += [("deduction", number) for number, each in enumerate(draft.deductions) if each.zone is not None]
    places += [("ratio", number) for number, each in enumerate(draft.ratios) if each.zone is not None]
    zones: list[Zone] = []
    for kind, number in places:
        zone = (
            draft.tiers[number].zone
            if kind == "tier"
            else draft.deductions[number].zone
            if kind == "deduction"
            else draft.ratios[number].zone
        )
        assert zone is not None
        zones.append(zone)
    result, open_ends = settled(zones)
    for (kind, number), zone in zip(places, result, strict=True):
        if kind == "tier":
            draft.tiers[number] = replace(draft.tiers[number], zone=zone)
        elif kind == "deduction":
            draft.deductions[number] = replace(draft.deductions[number], zone=zone)
        else:
            draft.ratios[number] = replace(draft.ratios[number], zone=zone)
    percent = any(zone.is_rate for zone in zones)
    for end in dict.fromkeys(open_ends):
        text = rate_text(end) if percent else exact_text(end)
        draft.notes.append(f"“{text}”上下两档都写到而没有写明（含），按属于数值较大的一档理解")


def _one_subject(draft: Draft) -> None:
    """All clauses must speak of one number: two names that do not hold one another are two numbers."""
    names = []
    for zone in (
        [tier.zone for tier in draft.tiers]
        + [each.zone for each in draft.deductions if each.zone]
        + [each.zone for each in draft.ratios if each.zone]
    ):
        name = _bare_name(zone.subject)
        if name:
            names.append(name)
    for one, other in pairwise(names):
        if one not in other and other not in one and not _same_end(one, other):
            raise NotUnderstood(f"“{one}”与“{other}”是不是同一个数值没有写明", one)


_EMPTY = (
    "比率",
    "比例",
    "数值",
    "实际值",
    "结果",
    "指标值",
    "得分",
    "绝对值",
    "该比重",
    "实际",
    "完成",
    "该指标",
    "值",
    "指标",
    "项目",
    "占比",
    "比重",
    "偏差",
    "实际比率",
    "幅度",
)


def _bare_name(subject: str) -> str:
    name = (
        subject.strip(",的:")
        .removeprefix("该")
        .removeprefix("本")
        .removesuffix("的绝对值")
        .removesuffix("绝对值")
        .removeprefix("单项")
    )
    return "" if name in _EMPTY or len(name) < 2 else name


def _same_end(one: str, other: str) -> bool:
    return one[-2:] == other[-2:] and min(len(one), len(other)) <= 4 or one[-3:] == other[-3:]


def _against_a_figure(draft: Draft) -> None:
    """Where nothing at all is a tier of its own (无结余, 不高于上年), the number is this figure over the other."""
    zones = [tier.zone for tier in draft.tiers]
    if draft.scale.about != "trend" or not any(zone.about != "trend" and zone.when == ZERO for zone in zones):
        return
    tiers = []
    for tier in draft.tiers:
        when = tier.zone.when
        if tier.zone.about == "trend":
            high = when.high + 1 if when.high is not None else None
            low = Fraction(0) if when.low is None else when.low + 1
            when = Range(low, when.low_included, high, when.high_included)
        tiers.append(replace(tier, zone=replace(tier.zone, when=when, kind="rate", about="nothing", subject="")))
    draft.tiers = tiers


def _measure(draft: Draft, around: Around) -> tuple[Measure, bool]:
    zones = [tier.zone for tier in draft.tiers] + [each.zone for each in draft.deductions if each.zone is not None]
    zones += [ratio.zone for ratio in draft.ratios if ratio.zone is not None]
    steps = [each.steps for each in draft.deductions]
    if not zones and not steps and not draft.ratios and not draft.between:
        raise NotUnderstood("没有写明按哪个数值计分")
    if (
        not zones
        and draft.scale.about not in ("faults", "delay", "rank", "trend", "change")
        and steps
        and not draft.ratios
    ):
        zones = _implied_full(draft)
    if any(each.length.is_rate for each in steps) and draft.scale.about == "faults":
        raise NotUnderstood("有的扣分按比率，有的按个数，无法换算")
    if not zones and not steps:
        if not draft.ratios:
            raise NotUnderstood("没有写明按哪个数值计分")
        text = around.words
        measure = measure_of([Zone("", Range(), "rate")], [], text, around.bindings, "")
        key = next((key for key in ("completion",) if "完成" in draft.ratios[0].effect.words), measure.key)
        return MEASURES[key], False
    measure = measure_of(zones, steps, around.words, around.bindings, draft.scale.about)
    of_size = any(zone.of_size for zone in zones)
    if not of_size and measure.key == "deviation" and _is_size(zones):
        of_size = True
        draft.notes.append("偏差没有写明正负，按绝对值理解")
    if (
        not of_size
        and measure.key in ("deviation", "change")
        and any(each.steps.side == "O" for each in draft.deductions)
    ):
        of_size = all(zone.when.low is None or zone.when.low >= 0 for zone in zones)
    return (MEASURES["deviation"] if of_size and measure.key == "rate" else measure), of_size


def _is_size(zones: Sequence[Zone]) -> bool:
    """Whether the ranges of a deviation tell of its size: none is negative, and no side is named."""
    edges = [edge for zone in zones for edge in (zone.when.low, zone.when.high) if edge is not None]
    named = any(re.search("偏差|偏离|误差|差异|浮动|波动", zone.subject) for zone in zones)
    return named and all(edge >= 0 for edge in edges) and not any(zone.when.high == 0 for zone in zones)


def _implied_full(draft: Draft) -> list[Zone]:
    """A deduction alone (每低于目标值1个百分点扣…) counts from the target, where one is known."""
    steps = draft.deductions[0].steps
    if steps.start is not None or draft.scale.bindings.target is None:
        if steps.start is None and not draft.scale.open_target:
            return []
        if steps.start is None:
            raise NotUnderstood("没有写明从哪里起扣分", draft.deductions[0].words)
        edge = steps.start.value
        if steps.side not in ("<", ">", "O"):
            raise NotUnderstood("没有写明扣分是向上还是向下", draft.deductions[0].words)
        when = Range(edge, steps.side != ">", None if steps.side == "<" else edge, steps.side != "<")
        if steps.side == ">":
            when = Range(None, False, edge, True)
        zone = Zone("", when, steps.start.kind, steps.start.unit)
    else:
        zone = target_zone(draft.scale, steps.side)
    draft.tiers.append(_Tier(zone, Fixed(FULL), ""))
    return [zone]


def _check_target(draft: Draft, formulas: Sequence[Formula], around: Around) -> None:
    """Notes where the sentence and its target disagree; NotUnderstood where a formula turns against the target."""
    bindings = around.bindings
    if any(tier.zone.about in ("to_target", "margin") for tier in draft.tiers):
        draft.notes.append("没有给出目标值，按数据中的目标值计分")
    target = bindings.target
    if target is None or not bindings.from_cell:
        return
    edge = target.when.low if target.when.low is not None else target.when.high
    assert edge is not None
    for formula in formulas:
        _check_formula(formula, target, edge, bindings)
    for zone in _full(draft):
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


def _measure_of_formulas(measure: Measure, formulas: Sequence[Formula], draft: Draft, around: Around) -> Measure:
    target = around.bindings.target
    if formulas and target is not None and not target.is_rate and any(_uses_target(text) for text in around.formulas):
        return MEASURES["value"]
    named = {formula.measure for formula in formulas if formula.measure}
    if named:
        return MEASURES[named.pop()]
    if (
        formulas
        and not draft.tiers
        and not draft.deductions
        and "完成" in formulas[0].subject
        and measure.key == "rate"
        and not formulas[0].base
    ):
        return MEASURES["completion"]
    return measure


def _number(effect: Effect) -> int:
    return ord(effect.words) - FIRST_SIGN


def _figures(around: Around) -> dict[str, Fraction]:
    target = around.bindings.target
    if target is None or (
        target.when.low is not None and target.when.high is not None and target.when.low != target.when.high
    ):
        return {}
    edge = target.when.low if target.when.low is not None else target.when.high
    assert edge is not None
    return dict.fromkeys(_TARGET_NAMES, edge)


def _pieces(
    draft: Draft, around: Around, measure: Measure, of_size: bool, formulas: Sequence[Formula]
) -> list[tuple[Range, Giving]]:
    domain = Range(Fraction(0), True) if of_size else measure.domain
    if measure.key in ("rate", "completion", "value", "to_target"):
        domain = Range()
    tiers = _nested(draft)
    pieces: list[tuple[Range, Giving]] = [(tier.zone.when, tier.gives) for tier in tiers]
    if draft.between:
        pieces = _interpolated(pieces, draft.between)
    for deduction in _placed(draft, around):
        pieces = _with_loss(pieces, deduction, draft, around, measure)
    queue = iter(formulas)
    givings = [_gives(ratio, draft, queue, measure) for ratio in draft.ratios]
    for ratio, gives in sorted(zip(draft.ratios, givings, strict=True), key=lambda pair: pair[0].zone is None):
        pieces += [
            (gap, gives) for gap in gaps([when for when, _ in pieces], ratio.zone.when if ratio.zone else domain)
        ]
    if draft.rest is not None:
        pieces += [(gap, draft.rest) for gap in gaps([when for when, _ in pieces], domain)]
    elif not draft.ratios and not draft.between:
        pieces = _with_implied_full(pieces, draft, measure, domain)
    return [piece for piece in pieces if not piece[0].is_empty()]


def _with_implied_full(
    pieces: list[tuple[Range, Giving]], draft: Draft, measure: Measure, domain: Range
) -> list[tuple[Range, Giving]]:
    """Where only deductions are told, the rest loses nothing."""
    if not all(isinstance(gives, Loss | Less) or gives == Fixed(NOTHING) for _, gives in pieces):
        return pieces
    left = gaps([when for when, _ in pieces], domain)
    if len(left) != 1 or not any(isinstance(gives, Loss | Less) for _, gives in pieces):
        return pieces
    if left[0].low is not None and left[0].high is not None and not any(isinstance(gives, Loss) for _, gives in pieces):
        return pieces
    if measure.key not in ("faults", "delay", "excess", "rank"):
        draft.notes.append(f"没有写明{measure.name}{measure.worded(left[0])}时如何计分，按不扣分理解")
    return [(left[0], Fixed(FULL)), *pieces]


def _nested(draft: Draft) -> list[_Tier]:
    """Tiers of which one lies within another (80%以上, 60%以上): the narrower one holds where both do."""
    tiers: list[_Tier] = []
    for tier in draft.tiers:
        same = [other for other in tiers if other.zone.when == tier.zone.when]
        if same and same[0].gives != tier.gives:
            raise NotUnderstood(f"“{tier.words}”有两种计分规定", tier.words)
        if not same:
            tiers.append(tier)
    result = []
    for tier in tiers:
        when = tier.zone.when
        for other in tiers:
            inner = other.zone.when
            if (
                other is not tier
                and _holds(when, inner)
                and (when.low is None) != (when.high is None)
                and not when.is_empty()
            ):
                when = _cut(when, inner)
        if when != tier.zone.when and not when.is_empty():
            draft.notes.append(f"“{tier.words}”包含了另一档，两档都符合时按较窄的一档计分")
        result.append(replace(tier, zone=replace(tier.zone, when=when)))
    return result


def _holds(outer: Range, inner: Range) -> bool:
    """Whether the outer half-line holds the inner one on the same side, or one whose far end is its own."""
    if outer.low is None and inner.low is None and inner.high is not None and outer.high is not None:
        return inner.high < outer.high
    if outer.high is None and inner.high is None and inner.low is not None and outer.low is not None:
        return inner.low > outer.low
    return False


def _cut(outer: Range, inner: Range) -> Range:
    if outer.low is None:
        if outer.high is not None and inner.high is not None:
            return Range(inner.high, not inner.high_included, outer.high, outer.high_included)
        return outer
    assert inner.low is not None
    return Range(outer.low, outer.low_included, inner.low, not inner.low_included)


def _interpolated(pieces: list[tuple[Range, Giving]], between: Sequence[Zone | None]) -> list[tuple[Range, Giving]]:
    """Lines through what the tiers fix: single values, and the edges of the outer tiers."""
    anchors: dict[Fraction, Portion] = {}
    for when, gives in pieces:
        if not isinstance(gives, Fixed):
            raise NotUnderstood("插值的两端应是固定的分值")
        if when.low == when.high and when.low is not None:
            anchors[when.low] = gives.portion
    points = set(anchors)
    for when, gives in pieces:
        assert isinstance(gives, Fixed)
        edge = when.high if when.low is None else when.low if when.high is None else None
        if (
            edge is not None
            and edge not in points
            and (gives.portion != NOTHING or len(points) < 2 or edge < min(points))
        ):
            anchors.setdefault(edge, gives.portion)
    if len(anchors) < 2:
        raise NotUnderstood("插值没有写明两端的数值和分值")
    low, high = min(anchors), max(anchors)
    line = Line(tuple(sorted(anchors.items())))
    for zone in between:
        if zone is not None and not (zone.when.low == low and zone.when.high == high):
            raise NotUnderstood("插值的区间与两端的数值不一致")
    outer = [(when, gives) for when, gives in pieces if when.low != when.high or when.low is None]
    span = Range(low, True, high, True)
    result: list[tuple[Range, Giving]] = [(span, line)]
    for when, gives in outer:
        for left in gaps([span], when):
            result.append((left, gives))
    below, above = Range(None, False, low, False), Range(high, False)
    for side, end in ((below, low), (above, high)):
        limit = FULL if anchors[end] == FULL else NOTHING if anchors[end] == NOTHING else None
        if limit is not None and not any(side.overlaps(when) for when, _ in result[1:]):
            result.append((side, Fixed(limit)))
    return result


def _placed(draft: Draft, around: Around) -> list[_Deduction]:
    """Every deduction with its zone; one on both sides of the full marks becomes two, the further of two zones last."""
    placed: list[_Deduction] = []
    for deduction in draft.deductions:
        if deduction.zone is not None:
            placed.append(deduction)
            continue
        placed += _beside_full(deduction, draft)
    return placed


def _beside_full(deduction: _Deduction, draft: Draft) -> list[_Deduction]:
    steps = deduction.steps
    if draft.scale.about in ("faults", "delay", "excess", "trend", "change", "rank") and steps.start is None:
        return [_counted(deduction, draft)]
    full = _full(draft)
    if steps.start is not None and steps.side in ("<", ">"):
        edge = steps.start.value
        when = Range(None, False, edge, False) if steps.side == "<" else Range(edge, False)
        if full and _contradicts_full(full[0].when, when):
            raise NotUnderstood("扣分的方向与得满分的条件不相配", deduction.words)
        return [replace(deduction, zone=Zone(steps.subject, when, steps.start.kind))]
    if len(full) != 1:
        if draft.scale.about == "limit":
            full = [Zone("", Range(None, False, Fraction(1), True), "rate")]
        elif len(full) > 1 and len({zone.when for zone in full}) > 1:
            raise NotUnderstood("得满分的条件写了两处，不知道从哪里起扣分", deduction.words)
        else:
            raise NotUnderstood("没有写明从哪里起扣分", deduction.words)
    result = []
    for side in _sides(steps, full[0].when, deduction.words):
        when = (
            Range(None, False, full[0].when.low, not full[0].when.low_included)
            if side == "<"
            else Range(full[0].when.high, not full[0].when.high_included)
        )
        result.append(
            replace(deduction, zone=Zone(steps.subject, when, steps.length.kind), steps=replace(steps, side=side))
        )
    return result


def _contradicts_full(full: Range, lost: Range) -> bool:
    """Whether points are lost only where full marks are given."""
    if lost.high is None and full.high is None and full.low is not None and lost.low is not None:
        return lost.low >= full.low
    if lost.low is None and full.low is None and full.high is not None and lost.high is not None:
        return lost.high <= full.high
    return False


def _counted(deduction: _Deduction, draft: Draft) -> _Deduction:
    """Counted from nothing: faults, days late, places behind the first, or from where the full marks end."""
    about = draft.scale.about
    full = [zone.when for zone in _full(draft)]
    if about in ("trend", "change") and deduction.steps.side == "<":
        return replace(deduction, zone=Zone("", Range(None, False, Fraction(0), False)))
    if deduction.steps.side == "<":
        raise NotUnderstood("提前或减少反而扣分，方向可疑", deduction.words)
    start = Fraction(1) if about == "rank" else Fraction(0)
    if full and full[0].high is not None:
        start = full[0].high
    return replace(deduction, zone=Zone("", Range(start, False)))


def _sides(steps: Steps, full: Range, words: str) -> str:
    """On which sides of the full marks points are lost."""
    possible = ("<" if full.low is not None else "") + (">" if full.high is not None else "")
    if full.low == full.high and full.low is not None and steps.side == "":
        raise NotUnderstood("没有写明扣分是向上还是向下", words)
    if steps.side in possible and steps.side:
        return steps.side
    if steps.side in ("", "O") and possible:
        return possible
    raise NotUnderstood("扣分的方向与得满分的条件不相配", words)


def _with_loss(
    pieces: list[tuple[Range, Giving]], deduction: _Deduction, draft: Draft, around: Around, measure: Measure
) -> list[tuple[Range, Giving]]:
    """The pieces with the deduction in the part of its zone that no tier has taken; a further slope goes on from a nearer."""
    steps, zone = deduction.steps, deduction.zone
    assert zone is not None
    when = zone.when
    below = steps.side == "<" or (steps.side in ("", "O") and when.low is None)
    edge = when.high if below else when.low
    if edge is None:
        raise NotUnderstood("没有写明从哪里起扣分", deduction.words)
    _check_unit(steps, draft, deduction)
    loss = Loss(
        steps.start.value if steps.start else edge,
        steps.length.value,
        deduction.each,
        "" if steps.length.is_rate or steps.length.kind == "bare" else steps.length.unit,
        _how(steps, around),
        at_most=_most(deduction, draft, around),
    )
    nearer = [(taken, gives) for taken, gives in pieces if isinstance(gives, Loss) and _further(when, taken, below)]
    if nearer:
        taken, gives = nearer[0]
        assert isinstance(gives, Loss)
        already = _lost_at(gives, edge)
        loss = replace(loss, already=already)
        pieces = [piece for piece in pieces if piece[0] != taken] + [(_cut_off(taken, when, below), gives)]
        if "累计" not in around.words and "部分" not in around.words and "基础上" not in around.words:
            draft.notes.append(f"“{deduction.words}”按在前一段扣分的基础上继续扣理解")
    free = gaps([taken for taken, _ in pieces if when.overlaps(taken)], when)
    if not free:
        raise NotUnderstood("同一个数值有两种计分规定", deduction.words)
    near = [gives for taken, gives in pieces if when.overlaps(taken) and _touches(taken, edge, below)]
    if any(_is_full(gives, draft.weight) for gives in near):
        raise NotUnderstood("同一段既扣分又得满分", deduction.words)
    if (
        steps.length.kind == "rate"
        and steps.length.value == Fraction(1, 100)
        and abs(loss.start) != 1
        and measure.percent
        and loss.start != 0
    ):
        draft.notes.append("“1%”按1个百分点理解")
    return [*pieces, *((part, loss) for part in free)]


def _touches(taken: Range, edge: Fraction, below: bool) -> bool:
    """Whether what is taken lies at the edge from which points are lost."""
    if below:
        return taken.high is None or taken.high >= edge
    return taken.low is None or taken.low <= edge


def _uses_target(text: str) -> bool:
    return any(name in text for name in ("目标", "计划值", "计划数", "指标值", "标杆值"))


def _check_unit(steps: Steps, draft: Draft, deduction: _Deduction) -> None:
    zone = deduction.zone
    if zone is None or zone.kind in ("", "bare") or steps.length.kind == "bare" or zone.when == ABOVE_ZERO:
        return
    full = [tier.zone for tier in draft.tiers if tier.zone.kind not in ("", "bare")]
    for other in full:
        if other.is_rate != steps.length.is_rate and other.when.low != 0 and other.when.high != 0:
            raise NotUnderstood("扣分的步长与界限一个是比率、一个是数量，无法换算", deduction.words)


def _how(steps: Steps, around: Around) -> str:
    if around.rounding is not None and around.rounding.length.value == steps.length.value:
        return around.rounding.how
    return "whole" if steps.whole else "proportional"


def _most(deduction: _Deduction, draft: Draft, around: Around) -> Portion | None:
    if draft.least is None:
        return deduction.at_most
    if not draft.least.in_points:
        return Portion(1 - draft.least.amount)
    if around.weight is None:
        raise NotUnderstood("写了最低得几分，要知道权重才能计算")
    return Portion(around.weight - draft.least.amount, in_points=True)


def _further(when: Range, taken: Range, below: bool) -> bool:
    """Whether `when` lies within or right beyond a slope already taken, on the same side."""
    if below:
        return (
            when.high is not None
            and taken.high is not None
            and when.high < taken.high
            and (taken.low is None or when.high >= taken.low)
        )
    return (
        when.low is not None
        and taken.low is not None
        and when.low > taken.low
        and (taken.high is None or when.low <= taken.high)
    )


def _cut_off(taken: Range, when: Range, below: bool) -> Range:
    if below:
        assert when.high is not None
        return replace(taken, low=when.high, low_included=not when.high_included)
    assert when.low is not None
    return replace(taken, high=when.low, high_included=not when.low_included)


def _lost_at(loss: Loss, edge: Fraction) -> Portion:
    steps = abs(edge - loss.start) / loss.per
    if loss.already.amount and loss.already.in_points != loss.each.in_points:
        raise NotUnderstood("两段扣分一段按分、一段按份额，无法累计")
    return Portion(steps * loss.each.amount + loss.already.amount, loss.each.in_points)


def _gives(ratio: _Ratio, draft: Draft, formulas: Iterator[Formula], measure: Measure) -> Giving:
    if ratio.effect.does is Does.FORMULA:
        return next(formulas).gives
    words = ratio.effect.words
    target = _target_edge(draft, ratio)
    if ratio.effect.does is Does.LOSE_PROPORTION:
        return _lost_in_proportion(ratio, draft, measure, target)
    of_target = (
        not any(word in words for word in ("率", "完成", "程度", "进度", "度", "实际"))
        or "占" in words
        or "目标" in words
    )
    if target in (None, 1) or not of_target:
        if target not in (None, 1) and not words.endswith("率"):
            draft.notes.append(f"“按{words}计分”按比率本身乘权重分理解，不除以目标值")
        if not measure.percent and target is not None:
            return Line(((Fraction(0), NOTHING), (target, FULL)))
        return PROPORTION
    assert target is not None
    if _is_above(draft, ratio):
        raise NotUnderstood(f"“{ratio.words}”超过目标后按什么比例计分没有写明", ratio.words)
    return Line(((Fraction(0), NOTHING), (target, FULL)))


def _target_edge(draft: Draft, ratio: _Ratio) -> Fraction | None:
    full = [zone.when for zone in _full(draft)]
    for when in full:
        if when.low is not None and when.high is None or (when.low == when.high and when.low is not None):
            return when.low
        if when.high is not None and when.low is None:
            return when.high
    if ratio.zone is not None and ratio.zone.when.high is not None:
        return ratio.zone.when.high if not draft.tiers else None
    target = draft.scale.bindings.target
    return target.when.low if target is not None and not draft.tiers and not target.is_rate else None


def _is_above(draft: Draft, ratio: _Ratio) -> bool:
    return any(zone.when.low is None for zone in _full(draft))


def _lost_in_proportion(ratio: _Ratio, draft: Draft, measure: Measure, target: Fraction | None) -> Giving:
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


def _zero_base(pieces: Sequence[tuple[Range, Giving]]) -> ZeroBaseRule | None:
    """Against a figure of zero: nothing now either earns what nothing earns, anything earns what more earns."""
    fixed = [(when, gives.portion) for when, gives in pieces if isinstance(gives, Fixed)]
    none = next((portion for when, portion in fixed if when.contains(Fraction(0))), None)
    more = next((portion for when, portion in fixed if when.high is None), None)
    return None if none is None else ZeroBaseRule(none, more)


def gaps(ranges: Sequence[Range], domain: Range) -> list[Range]:
    """What of the domain no range covers."""
    result = []
    low, included = domain.low, domain.low_included
    for taken in sorted(ranges, key=_range_order):
        gap = Range(low, included, taken.low, not taken.low_included)
        if taken.low is not None and not gap.is_empty() and (low is None or taken.low >= low):
            result.append(gap.within(domain) if domain != Range() else gap)
        if taken.high is None:
            return [each for each in result if not each.is_empty()]
        if low is None or (taken.high, not taken.high_included) > (low, included) or taken.high > low:
            low, included = taken.high, not taken.high_included
    last = Range(low, included, domain.high, domain.high_included)
    return [each for each in (*result, last) if not each.is_empty()]


def _range_order(when: Range) -> tuple[bool, Fraction, bool]:
    return (when.low is not None, when.low or Fraction(0), not when.low_included)


def _in_order(pieces: list[tuple[Range, Giving]]) -> list[tuple[Range, Giving]]:
    merged: list[tuple[Range, Giving]] = []
    for when, gives in pieces:
        if (when, gives) not in merged:
            merged.append((when, gives))
    return merged


Chooser = Callable[[Draft], bool]
__all__ = ["LOST", "PROPORTION", "Around", "Draft", "Inverse", "curve_of", "gaps"]
