"""The samples of this room, and an import as the tests look at it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jixiao.documents import open_document
from jixiao.reading import ImportedGroup, ImportedIndicator, ImportedSystem, read_indicators
from jixiao.reading.imported import ImportedNode

SAMPLES = Path(__file__).parent / "samples"


def imported(name: str) -> ImportedSystem:
    """The indicator system in a sample."""
    return read_indicators(open_document(SAMPLES / name))


def leaf(system: ImportedSystem, key: str) -> ImportedIndicator:
    """The indicator with this key."""
    return next(each for each in system.indicators() if each.key == key)


def outline(system: ImportedSystem) -> list[str]:
    """Every node as one line: key, name and weight."""
    return list(_lines(system.groups))


def _lines(nodes: Sequence[ImportedNode]) -> Iterator[str]:
    for node in nodes:
        yield f"{node.key} {node.name} {node.weight}"
        if isinstance(node, ImportedGroup):
            yield from _lines(node.children)


def canonical(system: ImportedSystem, key: str) -> str:
    """How the rule of an indicator was read; "" where it was not."""
    return leaf(system, key).rule.canonical
