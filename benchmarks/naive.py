"""The peer of the Word report: the same content written with python-docx as its documentation shows it.

Every paragraph is added with a style, every cell of a table filled through `table.cell(row, column)`. It numbers
nothing, has no contents, charts, headers or page set-up: less than our report, by the plain way to write one.

    python -m benchmarks.naive result.json report.docx
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Word

Content = Mapping[str, Any]


def write(report: Content, target: str) -> None:
    """Write the content of a report (the `report` of result.json) to `target`."""
    document = Document()
    for level, text in headings_and_texts(report):
        if level:
            document.add_heading(text, level)
        else:
            document.add_paragraph(text)
    for table in tables(report):
        add_table(document, table)
    document.save(target)


def headings_and_texts(value: object) -> Iterator[tuple[int, str]]:
    """Every title and every text of the content in order; a title with its level."""
    if isinstance(value, str):
        yield 0, value
    elif isinstance(value, Sequence):
        for each in value:
            yield from headings_and_texts(each)
    elif isinstance(value, Mapping) and "rows" not in value and "series" not in value:
        for key, each in value.items():
            if key in ("title", "heading") and isinstance(each, str):
                yield 2, each
            else:
                yield from headings_and_texts(each)


def tables(value: object) -> Iterator[Content]:
    """Every table of the content in order."""
    if isinstance(value, Mapping):
        if "rows" in value and "columns" in value:
            yield value
        else:
            for each in value.values():
                yield from tables(each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from tables(each)


def add_table(document: Word, content: Content) -> None:
    """A table of the content, its merged cells merged."""
    document.add_paragraph(content["title"])
    table = document.add_table(rows=len(content["rows"]) + 1, cols=len(content["columns"]))
    for number, column in enumerate(content["columns"]):
        table.cell(0, number).text = column["heading"]
    for row, texts in enumerate(content["rows"], 1):
        for number, text in enumerate(texts):
            table.cell(row, number).text = text
    for merge in content["merged"]:
        first, column = merge["row"] + 1, merge["column"]
        table.cell(first, column).merge(table.cell(first + merge["rows"] - 1, column))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as result:
        write(json.load(result)["report"], sys.argv[2])
