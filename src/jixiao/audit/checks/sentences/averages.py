"""Averages: “培训4期，共320人次，平均每期80人次”, “支出5万元，培训100人，人均500元”."""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.posing import Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Quotient

_EACH = re.compile("(?:平均)?每(?P<per>[人户家个次场期件天台辆项])(?:平均)?(?:约)?(?:支出|补助|费用)?(?:为|约)?$")
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
