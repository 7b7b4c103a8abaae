"""The corpus: sentences of people who had not seen the reader are read with the right scores, or not at all."""

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from jixiao.cli.ruleanswers import Answer, Question, answer

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.glob("*/*.yaml") if path.name != "refused.yaml")
REFUSED = sorted(CORPUS.glob("*/refused.yaml"))
NOT_READ = set(filter(None, (CORPUS / "not-read.txt").read_text(encoding="utf-8").splitlines()))

Entry = dict[str, Any]


def entries(path: Path) -> list[Entry]:
    loaded: list[Entry] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def asked(entry: Entry, given: dict[str, object]) -> Answer:
    weight, target = Fraction(str(entry["weight"])), str(entry.get("target") or "")
    cells = entry.get("criteria") or ()
    criteria = (cells,) if isinstance(cells, str) else tuple(map(str, cells))
    return answer(Question(entry["text"], weight, target, criteria, given))


def expected(case: Entry) -> str:
    """The score with two decimals; of a rule that caps the grade, the grade."""
    try:
        return f"{Decimal(str(case['score'])):.2f}"
    except InvalidOperation:
        return str(case["score"])


def answers(entry: Entry) -> Iterator[tuple[str, Answer]]:
    for case in entry["cases"]:
        yield expected(case), asked(entry, case["input"])


def one_line(entry: Entry) -> str:
    return json.dumps(entry["text"], ensure_ascii=False)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_sentence_is_read_wrongly(path: Path) -> None:
    wrong = [
        (entry["text"], wanted, given.score)
        for entry in entries(path)
        for wanted, given in answers(entry)
        if given.score not in (None, wanted)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_sentence_is_read_but_those_that_are_listed(path: Path) -> None:
    unread = {one_line(entry) for entry in entries(path) if any(given.score is None for _, given in answers(entry))}
    assert unread == {one_line(entry) for entry in entries(path)} & NOT_READ


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.parent.name)
def test_what_cannot_be_right_is_never_read_in_silence(path: Path) -> None:
    given = [(entry, asked(entry, {})) for entry in entries(path)]
    silent = [entry["text"] for entry, found in given if found.status != "unread" and not found.notes]
    assert silent == []


def test_the_corpus_is_as_large_and_as_wide_as_it_should_be() -> None:
    sentences = [entry for path in FILES for entry in entries(path)]
    assert len({entry["text"] for entry in sentences}) >= 400
    assert len({entry["form"] for entry in sentences}) == 76
    assert sum(len(entries(path)) for path in REFUSED) >= 80
