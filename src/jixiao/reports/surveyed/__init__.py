"""A survey as its readers want it: the analysis annex, a page, a workbook, the terminal, JSON; computes nothing."""
