"""Office files (.docx, .xlsx): archives of parts that anyone may have made, opened within bounds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.refusals import Problem, Refusal

UNPACKED_LIMIT = 80_000_000
"""Bytes all parts that are read may have once unpacked."""
PART_LIMIT = 2_000
"""Parts a file may have."""
CONTENT_TYPES = "[Content_Types].xml"
"""The part that every Office file has."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """What messages say of a kind of file: what it is called (`noun`), in full (`whole_noun`), and what to do.

    `unpacked` are the bytes that its parts may have together.
    """

    noun: str
    whole_noun: str
    suffix: str
    old_suffix: str
    save_as: str
    lighten: str
    unpacked: int = UNPACKED_LIMIT


class OfficeFile:
    """The parts of an Office file; every way it can be unreadable is a Refusal that names the file.

    A file without the part that it `needs` is none of its kind.
    """

    def __init__(self, raw: bytes, file: str, kind: OfficeKind, *, needs: str = CONTENT_TYPES) -> None:
        self._file = file
        self._kind = kind
        if raw.startswith(_OLE):
            raise self._locked() if _ENCRYPTED in raw else self._old()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError):
            raise self.another() from None
        self.parts = tuple(entry.filename for entry in self._archive.infolist() if not entry.is_dir())
        if len(self.parts) > PART_LIMIT:
            raise self._too_large()
        self._names = {name.lower(): name for name in self.parts}
        self._left = kind.unpacked
        if not self.has(needs):
            raise self.another()

    def has(self, part: str) -> bool:
        """Whether the file has the part; names compare without regard to case, as the format says."""
        return part.lower() in self._names

    def chunks(self, part: str) -> Iterator[bytes]:
        """The content of a part, piece by piece; Refusal where it is missing or damaged, or all becomes too much."""
        try:
            with self._archive.open(self._names.get(part.lower(), part)) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise self._too_large()
                    yield chunk
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError, RuntimeError, NotImplementedError, zlib.error):
            raise self.damaged() from None

    def read(self, part: str) -> bytes:
        """The content of a part, as `chunks` gives it."""
        return b"".join(self.chunks(part))

    def another(self) -> Refusal:
        """What is raised for a file that is none of this kind."""
        return self._refusal(f"不是 {self._kind.whole_noun}的文件", self._expected, self._kind.save_as)

    def damaged(self) -> Refusal:
        """What is raised where a part cannot be read."""
        return self._refusal(f"损坏的{self._kind.noun}", f"完整的 {self._kind.suffix} 文件", self._kind.save_as)

    @property
    def _expected(self) -> str:
        return f"{self._kind.suffix} {self._kind.noun}"

    def _old(self) -> Refusal:
        return self._refusal(
            f"旧格式（{self._kind.old_suffix}）的{self._kind.noun}", self._expected, self._kind.save_as
        )

    def _locked(self) -> Refusal:
        return self._refusal(f"加密的{self._kind.noun}", f"没有打开密码的 {self._expected}", "请打开后取消密码再保存")

    def _too_large(self) -> Refusal:
        expected = f"展开后不超过 {self._kind.unpacked // 1_000_000} MB 的{self._kind.noun}"
        return self._refusal(f"展开后过大的{self._kind.noun}", expected, self._kind.lighten)

    def _refusal(self, found: str, expected: str, mend: str) -> Refusal:
        return Refusal(Problem(self._file, "", found, expected, mend))
