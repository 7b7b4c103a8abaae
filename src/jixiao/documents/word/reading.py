"""Opening a Word file: its parts, and the document that they make."""

from posixpath import basename, dirname, join, normpath

from lxml import etree

from jixiao.documents.model import Document, GridCount
from jixiao.documents.word.body import Body, Notes
from jixiao.documents.word.lists import Lists
from jixiao.documents.word.markup import W, w
from jixiao.documents.word.styles import Styles
from jixiao.packs.officefile import OfficeFile, OfficeKind

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LINKS, _USUAL_MAIN = "_rels/.rels", "word/document.xml"
_WORD = OfficeKind(
    noun="文件",
    whole_noun="Word 文档",
    suffix=".docx",
    old_suffix=".doc",
    save_as="请用 Word 或 WPS 打开后另存为“Word 文档（.docx）”",
    lighten="请拆分文件",
    unpacked=40_000_000,
)


def read_word(raw: bytes, file: str) -> Document:
    """The document in a .docx file; Refusal for one that is damaged, encrypted, too large or hostile.

    Text stands as with all tracked changes accepted; headers, footers, comments and hidden text are no part of it.
    """
    parts = OfficeFile(raw, file, _WORD)
    main = _main(parts)
    root = _parsed(parts, main)
    related = {kind: name for kind, name in _related(parts, main).items() if parts.has(name)}
    opened = {kind: _parsed(parts, name) for kind, name in related.items() if kind in _READ}
    styles = Styles(opened.get("styles"))
    body = root.find(w("body"))
    reader = Body(
        styles,
        Lists(opened.get("numbering"), styles),
        _notes(opened),
        {paragraph: at for at, paragraph in enumerate(root.iter(w("p")))},
        GridCount(file),
    )
    return Document(file, "docx", tuple(reader.blocks(root if body is None else body)))


_NOTES = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_READ = ("styles", "numbering", *_NOTES)


def _notes(opened: dict[str, etree._Element]) -> Notes:
    """The footnotes and endnotes; the lines that separate them from the text are none."""
    return {
        (part, note.get(w("id"), "")): note
        for part, tag in _NOTES.items()
        if part in opened
        for note in opened[part].iterchildren(tag)
        if note.get(w("type"), "normal") == "normal"
    }


def _main(parts: OfficeFile) -> str:
    """The name of the part that holds the text."""
    name = _targets(parts, _LINKS, "").get("officeDocument", _USUAL_MAIN)
    if not parts.has(name):
        raise parts.another()
    return name


def _related(parts: OfficeFile, main: str) -> dict[str, str]:
    """The parts that the main one refers to by their kind; the usual names where it does not say."""
    usual = {kind: join(dirname(main), f"{kind}.xml") for kind in _READ}
    return usual | _targets(parts, join(dirname(main), "_rels", f"{basename(main)}.rels"), dirname(main))


def _targets(parts: OfficeFile, links: str, folder: str) -> dict[str, str]:
    if not parts.has(links):
        return {}
    return {
        basename(link.get("Type", "")): _resolved(folder, link.get("Target", ""))
        for link in _parsed(parts, links)
        if isinstance(link.tag, str) and link.get("TargetMode") != "External"
    }


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


def _parsed(parts: OfficeFile, name: str) -> etree._Element:
    """A part as a tree: nothing is fetched, no entity resolved, a document type refused."""
    content = parts.read(name).replace(_STRICT, W.encode())
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        raise parts.damaged() from None
    if root.getroottree().docinfo.doctype:
        raise parts.damaged()
    return root
