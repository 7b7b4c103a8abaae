"""What distant places of a document state about the same thing: amounts, rates, counts, names."""

from collections.abc import Iterator

from jixiao.audit.checks.crossing.agreeing import Agreements
from jixiao.audit.checks.crossing.budgets import budgets
from jixiao.audit.checks.crossing.catalogue import CROSSING_CHECKS
from jixiao.audit.checks.crossing.claims import claims_of
from jixiao.audit.checks.crossing.counts import counts
from jixiao.audit.checks.crossing.listed import listed_rows
from jixiao.audit.checks.crossing.problems import problem_titles
from jixiao.audit.checks.crossing.projects import project_names
from jixiao.audit.checks.crossing.residue import other_places
from jixiao.audit.checks.crossing.subject import Subject
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed

__all__ = ["CROSSING_CHECKS", "relations"]


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The comparisons between places of the document."""
    subject = Subject.of(material)
    claims = tuple(claims_of(material, subject))
    yield from Agreements(claims).relations()
    yield from budgets(claims)
    yield from counts(material, subject)
    yield from listed_rows(material)
    yield from project_names(material)
    yield from problem_titles(material)
    yield from other_places(material, subject)
