"""A Word file as its parts: opened within bounds, refused where it is no .docx or could do harm, and packed again."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from jixiao.refusals import Problem, Refusal
from jixiao.reports.word.markup import w

UNPACKED_LIMIT = 80_000_000
"""Bytes all parts of a template may have once unpacked."""
PART_LIMIT = 2_000
"""Parts a template may have."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STORIES = {"document.main": "正文", "header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_HARMLESS_TARGETS = ("http://", "https://", "mailto:")
_ACTIVE = ("vbaProject", "oleObject", "control", "aFChunk", "subDocument", "attachedTemplate", "frame")
_SAVE_AS = "请用 Word 或 WPS 打开后另存为“Word 文档（.docx）”"
# A package keeps no times: the same content gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx by name, and its stories: the parts with text to be filled in, each with its title."""

    parts: Mapping[str, bytes]
    stories: Mapping[str, str]

    def packed(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with some parts changed; not compressed, since numbers and charts are still to be added."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), changed.get(name, content))
        return target.getvalue()


def open_package(raw: bytes, file: str) -> Package:
    """The package, its stories found; Refusal for a file that is no .docx."""
    parts = _unpacked(raw, file)
    if _TYPES not in parts:
        raise _no_docx(file)
    stories: dict[str, str] = {}
    for part, kind in _content_types(parse(parts[_TYPES], file, _TYPES)):
        title = _STORIES.get(kind.removeprefix(_WORDPROCESSING).removesuffix("+xml"))
        if title and part in parts:
            again = sum(known.startswith(title) for known in stories.values())
            stories[part] = title if not again else f"{title}（其{again + 1}）"
        elif kind.endswith(".main+xml"):
            raise Refusal(
                Problem(file, "", "带宏或专作模板的 Word 文件（.docm、.dotx）", "普通的 .docx 文件", _SAVE_AS)
            )
    if "正文" not in stories.values():
        raise _no_docx(file)
    return Package(parts, stories)


def check_harmless(package: Package, file: str) -> None:
    """Refuse macros, controls, embedded objects and content fetched from elsewhere; every problem at once."""
    problems = []
    for name, content in package.parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = parse(content, file, name)
        if name == _TYPES:
            problems += [_active(file, part) for part, kind in _content_types(root) if "vba" in kind]
        if name.endswith(".rels"):
            problems += _harmful_links(root, file, name)
    body = next(part for part, title in package.stories.items() if title == "正文")
    root = parse(package.parts[body], file, body)
    if root.tag != w("document") or root.prefix != "w":
        problems.append(Problem(file, "", "另一种版本的 Word 文件", "常用版本的 .docx 文件", _SAVE_AS))
    if problems:
        raise Refusal(*dict.fromkeys(problems))


def parse(content: bytes, file: str, part: str) -> etree._Element:
    """The part as a tree; nothing is fetched, no entity is resolved, a document type is refused."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        raise Refusal(Problem(file, part, "损坏的部件", "完整的 .docx 文件", _SAVE_AS)) from None
    if root.getroottree().docinfo.doctype:
        raise Refusal(Problem(file, part, "带有文档类型声明（DOCTYPE）的部件", "Word 写出的部件", _SAVE_AS))
    return root


def _unpacked(raw: bytes, file: str) -> dict[str, bytes]:
    if raw.startswith(_OLE):
        raise _ole(raw, file)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > PART_LIMIT or sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
                expected = f"展开后不超过 {UNPACKED_LIMIT // 1_000_000} MB 的 .docx 文件"
                raise Refusal(Problem(file, "", "展开后过大的文件", expected, "请压缩或删去图片"))
            # zipfile unpacks no more of an entry than the size it states.
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, ValueError, EOFError, RuntimeError, NotImplementedError, zlib.error):
        raise _no_docx(file) from None


def _content_types(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The parts with a content type of their own."""
    for entry in root:
        if part := entry.get("PartName"):
            yield part.removeprefix("/"), entry.get("ContentType", "")


def _harmful_links(root: etree._Element, file: str, name: str) -> Iterator[Problem]:
    for link in root:
        kind, target = posixpath.basename(link.get("Type", "")), link.get("Target", "")
        outside = link.get("TargetMode") == "External"
        if outside and not (kind == "hyperlink" and target.startswith(_HARMLESS_TARGETS)):
            yield Problem(file, "", f"指向文件外部的内容“{target}”", "全部内容都在文件内", _MENDS.get(kind, _MEND))
        elif kind in _ACTIVE:
            yield _active(file, posixpath.basename(target))


_MEND = "请把链接的图片或对象改为嵌入的图片，或删去"
_MENDS = {
    "attachedTemplate": "请在“开发工具”的“文档模板”中改用 Normal 模板后保存",
    "hyperlink": "请删去这个链接，或改为网址、邮箱",
}


def _active(file: str, part: str) -> Problem:
    return Problem(
        file, "", f"宏、控件或嵌入的对象“{part}”", "只有文字、表格和图片的 .docx 文件", f"请删去后，{_SAVE_AS}"
    )


def _ole(raw: bytes, file: str) -> Refusal:
    if _ENCRYPTED in raw:
        return Refusal(Problem(file, "", "加密的文件", "没有打开密码的 .docx 文件", "请打开后取消密码再保存"))
    return Refusal(Problem(file, "", "旧格式（.doc）的文件", ".docx 文件", _SAVE_AS))


def _no_docx(file: str) -> Refusal:
    return Refusal(Problem(file, "", "不是 Word 文档的文件", "完整的 .docx 文件", _SAVE_AS))
