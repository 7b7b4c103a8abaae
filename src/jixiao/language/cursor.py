"""Walking over the tokens of a sentence: phrases are patterns over the letters of their kinds."""

import re
from collections.abc import Sequence

from jixiao.language.tokens import Token


class Cursor:
    """A place among tokens. `take` steps over a phrase if it stands here, and otherwise leaves everything as it is."""

    __slots__ = ("at", "letters", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.letters = "".join(token.kind for token in tokens)
        self.at = 0

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.tokens)

    def take(self, phrase: "re.Pattern[str]") -> "Phrase | None":
        """The phrase that begins here, stepped over; None where it does not stand here."""
        match = phrase.match(self.letters, self.at)
        if match is None:
            return None
        self.at = match.end()
        return Phrase(self.tokens, match)

    def sees(self, phrase: "re.Pattern[str]") -> bool:
        """Whether the phrase begins here."""
        return phrase.match(self.letters, self.at) is not None

    def text(self, start: int, end: int) -> str:
        """The words between two places."""
        return "".join(token.text for token in self.tokens[start:end])


class Phrase:
    """A phrase that was found: its tokens by the names of the pattern's groups."""

    __slots__ = ("_match", "_tokens")

    def __init__(self, tokens: Sequence[Token], match: "re.Match[str]") -> None:
        self._tokens = tokens
        self._match = match

    def __contains__(self, name: str) -> bool:
        return bool(self._match[name])

    def __getitem__(self, name: str) -> Token:
        """The token of the group `name`, which must have been found."""
        return self._tokens[self._match.start(name)]

    def text(self, name: str | int = 0) -> str:
        """The words of a group, "" where it was not found."""
        start, end = self._match.span(name)
        return "".join(token.text for token in self._tokens[start:end]) if start >= 0 else ""

    def kinds(self, name: str | int = 0) -> str:
        """The letters of a group."""
        return self._match[name] or ""
