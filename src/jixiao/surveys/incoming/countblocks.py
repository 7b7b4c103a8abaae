"""Tables of counts as blocks: a question with its options, each with the count that stands beside it, and the base."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.surveys.incoming.headings import looks_asked
from jixiao.surveys.incoming.labels import squeezed
from jixiao.surveys.wordings import degree_of, is_no_opinion

_COUNT = re.compile("小计|份数|人数|数量|频数|票数|人次|计数|选择数")
_SHARE = re.compile("比例|占比|百分比|比重")
_RESULT = re.compile("满意度|满意率|比例|占比|百分比|比重|得分|.{20}")
_BASE = re.compile("本题有效填写人次|有效填写人次|有效人次|有效份数|有效答卷|合计|总计|样本数|样本量|总人数|答题人数")
_OPTION = ("选项", "选项内容", "回答")
_QUESTION = re.compile("题目|问题|调查内容|评价内容|调查项目|评价项目|指标|内容|项目")
_LONGEST_TITLE_GAP = 3
"""Rows above the heading of a block within which its question must stand."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with its row, from 1, and the heading it stands under."""

    text: str
    row: int
    column: str


@dataclass
class Block:
    """A question as counted: its options in their order, each with its count and its share as printed, and the base."""

    question: Cell
    options: list[tuple[str, Cell, Cell | None]] = field(default_factory=list)
    base: Cell | None = None


def blocks_of(rows: Sequence[Sequence[str]]) -> list[Block]:
    """The questions that a table counts, in any layout: a block of rows for each, a row for each, a column for each."""
    return list(_stacked(rows)) or list(_in_rows(rows)) or list(_in_columns(rows))


def _stacked(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """Blocks under 选项, 小计 and 比例, each below its question, as the default report of 问卷星 prints them."""
    for at, row in enumerate(rows):
        words = [squeezed(cell) for cell in row]
        option = next((column for column, word in enumerate(words) if word in _OPTION), None)
        count = next((column for column, word in enumerate(words) if _COUNT.search(word)), None)
        if option is None or count is None:
            continue
        share = next((column for column, word in enumerate(words) if _SHARE.search(word)), None)
        title = _title_above(rows, at)
        if title is None:
            continue
        block = Block(title)
        for below in range(at + 1, len(rows)):
            text = rows[below][option].strip()
            if not text or squeezed(text) in _OPTION or not rows[below][count].strip():
                break
            cell = Cell(rows[below][count].strip(), below + 1, row[count].strip())
            if _BASE.fullmatch(squeezed(text)):
                block.base = cell
                break
            shown = rows[below][share].strip() if share is not None else ""
            block.options.append((text, cell, Cell(shown, below + 1, row[share or 0].strip()) if shown else None))
        yield block


def _title_above(rows: Sequence[Sequence[str]], at: int) -> Cell | None:
    for above in range(at - 1, max(at - 1 - _LONGEST_TITLE_GAP, -1), -1):
        cells = [cell.strip() for cell in rows[above] if cell.strip()]
        if cells:
            return Cell(max(cells, key=len), above + 1, "") if len(cells) <= 2 else None
    return None


def _in_rows(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """A row for each question, under a heading that names the options."""
    for at, row in enumerate(rows):
        options = [column for column, cell in enumerate(row) if _is_option(cell)]
        if not _are_degrees(row[column] for column in options):
            continue
        question = _question_column(row, options, rows[at + 1 :])
        if question is None:
            continue
        bases = (column for column, cell in enumerate(row) if _BASE.fullmatch(squeezed(cell)) and column > question)
        base = next(bases, None)
        for below in range(at + 1, len(rows)):
            text = rows[below][question].strip()
            if not text or _BASE.fullmatch(squeezed(text)):
                continue
            counts = [(row[c].strip(), Cell(rows[below][c].strip(), below + 1, row[c].strip()), None) for c in options]
            whole = None if base is None else Cell(rows[below][base].strip(), below + 1, row[base].strip())
            yield Block(
                Cell(text, below + 1, row[question].strip()), list(counts), whole if whole and whole.text else None
            )
        return


def _in_columns(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """A column for each question, beside one that names the options."""
    for at, row in enumerate(rows):
        option = next((column for column, cell in enumerate(row) if squeezed(cell) in _OPTION), None)
        if option is None:
            continue
        below = [line for line in range(at + 1, len(rows)) if rows[line][option].strip()]
        named = [line for line in below if _is_option(rows[line][option])]
        if not _are_degrees(rows[line][option] for line in named):
            continue
        base = next((line for line in below if _BASE.fullmatch(squeezed(rows[line][option]))), None)
        for column in range(option + 1, len(row)):
            text = row[column].strip()
            if not text or _BASE.fullmatch(squeezed(text)) or _SHARE.search(text):
                continue
            counts = [(rows[line][option].strip(), Cell(rows[line][column].strip(), line + 1, text)) for line in named]
            whole = None if base is None else Cell(rows[base][column].strip(), base + 1, text)
            yield Block(
                Cell(text, at + 1, text), [(*each, None) for each in counts], whole if whole and whole.text else None
            )
        return


def _is_option(cell: str) -> bool:
    """Whether a cell is an answer on satisfaction; a question that speaks of it is none."""
    says_something = bool(degree_of(cell)) or is_no_opinion(cell)
    return says_something and not looks_asked(cell) and not _RESULT.search(cell)


def _are_degrees(options: Iterable[str]) -> bool:
    """Whether the options are several degrees of satisfaction; 服务态度满意 beside 环境满意 are two questions."""
    return len({degree_of(option) for option in options if not is_no_opinion(option)}) > 1


def _question_column(row: Sequence[str], options: Sequence[int], below: Sequence[Sequence[str]]) -> int | None:
    """The column of the questions: headed so, else the one left of the options with the longest texts."""
    before = range(options[0])
    headed = [column for column in before if _QUESTION.search(row[column])]
    if headed:
        return headed[-1]
    return max(before, key=lambda column: sum(len(line[column].strip()) for line in below), default=None)
