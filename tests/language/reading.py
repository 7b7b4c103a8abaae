"""Helpers of the tests of reading: what a sentence gives for an input, and marks of points in a few characters."""

from collections.abc import Mapping
from fractions import Fraction

from jixiao.language import Read, Unread, parse_rule
from jixiao.rules import Evidence, NotScored, Rule, Scored

_MARKS = {"+": True, "-": False, "1": "符合", "~": "基本符合", "0": "不符合"}
CRITERIA = ("①有制度", "②有记录", "③手续合规", "④执行有效", "⑤报送及时")


def marks(written: str) -> list[object]:
    """Points as judged: + met, - not; 1 ~ 0 met, partly, not; [..] the points of a point.

    >>> marks("+[+-]"), marks("1~")
    ([True, [True, False]], ['符合', '基本符合'])
    """
    outer: list[object] = []
    inner: list[object] | None = None
    for sign in written:
        if sign == "[":
            inner = []
        elif sign == "]":
            outer.append(inner)
            inner = None
        else:
            (outer if inner is None else inner).append(_MARKS[sign])
    return outer


def read(sentence: str, weight: str = "5", criteria: int = 0, target: str = "") -> Read:
    """The sentence read; a sentence that stays unread fails the test with why."""
    understood = parse_rule(sentence, criteria=CRITERIA[:criteria], target=target, weight=Fraction(weight))
    assert isinstance(understood, Read), f"{sentence}：{understood.why}"
    return understood


def why_unread(sentence: str, weight: str = "5", criteria: int = 0) -> str:
    """Why the sentence stays unread, which it must."""
    understood = parse_rule(sentence, criteria=CRITERIA[:criteria], weight=Fraction(weight))
    assert isinstance(understood, Unread), f"{sentence}：{understood.canonical}"
    return understood.why


def score(sentence: str, weight: str, evidence: Mapping[str, object], criteria: int = 0) -> str:
    """What the sentence gives for the evidence, or why it gives nothing."""
    rule = read(sentence, weight, criteria).rule
    assert isinstance(rule, Rule)
    outcome = rule.apply(Fraction(weight), Evidence(evidence))
    if isinstance(outcome, Scored):
        return f"{outcome.score:.2f}"
    assert isinstance(outcome, NotScored)
    return outcome.why
