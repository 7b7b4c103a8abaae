"""Opening a file of any kind as a document."""

import re
from pathlib import Path

from jixiao.documents.decoding import decoded
from jixiao.documents.joining import joined
from jixiao.documents.kinds import AS_WORD, READABLE, Kind, kind_of
from jixiao.documents.model import Document
from jixiao.documents.text import read_text
from jixiao.packs.filing import bytes_of
from jixiao.refusals import Problem, Refusal

FILE_LIMIT = 50_000_000
"""Bytes a file may have."""

_TELLING = 2_000  # characters at the beginning that tell what a text is
_ASIDE = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(r"<\?xml[^>]*>")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|div|h\d|p)\b", re.IGNORECASE)


def open_document(path: Path) -> Document:
    """The document in the file at `path`, tables that several pages hold put together.

    Refusal for what is missing, too large, damaged or of a kind that is not known.
    """
    return document_of(bytes_of(path, path.name, FILE_LIMIT), path.name)


def document_of(raw: bytes, file: str) -> Document:
    """The document in the bytes; they tell themselves what kind they are, whatever the file is called."""
    document = joined(_read(raw, file))
    if not document.blocks:
        mend = "请先识别图片中的文字，或改用原来的文件"
        raise Refusal(Problem(file, "", "没有文字的文件（可能只有图片）", "有文字的文件", mend))
    return document


def _read(raw: bytes, file: str) -> Document:
    """Each reader is loaded only for its own kind."""
    match kind_of(raw, file):
        case Kind.WORD:
            from jixiao.documents.word import read_word

            return read_word(raw, file)
        case Kind.OLD_WORD:
            from jixiao.documents.oldword import read_old_word

            return read_old_word(raw, file)
        case Kind.WORKBOOK:
            from jixiao.documents.spreadsheets import read_workbook

            return read_workbook(raw, file)
        case Kind.OLD_WORKBOOK:
            from jixiao.documents.spreadsheets import read_old_workbook

            return read_old_workbook(raw, file)
        case Kind.PDF:
            from jixiao.documents.pdf import read_pdf

            return read_pdf(raw, file)
        case Kind.OFD:
            from jixiao.documents.ofd import read_ofd

            return read_ofd(raw, file)
        case Kind.TEXT:
            return _read_text(decoded(raw, file), file)


def _read_text(text: str, file: str) -> Document:
    """A text is a web page if it begins as one; other XML is no text for people."""
    beginning = _without_comments(text)
    if _HTML.match(beginning):
        from jixiao.documents.html import read_html

        return read_html(text, file)
    if beginning.startswith("<?xml"):
        raise Refusal(Problem(file, "", "XML 文件", READABLE, AS_WORD))
    return read_text(text, file)


def _without_comments(text: str) -> str:
    """How the text begins behind blanks, comments and the declaration of a web page in XML."""
    at = 0
    while found := _ASIDE.match(text, at):
        at = found.end()
    rest = text[at : at + _TELLING].lstrip()
    declared = _DECLARATION.match(rest)
    return rest[declared.end() :].lstrip() if declared and "<html" in rest.lower() else rest
