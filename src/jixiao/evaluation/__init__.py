"""Evaluation: a case becomes a score sheet."""

from jixiao.evaluation.case import Case, build_case
from jixiao.evaluation.evaluate import evaluate
from jixiao.evaluation.sensitivity import Sensitivity, sensitivity_of
from jixiao.evaluation.sheet import ScoreSheet

__all__ = ["Case", "ScoreSheet", "Sensitivity", "build_case", "evaluate", "sensitivity_of"]
