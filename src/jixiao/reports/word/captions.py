"""The numbers of tables and figures: 表3-2 is the second table of the third chapter, 附表1-1 the first of annex 1."""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from jixiao.reports.word.blocks import FIGURE_NUMBER, TABLE_NUMBER
from jixiao.reports.word.headings import Heading
from jixiao.reports.word.markup import w

_KINDS = {TABLE_NUMBER: "表", FIGURE_NUMBER: "图"}


def number_captions(document: etree._Element, headings: Sequence[Heading]) -> None:
    """Write the number of each table and figure in the place its block keeps for it."""
    by_paragraph = {heading.paragraph: heading for heading in headings if heading.level == 1}
    before, chapter = "", ""
    passed: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for element in document.iter(w("p"), w("t")):
        heading = by_paragraph.get(element)
        if heading is not None:
            before = "附" if heading.annex else ""
            passed[before] += 1
            chapter = f"{passed[before]}-"
            counted.clear()
        elif element.text in _KINDS:
            kind = _KINDS[element.text]
            counted[kind] += 1
            element.text = f"{before}{kind}{chapter}{counted[kind]}"
