"""From content to a finished Word file: values and blocks, a template filled in, numbers, contents, charts, pages."""

from dataclasses import dataclass

from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.context import context_of
from jixiao.reports.word.defaults import default_template
from jixiao.reports.word.finishing import finish
from jixiao.reports.word.pages import heading_pages
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
    return _written(report, template or Template("report.docx", default_template("report")), template is None, pages)


def word_plan(plan: Plan, template: Template | None = None, *, pages: bool = False) -> Written:
    """The plan in Word, as `word_report` writes a report."""
    return _written(plan, template or Template("plan.docx", default_template("plan")), template is None, pages)


def _written(content: Report | Plan, template: Template, trusted: bool, pages: bool) -> Written:
    blocks = Blocks()
    context = context_of(content, blocks)
    rendered = render(template.content, template.name, context, trusted=trusted)
    docx = finish(rendered, blocks.charts, title=content.cover.title)
    if not pages:
        return Written(docx)
    found = heading_pages(docx)
    if found.numbers is None:
        return Written(docx, found.note)
    return Written(finish(rendered, blocks.charts, title=content.cover.title, pages=found.numbers))
