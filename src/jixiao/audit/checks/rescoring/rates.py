"""The figures of a text that a rule over a rate asks for: the rate itself, or what it is divided from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import Name, ratio_of
from jixiao.language.measures import Measure
from jixiao.quantities import Interval
from jixiao.reading.imported import ImportedIndicator
from jixiao.reading.mentions import Mention, mentions
from jixiao.reading.running import Passage
from jixiao.relations import Figure
from jixiao.relations.figures import as_ratio

_LINK = re.compile("(?:为|是|达到?|约|均|合计|共计?|=|:)*$")
_CLAUSE_ENDS = ",;。\n"
_ABOUT = "(?:数额?|总额|金额|总数|人数|资金)$"
_SATISFIED = re.compile("满意(?:度|率|程度)")
_NOT_PART = re.compile(r"[“”\"\s()]")
_UNIT_ITSELF = re.compile("(?:年度?|部门|单位|整体|[局厅委办处院校]|中心|本|该|的|[得算]出)$")
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that was found: its value and interval as a plain number, the words it stands in, and as printed.

    `is_certain` unless more words stand before the name, which may make it that of a part (项目支出预算执行率).
    """

    value: Fraction
    interval: Interval
    said: str
    figure: Figure
    is_certain: bool


def rate_in(texts: Sequence[Passage], indicator: ImportedIndicator) -> Found | None:
    """The rate the first text that states one gives for the indicator; None where it gives none or several."""
    for text in texts:
        found = {rate.value: rate for rate in _rates(text, indicator)}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            return None
    return None


def pair_in(texts: Sequence[Passage], measure: Measure) -> tuple[Found, Found] | None:
    """Numerator and denominator of the measure as the first text that states both gives them, in one unit."""
    parts = ratio_of(measure.whole)
    if parts is None or not all(isinstance(part, Name) for part in parts):
        return None
    names = [part.text for part in parts if isinstance(part, Name)]
    for text in texts:
        over, under = ([one for one in mentions(text) if _names(one, name)] for name in names)
        values = [{one.printed.value: one for one in each} for each in (over, under)]
        if all(len(each) == 1 for each in values):
            first, second = (next(iter(each.values())) for each in values)
            if first.printed.unit == second.printed.unit:
                return _plain(first, names[0]), _plain(second, names[1])
    return None


def none_in(texts: Sequence[Passage], measure: Measure) -> str:
    """The words that say there was nothing of the numerator (单位无结转结余); "" where none do."""
    parts = ratio_of(measure.whole)
    if parts is None or not isinstance(parts[0], Name):
        return ""
    what = re.escape(re.sub(_ABOUT, "", _squeezed(parts[0].text)))
    nothing = re.compile(f"(?:无|没有|未发生|未产生|不存在){what}(?=[,;。]|$)")
    return next((found.group() for text in texts if (found := nothing.search(_squeezed(text.text)))), "")


def _rates(text: Passage, indicator: ImportedIndicator) -> Iterator[Found]:
    names = [_squeezed(indicator.name)]
    if isinstance(indicator.measure, Measure) and indicator.measure.name:
        names.append(_squeezed(indicator.measure.name))
    is_survey = bool(_SATISFIED.search(indicator.rule.text))
    for mention in mentions(text):
        if mention.printed.unit is None or mention.printed.unit.symbol != _PERCENT:
            continue
        words = _squeezed(_LINK.sub("", mention.before))
        formula = _squeezed(_formula_before(mention))
        if any(formula.startswith(f"{name}=") for name in names) or (is_survey and _is_satisfaction(mention)):
            yield _as_rate(mention, is_certain=True)
        elif name := next((name for name in names if words.endswith(name)), ""):
            yield _as_rate(mention, is_certain=_is_whole(words.removesuffix(name)))


def _is_satisfaction(mention: Mention) -> bool:
    """Whether the words right before the figure are 满意度; what each one reached (均) is none."""
    found = _SATISFIED.search(mention.before)
    rest = mention.before[found.end() :] if found else ""
    return found is not None and _LINK.fullmatch(rest) is not None and "均" not in rest


def _formula_before(mention: Mention) -> str:
    """The clause up to the figure where the figure is the result of a formula: 执行率=(19/20)×100%=."""
    if not mention.before.endswith("="):
        return ""
    text = mention.passage.text
    begin = max(text.rfind(mark, 0, mention.start) for mark in _CLAUSE_ENDS) + 1
    return text[begin : mention.start]


def _names(mention: Mention, name: str) -> bool:
    """Whether the words before the figure end in the name, perhaps without its 数 or 总额."""
    words, wanted = _squeezed(_LINK.sub("", mention.before)), _squeezed(name)
    if words.endswith(wanted):
        return True
    short = re.sub(_ABOUT, "", wanted)
    return len(short) > 1 and words.endswith(short)


def _is_whole(before: str) -> bool:
    """Whether the words before a name do not narrow it: none, a year, the unit itself."""
    return not before or _UNIT_ITSELF.search(before) is not None


def _as_rate(mention: Mention, *, is_certain: bool) -> Found:
    value, interval = as_ratio(mention.printed)
    return Found(value, interval, _said(mention), mention.figure(), is_certain)


def _plain(mention: Mention, name: str) -> Found:
    words = _squeezed(_LINK.sub("", mention.before))
    before = words.removesuffix(_squeezed(name))
    is_certain = before != words and _is_whole(before)
    return Found(mention.printed.value, mention.printed.interval(), _said(mention), mention.figure(), is_certain)


def _said(mention: Mention) -> str:
    return f"{mention.before.strip('、=')}{mention.printed}"


def _squeezed(text: str) -> str:
    return _NOT_PART.sub("", text.replace("“", "").replace("”", ""))
