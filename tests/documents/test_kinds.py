"""What kind of file bytes are, and what people are told of those that cannot be read: one line, and what to do."""

import io
import struct
import zipfile

import pytest
from tests.reading.annexes import packed

from jixiao.documents import document_of
from jixiao.documents.compound import SIGNATURE
from jixiao.refusals import Refusal

READABLE = ".docx、.doc、.xlsx、.xls、.pdf、.ofd、.html 或文本文件"


def archive(*names: str) -> bytes:
    """A zip archive with parts of these names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return target.getvalue()


def compound(*streams: str, flags: int = 0) -> bytes:
    """A compound file with these streams at its top, each one beginning with a .doc's head that has these flags."""
    entries = [("Root Entry", 5, 1)] + [(name, 2, 0xFFFFFFFF) for name in streams]
    directory = b""
    for at, (name, kind, below) in enumerate(entries):
        encoded = name.encode("utf-16-le")
        after = at + 1 if 0 < at < len(entries) - 1 else 0xFFFFFFFF
        links = struct.pack("<III", 0xFFFFFFFF, after, below)
        entry = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, kind, 1) + links
        directory += entry.ljust(116, b"\0") + struct.pack("<III", 2, 4096, 0)
    head = SIGNATURE.ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0") + struct.pack("<II", 1, 1)
    head = head.ljust(76, b"\0") + struct.pack("<I", 0)
    table = struct.pack("<III", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE)
    stream = b"\xec\xa5".ljust(10, b"\0") + struct.pack("<H", flags)
    return b"".join(part.ljust(512, b"\0") for part in (head, table, directory, stream))


ENTITY = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
WORD = packed({"word/document.xml": BODY})

REFUSED = {
    "空.txt": (b" \n", "空白的文件"),
    "册.zip": (archive("报告.docx"), "压缩包"),
    "册.rar": (b"Rar!\x1a\x07", "压缩包"),
    "演示.pptx": (archive("[Content_Types].xml", "ppt/presentation.xml"), "演示文稿"),
    "表.xlsb": (archive("[Content_Types].xml", "xl/workbook.bin"), "二进制格式（.xlsb）的工作簿"),
    "文.odt": (archive("mimetype", "content.xml"), "OpenDocument 格式的文件"),
    "半.docx": (WORD[: len(WORD) // 2], "损坏或不完整的文件"),
    "外.docx": (packed({"word/document.xml": ENTITY + BODY}), "损坏的文件"),
    "图.docx": (WORD, "没有文字的文件（可能只有图片）"),
    "图.png": (b"\x89PNG\r\n\x1a\n", "图片"),
    "文.rtf": (b"{\\rtf1 x}", "RTF 格式的文件"),
    "页.mht": (b"MIME-Version: 1.0\n", "单个文件网页（.mht）"),
    "旧.xml": (b'<?xml version="1.0"?><w:wordDocument/>', "XML 文件"),
    "文.wps": (compound("WordDocument"), "WPS 专用格式（.wps）的文件"),
    "表.et": (compound("Workbook"), "WPS 专用格式（.et）的文件"),
    "密.docx": (compound("EncryptionInfo", "EncryptedPackage"), "有密码的文件"),
    "密.doc": (compound("1Table", "WordDocument", flags=0x0100), "有密码的文件"),
    "演示.ppt": (compound("PowerPoint Document"), "演示文稿"),
    "断.doc": (compound("WordDocument")[:600], "认不出或不完整的旧格式文件"),
    "乱.txt": (bytes(range(256)), "不是文字的内容"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told_in_one_line_with_what_to_do(name: str) -> None:
    raw, found = REFUSED[name]
    with pytest.raises(Refusal) as refused:
        document_of(raw, name)
    (problem,) = refused.value.problems
    assert str(problem).startswith(f"{name}：读到{found}，应为")
    assert problem.mend.startswith("请")
    assert "\n" not in str(problem)


def test_a_password_on_a_part_of_an_archive_is_said_to_be_one() -> None:
    raw = bytearray(WORD)
    at = raw.find(b"PK\x01\x02") + 8
    raw[at] |= 1
    with pytest.raises(Refusal, match="有密码的文件"):
        document_of(bytes(raw), "密.docx")


def test_a_bomb_is_refused_when_it_has_unpacked_too_much() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "")
        made.writestr("word/document.xml", b"<a>" + b" " * 90_000_000)
    assert len(target.getvalue()) < 200_000
    with pytest.raises(Refusal, match="展开后过大的文件"):
        document_of(target.getvalue(), "弹.docx")


def test_a_document_that_embeds_a_workbook_is_still_a_document() -> None:
    part = BODY.replace("<w:body/>", "<w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body>")
    embedded = archive("xl/workbook.xml").decode("latin-1")
    raw = packed({"word/document.xml": part, "word/embeddings/1.xlsx": embedded})
    assert document_of(raw, "甲.docx").format == "docx"


def test_the_content_tells_the_kind_and_not_the_name() -> None:
    assert document_of("指标\t权重\n甲\t3\n".encode(), "甲.docx").format == "text"
    assert document_of('<?xml version="1.0"?><html><p>甲</p></html>'.encode(), "甲.txt").format == "html"
