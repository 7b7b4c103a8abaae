"""Annexes: those listed or referred to must be there and must hold something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Paragraph
from jixiao.findings import Catalogue, Check, Kind, Place, Severity
from jixiao.reading.outline import Heading, heading_of, number_in
from jixiao.text import normal

EMPTY_ANNEX = Check(
    "annex.empty",
    Kind.MISSING_VALUE,
    "附件只有标题",
    "每个附件的标题下面是否有内容。",
    "只在正文中列出名称、全文一个附件也没有附上的，另作提示；有几张工作表的文件，附件可能另在一张，只列为未核对。",
    "财预〔2020〕10号：评价报告应附相关附件",
)
MISSING_ANNEX = Check(
    "annex.missing",
    Kind.MISSING_VALUE,
    "提到的附件没有附上",
    "正文列出或引用的附件（详见附件三）是否附在文中。",
    "没有编号的“附件”、别的文件的附件不核对；全文没有附上任何附件的，可能另成一册，只作说明；"
    "有几张工作表的文件，附件可能是其中一张，只列为未核对。",
    "财预〔2020〕10号：评价报告应附相关附件",
)
ANNEX_CHECKS = Catalogue([EMPTY_ANNEX, MISSING_ANNEX])
"""Every check of this module."""

_MARK = "附[件表录](?:[一二三四五六七八九十]+|\\d+(?:-\\d+)?)"
_REFERRED = re.compile(f"(?:详见|见|参见|列于)(?P<of>[^,;。()]{{0,6}})(?P<mark>{_MARK})")
_OF_ANOTHER = re.compile("[》号]|文件|通知|办法|合同|协议|方案|批复|决算|审计")
_BEGINS = re.compile(f"[^\\w《]{{0,4}}(?P<mark>{_MARK})(?!\\d)")
_CHINESE = re.compile("[一二三四五六七八九十]+")


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex by its number: its headings, and whether anything stands below one of them."""

    headings: tuple[Heading, ...]
    is_filled: bool

    @property
    def last(self) -> Heading:
        """The heading that stands where the annex itself should be."""
        return self.headings[-1]


def relations(material: Material) -> Iterator[Checked]:
    """Every annex that is listed, and every one that is referred to."""
    annexes = _annexes(material)
    attached = any(annex.is_filled for annex in annexes.values())
    has_sheets = _has_sheets(material)
    for annex in annexes.values():
        if has_sheets and not annex.is_filled and attached:
            yield Checked.not_made(EMPTY_ANNEX, f"“{annex.last}”的内容可能在另一张工作表", annex.last.place)
        else:
            yield _filled(annex, attached=attached)
    begun = _begun(material)
    for mark, place in _references(material):
        if mark in annexes:
            yield Checked.held(MISSING_ANNEX, place)
        elif mark in begun:
            yield Checked.not_made(MISSING_ANNEX, f"有以{mark}开头的文字，没有认出它是不是附件的标题", place)
        elif attached and has_sheets:
            yield Checked.not_made(MISSING_ANNEX, f"{mark}可能是名称里没有写明的一张工作表", place)
        elif attached:
            yield _not_attached(mark, place, [known for known in annexes if known[2:] == mark[2:]])


def _has_sheets(material: Material) -> bool:
    """Whether the document has several sheets, any of which may be the annex that a heading on another one names."""
    blocks = material.document.blocks
    tables = {block.place.table for block in blocks if isinstance(block, Paragraph)}
    return sum(isinstance(table, str) for table in tables) > 1


def _not_attached(mark: str, place: Place, alike: Sequence[str]) -> Checked:
    """An annex referred to and not there; one of its number under another word (附表, 附件) is probably meant."""
    if alike:
        title, why = f"引用的{mark}，附上的是{alike[0]}", f"全文没有以{mark}为题的附件，可能就是{alike[0]}。"
        return Checked.failed(MISSING_ANNEX, Severity.NOTE, title, why, place, stated=mark, expected=alike[0])
    why = f"文中写明见{mark}，全文却没有以它为题的附件。"
    return Checked.failed(MISSING_ANNEX, Severity.ERROR, f"引用的{mark}没有附在文中", why, place, group=mark)


def _annexes(material: Material) -> dict[str, Annex]:
    """The annexes by their marks; of several headings with one mark the first is an entry of a list."""
    found: dict[str, Annex] = {}
    blocks = material.document.blocks
    marked = [
        (number, heading)
        for number, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (heading := heading_of(block)) and heading.rank == 0 and heading.number
    ]
    ends = [number for number, _ in marked[1:]] + [len(blocks)]
    following = [heading for _, heading in marked[1:]] + [None]
    for (number, heading), end, after in zip(marked, ends, following, strict=False):
        mark = _mark(heading.mark)
        known = found.get(mark, Annex((), is_filled=False))
        is_filled = known.is_filled or end > number + 1 or (after is not None and _is_part(after, heading))
        found[mark] = Annex((*known.headings, heading), is_filled)
    return found


def _is_part(table: Heading, annex: Heading) -> bool:
    """Whether a heading names a table of the annex above it: 附表1-1 below 附件1."""
    return _mark(table.mark)[2:].startswith(f"{_mark(annex.mark)[2:]}-")


def _filled(annex: Annex, *, attached: bool) -> Checked:
    heading = annex.last
    if annex.is_filled:
        return Checked.held(EMPTY_ANNEX, heading.place)
    if not attached:
        return Checked.failed(
            MISSING_ANNEX,
            Severity.NOTE,
            f"“{heading}”没有附在文中",
            "列出的附件可能另成一册。",
            heading.place,
            group="全部",
        )
    title = f"“{heading}”只有标题，没有内容"
    why = "列为附件，标题下面却没有任何内容；引用它作依据的结论因此无从核对。"
    return Checked.failed(EMPTY_ANNEX, Severity.ERROR, title, why, *_places(annex.headings), cause=_mark(heading.mark))


def _places(headings: Sequence[Heading]) -> tuple[Place, ...]:
    return tuple(heading.place for heading in reversed(headings))


def _references(material: Material) -> Iterator[tuple[str, Place]]:
    for passage in material.passages:
        for found in _REFERRED.finditer(passage.text):
            if not _OF_ANOTHER.search(found["of"]):
                yield _mark(found["mark"]), passage.place(*found.span("mark"))


def _begun(material: Material) -> frozenset[str]:
    """The marks that a paragraph or a cell begins with: a title too long or too odd for a heading may stand there."""
    blocks = material.document.blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    texts += [cell.text for grid in material.document.grids() for row in grid.rows for cell in row]
    return frozenset(_mark(found["mark"]) for text in texts if (found := _BEGINS.match(normal(text).text)))


def _mark(text: str) -> str:
    """The mark of an annex with its number in digits, so that 附件一 and 附件1 are one.

    >>> _mark("附件三:"), _mark("附件十二"), _mark("附表1")
    ('附件3', '附件12', '附表1')
    """
    return _CHINESE.sub(lambda number: str(number_in(number.group())), text.rstrip(":、. "))
