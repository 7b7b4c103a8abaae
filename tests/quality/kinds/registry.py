"""The register of kinds: the check that should tell a fault, the document it is planted in, and how it is planted."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Generic, TypeVar

from tests.quality.kinds.editing import instead
from tests.quality.sheets import Sheets

About = TypeVar("About")


@dataclass(frozen=True)
class Dossier(Generic[About]):
    """A consistent document to plant faults in, what it is about, and the place it is audited for."""

    sheets: Sheets
    about: About
    place: str = "河南省南阳市"


Maker = Callable[[int], Dossier[About]]
Plant = Callable[[Dossier[About], Random], Sheets | None]


@dataclass(frozen=True)
class Kind(Generic[About]):
    """A kind of fault: what is wrong, the check that should tell it, and others that may rightly tell it instead.

    `plant` gives None for a document that has nothing to plant it in, such as codes in a report without any.
    """

    name: str
    check: str
    also: tuple[str, ...]
    of: Maker[About]
    plant: Plant[About]

    @property
    def accepted(self) -> tuple[str, ...]:
        """The checks that tell the fault."""
        return self.check, *self.also

    def __str__(self) -> str:
        return f"{self.check}: {self.name}"


class Planting(Generic[About]):
    """The kinds of faults that are planted in one document."""

    def __init__(self, of: Maker[About]) -> None:
        self.of = of
        self.kinds: list[Kind[About]] = []

    def fault(self, check: str, *also: str) -> Callable[[Plant[About]], Plant[About]]:
        """Register a function that plants a fault; its name says what is wrong."""

        def register(plant: Plant[About]) -> Plant[About]:
            self._add(plant.__name__.replace("_", " "), check, also, plant)
            return plant

        return register

    def swap(self, name: str, check: str, *changes: tuple[str, str], also: tuple[str, ...] = ()) -> None:
        """Register a fault that is a text in place of another; the first of the text is changed."""

        def plant(dossier: Dossier[About], _: Random) -> Sheets:
            sheets = dossier.sheets
            for old, new in changes:
                sheets = instead(sheets, old, new)
            return sheets

        self._add(name, check, also, plant)

    def _add(self, name: str, check: str, also: tuple[str, ...], plant: Plant[About]) -> None:
        self.kinds.append(Kind(name, check, also, self.of, plant))
