"""Rates whose two figures stand in the same sentence: “预算454.58万元，支出400.00万元，预算执行率87.99%”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.checking import Posed
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
        """The words as patterns; what is not so (不合格, 未办结) is not above the line."""
        above, perhaps_above = (f"(?<![未不])(?:{words})" for words in (above, perhaps_above))
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
        "执行率|支出率|支出进度|执行进度|使用率|支付率|拨付率|完成(?:年初|调整后?|全年)?预算数?的?|^完成",
        _SPENT,
        _GIVEN,
        "支出",
    ),
    _Rate.of("到位率", "实际到位|到位资金|已到位|到位", "预算|应到位|计划|安排|批复|申请"),
    _Rate.of("完成率", "实际|已|决算|累计|完工|竣工|建成", "预算|计划|目标|应|任务", "完成"),
    _Rate.of("合格率", "合格", "应|抽检|抽查|送检|检测|检查|验收"),
    _Rate.of("办结率", "办结", "受理|接收|收到|办件|转办"),
    _Rate.of("结案率", "结案|办结", "立案|受理"),
    _Rate.of("回收率", "收回|回收", "发放|发出|发出"),
    _Rate.of("(?:在职)?(?:人员|人数)?控制率", "在职|实有|实际", "编制"),
)
_LADDER = list(Verdict)
_COPULA = re.compile("(?:约|仅|达)?(?:为|是|达到?|仅|约)?$")
_OBJECTS = re.compile(
    "基本支出|项目支出|三公|公用经费|人员经费|政府采购|资产|专项|财政拨款|自有资金|其他资金|中央|省级|市级|县级|区级|上年结转"
)


def rates(found: Sequence[Mention]) -> Iterator[Posed]:
    """The rates of the passage that other figures of their sentence decide."""
    for inside in in_spans(found, found[0].passage.sentences):
        for number, rate in enumerate(inside):
            if rate.is_percent and rate.is_stated and number:
                yield from _of_rate(rate, inside[max(number - _REACH, 0) : number])


def _of_rate(rate: Mention, earlier: Sequence[Mention]) -> Iterator[Posed]:
    named = _COPULA.sub("", rate.before)
    kind = next((kind for kind in _RATES if kind.name.search(named)), None)
    before = [one for one in earlier if one.is_stated and not one.is_percent and one.dimension]
    if kind is not None:
        since = max((one.end for one in earlier if one.is_percent), default=0)
        yield from _posed(list(_quotients(rate, kind, before, since)), list(_unnamed(rate, kind, before, since)))


def _quotients(rate: Mention, kind: _Rate, before: Sequence[Mention], since: int) -> Iterator[Quotient]:
    """The figure above the line is the last one since another rate, or the only one; the one below any before."""
    part = _above(kind, before, since)
    for whole in before:
        if part is not None and kind.is_below(whole.before) and _fit_together(rate, part, whole):
            yield Quotient(rate.figure(), part.figure(), whole.figure())


def _unnamed(rate: Mention, kind: _Rate, before: Sequence[Mention], since: int) -> Iterator[Quotient]:
    """The other figures that the rate may be a rate of, though their words do not say so: 实检141家, 合格135家."""
    part = _above(kind, before, since)
    for whole in before:
        if part is None or whole is part or kind.is_below(whole.before):
            continue
        if _fit_together(rate, part, whole):
            yield Quotient(rate.figure(), part.figure(), whole.figure())


def _above(kind: _Rate, before: Sequence[Mention], since: int) -> Mention | None:
    above = [one for one in before if kind.is_above(one.before)]
    recent = [one for one in above if one.start >= since] or (above if len(above) == 1 else [])
    return recent[-1] if recent else None


def _posed(relations: Sequence[Quotient], others: Sequence[Quotient]) -> Iterator[Posed]:
    """The relation that holds best, or the only one there is; of several that fail nobody knows which was meant.

    One of the `others` is meant where it holds and none of the relations does.

    A rate that the initial budget does not give may be one of the adjusted budget, which the sentence leaves out.
    """
    if not relations:
        return
    possible = [each for each in (*relations, *others) if each.assess().verdict.is_possible]
    best = min(possible or relations, key=lambda relation: _LADDER.index(relation.assess().verdict))
    is_sure = len(relations) == 1 and ("年初" in best.result.name or "年初" not in best.denominator.name)
    yield Posed(best, at_most=Severity.ERROR if is_sure else Severity.WARNING)


def _fit_together(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Whether the rate can be the first figure by the second: those that name a kind of money name the same."""
    named = {frozenset(_OBJECTS.findall(one.before)) for one in (rate, part, whole)}
    return part.dimension == whole.dimension and len(named - {frozenset()}) <= 1
