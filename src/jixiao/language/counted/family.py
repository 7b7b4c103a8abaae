"""Which sentences count events of several kinds, or add points for merits."""

from jixiao.language.counted import kinds, merits
from jixiao.language.sentences import Sentence, Understood


def claims(sentence: Sentence) -> bool:
    """Whether the words of the sentence are of this family."""
    return kinds.claims(sentence) or merits.claims(sentence)


def understood(sentence: Sentence) -> Understood:
    """What the sentence comes to; NotUnderstood where it states no such rule."""
    return kinds.understood(sentence) if kinds.claims(sentence) else merits.understood(sentence)
