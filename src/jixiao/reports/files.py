"""The files that an evaluation comes to, whoever asks for them: report and plan in Word, page, workbook, JSON."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from jixiao.evaluation import Case, ScoreSheet
from jixiao.reports.content.building import report_of
from jixiao.reports.content.planning import plan_of
from jixiao.reports.page import report_html
from jixiao.reports.results import result_text
from jixiao.reports.scores import scores_xlsx
from jixiao.reports.word.writing import Template, word_plan, word_report


@dataclass(frozen=True, slots=True)
class Files:
    """The files by name, and in Chinese what is still to be done by hand in them."""

    contents: dict[str, bytes]
    notes: tuple[str, ...]


def files_of(case: Case, sheet: ScoreSheet, template: Template | None = None, *, pages: bool = False) -> Files:
    """All files of an evaluation; `template` is a firm's own for the report (Refusal where it cannot be filled in).

    `pages` asks LibreOffice for the page numbers of the contents, which takes seconds; nothing else depends on it.
    """
    report, plan = report_of(case, sheet), plan_of(case)
    with ThreadPoolExecutor(max_workers=2) as at_once:  # LibreOffice lays out both in the time of one
        writing = at_once.submit(word_report, report, template, pages=pages)
        planning = at_once.submit(word_plan, plan, pages=pages)
        written, planned = writing.result(), planning.result()
    contents = {
        "report.docx": written.docx,
        "report.html": report_html(case, sheet, report).encode(),
        "scores.xlsx": scores_xlsx(case, sheet),
        "plan.docx": planned.docx,
        "result.json": result_text(sheet, report).encode(),
    }
    pending = (f"plan.docx 有 {len(plan.pending)} 处待填写，列在它的最后一页",) if plan.pending else ()
    return Files(contents, (*dict.fromkeys(note for note in (written.note, planned.note) if note), *pending))
