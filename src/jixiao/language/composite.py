"""Rules made of rules: parts with shares, units and projects, dates, the lower of two."""

from jixiao.language.sentences import Sentence, Understood
from jixiao.language.statements import NotUnderstood


def claims(sentence: Sentence) -> bool:
    """Whether the words of the sentence are of this family."""
    return False


def understood(sentence: Sentence) -> Understood:
    """What the sentence comes to; NotUnderstood where it states no such rule."""
    raise NotUnderstood("没有读懂这条规则", sentence.text)
