"""A Word file as a package of parts (ECMA-376, part 2): content types, relations, the parts themselves."""

from io import BytesIO
from posixpath import basename, dirname, join, normpath, relpath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from jixiao.reports.word.markup import R

CONTENT_TYPES = "[Content_Types].xml"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE, _RELATION = f"{{{_PACKAGE}/content-types}}Override", f"{{{_PACKAGE}/relationships}}Relationship"
_KINDS = {"core-properties": f"{_PACKAGE}/relationships/metadata/core-properties"}
_STORIES = ("main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")


def parsed(data: bytes) -> etree._Element:
    """The root of an XML part; entities are not resolved and nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def serialized(root: etree._Element) -> bytes:
    """An XML part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class Package:
    """The parts of a Word file by name, to be read, changed and written again; `document` is the main one."""

    def __init__(self, docx: bytes) -> None:
        with ZipFile(BytesIO(docx)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
        self._types = parsed(self.parts[CONTENT_TYPES])
        self.document = self.related("", "officeDocument") or "word/document.xml"

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

    def stories(self) -> list[str]:
        """The parts that hold text: the document, its headers, footers and notes."""
        entries = ((entry.get("PartName", "").lstrip("/"), entry.get("ContentType", "")) for entry in self._types)
        return [name for name, kind in entries if name in self.parts and kind.endswith(_STORIES)]

    def to_bytes(self) -> bytes:
        """The Word file, its content types first. The same parts give the same bytes: no time of writing is kept."""
        self.parts[CONTENT_TYPES] = serialized(self._types)
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda name: (name != CONTENT_TYPES, name)):
                entry = ZipInfo(name)
                entry.compress_type = ZIP_DEFLATED
                entry.create_system = 0  # else the bytes would tell on which system they were written
                archive.writestr(entry, self.parts[name])
        return stream.getvalue()

    def _relations(self, part: str) -> etree._Element:
        data = self.parts.get(_relations_name(part))
        return parsed(data) if data else etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")


def _relations_name(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")
