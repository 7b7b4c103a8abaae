"""Opening a file of any kind as a document."""

import re
from pathlib import Path

from jixiao.documents.decoding import decoded
from jixiao.documents.joining import joined
from jixiao.documents.model import Document
from jixiao.documents.text import read_text
from jixiao.packs.filing import bytes_of
from jixiao.refusals import Problem, Refusal

FILE_LIMIT = 50_000_000
"""Bytes a file may have."""

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_SPREADSHEET_PART = b"xl/workbook."
_OLD_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book\x00".encode("utf-16-le"))
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|h\d|p)\b", re.IGNORECASE | re.DOTALL
)


def open_document(path: Path) -> Document:
    """The document in the file at `path`, tables that several pages hold put together.

    Refusal for what is missing, too large, damaged or of a kind that is not known.
    """
    return document_of(bytes_of(path, path.name, FILE_LIMIT), path.name)


def document_of(raw: bytes, file: str) -> Document:
    """The document in the bytes; they tell themselves what kind they are, whatever the file is called."""
    return joined(_read(raw, file))


def _read(raw: bytes, file: str) -> Document:
    """Each reader is loaded only for its own kind."""
    if raw.startswith(_ZIP):
        if _SPREADSHEET_PART in raw:
            from jixiao.documents.spreadsheets import read_workbook

            return read_workbook(raw, file)
        from jixiao.documents.word import read_word

        return read_word(raw, file)
    if raw.startswith(_OLE):
        return _read_old(raw, file)
    if raw.lstrip()[:5] == _PDF:
        from jixiao.documents.pdf import read_pdf

        return read_pdf(raw, file)
    text = decoded(raw, file)
    if _HTML.match(text):
        from jixiao.documents.html import read_html

        return read_html(text, file)
    return read_text(text, file)


def _read_old(raw: bytes, file: str) -> Document:
    """An Office file of the old kind: a workbook, or what has to be saved anew."""
    if any(name in raw for name in _OLD_WORKBOOKS):
        from jixiao.documents.spreadsheets import read_old_workbook

        return read_old_workbook(raw, file)
    mend = "请打开后取消密码，用 Word 或 WPS 另存为“Word 文档（.docx）”"
    raise Refusal(Problem(file, "", "加密的或旧格式（.doc）的文件", ".docx、.xlsx、.xls、.pdf、.html 或文本", mend))
