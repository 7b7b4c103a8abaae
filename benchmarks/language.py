"""What is measured of reading scoring rules: the sentences of the corpus, and long texts that are no rules."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from benchmarks.timing import Timing, timed
from jixiao.language import Read, Unread, parse_rule

CORPUS = Path(__file__).parents[1] / "tests/rules/corpus"
LONG = 10_000
NO_RULES = [
    (piece * LONG)[:LONG]
    for piece in ("得", "(", "1", " ", "\n", "①②③", "按【", "得分=(", "[70%,", "每低1%扣1分，", "对每个单位分别按【")
]


def rows() -> Iterator[tuple[str, Timing, Timing | None]]:
    """What is measured: its name and our time; nobody else reads such sentences."""
    entries = [entry for path in sorted(CORPUS.glob("*/*.yaml")) for entry in yaml.safe_load(path.read_bytes())]
    taken = timed(lambda: [_read(entry) for entry in entries])
    rate = len(entries) / taken.median * 1000
    yield f"{len(entries)} sentences of the corpus read ({rate:,.0f} a second)", taken, None
    yield f"{len(NO_RULES)} texts of {LONG:,} characters that are no rules put aside", timed(_put_aside), None


def _read(entry: dict[str, Any]) -> Read | Unread:
    criteria = tuple(str(point) for point in entry.get("criteria") or ())
    return parse_rule(
        entry["text"],
        criteria=criteria,
        target=str(entry.get("target") or ""),
        weight=Fraction(str(entry["weight"])),
    )


def _put_aside() -> None:
    if not all(isinstance(parse_rule(text), Unread) for text in NO_RULES):
        raise SystemExit("a text that is no rule was read as one")
