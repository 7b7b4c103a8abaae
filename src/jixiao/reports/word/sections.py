"""The sections of a document: how wide their text is, and the tables that shall be as wide."""

from itertools import pairwise

from lxml import etree

from jixiao.documents.word.markup import value
from jixiao.reports.word.markup import W, w
from jixiao.reports.word.tables import UPRIGHT_WIDTH

_TOLERATED = 57  # twips, about a millimetre: a table so near the width of the text stays as it is


def text_width(place: etree._Element) -> int:
    """The width of the text, in twips, on the pages where an element of the body stands."""
    found = place.xpath("(following::w:sectPr)[1]", namespaces={"w": W})
    return (
        _width(found[0])
        if isinstance(found, list) and found and isinstance(found[0], etree._Element)
        else UPRIGHT_WIDTH
    )


def fit_tables(document: etree._Element, style: str) -> None:
    """Make every table of a style, unless it stands in another table, as wide as the text of its section."""
    waiting: list[etree._Element] = []
    for element in document.iter(w("tbl"), w("sectPr")):
        if element.tag == w("sectPr"):
            for table in waiting:
                _fit(table, _width(element))
            waiting.clear()
        elif (
            value(element, f"{w('tblPr')}/{w('tblStyle')}") == style
            and next(element.iterancestors(w("tc")), None) is None
        ):
            waiting.append(element)


def _fit(table: etree._Element, width: int) -> None:
    columns = list(table.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    old = [0]
    for column in columns:
        old.append(old[-1] + _number(column, "w"))
    if abs(old[-1] - width) <= _TOLERATED or not old[-1]:
        return
    new = [right - left for left, right in pairwise(width * end // old[-1] for end in old)]
    for column, size in zip(columns, new, strict=True):
        column.set(w("w"), str(size))
    for total in table.iterfind(f"{w('tblPr')}/{w('tblW')}"):
        total.set(w("w"), str(width))
    for row in table.iterchildren(w("tr")):
        for cell, size in zip(row.iterfind(f"{w('tc')}/{w('tcPr')}/{w('tcW')}"), new, strict=False):
            cell.set(w("w"), str(size))


def _width(section: etree._Element) -> int:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return UPRIGHT_WIDTH
    return _number(size, "w") - sum(_number(margins, side) for side in ("left", "right", "gutter"))


def _number(element: etree._Element, name: str) -> int:
    """A measure in twips; 0 where it is not given or given in another way."""
    text = element.get(w(name), "")
    return int(text) if text.isdigit() else 0
