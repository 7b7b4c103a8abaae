"""A rule's sentence on its way to a rule: its words, the cells beside it, and what a family of rules makes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from jixiao.language.clauses import Clause, clauses_of
from jixiao.language.statements import Statement, statements_of
from jixiao.language.tokens import Token, tokens_of
from jixiao.rules.parts import Part


@dataclass(frozen=True, slots=True)
class Beside:
    """The cells beside the sentence of a rule: the indicator's criteria, target (as printed) and weight."""

    criteria: tuple[str, ...] = ()
    target: str = ""
    weight: Fraction | None = None


@dataclass(frozen=True)
class Sentence:
    """A normalised sentence with the cells beside it; its words, clauses and statements are found when asked for."""

    text: str
    beside: Beside = Beside()
    reader: "Callable[[Sentence], Understood] | None" = None

    def within(self, text: str, weight: Fraction | None = None) -> "Understood":
        """What a rule inside this one comes to, for the weight of its own part."""
        assert self.reader is not None
        return self.reader(Sentence(text, replace(self.beside, weight=weight), self.reader))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence."""
        return tokens_of(self.text)

    @cached_property
    def letters(self) -> str:
        """The kinds of the words, one letter each."""
        return "".join(token.kind for token in self.tokens)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses: what stands before an effect, and the effect."""
        return tuple(clauses_of(self.tokens))

    @cached_property
    def statements(self) -> list[Statement]:
        """The clauses understood; NotUnderstood where words are left over that do nothing."""
        return statements_of(self.text)

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
