"""The rows of a sheet that hold anything: how many texts, and what a row with one text says about what is around it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

Texts = Mapping[tuple[int, int], str]
"""The texts of a sheet by row and column."""
Merges = Sequence[tuple[int, int, int, int]]

_FIGURE = re.compile(r"[-+−]?[\d,.]+[%％]?|[-—–/]+|…+")
_DIGITS = r"\d一二三四五六七八九十"
_NUMBERED = re.compile(rf"附?表\s*[{_DIGITS}].{{0,60}}")
_TITLE = re.compile(r"续?表.{0,40}|.{2,40}表\s*(?:[(（].{0,30}[)）])?")
_UNIT = re.compile(r".{0,40}单位\s*[:：].{1,12}")
_ANNEX = re.compile(
    r"(?:附件|附表|附录)\s*[\d一二三四五六七八九十]{0,3}(?:\s*[-—–]\s*\d{1,2})?\s*(?:[:：.、\s].{0,60})?"
)
_CHAPTER = re.compile(rf"(?:[{_DIGITS}]{{1,3}}、|[(（][{_DIGITS}]{{1,3}}[)）]|第.{{1,3}}[章部]).{{1,40}}")
_NOTE = re.compile(r"[(（]?(?:注|备注|说明|填表|填报|资料来源|数据来源)")
_FEWEST_OF_SENTENCE = 20
_ENDS_OF_SENTENCE = ("。", "；", "？", "！", ";")


@dataclass(frozen=True)
class SheetRow:
    """A row with its texts from the left.

    `held` says that a merged range from a row above reaches it, `indented` that its first text stands to the right of
    where the texts of the sheet begin.
    """

    number: int
    texts: tuple[str, ...]
    held: bool = False
    indented: bool = False

    @cached_property
    def is_line(self) -> bool:
        """Whether it has one text, which nothing says to be part of a table."""
        return len(self.texts) == 1 and not self.held

    @cached_property
    def has_figures(self) -> bool:
        """Whether one of its texts is a number, or the dash that stands for none."""
        return any(map(is_figure, self.texts))

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it is running text, but no note below a table."""
        return any(map(_is_sentence, self.lines))

    @cached_property
    def is_caption(self) -> bool:
        """Whether it stands above a table: its title (表1 …, …表) or its unit."""
        return self.is_numbered or any(_TITLE.fullmatch(line) or _UNIT.fullmatch(line) for line in self.lines)

    @cached_property
    def is_numbered(self) -> bool:
        """Whether it begins an annex (附件2) or bears the number of a table (表1)."""
        return any(_ANNEX.fullmatch(line) or _NUMBERED.fullmatch(line) for line in self.lines)

    @cached_property
    def is_chapter(self) -> bool:
        """Whether it is numbered as a heading (一、 or （一） or 1、)."""
        return any(map(_CHAPTER.fullmatch, self.lines))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of its text where it is no row of a table; a whole chapter may stand in one cell."""
        return tuple(line.strip() for line in self.texts[0].splitlines()) if self.is_line else ()


def is_figure(text: str) -> bool:
    """Whether a cell is a number, or the dash that stands for none."""
    return _FIGURE.fullmatch(text.strip()) is not None


def _is_sentence(line: str) -> bool:
    return len(line) >= _FEWEST_OF_SENTENCE and line.endswith(_ENDS_OF_SENTENCE) and not _NOTE.match(line)


def rows_of(texts: Texts, merges: Merges) -> Iterator[SheetRow]:
    """The rows that hold anything, from the top."""
    left = min((column for _, column in texts), default=0)
    merged = sorted((top, low) for top, _, low, _ in merges)
    reach = begun = 0
    for number, cells in groupby(sorted(texts.items()), lambda item: item[0][0]):
        while begun < len(merged) and merged[begun][0] < number:
            reach = max(reach, merged[begun][1])
            begun += 1
        found = list(cells)
        yield SheetRow(number, tuple(text for _, text in found), number <= reach, found[0][0][1] > left)
