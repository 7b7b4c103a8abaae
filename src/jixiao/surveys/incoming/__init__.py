"""Answers in: exports of 问卷星, tables of answers or of counts, and entered paper sheets, as answers and counts."""

from jixiao.surveys.incoming.answering import read_answers
from jixiao.surveys.incoming.checks import INCOMING_CHECKS
from jixiao.surveys.incoming.counting import holds_counts, read_counts

__all__ = ["INCOMING_CHECKS", "holds_counts", "read_answers", "read_counts"]
