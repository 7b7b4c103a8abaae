"""What every part of a rule can do, and how parts inside parts are written."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Protocol

from jixiao.packs.trees import Tree
from jixiao.rules.portion import Number
from jixiao.rules.scoring import Scoring


class Part(Protocol):
    """What every part of a rule can do."""

    def points(self, scoring: Scoring) -> Number:
        """The points earned, before they are limited to the weight; raises Lacking or NotAllowed."""

    def lint(self, weight: Fraction) -> Iterator[str]:
        """What is wrong with the part for an indicator of this weight, as Chinese phrases."""

    def spec(self) -> tuple[str, Tree]:
        """The formal form: the key of the part and its tree."""


def tree_of(part: Part) -> dict[str, Tree]:
    """The formal form of a part as one mapping."""
    key, tree = part.spec()
    return {key: tree}
