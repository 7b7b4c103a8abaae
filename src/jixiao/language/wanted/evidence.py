"""Evidence as it is asked for: keys with their meaning, and one example."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Item:
    """One key of the evidence, what stands under it, and the part of the rule that wants it (`of`)."""

    key: str
    meaning: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The items a rule looks at, and evidence that holds them all."""

    items: tuple[Item, ...]
    example: dict[str, object]

    def within(self, name: str) -> "Wanted":
        """The same, said to belong to the part `name`."""
        named = (replace(item, of=f"{name} · {item.of}" if item.of else name) for item in self.items)
        return Wanted(tuple(named), self.example)

    def beside(self, other: "Wanted") -> "Wanted":
        """Both together; where both want the same, as the first has it."""
        known = {(item.of, item.key) for item in self.items}
        more = (item for item in other.items if (item.of, item.key) not in known)
        return Wanted(
            (*self.items, *more),
            self.example | {key: value for key, value in other.example.items() if key not in self.example},
        )


def one(key: str, meaning: str, value: object) -> Wanted:
    """A single key.

    >>> one("rate", "比率", "93%").example
    {'rate': '93%'}
    """
    return Wanted((Item(key, meaning),), {key: value})


def listed(key: str, meaning: str, each: Sequence[Wanted]) -> Wanted:
    """A list under `key` with an entry for each of several."""
    inner = [item for entry in each for item in entry.items]
    items = (Item(key, meaning), *dict.fromkeys(inner))
    return Wanted(items, {key: [entry.example for entry in each]})
