"""Shares of a whole that the words name: “项目支出226.76万元，占总支出的52.17%”, “5个项目中有3个（占60%）”."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from jixiao.audit.checks.sentences.asides import is_net
from jixiao.audit.checks.sentences.catalogue import UNSETTLED
from jixiao.audit.checks.sentences.sharing import Share, shares_in
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.relations import Figure, Quotient
from jixiao.relations.figures import MONEY

_AMONG_ALL = re.compile("[^,;。]{0,20}中,?(?:[^,;。]{0,12})")
_TOTAL_WORDS = re.compile("合计|总计|共计|总额|总数|全部|全年|累计|共|总|数(?=[为是]?$)|为|是|的")
_NO_WORDS = re.compile("[^\u4e00-\u9fff]")
_LOOSE_TAIL = re.compile("(?:预算|安排|有)+$")
_SHORTEST_NAME = 4  # characters of a name that is known all over the document

Wholes = Mapping[str, Mention]
"""Amounts by the name that the document gives to just one of them."""


def named_wholes(mentions: Iterable[Sequence[Mention]]) -> Wholes:
    """The amounts whose name is given to one amount alone in the whole document, however often."""
    named: dict[str, list[Mention]] = {}
    for one in chain.from_iterable(mentions):
        if one.is_stated and one.dimension == MONEY and len(name := _plain(one.before)) >= _SHORTEST_NAME:
            named.setdefault(name, []).append(one)
    return {name: same[0] for name, same in named.items() if len({one.printed.value for one in same}) == 1}


def shares(found: Sequence[Mention], wholes: Wholes) -> Iterator[Posed | Checked]:
    """The shares of the passage whose whole is named: before their part, or elsewhere in the document only once."""
    passage = found[0].passage
    for inside in in_spans(found, passage.statements):
        for share in shares_in(inside):
            if share.mention.is_stated and share.part.is_stated and share.part.dimension:
                yield from _of_named(share, found, wholes) if share.whole else _among_all(share, inside)


def _of_named(share: Share, found: Sequence[Mention], elsewhere: Wholes) -> Iterator[Posed | Checked]:
    """The share of the one figure with that name before it: in the sentence or, for several shares, in the passage."""
    start, _ = share.part.passage.sentence_at(share.mention.start)
    first = share.among[0]
    before = [one for one in found if one.start < first.start and (share.is_referred or one.start >= start)]
    named = _plain(share.whole)
    wholes = [one for one in before if _may_be_whole(one, share.part) and _plain(one.before).endswith(named)]
    if is_net(share.part):
        because = f"不能确定“{share.mention.printed}”是变动数还是变动后的数的占比"
        yield Checked.not_made(UNSETTLED, because, share.mention.place)
    elif len({one.printed.value for one in wholes}) == 1:
        yield Posed(Quotient.share(_named(share), share.part.figure(), wholes[0].figure()))
    elif not wholes and (whole := _known(named, share, found, elsewhere)) is not None:
        relation = Quotient.share(_named(share), share.part.figure(), whole.figure())
        yield Posed(relation, at_most=Severity.WARNING)
    else:
        yield Checked.not_made(UNSETTLED, f"句中没有唯一的“{share.whole}”可以作为分母", share.mention.place)


def _known(named: str, share: Share, found: Sequence[Mention], elsewhere: Wholes) -> Mention | None:
    """The amount of that name in the document, or of nearly that name before it in the passage."""
    whole = elsewhere.get(named) or _loosely_named(named, share, found)
    return whole if whole is not None and _may_be_whole(whole, share.part) else None


def _loosely_named(named: str, share: Share, found: Sequence[Mention]) -> Mention | None:
    """The one amount before that bears the name but for 预算: “用于项目支出的有60万元”, 占项目支出预算."""
    short = _LOOSE_TAIL.sub("", named)
    before = [one for one in found if one.start < share.among[0].start and _may_be_whole(one, share.part)]
    alike = [one for one in before if short and _LOOSE_TAIL.sub("", _plain(one.before)).endswith(short)]
    return alike[0] if len({one.printed.value for one in alike}) == 1 else None


def _may_be_whole(one: Mention, part: Mention) -> bool:
    return one.is_stated and not one.is_percent and one.dimension == part.dimension


def _among_all(share: Share, inside: Sequence[Mention]) -> Iterator[Posed]:
    """“5个项目中有3个（占60%）”."""
    part, text = share.part, share.part.passage.text
    whole = next((one for one in reversed(inside) if one.start < part.start), None)
    if whole is not None and _may_be_whole(whole, part) and _AMONG_ALL.fullmatch(text, whole.end, part.start):
        yield Posed(Quotient.share(_named(share), part.figure(), whole.figure()))


def _named(share: Share) -> Figure:
    return share.mention.figure(f"{share.part.name}占比")


def _plain(words: str) -> str:
    return _TOTAL_WORDS.sub("", _NO_WORDS.sub("", words))
