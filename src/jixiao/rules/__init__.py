"""Scoring rules: composed of a few parts, applied exactly, each application explained."""

from jixiao.rules.evidence import Evidence, Lacking, Mark, NotAllowed
from jixiao.rules.rule import NOT_APPLICABLE, SOURCES, LeftOut, NotScored, Outcome, Rule, Scored
from jixiao.rules.scoring import Step, as_count, as_score
from jixiao.rules.spec import RuleError
from jixiao.rules.totals import Rescaling, Total, TotalRule, apply_total_rules, read_total_rules, rescaled, total_tree

__all__ = [
    "NOT_APPLICABLE",
    "SOURCES",
    "Evidence",
    "Lacking",
    "LeftOut",
    "Mark",
    "NotAllowed",
    "NotScored",
    "Outcome",
    "Rescaling",
    "Rule",
    "RuleError",
    "Scored",
    "Step",
    "Total",
    "TotalRule",
    "apply_total_rules",
    "as_count",
    "as_score",
    "read_total_rules",
    "rescaled",
    "total_tree",
]
