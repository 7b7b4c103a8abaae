"""The tables of scores in the body of a report, which list indicators with their weights a second time."""

from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.documents import Grid
from jixiao.findings import Place
from jixiao.reading.columns import Role, role_of
from jixiao.reading.labels import label_of, weight_of


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator as a table of scores lists it; `weight` as printed, "" where it is no number."""

    name: str
    weight: str
    place: Place


def listed_in(grids: Iterable[Grid]) -> dict[str, Listed]:
    """The indicators with a code that stand in tables of names, weights and scores."""
    found: dict[str, Listed] = {}
    for grid in grids:
        roles = [role_of(text)[0] for text in grid.texts(0)] if grid.rows else []
        if set(roles) - {Role.OTHER} != {Role.LEVEL, Role.WEIGHT, Role.SCORE, Role.RATE}:
            continue
        names, weights = roles.index(Role.LEVEL), roles.index(Role.WEIGHT)
        for row in grid.rows[1:]:
            label = label_of(row[names].text)
            if label.code:
                weight = row[weights].text if weight_of(row[weights].text)[0] is not None else ""
                found.setdefault(label.code, Listed(label.name, weight, row[names].place))
    return found
