"""Chinese text broken into lines of a terminal, where a character takes two columns."""

import re
from collections.abc import Iterator

from jixiao.text.widths import width_of

_OPENING, _CLOSING = "（〔【《“‘(", "，。；：、！？）〕】》”’…)%"
_PIECE = re.compile(rf"[{re.escape(_OPENING)}]*(?:[0-9A-Za-z.,_/:+~=\-]+|.)[{re.escape(_CLOSING)}]*", re.DOTALL)


def broken(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns; figures stay whole, no line begins with a closing mark.

    >>> list(broken("合计应为 94.40 分，印出 89.40 分。", 16))
    ['合计应为 94.40', '分，印出 89.40', '分。']
    """
    for paragraph in text.split("\n"):
        line, used = "", 0
        for piece in _PIECE.findall(paragraph):
            for part in _fitting(piece, width):
                wide = width_of(part)
                if line and used + wide > width:
                    yield line.rstrip()
                    line, used = "", 0
                    part = part.lstrip(" ")
                    wide = width_of(part)
                line, used = line + part, used + wide
        yield line.rstrip()


def _fitting(piece: str, width: int) -> Iterator[str]:
    """The piece, cut where it is wider than a whole line."""
    while width_of(piece) > width:
        end = len(piece)
        while width_of(piece[:end]) > width:
            end -= 1
        end = max(end, 1)
        yield piece[:end]
        piece = piece[end:]
    yield piece
