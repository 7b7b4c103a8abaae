"""The workbook form of a case: what an analyst or a clerk fills in, in Excel or WPS, and what it says."""

from jixiao.workbook.converting import convert, empty_case, new_case, open_case, read_case
from jixiao.workbook.reading import read_workbook
from jixiao.workbook.writing import write_workbook

__all__ = ["convert", "empty_case", "new_case", "open_case", "read_case", "read_workbook", "write_workbook"]
