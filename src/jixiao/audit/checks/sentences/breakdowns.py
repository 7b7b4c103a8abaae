"""Totals and their parts in one sentence: “支出合计434.66万元，其中：基本支出207.90万元，占47.83%；项目支出…”."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.audit.posing import Checked, Posed
from jixiao.reading.mentions import Mention
from jixiao.relations import Quotient, Sum, Term
from jixiao.relations.checks import SUM_PARTS

_AMONG = re.compile("其中[:,]?")
_SHARE = re.compile("(?:占比|占|比重|比例)[^,;。]{0,12}?(?:为|达|的)*$")
_DECREASE = re.compile("(?:调减|核减|减少|追减|下降)(?:了|为)?$")
_INCOMPLETE = "“其中”各项之和小于总数，可能没有列全"
_WHOLE = re.compile("合计|总计|共计|总额|总数|共|总")


def breakdowns(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The breakdowns of the passage: parts with shares of their whole, and parts that make up a whole."""
    passage = found[0].passage
    for start, end in passage.sentences:
        inside = [one for one in found if start <= one.start < end]
        for among in _AMONG.finditer(passage.text, start, end):
            before = [one for one in inside if one.end <= among.start()]
            after = [one for one in inside if one.start >= among.end()]
            if before and after and before[-1].printed.unit is not None:
                yield from _parts(before[-1], after)


def _parts(whole: Mention, after: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The figures of the whole's unit until the unit or a new whole ends them, with the shares printed beside them."""
    unit, parts = whole.printed.unit, list[Mention]()
    for one in after:
        if one.printed.unit == unit and not _WHOLE.search(one.before):
            parts.append(one)
        elif parts and one.printed.unit is not None and one.printed.unit.symbol == "%" and _SHARE.search(one.before):
            share = one.figure(f"{parts[-1].before}占比")
            yield Posed(Quotient.share(share, parts[-1].figure(), whole.figure()))
        else:
            break
    if len(parts) > 1:
        relation = Sum(whole.figure(), tuple(Term(part.figure(), _sign(part)) for part in parts))
        complete = relation.residual >= 0 or relation.fits
        yield (
            Posed(relation)
            if complete
            else Checked.not_made(SUM_PARTS, "其中各项之和小于总数，可能没有列全", whole.place)
        )


def _sign(part: Mention) -> Fraction:
    """A decrease counts against the whole."""
    return Fraction(-1) if _DECREASE.search(part.before) else Fraction(1)
