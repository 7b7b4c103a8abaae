"""Writing a template: paragraphs of a style, with tags that the report fills in.

Tags that stand for whole paragraphs (`{%p … %}`, `{{p … }}`) have a paragraph of their own, in a small grey style, so
that whoever restyles the template sees at a glance what is text and what is filled in.
"""

from collections.abc import Iterable

from scripts.wordtemplates.markup import Element, text, w

Blocks = list[Element]


class Lead(str):
    """Words in bold at the beginning of a paragraph."""


def paragraph(style: str, *contents: str) -> Blocks:
    """One paragraph of a style."""
    return [w("p", w("pPr", w("pStyle", val=style)), *map(_run, contents))]


def heading(level: int, content: str) -> Blocks:
    """A heading; Word counts it."""
    return paragraph(f"Heading{level}", content)


def body(*contents: str) -> Blocks:
    """A paragraph of the text."""
    return paragraph("JxBody", *contents)


def tag(statement: str) -> Blocks:
    """A statement on its own."""
    return paragraph("JxTag", f"{{%p {statement} %}}")


def block(name: str) -> Blocks:
    """The place of a table, a chart or the contents."""
    return paragraph("JxTag", f"{{{{p {name} }}}}")


def repeated(name: str, among: str, *parts: Blocks) -> Blocks:
    """Parts that are repeated for every item."""
    return [*tag(f"for {name} in {among}"), *together(parts), *tag("endfor")]


def given(condition: str, *parts: Blocks) -> Blocks:
    """Parts that are there only if something is given."""
    return [*tag(f"if {condition}"), *together(parts), *tag("endif")]


def texts(among: str) -> Blocks:
    """A paragraph of the text for every item."""
    return repeated("text", among, body("{{ text }}"))


def exhibits(owner: str) -> Blocks:
    """The tables and charts of a section, an annex, an indicator."""
    return repeated("exhibit", f"{owner}.exhibits", block("exhibit"))


def together(parts: Iterable[Blocks]) -> Blocks:
    """Several parts as one."""
    return [element for part in parts for element in part]


def _run(content: str) -> Element:
    """A run of text whose Chinese quotation marks are Chinese ones: the hint takes them from the Chinese font."""
    properties = w("rPr", w("rFonts", hint="eastAsia"))
    if isinstance(content, Lead):
        properties.insert(0, w("rStyle", val="JxLead"))
    return w("r", properties, text(content))
