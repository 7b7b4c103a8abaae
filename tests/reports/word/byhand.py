"""Word files written by hand, as a template leaves them when it is filled in, for tests of what comes after."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from jixiao.reports.word.markup import R, W, run

TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

# The text of a section of A4 pages is 11906 - 1587 - 1475 = 8844 twips wide, 156 mm.
UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1475" w:bottom="1984" w:left="1587"/>'


def style(identity: str, name: str, level: int | None = None, based_on: str = "") -> str:
    """A paragraph style, at a level of the outline (0 is the first) or none."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    place = "" if level is None else f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{based}{place}</w:style>'


def section(width: int, margin: int) -> str:
    """The page of a section: its width and the margins at both sides, in twips."""
    return f'<w:pgSz w:w="{width}" w:h="16838"/><w:pgMar w:top="2098" w:right="{margin}" w:left="{margin}"/>'


STYLES = "".join(style(f"Heading{level + 1}", f"heading {level + 1}", level) for level in range(4))
STYLES += style("JxAnnex", "绩效附件标题", 0)


def text(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run(content)}</w:p>"


def docx(
    *body: str,
    styles: str | None = STYLES,
    numbering: str | None = None,
    settings: str | None = None,
    page: str = UPRIGHT,
    more: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file of blocks; of styles, lists and settings the part is left out where None is given."""
    story = f"<w:body>{''.join(body)}<w:sectPr>{page}</w:sectPr></w:body>"
    parts = {"document": ("document", story), "styles": ("styles", styles), "numbering": ("numbering", numbering)}
    parts["settings"] = ("settings", settings)
    written = {
        f"word/{name}.xml": f'<w:{root} xmlns:w="{W}">{content}</w:{root}>'
        for name, (root, content) in parts.items()
        if content is not None
    }
    kinds = {f"word/{name}.xml": "document.main" if name == "document" else name for name in parts}
    links = [(name.split("/")[1].removesuffix(".xml"), name) for name in written if name != "word/document.xml"]
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            + "".join(f'<Override PartName="/{n}" ContentType="{TYPES}{kinds[n]}+xml"/>' for n in written)
            + "</Types>",
        )
        archive.writestr("_rels/.rels", _links([("officeDocument", "word/document.xml")]))
        archive.writestr("word/_rels/document.xml.rels", _links([(k, n.removeprefix("word/")) for k, n in links]))
        for name, content in {**written, **(more or {})}.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _links(links: list[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'
