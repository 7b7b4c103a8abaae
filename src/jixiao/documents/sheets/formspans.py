"""Forms on a sheet (自评表, 目标申报表): tables with empty rows and headings in their midst, from title to last row."""

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.sheets.sheetrows import SheetRow

_TITLE = re.compile(r"[^。；;，,]{0,50}(?:自评(?:报告)?|自我评价|申报|监控|目标|跟踪|考核)表\s*(?:[(（].{0,30}[)）])?")
_FIELD = re.compile(
    "项目名称|(?:项目)?(?:主管|实施)(?:部门|单位).{0,10}|(?:部门|单位|预算部门)(?:[(（](?:单位|部门)[)）])?名称"
    "|年度资金总额|(?:年度|部门|总体|绩效)*目标|(?:年度)?绩效指标|项目资金.{0,10}|.{0,6}资金.{0,4}情况.{0,8}"
)
_KEY = re.compile("年度资金总额|年度总体目标")
_LINES_BELOW_TITLE = 4
_ROWS_OF_FIELDS = 8

Span = tuple[int, int]
"""The positions of the first row and of the one behind the last."""


def form_spans(rows: Sequence[SheetRow]) -> Iterator[Span]:
    """Where the forms stand among the rows of a sheet.

    A form begins at its title, or where it has none behind the text and the captions above it; it ends where text, an
    annex or a numbered table begins. One sentence alone does not end it, for forms hold remarks.
    """
    outside = _outside(rows)
    at = 0
    while (begins := _begins(rows, outside, at)) is not None:
        at = next((row for row in range(begins + 1, len(rows)) if outside[row]), len(rows))
        yield begins, at


def _begins(rows: Sequence[SheetRow], outside: Sequence[bool], since: int) -> int | None:
    """Where the next form begins, at `since` or below."""
    top = since
    for at in range(since, len(rows)):
        if _is_title(rows, at):
            return at
        if outside[at]:
            top = at + 1
        elif rows[at].is_caption:
            top = at
        elif any(_KEY.fullmatch(text) for text in _words(rows[at])):
            return top
    return None


def _is_title(rows: Sequence[SheetRow], at: int) -> bool:
    """Whether a line is the title of a form, whose fields stand below it."""
    if not any(map(_TITLE.fullmatch, rows[at].lines)):
        return False
    near = range(at + 1, min(at + 1 + _LINES_BELOW_TITLE, len(rows)))
    below = next((row for row in near if not rows[row].is_line), None)
    if below is None:
        return False
    return any(_FIELD.fullmatch(text) for row in rows[below : below + _ROWS_OF_FIELDS] for text in _words(row))


def _words(row: SheetRow) -> Iterator[str]:
    return ("".join(text.split()).rstrip(":：") for text in row.texts)


def _outside(rows: Sequence[SheetRow]) -> list[bool]:
    """For every row whether it is certainly none of a form: an annex, a numbered table, lines of text together."""
    text = [row.is_numbered or row.is_chapter or (row.is_sentence and not row.indented) for row in rows]
    above, below = [False, *text[:-1]], [*text[1:], False]
    return [
        row.is_numbered or (row.is_sentence and here and (before or after)) or (row.is_chapter and after)
        for row, here, before, after in zip(rows, text, above, below, strict=True)
    ]
