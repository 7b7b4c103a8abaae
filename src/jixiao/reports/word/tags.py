"""Tags in the paragraphs of a Word file: found whatever runs Word split them into, and put where Jinja reads them.

`{{ … }}` prints, `{% … %}` controls, `{# … #}` is a comment. Directly after the opening, `p` makes the tag stand for
its whole paragraph and `tr` for its whole table row, which then vanish. Nothing else in the file is ever a tag.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from lxml import etree

from jixiao.reports.word.language import CLOSED, OPENED, Unfit, printing, statement
from jixiao.reports.word.markup import w
from jixiao.reports.word.places import Paragraph, texts_of

Scope = Literal["", "p", "tr"]

_TAG = re.compile(r"\{\{(?P<print>.*?)\}\}|\{%(?P<control>.*?)%\}|\{#.*?#\}", re.DOTALL)
_SCOPED = re.compile(r"(?P<scope>p|tr|tc|r)\s(?P<words>.*)", re.DOTALL)
_LEFT_OVER = re.compile(r"[{｛][{｛%％#]|[}｝%％][}｝]")
_LONGEST = 500
_NEEDED = tuple(map(w, ("sectPr", "drawing", "pict", "object", "fldChar", "fldSimple")))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: what it does, its words, what it stands for, and the element its effect is confined to."""

    kind: Literal["print", "control", "comment"]
    scope: Scope
    words: str
    written: str
    paragraph: Paragraph
    container: etree._Element

    def source(self) -> str:
        """The tag in the Jinja source."""
        if self.kind == "comment":
            return ""
        return printing(self.words) if self.kind == "print" else statement(self.words)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A tag that cannot be where or as it is."""

    paragraph: Paragraph
    reason: Unfit


def take_tags(paragraph: Paragraph, tags: list[Tag]) -> Iterator[Misplaced]:
    """Append the tags of the paragraph to `tags`, and put in the file for each a mark with its place in that list."""
    texts = list(texts_of(paragraph.element))
    matches = list(_TAG.finditer(paragraph.text))
    rest = _TAG.sub(lambda match: " " * len(match[0]), paragraph.text)
    if broken := _LEFT_OVER.search(rest):
        yield Misplaced(paragraph, _unfinished(paragraph, broken))
    if not matches:
        return
    runs = _runs_at(texts, [match.start() for match in matches])
    first, spans = len(tags), [match.span() for match in matches]
    for match, run in zip(matches, runs, strict=True):
        try:
            tags.append(_tag(paragraph, match, run, alone=len(matches) == 1 and not rest.strip()))
        except Unfit as reason:
            yield Misplaced(paragraph, reason)
            tags.append(Tag("comment", "", "", match[0], paragraph, paragraph.element))
    if tags[first].scope:
        _stand_for(_whole(paragraph.element, tags[first].scope), tags[first], _mark(first))
    elif not rest.strip() and all(tag.kind == "comment" for tag in tags[first:]) and not _is_needed(paragraph.element):
        _replace(paragraph.element, "")
    else:
        _mark_texts(texts, spans, first)


def source_of(root: etree._Element, tags: Sequence[Tag]) -> str:
    """The story as Jinja source, its marks replaced by their tags."""
    xml = etree.tostring(root, encoding="unicode")
    return re.sub(f"{OPENED}(\\d+){CLOSED}", lambda mark: tags[int(mark[1])].source(), xml)


def _tag(paragraph: Paragraph, match: re.Match[str], run: etree._Element, *, alone: bool) -> Tag:
    written = " ".join(match[0].split())
    if len(written) > _LONGEST:
        raise Unfit("过长的标签", f"不超过 {_LONGEST} 字的标签", "请拆成几个标签")
    if match["print"] is None and match["control"] is None:
        return Tag("comment", "", "", written, paragraph, paragraph.element)
    words = _plain_quotes(match["print"] or match["control"] or "")
    scoped = _SCOPED.fullmatch(words)
    kind: Literal["print", "control"] = "print" if match["print"] is not None else "control"
    if not scoped:
        return Tag(kind, "", " ".join(words.split()), written, paragraph, _outside(run))
    scope = scoped["scope"]
    if scope not in ("p", "tr") or (scope == "tr" and kind == "print"):
        raise Unfit(f"“{written}”", "{{ }}、{{p }}、{% %}、{%p %}、{%tr %}", "请改用其中一种")
    whole = _checked(paragraph, scope, written, alone=alone)
    container = whole.getparent()
    assert container is not None
    return Tag(kind, "p" if scope == "p" else "tr", " ".join(scoped["words"].split()), written, paragraph, container)


def _checked(paragraph: Paragraph, scope: str, written: str, *, alone: bool) -> etree._Element:
    """The paragraph or row the tag stands for, which must hold nothing else."""
    if scope == "p":
        if not alone:
            raise Unfit(f"与其他文字同段的“{written}”", "单独成段的标签", "请让这个标签自成一段")
        if next(paragraph.element.iterdescendants(w("p")), None) is not None:
            raise Unfit(f"带有文本框的“{written}”", "单独成段的标签", "请把文本框移到另一段")
        return paragraph.element
    row = _whole(paragraph.element, "tr")
    if row is paragraph.element:
        raise Unfit(f"不在表格里的“{written}”", "表格一行中的标签", "请改用 {%p … %}")
    if not alone or "".join(text.text or "" for text in row.iter(w("t"))).strip() != paragraph.text.strip():
        raise Unfit(f"与其他文字同行的“{written}”", "单独占表格一行的标签", "请让这个标签自成一行")
    return row


def _whole(element: etree._Element, scope: Scope) -> etree._Element:
    """What a tag of the paragraph `element` stands for; the paragraph itself where it is in no row."""
    return element if scope != "tr" else next(element.iterancestors(w("tr")), element)


def _is_needed(element: etree._Element) -> bool:
    """Whether more would be lost with the paragraph than its text: the end of a section or page, a field, a shape."""
    breaks = (each for each in element.iter(w("br")) if each.get(w("type")) == "page")
    return any(True for _ in chain(element.iter(*_NEEDED), breaks))


def _outside(text: etree._Element) -> etree._Element:
    """What holds the run of a text: within one paragraph, tags that belong together have it in common."""
    run = text.getparent()
    holder = run.getparent() if run is not None else None
    assert holder is not None
    return holder


def _unfinished(paragraph: Paragraph, broken: re.Match[str]) -> Unfit:
    part = paragraph.text[max(0, broken.start() - 5) : broken.end() + 15]
    if re.search("[｛｝％]", broken[0]):
        return Unfit(f"全角括号“{part}”", "半角的 {{ }} 或 {% %}", "请在英文输入法下重写这个标签")
    return Unfit(f"不完整的标签“{part}”", "成对的 {{ }} 或 {% %}，写在同一段里", "请补上缺少的括号")


def _plain_quotes(words: str) -> str:
    """The quotes Word makes round on typing, straight again; where straight ones stand, round ones belong to a text."""
    return words if '"' in words or "'" in words else words.translate(str.maketrans("“”‘’", "\"\"''"))


def _runs_at(texts: Sequence[etree._Element], offsets: Sequence[int]) -> list[etree._Element]:
    """The text elements in which the characters at these ascending offsets stand."""
    found, end, wanted = [], 0, iter(offsets)
    offset = next(wanted, None)
    for text in texts:
        end += len(text.text or "")
        while offset is not None and offset < end:
            found.append(text)
            offset = next(wanted, None)
    return found


def _mark_texts(texts: Sequence[etree._Element], spans: Sequence[tuple[int, int]], first: int) -> None:
    """Put a mark in place of each span of the texts taken together, into the text in which the span begins."""
    begin = 0
    for text in texts:
        content = text.text or ""
        end, kept, at = begin + len(content), "", begin
        for number, (start, stop) in enumerate(spans, start=first):
            if begin < stop and start < end:
                kept += content[at - begin : max(start, at) - begin]
                kept += _mark(number) if start >= begin else ""
                at = stop
        text.text = kept + content[at - begin :]
        text.set(_SPACE, "preserve")
        begin = end


def _mark(number: int) -> str:
    return f"{OPENED}{number}{CLOSED}"


def _stand_for(element: etree._Element, tag: Tag, mark: str) -> None:
    """Put the mark in place of the paragraph or row; what else is needed of a paragraph stays, outside of the block."""
    if tag.scope == "tr" or not _is_needed(element):
        _replace(element, mark)
        return
    for text in texts_of(element):
        text.text = ""
    if tag.kind == "print" or tag.words.startswith("end"):
        _put_before(element, mark)
    else:
        element.tail = mark + (element.tail or "")


def _replace(element: etree._Element, mark: str) -> None:
    """Put the mark in place of the element."""
    _put_before(element, mark + (element.tail or ""))
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _put_before(element: etree._Element, mark: str) -> None:
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is None:
        parent.text = (parent.text or "") + mark
    else:
        before.tail = (before.tail or "") + mark
