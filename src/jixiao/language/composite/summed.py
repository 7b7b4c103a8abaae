"""Rules one behind the other, each with the points it earns at most, which together are the weight."""

import re
from fractions import Fraction

from jixiao.language.composite.announced import SUM
from jixiao.language.composite.checkpoints import DATE
from jixiao.language.composite.proportions import as_rule
from jixiao.language.numerals import ARABIC, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.combined import Parts, Share
from jixiao.rules.portion import Portion

_EARNED = re.compile(rf"[得计占]\(?(?P<points>{ARABIC})分")
_OF_ANY = re.compile("任[一何意]")
_DATED = re.compile(rf"^{DATE}(?:前|止|,)?")
_NAME = re.compile(r"^[\u4e00-\u9fff“”]{2,16}?(?=占|达|得|[(:,≥≤><=\d]|不低于|不超过|每)")
_OWN_SHARE = re.compile(rf"^(?P<name>[^,;。:\d]+?)占(?:{ARABIC})分[,:]")


def claims(sentence: Sentence) -> bool:
    """Whether the points of the rules are the weight together, and are added up, or are for one date each."""
    summed = SUM.search(sentence.text.rstrip("。"))
    rules = _rules(sentence.text)
    dated = all(_DATED.match(rule) for rule in rules)
    if len(rules) < 2 or not (summed or dated) or _OF_ANY.search(rules[-1]) or sentence.beside.weight is None:
        return False
    return all(_EARNED.search(rule) for rule in rules) and sum(map(_worth, rules)) == sentence.beside.weight


def understood(sentence: Sentence) -> Understood:
    """A part for each rule, worth the most that it earns."""
    notes: list[str] = []
    shares = []
    for number, rule in enumerate(_rules(sentence.text), 1):
        own = _DATED.sub("", _OWN_SHARE.sub(r"\g<name>", rule))
        inner = sentence.within(as_rule(own), _worth(rule))
        notes += inner.notes
        shares.append(Share(_name(rule, number), Portion(_worth(rule), in_points=True), inner.part))
    return Understood(Parts(tuple(shares)), list(dict.fromkeys(notes)))


def _name(rule: str, number: int) -> str:
    named = _DATED.match(rule) or _NAME.match(rule)
    return named.group().rstrip("前止,") if named else f"第{number}部分"


def _rules(text: str) -> list[str]:
    return [rule for rule in re.split("[;。\n]", SUM.sub("", text.rstrip("。"))) if rule]


def _worth(rule: str) -> Fraction:
    return max(number_of(match["points"]) for match in _EARNED.finditer(rule))
