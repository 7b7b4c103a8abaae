"""WordprocessingML as text, and the names of its parts."""

import re
from html import escape

from jixiao.documents.word.markup import W as W
from jixiao.documents.word.markup import w as w

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"

TWIPS_PER_INCH = 1440
EMU_PER_MM = 36000

# XML 1.0 allows no other characters, not even escaped.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def twips(mm: int) -> int:
    """Millimetres in twentieths of a point, to the nearest.

    >>> twips(156)
    8844
    """
    return (mm * TWIPS_PER_INCH * 10 + 127) // 254


def escaped(text: str) -> str:
    """A text as XML content or attribute; characters that XML does not know are left out.

    >>> escaped('A&B <"甲">\\x00')
    'A&amp;B &lt;&quot;甲&quot;&gt;'
    """
    return escape(_ILLEGAL.sub("", text))


def run(text: str, *, bold: bool = False) -> str:
    """A run of text; its line breaks are kept.

    >>> run("甲", bold=True)
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲</w:t></w:r>'
    """
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in escaped(text).split("\n"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{lines}</w:r>"


def paragraph(style: str, content: str, *, properties: str = "") -> str:
    """A paragraph in a style; `properties` are the elements that follow the style's name in w:pPr, in their order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
