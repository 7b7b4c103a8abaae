"""The paper form as a Word file: A4, boxes to tick, room to write."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from jixiao.reports.content.parts import Column, Table
from jixiao.reports.surveyed.forms.content import Choice, Form, Grid, Item
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.markup import paragraph, run, twips
from jixiao.reports.word.standalone import Margins, Page, standalone_docx
from jixiao.text.widths import width_of

BOX = "□"
_SIDE = twips(20)
_PAGE = Page(Margins(top=twips(18), right=_SIDE, bottom=twips(20), left=_SIDE, footer=twips(10)))
_TEXT = twips(210) - 2 * _SIDE
"""How wide the text is."""
_INDENT, _HALF = 480, 120
"""Twips: how far to the right options stand, and a half-width character of theirs, both as their style has them."""
_HEADING = 3
"""Characters of a heading that stand on one line."""
_SENTENCES = 3
"""Lines to write sentences on."""
_NUMBER = 2400
"""Twips of the line to write a number on."""
_GAP = 2
"""Half-width characters between two options, at least."""
_KEEP = "<w:keepNext/>"
_BOX_RUN = (
    '<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:b w:val="0"/>'
    f'<w:sz w:val="28"/></w:rPr><w:t>{BOX}</w:t></w:r>'
)
_TAB = "<w:r><w:tab/></w:r>"


def form_docx(form: Form) -> bytes:
    """The form; the same form gives the same bytes."""
    return standalone_docx(_pieces(form), title=form.title, page=_PAGE)


def _pieces(form: Form) -> Iterator[str]:
    yield paragraph("JxFormNumber", run(f"问卷编号：{'_' * 16}"))
    yield paragraph("Title", run(form.title), properties='<w:spacing w:after="160"/>')
    for text in form.intro:
        yield paragraph("JxFormText", run(text))
    yield paragraph("JxFormText", run("填答说明：", bold=True) + run(form.manner))
    for part in form.parts:
        yield from _grid(part) if isinstance(part, Grid) else _item(part)
    for text in form.closing:
        yield paragraph("JxFormText", run(text), properties='<w:spacing w:before="240"/>')
    if form.colophon:
        yield paragraph("JxFormNumber", run(form.colophon), properties='<w:spacing w:before="240"/>')


def _grid(grid: Grid) -> Iterator[str]:
    """The questions as rows: boxes below the choices."""
    columns = (
        Column("题号", 6),
        Column("题目", max(28, 90 - 8 * len(grid.choices)), "left"),
        *(Column(_heading(choice), 8) for choice in grid.choices),
    )
    boxes = (BOX,) * len(grid.choices)
    rows = tuple((item.label.strip(". "), item.whole, *boxes) for item in grid.items)
    yield paragraph("JxFormQuestion", _plain(grid.lead), properties='<w:spacing w:after="60"/>')
    yield _loosened(Blocks().xml(Table("", columns, rows))).replace(run(BOX), _BOX_RUN)


def _loosened(table: str) -> str:
    """The table so that it may go on overleaf, under its headings, but with two rows there and here."""
    rows = table.split("</w:tr>")
    held = {0, 1, 2, len(rows) - 3, len(rows) - 2, len(rows) - 1}
    return "</w:tr>".join(row if at in held else row.replace(_KEEP, "") for at, row in enumerate(rows))


def _heading(choice: Choice) -> str:
    """The letter above the text, a text of more than three characters on two lines."""
    text = choice.text
    middle = len(text) // 2 if len(text) > _HEADING else len(text)
    return "\n".join(filter(None, (choice.letter, text[:middle], text[middle:])))


def _item(item: Item) -> Iterator[str]:
    """The question, and below it what it is answered in, all on one page."""
    hints = "".join(f"（{hint}）" for hint in item.hints)
    yield paragraph("JxFormQuestion", run(f"{item.label}{item.text}") + (_plain(hints) if hints else ""))
    if item.choices:
        yield from _boxes(item.choices)
    elif item.kind == "填空":
        for number in range(_SENTENCES):
            yield _line(_TEXT, "", keep=number < _SENTENCES - 1)
    else:
        yield _line(_INDENT + _NUMBER, item.unit)


def _plain(text: str) -> str:
    """A run that is not as bold as the question."""
    return run(text).replace("<w:r>", '<w:r><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>', 1)


def _boxes(choices: Sequence[Choice]) -> Iterator[str]:
    """The choices on one line where they fit, else in columns as wide as the widest, filled row by row."""
    widths = [width_of(choice.label) + 3 + _GAP for choice in choices]
    room = (_TEXT - _INDENT) // _HALF
    if sum(widths) <= room:
        spare = min((room - sum(widths)) // len(widths), 2 * _GAP)
        yield _choices(choices, list(accumulate(width + spare for width in widths[:-1])))
        return
    rows = -(-len(choices) // max(1, room // max(widths)))
    columns = -(-len(choices) // rows)
    for row in range(rows):
        line = choices[row * columns : (row + 1) * columns]
        yield _choices(line, [room * at // columns for at in range(1, len(line))], keep=row < rows - 1)


def _choices(choices: Sequence[Choice], stops: Sequence[int], *, keep: bool = False) -> str:
    """Choices side by side: all but the first begin at the stops, in half-width characters."""
    tabs = "".join(f'<w:tab w:val="left" w:pos="{_INDENT + _HALF * stop}"/>' for stop in stops)
    properties = (_KEEP if keep else "") + (f"<w:tabs>{tabs}</w:tabs>" if tabs else "")
    texts = (f"{_BOX_RUN}{run(choice.label)}" for choice in choices)
    return paragraph("JxFormOption", _TAB.join(texts), properties=properties)


def _line(end: int, unit: str, *, keep: bool = False) -> str:
    """A line to write on, up to `end`."""
    stop = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{end}"/></w:tabs>'
    spaced = '<w:spacing w:before="120"/>'
    return paragraph("JxFormOption", _TAB + run(unit), properties=(_KEEP if keep else "") + stop + spaced)
