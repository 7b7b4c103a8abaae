"""The parts of a table that stand under one heading each: usually one, more where tables were pasted below another."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from jixiao.findings import Finding, Place, Severity
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.incoming.checks import MERGED_CELLS, MOST_PLACES, TOTAL_ROW, UNREAD_TABLE
from jixiao.surveys.incoming.headings import Header, Heading, Meta, find_header
from jixiao.surveys.incoming.labels import bare, squeezed
from jixiao.surveys.incoming.tables import Column, Table, any_of

_HEAD_ROWS = 32
_TOTALS = ["合计", "总计", "小计", "平均", "平均值", "平均分", "汇总", "占比", "比例", "总数", "合 计", "总 计"]
_TOTALS_WITHIN = 3  # columns
_MOST_SECTIONS = 20
_FEWEST_HEADINGS = 3
_NAMES = sorted({squeezed(name) for meta in Meta for name in meta.value})
_ASKING = r"[?？]|您|^(?:第|Q|q|题)\d{1,3}题?$"


@dataclass(frozen=True, slots=True)
class Section:
    """Sheets under one heading: `body` has a row for each sheet, and no other rows."""

    headings: tuple[Heading, ...]
    body: Table

    def column(self, heading: Heading) -> Column:
        """The texts under a heading."""
        return self.body.columns[heading.column]


def sections_of(table: Table, questions: Collection[str]) -> tuple[list[Section], list[Finding]]:
    """The sections of a table in their order, and what stands in it that is no sheet.

    `questions` are the bare texts of the questions, where they are known. A table without a heading has no sections.
    """
    header = find_header(table.texts(_HEAD_ROWS), questions)
    if header is None:
        return [], [_without_heading(table)]
    totals = _totals(table)
    places = pl.arange(table.height, eager=True)
    is_sheet = table.any_filled() & ~totals & (places >= header.below)
    starts = [(header.below, header.headings)]
    repeated: list[int] = []
    for place, found in _further(table, header, questions):
        repeated += range(place, place + found.below)
        if not _same(found.headings, starts[-1][1]):
            starts.append((place + found.below, found.headings))
    if len(starts) > _MOST_SECTIONS:
        expected = f"一行表头（最多 {_MOST_SECTIONS} 行）"
        raise Refusal(Problem(table.file, "", f"{len(starts)} 行不同的表头", expected, "请把各份问卷的答卷分开存放"))
    is_sheet &= ~places.is_in(repeated)
    ends = [place for place, _ in starts[1:]] + [table.height]
    sections = [
        Section(headings, table.only(is_sheet & (places >= start) & (places < end)))
        for (start, headings), end in zip(starts, ends, strict=True)
    ]
    in_body = totals & (places >= header.below)
    findings = [_total_rows(table, in_body)] if in_body.any() else []
    return sections, findings + _merged_cells(table, header)


def _further(table: Table, first: Header, questions: Collection[str]) -> Iterator[tuple[int, Header]]:
    """Where further headings stand below the first, each with its header counted from there.

    A sheet must not be taken for a heading: of all its cells at least four in five must read like one.
    """
    known = {heading.text for heading in first.headings} | set(_NAMES)
    filled = [column.mapped(lambda texts: texts.str.contains(r"\S")).cast(pl.UInt32) for column in table.columns]
    heads = [column.mapped(lambda texts: _heads(texts, known)).cast(pl.UInt32) for column in table.columns]
    nothing = pl.repeat(0, table.height, dtype=pl.UInt32, eager=True)
    filled_cells, heading_cells = sum(filled, nothing), sum(heads, nothing)
    is_heading = (heading_cells >= _FEWEST_HEADINGS) & (heading_cells * 5 >= filled_cells * 4)
    for place in is_heading.arg_true():
        found = find_header(table.texts(2, place), questions) if place >= first.below else None
        if found is not None:
            yield place, found


def _heads(texts: pl.Series, known: Collection[str]) -> pl.Series:
    return texts.str.strip_chars().is_in(list(known)) | texts.str.contains(_ASKING)


def _same(one: Sequence[Heading], other: Sequence[Heading]) -> bool:
    return [bare(heading.text) for heading in one] == [bare(heading.text) for heading in other]


def _totals(table: Table) -> pl.Series:
    """Which rows begin as a sum of the rows above."""
    first = table.columns[:_TOTALS_WITHIN]
    return any_of(
        [column.mapped(lambda texts: texts.str.strip_chars().is_in(_TOTALS)) for column in first], table.height
    )


def _without_heading(table: Table) -> Finding:
    return Finding(
        UNREAD_TABLE.id,
        Severity.WARNING,
        UNREAD_TABLE.kind,
        f"“{table.file}”没有读取：找不到表头",
        "前 30 行中没有一行像是各题的题目。请在各份答卷的上方写一行表头，每列写题目或题号（如 Q1）。",
        expected="一行表头，每列一题",
        places=(Place(file=table.file),),
    )


def _total_rows(table: Table, mask: pl.Series) -> Finding:
    rows = table.rows.filter(mask)
    return Finding(
        TOTAL_ROW.id,
        Severity.NOTE,
        TOTAL_ROW.kind,
        f"{len(rows)} 个合计行不算答卷",
        f"“{table.file}”有 {len(rows)} 行以“合计”“平均”等开头，不是答卷，没有计入收回份数。",
        places=tuple(Place(file=table.file, row=row) for row in rows.head(MOST_PLACES)),
    )


def _merged_cells(table: Table, header: Header) -> list[Finding]:
    merged = [each for each in table.merged if each[2] > each[0] and each[0] > header.below]
    if not merged:
        return []
    return [
        Finding(
            MERGED_CELLS.id,
            Severity.WARNING,
            MERGED_CELLS.kind,
            f"答卷中有 {len(merged)} 处跨行合并的单元格",
            f"“{table.file}”的答卷各行中有 {len(merged)} 处单元格跨行合并，只有第一行有内容，其余各行按未填处理。",
            expected="一份答卷一行，不合并单元格",
            hint="请取消合并，并逐行填写",
            places=tuple(Place(file=table.file, row=top, column=left) for top, left, *_ in merged[:MOST_PLACES]),
        )
    ]
