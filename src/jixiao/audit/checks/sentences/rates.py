"""Rates whose two figures stand in the same sentence: “预算454.58万元，支出400.00万元，预算执行率87.99%”.

Also shares of a whole that the sentence names: “项目支出226.76万元，占总支出的52.17%”.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.audit.checks.sentences.catalogue import UNSETTLED
from jixiao.audit.posing import Checked, Posed
from jixiao.findings import Severity, Verdict
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Quotient

_REACH = 12  # figures of the sentence before a rate that are looked at


@dataclass(frozen=True, slots=True)
class _Rate:
    """How a rate is called, and which words the figures above and below the line bear.

    A figure with words of both is above the line; `perhaps_above` is above only without words of below (支出预算).
    """

    name: re.Pattern[str]
    above: re.Pattern[str]
    below: re.Pattern[str]
    perhaps_above: re.Pattern[str]

    @classmethod
    def of(cls, name: str, above: str, below: str, perhaps_above: str = "(?!)") -> "_Rate":
        """The words as patterns."""
        return cls(re.compile(f"(?:{name})$"), re.compile(above), re.compile(below), re.compile(perhaps_above))

    def is_above(self, words: str) -> bool:
        """Whether a figure with these words before it is the one that is divided."""
        return bool(self.above.search(words) or (self.perhaps_above.search(words) and not self.below.search(words)))

    def is_below(self, words: str) -> bool:
        """Whether a figure with these words before it is the one that is divided by, alone or with the other (均为)."""
        return bool(self.below.search(words) and ("均" in words or not self.above.search(words)))


_GIVEN = "预算|安排|下达|到位|计划|批复|概算"
_SPENT = "执行(?!率|进度)|决算|实际|实支|支付|拨付|使用|已支出|累计支出"
_OF_BUDGET = "完成(?:年初|调整后?|全年)?预算数?的"
_RATES = (
    _Rate.of(
        "执行率|支出率|支出进度|执行进度|使用率|支付率|拨付率|完成(?:年初|调整后?|全年)?预算数?的",
        _SPENT,
        _GIVEN,
        "支出",
    ),
    _Rate.of("到位率", "实际到位|到位资金|已到位|到位", "预算|应到位|计划|安排|批复|申请"),
    _Rate.of("完成率", "实际|已|决算|累计", "预算|计划|目标|应|任务", "完成"),
    _Rate.of("办结率", "办结", "受理|接收|收到|办件|转办"),
    _Rate.of("结案率", "结案|办结", "立案|受理"),
    _Rate.of("回收率", "收回|回收", "发放|发出|发出"),
    _Rate.of("(?:在职)?人员?数?控制率", "在职|实有|实际", "编制"),
)
_LADDER = list(Verdict)
_AMONG_ALL = re.compile("[^,;。]{0,20}中,?(?:[^,;。]{0,12})")
_COPULA = re.compile("(?:约|仅|达)?(?:为|是|达到?|仅|约)?$")
_OBJECTS = re.compile(
    "基本支出|项目支出|三公|公用经费|人员经费|政府采购|资产|专项|财政拨款|自有资金|其他资金|中央|省级|市级|县级|区级|上年结转"
)
_SHARE_OF = re.compile("占(?P<whole>[^,;。占]{2,16}?)的?(?:比重|比例|比)?(?:约?为|达)?$")
_TOTAL_WORDS = re.compile("合计|总计|共计|总额|总数|共|为|是|的|数$")


def rates(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The rates and shares of the passage that other figures of their sentence decide."""
    for inside in in_spans(found, found[0].passage.sentences):
        for number, rate in enumerate(inside):
            if rate.is_percent and rate.is_stated and number:
                yield from _of_rate(rate, inside[max(number - _REACH, 0) : number])


def _of_rate(rate: Mention, earlier: Sequence[Mention]) -> Iterator[Posed | Checked]:
    named = _COPULA.sub("", rate.before)
    kind = next((kind for kind in _RATES if kind.name.search(named)), None)
    before = [one for one in earlier if one.is_stated and not one.is_percent and one.dimension]
    if kind is not None:
        since = max((one.end for one in earlier if one.is_percent), default=0)
        yield from _posed(list(_quotients(rate, kind, before, since)))
    elif before and (share := _SHARE_OF.search(rate.before)):
        yield from _share(rate, share["whole"], before)
    elif len(before) > 1 and rate.before.endswith("占"):
        yield from _share_among(rate, before[-2], before[-1])


def _quotients(rate: Mention, kind: _Rate, before: Sequence[Mention], since: int) -> Iterator[Quotient]:
    """The figure above the line is the last one since another rate, or the only one; the one below any before."""
    above = [one for one in before if kind.is_above(one.before)]
    recent = [one for one in above if one.start >= since] or (above if len(above) == 1 else [])
    for whole in before:
        if recent and _fit_together(rate, recent[-1], whole, kind):
            yield Quotient(rate.figure(), recent[-1].figure(), whole.figure())


def _posed(relations: Sequence[Quotient]) -> Iterator[Posed]:
    """The relation that holds best, or the only one there is; of several that fail nobody knows which was meant.

    A rate that the initial budget does not give may be one of the adjusted budget, which the sentence leaves out.
    """
    if not relations:
        return
    best = min(relations, key=lambda relation: _LADDER.index(relation.assess().verdict))
    is_sure = len(relations) == 1 and ("年初" in best.result.name or "年初" not in best.denominator.name)
    yield Posed(best, at_most=Severity.ERROR if is_sure else Severity.WARNING)


def _fit_together(rate: Mention, part: Mention, whole: Mention, kind: _Rate) -> bool:
    """Whether the rate can be the first figure by the second: those that name a kind of money name the same."""
    named = {frozenset(_OBJECTS.findall(one.before)) for one in (rate, part, whole)}
    return part.dimension == whole.dimension and kind.is_below(whole.before) and len(named - {frozenset()}) <= 1


def _share(rate: Mention, named: str, before: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The share of a whole that the words name, if one figure of the sentence bears just that name."""
    *others, part = before
    wholes = [one for one in others if one.dimension == part.dimension and _plain(one.before).endswith(_plain(named))]
    if len({one.printed.value for one in wholes}) == 1:
        yield Posed(Quotient.share(rate.figure(f"{part.name}占比"), part.figure(), wholes[0].figure()))
    else:
        yield Checked.not_made(UNSETTLED, f"句中没有唯一的“{named}”可以作为分母", rate.place)


def _share_among(rate: Mention, whole: Mention, part: Mention) -> Iterator[Posed]:
    """“5个项目中有3个（占60%）”."""
    if whole.dimension == part.dimension and _AMONG_ALL.fullmatch(rate.passage.text, whole.end, part.start):
        yield Posed(Quotient.share(rate.figure(f"{part.name}占比"), part.figure(), whole.figure()))


def _plain(words: str) -> str:
    return _TOTAL_WORDS.sub("", words)
