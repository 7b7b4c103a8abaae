"""Scores that the running text states: “投入指标权重分为15.00分，得12.00分，得分率80.00%”, “扣1.5分，本项得0.5分”.

A sentence is read figure by figure. The words before a figure say what it is (a weight, a score, what was taken off)
and often of which indicator; where they name none, it is the one the sentence, the label of the paragraph or the
heading speaks of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from jixiao.quantities import Convention, Printed, unit_named
from jixiao.reading.labels import label_of
from jixiao.reading.mentions import Mention, mentions
from jixiao.reading.outline import Heading
from jixiao.reading.running import Passage, passage_of_cell
from jixiao.reading.scorebook import ScoreLine, coded_level
from jixiao.reading.scorewords import (
    PERCENT,
    POINTS,
    THIS,
    THIS_GROUP,
    Says,
    is_in,
    may_be_of_whole,
    name_before,
    name_counted,
    name_in,
    says_of,
)
from jixiao.relations import Figure

_RULE_TEXT = re.compile("(?:规则|标准|细则|办法)(?:为|是|:)?“[^”]*”|每[^,;:。]{1,20}扣[^,;:。]{1,10}")
_BY_RULES_ALONE = re.compile("(?:完全|全部|一律|若|如)按照?(?:评分)?规则(?:计算|重算|计分)?")
_SELF_HEADING = re.compile("自评|自我评价")
_SELF_BESIDE_OTHERS = re.compile(
    "自评(?:结果|情况|得分)?[与和及、](?:财政|重点|绩效|外部|第三方)?(?:复评|再评|评价|复核|抽评)"
)
_SELF_SCORE = re.compile("自评(?:总|综合|得分|评分|分值|结果|等级|为)")
_PRECEDING = re.compile("上一?年度?(?:评价|得分|综合)|去年")
_AFTER_NAME = re.compile("(?:(?:类|方面)(?:指标)?|指标)(?:得分|评价|评分|完成|实现)?(?:情况)?(?:的?分析)?$")
_FIGURES_OF_TITLE = re.compile(r"\((?:权重|满分|分值|得|共)?\d[^()]*分[^()]*\)$|\((?:权重|满分|分值|得)[^()]*\)$")
_ORDINAL = r"(?:\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]+\)|[①-⑳])?"
_BARE_NAME = re.compile(rf"(?:[一二三四五六七八九十]是|{_ORDINAL})(?P<name>[^,;:。()\d]{{2,24}})(?:方面)?$")
_CODED = r"[A-Za-z]\d*(?:[.-]?\d+)*[^:。;,]{2,40}?"
_NAMED = r"[^:。;,()\d]{2,30}(?:\([^()\d]{1,8}\)[^:。;,()\d]{0,20})?"
_NUMBER = r"\d+(?:\.\d+)?"
_IN_BRACKETS = rf"\((?:满分|权重|分值|共)?(?P<{{}}>{_NUMBER})分(?:,(?:实际|自评|评价)?得分?(?P<{{}}>{_NUMBER})分)?\)"
_LABELLED = re.compile(
    rf"{_ORDINAL}(?:(?P<coded>{_CODED})(?:{_IN_BRACKETS.format('weight', 'score')})?:|"
    rf"(?P<named>{_NAMED}){_IN_BRACKETS.format('full', 'got')}[:。])"
)
_LISTED = re.compile(r"(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])(?P<label>[^:。;,()\d]{2,30}):")
_TITLED = re.compile(r"(?P<label>[^,。:;()\d]{2,20})指标。")


_IN_TURN = re.compile("指标的?(?P<says>权重|分值|满分值?|(?:评价|自评|实际)?得分)(?:依次|分别)(?:为|是)?")
_REASON = re.compile(
    "因(?!公)|未|由于|没有|缺[少失乏]|不(?:完[整善]|规范|及时|健全|到位|明确|足|全|够|清晰|合理|细)|滞后|偏低|较低|超支|存在"
)
_CLAUSE = re.compile("[,;:。()]")
_HOW_MANY_CLASSES = re.compile(r"(?:[两二三四五六七八九十]|\d)?(?:大类|类|个|项|方面)?(?:[一二三]级)?$")
_BETWEEN = re.compile("[、,和及]*")


@dataclass(frozen=True, slots=True)
class StatedScore:
    """What a sentence states of one indicator, or of the whole evaluation.

    `lost` is what was taken off, `losses` what was for one or more reasons that the sentence gives, `by_rule` the
    score that the rule alone would give where the report declares that it departs from it. `is_total` marks the score
    of the whole, `of_self` what a self-evaluation gave; `words` stand in the sentence before the figures.
    """

    line: ScoreLine
    passage: Passage
    lost: Figure
    by_rule: Figure
    is_total: bool = False
    of_self: bool = False
    words: str = ""
    losses: tuple[Figure, ...] = ()


def stated_scores(
    passages: Iterable[Passage], found: Iterable[Sequence[Mention]] | None = None
) -> tuple[StatedScore, ...]:
    """The scores of the running text in their order.

    A paragraph without a label in front goes on about the indicator of the one before it, as long as the heading is
    the same. `found` are the figures of each passage, where they are known already.

    >>> from jixiao.findings import Place
    >>> passage = passage_of_cell("过程指标权重分为30.00分，从3个方面考察，得27.40分。", Place())
    >>> [(each.line.key, str(each.line.weight), str(each.line.score)) for each in stated_scores([passage])]
    [('过程', '30.00分', '27.40分')]
    """
    listed = tuple(passages)
    return tuple(_stated_in(listed, map(mentions, listed) if found is None else found))


def titled_score(heading: Heading) -> ScoreLine | None:
    """The score that a heading states: “（一）投入（15分，得12分）”; None where it states none.

    >>> from jixiao.findings import Place
    >>> line = titled_score(Heading("(一)", 1, 2, "投入(15分,得12分)", Place()))
    >>> line and (line.name, str(line.weight), str(line.score))
    ('投入', '15分', '12分')
    """
    name, bracket, _ = heading.title.partition("(")
    if not bracket or not name:
        return None
    text = heading.title.rstrip(")")
    said = _Said(name)
    for mention in mentions(passage_of_cell(text, heading.place)):
        says = says_of(mention, text) or (Says.WEIGHT if not said.found and is_in(mention, POINTS) else None)
        if says is not None:
            said.add(says, mention)
    if not said.found.keys() & {Says.SCORE, Says.FULL}:
        return None
    return said.line(coded=label_of(name).code)


def label_in(passage: Passage) -> tuple[str, int]:
    """The label in front of a paragraph and where it ends: “A1.2 绩效指标明确性（4分）：…”; ("", 0) without one."""
    found = _LABELLED.match(passage.text)
    return (found["coded"] or found["named"], found.end()) if found else ("", 0)


@dataclass(slots=True)
class _Said:
    """What is said of one indicator so far; a figure said twice in different ways is no figure."""

    name: str
    found: dict[Says, Mention] = field(default_factory=dict)
    twice: set[Says] = field(default_factory=set)
    losses: list[Mention] = field(default_factory=list)

    def add(self, says: Says, mention: Mention) -> None:
        known = self.found.setdefault(says, mention)
        if known.printed.value != mention.printed.value:
            self.twice.add(says)

    def figure(self, *wanted: Says) -> Figure:
        """The one figure of these kinds, missing where there is none or more than one."""
        name = f"{self._plain}{wanted[0].value}"
        says = next((each for each in wanted if each in self.found), None)
        if says is None or says in self.twice:
            return Figure(name)
        return replace(_in_points(self.found[says].figure(name)), name=name)

    def line(self, coded: str = "") -> ScoreLine:
        label = label_of(self.name)
        code = coded or label.code
        weight, score = self.figure(Says.WEIGHT, Says.FULL), self.figure(Says.SCORE, Says.FULL, Says.TOTAL)
        place = next(iter(self.found.values())).place if score.is_missing else score.place
        return ScoreLine(code, self._plain, coded_level(code), weight, score, self.figure(Says.RATE), place, 0)

    @property
    def _plain(self) -> str:
        label = label_of(self.name)
        return label.name if label.code else label.whole


def _in_points(figure: Figure) -> Figure:
    """A weight given in per cent as points of a hundred."""
    printed = figure.known
    if "权重" not in figure.name or printed.unit is None or printed.unit.symbol != PERCENT:
        return figure
    points = Printed(printed.value, max(printed.decimals, 0), unit_named("分"), Convention.EXACT, text=printed.text)
    return replace(figure, printed=points)


def _stated_in(passages: Iterable[Passage], found: Iterable[Sequence[Mention]]) -> Iterator[StatedScore]:
    label, section = "", None
    for passage, figures in zip(passages, found, strict=True):
        own, _ = label_in(passage)
        if not own and (listed := _listed_label(passage, figures)):
            yield from _Paragraph(passage, figures, listed, is_own=True).stated()
            continue
        label = own or (label if passage.section == section else "")
        section = passage.section
        if figures:
            yield from _Paragraph(passage, figures, label, is_own=bool(own)).stated()


def _listed_label(passage: Passage, figures: Sequence[Mention]) -> str:
    """The name of the indicator that one paragraph of a list tells of: 3.预算执行率:… 满分5分,得4分.

    "" unless the paragraph states one weight and one score, and no total.
    """
    found = _LISTED.match(passage.text)
    if found is None:
        return ""
    said = [says_of(one, passage.text) for one in figures]
    is_one = said.count(Says.WEIGHT) == said.count(Says.SCORE) == 1 and Says.TOTAL not in said
    return found["label"] if is_one else ""


@dataclass
class _Paragraph:
    """A paragraph with its figures, the label it stands under, and whether the label is its own.

    Without a label, 该项指标 is the indicator that its sentences named last.
    """

    passage: Passage
    figures: Sequence[Mention]
    label: str
    is_own: bool
    last_named: str = ""

    def stated(self) -> Iterator[StatedScore]:
        """What its sentences state."""
        found = [one for one in self.figures if not self._is_hidden(one)]
        titled = _TITLED.match(self.passage.text)
        subject = titled["label"] if titled else ""
        if self._in_label("score", "got") is not None and not any(map(self._is_told, found)):
            yield from self._score_of(self._begun(self.label), self.passage.text)
        for start, end in self.passage.sentences:
            inside = [one for one in found if start <= one.start < end]
            yield from self._in_sentence(inside, start, end, subject)
            subject = "" if start else subject

    @property
    def _heading(self) -> str:
        """The name that the nearest heading bears, without the figures in its brackets."""
        return _FIGURES_OF_TITLE.sub("", self.passage.section[-1].title) if self.passage.section else ""

    @cached_property
    def _rules(self) -> Sequence[tuple[int, int]]:
        return [found.span() for found in _RULE_TEXT.finditer(self.passage.text)]

    def _in_label(self, *groups: str) -> Mention | None:
        """The figure that the brackets of the label state: its weight (full) or its score (got)."""
        found = _LABELLED.match(self.passage.text) if self.is_own else None
        starts = [found.start(group) for group in groups if found[group] is not None] if found else []
        return next((one for one in self.figures if one.start in starts), None)

    def _is_hidden(self, mention: Mention) -> bool:
        in_label = self.is_own and mention.start < label_in(self.passage)[1]
        return in_label or any(start < mention.start < end for start, end in self._rules)

    def _in_sentence(self, found: Sequence[Mention], start: int, end: int, subject: str) -> Iterator[StatedScore]:
        text = self.passage.text[start:end]
        said = list(self._in_turn(found, start, end))
        current = self._begun(subject) if subject else None
        for mention in found:
            says = says_of(mention, text)
            if says is None:
                counted = name_counted(mention)
                current = self._begun(counted) if counted and text.startswith(counted) else current
                continue
            named = self._named(mention, says, text, start)
            if says in (Says.SCORE, Says.TOTAL) and _BY_RULES_ALONE.search(self.passage.text, start, mention.start):
                says = Says.BY_RULE
            if says is Says.LOST and current is not None and (_REASON.search(named) or current.losses):
                current.losses.append(mention)
                continue
            if named and (current is None or named != current.name):
                current = self._begun(named)
                self.last_named = "" if named == Says.TOTAL.value else named
            if current is None or (current.name == Says.TOTAL.value and not may_be_of_whole(says, mention)):
                continue
            if not any(each is current for each in said):
                said.append(current)
            current.add(says, mention)
        for each in said:
            yield from self._score_of(each, text)

    def _in_turn(self, found: Sequence[Mention], start: int, end: int) -> Iterator[_Said]:
        """甲、乙、丙三类指标的分值依次为10分、20分和70分: as many figures right behind as there are names."""
        listed = _IN_TURN.search(self.passage.text, start, end)
        if listed is None:
            return
        clause = _CLAUSE.split(self.passage.text[start : listed.start()])[-1]
        names = re.split("[、和及]", _HOW_MANY_CLASSES.sub("", clause, count=1))
        figures: list[Mention] = []
        at = listed.end()
        for mention in (one for one in found if one.start >= listed.end() and is_in(one, POINTS)):
            if not _BETWEEN.fullmatch(self.passage.text, at, mention.start):
                break
            figures.append(mention)
            at = mention.end
        if len(figures) == len(names) > 1:
            for name, mention in zip(names, figures, strict=True):
                said = _Said(name_in(name))
                said.add(Says.SCORE if listed["says"].endswith("得分") else Says.WEIGHT, mention)
                yield said

    def _begun(self, name: str) -> _Said:
        """An indicator with what the brackets of the label say of it, if it is the one that the label names."""
        said = _Said(name)
        for says, groups in ((Says.WEIGHT, ("weight", "full")), (Says.SCORE, ("score", "got"))):
            figure = self._in_label(*groups) if name == self.label else None
            if figure is not None:
                said.add(says, figure)
        return said

    def _is_told(self, mention: Mention) -> bool:
        """Whether the figure says something of scores."""
        return says_of(mention, self.passage.text) is not None

    def _named(self, mention: Mention, says: Says, text: str, start: int) -> str:
        """Which indicator the words before the figure name; "" where they go on about the same one."""
        if says is Says.TOTAL or (says is Says.BY_RULE and _BY_RULES_ALONE.search(mention.before)):
            return Says.TOTAL.value
        if THIS_GROUP.search(text[: mention.start - start]):
            return _AFTER_NAME.sub("", self._heading) or self._heading
        name = name_before(mention, says)
        if THIS.search(mention.before) or (not name and (self.is_own or (self.label and THIS.search(text)))):
            return self.label or self.last_named or self._heading
        return name or self._first_clause(text, mention.start - start - len(mention.before))

    def _first_clause(self, text: str, before: int) -> str:
        """The name that is the clause just before: 一是部门决策，权重分10分; 投入指标：占权重为15分."""
        clauses = re.split("[,:]", text[:before].rstrip(",:"))
        found = _BARE_NAME.fullmatch(clauses[-1]) if len(clauses) == 1 else None
        return name_in(found["name"]) if found else ""

    def _score_of(self, said: _Said, text: str) -> Iterator[StatedScore]:
        line = said.line()
        is_total = said.name == Says.TOTAL.value
        if is_total and (self.label or _PRECEDING.search(text)):
            return
        yield StatedScore(
            line,
            self.passage,
            said.figure(Says.LOST),
            said.figure(Says.BY_RULE),
            is_total,
            of_self=self._is_of_self(),
            words=text[: text.find(str(line.place.text))],
            losses=tuple(mention.figure() for mention in said.losses),
        )

    def _is_of_self(self) -> bool:
        """Whether the paragraph tells of a self-evaluation: it or a heading above it says so."""
        if self.label:
            return False
        titles = [heading.title for heading in self.passage.section if not _FIGURES_OF_TITLE.search(heading.title)]
        of_self = (title for title in titles if not _SELF_BESIDE_OTHERS.search(title))
        return bool(_SELF_SCORE.search(self.passage.text)) or any(map(_SELF_HEADING.search, of_self))
