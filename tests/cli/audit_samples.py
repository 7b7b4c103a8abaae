"""Documents for tests of the audit, as their writers would make them: a short report with known faults."""

from pathlib import Path

import docx

# 300.00 of 500.00 is 60 %, not 65 %; 18.00 of 20.00 is 90 %, not 91 %; all else holds.
REPORT = """某某中心2023年度支出和得分情况说明

一、部门基本情况

2023年预算合计 500.00 万元，其中基本支出 300.00 万元，占 65.00%；项目支出 200.00 万元，占 40.00%。

表4-1 得分情况表

一级指标\t权重分\t得分\t得分率
A 决策\t20.00\t18.00\t91.00%
B 过程\t30.00\t27.50\t91.67%
C 产出\t50.00\t45.00\t90.00%
合计\t100.00\t90.50\t90.50%
"""
SOUND = REPORT.replace("65.00%", "60.00%").replace("91.00%", "90.00%")
HALF_MENDED = REPORT.replace("91.00%", "90.00%")


def write_text(path: Path, text: str = REPORT) -> Path:
    """The document as a text file."""
    path.write_text(text, encoding="utf-8")
    return path


def write_word(path: Path, text: str = REPORT) -> Path:
    """The document as a Word file, lines with tabs as the rows of tables."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        document.add_paragraph(line)
    document.save(str(path))
    return path


def _add_table(document: "docx.document.Document", rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
