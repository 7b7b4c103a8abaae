"""A stretch of a sentence that is read back: matched and split without losing where it stands in the original."""

import re
from dataclasses import dataclass
from functools import lru_cache

from jixiao.text import Normal

_DEEPEST = 40  # far beyond any rule in use; keeps hostile brackets from costing time
_BRACKETS = re.compile("[()]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of a normalised sentence. Names are taken from the original, in which they keep their blanks and width."""

    plain: Normal
    source: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The stretch as normalised."""
        return self.plain.text[self.start : self.end]

    @property
    def original(self) -> str:
        """The stretch as it was written."""
        start, end = self.plain.original(self.start, self.end)
        return self.source[start:end]

    def match(self, pattern: "re.Pattern[str]") -> "Found | None":
        """The pattern over the whole stretch."""
        match = pattern.fullmatch(self.plain.text, self.start, self.end)
        return None if match is None else Found(self, match)

    def split(self, sign: str) -> "list[Stretch]":
        """The stretch cut at every `sign` that stands outside brackets and quotation marks."""
        pieces, start, brackets, quotes = [], self.start, 0, 0
        for match in _signs(sign).finditer(self.plain.text, self.start, self.end):
            found = match[0]
            if found in "“”":
                quotes += 1 if found == "“" else -1
            elif quotes == 0 and found in "()":
                brackets += 1 if found == "(" else -1
            elif quotes == 0 and brackets == 0:
                pieces.append(self.between(start, match.start()))
                start = match.end()
        return [*pieces, self.between(start, self.end)]

    def between(self, start: int, end: int) -> "Stretch":
        """The stretch between two places of the sentence."""
        return Stretch(self.plain, self.source, start, end)


class Found:
    """A pattern that was found: what its groups matched, as text or as stretches."""

    __slots__ = ("_match", "_whole")

    def __init__(self, whole: Stretch, match: "re.Match[str]") -> None:
        self._whole = whole
        self._match = match

    def __contains__(self, name: str) -> bool:
        return self._match[name] is not None

    def __getitem__(self, name: str) -> str:
        """The text of the group, "" where it matched nothing."""
        return self._match[name] or ""

    def stretch(self, name: str) -> Stretch:
        """The stretch of a group that matched."""
        return self._whole.between(*self._match.span(name))


def nests_too_deep(text: str) -> bool:
    """Whether brackets stand in each other deeper than any rule needs."""
    depth = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket == "(" else -1
        if depth > _DEEPEST:
            return True
    return False


@lru_cache(maxsize=8)
def _signs(sign: str) -> "re.Pattern[str]":
    return re.compile(f"[“”(){sign}]")
