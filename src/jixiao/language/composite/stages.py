"""Stages of the year in sections of their own, each headed by its name and with tiers for its progress."""

import re
from collections.abc import Sequence
from fractions import Fraction

from jixiao.language.composite.checkpoints import DATE
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.combined import Parts, Share
from jixiao.rules.portion import Portion

_HEAD = re.compile(rf"(?:^|(?<=[;。\n]))(?P<stage>{DATE})[^,;。:\d]{{0,8}}:")
_EARNED = re.compile(rf"[得计](?P<points>{ARABIC})分")


def claims(sentence: Sentence) -> bool:
    """Whether the sentence has a section for each of two stages or more, and says nothing before them."""
    heads = _heads(sentence.text)
    return len(heads) > 1 and heads[0].start() == 0


def understood(sentence: Sentence) -> Understood:
    """A part for every stage, worth the most that its section earns; together they must be worth the weight."""
    heads = _heads(sentence.text)
    ends = [*(head.start() for head in heads[1:]), len(sentence.text)]
    sections = [sentence.text[head.end() : end] for head, end in zip(heads, ends, strict=True)]
    worth = [_worth(section) for section in sections]
    if sentence.beside.weight is not None and sum(worth) != sentence.beside.weight:
        raise NotUnderstood("各阶段的分值合计不等于权重分", sentence.text)
    inner = [sentence.within(section, points) for section, points in zip(sections, worth, strict=True)]
    shares = tuple(
        Share(head["stage"], Portion(points, in_points=True), rule.part)
        for head, points, rule in zip(heads, worth, inner, strict=True)
    )
    return Understood(Parts(shares), list(dict.fromkeys(note for rule in inner for note in rule.notes)))


def _heads(text: str) -> Sequence["re.Match[str]"]:
    return list(_HEAD.finditer(text))


def _worth(section: str) -> Fraction:
    """The most that a section earns."""
    earned = [number_of(match["points"]) for match in _EARNED.finditer(section)]
    if not earned:
        raise NotUnderstood("没有写明这一阶段得多少分", section)
    return max(earned)
