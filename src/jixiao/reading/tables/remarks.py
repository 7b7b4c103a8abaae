"""What stands in the last rows of a table and is no row of it: notes, sources, and who filled it in."""

import re
import unicodedata
from dataclasses import replace

from jixiao.documents import Grid

_NOTE = re.compile(r"[(]?(?:附?注|备注|说明|填表说明|(?:资料|数据)来源)\d{0,2}[:、.].*")
_SIGNED = re.compile(
    "(?:填[表报]|制表|编制|审核|复核|审定|经办|联系|(?:单位|部门|财务|项目)?负责|(?:单位|部门)?(?:主管|领导)|日期)[^:]{0,8}:.*"
)
_DATE = re.compile(r"(?:19|20)\d\d(?:年|[-/.])\d{1,2}(?:(?:月|[-/.])(?:\d{1,2}日?)?)?")


def without_remarks(grid: Grid) -> Grid:
    """The table without the remarks in its last rows.

    >>> from jixiao.documents import document_of
    >>> text = "项目\\t金额\\n物业\\t3.00\\n注：含税。\\t\\n填表人：李某\\t日期：2024年3月5日"
    >>> without_remarks(next(document_of(text.encode(), "甲.txt").grids())).texts(-1)
    ('物业', '3.00')
    """
    end = len(grid.rows)
    while end > 1 and _is_remark(grid.texts(end - 1)):
        end -= 1
    return grid if end == len(grid.rows) else replace(grid, rows=grid.rows[:end])


def _is_remark(texts: tuple[str, ...]) -> bool:
    words = {"".join(unicodedata.normalize("NFKC", text).split()) for text in texts} - {""}
    if len(words) == 1 and _NOTE.fullmatch(next(iter(words))):
        return True
    return bool(words) and all(_SIGNED.fullmatch(text) or _DATE.fullmatch(text) for text in words)
