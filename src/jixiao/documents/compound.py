"""Compound files, which Office 97 to 2003 wrote: the streams at their top, as far as needed to know what they are."""

from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_MOST_ENTRIES = 10_000
_ROOT = 5
_END = 0xFFFFFFFA  # sector numbers from here on mean no sector
_FIRST_TABLES = 109  # sectors of the allocation table that the header itself names


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    before: int
    after: int
    below: int
    start: int


class CompoundFile:
    """A compound file; a damaged one has fewer streams, or none.

    `streams` are those at its top: a document that is embedded in another one stands deeper.
    """

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._size = 4096 if self._number(30, 2) == 12 else 512
        entries = list(self._entries())
        self._tops = {entry.name: entry for entry in _tops(entries)}
        self.streams = frozenset(self._tops)

    def beginning(self, stream: str, length: int) -> bytes:
        """The first bytes of a stream that is too long for the table of short ones."""
        at = (self._tops[stream].start + 1) * self._size
        return self._raw[at : at + length]

    def _number(self, at: int, length: int = 4) -> int:
        return int.from_bytes(self._raw[at : at + length], "little")

    def _entries(self) -> Iterator[_Entry]:
        sector = self._number(48)
        seen: set[int] = set()
        while sector < _END and sector not in seen and len(seen) * self._size < _MOST_ENTRIES * _ENTRY:
            seen.add(sector)
            begin = (sector + 1) * self._size
            if begin + self._size > len(self._raw):
                return
            for at in range(begin, begin + self._size, _ENTRY):
                yield self._entry(at)
            sector = self._next(sector)

    def _entry(self, at: int) -> _Entry:
        length = min(max(self._number(at + 64, 2) - 2, 0), 62)
        name = self._raw[at : at + length].decode("utf-16-le", "replace")
        links = (self._number(at + offset) for offset in (68, 72, 76, 116))
        return _Entry(name, self._number(at + 66, 1), *links)

    def _next(self, sector: int) -> int:
        """The sector that follows in the allocation table."""
        per_table = self._size // 4
        table = sector // per_table
        if table >= _FIRST_TABLES:
            return _END
        at = (self._number(76 + 4 * table) + 1) * self._size + 4 * (sector % per_table)
        return self._number(at) if at + 4 <= len(self._raw) else _END


def _tops(entries: list[_Entry]) -> Iterator[_Entry]:
    """The entries directly below the root, which hang together as a tree."""
    if not entries or entries[0].kind != _ROOT:
        return
    waiting, seen = [entries[0].below], {0}
    while waiting:
        at = waiting.pop()
        if at < len(entries) and at not in seen:
            seen.add(at)
            yield entries[at]
            waiting += [entries[at].before, entries[at].after]
