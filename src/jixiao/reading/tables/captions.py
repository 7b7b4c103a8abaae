"""What is said about a table outside its cells: its caption, the number in it, and the unit of its amounts."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.documents import Block, Grid, Paragraph
from jixiao.quantities import Unit, UnitError, unit_named
from jixiao.reading.outline import Section

_NUMBER = r"(?:\d+|[一二三四五六七八九十]+)(?:[-—–.]\d+)*"
_CAPTION = re.compile(rf"(?:附|续)?表\s*({_NUMBER})?\s*[:：.、]?\s*(.*)")
_TITLED = re.compile(r".{2,58}(?:表|情况)(?:[（(][^（()）]*[)）])?")
_UNIT = re.compile(r"(?:金额|货币|计量)?单位[:：]?\s*(?:人民币)?([^\s，,；;）)、/\d]+)")
_UNIT_LINE = re.compile(r"[（(]?\s*(?:金额|货币|计量)?单位[:：].{1,20}|.{0,40}\s(?:金额)?单位[:：]\s*\S{1,8}")
_IN_BRACKETS = re.compile(r"[（(]([^（()）]+)[)）]")
_LONGEST = 60
_LINES_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Announced:
    """The caption of a table, its number as “1-2”, and its unit; empty where nothing is said."""

    caption: str = ""
    number: str = ""
    unit: Unit | None = None


def announced(blocks: Sequence[tuple[Block, Section]], at: int) -> Announced:
    """What the lines before the table at `at` say about it; a caption may stand below the table instead.

    Words between the table and its caption (a source, a note) end the search; the unit may stand on either side.
    """
    _, section = blocks[at]
    before = _paragraphs_before(blocks, at)
    captions = [text for text in before if is_caption(text)]
    caption = captions[-1] if captions else _title(before) or _heading(section)
    unit = next((found for text in reversed(before) if (found := unit_in(text)) is not None), None)
    if not captions:
        below = _caption_below(blocks, at)
        caption = below or caption
    return Announced(caption, number_in(caption), unit or unit_in(caption) or _in_brackets(caption))


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table: 表1-2 …, 附表 …"""
    found = _CAPTION.fullmatch(text)
    return found is not None and len(text) <= _LONGEST and not text.endswith(("。", "；", ";"))


def is_title(text: str) -> bool:
    """Whether a line could be the title of a table though it does not begin with 表."""
    return _TITLED.fullmatch(text) is not None and not re.search("[。；;，,]", text)


def number_in(caption: str) -> str:
    """The number of a caption.

    >>> number_in("表 1—2 支出情况表"), number_in("附表三 收支总表"), number_in("收支总表")
    ('1-2', '三', '')
    """
    found = _CAPTION.fullmatch(caption)
    return re.sub("[—–.]", "-", found[1] or "") if found else ""


def unit_in(text: str) -> Unit | None:
    """The unit that a line such as “单位：万元” or “（金额单位：元）” names."""
    if not _UNIT_LINE.fullmatch(text) and not is_caption(text):
        return None
    found = _UNIT.search(text)
    return known_unit(found[1]) if found else None


def known_unit(name: str) -> Unit | None:
    """The unit of this name, if it is known."""
    try:
        return unit_named(name)
    except UnitError:
        return None


def _in_brackets(text: str) -> Unit | None:
    return next((unit for name in _IN_BRACKETS.findall(text) if (unit := known_unit(name)) is not None), None)


def _paragraphs_before(blocks: Sequence[tuple[Block, Section]], at: int) -> list[str]:
    found: list[str] = []
    for block, _ in reversed(blocks[max(at - _LINES_BEFORE, 0) : at]):
        if isinstance(block, Grid):
            break
        text = _plain(block)
        if any(map(is_caption, found)) and unit_in(text) is None:
            break
        found.insert(0, text)
    return found


def _title(before: Sequence[str]) -> str:
    return next((text for text in reversed(before) if is_title(text) and unit_in(text) is None), "")


def _heading(section: Section) -> str:
    """The heading above, where it is one of an annex or a title of a table (附表1 …, …情况表)."""
    if not section:
        return ""
    words = str(section[-1])
    return words if is_caption(words) or (is_title(words) and words.endswith("表")) else ""


def _caption_below(blocks: Sequence[tuple[Block, Section]], at: int) -> str:
    """The caption right below a table, if it is not that of a next table."""
    if at + 1 >= len(blocks) or not isinstance(block := blocks[at + 1][0], Paragraph):
        return ""
    following = blocks[at + 2 : at + 4]
    announces_next = any(isinstance(after, Grid) for after, _ in following)
    text = _plain(block)
    return text if is_caption(text) and number_in(text) and not announces_next else ""


def _plain(paragraph: Block) -> str:
    return "" if isinstance(paragraph, Grid) else " ".join(unicodedata.normalize("NFKC", paragraph.text).split())
