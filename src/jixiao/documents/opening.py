"""Opening a file of any kind as a document."""

from pathlib import Path

from jixiao.documents.decoding import decoded
from jixiao.documents.joining import joined
from jixiao.documents.model import Document
from jixiao.documents.text import read_text
from jixiao.packs.filing import bytes_of

FILE_LIMIT = 50_000_000
"""Bytes a file may have."""


def open_document(path: Path) -> Document:
    """The document in the file at `path`, tables that several pages hold put together.

    Refusal for what is missing, too large, damaged or of a kind that is not known.
    """
    raw = bytes_of(path, path.name, FILE_LIMIT)
    return joined(document_of(raw, path.name))


def document_of(raw: bytes, file: str) -> Document:
    """The document in the bytes, whose kind they tell themselves."""
    return read_text(decoded(raw, file), file)
