"""The Word files of real cases: whole, numbered, and opened by Word without a question."""

import re
from functools import cache

import pytest
from tests.evaluation.cases import BOTH, XINXIANG, case_of, sheet_of
from tests.reports.word.byhand import docx, style, text
from tests.reports.word.package import Docx, W, attribute, check_captions, check_package

from jixiao.reports.content.building import report_of
from jixiao.reports.content.planning import plan_of
from jixiao.reports.content.report import Report
from jixiao.reports.numbering import heading_number
from jixiao.reports.word.writing import Template, Written, word_plan, word_report


def check_numbers(opened: Docx) -> None:
    """Assert that headings count as official documents do, without gaps, and annexes from 1."""
    counts = [0, 0, 0]
    annexes = 0
    for level, title, _ in opened.contents():
        if title.startswith("附件"):
            annexes += 1
            assert title.startswith(f"附件{annexes} "), title
            continue
        assert not annexes
        counts[level - 1] += 1
        counts[level:] = [0] * (3 - level)
        assert title.startswith(heading_number(level, counts[level - 1])), title


@cache
def report(name: str) -> Report:
    return report_of(case_of(name), sheet_of(name))


@cache
def written(name: str) -> Written:
    return word_report(report(name))


@pytest.mark.parametrize("name", BOTH)
def test_a_report_is_a_sound_file_whose_tables_figures_and_headings_are_numbered_without_gaps(name: str) -> None:
    opened = check_package(written(name).docx)
    check_captions(opened)
    check_numbers(opened)
    assert opened.contents()[0][1].startswith("一、")


@pytest.mark.parametrize("name", BOTH)
def test_a_plan_is_a_sound_file_too(name: str) -> None:
    opened = check_package(word_plan(plan_of(case_of(name))).docx)
    check_captions(opened)
    assert opened.contents()


@pytest.mark.parametrize("name", BOTH)
def test_every_chart_of_the_conclusion_is_drawn_with_its_values(name: str) -> None:
    opened = check_package(written(name).docx)
    drawn = [data.decode() for part, data in sorted(opened.parts.items()) if part.startswith("word/charts/chart")]
    values = [re.findall(r"<c:v>([\d.]+)</c:v>", chart) for chart in drawn]
    for chart in report(name).conclusion.charts:
        assert [str(value) for series in chart.series for value in series.values] in values


def test_every_indicator_is_in_the_annex_under_headings_that_are_repeated() -> None:
    opened = check_package(written(XINXIANG).docx)
    table = report(XINXIANG).indicator_table
    named = {attribute(each, f"{W}tblPr/{W}tblCaption"): each for each in opened.document.iter(f"{W}tbl")}
    wide = named[table.title]
    assert len(wide.findall(f"{W}tr")) == len(table.rows) + 1
    assert wide.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    restarts = [e for e in wide.iter(f"{W}vMerge") if e.get(f"{W}val") == "restart"]
    assert len(restarts) == len(table.merged) > 0


def test_the_same_report_gives_the_same_file() -> None:
    assert word_report(report(XINXIANG)) == written(XINXIANG)


def test_a_template_of_a_firms_own_is_finished_like_ours() -> None:
    tags = ("{{ cover.title }}", "{%p for t in conclusion.tables %}", "{{p t }}", "{%p endfor %}")
    own = docx(*map(text, tags), styles=style("a", "本所正文"))
    opened = check_package(word_report(report(XINXIANG), Template("本所.docx", own)).docx)
    assert [title.split("  ")[0] for title in opened.texts("JxTableTitle")] == ["表1", "表2"]


def test_no_libreoffice_is_no_reason_not_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    without = word_report(report(XINXIANG), pages=True)
    assert without.docx == written(XINXIANG).docx
    assert "LibreOffice" in without.note


@pytest.mark.system
def test_libreoffice_tells_the_pages_of_all_headings() -> None:
    paged = word_report(report(XINXIANG), pages=True)
    assert paged.note == ""
    entries = check_package(paged.docx).contents()
    numbers = [int(page) for _, _, page in entries]
    assert numbers == sorted(numbers)
    assert numbers[0] == 1
    assert numbers[-1] > 20
    assert [entry[:2] for entry in entries] == [entry[:2] for entry in check_package(written(XINXIANG).docx).contents()]
