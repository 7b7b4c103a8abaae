"""Numbers of headings and tables: in order, none twice, and every table referred to is there."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Paragraph
from jixiao.findings import Catalogue, Check, Kind, Place, Severity
from jixiao.reading.outline import Heading

HEADING_ORDER = Check(
    "numbering.headings",
    Kind.NUMBERING,
    "标题序号",
    "同一标题下各级标题的序号是否从一开始、依次递增、没有重号。",
    "目录、附件和问卷题目的序号不核对；只影响编辑，列为说明。",
    "GB/T 9704—2012：结构层次序数依次为一、（一）1.（1）",
)
HEADING_TWICE = Check(
    "numbering.heading_twice",
    Kind.OTHER,
    "两处标题相同",
    "两个不同章节是否用了同一个标题（其中一个多半与内容不符）。",
    "“摘要”一类无序号的标题、附件内部的标题不比较；不同一级标题下的“存在问题”等小标题可以相同。",
    "标题应与内容相符",
)
TABLE_ORDER = Check(
    "numbering.tables",
    Kind.NUMBERING,
    "表的编号",
    "表的编号是否重复，同一章内是否依次递增。",
    "没有编号的表、附件中的表、续表不核对。",
    "表号唯一",
)
TABLE_MISSING = Check(
    "numbering.table_missing",
    Kind.NUMBERING,
    "引用的表不存在",
    "正文写明“见表5-4”的表，全文是否有这个编号。",
    "引用其他文件中的表、附表不核对。",
    "引用应能找到",
)
NUMBERING_CHECKS = Catalogue([HEADING_ORDER, HEADING_TWICE, TABLE_ORDER, TABLE_MISSING])
"""Every check of this module."""

_CAPTION = re.compile(r"\s*表\s*(\d+)\s*[-—–－]\s*(\d+)(?=[\s:：]|[^\d-]).{2,60}")
_SENTENCE = re.compile("[。;,]")
_GOES_ON = re.compile("[(]续|续表|[(]接上")
_REFERENCE = re.compile(r"(?:见|如|下)表(?P<number>\d+-\d+)|表(?P<later>\d+-\d+)所示")


def relations(material: Material) -> Iterator[Checked]:
    """The numbers of all headings and captions."""
    body = _body(material.headings)
    yield from _orders([heading for heading in body if heading.rank <= 3])
    yield from _twice(body)
    captions = list(_captions(material))
    yield from _tables(captions)
    yield from _references(material, {number for number, _ in captions})


def _body(found: Sequence[Heading]) -> list[Heading]:
    """The numbered headings before the annexes."""
    end = next((n for n, heading in enumerate(found) if heading.rank == 0), len(found))
    return [heading for heading in found[:end] if heading.mark and heading.number]


def _orders(body: Sequence[Heading]) -> Iterator[Checked]:
    last: dict[int, int] = {}
    for heading in body:
        number, before = heading.number or 0, last.get(heading.rank, 0)
        for deeper in [rank for rank in last if rank > heading.rank]:
            del last[deeper]
        last[heading.rank] = number
        if number == before + 1 or (heading.rank == 1 and number == 1):
            yield Checked.held(HEADING_ORDER, heading.place)
            continue
        wanted = f"前一个序号是 {before}" if before else "前面没有同级标题"
        yield Checked.failed(
            HEADING_ORDER,
            Severity.NOTE,
            f"标题“{heading}”的序号不连续",
            f"这一级标题的序号是 {number}，{wanted}，应为 {before + 1}。",
            heading.place,
            stated=heading.mark,
            expected=str(before + 1),
            group="标题序号",
        )


def _twice(body: Sequence[Heading]) -> Iterator[Checked]:
    """Chapters of the first two ranks that bear one title."""
    chapters = sorted((heading for heading in body if heading.rank <= 2), key=lambda heading: heading.title)
    for title, group in groupby(chapters, key=lambda heading: heading.title):
        headings = list(group)
        if len({heading.rank for heading in headings}) > 1:
            first, *others = sorted(headings, key=lambda heading: heading.rank)
            yield Checked.failed(
                HEADING_TWICE,
                Severity.WARNING,
                f"标题“{title}”用了 {len(headings)} 次",
                f"“{first}”与“{others[0]}”同名，其中一个标题可能与它下面的内容不符。",
                *(heading.place for heading in headings),
                stated=str(first),
            )


def _captions(material: Material) -> Iterator[tuple[str, Place]]:
    for block in material.document.blocks:
        if isinstance(block, Paragraph):
            found = _CAPTION.fullmatch(unicodedata.normalize("NFKC", block.text))
            if found and not _SENTENCE.search(found.group()) and not _GOES_ON.search(found.group()):
                yield f"{found[1]}-{found[2]}", replace(block.place, text=block.text)


def _tables(captions: Sequence[tuple[str, Place]]) -> Iterator[Checked]:
    seen: dict[str, Place] = {}
    last: dict[str, int] = {}
    for number, place in captions:
        chapter, _, serial = number.partition("-")
        if number in seen:
            yield Checked.failed(
                TABLE_ORDER,
                Severity.NOTE,
                f"两张表都编为表{number}",
                "同一编号用于两张表，引用时分不清是哪一张。",
                place,
                seen[number],
                stated=f"表{number}",
            )
        elif int(serial) < last.get(chapter, 0):
            before = f"表{chapter}-{last[chapter]}"
            title, why = f"表{number}排在{before}之后", "同一章的表应按编号依次排列。"
            yield Checked.failed(TABLE_ORDER, Severity.NOTE, title, why, place, stated=f"表{number}")
        else:
            yield Checked.held(TABLE_ORDER, place)
        seen.setdefault(number, place)
        last[chapter] = max(int(serial), last.get(chapter, 0))


def _references(material: Material, known: set[str]) -> Iterator[Checked]:
    for passage in material.passages:
        for found in _REFERENCE.finditer(passage.text):
            number, place = found["number"] or found["later"], passage.place(*found.span())
            if number in known:
                yield Checked.held(TABLE_MISSING, place)
            elif known:
                title, why = f"文中引用的表{number}不存在", f"写明见表{number}，全文没有编为表{number}的表。"
                yield Checked.failed(TABLE_MISSING, Severity.WARNING, title, why, place, stated=f"表{number}")
