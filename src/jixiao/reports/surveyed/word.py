"""The analysis annex as a Word file in the look of our reports."""

from collections.abc import Iterator, Sequence

from jixiao.reports.content.parts import Table
from jixiao.reports.page.chapters import Paragraph, Part, Way
from jixiao.reports.surveyed.annex import annex_of
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.markup import paragraph, run
from jixiao.reports.word.standalone import standalone_docx
from jixiao.surveys.results import StudyResult

_WITH_NEXT = "<w:keepNext/>"


def annex_docx(result: StudyResult) -> bytes:
    """The annex with numbered headings, tables and editable charts; the same result gives the same bytes."""
    blocks = Blocks()
    title = f"{result.study.name}分析报告"
    pieces = [paragraph("Title", run(title)), *parts_in_word(annex_of(result), 1, blocks)]
    return standalone_docx(pieces, title=title, blocks=blocks)


def parts_in_word(parts: Sequence[Part], level: int, blocks: Blocks) -> Iterator[str]:
    """Parts as headings of that level and below, with their paragraphs, tables and charts."""
    for part in parts:
        yield paragraph(f"Heading{level}", run(part.title))
        for place, block in enumerate(part.blocks):
            if isinstance(block, Paragraph):
                leads = place == 0 and any(isinstance(each, Table) for each in part.blocks)
                yield paragraph("JxBody", run(f"{block.lead}{block.text}"), properties=_WITH_NEXT if leads else "")
            elif not isinstance(block, Way):
                yield blocks.xml(block)
        yield from parts_in_word(part.parts, level + 1, blocks)
