"""Compound files, which Office 97 to 2003 wrote: the streams at their top, and what these hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_MOST_ENTRIES = 10_000
_ROOT = 5
_END = 0xFFFFFFFA  # sector numbers from here on mean no sector
_NONE = bytes.fromhex("feffffff")
_SHORT = 64
"""Bytes of a sector of the short streams."""
_FIRST_TABLES = 109  # sectors of the allocation table that the header itself names


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    before: int
    after: int
    below: int
    start: int
    length: int


class CompoundFile:
    """A compound file; a damaged one has fewer streams, or none.

    `streams` are those at its top: a document that is embedded in another one stands deeper.
    """

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._size = 4096 if self._number(30, 2) == 12 else 512
        entries = list(self._entries())
        self._root = entries[0] if entries else None
        self._tops = {entry.name: entry for entry in _tops(entries)}
        self.streams = frozenset(self._tops)

    def beginning(self, stream: str, length: int) -> bytes:
        """The first bytes of a stream that is too long for the table of short ones."""
        at = (self._tops[stream].start + 1) * self._size
        return self._raw[at : at + length]

    def stream(self, name: str) -> bytes:
        """What a stream holds, or as much of it as is there; no chain of sectors is followed round in a circle."""
        entry = self._tops[name]
        if entry.length >= self._number(56):
            return self._joined(entry.start)[: entry.length]
        whole, table = self._short_sectors
        numbers = _chain(
            entry.start, lambda sector: int.from_bytes(table[4 * sector : 4 * sector + 4] or _NONE, "little")
        )
        return b"".join(whole[at * _SHORT : (at + 1) * _SHORT] for at in numbers)[: entry.length]

    @cached_property
    def _short_sectors(self) -> tuple[bytes, bytes]:
        """The stream that holds all short ones, and the table of what follows what in it."""
        return self._joined(self._root.start if self._root else _END), self._joined(self._number(60))

    def _joined(self, start: int) -> bytes:
        sectors = _chain(start, self._next)
        return b"".join(self._raw[(at + 1) * self._size : (at + 2) * self._size] for at in sectors)

    def _number(self, at: int, length: int = 4) -> int:
        return int.from_bytes(self._raw[at : at + length], "little")

    def _entries(self) -> Iterator[_Entry]:
        for sector in islice(_chain(self._number(48), self._next), _MOST_ENTRIES * _ENTRY // self._size):
            begin = (sector + 1) * self._size
            if begin + self._size > len(self._raw):
                return
            for at in range(begin, begin + self._size, _ENTRY):
                yield self._entry(at)

    def _entry(self, at: int) -> _Entry:
        length = min(max(self._number(at + 64, 2) - 2, 0), 62)
        name = self._raw[at : at + length].decode("utf-16-le", "replace")
        links = (self._number(at + offset) for offset in (68, 72, 76, 116, 120))
        return _Entry(name, self._number(at + 66, 1), *links)

    def _next(self, sector: int) -> int:
        """The sector that follows in the allocation table."""
        per_table = self._size // 4
        table = sector // per_table
        if table >= len(self._tables):
            return _END
        at = (self._tables[table] + 1) * self._size + 4 * (sector % per_table)
        return self._number(at) if at + 4 <= len(self._raw) else _END

    @cached_property
    def _tables(self) -> list[int]:
        """The sectors of the allocation table: those that the header names, and those that further sectors name."""
        tables = [self._number(76 + 4 * nth) for nth in range(_FIRST_TABLES)]
        last = self._size - 4
        for sector in _chain(self._number(68), lambda at: self._number((at + 1) * self._size + last)):
            begin = (sector + 1) * self._size
            if begin + self._size > len(self._raw):
                break
            tables += [self._number(at) for at in range(begin, begin + last, 4)]
        return tables


def _chain(start: int, following: Callable[[int], int]) -> Iterator[int]:
    """The sectors from `start` on, until one follows that is none or was there before."""
    seen: set[int] = set()
    while start < _END and start not in seen:
        seen.add(start)
        yield start
        start = following(start)


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
