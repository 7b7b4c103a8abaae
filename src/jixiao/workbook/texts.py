"""Several texts in one cell: lists with 、 between them, criteria numbered ①②③, one item per line."""

import re
from collections.abc import Callable
from functools import partial

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_BETWEEN = re.compile(r"[、，,；;\s]+")
_INDENT = "　"
_OTHER_NUMBERS = (r"{n}[.．、](?!\d)", r"[（(]{n}[）)]")


def circled(number: int) -> str:
    """The number in a circle; beyond fifty in brackets.

    >>> circled(3), circled(51)
    ('③', '（51）')
    """
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"（{number}）"


def number_of(text: str) -> int | None:
    """The number a text begins with all by itself: ③, （51）, 3.

    >>> number_of("③"), number_of("（51）"), number_of("3"), number_of("三")
    (3, 51, 3, None)
    """
    bare = text.strip("（）() ")
    if len(bare) == 1 and bare in _CIRCLED:
        return _CIRCLED.index(bare) + 1
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) < 4 else None


def split_list(text: str) -> list[str]:
    """The codes in a cell.

    >>> split_list("E01、E05，E07")
    ['E01', 'E05', 'E07']
    """
    return [part for part in _BETWEEN.split(text) if part]


def join_lines(texts: list[str]) -> str:
    """The texts numbered, one per line; further lines of a text are set in, so that none is taken for a number.

    >>> join_lines(["合法", "合规\\n完整"]).split("\\n")
    ['①合法', '②合规', '\\u3000完整']
    """
    return "\n".join(circled(number) + text.replace("\n", "\n" + _INDENT) for number, text in enumerate(texts, start=1))


def split_lines(text: str) -> list[str]:
    """The texts of a cell: at ①②③ where it begins with ①, at 1. 2. or (1) (2) likewise, otherwise line by line.

    >>> split_lines("①合法\\n②合规\\n　完整"), split_lines("合法\\n合规"), split_lines("1.合法 \\n2.合规")
    (['合法', '合规\\n完整'], ['合法', '合规'], ['合法', '合规'])
    """
    lines = text.split("\n")
    if lines[0].startswith(circled(1)):
        return _numbered(lines, lambda number: re.compile(re.escape(circled(number))))
    for pattern in _OTHER_NUMBERS:
        if re.match(pattern.format(n=1), lines[0].strip()):
            return _numbered([line.strip() for line in lines], partial(_plain_sign, pattern))
    return [line.strip() for line in lines if line.strip()]


def _plain_sign(pattern: str, number: int) -> re.Pattern[str]:
    return re.compile(pattern.format(n=number))


def _numbered(lines: list[str], sign: Callable[[int], re.Pattern[str]]) -> list[str]:
    items: list[list[str]] = []
    for line in lines:
        match = sign(len(items) + 1).match(line)
        if match:
            items.append([line[match.end() :].strip()])
        else:
            items[-1].append(line.removeprefix(_INDENT).rstrip())
    return ["\n".join(item).rstrip("\n") for item in items]
