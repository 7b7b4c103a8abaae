"""A rule's sentence on its way to a rule: its words, the cells beside it, and what a family of rules makes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.rules.parts import Part

DEEPEST = 3
"""How many rules deep a sentence may go; people write two."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The cells beside the sentence of a rule: the indicator's criteria, target (as printed) and weight."""

    criteria: tuple[str, ...] = ()
    target: str = ""
    weight: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A normalised sentence with the cells beside it; `reader` reads the rules inside it, `depth` rules deep."""

    text: str
    beside: Beside = Beside()
    reader: "Callable[[Sentence], Understood] | None" = None
    depth: int = 0

    def within(self, text: str, weight: Fraction | None = None) -> "Understood":
        """What a rule inside this one comes to, for the weight of its own part."""
        assert self.reader is not None
        if self.depth == DEEPEST:
            raise NotUnderstood("规则套规则的层数过多，没有读懂", text)
        return self.reader(Sentence(text, replace(self.beside, weight=weight), self.reader, self.depth + 1))

    def part(self, text: str) -> "Sentence":
        """Some of the sentence, beside the same cells."""
        return Sentence(text, self.beside)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence comes to: the part of the rule algebra, notes on choices, what is earned if not involved."""

    part: Part
    notes: Sequence[str] = ()
    not_applicable: str | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """A family of rules: which sentences it claims, and how it reads them (raising NotUnderstood)."""

    claims: Callable[[Sentence], bool]
    read: Callable[[Sentence], Understood]
