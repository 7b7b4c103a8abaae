"""The vocabulary of WordprocessingML: elements of its main namespace, and lengths in its units."""

from decimal import ROUND_HALF_UP, Decimal

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Element = etree._Element


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the main namespace; its attributes are of that namespace too.

    >>> w("ind", firstLine=640).get(named("firstLine"))
    '640'
    """
    made = etree.Element(named(tag), nsmap={"w": MAIN, "r": RELATIONSHIPS})
    for name, value in attributes.items():
        made.set(named(name), str(value))
    made.extend(children)
    return made


def text(content: str) -> Element:
    """Text as it stands, blanks at its ends too."""
    made = w("t")
    made.text = content
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def named(tag: str) -> str:
    """The full name of an element or attribute of the main namespace."""
    return f"{{{MAIN}}}{tag}"


def twips(millimetres: str) -> int:
    """A length in twentieths of a point, as Word keeps it: 25.4 mm are 1440.

    >>> twips("25.4"), twips("156")
    (1440, 8844)
    """
    return int((Decimal(millimetres) * 1440 / Decimal("25.4")).quantize(Decimal(1), ROUND_HALF_UP))


def serialized(root: Element) -> bytes:
    """A part as bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
