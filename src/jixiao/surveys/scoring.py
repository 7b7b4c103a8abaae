"""What a scoring rule makes of a satisfaction, and whether the sample decides its score."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from jixiao.language.targets import lacks_target
from jixiao.rules import Evidence, Rule
from jixiao.rules import Scored as Points
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Line, Loss
from jixiao.surveys.results import Interval, Method, Scored
from jixiao.surveys.study import ScoringRule

_AGAINST_TARGET = frozenset(("to_target", "margin"))
"""The measures of rules whose target is written nowhere."""
_OF_A_RATE = _AGAINST_TARGET | {"rate", "completion", "mark"}
"""The measures that a satisfaction can be."""
_MOST = 10
"""No rule asks for a satisfaction of 1,000 %: a target of 90 without % was read as one of 9,000 %."""
_RATE = re.compile(r"\d+(?:\.\d+)?\s*[%％]")
_BESIDE = Fraction(1, 10**9)
"""Nearer to an edge than any composite can be told from it in print."""


def scored_by(rule: ScoringRule, value: Fraction, interval: Interval | None) -> Scored:
    """The score of a value and the least and greatest within its interval; `why` where the rule gives none.

    >>> from jixiao.surveys.study import ScoringRule
    >>> rule = ScoringRule(text="满意度达到90%得满分，80%至90%得60%权重分，低于80%不得分。", weight=Fraction(10))
    >>> interval = Interval(Fraction(86, 100), Fraction(92, 100), Fraction(95, 100), Method.BOOTSTRAP)
    >>> scored = scored_by(rule, Fraction(89, 100), interval)
    >>> str(scored.score), str(scored.low_score), str(scored.high_score), scored.is_settled
    ('6', '6', '10', False)
    """
    read = _rule_of(rule)
    if isinstance(read, str):
        return Scored(rule, value, None, None, None, None, read, interval)
    executed, curve = read
    points = _points(executed, rule, value)
    if isinstance(points, str):
        return Scored(rule, value, None, None, None, None, points, interval)
    if interval is None or interval.method is Method.NONE:
        return Scored(rule, value, points, None, None, None, interval=interval)
    scores = {_points(executed, rule, each) for each in _worth_looking_at(curve, interval)}
    known = [score for score in scores if not isinstance(score, str)]
    return Scored(rule, value, points, min(known), max(known), len(scores) == 1, interval=interval)


def _rule_of(rule: ScoringRule) -> tuple[Rule, Curve] | str:
    """The rule as it is applied, with its curve over the satisfaction; or why it is not."""
    from jixiao.language import Unread, parse_rule  # loads the grammar: only where a rule is there to be read

    reading = parse_rule(rule.text, target=rule.target, weight=rule.weight)
    if isinstance(reading, Unread):
        start, end = reading.span
        return f"评分规则没有读懂：{reading.why}（“{rule.text[start:end].strip()}”）"
    if not isinstance(reading.rule, Rule):
        return "这是关于总分的规则，不能用来给一个指标计分"
    part = reading.rule.part
    if not isinstance(part, Curve):
        return "评分规则不是只看满意度的数值，请在要点认定中打分"
    if part.measure.key not in _OF_A_RATE:
        return f"评分规则看的是“{part.measure.name}”，不是满意度"
    divides = lacks_target(rule.text, "") and len(_RATE.findall(rule.target)) != 1
    if divides or part.measure.key in _AGAINST_TARGET or max(_edges(part), default=Fraction(0)) > _MOST:
        return "评分规则要与目标值比较，而没有写明一个带 % 的目标值（target）"
    complaints = list(reading.rule.lint(rule.weight))
    return "；".join(complaints) if complaints else (reading.rule, part)


def _points(rule: Rule, stated: ScoringRule, value: Fraction) -> Fraction | str:
    """The points of a value, rounded as a score is; or why there are none."""
    outcome = rule.apply(stated.weight, Evidence({"rate": value}), traced=False)
    return Fraction(outcome.score) if isinstance(outcome, Points) else outcome.why


def _worth_looking_at(curve: Curve, interval: Interval) -> list[Fraction]:
    """Values that show every score within the interval: its ends, the edges of the rule, just beside and between them.

    Between two edges a curve only rises or only falls, so that its least and greatest are beside the edges.
    """
    inside = sorted({edge for edge in _edges(curve) if interval.low < edge < interval.high})
    stops = [interval.low, *inside, interval.high]
    beside = [near for edge in inside for near in (edge - _BESIDE, edge + _BESIDE)]
    between = [(low + high) / 2 for low, high in pairwise(stops)]
    return [each for each in (*stops, *beside, *between) if interval.low <= each <= interval.high]


def _edges(curve: Curve) -> Iterator[Fraction]:
    """The satisfactions at which the rule turns."""
    for when, gives in curve.pieces:
        yield from (end for end in (when.low, when.high) if end is not None)
        if isinstance(gives, Line):
            yield from (x for x, _ in gives.anchors)
        elif isinstance(gives, Loss):
            yield gives.start
