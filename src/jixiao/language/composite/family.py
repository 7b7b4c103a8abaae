"""Which sentences are made of several rules, and in which way."""

from collections.abc import Callable

from jixiao.language.composite import (
    alternatives,
    announced,
    checkpoints,
    harm,
    ownparts,
    parts,
    stages,
    states,
    summed,
    units,
    vetoes,
)
from jixiao.language.sentences import Sentence, Understood

_WAYS: tuple[tuple[Callable[[Sentence], bool], Callable[[Sentence], Understood]], ...] = (
    (units.claims, units.understood),
    (alternatives.claims, alternatives.understood),
    (harm.claims, harm.understood),
    (states.claims, states.understood),
    (stages.claims, stages.understood),
    (summed.claims, summed.understood),
    (ownparts.claims, ownparts.understood),
    (checkpoints.claims, checkpoints.understood),
    (announced.claims, announced.understood),
    (parts.claims, parts.understood),
    (vetoes.claims, vetoes.understood),
)


def claims(sentence: Sentence) -> bool:
    """Whether the words of the sentence are of this family."""
    return any(claim(sentence) for claim, _ in _WAYS)


def understood(sentence: Sentence) -> Understood:
    """What the sentence comes to; NotUnderstood where it states no such rule."""
    return next(read for claim, read in _WAYS if claim(sentence))(sentence)
