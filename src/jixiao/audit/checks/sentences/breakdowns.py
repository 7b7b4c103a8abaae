"""Totals and their parts in one sentence: “支出合计434.66万元，其中：基本支出207.90万元，占47.83%；项目支出…”."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.sentences.asides import Brackets, is_aside, is_net, is_start, share_a_remainder
from jixiao.audit.checks.sentences.catalogue import PART_EXCEEDS, UNSETTLED
from jixiao.audit.checks.sentences.parting import OVERLAPPING, are_parallel, is_complete, kinds_of
from jixiao.audit.checks.sentences.sharing import Share, shares_in
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.running import Passage
from jixiao.relations import Quotient, Sum, Term
from jixiao.relations.figures import MONEY

_BY_KIND = "按[^,;。:\\d]{2,12}(?:划分|分类|分|构成)[:,]"
_AMONG = re.compile(f"其中[:,]?(?:包括|包含|有)?|(?:具体)?包括:|分别[为是]:?|{_BY_KIND}")
_OF_BEFORE = re.compile(_BY_KIND)
_MADE_OF = re.compile("由(?P<parts>[^。;]{4,80}?)(?:构成|组成)")
_MADE_BEHIND = 20  # characters behind the last part in which 构成 stands
_LISTED = re.compile("分别[为是]")
_APART = re.compile("另有|另外|此外|除此")
_TOTAL = re.compile("(?:合计|总计|共计|总额)(?:为|达|约)*$")
_DECREASE = re.compile("(?:调减|核减|减少|追减|下降)(?:了|为)?$")
_WHOLE = re.compile("合计|总计|共计|总额|总数|总量|(?<!公)共(?![同享建])|总(?![工队站局部台])")
_OPPOSITES = (("收入", "支出"), ("预算", "决算"), ("年初", "年末"), ("上年", "本年"))
_REACH = 8  # figures before the parts among which their whole is looked for
_SHARES_IN_FULL = (Fraction(999, 10), Fraction(1001, 10))


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts named after a whole, the shares printed beside them, and whether the words tell that nothing is left.

    `wholes` are the figures that may be the whole, the likeliest first; there is more than one of them where the words
    leave open which is meant, and `is_certain` only where they do not.
    """

    wholes: tuple[Mention, ...]
    parts: tuple[Mention, ...]
    shares: tuple[tuple[Mention, Mention], ...] = ()
    is_listed: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the first figure must be the whole: the only one, or one called a total."""
        first = self.wholes[0]
        if is_aside(first):
            return len(self.wholes) == 1 and share_a_remainder(first, self.parts)
        if any(is_net(part) for part in self.parts):
            return False
        return len(self.wholes) == 1 or bool(_TOTAL.search(first.before))

    @property
    def is_complete(self) -> bool:
        """Known by the words of the sentence, by the names of the parts, or by shares that make 100 %."""
        if self.is_listed or is_complete(self.labels):
            return True
        low, high = _SHARES_IN_FULL
        total = sum((share.printed.value for share, _ in self.shares), Fraction(0))
        return len(self.shares) == len(self.parts) and low <= total <= high

    @property
    def labels(self) -> list[str]:
        """The words before the parts."""
        return [part.before for part in self.parts]


def breakdowns(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The breakdowns of the passage: parts with shares of their whole, and parts that make up a whole."""
    passage = found[0].passage
    for inside in in_spans(found, _joined(passage)):
        for breakdown in _in_statement(passage.text, inside):
            yield from _checked(breakdown)


def _joined(passage: Passage) -> list[tuple[int, int]]:
    """The statements; one that takes apart what was told (按支出性质划分:…) goes on with the one before it."""
    joined = list[tuple[int, int]]()
    for start, end in passage.statements:
        if joined and _OF_BEFORE.match(passage.text, start):
            start, _ = joined.pop()
        joined.append((start, end))
    return joined


def _in_statement(text: str, inside: Sequence[Mention]) -> Iterator[Breakdown]:
    """The breakdowns between two full stops; a whole stands behind the word that begins the breakdown before it."""
    begins, ends = inside[0].end, inside[-1].end
    amongs = list(_AMONG.finditer(text, begins, ends))
    mades = list(_MADE_OF.finditer(text, begins, ends + _MADE_BEHIND))
    if not amongs and not mades:
        return
    brackets = Brackets(text)
    starts = [one.start for one in inside]
    shares = {share.mention.start: share for share in shares_in(inside)}
    following = dict[tuple[int, ...], int]()  # where the next breakdown in the same brackets begins
    untils = list[int]()
    for among in reversed(amongs):
        around = brackets.around(among.start())
        untils.append(min(following.get(around, ends), brackets.end(around, ends)))
        following[around] = among.start()
    since = 0
    for among, until in zip(amongs, reversed(untils), strict=True):
        around = brackets.around(among.start())
        at = bisect_left(starts, among.start())
        before = _open_to(inside[max(at - _REACH, 0) : at], brackets, around)
        behind = inside[bisect_left(starts, among.end()) : bisect_left(starts, until)]
        after = [one for one in behind if _stand_in((one, *_part_of(one, shares)), brackets, around)]
        if after and (wholes := _wholes(before, since, after[0])):
            yield _taken_apart(wholes, after, shares, bool(_LISTED.match(among.group())))
        since = among.end()
    for made in mades:
        at = bisect_left(starts, made.start())
        before = _open_to(inside[max(at - _REACH, 0) : at], brackets, brackets.around(made.start()))
        told = inside[at : bisect_left(starts, made.end())]
        if len(told) > 1 and (wholes := _wholes(before, 0, told[0])):
            yield _taken_apart(wholes, told, shares, is_listed=True)


def _part_of(one: Mention, shares: Mapping[int, Share]) -> tuple[Mention, ...]:
    return (shares[one.start].part,) if one.start in shares else ()


def _stand_in(figures: Sequence[Mention], brackets: Brackets, around: tuple[int, ...]) -> bool:
    """Whether one of the figures, a share or its part, stands in just these brackets and none in others."""
    places = [brackets.around(one.start) for one in figures]
    return around in places and all(place[: len(around)] == around for place in places)


def _open_to(before: Sequence[Mention], brackets: Brackets, around: tuple[int, ...]) -> list[Mention]:
    """The figures that stand in no bracket which has been closed."""
    return [one for one in before if brackets.around(one.start) == around[: len(brackets.around(one.start))]]


def _wholes(before: Sequence[Mention], since: int, part: Mention) -> tuple[Mention, ...]:
    """The figures that may be the whole, the nearest first; those said by the way are last.

    The nearest that is not said by the way must be of the part's kind. Behind a semicolon, only what follows it counts.
    """
    amounts = [one for one in reversed(before) if one.start >= since and one.dimension and not one.is_percent]
    main = next((one for one in amounts if not is_aside(one)), None)
    if main is not None and main.dimension != part.dimension:
        return ()
    if main is not None:
        cut = part.passage.text.rfind(";", amounts[-1].start, main.start)
        amounts = [one for one in amounts if one.start > cut]
    alike = [one for one in amounts if one.is_stated and one.dimension == part.dimension]
    return tuple(sorted(alike, key=is_aside)) if main is None or main.is_stated else ()


def _taken_apart(
    wholes: tuple[Mention, ...], after: Sequence[Mention], told: Mapping[int, Share], is_listed: bool
) -> Breakdown:
    """The figures of the wholes' kind until another figure or a new whole ends them, with the shares beside them."""
    parts, shares = list[Mention](), list[tuple[Mention, Mention]]()
    for one in after:
        if (parts and not _goes_on(parts[-1], one)) or is_start(one) or _APART.search(one.clause):
            break
        if shares and told[shares[-1][0].start].is_referred and not one.is_percent:
            break  # the shares of all parts have been told
        if one.dimension == wholes[0].dimension and one.is_stated and not _WHOLE.search(one.before):
            if parts and is_aside(one) and "结转" not in one.before and not is_aside(parts[0]):
                is_listed = False
            else:
                parts.append(one)
        elif one.start in told and (share := told[one.start]).part in parts:
            if _is_share_of(wholes, share):
                shares.append((one, share.part))
        else:
            break
    return Breakdown(wholes, tuple(parts), tuple(shares), is_listed)


def _is_share_of(wholes: Sequence[Mention], share: Share) -> bool:
    """Whether the shares of several parts are shares of this whole: they name no other one."""
    return not share.is_referred or any(_WHOLE.sub("", share.whole) in whole.before for whole in wholes)


def _goes_on(last: Mention, one: Mention) -> bool:
    """Whether the list of parts goes on behind a semicolon: with a part of the last one's kind, if it has any."""
    if ";" not in one.passage.text[last.end : one.start] or one.is_percent:
        return True
    one_kind, last_kind = kinds_of([one.before, last.before])
    return one_kind == last_kind if last_kind else are_parallel([one.before, last.before])


def _checked(found: Breakdown) -> Iterator[Posed | Checked]:
    """What is known of the whole if it is certain; else of the first one that everything fits."""
    if not found.parts:
        return
    if found.is_certain:
        yield from _against(found, found.wholes[0])
        return
    partly = list[Posed | Checked]()
    for whole in found.wholes:
        outcomes = list(_against(found, whole))
        if all(map(_holds, outcomes)):
            if not any(map(_is_open, outcomes)):
                yield from outcomes
                return
            partly = partly or outcomes
    because = "“其中”之前有几个数，不能确定哪一个是总数"
    yield from partly or [Checked.not_made(UNSETTLED, because, found.wholes[0].place)]


def _holds(outcome: Posed | Checked) -> bool:
    if isinstance(outcome, Posed):
        return outcome.relation.assess().verdict.is_possible
    return outcome.finding is None


def _is_open(outcome: Posed | Checked) -> bool:
    return isinstance(outcome, Checked) and bool(outcome.because)


def _against(found: Breakdown, whole: Mention) -> Iterator[Posed | Checked]:
    """The shares and sums of the parts, if this is their whole."""
    for share, part in found.shares:
        yield Posed(Quotient.share(share.figure(f"{part.name}占比"), part.figure(), whole.figure()))
    comparable = [part for part in found.parts if not _of_another_side(whole.before, part.before)]
    if len(comparable) < len(found.parts):
        yield Checked.not_made(UNSETTLED, "其中各项与总数的口径（收支、预决算）不同", whole.place)
    for kind in dict.fromkeys(kinds := kinds_of([part.before for part in comparable])):
        same = tuple(part for part, its in zip(comparable, kinds, strict=True) if its == kind)
        yield from _summed(found, whole, same, is_all=len(same) == len(found.parts))


def _of_another_side(whole: str, part: str) -> bool:
    """Whether part and whole speak of different amounts: income and expenditure, budget and outturn."""
    return any(
        (one in part and other in whole and one not in whole) or (other in part and one in whole and other not in whole)
        for one, other in _OPPOSITES
    )


def _summed(found: Breakdown, whole: Mention, parts: Sequence[Mention], is_all: bool) -> Iterator[Posed | Checked]:
    """The parts of one kind may not exceed the whole; if nothing is left out, they must make it up."""
    labels = [part.before for part in parts]
    relation = Sum(whole.figure(), tuple(Term(part.figure(), _sign(part)) for part in parts))
    if len(parts) == 1 or not (relation.fits or _are_apart(parts[0], labels)):
        yield from (_within(whole, part) for part in parts)
    elif relation.fits or relation.residual > 0:
        yield Posed(relation)
    elif is_all and found.is_complete:
        yield Posed(relation, at_most=Severity.ERROR if found.is_listed or found.shares else Severity.WARNING)
    else:
        yield Checked.not_made(UNSETTLED, "其中各项之和小于总数，可能没有列全", whole.place)


def _are_apart(part: Mention, labels: Sequence[str]) -> bool:
    """Whether nothing is in two parts: amounts of one kind, people and things that were divided one way."""
    if OVERLAPPING in kinds_of(labels):
        return False
    return part.dimension == MONEY or is_complete(labels) or are_parallel(labels) or "编制类型" in kinds_of(labels)


def _within(whole: Mention, part: Mention) -> Checked:
    most = whole.printed.interval(part.printed.unit).high
    least = part.printed.interval().low
    if most is None or least is None or least <= most or _DECREASE.search(part.before):
        return Checked.held(PART_EXCEEDS, part.place)
    return Checked.failed(
        PART_EXCEEDS,
        Severity.ERROR,
        f"其中的一项 {part.printed} 大于总数 {whole.printed}",
        f"“{whole.figure().name}”为 {whole.printed}，其中“{part.figure().name}”却是 {part.printed}；部分不能大于整体。",
        part.place,
        whole.place,
        stated=str(part.printed),
        expected=f"不大于 {whole.printed}",
        figures=(part.figure(), whole.figure()),
    )


def _sign(part: Mention) -> Fraction:
    """A decrease counts against the whole."""
    return Fraction(-1) if _DECREASE.search(part.before) else Fraction(1)
