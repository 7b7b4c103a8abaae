"""The annexes behind the indicator table: surveys, call-backs, the list of problems; numbered from 2 on."""

from collections.abc import Iterator

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import ScoreSheet
from jixiao.facts import Fact
from jixiao.facts.dimensions import WHOLE_YEAR
from jixiao.reports.content.casetables import tables_of, tables_of_kind
from jixiao.reports.content.columns import text_table
from jixiao.reports.content.evidence import evidence_titles, source_note
from jixiao.reports.content.figures import value_text, whole_text
from jixiao.reports.content.parts import Section
from jixiao.reports.content.problems import problems_of, recommendations_of
from jixiao.reports.content.report import Annex
from jixiao.reports.content.surveyannex import survey_sections

_CALLBACKS = "callbacks"
_CALLED = "回访"
_CALLBACK_FIGURES = {
    "回访数": "回访",
    "有效回访数": "有效回访",
    "满意数": "表示满意",
    "不满意数": "表示不满意",
    "整改数": "已整改",
    "有效率": "有效率",
    "满意率": "满意率",
    "整改率": "整改率",
}


def annexes_of(case: Case, sheet: ScoreSheet) -> tuple[Annex, ...]:
    """The annexes the case has matter for; the indicator table before them is annex 1."""
    found = [
        ("满意度调查统计", survey_sections(case)),
        ("回访统计", tuple(_callbacks(case))),
        ("问题清单", tuple(_problem_list(case, sheet))),
    ]
    filled = [(title, sections) for title, sections in found if sections]
    return tuple(Annex(f"附件{number}  {title}", sections) for number, (title, sections) in enumerate(filled, 2))


def _callbacks(case: Case) -> Iterator[Section]:
    """The call-backs as counted in tables and stated one by one; what is lacking by month is said."""
    tables = tables_of(case, _CALLBACKS)
    stated = [fact for fact in case.facts if _CALLED in fact.name and not fact.origin.table and fact.value is not None]
    told = [*_callbacks_told(case), *([_stated_text(case, stated)] if stated else [])]
    if stated and not tables:
        told.append("评价资料中没有逐月的回访统计表，逐月数据和满意、整改情况未能列出。")
    if told or tables:
        yield Section("回访情况", tuple(told), tables)


def _callbacks_told(case: Case) -> Iterator[str]:
    for table in tables_of_kind(case, _CALLBACKS):
        figures = whole_text(table, _CALLBACK_FIGURES)
        if figures:
            yield f"{table.source.year}年度{figures}。"


def _stated_text(case: Case, facts: list[Fact]) -> str:
    figures = "，".join(f"{_when(fact, case.year)}{fact.name}{_figure(fact)}" for fact in facts)
    sources = dict.fromkeys(source for fact in facts for source in fact.sources)
    return f"{figures}。{source_note(tuple(sources), evidence_titles(case))}"


def _when(fact: Fact, year: int) -> str:
    return f"{fact.at.year}年{'' if fact.at.period == WHOLE_YEAR else fact.at.period}"


def _figure(fact: Fact) -> str:
    return "" if fact.value is None else value_text(fact.value)


def _problem_list(case: Case, sheet: ScoreSheet) -> Iterator[Section]:
    """Problem, cause, what it cost, and what to do about it, in the order of the report."""
    problems = problems_of(case, sheet)
    answers = recommendations_of(case)
    if not problems:
        return
    told = [
        (
            str(number),
            problem.title,
            problem.cause,
            problem.indicators,
            "；".join(each.title for each in answers if each.problem == problem.title),
        )
        for number, problem in enumerate(problems, 1)
    ]
    headings = ("序号", "存在的问题", "原因", "涉及的指标和扣分", "有关建议")
    shown = [(heading, cells) for heading, cells in zip(headings, zip(*told, strict=True), strict=True) if any(cells)]
    yield Section("问题、原因和建议", (), (text_table("存在的问题和有关建议", shown),))
