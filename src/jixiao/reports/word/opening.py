"""A Word file that anyone may have made: opened within bounds, refused where it is no .docx or could do harm."""

from collections.abc import Iterator
from posixpath import basename

from lxml import etree

from jixiao.packs.officefile import CONTENT_TYPES, OfficeFile, OfficeKind
from jixiao.refusals import Problem, Refusal
from jixiao.reports.word.markup import w
from jixiao.reports.word.package import BODY, Package, parsed

_SAVE_AS = "请用 Word 或 WPS 打开后另存为“Word 文档（.docx）”"
_WORD = OfficeKind(
    noun="文件",
    whole_noun="Word 文档",
    suffix=".docx",
    old_suffix=".doc",
    save_as=_SAVE_AS,
    lighten="请压缩或删去图片",
)
_HARMLESS_TARGETS = ("http://", "https://", "mailto:")
_ACTIVE = ("vbaProject", "oleObject", "control", "aFChunk", "subDocument", "attachedTemplate", "frame")


def open_package(raw: bytes, file: str) -> Package:
    """The package in a file; Refusal for one that is no .docx."""
    opened = OfficeFile(raw, file, _WORD)
    parts = {part: opened.read(part) for part in opened.parts}
    if CONTENT_TYPES not in parts:
        raise opened.another()
    safely_parsed(parts[CONTENT_TYPES], file, CONTENT_TYPES)
    package = Package(parts)
    if BODY in package.stories.values():
        return package
    if any(kind.endswith(".main+xml") for _, kind in package.content_types()):
        raise Refusal(Problem(file, "", "带宏或专作模板的 Word 文件（.docm、.dotx）", "普通的 .docx 文件", _SAVE_AS))
    raise opened.another()


def check_harmless(package: Package, file: str) -> None:
    """Refuse macros, controls, embedded objects and content fetched from elsewhere; every problem at once."""
    problems = [_active(file, part) for part, kind in package.content_types() if "vba" in kind]
    for name, content in package.parts.items():
        if name.endswith((".xml", ".rels")):
            root = safely_parsed(content, file, name)
            problems += _harmful_links(root, file) if name.endswith(".rels") else ()
    root = parsed(package.parts[package.document])
    if root.tag != w("document") or root.prefix != "w":
        problems.append(Problem(file, "", "另一种版本的 Word 文件", "常用版本的 .docx 文件", _SAVE_AS))
    if problems:
        raise Refusal(*dict.fromkeys(problems))


def safely_parsed(content: bytes, file: str, part: str) -> etree._Element:
    """The part as a tree; Refusal where it is damaged or declares a document type, with which entities would come."""
    try:
        root = parsed(content)
    except etree.XMLSyntaxError:
        raise Refusal(Problem(file, part, "损坏的部件", "完整的 .docx 文件", _SAVE_AS)) from None
    if root.getroottree().docinfo.doctype:
        raise Refusal(Problem(file, part, "带有文档类型声明（DOCTYPE）的部件", "Word 写出的部件", _SAVE_AS))
    return root


def _harmful_links(root: etree._Element, file: str) -> Iterator[Problem]:
    for link in root:
        kind, target = basename(link.get("Type", "")), link.get("Target", "")
        outside = link.get("TargetMode") == "External"
        if outside and not (kind == "hyperlink" and target.startswith(_HARMLESS_TARGETS)):
            yield Problem(file, "", f"指向文件外部的内容“{target}”", "全部内容都在文件内", _MENDS.get(kind, _MEND))
        elif kind in _ACTIVE:
            yield _active(file, basename(target))


_MEND = "请把链接的图片或对象改为嵌入的图片，或删去"
_MENDS = {
    "attachedTemplate": "请在“开发工具”的“文档模板”中改用 Normal 模板后保存",
    "hyperlink": "请删去这个链接，或改为网址、邮箱",
}


def _active(file: str, part: str) -> Problem:
    return Problem(
        file, "", f"宏、控件或嵌入的对象“{part}”", "只有文字、表格和图片的 .docx 文件", f"请删去后，{_SAVE_AS}"
    )
