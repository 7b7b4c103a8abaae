"""Figures in running text: every number with its unit, and the words in front that say what it is a figure of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.findings import Place
from jixiao.language.numerals import NUMBER, number_of
from jixiao.quantities import Convention, NumberError, Printed, UnitError, exact_text, parse_printed
from jixiao.reading.counters import UNIT, is_counted, text_unit
from jixiao.reading.running import Passage
from jixiao.relations import Figure
from jixiao.relations.figures import MONEY

_BOUNDS = {
    **dict.fromkeys(("≥", ">", "不低于", "不少于", "不小于", "至少", "高于", "大于", "多于"), Convention.AT_LEAST),
    **dict.fromkeys(("≤", "<", "不超过", "不高于", "不大于", "不多于", "低于", "小于", "少于"), Convention.AT_MOST),
}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?P<bound>{'|'.join(_BOUNDS)})?(?P<words>(?<![节集合违预签履制])约为?|大约|近|超过|超|逾|不足|不到)?"
    rf"(?:(?P<number>(?:(?<!\d)-)?{_NUMBER})(?P<scale>[万亿](?=余|多))?(?P<odd>余|多)?\\?(?P<unit>{UNIT})?"
    rf"|百分之(?P<percent>{NUMBER}))(?P<after>左右|以上|以下|以内)?"
)
_NO_FIGURES = (
    r"\d{1,4}年(?!均)度?",
    r"(?:\d{1,2}月?份?(?:\d{1,2}日)?[-—~至到])?\d{1,2}月(?!均)份?(?:\d{1,2}[日号])?|\d{1,2}日(?!均)",
    r"(?:19|20)\d\d(?=项目|专项|[-—~至到](?:19|20)\d\d)|(?:19|20)\d\d(?![\d.,]|[人个项份次件户家元万%])",  # in names
    r"\(\d{4}\)(?:第)?\d+号|\d+号|第\d+(?:-\d+)?[条款项章节次届期号批步轮类季年名位个部阶]",
    r"[表图]\d+(?:-\d+)*|[A-Za-z]+[-.]?\d+(?:\.\d+)*|\d+[A-Za-z]+",
    r"https?:[!-~]+|\d+:\d+(?::\d+)?|\d+(?:\+\d+)+",  # addresses, times, 1+2+35
    r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)",  # telephones
    r"(?:^|\n)\d{1,2}[.、](?!\d)|[;。:]\d{1,2}[.、](?!\d)|\(\d{1,2}\)|\d{1,2}\.(?=[^\d\W])",  # marks of lists
    rf"\d[\d.]*(?:{UNIT})?[-—~至到]\d[\d.]*(?:{UNIT})?",  # ranges
)
_NO_FIGURE = re.compile("|".join(_NO_FIGURES))
_CLAUSE = re.compile("[,;:。!?\n]")
_PER = re.compile("/(?:每)?[个年月日天人次户台件亩套平㎡]|每[年月日天人次户]")
_JOINED_BEFORE = re.compile("^(?:[(]|其中|包括|包含|由|和|及|以及|、|(?<=其中)有|末(?=[实在共]))+")
_JOINED_BEHIND = re.compile("(?:分别|共有|共计|共|约|达到?|仅|[为是有])+$")
_FARTHEST = 200  # characters behind a figure that its clause reaches at most
_OF_NOTHING = 2  # decimals that a bare nought of money stands for
_LARGEST = Fraction(10) ** 15


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a passage: what is printed, where (`start`, `end`), and the words of its clause before and after it.

    `before` reaches back to the last stop, figure or date: “支出决算合计” of “某局2023年支出决算合计454.58万元”;
    `clause` to the last stop or figure, over dates.
    """

    printed: Printed
    start: int
    end: int
    before: str
    after: str
    passage: Passage
    clause: str = ""

    @property
    def place(self) -> Place:
        """Where the figure stands."""
        return self.passage.place(self.start, self.end)

    @property
    def dimension(self) -> str:
        """What the unit measures (金额, 比率, 人, 篇); empty where no unit is printed."""
        return "" if self.printed.unit is None else self.printed.unit.dimension

    @property
    def is_percent(self) -> bool:
        """Whether the figure is a percentage."""
        return self.printed.unit is not None and self.printed.unit.symbol == "%"

    @property
    def is_stated(self) -> bool:
        """Whether it says how much there is: neither a bound (≥90%, 不超过3次) nor so much per year or person."""
        bounds = (Convention.AT_LEAST, Convention.AT_MOST)
        return self.printed.convention not in bounds and not _PER.match(self.after)

    def figure(self, name: str = "") -> Figure:
        """The figure under the name it is given, or under the words before it."""
        return Figure(name or self.name, self.printed, self.place)

    @property
    def name(self) -> str:
        """The words before the figure without those that only join: 支出合计 of “和支出合计为”."""
        return _JOINED_BEHIND.sub("", _JOINED_BEFORE.sub("", self.before)).strip('“”"') or "本数"


def mentions(passage: Passage) -> tuple[Mention, ...]:
    """The figures of the passage in their order; years, dates, ranges, numbers of documents and of lists are none.

    >>> from jixiao.reading.running import passage_of_cell
    >>> found = mentions(passage_of_cell("2023年支出预算434.66万元，其中：基本支出207.90万元，占47.83%。", Place()))
    >>> [(one.before, str(one.printed)) for one in found]
    [('支出预算', '434.66万元'), ('基本支出', '207.90万元'), ('占', '47.83%')]
    """
    return tuple(_found(passage))


def in_spans(found: Sequence[Mention], spans: Sequence[tuple[int, int]]) -> Iterator[Sequence[Mention]]:
    """The mentions that begin in each of the spans, which follow each other; spans without any are passed over."""
    at = 0
    for _, end in spans:
        first = at
        while at < len(found) and found[at].start < end:
            at += 1
        if at > first:
            yield found[first:at]


def _found(passage: Passage) -> Iterator[Mention]:
    text = passage.text
    hidden = [found.span() for found in _NO_FIGURE.finditer(text)]
    last, last_figure, next_hidden = 0, 0, 0
    for found in _FIGURE.finditer(text):
        start, end = found.span("number" if found["number"] else "percent")
        while next_hidden < len(hidden) and hidden[next_hidden][1] <= start:
            next_hidden += 1
        if next_hidden < len(hidden) and hidden[next_hidden][0] < end:
            last = max(last, hidden[next_hidden][1])
            continue
        printed = _printed(found)
        if printed is None or abs(printed.value) > _LARGEST:
            continue
        stops = [stop.end() for stop in _CLAUSE.finditer(text, last_figure, found.start())]
        clause = stops[-1] if stops else last_figure
        rest = _CLAUSE.search(text, found.end(), found.end() + _FARTHEST)
        behind = text[found.end() : rest.start() if rest else found.end() + _FARTHEST]
        before, told = text[max(clause, last) : found.start()], text[clause : found.start()]
        yield Mention(printed, found.start(), found.end(), before, behind, passage, told)
        last = last_figure = found.end()


def _printed(found: re.Match[str]) -> Printed | None:
    """What the words, the number and the unit print; None for a number that is none after all."""
    number, symbol = found["number"], found["unit"] or ""
    if found["percent"]:
        number, symbol = exact_text(number_of(found["percent"])), "%"
    elif found["scale"]:
        symbol = found["scale"] + symbol
    words = "".join((found["words"] or "", number, found["odd"] or "", found["after"] or ""))
    try:
        unit = text_unit(symbol) if symbol else None
        printed = replace(parse_printed(words, unit), text=found.group().replace("\\", ""))
    except (NumberError, UnitError):
        return None
    if is_counted(unit) and printed.convention is Convention.NEAREST and printed.step == 1:
        printed = printed.exact()
    elif unit is not None and unit.dimension != MONEY and unit.factor > 1:
        printed = printed.rounded()
    elif unit is not None and unit.dimension == MONEY and not printed.value and not printed.decimals:
        printed = replace(printed, decimals=_OF_NOTHING)  # 0万元 is nothing, not less than half
    return replace(printed, convention=_BOUNDS[found["bound"]], coarser=None) if found["bound"] else printed
