"""A sentence as clauses: in which situation the score becomes what."""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.language.cursor import Cursor
from jixiao.language.effects import Effect, take_effect
from jixiao.language.tokens import Token

_BETWEEN = ",;e"


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a situation (none: always, or as before) and the effect; the last clause may have none."""

    situation: tuple[Token, ...]
    effect: Effect | None
    ends_sentence: bool = False

    @property
    def letters(self) -> str:
        """The kinds of the situation's words."""
        return "".join(token.kind for token in self.situation)

    @property
    def text(self) -> str:
        """The words of the situation."""
        return "".join(token.text for token in self.situation)


def clauses_of(tokens: tuple[Token, ...]) -> Iterator[Clause]:
    """The clauses in order; every token but the signs between clauses belongs to one."""
    cursor = Cursor(tokens)
    begin = 0
    while not cursor.done:
        end = cursor.at
        effect = take_effect(cursor)
        if effect is None:
            cursor.at += 1
            continue
        yield Clause(trimmed(tokens[begin:end]), effect)
        begin = cursor.at
    rest = trimmed(tokens[begin:])
    if rest:
        yield Clause(rest, None)


def trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the signs at either end."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].kind in _BETWEEN:
        start += 1
    while end > start and tokens[end - 1].kind in _BETWEEN:
        end -= 1
    return tokens[start:end]
