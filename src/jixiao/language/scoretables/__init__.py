"""A rule shown by what it gives: tables of scores for the cases that tell it apart from others."""

from jixiao.language.scoretables.table import Row, ScoreTable, score_tables
from jixiao.language.scoretables.totals import total_tables

__all__ = ["Row", "ScoreTable", "score_tables", "total_tables"]
