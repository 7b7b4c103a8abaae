"""Averages and unit prices: “培训4期，共320人次，平均每期80人次”, “购置电脑12台，每台5000元，合计6万元”."""

import re
from collections.abc import Iterator, Sequence

from jixiao.checking import Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Product, Quotient
from jixiao.relations.figures import MONEY

_EACH = re.compile("(?:平均)?每(?P<per>[人户家个次场期件天台辆项])(?:平均)?(?:约)?(?:支出|补助|费用)?(?:为|约)?$")
_PER_UNIT = re.compile("/(?P<per>[人户家个次场期件台辆项套])(?![·/*×年月天])")
_TOTAL = re.compile("(?:合计|共计|总计|总价|总额|共需|共|计)(?:金额|资金|支出|经费|费用)?(?:为)?$")
_PER_HEAD = re.compile("(?P<per>[人户])均(?:支出|补助|费用|经费|标准)?(?:为|约|达)?$")


def averages(found: Sequence[Mention]) -> Iterator[Posed]:
    """The averages of which total and number are the only such figures before them in the sentence."""
    for inside in in_spans(found, found[0].passage.sentences):
        for number, mean in enumerate(inside):
            named = _EACH.search(mean.before) or _PER_HEAD.search(mean.before)
            if named is None or not mean.is_stated or not mean.dimension:
                continue
            before = [one for one in inside[:number] if one.is_stated]
            totals = [one for one in before if one.dimension == mean.dimension]
            numbers = [one for one in before if one.dimension.startswith(named["per"])]
            if len(totals) == len(numbers) == 1 and totals[0] is not numbers[0]:
                relation = Quotient(mean.figure(), totals[0].figure(), numbers[0].figure())
                yield Posed(relation, at_most=Severity.WARNING)


def unit_prices(found: Sequence[Mention]) -> Iterator[Posed]:
    """A total behind a unit price and a number, where the sentence holds no other amount and no other such number."""
    for inside in in_spans(found, found[0].passage.sentences):
        amounts = [one for one in inside if one.dimension == MONEY]
        if len(amounts) != 2 or not _TOTAL.search(amounts[1].before):
            continue
        price, total = amounts
        per = _EACH.search(price.before) or _PER_UNIT.match(price.after)
        numbers = [one for one in inside if per is not None and one.dimension == per["per"]]
        if len(numbers) == 1 and numbers[0].is_stated and total.is_stated:
            factors = (price.figure("单价"), numbers[0].figure("数量"))
            yield Posed(Product(total.figure(), factors), at_most=Severity.WARNING)
