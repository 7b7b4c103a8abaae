"""Scores that the running text states: “投入指标权重分为15.00分，得12.00分，得分率80.00%”, “扣1.5分，本项得0.5分”.

A sentence is read figure by figure. The words before a figure say what it is (a weight, a score, what was taken off)
and often of which indicator; where they name none, it is the one the sentence, the label of the paragraph or the
heading speaks of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from jixiao.quantities import Convention, Printed, Unit, unit_named
from jixiao.reading.labels import label_of
from jixiao.reading.mentions import Mention, mentions
from jixiao.reading.outline import Heading
from jixiao.reading.running import Passage, passage_of_cell
from jixiao.reading.scorebook import ScoreLine, coded_level
from jixiao.relations import Figure


class Says(Enum):
    """What a figure in a sentence about scores is."""

    WEIGHT = "权重"
    SCORE = "得分"
    FULL = "满分"
    RATE = "得分率"
    LOST = "扣分"
    BY_RULE = "按规则得分"
    TOTAL = "总分"


_LINK = "(?:为|是|了|共|计|占|达|达到|[:“])*$"
_TOTAL = "(?:综合|总体|最终|总)(?:综合|总体|评价|绩效|评审|考核)*(?:得分|评分|分值|分数|成绩|分)"
_TAILS = (
    (Says.RATE, re.compile("得分率" + _LINK)),
    (Says.FULL, re.compile("得满分" + _LINK)),
    (Says.BY_RULE, re.compile("按照?(?:评分)?规则(?:计算|重算)?,?(?:应|应当)?(?:得分?)?" + _LINK)),
    (Says.WEIGHT, re.compile("(?:占?权重(?:分值|分)?|满分(?:值)?|标准分|分值|占比)" + _LINK)),
    (Says.LOST, re.compile("扣(?:减|除|分|掉)?" + _LINK)),
    (Says.SCORE, re.compile("(?:自评|评价|实际|最终|综合)?(?:得分|得|评分|调整)" + _LINK)),
)
_OF_THE_WHOLE = re.compile(
    "(?:整体(?:支出|绩效)?|本项目|该项目|项目支出|全年|年度)(?:绩效)?(?:管理)?(?:自评|评价|考核)(?:总|最终)?得分?"
    + _LINK
)
_IS_TOTAL = re.compile(_TOTAL + _LINK)
# Words that make a figure part of a rule, not of a result: 每…扣, 的得5分, 应扣.
_OF_A_RULE = re.compile("每|各(?!项)|再|最多|最高|至多|可[得扣]|应扣|[的者],?(?:得|扣)")
_RULE_TEXT = re.compile("(?:规则|标准|细则|办法)(?:为|是|:)?“[^”]*”|每[^,;:。]{1,20}扣[^,;:。]{1,10}")
_BY_RULES_ALONE = re.compile("(?:完全|全部|一律|若|如)按照?(?:评分)?规则(?:计算|重算|计分)?")
_SELF_HEADING = re.compile("自评|自我评价")
_SELF_SCORE = re.compile("自评(?:总|综合|得分|评分|分值|结果|等级|为)")
_SHARE = re.compile("[^各分]占(?:总?权重|比重)?(?:为|是|比)?$")
_PRECEDING = re.compile("上一?年度?(?:评价|得分|综合)|去年")
_THIS_GROUP = re.compile("[该本][一二]级指标")
_THIS = re.compile("[该本](?:项|级|三级)*指标|本项|该项")
_FILLER = re.compile(
    "(?:因此|故|综上|其中|最终|实际|自评|评价组|评价|综合|共|合计|小计|并|且|则|所以|最后|故而|应)*|(?:依据|根据|按照?|经).*"
)
_LEAD = re.compile(
    "^[、(;,:)和及与]*(?:其中[,:]?)?(?:[一二三四五六七八九十]是)?(?:分别)?(?:主要)?(?:[扣失]分[^,;。]{0,8}[为是有])?"
)
_BARE_NAME = re.compile(r"(?:[一二三四五六七八九十]是)?(?P<name>[^,;:。()\d]{2,24})(?:方面)?$")
_COUNTING = re.compile("(?:类|方面)?(?:指标)?(?:共?包含|包括|下设|共?设置?|共?有|权重分?|占权重|,)*$")
_NOT_THE_NAME = re.compile("(?:类|方面)?(?:指标)?(?:共|的|占(?:总?权重|比重)?)?$")
_FIGURES_OF_TITLE = re.compile(r"\((?:权重|满分|分值|得|共)?\d[^()]*分[^()]*\)$|\((?:权重|满分|分值|得)[^()]*\)$")
_ORDINAL = r"(?:\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]+\)|[①-⑳])?"
_CODED = r"[A-Za-z]\d*(?:[.-]?\d+)*[^:。;,]{2,40}?"
_NAMED = r"[^:。;,()\d]{2,30}(?:\([^()\d]{1,8}\)[^:。;,()\d]{0,20})?"
_NUMBER = r"\d+(?:\.\d+)?"
_IN_BRACKETS = rf"\((?:满分|权重|分值|共)?(?P<{{}}>{_NUMBER})分(?:,(?:实际|自评|评价)?得分?(?P<{{}}>{_NUMBER})分)?\)"
_LABELLED = re.compile(
    rf"{_ORDINAL}(?:(?P<coded>{_CODED})(?:{_IN_BRACKETS.format('weight', 'score')})?:|"
    rf"(?P<named>{_NAMED}){_IN_BRACKETS.format('full', 'got')}[:。])"
)
_TITLED = re.compile(r"(?P<label>[^,。:;()\d]{2,20})指标。")
_LONGEST_NAME = 30
_POINTS, _PERCENT = "分", "%"


@dataclass(frozen=True, slots=True)
class StatedScore:
    """What a sentence states of one indicator, or of the whole evaluation.

    `lost` is what was taken off, `by_rule` the score that the rule alone would give where the report declares that it
    departs from it. `is_total` marks the score of the whole, `of_self` what a self-evaluation gave; `words` stand in
    the sentence before the figures.
    """

    line: ScoreLine
    passage: Passage
    lost: Figure
    by_rule: Figure
    is_total: bool = False
    of_self: bool = False
    words: str = ""


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
        says = _says(mention, text) or (Says.WEIGHT if not said.found and _is_in(mention, _POINTS) else None)
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
    if "权重" not in figure.name or printed.unit is None or printed.unit.symbol != _PERCENT:
        return figure
    points = Printed(printed.value, max(printed.decimals, 0), unit_named("分"), Convention.EXACT, text=printed.text)
    return replace(figure, printed=points)


def _stated_in(passages: Iterable[Passage], found: Iterable[Sequence[Mention]]) -> Iterator[StatedScore]:
    label, section = "", None
    for passage, figures in zip(passages, found, strict=True):
        own, _ = label_in(passage)
        label = own or (label if passage.section == section else "")
        section = passage.section
        if figures:
            yield from _Paragraph(passage, figures, label, is_own=bool(own)).stated()


@dataclass
class _Paragraph:
    """A paragraph with its figures, the label it stands under, and whether the label is its own."""

    passage: Passage
    figures: Sequence[Mention]
    label: str
    is_own: bool

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
        said: list[_Said] = []
        current = self._begun(subject) if subject else None
        for mention in found:
            says = _says(mention, text)
            if says is None:
                current = self._counted(mention, text) or current
                continue
            if says is Says.SCORE and _OF_THE_WHOLE.search(mention.before):
                says = Says.TOTAL
            named = self._named(mention, says, text, start)
            if says in (Says.SCORE, Says.TOTAL) and _BY_RULES_ALONE.search(self.passage.text, start, mention.start):
                says = Says.BY_RULE
            if named and (current is None or named != current.name):
                current = self._begun(named)
            if current is None:
                continue
            if current not in said:
                said.append(current)
            current.add(says, mention)
        for each in said:
            yield from self._score_of(each, text)

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
        return _says(mention, self.passage.text) is not None

    def _counted(self, mention: Mention, text: str) -> _Said | None:
        """The subject of 部门决策类指标共包含2个二级指标, of which scores are said later in the sentence."""
        if not (_is_in(mention, "个") and re.match("[二三]级指标", mention.after)):
            return None
        name = _name_in(_COUNTING.sub("", mention.before))
        return _Said(name) if name and text.startswith(name) else None

    def _named(self, mention: Mention, says: Says, text: str, start: int) -> str:
        """Which indicator the words before the figure name; "" where they go on about the same one."""
        if says is Says.TOTAL or (says is Says.BY_RULE and _BY_RULES_ALONE.search(mention.before)):
            return Says.TOTAL.value
        if _THIS_GROUP.search(text[: mention.start - start]):
            return self._heading
        rest = _without_tail(mention.before, says)
        name = _name_in(rest)
        if _THIS.search(mention.before) or (not name and (self.is_own or (self.label and _THIS.search(text)))):
            return self.label or self._heading
        if name or mention.before != self.passage.text[mention.start - len(mention.before) : mention.start]:
            return name
        return self._first_clause(text, mention.start - start - len(mention.before))

    def _first_clause(self, text: str, before: int) -> str:
        """The name that is the clause just before: 一是部门决策，权重分10分; 投入指标：占权重为15分."""
        clauses = re.split("[,:]", text[:before].rstrip(",:"))
        found = _BARE_NAME.fullmatch(clauses[-1]) if len(clauses) == 1 else None
        return _name_in(found["name"]) if found else ""

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
        )

    def _is_of_self(self) -> bool:
        """Whether the paragraph tells of a self-evaluation: it or a heading above it says so."""
        if self.label:
            return False
        titles = [heading.title for heading in self.passage.section if not _FIGURES_OF_TITLE.search(heading.title)]
        return bool(_SELF_SCORE.search(self.passage.text)) or any(map(_SELF_HEADING.search, titles))


def _says(mention: Mention, text: str) -> Says | None:
    """What the figure is, by its unit and the words before it."""
    before = mention.before
    if _is_in(mention, _PERCENT):
        if _TAILS[0][1].search(before):
            return Says.RATE
        return Says.WEIGHT if _SHARE.search(before) and "权重" in text else None
    if not _is_in(mention, _POINTS) or _OF_A_RULE.search(before):
        return None
    if _IS_TOTAL.search(before):
        return Says.TOTAL
    says = next((each for each, tail in _TAILS if tail.search(before)), None)
    if says is None and before.endswith("(") and mention.after.startswith(")") and "权重" in text:
        return Says.WEIGHT
    return says


def _without_tail(before: str, says: Says) -> str:
    tail = next((tail.search(before) for each, tail in _TAILS if each is says), None)
    return before[: tail.start()] if tail else before


def _name_in(words: str) -> str:
    """The name of an indicator in the words before a figure, "" where they are none."""
    plain = _LEAD.sub("", words.strip()).strip("、(;,:)“”")
    if plain.count("“") != plain.count("”"):
        plain = _LEAD.sub("", words.strip()).strip("、(;,:)")
    plain = _NOT_THE_NAME.sub("", plain.rsplit("、", 1)[-1] if "”" not in plain else plain)
    plain = plain.removeprefix("从").removeprefix("和")
    is_name = 2 <= len(plain) <= _LONGEST_NAME and not _FILLER.fullmatch(plain) and not _THIS.search(plain)
    return plain if is_name and not re.search("[,;。]", plain) else ""


def _is_in(mention: Mention, symbol: str) -> bool:
    unit: Unit | None = mention.printed.unit
    return unit is not None and unit.symbol == symbol
