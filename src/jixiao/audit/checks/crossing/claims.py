"""Claims: what sentences and tables state about the amounts and rates of the subject as a whole.

A sentence makes a claim only where its words are all known, the subject is named before, and the period is a whole
year: everything else is passed over, because it may be another quantity.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from jixiao.audit.checks.crossing.lexicon import Spoken, Wording, rated_object, staff_measure, topic_of, wording_of
from jixiao.audit.checks.crossing.subject import Subject
from jixiao.audit.material import Material
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.periods import DatedStretch, Period, period_at, periods_of
from jixiao.reading.running import Passage
from jixiao.reading.tables.amounts import Amount, amounts_of
from jixiao.reading.tables.measures import Measure
from jixiao.relations import Figure
from jixiao.relations.figures import MONEY

EXECUTION_RATE = "预算执行率"
"""The rate that claims are made about."""

_TABLE_LABEL = re.compile("(?P<side>收入|支出)(?P<total>合计|总计)|(?P<object>基本支出|项目支出|人员经费|公用经费)")
_MARK = re.compile(r"(?:[A-Z]{1,2}\d[\d.]*|\(?\d{1,2}[).、]|[①-⑳])")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度|年(?![初末底]))?")
_LEAD = re.compile(r"([^:,;。]{2,30}):")
_OTHER_SUBJECT = re.compile("项目.*(?:自评|绩效|实施|概况|立项|简介)|典型|案例")
_TAKES_APART = re.compile("其中|按[^,;。:]{2,12}(?:划分|分类|分|构成):")
_OF_EXECUTION = re.compile("预算执行(?:率|进度)|预算完成率|支出进度")
_OF_FINANCES = re.compile("预算|决算|收支|资金|部门概况|基本情况")


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of the subject: what is measured, of which part (`object`), which side, which year, and who says so.

    `source` is the sentence from the clause of the figure on, or the table: copies of one statement have one source.
    """

    measure: Measure | Spoken | str
    object: str
    side: str
    is_grand: bool
    year: int | None
    figure: Figure
    source: str
    sentence: str = ""
    is_table: bool = False

    @property
    def name(self) -> str:
        """What is claimed, in words."""
        measure = self.measure if isinstance(self.measure, str) else self.measure.value
        return f"{self.year or ''}{'年' if self.year else ''}{self.object}{measure}"


@dataclass(frozen=True, slots=True)
class _Context:
    """What is being spoken of: what the passage is about, from where on the subject is named, the last amount named."""

    topic: Wording
    named_at: int
    last: Wording | None = None


def claims_of(material: Material, subject: Subject) -> Iterator[Claim]:
    """The claims of the running text, of the sentences in cells, and of the tables."""
    for found in (*material.mentions, *material.mentions_in_cells):
        if found:
            yield from _in_passage(found, subject)
    amounts = tuple(amounts_of(material.tables, subject.year))
    listed = {(amount.table.grid.number, amount.label) for amount in amounts}
    for amount in amounts:
        label = _TABLE_LABEL.fullmatch(_label_of(amount, listed))
        own_office = not amount.office or subject.is_named_in(amount.office)
        if label and amount.measure and not amount.funds and own_office:
            side, grand = label["side"] or "", label["total"] == "总计"
            source = f"表{amount.table.grid.number}"
            yield Claim(
                amount.measure, label["object"] or "", side, grand, amount.year, amount.figure, source, is_table=True
            )


def _label_of(amount: Amount, listed: Container[tuple[int, str]]) -> str:
    """The label of an amount; a total of both kinds of expenditure is the total expenditure."""
    is_of_both = all((amount.table.grid.number, kind) in listed for kind in ("基本支出", "项目支出"))
    return f"支出{amount.label}" if is_of_both and amount.label in ("合计", "总计") else amount.label


def _in_passage(found: Sequence[Mention], subject: Subject) -> Iterator[Claim]:
    passage = found[0].passage
    context = _context_of(passage, subject)
    if context is None:
        return
    named = periods_of(passage, subject.year)
    for inside in in_spans(found, passage.sentences):
        start, end = passage.sentence_at(inside[0].start)
        context = replace(context, last=_carried_on(context.last, passage.text, start))
        for one in inside:
            if one.dimension == "人" and one.is_stated and one.start >= context.named_at:
                yield from _of_staff(one, subject, passage.text[start:end])
                continue
            wording = _wording(one, subject, context)
            if one.dimension == MONEY and wording is None:
                break  # an amount of something else: what follows in the sentence may be about that
            if wording is None or one.start < context.named_at or not one.is_stated:
                continue
            if wording.measure is not None and one.dimension == MONEY:
                context = replace(context, last=wording)
            claim = _claim(one, wording, _year(named, start, one, subject), (start, end))
            if claim is not None:
                yield claim


def _carried_on(last: Wording | None, text: str, start: int) -> Wording | None:
    """What is left of the amount named last: nothing in a new sentence, and behind a semicolon its measure alone."""
    if last is None or not _goes_on(text, start):
        return None
    return replace(last, object="") if text[start - 1 : start] == ";" else last


def _goes_on(text: str, start: int) -> bool:
    """Whether the sentence goes on with the parts of the amount named before it."""
    if _TAKES_APART.match(text, start):
        return True
    before = text.rfind("。", 0, start) + 1
    return start > 0 and text[start - 1] == ";" and "其中" in text[before:start]


def _context_of(passage: Passage, subject: Subject) -> _Context | None:
    """What the headings and the words before a colon say the passage is about; None for anything but the subject."""
    titles = [heading.title for heading in passage.section]
    if not subject.is_project and any(_OTHER_SUBJECT.search(title) for title in titles):
        return None
    mark = _MARK.match(passage.text)
    lead = _LEAD.match(passage.text, mark.end() if mark else 0)
    topic = topic_of(subject.without(lead[1])) if lead else _topic_of_heading(titles, subject)
    if topic is None:
        return None
    is_known = any(_OF_FINANCES.search(title) for title in titles) or bool(lead and _OF_EXECUTION.search(lead[1]))
    return _Context(topic, 0 if is_known else subject.named_at(passage.text))


def _topic_of_heading(titles: Sequence[str], subject: Subject) -> Wording | None:
    return topic_of(subject.without(titles[-1])) if titles else Wording(None)


def _wording(one: Mention, subject: Subject, context: _Context) -> Wording | None:
    """What the words before the figure say, what they leave out taken from the amount named before and the topic."""
    words, last = subject.without(_YEAR.sub("", one.clause)), context.last or Wording(None)
    if one.is_percent:
        start, _ = one.passage.sentence_at(one.start)
        rated = rated_object(words, one.passage.text[start : one.start])
        return None if rated is None else Wording(None, rated or last.object or context.topic.object)
    own = wording_of(words) if one.dimension == MONEY else None
    if own is None:
        return None
    if own.measure is None:
        return replace(own, measure=last.measure) if own.object else None
    if own.object:
        return own
    if own.side:
        return replace(own, object=context.topic.object)
    return replace(own, object=last.object or context.topic.object, side=last.side)


def _of_staff(one: Mention, subject: Subject, sentence: str) -> Iterator[Claim]:
    """The number of the staff or of its posts; of which day it is, sentences seldom say."""
    measure = staff_measure(subject.without(one.before))
    if measure is not None:
        source = sentence[sentence.find(one.clause) :]
        yield Claim(measure, "", "", False, None, one.figure(), source, sentence)


def _claim(one: Mention, wording: Wording, year: int | None, sentence: tuple[int, int]) -> Claim | None:
    measure = EXECUTION_RATE if one.is_percent else wording.measure
    if year is None or measure is None:
        return None
    start, end = sentence
    text = one.passage.text
    source = text[one.start - len(one.before) : end]
    return Claim(measure, wording.object, wording.side, wording.is_grand, year, one.figure(), source, text[start:end])


def _year(named: Sequence[DatedStretch], start: int, one: Mention, subject: Subject) -> int | None:
    """The year of the figure; None for a part of a year, a state in between, and where sentences before leave doubt."""
    own, earlier = period_at(named, start, one.start), period_at(named, 0, one.start)
    period = own or earlier or Period(subject.year)
    if own is None and subject.year not in (None, period.year):
        return None
    is_whole = period.months == (1, 12) and not period.is_state
    return period.year if is_whole or period == Period(period.year, (12, 12), is_state=True) else None
