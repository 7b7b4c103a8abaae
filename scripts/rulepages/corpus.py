"""The sentences of the corpus, each with how it is read and what it gives for its worked inputs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from jixiao.cli.ruleanswers import Question, answer
from jixiao.language import Read, Unread, form_of, parse_rule

FOLDER = Path(__file__).parents[2] / "tests/rules/corpus"


@dataclass(frozen=True)
class Worked:
    """An input with its score and the arithmetic, both worked out by a person."""

    given: Mapping[str, object]
    score: str
    how: str


@dataclass(frozen=True)
class Example:
    """A sentence of the corpus with what stands beside it; `why` is what a careful reader sees in a bad one."""

    question: Question
    form: str
    worked: tuple[Worked, ...]
    why: str
    reading: Read | Unread

    @property
    def is_right(self) -> bool:
        """Whether it is read and gives every score that a person worked out."""
        return isinstance(self.reading, Read) and all(
            answer(replace(self.question, given=case.given)).score == case.score for case in self.worked
        )


@cache
def examples() -> tuple[Example, ...]:
    """Every sentence that people wrote as a rule, in the order of the files."""
    return tuple(_sentences(bad=False))


@cache
def refused() -> tuple[Example, ...]:
    """Every sentence that must not be read in silence."""
    return tuple(_sentences(bad=True))


def _sentences(*, bad: bool) -> Iterator[Example]:
    for path in sorted(FOLDER.glob("*/*.yaml")):
        if (path.name == "refused.yaml") is bad:
            yield from map(_example, yaml.load(path.read_bytes(), yaml.CSafeLoader))


def _example(entry: dict[str, Any]) -> Example:
    cells = entry.get("criteria") or ()
    criteria = (cells,) if isinstance(cells, str) else tuple(map(str, cells))
    question = Question(entry["text"], Fraction(str(entry["weight"])), str(entry.get("target") or ""), criteria)
    reading = parse_rule(question.text, criteria=criteria, target=question.target, weight=question.weight)
    form = entry.get("form") or (form_of(reading.rule, question.weight) if isinstance(reading, Read) else "")
    worked = tuple(
        Worked(case["input"], _score(str(case["score"])), str(case.get("how") or "")) for case in entry.get("cases", ())
    )
    return Example(question, form, worked, str(entry.get("why") or ""), reading)


def _score(written: str) -> str:
    try:
        return f"{Decimal(written):.2f}"
    except InvalidOperation:
        return written
