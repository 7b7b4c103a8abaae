"""The pages of headings as LibreOffice lays them out, and what is said where it does not."""

import time
from pathlib import Path

import pypdfium2
import pytest
from tests.reports.word.byhand import UPRIGHT, docx, style, text

from jixiao.reports.content.parts import Column, Table
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.finishing import finish
from jixiao.reports.word.pages import heading_pages

BREAK = "<w:pageBreakBefore/>"


def section(*numbers: str) -> str:
    """The end of a section whose pages are counted so."""
    return f"<w:p><w:pPr><w:sectPr>{UPRIGHT}{''.join(numbers)}</w:sectPr></w:pPr></w:p>"


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of that name in the place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_without_libreoffice_it_is_said_how_to_get_the_numbers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    pages = heading_pages(finish(docx(text("甲", "Heading1"))))
    assert pages.numbers is None
    assert "没有找到 LibreOffice" in pages.note
    assert "更新域" in pages.note


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "sleep 60"])
def test_a_libreoffice_that_fails_or_takes_too_long_is_no_error(
    script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path, script, monkeypatch)
    pages = heading_pages(finish(docx(text("甲", "Heading1"))), timeout=1)
    assert pages.numbers is None
    assert "LibreOffice 没能" in pages.note


@pytest.mark.parametrize("readable", [True, False])
def test_a_layout_that_lacks_a_heading_is_not_guessed_at(
    readable: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"no pdf")
    if readable:
        with pypdfium2.PdfDocument.new() as pdf:
            pdf.new_page(100, 100)
            pdf.save(tmp_path / "empty.pdf")
    program(tmp_path, f'for last; do :; done; cp "{tmp_path}/empty.pdf" "${{last%.docx}}.pdf"', monkeypatch)
    pages = heading_pages(finish(docx(text("甲", "Heading1"))))
    assert pages.numbers is None
    assert "对不上" in pages.note


def test_what_libreoffice_started_ends_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, f"(sleep 2; touch {tmp_path}/alive) &\nsleep 60", monkeypatch)
    heading_pages(finish(docx(text("甲", "Heading1"))), timeout=1)
    time.sleep(2)
    assert not (tmp_path / "alive").exists()


@pytest.mark.system
def test_numbers_are_those_printed_in_each_section() -> None:
    body = [
        text("封面"),
        section(),
        text("摘要", "F"),
        text("前言", "Heading1"),
        text("又一页", "", BREAK),
        text("说明", "Heading2"),
        section('<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'),
        Blocks().contents(),
        section('<w:pgNumType w:fmt="lowerRoman"/>'),
        Blocks().xml(Table("", (Column("报告"),), (("编号",),))),
        text("基本情况", "Heading1", BREAK),
        text("职责", "Heading2"),
        text("更细", "Heading4", BREAK),
        text("职责", "Heading2", BREAK),
        section('<w:pgNumType w:start="1"/>'),
        text("附件1  表", "JxAnnex"),
    ]
    styles = "".join(style(f"Heading{n}", f"heading {n}", n - 1) for n in (1, 2, 4))
    styles += style("JxAnnex", "绩效附件标题", 0) + style("F", "前置")
    pages = heading_pages(finish(docx(*body, styles=styles)))
    # The report begins on page 1, its first heading stands on page 2, what follows a break a page later.
    assert pages.numbers == ("i", "ii", "2", "2", "3", "4", "5"), pages.note
