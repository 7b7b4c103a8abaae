"""The vocabulary of WordprocessingML: elements of its main namespace."""

from lxml import etree

from jixiao.reports.word import markup, package

Element = etree._Element


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the main namespace; its attributes are of that namespace too.

    >>> w("ind", firstLine=640).get(markup.w("firstLine"))
    '640'
    """
    made = etree.Element(markup.w(tag), nsmap={"w": markup.W, "r": markup.R})
    for name, value in attributes.items():
        made.set(markup.w(name), str(value))
    made.extend(children)
    return made


def text(content: str) -> Element:
    """Text as it stands, blanks at its ends too."""
    made = w("t")
    made.text = content
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def serialized(root: Element) -> bytes:
    """A part as bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return package.serialized(root)
