"""What kind of file bytes are: they tell it themselves, whatever the file is called; unknown kinds are refused."""

import io
import zipfile
from enum import Enum
from pathlib import PurePath

from jixiao.documents.compound import SIGNATURE, CompoundFile
from jixiao.refusals import Problem, Refusal


class Kind(Enum):
    """A kind of file that can be read."""

    WORD = "docx"
    OLD_WORD = "doc"
    WORKBOOK = "xlsx"
    OLD_WORKBOOK = "xls"
    OFD = "ofd"
    PDF = "pdf"
    TEXT = "text"


READABLE = ".docx、.doc、.xlsx、.xls、.pdf、.ofd、.html 或文本文件"
AS_WORD = "请用 Word 或 WPS 打开后另存为“Word 文档（.docx）”"
AS_WORKBOOK = "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”"
_NO_PASSWORD = "请打开后取消密码再保存"
_UNPACK = "请解压后逐个核查其中的文件"
_OWN_FORMATS = {".wps": AS_WORD, ".et": AS_WORKBOOK, ".dps": "请另存为 PDF"}
_PDF_WITHIN = 1_024  # bytes that may stand before the mark of a PDF
_ENCRYPTED_FLAG = 0x01  # of a part of an archive
_ENCRYPTED_WORD = 0x01  # in the second byte of the flags of a .doc

# What begins other kinds of files, what they are called, and what helps.
_OTHERS = (
    ((b"{\\rtf",), "RTF 格式的文件", AS_WORD),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*"),
        "图片",
        "请先识别文字，或改用原来的 Word 文件",
    ),
    ((b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b"), "压缩包", _UNPACK),
    ((b"MIME-Version:", b"From: <Saved by"), "单个文件网页（.mht）", "请另存为“网页（.html）”或 Word 文档（.docx）"),
)
_ARCHIVES = (
    ("xl/workbook.bin", "二进制格式（.xlsb）的工作簿", AS_WORKBOOK),
    ("ppt/presentation.xml", "演示文稿", "请另存为 PDF"),
    ("content.xml", "OpenDocument 格式的文件", "请另存为 .docx 或 .xlsx"),
)


def kind_of(raw: bytes, file: str) -> Kind:
    """The kind of the file; Refusal for one that cannot be read, saying what to save it as."""
    if not raw.strip():
        raise Refusal(Problem(file, "", "空白的文件", READABLE, "请核对文件"))
    if raw.startswith(b"PK\x03\x04"):
        return _kind_of_archive(raw, file)
    if raw.startswith(SIGNATURE):
        return _kind_of_compound(CompoundFile(raw), file)
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return Kind.PDF
    for beginnings, found, mend in _OTHERS:
        if raw.startswith(beginnings):
            raise _another(file, found, mend)
    return Kind.TEXT


def _kind_of_archive(raw: bytes, file: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = {entry.filename.lower() for entry in archive.infolist()}
            locked = any(entry.flag_bits & _ENCRYPTED_FLAG for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        mend = "请重新复制或下载该文件，或用 Word、WPS 打开后另存一份"
        raise Refusal(Problem(file, "", "损坏或不完整的文件", "完整的文件", mend)) from None
    if locked:
        raise _another(file, "有密码的文件", _NO_PASSWORD)
    if "ofd.xml" in names:
        return Kind.OFD
    if "xl/workbook.xml" in names:
        return Kind.WORKBOOK
    for part, found, mend in _ARCHIVES:
        if part in names:
            raise _another(file, found, mend)
    if "[content_types].xml" in names:
        return Kind.WORD
    raise _another(file, "压缩包", _UNPACK)


def _kind_of_compound(compound: CompoundFile, file: str) -> Kind:
    suffix = PurePath(file).suffix.lower()
    if suffix in _OWN_FORMATS:
        raise _another(file, f"WPS 专用格式（{suffix}）的文件", _OWN_FORMATS[suffix])
    if "EncryptedPackage" in compound.streams:
        raise _another(file, "有密码的文件", _NO_PASSWORD)
    if "WordDocument" in compound.streams:
        if any(flags & _ENCRYPTED_WORD for flags in compound.beginning("WordDocument", 12)[11:]):
            raise _another(file, "有密码的文件", _NO_PASSWORD)
        return Kind.OLD_WORD
    if compound.streams & {"Workbook", "Book"}:
        return Kind.OLD_WORKBOOK
    if "PowerPoint Document" in compound.streams:
        raise _another(file, "演示文稿", "请另存为 PDF")
    raise _another(file, "认不出或不完整的旧格式文件", AS_WORD)


def _another(file: str, found: str, mend: str) -> Refusal:
    return Refusal(Problem(file, "", found, READABLE, mend))
