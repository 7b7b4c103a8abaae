"""Statements about points gathered into one account of how the points count."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from jixiao.language.leftover import changes_score
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import About, Does
from jixiao.language.points.account import OWN, WHOLE, Said, portion_of
from jixiao.language.points.clauses import PointClause
from jixiao.rules.portion import NOTHING


def said_of(head: Iterable[PointClause], tail: Iterable[PointClause]) -> Said:
    """The account; an event that voids stands before the points in `head`, after them in `tail`."""
    said = Said()
    for clauses, place in ((head, "before"), (tail, "extra")):
        for clause in clauses:
            _gather(said, clause, place)
    return said


def _gather(said: Said, clause: PointClause, place: str) -> None:
    if clause.does is Does.LIMIT:
        _refuse_change(clause)
        return
    if clause.condition and clause.does is Does.NOTHING and clause.about in (About.OTHERWISE, About.UNMET):
        _gate(said, clause, place)
        return
    if clause.about is About.EVENT and clause.points:
        _listed_under(said, clause)
        return
    if clause.tells_event and clause.does in (Does.NOTHING, Does.EARN_AT_MOST):
        _refuse_change(clause)
        setattr(said, place, getattr(said, place) + 1)
        _cap(said, clause)
        return
    if not set(clause.given) <= set(said.needed):
        raise NotUnderstood(f"“{clause.words}”没有写明前提不具备时怎样计分", clause.words)
    handler = _HANDLERS.get((clause.about, clause.does))
    if handler is None:
        raise NotUnderstood(f"“{clause.words}”一句不知道怎样影响各要点的得分", clause.words)
    handler(said, clause)


def _refuse_change(clause: PointClause) -> None:
    """Refuse words before an effect that change the score, or give some of it, themselves."""
    if changes_score(clause.state) or _EARNS.search(clause.state):
        raise NotUnderstood(f"“{clause.state}”没有读懂", clause.state)


# 达到序时进度得那一季度的分值,未达到: an event that holds what is earned is none.
_EARNS = re.compile("[得计](?:相应|对应)?[^,;]{0,6}(?:分值|权重)")
# 出现要点⑤所列情形的; 要点④中虚列支出、挪用等任一问题: what a point lists against itself.
_LISTED_UNDER = re.compile(
    "(?:所列|所述|所指|规定的|列举的|中|里)[^,;]*(?:情形|情况|问题|行为|之一|现象|事项)|(?:存在|出现|发生|有)[^,;]{0,8}(?:违规|违纪|问题|虚假|弄虚作假)"
)

_EVENT = re.compile("(?:如果?|若|凡|一旦)?(?:存在|发生|出现|发现|有)")


def _listed_under(said: Said, clause: PointClause) -> None:
    """An event that a point names: the indicator earns nothing, or only so much, where the point is not met."""
    voids = clause.does is Does.EARN_AT_MOST or (clause.does is Does.NOTHING and clause.whole)
    one_event = sum(_EVENT.match(piece) is not None for piece in clause.state.split(",")) < 2
    one_event = one_event and _LISTED_UNDER.search(clause.state) is not None
    if len(clause.points) != 1 or not voids or not one_event:
        raise NotUnderstood(f"“{clause.words}”没有读懂是哪些要点、怎样影响得分", clause.words)
    _needed(said, replace(clause, whole=True))


def _gate(said: Said, clause: PointClause, place: str) -> None:
    """前提条件:已履行审批程序,否则不得分 before the listed points: a condition that stands before them."""
    if place != "before":
        raise NotUnderstood(f"“{clause.condition}”没有读懂是要点还是前提", clause.condition)
    said.before += 1
    _cap(said, clause)


def _cap(said: Said, clause: PointClause) -> None:
    cap = portion_of(clause.amounts[0], clause) if clause.does is Does.EARN_AT_MOST else NOTHING
    if (said.needed or said.before + said.extra > 1) and cap != said.cap:
        raise NotUnderstood("几种否决情形的后果不同", clause.words)
    said.cap = cap


def _each(said: Said, clause: PointClause) -> None:
    _number(said, clause)
    if len(clause.amounts) > 1:
        said.named |= dict(enumerate(clause.amounts, 1))
    elif clause.amounts and clause.amounts[0] not in (WHOLE, OWN):
        said.once("each", clause.amounts[0], clause)


def _each_met(said: Said, clause: PointClause) -> None:
    said.numbers += [clause.announced] if clause.announced is not None else []
    if clause.amounts and clause.amounts[0] not in (WHOLE, OWN):
        said.once("each", clause.amounts[0], clause)
    said.met = clause.amounts[0] if clause.amounts else OWN


def _rest(said: Said, clause: PointClause) -> None:
    said.once("rest", clause.amounts[0], clause)
    said.rest_number = clause.number


def _equal(said: Said, clause: PointClause) -> None:
    if clause.points:
        said.sharing = clause.points
        return
    _number(said, clause)
    said.equal = True


def _named(said: Said, clause: PointClause) -> None:
    if clause.amounts == (WHOLE,) and len(clause.points) > 1:
        said.numbers.append(len(clause.points))
        said.once("full", WHOLE, clause)
        return
    if len(clause.points) > 1 and _TOGETHER.search(clause.words):
        raise NotUnderstood(f"“{clause.words}”是合在一起的条件，没有读懂各要点的分值", clause.words)
    amounts = clause.amounts if len(clause.amounts) > 1 else clause.amounts * len(clause.points)
    if len(amounts) != len(clause.points):
        raise NotUnderstood(f"“{clause.words}”中要点的个数与分值的个数不同", clause.words)
    for point, amount in zip(clause.points, amounts, strict=True):
        if said.named.get(point, amount) != amount:
            raise NotUnderstood(f"要点{point}的分值写了两次，互不相同", clause.words)
        said.named[point] = amount


_TOGETHER = re.compile("同时|只要|必须|任[意一何]|(?<!分)之一")


def _named_loss(said: Said, clause: PointClause) -> None:
    """①不符合扣2分: the share of a point, told by what its lack costs."""
    said.lost = True
    _named(said, clause)


def _needed(said: Said, clause: PointClause) -> None:
    said.targets = clause.targets
    if not clause.whole and not clause.targets:
        raise NotUnderstood(f"“{clause.words}”没有写明是该要点不得分还是整个指标不得分", clause.words)
    _cap(said, clause)
    said.needed = tuple(sorted({*said.needed, *clause.points}))


def _loss(said: Said, clause: PointClause) -> None:
    if clause.amounts and clause.amounts[0] != OWN:
        said.losses.append(clause)
    else:
        said.met = said.met or OWN


def _met(said: Said, clause: PointClause) -> None:
    said.once("met", clause.amounts[0] if clause.amounts else OWN, clause)


def _full(said: Said, clause: PointClause) -> None:
    _number(said, clause)
    said.once("full", clause.amounts[0] if clause.amounts else WHOLE, clause)


def _count(said: Said, clause: PointClause) -> None:
    if clause.amounts == (OWN,) and clause.number == 1 and not clause.side and clause.about is About.MET_COUNT:
        _each_met(said, clause)
        return
    said.numbers += [clause.announced] if clause.announced is not None else []
    if clause.amounts or clause.does is Does.NOTHING:
        said.counts.append(clause)


def _number(said: Said, clause: PointClause) -> None:
    said.numbers += [number for number in (clause.number, clause.announced) if number is not None]


def _nothing(said: Said, clause: PointClause) -> None:
    """What goes without saying: no point met, nothing earned."""


def _whole(said: Said, clause: PointClause) -> None:
    """最高得满分 goes without saying, as does that no point earns more than its share; so does 最高4分 of 4."""
    if clause.amounts not in ((WHOLE,), (OWN,)):
        said.once("most", clause.amounts[0], clause)


def _progress(said: Said, clause: PointClause) -> None:
    _number(said, clause)
    said.by_completion = True


def _unmet(said: Said, clause: PointClause) -> None:
    """Points not met earn nothing; where nothing of the indicator is earned, all must be met."""
    said.unmet_earns_nothing = True
    said.all_or_nothing |= _is_of_indicator(clause)


def _otherwise(said: Said, clause: PointClause) -> None:
    """否则不得分; of the whole indicator, all must be met."""
    said.otherwise = True
    said.all_or_nothing |= _is_of_indicator(clause)


def _is_of_indicator(clause: PointClause) -> bool:
    return re.search("指标|整项|整个", clause.words) is not None


def _set(name: str) -> Callable[[Said, PointClause], None]:
    def handler(said: Said, clause: PointClause) -> None:
        setattr(said, name, True)

    return handler


def _once(name: str) -> Callable[[Said, PointClause], None]:
    def handler(said: Said, clause: PointClause) -> None:
        said.once(name, clause.amounts[0], clause)

    return handler


def _earned(said: Said, clause: PointClause) -> None:
    if clause.amounts and clause.amounts[0] != OWN:
        raise NotUnderstood(f"“{clause.words}”没有写明是哪个要点的分值", clause.words)


_HANDLERS: dict[tuple[About, Does], Callable[[Said, PointClause], None]] = {
    (About.EACH, Does.EARN): _each,
    (About.EACH, Does.EQUAL): _equal,
    (About.NOTHING, Does.EQUAL): _equal,
    (About.EACH_MET, Does.EARN): _each_met,
    (About.EACH_UNMET, Does.LOSE): _loss,
    (About.EACH, Does.LOSE): _loss,
    (About.UNMET, Does.LOSE): _loss,
    (About.EACH_UNMET, Does.NOTHING): _set("all_or_nothing"),
    (About.UNMET, Does.NOTHING): _unmet,
    (About.OTHERWISE, Does.NOTHING): _otherwise,
    (About.OTHERWISE, Does.LOSE): _loss,
    (About.MET, Does.EARN): _met,
    (About.PARTLY, Does.EARN): _once("partly"),
    (About.ALL_MET, Does.EARN): _full,
    (About.NONE_MET, Does.NOTHING): _nothing,
    (About.MET_COUNT, Does.EARN): _count,
    (About.MET_COUNT, Does.NOTHING): _count,
    (About.UNMET_COUNT, Does.EARN): _count,
    (About.UNMET_COUNT, Does.NOTHING): _count,
    (About.NAMED, Does.EARN): _named,
    (About.NAMED, Does.NOTHING): _needed,
    (About.NAMED_UNMET, Does.LOSE): _named_loss,
    (About.NAMED_UNMET, Does.NOTHING): _needed,
    (About.NAMED_UNMET, Does.EARN_AT_MOST): _needed,
    (About.REST, Does.EARN): _rest,
    (About.REST, Does.NOTHING): _set("otherwise"),
    (About.NOTHING, Does.EARN): _earned,
    (About.NOTHING, Does.EARN_AT_MOST): _whole,
    (About.NOTHING, Does.LOSE_AT_MOST): _once("at_most"),
    (About.EACH, Does.PROGRESS): _set("by_completion"),
    (About.NOTHING, Does.PROGRESS): _set("by_completion"),
    (About.MET, Does.PROGRESS): _set("by_completion"),
    (About.MET_COUNT, Does.PROGRESS): _progress,
    (About.UNMET, Does.PROGRESS): _set("by_completion"),
    (About.PARTLY, Does.PROGRESS): _set("by_completion"),
}
