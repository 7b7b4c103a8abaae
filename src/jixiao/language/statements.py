"""A sentence as statements: each a situation and what it does to the score, with the words it was read from."""

from dataclasses import dataclass

from jixiao.language.clauses import Clause, clauses_of
from jixiao.language.effects import Effect
from jixiao.language.situations import Situation, situation_of
from jixiao.language.tokens import tokens_of


class NotUnderstood(Exception):
    """The words do not make a rule; the text says why, in Chinese. `words` are those that were not understood."""

    def __init__(self, why: str, words: str = "") -> None:
        super().__init__(why)
        self.words = words


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause understood: its situation, its effect, and the words of its situation."""

    situation: Situation
    effect: Effect
    words: str = ""


def statements_of(text: str) -> list[Statement]:
    """The statements of a normalised sentence; NotUnderstood where words are left over that do nothing."""
    return [statement_of(clause) for clause in clauses_of(tokens_of(text))]


def statement_of(clause: Clause) -> Statement:
    """One clause understood; NotUnderstood where it has no effect."""
    if clause.effect is None:
        raise NotUnderstood(f"“{clause.text}”没有说明怎样计分", clause.text)
    return Statement(situation_of(clause), clause.effect, clause.text)
