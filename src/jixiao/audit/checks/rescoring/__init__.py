"""Scores against their rules: every rule of the annex applied again to the facts that the document tells."""

from collections.abc import Iterator

from jixiao.audit.checks.rescoring.adjustments import netted
from jixiao.audit.checks.rescoring.catalogue import RESCORING_CHECKS
from jixiao.audit.checks.rescoring.rescored import rescored
from jixiao.audit.checks.rescoring.told import told_in
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed

__all__ = ["RESCORING_CHECKS", "relations"]


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The score of every indicator whose rule and facts are known; what could not be compared is said."""
    for told in told_in(material):
        yield from rescored(told)
        yield from netted(told, material.mentions)
