"""Which checks and packs audited a document: what changes when any of them does."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from jixiao import __version__

_DECIDING = (
    "audit", "checking", "documents", "evaluation", "expressions", "facts", "findings", "forms", "indicators",
    "language", "packs", "quantities", "reading", "relations", "rules", "surveys", "text",
)  # fmt: skip
_SUFFIXES = (".py", ".yaml", ".csv", ".json", ".txt", ".lark")


@cache
def ruleset_hash() -> str:
    """A hash over the code and the data of every room that an audit's findings depend on."""
    digest = sha256()
    package = files("jixiao")
    for room in _DECIDING:
        for name, file in _files(package / room, room):
            content = file.read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def ruleset_name() -> str:
    """The ruleset as it is printed: version and the beginning of the hash."""
    return f"jixiao {__version__} sha256:{ruleset_hash()[:16]}"


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, path)
        elif entry.name.endswith(_SUFFIXES):
            yield path, entry
