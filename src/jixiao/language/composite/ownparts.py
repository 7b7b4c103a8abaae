"""Rules one behind the other, each for a part of its own: one asks for a condition, the next for a rate.

Either every rule says that only its own part is lost (该部分不得分), or conditions stand beside rates, so that they are
no tiers of one thing; together they earn the weight.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from jixiao.language.composite.announced import worth
from jixiao.language.composite.proportions import as_rule
from jixiao.language.numerals import ARABIC, number_of
from jixiao.language.points.namelists import share_words
from jixiao.language.points.outline import outline_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.combined import Parts, Share
from jixiao.rules.portion import Portion

_OF_WEIGHT = "(?:权重分值?|权重|分值|标准分|满分)"
_EARNED = re.compile(
    rf"[得计占](?:(?P<points>{ARABIC})分(?!之)|{_OF_WEIGHT}的?(?P<share>{ARABIC})%|(?P<of>{ARABIC})%的?{_OF_WEIGHT})"
)
_OWN_LOSS = re.compile("(?:该|此|本)(?:部分|要点|项要求)(?:均|一律|直接|即)?(?=不得分|不计分|[得计]0分)")
_OTHERWISE = re.compile("不得分|不计分|否则|反之|扣|[得计](?:0|零)分")
_TIER = re.compile(
    "^(?:未|没有|不|否则|反之|其他|其余|低于|小于|超过|不足|全部|部分|基本|提前|按[时期]|及时|逾期|延迟|[优良中差好])|较|一般"
)
_OF_EACH = re.compile("(?:以上|上述)?[各每均]")
_FIGURE = re.compile(r"\d%|[<>≤≥]")
_NAME = re.compile(r"^[^,;。:<>≤≥=\d]{2,24}?(?=的?(?:得|达到|不低于|不少于|不超过|,|[<>≤≥=\d]))")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule and the portion of the weight that it is for."""

    text: str
    portion: Portion

    @property
    def name(self) -> str:
        """What it asks for, as far as its first figure."""
        found = _NAME.match(self.text)
        return found.group() if found else self.text[:2]


def claims(sentence: Sentence) -> bool:
    """Whether rules follow upon each other that are each for a part of the weight."""
    rules = _rules(sentence.text)
    if len(rules) < 2 or not _is_whole(rules, sentence.beside.weight):
        return False
    if all(_OWN_LOSS.search(rule.text) for rule in rules):
        return True
    rates = [_FIGURE.search(_EARNED.sub("", rule.text)) is not None for rule in rules]
    return any(rates) and not all(rates) and _are_apart(rules)


def _are_apart(rules: Sequence[_Rule]) -> bool:
    """Whether no two rules speak of one thing, as tiers do (全部完成得3分, 完成80%以上得2分)."""
    if any(_TIER.search(rule.text) for rule in rules):
        return False
    return not any(share_words(one.name, other.name) for one, other in combinations(rules, 2))


def understood(sentence: Sentence) -> Understood:
    """A part for each rule; what is said to earn its share earns nothing otherwise."""
    notes: list[str] = []
    shares = []
    for rule in _rules(sentence.text):
        inner = sentence.within(as_rule(_alone(rule)), worth(rule.portion, sentence.beside.weight))
        notes += inner.notes
        shares.append(Share(rule.name, rule.portion, inner.part))
    return Understood(Parts(tuple(shares)), list(dict.fromkeys(notes)))


@lru_cache(maxsize=16)
def _rules(text: str) -> tuple[_Rule, ...]:
    """The rules of a text; none where one of them earns no share or several."""
    rules = []
    for piece in filter(None, (piece.strip(" ,;。") for piece in _pieces(text))):
        earned = list(_EARNED.finditer(piece))
        if len(earned) != 1:
            return ()
        rules.append(_Rule(piece, _portion(earned[0])))
    return tuple(rules)


def _pieces(text: str) -> Sequence[str]:
    """The text of every listed point, what follows the last being of its own, or every sentence."""
    outline = outline_of(text)
    if outline is None or outline.head.strip(",;。: "):
        return re.split("[;。\n]", text)
    if _OF_EACH.match(outline.tail):
        return ()
    *others, last = (item.text for item in outline.items)
    return [*others, last if last.endswith(outline.tail.strip(",;。")) else f"{last},{outline.tail}"]


def _portion(earned: "re.Match[str]") -> Portion:
    if earned["points"]:
        return Portion(number_of(earned["points"]), in_points=True)
    return Portion(number_of(earned["share"] or earned["of"]) / 100)


def _is_whole(rules: Sequence[_Rule], weight: Fraction | None) -> bool:
    """Whether the portions, none of which is nothing or all, make up the weight."""
    whole = weight if rules[0].portion.in_points else Fraction(1)
    amounts = [Fraction(rule.portion.amount) for rule in rules]
    alike = len({rule.portion.in_points for rule in rules}) == 1
    return alike and sum(amounts) == whole and all(0 < amount < (whole or 0) for amount in amounts)


def _alone(rule: _Rule) -> str:
    """The rule on its own: its share is all it can earn."""
    text = _EARNED.sub("得满分", _OWN_LOSS.sub("", rule.text))
    return text if _OTHERWISE.search(text) else f"{text},否则不得分"
