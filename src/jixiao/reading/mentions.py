"""Figures in running text: every number with its unit, and the words in front that say what it is a figure of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.findings import Place
from jixiao.quantities import NumberError, Printed, UnitError, parse_printed
from jixiao.reading.running import Passage
from jixiao.relations import Figure

_UNITS = "亿元|百万元|万元|千元|元|%|‰|个百分点|个工作日|工作日|分|人次|人|项|份|次|件|户|家|天|台|辆|个|倍"
_FIGURE = re.compile(
    rf"(?P<words>约为?|大约|近|超过|超|逾|不足|不到)?(?P<number>[-]?\d[\d,]*(?:\.\d+)?)(?P<odd>余|多)?(?P<unit>{_UNITS})?"
    r"(?P<after>左右|以上|以下|以内)?"
)
# What looks like a figure and is none: years and dates, document numbers, numbers of articles, tables and headings.
_NO_FIGURE = re.compile(
    r"\d{1,4}年(?!均|初|末|度|内|以)|\d{1,4}年(?=度|初|末|内)|\d{1,2}月(?:份)?(?:\d{1,2}日)?|\d{1,2}日|\(\d{4}\)(?:第)?\d+号|第\d+[条款项章节次届期号]|"
    r"\d+号|[表图]\d+(?:-\d+)*|[A-Za-z]+[-.]?\d+(?:\.\d+)*|https?:[!-~]+|\d+:\d+(?::\d+)?|(?:^|\n)\d{1,2}[.、](?!\d)|"
    r"\(\d{1,2}\)|\d+-\d+(?=月|日|年)"
)
_CLAUSE = re.compile("[,;:。!?\n]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a passage: what is printed, where (`start`, `end`), and the words of its clause before and after it.

    `before` reaches back to the last stop or figure: “支出决算合计” of “支出决算合计454.58万元”.
    """

    printed: Printed
    start: int
    end: int
    before: str
    after: str
    passage: Passage

    @property
    def place(self) -> Place:
        """Where the figure stands."""
        return self.passage.place(self.start, self.end)

    def figure(self, name: str = "") -> Figure:
        """The figure under the name it is given, or under the words before it."""
        return Figure(name or self.before.strip('为共计约达“”"是有 ') or "本数", self.printed, self.place)


def mentions(passage: Passage) -> tuple[Mention, ...]:
    """The figures of the passage in their order.

    >>> from jixiao.reading.running import passage_of_cell
    >>> found = mentions(passage_of_cell("2023年支出预算434.66万元，其中：基本支出207.90万元，占47.83%。", Place()))
    >>> [(one.before, str(one.printed)) for one in found]
    [('支出预算', '434.66万元'), ('基本支出', '207.90万元'), ('占', '47.83%')]
    """
    return tuple(_found(passage))


def _found(passage: Passage) -> Iterator[Mention]:
    text = passage.text
    hidden = [found.span() for found in _NO_FIGURE.finditer(text)]
    last = 0
    for found in _FIGURE.finditer(text):
        if any(start < found.end("number") and found.start("number") < end for start, end in hidden):
            last = max(last, next(e for s, e in hidden if s < found.end("number") and found.start("number") < e))
            continue
        try:
            printed = parse_printed(found.group())
        except (NumberError, UnitError):
            continue
        if abs(printed.value) > Fraction(10) ** 15:
            continue
        stops = [stop.end() for stop in _CLAUSE.finditer(text, last, found.start())]
        begins = stops[-1] if stops else last
        rest = _CLAUSE.search(text, found.end())
        yield Mention(
            printed,
            found.start(),
            found.end(),
            text[begins : found.start()],
            text[found.end() : rest.start() if rest else None],
            passage,
        )
        last = found.end()
