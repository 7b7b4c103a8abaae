"""Changes beside both figures: “演出132场，比计划120场多12场”; and identities: 净资产 is 资产总额 less 负债总额."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.sentences.asides import is_aside, is_base
from jixiao.audit.checks.sentences.catalogue import UNSETTLED
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Sum, Term
from jixiao.relations.checks import SUM_DIFFERENCE
from jixiao.relations.figures import MONEY

_REACH = 8  # figures of the sentence before a change that are looked at
_MORE_OR_LESS = re.compile(
    "(?:相比)?,?净?(?:(?P<more>增加|增长|提高|上升|多|超出?|高)|(?P<less>减少|下降|降低|少|低))[出了]?(?:资金|金额|额)?"
)


def comparisons(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The changes of the passage right behind the figure that they are changes of."""
    for inside in in_spans(found, found[0].passage.sentences):
        for number in range(2, len(inside)):
            base, change = inside[number - 1 : number + 1]
            between = _MORE_OR_LESS.fullmatch(base.passage.text, base.end, change.start)
            if between is not None and is_base(base) and base.is_stated and _is_like(base, change):
                before = inside[max(number - _REACH, 0) : number - 1]
                yield from _compared(before, base, change, is_less=bool(between["less"]))


def _compared(before: Sequence[Mention], base: Mention, change: Mention, *, is_less: bool) -> Iterator[Posed | Checked]:
    """The change of the figure that it fits, or of the only one; of several that it does not fit none was meant."""
    now = [one for one in reversed(before) if _is_like(one, change) and not is_aside(one)]
    pairs = [(base, one) if is_less else (one, base) for one in now]
    told = change.figure(f"{now[0].name}的变动数" if now else "变动数")
    relations = [Sum.difference(told, more.figure(), less.figure()) for more, less in pairs]
    fitting = [each for each in relations if each.assess().verdict.is_possible]
    if fitting or len(relations) == 1:
        yield Posed((fitting or relations)[0])
    elif relations:
        yield Checked.not_made(UNSETTLED, "句中有几个数，不能确定是哪一个与基数相比", change.place)


def _is_like(one: Mention, other: Mention) -> bool:
    return bool(one.dimension) and one.dimension == other.dimension and one.is_stated and not one.is_percent


@dataclass(frozen=True, slots=True)
class _Identity:
    """An amount that is the sum of others less others, by the names that stand right before them."""

    result: re.Pattern[str]
    plus: tuple[re.Pattern[str], ...]
    minus: re.Pattern[str]
    at_most: Severity

    def posed(self, amounts: Sequence[Mention]) -> Posed | None:
        """The identity, where each name stands before just one of the amounts, and each amount bears a name."""
        names = (self.result, *self.plus, self.minus)
        found = [[one for one in amounts if name.search(one.before)] for name in names]
        if any(len(one) != 1 for one in found) or len(amounts) != len(names):
            return None
        result, *plus, minus = (one.figure() for (one,) in found)
        return Posed(Sum(result, (*map(Term, plus), Term(minus, Fraction(-1))), SUM_DIFFERENCE), at_most=self.at_most)


_IDENTITIES = (
    _Identity(
        re.compile("净资产(?:总额|总计|合计)?为?$"),
        (re.compile("(?<!净)资产(?:总额|总计|合计|总值)为?$"),),
        re.compile("负债(?:总额|总计|合计)?为?$"),
        Severity.ERROR,
    ),
    _Identity(re.compile("净值为?$"), (re.compile("原值为?$"),), re.compile("累计折旧为?$"), Severity.WARNING),
    _Identity(
        re.compile("年?末结转(?:[和及、与]?结余)?(?:资金)?为?$"),
        (re.compile("(?:年?初|上年)结转(?:[和及、与]?结余)?(?:资金)?为?$"), re.compile("收入(?:合计)?为?$")),
        re.compile("支出(?:合计)?为?$"),
        Severity.WARNING,
    ),
)


def identities(found: Sequence[Mention]) -> Iterator[Posed]:
    """The identities of the sentences that name all their amounts and no other one."""
    for inside in in_spans(found, found[0].passage.sentences):
        amounts = [one for one in inside if one.dimension == MONEY]
        if all(one.is_stated for one in amounts):
            posed = (identity.posed(amounts) for identity in _IDENTITIES)
            yield from (one for one in posed if one is not None)
