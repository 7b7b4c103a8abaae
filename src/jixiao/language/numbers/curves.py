"""Clauses about one number put together as a curve: tiers, thresholds with deductions, ratios, counts."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.anchors import interpolated
from jixiao.language.numbers.drafting import Around, Draft, Tier, find_threshold, full_zones, sort_in
from jixiao.language.numbers.effects import Does
from jixiao.language.numbers.falling import fallen, tells_of_falling
from jixiao.language.numbers.formulas import Formula, formula_of
from jixiao.language.numbers.gaps import gaps, range_order
from jixiao.language.numbers.losing import implied_full, is_size, placed, with_loss
from jixiao.language.numbers.measuring import measure_of
from jixiao.language.numbers.plausible import doubts
from jixiao.language.numbers.proportions import (
    check_target,
    formula_number,
    giving_of,
    in_quantities,
    measure_of_formulas,
    target_figures,
)
from jixiao.language.numbers.scales import Said, scale_of
from jixiao.language.numbers.situations import Steps
from jixiao.language.numbers.subjects import must_score_what_it_measures, one_subject
from jixiao.language.numbers.tidying import against_a_figure, nested, settle, widen
from jixiao.language.numbers.zones import Zone
from jixiao.rules.measures import MEASURES, Measure
from jixiao.rules.parts.curve import Curve, ZeroBaseRule
from jixiao.rules.parts.giving import Fixed, Giving, Inverse, Less, Loss
from jixiao.rules.portion import FULL, NOTHING, exact
from jixiao.rules.ranges import Range, gaps_and_overlaps, unreachable


def curve_of(said: Sequence[Said], around: Around) -> tuple[Curve, list[str]]:
    """The curve that the clauses describe and the notes on choices; NotUnderstood where they describe none."""
    draft = Draft(scale_of(said, around.bindings), weight=around.weight)
    sides = {each.situation.side for each in said if isinstance(each.situation, Steps)}
    draft.scale.side_hint = next(iter(sides)) if len(sides) == 1 else ""
    find_threshold(said, draft)
    for each in said:
        sort_in(each, draft)
    widen(draft)
    settle(draft)
    one_subject(draft)
    against_a_figure(draft)
    measure, of_size = _measure(draft, around)
    formulas = [
        formula_of(around.formulas[formula_number(ratio.effect)], around.weight, target_figures(around))
        for ratio in draft.ratios
        if ratio.effect.does is Does.FORMULA
    ]
    measure = measure_of_formulas(measure, formulas, draft, around)
    must_score_what_it_measures(draft, formulas, measure)
    check_target(draft, formulas, measure, around)
    formulas = in_quantities(formulas, measure, draft)
    pieces = _pieces(draft, around, measure, of_size, formulas)
    zero_base = _zero_base(pieces) if measure.key == "ratio" else None
    pieces = _in_order(pieces)
    if measure.key in ("delay", "faults") and any(
        isinstance(gives, Less) and when.contains(Fraction(0)) for when, gives in pieces
    ):
        raise NotUnderstood(f"{measure.name}为0反而扣分，方向可疑", around.words)
    _must_not_overlap(pieces, measure)
    if any(isinstance(gives, Inverse) and gives.target <= 0 for _, gives in pieces):
        raise NotUnderstood("公式中的目标值不是正数，无从计算")
    draft.notes += doubts(full_zones(draft), around.words)
    if not _goes_one_way(pieces, around.weight):
        draft.notes.append("得分随数值时高时低，请核对各档的次序")
    curve = Curve(measure, tuple(pieces), of_size, zero_base)
    if not tells_of_falling(said):
        return curve, draft.notes
    return fallen(curve), [*draft.notes, "句中的比率按下降的幅度理解：下降为正，上升为负"]


def _must_not_overlap(pieces: Sequence[tuple[Range, Giving]], measure: Measure) -> None:
    """Refuse two pieces that answer for one number in different ways."""
    ranges = [when for when, _ in pieces]
    for phrase in gaps_and_overlaps(ranges, measure.domain, measure.whole_numbers, measure.percent):
        if "有两种规定" in phrase:
            raise NotUnderstood(f"{phrase}，不知道按哪一种")


def _goes_one_way(pieces: Sequence[tuple[Range, Giving]], weight: Fraction | None) -> bool:
    """Whether fixed portions, taken by the number, rise to their best and fall from it."""
    fixed = [(when, gives.portion) for when, gives in pieces if isinstance(gives, Fixed)]
    if len({portion.in_points for _, portion in fixed if portion.amount}) > 1 and weight is None:
        return True
    worth = [
        exact(portion.of(weight or Fraction(1))) for _, portion in sorted(fixed, key=lambda each: range_order(each[0]))
    ]
    top = worth.index(max(worth)) if worth else 0
    return all(a <= b for a, b in pairwise(worth[: top + 1])) and all(a >= b for a, b in pairwise(worth[top:]))


def _measure(draft: Draft, around: Around) -> tuple[Measure, bool]:
    zones = [tier.zone for tier in draft.tiers] + [each.zone for each in draft.deductions if each.zone is not None]
    zones += [ratio.zone for ratio in draft.ratios if ratio.zone is not None]
    steps = [each.steps for each in draft.deductions]
    if not zones and not steps and not draft.ratios and not draft.between:
        raise NotUnderstood("没有写明按哪个数值计分")
    if (
        not zones
        and draft.scale.about not in ("faults", "delay", "rank", "trend", "change", "excess")
        and steps
        and not draft.ratios
    ):
        zones = implied_full(draft)
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
    sided = any(each.side == "<" for each in steps)
    if not of_size and measure.key == "deviation" and is_size(zones) and not sided:
        of_size = True
        draft.notes.append("偏差没有写明正负，按绝对值理解")
    if (
        not of_size
        and measure.key in ("deviation", "change")
        and any(each.steps.side == "O" for each in draft.deductions)
    ):
        of_size = all((zone.when.low or 0) >= 0 and zone.when.high != 0 for zone in zones)
    return (MEASURES["deviation"] if of_size and measure.key == "rate" else measure), of_size


def _pieces(
    draft: Draft, around: Around, measure: Measure, of_size: bool, formulas: Sequence[Formula]
) -> list[tuple[Range, Giving]]:
    domain = Range(Fraction(0), True) if of_size else measure.domain
    if measure.key in ("rate", "completion", "value", "to_target"):
        domain = Range()
    tiers = _as_points(draft) if draft.between else nested(draft)
    pieces: list[tuple[Range, Giving]] = [(tier.zone.when, tier.gives) for tier in tiers]
    if draft.between:
        pieces = interpolated(pieces, draft.between)
    for deduction in placed(draft, around):
        pieces = with_loss(pieces, deduction, draft, around, measure)
    queue = iter(formulas)
    givings = [giving_of(ratio, draft, queue, measure) for ratio in draft.ratios]
    for ratio, gives in sorted(zip(draft.ratios, givings, strict=True), key=lambda pair: pair[0].zone is None):
        left = gaps([when for when, _ in pieces], ratio.zone.when if ratio.zone else domain)
        if not left and (ratio.zone is not None or ratio.effect.does is not Does.PROPORTION):
            raise NotUnderstood("写了按比例或公式计分，却没有留下这样计分的范围", ratio.words)
        if not left:
            draft.notes.append(f"“按{ratio.effect.words}计分”之后各段都另有规定，按各段的规定计分")
        pieces += [(gap, gives) for gap in left]
    if draft.rest is not None:
        left = gaps([when for when, _ in pieces], domain)
        pieces += [(gap, draft.rest) for gap in left if _occurs(gap, measure)]
    elif not draft.ratios and not draft.between:
        pieces = _with_implied_full(pieces, draft, measure, domain)
    return [piece for piece in pieces if not piece[0].is_empty()]


def _as_points(draft: Draft) -> list[Tier]:
    """Between fixed values a tier that a higher one cuts short (达60%的得2分, 达90%的得满分) is one value only."""
    starts = {tier.zone.when.low for tier in draft.tiers if tier.zone.when.high is None}
    return [
        replace(tier, zone=replace(tier.zone, when=Range(tier.zone.when.low, True, tier.zone.when.low, True)))
        if tier.zone.when.low in starts and tier.zone.when.high is not None
        else tier
        for tier in nested(draft)
    ]


def _with_implied_full(
    pieces: list[tuple[Range, Giving]], draft: Draft, measure: Measure, domain: Range
) -> list[tuple[Range, Giving]]:
    """Where only deductions are told, the rest loses nothing."""
    if not all(isinstance(gives, Loss | Less) or gives == Fixed(NOTHING) for _, gives in pieces):
        return pieces
    left = [gap for gap in gaps([when for when, _ in pieces], domain) if _occurs(gap, measure)]
    if measure.key in _FROM_NOTHING:
        left = [gap for gap in left if gap.contains(Fraction(0))]
    if len(left) != 1 or not any(isinstance(gives, Loss | Less) for _, gives in pieces):
        return pieces
    between = left[0].low is not None and left[0].high is not None
    if between and measure.key not in _FROM_NOTHING and not any(isinstance(gives, Loss) for _, gives in pieces):
        return pieces
    if measure.key not in ("faults", "delay", "excess", "rank"):
        draft.notes.append(f"没有写明{measure.name}{measure.worded(left[0])}时如何计分，按不扣分理解")
    return [(left[0], Fixed(FULL)), *pieces]


_FROM_NOTHING = ("faults", "delay")


def _occurs(gap: Range, measure: Measure) -> bool:
    """Whether a number of the measure lies in the gap."""
    return not measure.whole_numbers or gap.low is None or not unreachable(gap, measure.domain, whole_numbers=True)


def _zero_base(pieces: Sequence[tuple[Range, Giving]]) -> ZeroBaseRule | None:
    """Against a figure of zero: nothing now either earns what nothing earns, anything earns what more earns."""
    fixed = [(when, gives.portion) for when, gives in pieces if isinstance(gives, Fixed)]
    none = next((portion for when, portion in fixed if when.contains(Fraction(0))), None)
    more = next((portion for when, portion in fixed if when.high is None), None)
    return None if none is None else ZeroBaseRule(none, more)


def _in_order(pieces: list[tuple[Range, Giving]]) -> list[tuple[Range, Giving]]:
    merged: list[tuple[Range, Giving]] = []
    for when, gives in pieces:
        if (when, gives) not in merged:
            merged.append((when, gives))
    return merged
