"""Rules about the total as sentences: penalties and merits, caps, the gate of payment, rescaling."""

import re

from jixiao.language.canonical.phrases import AMOUNT, NAME, NUMBER, amount, quoted, read_amount, read_quoted
from jixiao.language.canonical.stretch import Stretch
from jixiao.quantities import exact_text, parse_number
from jixiao.rules.totals import Adjustment, Cap, PayGate, Rescaling, TotalRule

_RESCALED = "不计分，总分＝其余指标的得分之和÷其余指标的分值之和×100"

_ADJUSTMENT = re.compile(
    f"(?P<name>{NAME})每次(?:从总分中(?P<penalty>扣)|在总分上加)(?P<each>{AMOUNT})(?:,最多[扣加](?P<at_most>{AMOUNT}))?"
)
_CAP = re.compile(f"出现(?P<name>{NAME})的,(?:等级最高为(?P<grade>{NAME})|总分最高(?P<score>{NUMBER})分)")
_GATE = re.compile(f"总分达到(?P<score>{NUMBER})分的,全额(?P<name>{NAME})")
_BELOW = re.compile(f"未达到的,按总分÷{NUMBER}分的比例{NAME}")
_RESCALING = re.compile(f"(?P<name>{NAME}){_RESCALED.replace('，', ',').replace('＝', '=')}")


def write_total(rule: TotalRule) -> str:
    """What the rule does to the total.

    >>> from jixiao.rules import read_total_rules
    >>> write_total(read_total_rules([{"name": "拒不整改", "penalty": "2分", "at_most": "6分"}])[0])
    '“拒不整改”每次从总分中扣2分，最多扣6分'
    """
    match rule:
        case Adjustment(name, each, at_most, penalty):
            sign = "扣" if penalty else "加"
            limit = f"，最多{sign}{amount(at_most)}" if at_most is not None else ""
            return f"{quoted(name)}每次{'从总分中扣' if penalty else '在总分上加'}{amount(each)}{limit}"
        case Cap(name, grade, score):
            left = f"等级最高为{quoted(grade)}" if grade is not None else f"总分最高{exact_text(score or 0)}分"
            return f"出现{quoted(name)}的，{left}"
        case PayGate(name, score, in_proportion):
            below = f"；未达到的，按总分÷{exact_text(score)}分的比例{quoted(name)}" if in_proportion else ""
            return f"总分达到{exact_text(score)}分的，全额{quoted(name)}{below}"
        case Rescaling(name):
            return f"{quoted(name)}{_RESCALED}"


def read_total(stretch: Stretch) -> TotalRule | None:
    """The rule about the total whose sentence this is."""
    return _adjustment(stretch) or _cap(stretch) or _gate(stretch) or _rescaling(stretch)


def _adjustment(stretch: Stretch) -> TotalRule | None:
    found = stretch.match(_ADJUSTMENT)
    if found is None:
        return None
    at_most = read_amount(found["at_most"]) if "at_most" in found else None
    return Adjustment(read_quoted(found, "name"), read_amount(found["each"]), at_most, "penalty" in found)


def _cap(stretch: Stretch) -> TotalRule | None:
    found = stretch.match(_CAP)
    if found is None:
        return None
    name = read_quoted(found, "name")
    if "grade" in found:
        return Cap(name, read_quoted(found, "grade"), None)
    return Cap(name, None, parse_number(found["score"]))


def _gate(stretch: Stretch) -> TotalRule | None:
    first, *others = stretch.split(";")
    found = first.match(_GATE)
    if found is None or not all(other.match(_BELOW) for other in others):
        return None
    return PayGate(read_quoted(found, "name"), parse_number(found["score"]), bool(others))


def _rescaling(stretch: Stretch) -> TotalRule | None:
    found = stretch.match(_RESCALING)
    return None if found is None else Rescaling(read_quoted(found, "name"))
