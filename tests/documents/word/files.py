"""Word files made from WordprocessingML, for what no library writes: revisions, text boxes, hidden text."""

from tests.reading.annexes import packed

from jixiao.documents import Document, Grid, Paragraph, document_of

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
BY = 'w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"'


def part(name: str, content: str) -> str:
    """A part of the file."""
    return f"<w:{name} {NAMES}>{content}</w:{name}>"


def document(body: str, **parts: str) -> Document:
    """The document with this body; other parts (styles, numbering, footnotes) as their content."""
    others = {f"word/{name}.xml": part(name, content) for name, content in parts.items()}
    text = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    return document_of(packed(text | others), "报告.docx")


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table; plain text becomes a cell with a paragraph."""
    made = (cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    """A cell."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def box(text: str) -> str:
    """A text box as Word writes it: drawn twice, the newer way and the older one."""
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    newer = f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>'
    older = f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{newer}</mc:Choice>{older}</mc:AlternateContent></w:r>"


def lines(read: Document) -> list[str]:
    """The paragraphs."""
    return [block.text for block in read.blocks if isinstance(block, Paragraph)]


def tables(read: Document) -> list[list[tuple[str, ...]]]:
    """The tables as rows of texts."""
    return [rows(grid) for grid in read.grids()]


def rows(grid: Grid) -> list[tuple[str, ...]]:
    """The texts of a table."""
    return [grid.texts(row) for row in range(len(grid.rows))]
