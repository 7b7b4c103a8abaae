"""What a page of a PDF is made of: characters, boxes, straight lines. All in tenths of a point."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw

SCALE = 10
"""Units per point."""
THIN = 2 * SCALE
"""A filled box up to this thickness is a line."""

_NESTING = 8


class Box(NamedTuple):
    """A rectangle; y grows downwards, as one reads."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> tuple[int, int]:
        """The point in its middle."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


class Character(NamedTuple):
    """A character and where it stands; its box is as high as its font is large.

    `after_blank` says that the file has a blank before it, however wide.
    """

    text: str
    box: Box
    after_blank: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: at `at` across its direction, from `start` to `end` along it."""

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a page by direction; `at` is y for the horizontal and x for the vertical ones."""

    horizontal: tuple[Line, ...]
    vertical: tuple[Line, ...]


class Turned:
    """Turns the coordinates of a page so that most of its text runs to the right, and lets y grow downwards."""

    def __init__(self, page: pypdfium2.PdfPage, rotation: int) -> None:
        edges: tuple[int, ...] = tuple(round(edge * SCALE) for edge in page.get_mediabox())
        self._left, self._bottom, self._right, self._top = edges
        self._rotation = rotation

    @property
    def size(self) -> tuple[int, int]:
        """How wide and how high the page is, as it is read."""
        width, height = self._right - self._left, self._top - self._bottom
        return (height, width) if self._rotation in (90, 270) else (width, height)

    def point(self, x: int, y: int) -> tuple[int, int]:
        """Where a point of the page is seen."""
        match self._rotation:
            case 90:
                return y - self._bottom, x - self._left
            case 180:
                return self._right - x, y - self._bottom
            case 270:
                return self._top - y, self._right - x
            case _:
                return x - self._left, self._top - y

    def box(self, left: int, bottom: int, right: int, top: int) -> Box:
        """Where a rectangle of the page is seen."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def lines_of(page: pypdfium2.PdfPage, turned: Turned) -> Lines:
    """The horizontal and vertical lines drawn on the page, thin filled boxes among them."""
    horizontal: list[Line] = []
    vertical: list[Line] = []
    for path, matrix in _paths(page, pypdfium2.PdfMatrix()):
        for box in _strokes(path, matrix, turned):
            x, y = box.middle
            if box.right - box.left >= box.bottom - box.top:
                horizontal.append(Line(y, box.left, box.right))
            else:
                vertical.append(Line(x, box.top, box.bottom))
    return Lines(tuple(horizontal), tuple(vertical))


_Drawn = Any
"""An object of a page as the library names it."""


def _paths(parent: _Drawn, matrix: pypdfium2.PdfMatrix, depth: int = 0) -> Iterator[tuple[_Drawn, pypdfium2.PdfMatrix]]:
    """The paths of a page, those in groups too, each with the matrix that puts it on the page."""
    raw = pypdfium2.raw
    count, get = (
        (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)
        if depth
        else (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
    )
    for index in range(count(parent)):
        drawn = get(parent, index)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield drawn, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _NESTING:
            yield from _paths(drawn, _matrix_of(drawn).multiply(matrix), depth + 1)


def _matrix_of(drawn: _Drawn) -> pypdfium2.PdfMatrix:
    matrix = pypdfium2.raw.FS_MATRIX()
    pypdfium2.raw.FPDFPageObj_GetMatrix(drawn, matrix)
    return pypdfium2.PdfMatrix.from_raw(matrix)


def _strokes(path: _Drawn, matrix: pypdfium2.PdfMatrix, turned: Turned) -> Iterator[Box]:
    """The thin boxes that a path consists of: itself if it is thin, otherwise its stroked edges."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pypdfium2.raw.FPDFPageObj_GetBounds(path, *edges):
        return
    whole = turned.box(*(round(edge * SCALE) for edge in matrix.on_rect(*(edge.value for edge in edges))))
    if min(whole.right - whole.left, whole.bottom - whole.top) <= THIN:
        yield whole
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pypdfium2.raw.FPDFPath_GetDrawMode(path, fill, stroke) or not stroke.value:
        return
    for (x0, y0), (x1, y1) in _edges(path, _matrix_of(path).multiply(matrix)):
        box = turned.box(*(round(edge * SCALE) for edge in (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))
        if min(box.right - box.left, box.bottom - box.top) <= THIN:
            yield box


def _edges(path: _Drawn, matrix: pypdfium2.PdfMatrix) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight edges of a path in the coordinates of the page."""
    start = last = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pypdfium2.raw.FPDFPath_CountSegments(path)):
        segment = pypdfium2.raw.FPDFPath_GetPathSegment(path, index)
        if not pypdfium2.raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = matrix.on_point(x.value, y.value)
        kind = pypdfium2.raw.FPDFPathSegment_GetType(segment)
        if kind == pypdfium2.raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pypdfium2.raw.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        last = point
        if pypdfium2.raw.FPDFPathSegment_GetClose(segment) and start is not None:
            yield last, start
