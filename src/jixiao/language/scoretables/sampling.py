"""The numbers at which a curve is worth looking at: where its pieces meet, just beside, where nothing is left."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.rules import Evidence
from jixiao.rules.measures import Measure
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Less, Line, Loss
from jixiao.rules.portion import exact
from jixiao.rules.ranges import Range
from jixiao.rules.scoring import Scoring

_MOST = 24  # rows that a reader can still take in
_CENT = Fraction(1, 100)


def samples_of(curve: Curve, weight: Fraction) -> list[Fraction]:
    """Numbers from the least to the greatest, at which the curve shows what it does for an indicator of `weight`."""
    domain = curve.domain()
    found = {number for number in _all(curve, weight) if domain.contains(number)}
    if curve.measure.whole_numbers:
        found = {number for number in found if number.denominator == 1}
    return sorted(found)[:_MOST]


def _all(curve: Curve, weight: Fraction) -> Iterator[Fraction]:
    measure, domain = curve.measure, curve.domain()
    beside = _beside(measure)
    for when, gives in curve.pieces:
        within = when.within(domain)
        for end, included, outward in ((within.low, within.low_included, -1), (within.high, within.high_included, 1)):
            if end is not None:
                yield end
                yield from _where_it_jumps(curve, end, end + (outward if included else -outward) * beside, weight)
        yield from _inside(gives, within, weight, measure)
    yield from (Fraction(0), Fraction(1)) if measure.percent else (Fraction(0),)


def _where_it_jumps(curve: Curve, end: Fraction, near: Fraction, weight: Fraction) -> Iterator[Fraction]:
    """The number beside an end, unless the score at both is as good as the same."""
    at_end, at_near = points_at(curve, end, weight), points_at(curve, near, weight)
    if curve.measure.whole_numbers or at_end is None or at_near is None or abs(at_end - at_near) > _CENT:
        yield near


def _beside(measure: Measure) -> Fraction:
    """How far beside an end is just beside it."""
    if measure.whole_numbers:
        return Fraction(1)
    return Fraction(1, 10_000) if measure.percent else Fraction(1, 100)


def _inside(gives: Giving, within: Range, weight: Fraction, measure: Measure) -> Iterator[Fraction]:
    if isinstance(gives, Line):
        anchors = [x for x, _ in gives.anchors]
        yield from (x for x in (*anchors, (anchors[0] + anchors[-1]) / 2) if within.contains(x))
    elif isinstance(gives, Loss):
        yield from (x for x in _along(gives, within, weight) if within.contains(x))
    elif not isinstance(gives, Fixed | Less):
        yield from (x for x in (2 * gives.target, 4 * gives.target) if within.contains(x))


def _along(loss: Loss, within: Range, weight: Fraction) -> Iterator[Fraction]:
    """One step and a half and two from where counting starts, where the most is lost, and where nothing is left."""
    away = 1 if within.low is not None and within.low >= loss.start else -1
    each, already = exact(loss.each.of(weight)), exact(loss.already.of(weight))
    for steps in (Fraction(1), Fraction(3, 2), Fraction(2)):
        yield loss.start + away * loss.per * steps
    most = weight if loss.at_most is None else exact(loss.at_most.of(weight))
    if each > 0:
        steps = (most - already) / each
        yield loss.start + away * loss.per * steps
        yield loss.start + away * loss.per * (steps + 1)


def points_at(curve: Curve, number: Fraction, weight: Fraction) -> Fraction | None:
    """The points of the curve at a number; None where no piece answers for it, or one that cannot be computed.

    >>> from jixiao.rules import Rule
    >>> tree = {"curve": {"of": "faults", "pieces": [{"when": "any", "loses": "0.5分", "per": "1个", "from": "0"}]}}
    >>> points_at(Rule.read({"text": "每个扣0.5分", "source": "ours", **tree}).part, Fraction(3), Fraction(5))
    Fraction(7, 2)
    """
    scoring = Scoring(weight, Evidence({}), traced=False)
    for when, gives in curve.pieces:
        if when.contains(number):
            return _points(gives, number, scoring, curve.measure)
    return None


def _points(gives: Giving, number: Fraction, scoring: Scoring, measure: Measure) -> Fraction | None:
    try:
        return exact(scoring.limited(gives.points(number, scoring, measure)))
    except ZeroDivisionError:  # a step without length, a line through one number: lint says what is wrong
        return None


def piece_at(curve: Curve, number: Fraction) -> Range | None:
    """The range of the piece that answers for a number."""
    return next((when for when, _ in curve.pieces if when.contains(number)), None)


def unit_of(curve: Curve) -> str:
    """The unit in which the rule counts (天, 人): "" where it names none."""
    return next((gives.unit for _, gives in curve.pieces if isinstance(gives, Loss) and gives.unit), "")
