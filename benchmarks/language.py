"""What is measured of reading scoring rules: the sentences of the corpus, and texts that try its patience."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from tests.language.hostile import KINDS, LONG, LONGEST_CELL, hostile

from benchmarks.timing import Timing, timed
from jixiao.language import Read, Unread, parse_rule
from jixiao.language.reading import forget

CORPUS = Path(__file__).parents[1] / "tests/rules/corpus"
LENGTHS = (300, LONGEST_CELL, LONG)


def rows() -> Iterator[tuple[str, Timing, Timing | None]]:
    """What is measured: its name and our time; nobody else reads such sentences."""
    entries = [entry for path in sorted(CORPUS.glob("*/*.yaml")) for entry in yaml.safe_load(path.read_bytes())]
    for name, reading in (("for the first time", _read_anew), ("again", _read_all)):
        taken = timed(partial(reading, entries))
        rate = len(entries) / taken.median * 1000
        yield f"{len(entries)} sentences of the corpus read {name} ({rate:,.0f} a second)", taken, None
    for kind in KINDS:
        texts = [text for length in LENGTHS for text in hostile(kind, length)]
        name = f"{len(texts)} texts of repeated {kind}, of {', '.join(f'{length:,}' for length in LENGTHS)} characters"
        yield name, timed(partial(_answered, texts)), None


def _read_anew(entries: Sequence[dict[str, Any]]) -> None:
    forget()
    _read_all(entries)


def _read_all(entries: Sequence[dict[str, Any]]) -> None:
    for entry in entries:
        _read(entry)


def _read(entry: dict[str, Any]) -> Read | Unread:
    criteria = tuple(str(point) for point in entry.get("criteria") or ())
    return parse_rule(
        entry["text"],
        criteria=criteria,
        target=str(entry.get("target") or ""),
        weight=Fraction(str(entry["weight"])),
    )


def _answered(texts: Sequence[str]) -> None:
    forget()
    for text in texts:
        parse_rule(text)
