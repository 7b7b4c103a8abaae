"""The form of a curve: by what it is over, and by what its pieces give from the least number to the greatest."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Inverse, Less, Line, Loss
from jixiao.rules.portion import FULL, Portion
from jixiao.rules.ranges import Range

Pieces = Sequence[tuple[Range, Giving]]

_OF_STEPS = {"whole": "full_steps", "started": "ceil_steps"}
# Where the number itself settles the form, whatever the pieces give.
_BY_MEASURE = {
    "bad_share": "fault_amount",
    "percentile": "rank_bands",
    "best": "rank_vs_best",
    "trend": "trend",
    "ratio": "tiers_relative",
}


def form_of_curve(curve: Curve, weight: Fraction | None) -> str:
    """The id of the form of a curve; as many points as the weight, if that is known, are the whole of it."""
    key = curve.measure.key
    if key in _BY_MEASURE:
        return _BY_MEASURE[key]
    if curve.zero_base is not None:
        return "zero_base"
    whole = Fixed(Portion(weight, in_points=True)) if weight is not None else Fixed(FULL)
    pieces = [(when, Fixed(FULL) if gives == whole else gives) for when, gives in curve.pieces]
    pieces.sort(key=lambda piece: _start(piece[0]))
    losses = [(when, gives) for when, gives in pieces if isinstance(gives, Loss)]
    if losses:
        return _of_losses(curve, pieces, losses)
    if any(isinstance(gives, Inverse) for _, gives in pieces):
        return "reverse_ratio"
    lines = [(when, gives) for when, gives in pieces if isinstance(gives, Line)]
    return _of_line(curve, pieces, *lines[0]) if lines else _of_tiers(curve, pieces)


def _start(when: Range) -> tuple[int, Fraction, bool]:
    """The order of ranges from the least number on."""
    return (0, Fraction(0), False) if when.low is None else (1, when.low, not when.low_included)


def _nothing(gives: Giving) -> bool:
    return isinstance(gives, Fixed) and gives.portion.amount == 0


def _full(gives: Giving) -> bool:
    return gives == Fixed(FULL)


def _of_losses(curve: Curve, pieces: Pieces, losses: Sequence[tuple[Range, Loss]]) -> str:
    key = curve.measure.key
    if key in _COUNTS:
        return _COUNTS[key](curve, pieces, losses[0][1])
    rising = [loss for when, loss in losses if _rises(curve, when, loss)]
    falling = [loss for when, loss in losses if not _rises(curve, when, loss)]
    beyond, opposite = (pieces[-1][1], pieces[0][1]) if rising else (pieces[0][1], pieces[-1][1])
    if curve.of_size:
        return "deduct_then_zero" if _nothing(beyond) else "both_deduct"
    if rising and falling:
        alike = [(each.per, each.each) for each in rising] == [(each.per, each.each) for each in falling]
        return "both_deduct" if alike and rising[0].start == -falling[0].start else "both_asymmetric"
    loss = losses[0][1]
    if any(each.already.amount for _, each in losses) or len(losses) > 1:
        return "two_slopes"
    if loss.steps in _OF_STEPS:
        return _OF_STEPS[loss.steps]
    if _nothing(beyond):
        return "deduct_then_zero"
    if _nothing(opposite):
        return "over_limit_zero"
    if not curve.measure.percent:
        return "per_unit"
    return f"{'above' if rising else 'below'}_{'points' if loss.each.in_points else 'share'}"


def _rises(curve: Curve, when: Range, loss: Loss) -> bool:
    low = when.within(curve.domain()).low
    return low is not None and low >= loss.start


def _of_faults(curve: Curve, pieces: Pieces, loss: Loss) -> str:
    if loss.start > 0:
        return "fault_tolerance"
    if loss.at_most is not None:
        return "fault_capped"
    return "fault_points" if loss.each.in_points else "fault_share"


def _of_unmet(curve: Curve, pieces: Pieces, loss: Loss) -> str:
    return "checklist_deduct_points" if loss.each.in_points else "checklist_deduct_share"


def _of_count(curve: Curve, pieces: Pieces, loss: Loss) -> str:
    rises = any(_rises(curve, when, loss) for when, gives in pieces if gives is loss)
    return "per_unit" if rises else "checklist_min_count"


_COUNTS: dict[str, Callable[[Curve, Pieces, Loss], str]] = {
    "faults": _of_faults,
    "unmet": _of_unmet,
    "met": _of_count,
    "count": _of_count,
    "excess": lambda curve, pieces, loss: _OF_STEPS.get(loss.steps, "per_unit"),
    "delay": lambda curve, pieces, loss: _OF_STEPS.get(loss.steps, "per_period"),
    "rank": lambda curve, pieces, loss: "rank_step",
}


def _of_line(curve: Curve, pieces: Pieces, when: Range, line: Line) -> str:
    (x0, low), *_, (x1, high) = line.anchors
    if len(line.anchors) > 2:
        return "anchors"
    if curve.of_size:
        return "amplified_linear"
    if high.amount < low.amount:
        return "reverse_excess" if x0 > 0 else "amplified_linear"
    if x0 == 0 and low.amount == 0:
        return _of_ratio(pieces, when, x1)
    floored = _nothing(pieces[0][1])
    return "pass_mark_linear" if floored and low.amount == 0 and x1 == 1 else "range_normalised"


def _of_ratio(pieces: Pieces, when: Range, full_at: Fraction) -> str:
    """A line from nothing at 0: with a floor, a target that earns the whole, or nothing beside it."""
    if _nothing(pieces[0][1]):
        return "ratio_floor"
    if not _full(pieces[-1][1]):
        return "ratio_plain" if full_at == 1 else "ratio_to_target"
    if when.high == 1 and full_at == 1:
        return "ratio_capped"
    return "ratio_to_target" if when.high == full_at else "target_else_rate"


def _of_tiers(curve: Curve, pieces: Pieces) -> str:
    key, given = curve.measure.key, [gives for _, gives in pieces]
    all_or_nothing = len({*map(_full, given)}) == 2 and all(_full(gives) or _nothing(gives) for gives in given)
    if key in ("met", "unmet"):
        return "checklist_all" if all_or_nothing and _needs_all(curve, pieces) else "checklist_steps"
    if key == "rank":
        return "rank_bands"
    if all_or_nothing:
        return "binary" if len(given) == 2 and not curve.of_size else "band_binary"
    if curve.of_size or key == "deviation":
        return "both_tiers"
    if _worth(given[0]) > _worth(given[-1]):
        return "tiers_reverse"
    in_points = any(isinstance(gives, Fixed) and gives.portion.in_points for gives in given)
    return "tiers_points" if in_points or any(isinstance(gives, Less) for gives in given) else "tiers_share"


def _needs_all(curve: Curve, pieces: Pieces) -> bool:
    """Whether the whole is earned at one end only: nothing unmet, or the greatest number met."""
    if curve.measure.key == "unmet":
        return _full(pieces[0][1]) and pieces[0][0].contains(Fraction(0)) and not pieces[0][0].contains(Fraction(1))
    return _full(pieces[-1][1]) and curve.count > 0 and not pieces[-1][0].contains(Fraction(curve.count - 1))


def _worth(gives: Giving) -> Fraction:
    """How much a tier gives, for comparing tiers; what takes points off gives less than the whole."""
    if isinstance(gives, Less):
        return -gives.portion.amount
    return gives.portion.amount if isinstance(gives, Fixed) else Fraction(0)
