"""PDF files written operator by operator, so that the tests need no other program; y counts from the top, in points."""

from collections.abc import Sequence

from jixiao.documents import Document, Grid, Paragraph, document_of

WIDTH, HEIGHT = 600, 840
LEFT, SIZE, PITCH = 80, 12, 20
"""Where text begins, how large it is, how far its lines stand below each other."""

_FONT = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>"
_GLYPHS = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
)
_LOOK = (
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
    b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
)
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    b"stream\n\x00\nendstream"
)


def text(words: str, x: float, y: float, size: float = SIZE, matrix: str = "1 0 0 1") -> str:
    """Words on one line; a Chinese character is as wide as it is high, any other half as wide."""
    return f"BT /F1 {size} Tf {matrix} {x} {HEIGHT - y} Tm <{words.encode('utf-16-be').hex()}> Tj ET"


def lines(*words: str, top: float = 100, x: float = LEFT, pitch: float = PITCH) -> list[str]:
    """Lines below each other; a blank of two characters at the beginning indents one."""
    return [
        text(each.lstrip("　"), x + SIZE * (len(each) - len(each.lstrip("　"))), top + at * pitch)
        for at, each in enumerate(words)
    ]


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"


def ruled(rows: Sequence[float], columns: Sequence[float]) -> list[str]:
    """The lines of a table whose rows and columns begin and end there."""
    return [line(columns[0], y, columns[-1], y) for y in rows] + [line(x, rows[0], x, rows[-1]) for x in columns]


def cells(rows: Sequence[Sequence[str]], tops: Sequence[float], columns: Sequence[float]) -> list[str]:
    """Texts in the cells of a table, each one line near its upper left corner."""
    return [
        text(words, x + 4, y + 15)
        for row, y in zip(rows, tops, strict=False)
        for words, x in zip(row, columns, strict=False)
        if words
    ]


def table(rows: Sequence[Sequence[str]], top: float = 200, columns: Sequence[float] = (80, 240, 400, 520)) -> list[str]:
    """A ruled table with rows of 20 points."""
    edges = [top + 20 * at for at in range(len(rows) + 1)]
    return [*ruled(edges, columns[: len(rows[0]) + 1]), *cells(rows, edges, columns)]


PICTURE = "q 400 0 0 400 80 300 cm /I1 Do Q"
"""A picture on a page."""


GROUP = "q 1 0 0 1 0 -100 cm /G1 Do Q"
"""The group of a file on a page, 100 points lower."""


def pdf(*pages: Sequence[str], rotate: int = 0, group: Sequence[str] = ()) -> bytes:
    """A file with these pages, turned when they are shown; `group` is what the group of the file consists of."""
    kids = " ".join(f"{8 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _FONT,
        _GLYPHS,
        _LOOK,
        _PICTURE,
        _stream("/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources << /Font << /F1 3 0 R >> >>", group),
    ]
    for at, drawn in enumerate(pages):
        resources = "<< /Font << /F1 3 0 R >> /XObject << /I1 6 0 R /G1 7 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Resources {resources} /Contents {9 + 2 * at} 0 R >>".encode()
        )
        objects.append(_stream("", drawn))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    begin = len(out)
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF\n".encode()
    return bytes(out)


def _stream(entries: str, drawn: Sequence[str]) -> bytes:
    content = "\n".join(drawn).encode()
    return f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def read(*pages: Sequence[str], rotate: int = 0, group: Sequence[str] = ()) -> Document:
    """The document in a file with these pages."""
    return document_of(pdf(*pages, rotate=rotate, group=group), "报告.pdf")


def paragraphs(document: Document) -> list[str]:
    """The paragraphs of a document."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(grid: Grid) -> list[tuple[str, ...]]:
    """What stands in the rows of a table."""
    return [grid.texts(row) for row in range(len(grid.rows))]
