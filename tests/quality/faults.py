"""Faults: one figure of a consistent report printed wrongly, as people slip."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.quality.sheets import Figure, Sheets

_GRADES = "优良中差"


@dataclass(frozen=True, slots=True)
class Fault:
    """A report with one wrong figure: the role of the figure, what it was, and what it has become."""

    sheets: Sheets
    role: str
    was: str
    became: str


def faults(sheets: Sheets, random: Random, each: int = 1) -> Iterator[Fault]:
    """For every role of figures that the report has, faults at figures chosen at random."""
    by_role: dict[str, list[tuple[tuple[int, ...], Figure]]] = {}
    for address, figure in sheets.figures():
        by_role.setdefault(figure.role, []).append((address, figure))
    for role, places in sorted(by_role.items()):
        for address, figure in random.sample(places, min(each, len(places))):
            became = wrong(figure, random)
            if became != figure.text:
                yield Fault(sheets.changed(address, became), role, figure.text, became)


def wrong(figure: Figure, random: Random) -> str:
    """The text with another grade, or with one digit before the last two changed so that no rounding explains it."""
    if figure.role == "grade":
        return random.choice([grade for grade in _GRADES if grade != figure.text])
    digits = [place for place, character in enumerate(figure.text) if character.isdigit()]
    point = figure.text.find(".")
    place = random.choice([each for each in digits if point < 0 or each < point] or digits)
    lowest = 1 if place == 0 and len(digits) > 1 and point != 1 else 0
    others = [str(digit) for digit in range(lowest, 10) if str(digit) != figure.text[place]]
    return figure.text[:place] + random.choice(others) + figure.text[place + 1 :]
