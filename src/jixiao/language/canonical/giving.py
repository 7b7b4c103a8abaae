"""What a piece of a curve gives, as a phrase: a portion, a formula, points of a line, a loss for every step."""

import re
from collections.abc import Callable
from fractions import Fraction

from jixiao.language.canonical.phrases import (
    AMOUNT,
    EARNED,
    NUMBER,
    RATE,
    amount,
    earned,
    points_apart,
    read_amount,
    read_earned,
)
from jixiao.language.canonical.stretch import Found, Stretch
from jixiao.language.canonical.subject import NAMES, name_of, read_figure
from jixiao.quantities import exact_text, parse_number, parse_rate
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Inverse, Less, Line, Loss
from jixiao.rules.portion import FULL, NOTHING, Portion, rate_text
from jixiao.rules.ranges import Range

# What it is called to go a step up, or down, from where counting starts.
_STEPS = {
    "delay": ("延误", "提前"),
    "rank": ("后移", "前移"),
    "excess": ("超", "少"),
    **dict.fromkeys(("count", "faults", "met", "unmet"), ("多", "少")),
}
_USUAL_STEPS = ("高", "低")
_EITHER_WAY = "偏离"
_SUBJECT = f"(?:{NAMES})(?:的绝对值)?"
_WORDS = "|".join({_EITHER_WAY, *_USUAL_STEPS, *(word for words in _STEPS.values() for word in words)})

_FIXED = re.compile(f"(?P<earned>{EARNED})")
_LESS = re.compile(f"扣(?P<lost>{AMOUNT})")
_RATIO = re.compile(rf"得分=权重分(?:×(?P<share>{RATE}))?×{_SUBJECT}(?:÷(?P<full>{RATE}))?")
_INVERSE = re.compile(f"得分=权重分×(?P<target>{RATE})÷{_SUBJECT}")
_LINE = re.compile(r"按直线插值计分\((?P<anchors>.+)\)")
_ANCHOR = re.compile(f"(?P<x>{RATE})(?P<earned>{EARNED})")
_LOSS = re.compile(
    rf"(?:在扣(?P<already>{AMOUNT})的基础上,)?(?:较(?P<start>{RATE}))?每(?P<word>{_WORDS})(?P<whole>满)?"
    rf"(?P<per>{NUMBER})(?P<unit>[^,;]*?)再?扣(?P<each>{AMOUNT})"
    rf"(?P<part>,不足[^,;]+)?(?:,最多扣(?P<at_most>{AMOUNT})|,扣完为止)"
)


def stands_alone(gives: Giving) -> bool:
    """Whether the phrase says by itself that it holds for every number."""
    return isinstance(gives, Line | Inverse | Loss)


def phrase_of(curve: Curve, when: Range, gives: Giving) -> str:
    """What is given where the number of the curve lies in `when`."""
    match gives:
        case Fixed(portion):
            return earned(portion)
        case Less(portion):
            return f"扣{amount(portion)}"
        case Inverse(target):
            return f"得分＝权重分×{curve.measure.text(target)}÷{name_of(curve)}"
        case Line(anchors):
            return _ratio(curve, gives) or f"按直线插值计分（{'，'.join(_anchor(curve, *each) for each in anchors)}）"
        case Loss():
            return _loss(curve, when, gives)


def _ratio(curve: Curve, line: Line) -> str:
    """A line from nothing at 0 as a formula; "" for any other."""
    (x, start), (full, end), *others = line.anchors
    if others or x != 0 or start != NOTHING or full <= 0 or end.in_points:
        return ""
    share = "" if end == FULL else f"×{rate_text(end.amount)}"
    return f"得分＝权重分{share}×{name_of(curve)}" + ("" if full == 1 else f"÷{curve.measure.text(full)}")


def _anchor(curve: Curve, x: Fraction, portion: Portion) -> str:
    return f"{curve.measure.text(x)}{earned(portion)}"


def _loss(curve: Curve, when: Range, loss: Loss) -> str:
    side, edge = _side(curve, when, loss.start)
    start = "" if edge == loss.start else f"较{curve.measure.text(loss.start)}"
    length = points_apart(loss.per) if curve.measure.percent else f"{exact_text(loss.per)}{loss.unit}"
    text = f"{start}每{side}{'满' if loss.steps == 'whole' else ''}{length}"
    if loss.already != NOTHING:
        text = f"在扣{amount(loss.already)}的基础上，{text}再"
    text += f"扣{amount(loss.each)}"
    if loss.steps != "proportional":
        text += f"，不足{length}的" + ("不扣分" if loss.steps == "whole" else f"按{length}计")
    return text + (f"，最多扣{amount(loss.at_most)}" if loss.at_most is not None else "，扣完为止")


def _side(curve: Curve, when: Range, start: Fraction) -> tuple[str, Fraction | None]:
    """The word for a step away from `start` in the range, and the end of the range at which steps begin."""
    within = when.within(curve.domain())
    up, down = _STEPS.get(curve.measure.key, _USUAL_STEPS)
    if within.low is not None and within.low >= start:
        return up, within.low
    if within.high is not None and within.high <= start:
        return down, within.high
    return _EITHER_WAY, None


def read_phrase(curve: Curve, when: Range, phrase: Stretch) -> Giving | None:
    """What `phrase_of` wrote for a curve over the same number; NumberError where a figure is none."""
    for pattern, read in _READERS:
        found = phrase.match(pattern)
        if found is not None:
            return read(curve, when, found)
    return None


def _read_ratio(curve: Curve, when: Range, found: Found) -> Giving:
    full = read_figure(curve.measure, found["full"]) if "full" in found else Fraction(1)
    end = Portion(parse_rate(found["share"])) if "share" in found else FULL
    return Line(((Fraction(0), NOTHING), (full, end)))


def _read_line(curve: Curve, when: Range, found: Found) -> Giving | None:
    anchors = [anchor.match(_ANCHOR) for anchor in found.stretch("anchors").split(",")]
    if any(anchor is None for anchor in anchors):
        return None
    return Line(tuple((read_figure(curve.measure, each["x"]), read_earned(each["earned"])) for each in anchors if each))


def _read_loss(curve: Curve, when: Range, found: Found) -> Giving | None:
    start = read_figure(curve.measure, found["start"]) if "start" in found else _edge(curve, when, found["word"])
    if start is None:
        return None
    per = parse_number(found["per"])
    steps = "whole" if "whole" in found else "started" if "part" in found else "proportional"
    return Loss(
        start,
        per / 100 if curve.measure.percent else per,
        read_amount(found["each"]),
        "" if curve.measure.percent else found["unit"],
        steps,
        read_amount(found["already"]) if "already" in found else NOTHING,
        read_amount(found["at_most"]) if "at_most" in found else None,
    )


def _edge(curve: Curve, when: Range, word: str) -> Fraction | None:
    """Where steps in the direction of `word` begin."""
    within = when.within(curve.domain())
    up, _ = _STEPS.get(curve.measure.key, _USUAL_STEPS)
    return within.low if word == up else within.high


_READERS: tuple[tuple["re.Pattern[str]", Callable[[Curve, Range, Found], Giving | None]], ...] = (
    (_FIXED, lambda curve, when, found: Fixed(read_earned(found["earned"]))),
    (_LESS, lambda curve, when, found: Less(read_amount(found["lost"]))),
    (_LOSS, _read_loss),
    (_RATIO, _read_ratio),
    (_INVERSE, lambda curve, when, found: Inverse(read_figure(curve.measure, found["target"]))),
    (_LINE, _read_line),
)
