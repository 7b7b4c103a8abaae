"""Relations between printed figures: can they be true together, given that every one of them was rounded?

A relation is built from figures, assessed to a verdict on the ladder exact – rounding – strained – impossible (or
undecided), and turned into a finding whose arithmetic a pocket calculator can redo.
"""

from jixiao.relations.assessments import Assessment, Summary
from jixiao.relations.checks import RELATION_CHECKS
from jixiao.relations.conventions import Assessed, assess_all
from jixiao.relations.duplicates import Duplicate
from jixiao.relations.figures import Figure, Reading
from jixiao.relations.hints import hint_for, suspects
from jixiao.relations.integers import IntegerSum, whole_sum_fits
from jixiao.relations.joint import Clash, find_clash, tighten
from jixiao.relations.products import Product
from jixiao.relations.quotients import Growth, Quotient
from jixiao.relations.relation import Relation
from jixiao.relations.reports import clash_finding, convention_finding, finding_of, findings_of
from jixiao.relations.scores import RateScore, StepScore
from jixiao.relations.steps import Band, Bands, Staircase, uncovered_or_doubled
from jixiao.relations.sums import Sum, Term
from jixiao.relations.whole_numbers import WholeNumberGrowth, WholeNumberShare

__all__ = [
    "RELATION_CHECKS",
    "Assessed",
    "Assessment",
    "Band",
    "Bands",
    "Clash",
    "Duplicate",
    "Figure",
    "Growth",
    "IntegerSum",
    "Product",
    "Quotient",
    "RateScore",
    "Reading",
    "Relation",
    "Staircase",
    "StepScore",
    "Sum",
    "Summary",
    "Term",
    "WholeNumberGrowth",
    "WholeNumberShare",
    "assess_all",
    "clash_finding",
    "convention_finding",
    "find_clash",
    "finding_of",
    "findings_of",
    "hint_for",
    "suspects",
    "tighten",
    "uncovered_or_doubled",
    "whole_sum_fits",
]
