"""The same thing counted in several places: of part of a year there cannot be more than of all of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.audit.checks.crossing.catalogue import PART_OF_PERIOD
from jixiao.audit.checks.crossing.subject import Subject
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.quantities import Printed
from jixiao.reading.counters import is_counted
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.periods import Period, period_at, periods_of
from jixiao.relations import Duplicate

_FILLERS = re.compile(
    '全(?:区|县|市|省|局|镇|乡|年)|(?:我|本|该)(?:区|县|市|省|局|单位)|截[至止]目前|目前|累计|总共|共计|合计|先后|有关|相关|各类|方面|工作|已经|共|已|的|了|达到?|为|[“”、"]'
)
_STOCK = re.compile("在职|编制|现有|实有|在册|拥有|总数|总量|累计|人口|资产|科室|机构|问卷|指标|满意")
_FEWEST, _SURE, _SURELY_SAME = (
    8,
    12,
    16,
)  # characters of descriptions that are compared, and of those that leave no doubt
_MOST = 20  # statements about one thing that are compared with each other
_NOT_COMPARED = ("分", "月", "天", "工作日", "倍")


@dataclass(frozen=True, slots=True)
class _Count:
    """How many of what there were in a period."""

    what: str
    mention: Mention
    period: Period
    source: str


def counts(material: Material, subject: Subject) -> Iterator[Posed | Checked]:
    """The relations between counts that are described in the same words."""
    alike: dict[tuple[str, str], list[_Count]] = {}
    for found in (*material.mentions, *material.mentions_in_cells):
        if found:
            for count in _in_passage(found, subject):
                alike.setdefault((count.what, count.mention.dimension), []).append(count)
    for same in alike.values():
        yield from _of_one_period(same)
        yield from _of_parts(same)


def _in_passage(found: Sequence[Mention], subject: Subject) -> Iterator[_Count]:
    passage = found[0].passage
    counted = [one for one in found if _is_count(one)]
    if not counted:
        return
    named = periods_of(passage, subject.year)
    for inside in in_spans(counted, passage.sentences):
        start, end = passage.sentence_at(inside[0].start)
        for one in inside:
            what = _FILLERS.sub("", subject.without_places(one.before))
            period = period_at(named, start, one.start)
            if len(what) >= _FEWEST and period is not None and period.year and not _STOCK.search(one.before):
                yield _Count(what, one, period, passage.text[one.start - len(one.before) : end])


def _is_count(one: Mention) -> bool:
    return is_counted(one.printed.unit) and one.dimension not in _NOT_COMPARED and one.is_stated


def _of_one_period(same: Sequence[_Count]) -> Iterator[Posed]:
    """Counts of one period must agree; that two of them are the same thing is sure only of long descriptions."""
    first: dict[Period, _Count] = {}
    for count in same:
        known = first.setdefault(count.period, count)
        if known is not count:
            at_most = (
                Severity.ERROR if len(count.what) >= _SURELY_SAME and not count.period.is_state else Severity.WARNING
            )
            name = f"{count.period.year}年{count.what}"
            relation = Duplicate((known.mention.figure(name), count.mention.figure(name)))
            is_sure = len(count.what) >= _SURELY_SAME and not count.period.is_state
            at_most = Severity.ERROR if is_sure else Severity.WARNING
            yield Posed(relation, at_most=at_most, group=f"{name}{count.mention.printed}")


def _of_parts(same: Sequence[_Count]) -> Iterator[Checked]:
    """No count of some months is above that of the year; each pair of different statements is compared once."""
    told = list({(count.period, count.source): count for count in reversed(same)}.values())[:_MOST]
    seen: set[tuple[str, str]] = set()
    for part in told:
        for whole in told:
            pair = str(part.mention.printed), str(whole.mention.printed)
            if part.period.is_part_of(whole.period) and not part.period.is_state and pair not in seen:
                seen.add(pair)
                yield _compared(part, whole, [one for one in same if one.period == part.period])


def _compared(part: _Count, whole: _Count, copies: Sequence[_Count]) -> Checked:
    if not _is_more(part.mention.printed, whole.mention.printed):
        return Checked.held(PART_OF_PERIOD, part.mention.place)
    months = "{}—{}月".format(*part.period.months)
    return Checked.failed(
        PART_OF_PERIOD,
        Severity.ERROR if len(part.what) >= _SURE else Severity.WARNING,
        f"{months}的 {part.mention.printed} 多于全年的 {whole.mention.printed}",
        f"“{part.mention.name}”{months}为 {part.mention.printed}，而{part.period.year}年全年“{whole.mention.name}”"
        f"只有 {whole.mention.printed}；同一件事，一部分月份的不能多于全年的。",
        *(count.mention.place for count in copies),
        whole.mention.place,
        stated=str(part.mention.printed),
        expected=f"不多于全年的 {whole.mention.printed}",
    )


def _is_more(part: Printed, whole: Printed) -> bool:
    """Whether the first must be more than the second, whatever they were rounded from."""
    least, most = part.interval().low, whole.interval(part.unit).high
    return least is not None and most is not None and least > most
