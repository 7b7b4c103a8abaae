"""What the first page of a report or plan says: its title, who is evaluated, by whom, for whom, and the year."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.documents import Document, Paragraph

_COVER_PARAGRAPHS = 20
_TITLE = re.compile(r"[^。；]*(?:报告|工作方案|实施方案|评价方案)(?:[(（].{1,12}[)）])?")
_MARKS = "#* \t"
_LABELS = {
    "department": "项目单位|被评价单位|被评价部门|部门名称|部门[(（]单位[)）]名称|主管部门",
    "client": "委托单位|委托方|委托部门",
    "evaluator": "评价机构|评价单位|第三方机构|受托机构",
}
_LABELLED = re.compile(r"([^：:]{2,12})[：:]\s*(.*)", re.DOTALL)
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年度?")
_YEARLY = re.compile(r"(?<!\d)(20\d\d)\s*年度")


@dataclass(frozen=True, slots=True)
class Cover:
    """What is known of the case; "" where the document does not say."""

    title: str = ""
    department: str = ""
    client: str = ""
    evaluator: str = ""
    year: str = ""


def cover_of(document: Document) -> Cover:
    """What the first paragraphs say, and the year the document speaks of most."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    first = paragraphs[:_COVER_PARAGRAPHS]
    title = _title(first)
    known = {key: _labelled(first, words) for key, words in _LABELS.items()}
    return Cover(title, known["department"], known["client"], known["evaluator"], _year(title, paragraphs))


def _title(paragraphs: Sequence[Paragraph]) -> str:
    """The first paragraphs up to the one that ends like a title; "" where a sentence stands before."""
    words = ""
    for paragraph in paragraphs[:6]:
        words += paragraph.text.strip(_MARKS)
        if _LABELLED.fullmatch(paragraph.text) or words.endswith("。"):
            return ""
        if _TITLE.fullmatch(words):
            return "".join(words.split())
    return ""


def _labelled(paragraphs: Sequence[Paragraph], labels: str) -> str:
    """What stands behind one of the labels, with the line that goes on below it."""
    for number, paragraph in enumerate(paragraphs):
        found = _LABELLED.fullmatch(paragraph.text)
        if found is None or not re.fullmatch(labels, "".join(found[1].split())):
            continue
        following = paragraphs[number + 1 : number + 2]
        goes_on = following and paragraph.place.line and following[0].place.line == paragraph.place.line + 1
        rest = following[0].text if goes_on and not _LABELLED.fullmatch(following[0].text) else ""
        return "".join((found[2] + rest).split())
    return ""


def _year(title: str, paragraphs: Sequence[Paragraph]) -> str:
    in_title = _YEAR.findall(title)
    if len(set(in_title)) == 1:
        return str(in_title[0])
    years = Counter(year for paragraph in paragraphs for year in _YEARLY.findall(paragraph.text))
    return years.most_common(1)[0][0] if years else ""
