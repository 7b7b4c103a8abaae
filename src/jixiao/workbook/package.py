"""Opening an .xlsx file that anyone may have made: bounded, without external entities, one sentence when it fails."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol
from xml.etree.ElementTree import ParseError, XMLParser

from jixiao.packs.filing import bytes_of
from jixiao.refusals import Problem, Refusal

FILE_LIMIT = 20_000_000
"""Bytes a workbook file may have."""
UNPACKED_LIMIT = 80_000_000
"""Bytes all parts of a workbook that are read may have once unpacked."""
PART_LIMIT = 2_000
"""Parts a workbook may have."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 65_536


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

    def __init__(self, path: Path) -> None:
        self.file = path.name
        raw = bytes_of(path, self.file, FILE_LIMIT)
        if raw.startswith(_OLE):
            raise self._refusal(*_ole_complaint(raw))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError):
            raise self._refusal(*_NO_WORKBOOK) from None
        self._left = UNPACKED_LIMIT
        self._names = {name.lower(): name for name in self._archive.namelist()}
        if len(self._names) > PART_LIMIT:
            raise self._too_large()
        if "[content_types].xml" not in self._names:
            raise self._refusal(*_NO_WORKBOOK)

    def has(self, part: str) -> bool:
        """Whether the workbook has the part (names compare without regard to case, as the format says)."""
        return part.lower() in self._names

    def read(self, part: str, listener: Listener) -> None:
        """Send the part to the listener. Refusal if it is missing, damaged, too large or declares a document type."""
        parser = XMLParser(target=_Target(listener, self._damaged))
        try:
            with self._archive.open(self._names.get(part.lower(), part)) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise self._too_large()
                    parser.feed(chunk)
            parser.close()
        except (ParseError, zipfile.BadZipFile, KeyError, EOFError, RuntimeError, NotImplementedError, zlib.error):
            raise self._damaged() from None

    def _damaged(self) -> Refusal:
        return self._refusal(
            "损坏的工作簿", "完整的 .xlsx 文件", "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”"
        )

    def _too_large(self) -> Refusal:
        found = "展开后过大的工作簿"
        return self._refusal(
            found, f"展开后不超过 {UNPACKED_LIMIT // 1_000_000} MB 的工作簿", "请删去图片和无关的工作表"
        )

    def _refusal(self, found: str, expected: str, mend: str) -> Refusal:
        return Refusal(Problem(self.file, "", found, expected, mend))


_NO_WORKBOOK = ("不是 Excel 工作簿的文件", ".xlsx 工作簿", "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”")


def _ole_complaint(raw: bytes) -> tuple[str, str, str]:
    if _ENCRYPTED in raw:
        return "加密的工作簿", "没有打开密码的 .xlsx 工作簿", "请打开后取消密码再保存"
    return "旧格式（.xls）的工作簿", ".xlsx 工作簿", "请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”"


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
