"""A Word file of its own in the look of our reports: the default template's styles and page, another text."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from lxml import etree

from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.defaults import default_template
from jixiao.reports.word.finishing import finish
from jixiao.reports.word.markup import W, w
from jixiao.reports.word.package import Package, parsed, serialized


@dataclass(frozen=True, slots=True)
class Margins:
    """How far the text stands from the edges of the paper, and the page number from its foot, in twips."""

    top: int
    right: int
    bottom: int
    left: int
    footer: int


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of A4, upright or on its side."""

    margins: Margins
    on_its_side: bool = False


ON_ITS_SIDE = Page(Margins(top=1587, right=2041, bottom=1474, left=2041, footer=797), on_its_side=True)
"""A page for wide tables."""
_LONG, _SHORT = "16838", "11906"


def standalone_docx(
    pieces: Iterable[str], *, title: str, blocks: Blocks | None = None, page: Page | None = None
) -> bytes:
    """The pieces of WordprocessingML as a finished file; `blocks` is what wrote the charts among them.

    Without `page` it is that of a report.
    """
    package = Package.read(default_template("report"))
    root = parsed(package.parts[package.document])
    body = root.find(w("body"))
    if body is None:
        raise ValueError("the default template has no body")
    if page is not None:
        _lay(body[-1], page)
    for element in list(body)[:-1]:
        body.remove(element)
    written = parsed(f'<w:body xmlns:w="{W}">{"".join(pieces)}</w:body>'.encode())
    for element in reversed(list(written)):
        body.insert(0, element)
    package.parts[package.document] = serialized(root)
    return finish(package.to_bytes(), blocks.charts if blocks else (), title=title)


def _lay(section: etree._Element, page: Page) -> None:
    """Give a section the paper and the margins of a page."""
    paper = {"w": _LONG, "h": _SHORT, "orient": "landscape"} if page.on_its_side else {"w": _SHORT, "h": _LONG}
    for name, values in (("pgSz", paper), ("pgMar", asdict(page.margins))):
        for element in section.iterfind(w(name)):
            for key, value in values.items():
                element.set(w(key), str(value))
