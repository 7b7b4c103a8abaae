"""All checks of an audit by family: whatever check a module of a family names is in the catalogue."""

from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from jixiao.audit import checks
from jixiao.findings import Catalogue, Check
from jixiao.relations import RELATION_CHECKS, Relation

ARITHMETIC = "relations"
"""The name of the family of checks that relations between figures bring along, whichever family poses them."""


@cache
def checks_by_family() -> dict[str, tuple[Check, ...]]:
    """The checks of every family (a module or package of `audit.checks`), by the name of the family, each once.

    A check of a relation belongs to the family of relations, even where another one poses it.
    """
    known = {check.id for check in RELATION_CHECKS}
    families: dict[str, list[Check]] = {}
    for found in walk_packages(checks.__path__, f"{checks.__name__}."):
        family = found.name.removeprefix(f"{checks.__name__}.").split(".")[0]
        for value in vars(import_module(found.name)).values():
            for check in _checks(value):
                if check.id not in known:
                    known.add(check.id)
                    families.setdefault(family, []).append(check)
    return {**{name: tuple(listed) for name, listed in families.items()}, ARITHMETIC: tuple(RELATION_CHECKS)}


def _checks(value: object) -> tuple[Check, ...]:
    """The checks that a name of a module stands for: itself, those of a catalogue, or the usual one of a relation."""
    if isinstance(value, Catalogue):
        return tuple(value)
    if isinstance(value, type) and is_dataclass(value) and issubclass(value, Relation):
        value = next((field.default for field in fields(value) if field.name == "check"), None)
    return (value,) if isinstance(value, Check) else ()


@cache
def titles() -> dict[str, str]:
    """The title of every check by its id.

    >>> titles()["sum.parts"]
    '合计与各项之和'
    """
    return {check.id: check.title for family in checks_by_family().values() for check in family}
