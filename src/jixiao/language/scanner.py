"""Finding words of many kinds in a text: at each character only the kinds that may begin with it are tried."""

import re
from collections.abc import Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_ZERO_WIDTH = {"AT", "ASSERT", "ASSERT_NOT"}


class Scanner:
    """Patterns in the order in which they are tried, as in `"|".join(patterns)`; each match tells which one it was.

    >>> scanner = Scanner(["不得分", "得|不得", r"\\d+分"])
    >>> [(number, match.group()) for number, match in scanner.scan("不得分,得5分")]
    [(0, '不得分'), (1, '得'), (2, '5分')]
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        compiled = [(number, re.compile(pattern)) for number, pattern in enumerate(patterns)]
        begins = [beginnings(pattern) for pattern in patterns]
        self._anywhere = [each for each, characters in zip(compiled, begins, strict=True) if characters is None]
        self._by_character = {
            character: [each for each, some in zip(compiled, begins, strict=True) if some is None or character in some]
            for character in set().union(*(some for some in begins if some is not None))
        }

    def scan(self, text: str) -> Iterator[tuple[int, "re.Match[str]"]]:
        """The matches from left to right, none overlapping, each with the number of its pattern."""
        place, end = 0, len(text)
        by_character, anywhere = self._by_character, self._anywhere
        while place < end:
            for number, pattern in by_character.get(text[place], anywhere):
                match = pattern.match(text, place)
                if match is not None:
                    yield number, match
                    place = match.end()
                    break
            else:
                place += 1


def beginnings(pattern: str) -> set[str] | None:
    """The characters with which a match may begin; None where any may, ValueError where a match may be empty.

    >>> sorted(beginnings("(?:不|未)?得分|[甲乙]|(?<=第)一"))
    ['一', '不', '乙', '得', '未', '甲']
    """
    try:
        characters, may_be_empty = _of_sequence(_parser.parse(pattern))
    except _AnyCharacter:
        return None
    if may_be_empty:
        raise ValueError(f"{pattern} may match nothing")
    return characters


class _AnyCharacter(Exception):
    """A piece of a pattern that may begin with any character."""


def _of_sequence(parsed: Any) -> tuple[set[str], bool]:
    """What a sequence of parsed pieces may begin with, and whether all of it may be empty."""
    characters: set[str] = set()
    for piece in parsed:
        some, may_be_empty = _of_piece(str(piece[0]), piece[1])
        characters |= some
        if not may_be_empty:
            return characters, False
    return characters, True


def _of_piece(kind: str, value: Any) -> tuple[set[str], bool]:
    if kind == "LITERAL":
        return {chr(value)}, False
    if kind == "IN":
        return {character for each in value for character in _of_class(str(each[0]), each[1])}, False
    if kind in _ZERO_WIDTH:
        return set(), True
    if kind == "BRANCH":
        ways = [_of_sequence(way) for way in value[1]]
        return set().union(*(some for some, _ in ways)), any(may_be_empty for _, may_be_empty in ways)
    if kind == "SUBPATTERN":
        return _of_sequence(value[-1])
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, repeated = value
        characters, may_be_empty = _of_sequence(repeated)
        return characters, may_be_empty or least == 0
    raise _AnyCharacter


def _of_class(kind: str, value: Any) -> Iterator[str]:
    if kind == "LITERAL":
        yield chr(value)
    elif kind == "RANGE":
        yield from map(chr, range(value[0], value[1] + 1))
    elif kind == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
        yield from "0123456789"
    else:
        raise _AnyCharacter
