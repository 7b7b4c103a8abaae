"""The parts of an .xlsx file that anyone may have made, told element by element; a document type is refused."""

from collections.abc import Callable, Mapping
from typing import Protocol
from xml.etree.ElementTree import ParseError, XMLParser

from jixiao.packs.officefile import OfficeFile, OfficeKind
from jixiao.refusals import Refusal

_WORKBOOK = OfficeKind(
    noun="工作簿",
    whole_noun="Excel 工作簿",
    suffix=".xlsx",
    old_suffix=".xls",
    save_as="请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”",
    lighten="请删去图片和无关的工作表",
)


class Listener(Protocol):
    """Receives a part of the workbook element by element; names come without their namespace."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A piece of text inside the current element."""


class Package:
    """The parts of a workbook; every way it can be unreadable is a Refusal naming the file."""

    def __init__(self, raw: bytes, file: str) -> None:
        self.file = file
        self._parts = OfficeFile(raw, file, _WORKBOOK)

    def has(self, part: str) -> bool:
        """Whether the workbook has the part."""
        return self._parts.has(part)

    def read(self, part: str, listener: Listener) -> None:
        """Send the part to the listener. Refusal if it is missing, damaged, too large or declares a document type."""
        parser = XMLParser(target=_Target(listener, self._parts.damaged))
        try:
            for chunk in self._parts.chunks(part):
                parser.feed(chunk)
            parser.close()
        except (ParseError, LookupError, ValueError):  # the last two: a part in an encoding that nobody knows
            raise self._parts.damaged() from None


class _Target:
    """What the XML parser calls: strips namespaces and stops at a document type, where entities could be declared."""

    def __init__(self, listener: Listener, refuse: Callable[[], Refusal]) -> None:
        self._listener = listener
        self._refuse = refuse

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise self._refuse()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._listener.start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        self._listener.end(_local(tag))

    def data(self, text: str) -> None:
        self._listener.data(text)

    def close(self) -> None:
        """Nothing is left to do at the end of a part."""


def _local(name: str) -> str:
    return name.rpartition("}")[2]
