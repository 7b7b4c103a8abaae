"""A template's stories rendered with the values of a context."""

import re
from collections.abc import Iterator, Mapping

from jixiao.reports.word.language import Environment
from jixiao.reports.word.opening import open_package
from jixiao.reports.word.package import zipped
from jixiao.reports.word.schema import Value
from jixiao.reports.word.stories import Story, stories_of


class TooLong(Exception):
    """Raised when a template makes more text than it may."""


def filled(template: bytes, file: str, values: Mapping[str, Value], limit: int | None = None) -> bytes:
    """The template with the values in place of its tags; TooLong past `limit` characters.

    The file must be a .docx, its tags checked before where they are not our own.
    """
    package = open_package(template, file)
    environment = Environment()
    for story in stories_of(package, file):
        package.parts[story.part] = _rendered(environment, story, values, limit).encode()
    return zipped(package.parts, compressed=False)  # numbers and charts are still to be added


def _rendered(environment: Environment, story: Story, values: Mapping[str, Value], limit: int | None) -> str:
    pieces = environment.from_string(story.source).generate(values)
    return _whole("".join(pieces if limit is None else _bounded(pieces, limit)))


def _bounded(pieces: Iterator[str], limit: int) -> Iterator[str]:
    for piece in pieces:
        limit -= len(piece)
        if limit < 0:
            raise TooLong
        yield piece


_EMPTY_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>).)*?</w:tbl>", re.DOTALL)
_EMPTY_HOLDER = re.compile(
    r"((?:<w:tcPr/>|</w:tcPr>|<w:(?:tc|txbxContent|hdr|ftr|footnote|endnote)(?: [^>]*)?>)\s*)"
    r"(?=</w:(?:tc|txbxContent|hdr|ftr|footnote|endnote)>)"
)


def _whole(xml: str) -> str:
    """The story without tables of no row, and with a paragraph in every cell: Word opens no file otherwise."""
    return _EMPTY_HOLDER.sub(r"\1<w:p/>", _EMPTY_TABLE.sub("<w:p/>", xml))
