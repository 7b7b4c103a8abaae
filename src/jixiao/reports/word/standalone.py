"""A Word file of its own in the look of our reports: the default template's styles and page, another text."""

from collections.abc import Iterable

from lxml import etree

from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.defaults import default_template
from jixiao.reports.word.finishing import finish
from jixiao.reports.word.markup import W, w
from jixiao.reports.word.package import Package, parsed, serialized

_ON_ITS_SIDE = {
    "pgSz": {"w": "16838", "h": "11906", "orient": "landscape"},
    "pgMar": {"top": "1587", "right": "2041", "bottom": "1474", "left": "2041"},
}


def standalone_docx(
    pieces: Iterable[str], *, title: str, blocks: Blocks | None = None, on_its_side: bool = False
) -> bytes:
    """The pieces of WordprocessingML as a finished file; `blocks` is what wrote the charts among them."""
    package = Package.read(default_template("report"))
    root = parsed(package.parts[package.document])
    body = root.find(w("body"))
    if body is None:
        raise ValueError("the default template has no body")
    if on_its_side:
        _turn(body[-1])
    for element in list(body)[:-1]:
        body.remove(element)
    written = parsed(f'<w:body xmlns:w="{W}">{"".join(pieces)}</w:body>'.encode())
    for element in reversed(list(written)):
        body.insert(0, element)
    package.parts[package.document] = serialized(root)
    return finish(package.to_bytes(), blocks.charts if blocks else (), title=title)


def _turn(section: etree._Element) -> None:
    """Lay the pages of a section on their side."""
    for name, values in _ON_ITS_SIDE.items():
        for element in section.iterfind(w(name)):
            for key, value in values.items():
                element.set(w(key), value)
