"""Pieces of Markdown that show what people wrote as they wrote it."""

import re
from collections.abc import Sequence

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&])|(?<=^\d)(\.)|(?<=^\d\d)(\.)|^([+-])")


def plain(text: str) -> str:
    """A text on one line, none of whose signs mean anything to Markdown.

    >>> plain("得分=A*0.5<B\\n不得分")
    '得分=A\\\\*0.5\\\\<B 不得分'
    >>> plain("1. 立项依据")
    '1\\\\. 立项依据'
    """
    return _SIGNS.sub(lambda sign: f"\\{sign.group()}", " ".join(text.split()))


def code(text: str) -> str:
    """A text as code in a cell of a table."""
    return f"`{text.replace('|', '｜')}`"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table, each row on its line."""
    return [_row(heads), _row(["---"] * len(heads)), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
