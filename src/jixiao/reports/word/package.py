"""A Word file as a package of parts (ECMA-376, part 2): content types, relations, the parts themselves."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import basename, dirname, join, normpath, relpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from jixiao.packs.officefile import CONTENT_TYPES
from jixiao.reports.word.markup import R

BODY = "正文"
"""The title of the story that is the document itself."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE, _RELATION = f"{{{_PACKAGE}/content-types}}Override", f"{{{_PACKAGE}/relationships}}Relationship"
_KINDS = {"core-properties": f"{_PACKAGE}/relationships/metadata/core-properties"}
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STORIES = {"document.main": BODY, "header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}


def parsed(data: bytes) -> etree._Element:
    """The root of an XML part; entities are not resolved and nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def serialized(root: etree._Element) -> bytes:
    """An XML part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def zipped(parts: Mapping[str, bytes], *, compressed: bool = True) -> bytes:
    """The parts as one archive, in their order. The same parts give the same bytes: no time of writing is kept."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
            entry.create_system = 0  # else the bytes would tell on which system they were written
            archive.writestr(entry, content)
    return stream.getvalue()


class Package:
    """The parts of a Word file by name, to be read, changed and written again.

    `stories` are the parts that hold text (the document, its headers, footers and notes), each with its title.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = dict(parts)
        self._types = parsed(self.parts[CONTENT_TYPES])
        self.stories: Mapping[str, str] = self._stories()

    @classmethod
    def read(cls, docx: bytes) -> "Package":
        """The package in a file of our own making; what anyone made is opened by `open_package`."""
        with ZipFile(BytesIO(docx)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    @property
    def document(self) -> str:
        """The part that is the document itself."""
        return next(part for part, title in self.stories.items() if title == BODY)

    def content_types(self) -> Iterator[tuple[str, str]]:
        """The parts that have a content type of their own, with it."""
        for entry in self._types:
            if part := entry.get("PartName"):
                yield part.removeprefix("/"), entry.get("ContentType", "")

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` ("": the package) refers to by a relation of a kind; None without one."""
        for relation in self._relations(part):
            if basename(relation.get("Type", "")) == kind and relation.get("TargetMode") != "External":
                return normpath(join("/", dirname(part), relation.get("Target", ""))).lstrip("/")
        return None

    def opened(self, kind: str) -> etree._Element | None:
        """The root of the part of a kind that the document refers to; None without one."""
        part = self.related(self.document, kind)
        return parsed(self.parts[part]) if part in self.parts else None

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another; returns the relation's id, unused so far in that part."""
        relations = self._relations(part)
        taken = {relation.get("Id") for relation in relations}
        identity = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
        relation = etree.SubElement(relations, _RELATION, Id=identity, Type=_KINDS.get(kind, f"{R}/{kind}"))
        relation.set("Target", relpath(target, dirname(part) or "."))
        self.parts[_relations_name(part)] = serialized(relations)
        return identity

    def add(self, pattern: str, data: bytes, content_type: str) -> str:
        """Add a part under the first free number, which replaces the {} of `pattern`; returns its name."""
        number = 1
        while (name := pattern.format(number)) in self.parts:
            number += 1
        self.put(name, data, content_type)
        return name

    def put(self, name: str, data: bytes, content_type: str) -> None:
        """Write a part, new or not, with its content type."""
        self.parts[name] = data
        known = self._types.find(f"{_TYPE}[@PartName='/{name}']")
        entry = etree.SubElement(self._types, _TYPE, PartName=f"/{name}") if known is None else known
        entry.set("ContentType", content_type)

    def to_bytes(self) -> bytes:
        """The Word file, its content types first; the same parts give the same bytes."""
        self.parts[CONTENT_TYPES] = serialized(self._types)
        names = sorted(self.parts, key=lambda name: (name != CONTENT_TYPES, name))
        return zipped({name: self.parts[name] for name in names})

    def _stories(self) -> dict[str, str]:
        stories: dict[str, str] = {}
        for part, kind in self.content_types():
            title = _STORIES.get(kind.removeprefix(_WORDPROCESSING).removesuffix("+xml"))
            if title and part in self.parts:
                again = sum(known.startswith(title) for known in stories.values())
                stories[part] = title if not again else f"{title}（其{again + 1}）"
        return stories

    def _relations(self, part: str) -> etree._Element:
        data = self.parts.get(_relations_name(part))
        return parsed(data) if data else etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")


def _relations_name(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")
