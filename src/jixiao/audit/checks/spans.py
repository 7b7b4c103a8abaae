"""Spans of time in months, cells and pairs of columns, and days that a report speaks of before they came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.audit.checks.dates import PERIOD
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Grid, Paragraph
from jixiao.findings import Catalogue, Check, Kind, Place, Severity
from jixiao.reading.labels import squeezed
from jixiao.reading.running import Passage, passage_of_cell
from jixiao.text import normal

AFTER_REPORT = Check(
    "date.after_report",
    Kind.DATE,
    "报告日期以后的日期",
    "评价基准日、“截至某日”的日期是否不晚于报告的日期（封面、落款或写明的报告日期）。",
    "报告日期只在封面或落款单独成行、或写明“报告日期”时才知道；前后写了不同日期的，以最晚的为准。",
    "报告只能说明已经发生的事",
)
SPAN_CHECKS = Catalogue([AFTER_REPORT])
"""Every check of this module besides that of periods."""

_MOMENT = (
    r"(?P<{0}year>(?:19|20)\d\d)(?:年(?:(?P<{0}month>\d{{1,2}})月(?:(?P<{0}day>\d{{1,2}})日)?|(?=[至到—–~-]))?"
    r"|[./](?P<{0}month_>\d{{1,2}})(?:[./](?P<{0}day_>\d{{1,2}}))?)"
)
_ONE = re.compile(_MOMENT.format(""))
_SPAN = re.compile(
    rf"(?<![\d./]){_MOMENT.format('a_')}(?:起|开始)?(?:至|到|—|–|-|~)+{_MOMENT.format('b_')}(?![\d./%万亿元个])"
)
_BUILT = re.compile(
    rf"{_MOMENT.format('a_')}(?:正式|全面|已)?(?:开工|动工|启动|开始)(?:建设|实施|施工)?[,、]?(?:并|已|计划|预计|实际|全部)*于?"
    rf"{_MOMENT.format('b_')}(?:正式|全面|已|全部|底)*(?:完工|竣工|完成|建成|验收|结束|投入使用)"
)
_BEGINS = re.compile("(?P<kind>计划|实际|合同)?(?:开工|开始|启动|起始|动工)(?:日期|时间|年月)")
_ENDS = re.compile("(?P<kind>计划|实际|合同)?(?:完工|竣工|完成|结束|终止|截止)(?:日期|时间|年月)")
_STATED_DATE = re.compile(rf"(?:报告|出具|编制|成文)(?:日期|时间)[:]?{_MOMENT.format('')}")
_AS_OF = re.compile(
    rf"(?:评价基准日|基准日)(?:期)?(?:定?为|是|[:])?{_MOMENT.format('')}|截[至止](?:到)?{_MOMENT.format('s_')}"
)
_LASTING = re.compile("有效|期限|质保|保修|存续|租赁|服务|合同|计划|到期|延[期长]|力争|目标|预计")
_BEFORE = 12  # characters before a day that tell of what it is the end
_MONTHS = 12
_EDGE = 40  # blocks at the beginning and at the end of a document that the date of its cover or signature stands in
_DIGITS = str.maketrans("〇零○Ｏ一二三四五六七八九", "0000123456789")
_CHINESE = re.compile(
    "(二[〇零○Ｏ][〇零○Ｏ一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, perhaps with a month and a day (0 where none is printed)."""

    year: int
    month: int = 0
    day: int = 0

    def is_after(self, other: "Moment") -> bool:
        """Whether it surely comes after the other, as far as both are told."""
        own, its = (self.year, self.month, self.day), (other.year, other.month, other.day)
        told = min(sum(map(bool, own)), sum(map(bool, its)))
        return own[:told] > its[:told]

    def __str__(self) -> str:
        month, day = (f"{self.month}月" if self.month else ""), (f"{self.day}日" if self.day else "")
        return f"{self.year}年{month}{day}"


def relations(material: Material) -> Iterator[Checked]:
    """The spans of the text and of all cells, the columns of beginnings and ends, and what lies behind the report."""
    for passage in material.passages:
        yield from _spans(passage, in_text=True)
    for grid in material.document.grids():
        for row, line in enumerate(grid.rows):
            for cell in line:
                if cell.row == row and "20" in cell.text:
                    yield from _spans(passage_of_cell(cell.text, cell.place), in_text=False)
        yield from _in_columns(grid)
    report = _date_of_report(material)
    if report is not None:
        for passage in material.passages:
            yield from _behind(passage, *report)


def _spans(passage: Passage, *, in_text: bool) -> Iterator[Checked]:
    """The spans but those from day to day in running text, which are checked with the other dates."""
    for pattern in (_SPAN, _BUILT):
        for found in pattern.finditer(passage.text):
            begins, ends = _moment(found, "a_"), _moment(found, "b_")
            is_dated = in_text and pattern is _SPAN and found["a_day"] and found["b_day"]
            if not is_dated and begins.month <= _MONTHS and ends.month <= _MONTHS:
                yield _in_order(begins, ends, passage.place(*found.span()))


def _in_order(begins: Moment, ends: Moment, *places: Place) -> Checked:
    """Years alone may be told backwards: 近三年（2023年—2021年）."""
    if not begins.is_after(ends):
        return Checked.held(PERIOD, places[0])
    return Checked.failed(
        PERIOD,
        Severity.ERROR if begins.month and ends.month else Severity.WARNING,
        f"{begins} 至 {ends}：终止日期早于起始日期",
        "期间的终止日期不能早于起始日期。",
        *places,
        stated=f"{begins}至{ends}",
    )


def _in_columns(grid: Grid) -> Iterator[Checked]:
    """The rows of a table with a column of beginnings and one of ends of the same kind (both planned, both real)."""
    for row in range(min(2, len(grid.rows))):
        heads = [squeezed(text) for text in grid.texts(row)]
        begun = {found["kind"]: at for at, head in enumerate(heads) if (found := _BEGINS.fullmatch(head))}
        ended = {found["kind"]: at for at, head in enumerate(heads) if (found := _ENDS.fullmatch(head))}
        for kind in begun.keys() & ended.keys():
            for line in grid.rows[row + 1 :]:
                cells = line[begun[kind]], line[ended[kind]]
                begins, ends = (_alone(normal(cell.text).text.strip()) for cell in cells)
                if begins is not None and ends is not None:
                    yield _in_order(begins, ends, *(cell.place for cell in cells))


def _date_of_report(material: Material) -> tuple[Moment, Severity] | None:
    """The latest date that stands by itself on the cover or under the report; surely the one that is called so."""
    stated = [_moment(one) for passage in material.passages for one in _STATED_DATE.finditer(passage.text)]
    if stated:
        return _latest(stated), Severity.ERROR
    blocks = material.document.blocks
    edges = [*blocks[:_EDGE], *blocks[max(len(blocks) - _EDGE, _EDGE) :]]
    lines = ["".join(normal(block.text).text.split()) for block in edges if isinstance(block, Paragraph)]
    alone = [moment for line in lines if (moment := _alone(line)) is not None and moment.month]
    return (_latest(alone), Severity.WARNING) if alone else None


def _latest(moments: Sequence[Moment]) -> Moment:
    return max(moments, key=lambda each: (each.year, each.month, each.day))


def _alone(line: str) -> Moment | None:
    """The date that a line consists of, in digits or in Chinese numerals."""
    if found := _ONE.fullmatch(line):
        return _moment(found)
    written = _CHINESE.fullmatch(line)
    if written is None:
        return None
    return Moment(int(written[1].translate(_DIGITS)), _small(written[2]), _small(written[3] or ""))


def _small(number: str) -> int:
    """A number below a hundred in Chinese numerals; 0 for none."""
    tens, ten, ones = number.partition("十")
    if not ten:
        return int(number.translate(_DIGITS)) if number else 0
    return 10 * int((tens or "一").translate(_DIGITS)) + int((ones or "零").translate(_DIGITS))


def _behind(passage: Passage, report: Moment, severity: Severity) -> Iterator[Checked]:
    """The days that the passage speaks of as past, against the date of the report."""
    for found in _AS_OF.finditer(passage.text):
        is_base, place = found["year"] is not None, passage.place(*found.span())
        moment = _moment(found, "" if is_base else "s_")
        words = passage.text[max(found.start() - _BEFORE, 0) : found.start()]
        if not is_base and (_LASTING.search(words) or passage.text.startswith("前", found.end())):
            continue
        if not moment.is_after(report):
            yield Checked.held(AFTER_REPORT, place)
            continue
        yield Checked.failed(
            AFTER_REPORT,
            severity if is_base else Severity.WARNING,
            f"{found.group()}，报告的日期却是 {report}",
            "报告只能说明报告日期以前的情况；基准日（截止日）或报告日期有一个写错了。",
            place,
            stated=str(moment),
            expected=f"不晚于 {report}",
        )


def _moment(found: re.Match[str], prefix: str = "") -> Moment:
    month, day = (found[f"{prefix}{part}"] or found[f"{prefix}{part}_"] for part in ("month", "day"))
    return Moment(int(found[f"{prefix}year"]), int(month or 0), int(day or 0))
