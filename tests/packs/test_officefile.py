"""Office files are opened within bounds, and whatever is wrong with one is a single sentence about that file."""

import io
import struct
import zipfile
from collections.abc import Mapping

import pytest

from jixiao.packs.officefile import CONTENT_TYPES, UNPACKED_LIMIT, OfficeFile, OfficeKind
from jixiao.refusals import Refusal

KIND = OfficeKind("文稿", "某种文稿", ".abc", ".ab", "请另存", "请删图")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in {CONTENT_TYPES: b"<Types/>", **parts}.items():
            written.writestr(name, content)
    return stream.getvalue()


def understated(name: str, content: bytes) -> bytes:
    """A file whose part is said to be one byte long wherever its size is stated."""
    raw = archive({name: content})
    return raw.replace(struct.pack("<L", len(content)), struct.pack("<L", 1))


def refusal_of(raw: bytes, part: str = CONTENT_TYPES) -> str:
    with pytest.raises(Refusal) as refused:
        OfficeFile(raw, "文稿.abc", KIND).read(part)
    (problem,) = refused.value.problems
    assert problem.file == "文稿.abc"
    return str(problem)


def test_a_part_is_found_whatever_the_case_of_its_name() -> None:
    opened = OfficeFile(archive({"word/Document.xml": b"<a/>"}), "文稿.abc", KIND)
    assert opened.parts == (CONTENT_TYPES, "word/Document.xml")
    assert opened.has("Word/document.XML")
    assert opened.read("word/document.xml") == b"<a/>"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "读到不是 某种文稿的文件，应为.abc 文稿。请另存"),
        (OLE, "旧格式（.ab）的文稿"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "加密的文稿，应为没有打开密码的 .abc 文稿"),
        (archive({f"media/{number}": b"" for number in range(2_000)}), "展开后过大的文稿"),
    ],
    ids=["nothing", "old", "encrypted", "too many parts"],
)
def test_what_cannot_be_opened_is_refused(raw: bytes, words: str) -> None:
    assert words in refusal_of(raw)


def test_an_archive_without_content_types_is_no_office_file() -> None:
    stream = io.BytesIO()
    zipfile.ZipFile(stream, "w").close()
    assert "不是 某种文稿的文件" in refusal_of(stream.getvalue())


def test_parts_are_counted_together_and_unpacked_no_further_than_the_limit() -> None:
    half = bytes(UNPACKED_LIMIT // 2 + 1)
    opened = OfficeFile(archive({"one": half, "two": half}), "文稿.abc", KIND)
    opened.read("one")
    with pytest.raises(Refusal, match="展开后不超过 80 MB 的文稿"):
        opened.read("two")


def test_a_part_that_is_missing_or_not_as_long_as_stated_is_damage() -> None:
    assert "损坏的文稿" in refusal_of(archive({}), "word/document.xml")
    assert "损坏的文稿" in refusal_of(understated("part", b"abc" * 1000), "part")
