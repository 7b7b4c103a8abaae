"""What is drawn on a page of an OFD file: characters with their boxes and straight lines, as a PDF gives them too."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lxml import etree

from jixiao.documents.pdf.page import THIN, Box, Character, Line

_PER_MM = Decimal(720) / Decimal("25.4")  # tenths of a point
_NUMBER = re.compile(r"-?(?:\d{1,7}(?:\.\d{0,12})?|\.\d{1,12})")
_STEP = re.compile(r"[MSLCQBA]|[-.\d]+")
_ARGUMENTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
_ABOVE, _BELOW = Decimal("0.85"), Decimal("0.15")  # of a character's size, from the line it stands on
_HALF = Decimal("0.5")

Point = tuple[Decimal, Decimal]


class Drawing:
    """Where the points of an object lie on the page: its matrix (CTM) and where it begins."""

    def __init__(self, drawn: etree._Element) -> None:
        matrix, boundary = numbers(drawn.get("CTM")), numbers(drawn.get("Boundary"))
        upright = [Decimal(value) for value in (1, 0, 0, 1, 0, 0)]
        self._matrix = matrix if len(matrix) == len(upright) else upright
        self._begins = boundary[:2] if len(boundary) >= 2 else [Decimal(0), Decimal(0)]

    @property
    def is_slanted(self) -> bool:
        """Whether it stands neither upright nor on its side."""
        return bool(self._matrix[0] and self._matrix[1])

    def box(self, first: Point, last: Point) -> Box:
        """The box between two points of the object."""
        (x0, y0), (x1, y1) = self._point(first), self._point(last)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _point(self, point: Point) -> tuple[int, int]:
        a, b, c, d, e, f = self._matrix
        x, y = point
        return int((a * x + c * y + e + self._begins[0]) * _PER_MM), int(
            (b * x + d * y + f + self._begins[1]) * _PER_MM
        )


def characters_of(text: etree._Element) -> Iterator[Character]:
    """The characters of a text object, blanks left out; slanted ones (watermarks) are none."""
    drawing, size = Drawing(text), _only(text.get("Size"))
    if drawing.is_slanted or size is None:
        return
    for code in text.iter("{*}TextCode"):
        written = code.text or ""
        across, down = (deltas(code.get(name), len(written)) for name in ("DeltaX", "DeltaY"))
        x, y = (_only(code.get(name)) or Decimal(0) for name in ("X", "Y"))
        for at, sign in enumerate(written):
            wide = across[at] if at < len(across) else size * (1 if ord(sign) > 0xFF else _HALF)
            if not sign.isspace():
                yield Character(sign, drawing.box((x, y - size * _ABOVE), (x + wide, y + size * _BELOW)))
            x += wide if across or not down else 0
            y += down[at] if at < len(down) else 0


def lines_of(path: etree._Element) -> tuple[list[Line], list[Line]]:
    """The straight lines that a path draws, horizontal and vertical: itself if it is thin, otherwise its edges."""
    drawing = Drawing(path)
    boxes = [
        drawing.box(first, last) for data in path.iter("{*}AbbreviatedData") for first, last in _edges(data.text or "")
    ]
    if boxes and _is_thin(whole := _around(boxes)):
        boxes = [whole]
    elif path.get("Stroke") == "false":
        boxes = []
    thin = [box for box in boxes if _is_thin(box)]
    across = [box for box in thin if box.right - box.left >= box.bottom - box.top]
    down = [box for box in thin if box.right - box.left < box.bottom - box.top]
    return (
        [Line(box.middle[1], box.left, box.right) for box in across],
        [Line(box.middle[0], box.top, box.bottom) for box in down],
    )


def numbers(text: str | None) -> list[Decimal]:
    """The numbers of an attribute; none where it is no list of numbers.

    >>> numbers("1 2.5 -3"), numbers("1 x"), numbers(None)
    ([Decimal('1'), Decimal('2.5'), Decimal('-3')], [], [])
    """
    parts = (text or "").split()
    return [Decimal(part) for part in parts] if all(_NUMBER.fullmatch(part) for part in parts) else []


def _only(text: str | None) -> Decimal | None:
    found = numbers(text)
    return found[0] if len(found) == 1 else None


def deltas(text: str | None, most: int) -> list[Decimal]:
    """The steps from one character to the next; “g 3 5” stands for three steps of 5.

    >>> [str(step) for step in deltas("1 g 2 5 3", 9)]
    ['1', '5', '5', '3']
    """
    parts = iter((text or "").split())
    steps: list[Decimal] = []
    for part in parts:
        times, step = (next(parts, ""), next(parts, "")) if part == "g" else ("1", part)
        if len(steps) >= most or not (times.isdecimal() and len(times) < 6 and _NUMBER.fullmatch(step)):
            break
        steps += [Decimal(step)] * min(int(times), most)
    return steps


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _is_thin(box: Box) -> bool:
    return min(box.right - box.left, box.bottom - box.top) <= THIN


def _edges(data: str) -> Iterator[tuple[Point, Point]]:
    """The straight edges of a path written as “M x y L x y C”; curves only move the pen."""
    start: Point | None = None
    last: Point | None = None
    for kind, point in _strokes(_STEP.findall(data)):
        if kind == "C":
            point = start
            kind = "L"
        if kind == "L" and last is not None and point is not None:
            yield last, point
        if kind in "MS":
            start = point
        last = point


def _strokes(steps: Sequence[str]) -> Iterator[tuple[str, Point | None]]:
    """Each stroke of a path with the point it ends at; the end of the path's closing is not said."""
    at = 0
    while at < len(steps):
        kind = steps[at]
        count = _ARGUMENTS.get(kind, 0)
        arguments = numbers(" ".join(steps[at + 1 : at + 1 + count]))
        at += 1
        if kind == "C":
            yield kind, None
        elif count and len(arguments) == count:
            at += count
            yield kind, (arguments[-2], arguments[-1])
