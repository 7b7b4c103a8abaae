"""The files of a department's self-evaluation, by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.forms.departments import DepartmentTold
from jixiao.forms.profiles import Profile
from jixiao.reports.content.pending import Pending
from jixiao.reports.page.chapters import Paragraph, Part
from jixiao.reports.scores.paper import Book
from jixiao.reports.surveyed.word import parts_in_word
from jixiao.reports.verified.department.listing import projects_xlsx
from jixiao.reports.verified.department.outline import report_parts
from jixiao.reports.verified.department.ownform import disagreement, own_content
from jixiao.reports.verified.department.projects import Projects
from jixiao.reports.verified.forms.drawing import laid
from jixiao.reports.verified.forms.files import FORM_SHEET
from jixiao.reports.verified.forms.sheet import draw_completed
from jixiao.reports.verified.forms.word import form_docx
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.markup import paragraph, run
from jixiao.reports.word.standalone import standalone_docx


@dataclass(frozen=True, slots=True)
class DepartmentFiles:
    """The files by name, what is still to be filled in, and where the department's sums are not its projects'."""

    files: Mapping[str, bytes]
    pending: tuple[str, ...]
    disagreements: tuple[str, ...]


def department_files(told: DepartmentTold, projects: Projects, profile: Profile) -> DepartmentFiles:
    """The own form where indicators are told, the list of projects, the report; the same input gives the same bytes."""
    pending = Pending()
    disagreements = (*projects.disagreements(told), *filter(None, [disagreement(told)]))
    content = own_content(told, profile)
    told = told.model_copy(update={"total": content.total_score})
    parts = report_parts(told, projects, pending)
    files = {
        "项目自评汇总表.xlsx": projects_xlsx(told, projects),
        "部门自评报告.docx": _report(told, (*parts, *_remarks(projects, pending, disagreements))),
    }
    if told.indicators:
        layout = laid(content, profile)
        book = Book(told.department, "部门整体支出绩效自评表")
        draw_completed(book, layout, FORM_SHEET)
        files |= {"部门整体自评表.xlsx": book.finished(), "部门整体自评表.docx": form_docx(layout)}
    return DepartmentFiles(files, pending.listed, disagreements)


def _report(told: DepartmentTold, parts: tuple[Part, ...]) -> bytes:
    year = f"{told.year}年度" if told.year else ""
    title = f"{told.department}{year}部门整体支出绩效自评报告"
    blocks = Blocks()
    lines = (told.department, title.removeprefix(told.department))
    pieces = [*(paragraph("Title", run(line)) for line in lines), *parts_in_word(parts, 1, blocks)]
    return standalone_docx(pieces, title=title, blocks=blocks)


def _remarks(projects: Projects, pending: Pending, disagreements: tuple[str, ...]) -> tuple[Part, ...]:
    """For whoever finishes the report: what is to be filled in, what does not agree, what was not read."""
    texts = [f"待填写：{what}" for what in pending.listed]
    texts += disagreements
    texts += [f"没有读出：{form.source}（{form.why}）" for form in projects.unread]
    return (Part("编制说明（定稿前删去）", tuple(Paragraph(text) for text in texts)),) if texts else ()
