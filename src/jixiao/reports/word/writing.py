"""From content to a finished Word file: values and blocks, a template filled in, numbers, contents, charts, pages."""

from dataclasses import dataclass
from functools import partial

from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.context import context_of
from jixiao.reports.word.defaults import Kind, default_template
from jixiao.reports.word.finishing import finish
from jixiao.reports.word.rendering import render


@dataclass(frozen=True, slots=True)
class Template:
    """A firm's template: its bytes and the name that messages give it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A Word file; `note` says in Chinese why its contents have no page numbers where they were wanted."""

    docx: bytes
    note: str = ""


def word_report(report: Report, template: Template | None = None, *, pages: bool = False) -> Written:
    """The report in Word, by the default template or a firm's; `pages` asks LibreOffice for the contents' numbers.

    Raises Refusal for a firm's template that cannot be filled in.
    """
    return _written(report, "report", template, pages)


def word_plan(plan: Plan, template: Template | None = None, *, pages: bool = False) -> Written:
    """The plan in Word, as `word_report` writes a report."""
    return _written(plan, "plan", template, pages)


def _written(content: Report | Plan, kind: Kind, template: Template | None, pages: bool) -> Written:
    blocks = Blocks()
    context = context_of(content, blocks)
    used = template or Template(f"{kind}.docx", default_template(kind))
    rendered = render(used.content, used.name, context, trusted=template is None)
    finished = partial(finish, rendered, blocks.charts, title=content.cover.title)
    docx = finished()
    if not pages:
        return Written(docx)
    from jixiao.reports.word.pages import heading_pages  # what reads a PDF is loaded only where one is made

    found = heading_pages(docx)
    return Written(docx if found.numbers is None else finished(pages=found.numbers), found.note)
