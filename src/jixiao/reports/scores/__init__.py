"""scores.xlsx: the score sheet as a workbook whose sums, rates and steps are live formulas with their values stored."""

from jixiao.reports.scores.book import scores_xlsx

__all__ = ["scores_xlsx"]
