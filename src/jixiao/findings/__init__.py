"""Findings: what does not hold, where, and how to see it; plus the catalogue of the checks that yield them."""

from jixiao.findings.catalogue import Catalogue, Check
from jixiao.findings.finding import Finding, Operand, numbered
from jixiao.findings.places import NOWHERE, Place
from jixiao.findings.vocabulary import Kind, Severity, Verdict

__all__ = [
    "NOWHERE",
    "Catalogue",
    "Check",
    "Finding",
    "Kind",
    "Operand",
    "Place",
    "Severity",
    "Verdict",
    "numbered",
]
