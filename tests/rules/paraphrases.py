"""Sentences of the corpus in other words: what a slot exchanges changes nothing, so they are read the same.

`python -m tests.rules.paraphrases [HOW_MANY] [SEED] [DIRECTORY ...]` tries the corpus, and other directories of the
same form, with one exchange and with two, and prints what came of every slot.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.rules.slots import SLOTS
from tests.rules.test_corpus import CORPUS, Entry, asked, entries, expected


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """An entry of the corpus said in other words, with the slots that were exchanged."""

    entry: Entry
    slots: tuple[str, ...]
    text: str

    def outcome(self) -> str:
        """What came of it: same, unread, or another."""
        given = [asked({**self.entry, "text": self.text}, case["input"]).score for case in self.entry["cases"]]
        if None in given:
            return "unread"
        return "same" if given == [expected(case) for case in self.entry["cases"]] else "another"


def every_entry(directories: Iterable[Path] = sorted(CORPUS.iterdir())) -> Iterator[Entry]:
    """The entries of the directories, each with what it gives."""
    for directory in directories:
        for path in sorted(directory.glob("*.yaml")):
            if path.name != "refused.yaml":
                yield from entries(path)


def is_read(entry: Entry) -> bool:
    """Whether the entry is read right as it stands."""
    return Paraphrase(entry, (), entry["text"]).outcome() == "same"


def paraphrases(said: Iterable[Entry]) -> list[Paraphrase]:
    """Every entry with every exchange that is possible in it."""
    return [
        Paraphrase(entry, (slot.name,), text)
        for entry in said
        for slot in SLOTS
        if not slot.forms or entry["form"] in slot.forms
        for text in sorted(slot.variants(entry["text"]) - {entry["text"]})
    ]


def twice(once: Iterable[Paraphrase], random: Random) -> Iterator[Paraphrase]:
    """Paraphrases with one exchange more, drawn at random, where another is possible."""
    for each in once:
        more = [one for one in paraphrases([{**each.entry, "text": each.text}]) if one.slots[0] not in each.slots]
        if more:
            drawn = random.choice(more)
            yield Paraphrase(each.entry, (*each.slots, *drawn.slots), drawn.text)


def sample(how_many: int, seed: int) -> list[Paraphrase]:
    """Some of all the paraphrases of the corpus with one exchange, the same ones for the same seed."""
    every = paraphrases(every_entry())
    return [each for each in Random(seed).sample(every, min(how_many, len(every))) if is_read(each.entry)]


def main() -> None:
    """Print a table of what came of the paraphrases by slot, and every one that was read as something else."""
    numbers = [int(each) for each in sys.argv[1:3]]
    how_many, seed = [*numbers, *(100_000, 1)[len(numbers) :]]
    random = Random(seed)
    every = paraphrases(filter(is_read, every_entry([*sorted(CORPUS.iterdir()), *map(Path, sys.argv[3:])])))
    once = random.sample(every, min(how_many, len(every)))
    shown: dict[str, list[tuple[Paraphrase, str]]] = defaultdict(list)
    for each in once:
        shown[each.slots[0]].append((each, each.outcome()))
    for each in twice(random.sample(once, len(once) // 4), random):
        shown["two exchanges"].append((each, each.outcome()))
    print("| slot | same | unread | another |\n| --- | --- | --- | --- |")
    for slot, tried in shown.items():
        came = Counter(outcome for _, outcome in tried)
        print(f"| {slot} | {' | '.join(str(came[each]) for each in ('same', 'unread', 'another'))} |")
    for wanted in ("unread", "another"):
        for slot, tried in shown.items():
            for each, outcome in tried:
                if outcome == wanted:
                    said = each.text.replace("\n", "/")
                    print(f"{wanted}\t{slot}\t{each.entry['form']}\t{said}")


if __name__ == "__main__":
    main()
