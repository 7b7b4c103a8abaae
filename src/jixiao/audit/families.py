"""The families of checks, in the order in which they look at a document."""

from collections.abc import Callable, Iterator

from jixiao.audit.checks import (
    annexes,
    ceilings,
    citations,
    crossing,
    dates,
    forms,
    numbering,
    regulation,
    rescoring,
    satisfaction,
    scores,
    sentences,
    spans,
    tablesums,
    targets,
)
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed

Family = Callable[[Material], Iterator[Posed | Checked]]
"""A family looks at the material and yields every relation it poses and every comparison it made."""

FAMILIES: tuple[Family, ...] = (
    scores.relations,
    rescoring.relations,
    tablesums.relations,
    sentences.relations,
    crossing.relations,
    targets.relations,
    ceilings.relations,
    citations.relations,
    annexes.relations,
    dates.relations,
    spans.relations,
    numbering.relations,
    satisfaction.relations,
    forms.relations,
    regulation.relations,
)
