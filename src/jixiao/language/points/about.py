"""Which points a statement is about and what it does to the score, told by the kinds of its words."""

import re
from enum import Enum


class About(Enum):
    """Which points a statement is about, and in which state."""

    NOTHING = "没有说明"
    EACH = "每一项"
    EACH_MET = "每符合一项"
    EACH_UNMET = "每一项不符合"
    MET = "符合"
    PARTLY = "部分符合"
    UNMET = "不符合"
    ALL_MET = "全部符合"
    NONE_MET = "都不符合"
    MET_COUNT = "符合几项"
    UNMET_COUNT = "不符合几项"
    NAMED = "指明的要点"
    NAMED_UNMET = "指明的要点不符合"
    REST = "其余要点"
    OTHERWISE = "其他情形"
    EVENT = "事项"


class Does(Enum):
    """The effect: earning amounts or nothing, losing, limits, completion, equal shares."""

    EARN = "得"
    NOTHING = "不得分"
    LOSE = "扣"
    LOSE_AT_MOST = "最多扣"
    EARN_AT_MOST = "最多得"
    PROGRESS = "按完成率"
    EQUAL = "均分"
    LIMIT = "扣完为止"


_ABOUT = tuple(
    (about, re.compile(pattern))
    for about, pattern in (
        (About.EVENT, ".*T.*"),
        (About.NAMED_UNMET, "(?=.*-)(?=.*q)[^+~T]*"),
        (About.NAMED, "[Nne+]*q[Nneaw+]*"),
        (About.REST, "r[Nnea+]*"),
        (About.OTHERWISE, "a*[or][Nnaew]*"),
        (About.EACH_UNMET, "(?=.*-)(?=.*[eny])(?!.*a-)(?!.*~).*"),
        (About.NONE_MET, "[nNe]*a+n?-[wna]*"),
        (About.UNMET, "[Ne]*-[N-]*w?"),
        (About.PARTLY, "[Ne]*~[N~]*"),
        (About.EACH_MET, "(?=.*e)(?=.*\\+)(?!.*a)[neN+]*"),
        (About.ALL_MET, "(?=.*a)(?=.*\\+)[neNa+d]*"),
        (About.MET_COUNT, "[N+]*n[dv]?[N+]*(?<=[+dv])|[N+]+y?n[dvN]*|[N+]+yN"),
        (About.MET, "N*\\+[N+]*"),
        (About.EACH, "w?[neNad]*[en][neNad]*|N+"),
        (About.NOTHING, "[wda]*"),
    )
)


def about_of(kinds: str, does: Does, number: int | None, amounts: int) -> About:
    """What the kinds of words before an effect are about; `number` of points and of amounts as told there."""
    if does is Does.EQUAL:
        return About.EACH
    if "p" in kinds and does is Does.NOTHING:
        return About.UNMET
    about = next((about for about, pattern in _ABOUT if pattern.fullmatch(kinds)), About.EVENT)
    if about is About.EACH and "e" not in kinds and number is not None and amounts < 2:
        return About.MET_COUNT
    if about is not About.EACH_UNMET or does is Does.LOSE:
        return about
    if does is Does.NOTHING and ("v" in kinds or (number or 1) > 1):
        return About.UNMET_COUNT
    if does is Does.EARN:
        return About.UNMET_COUNT if "e" not in kinds else About.EVENT
    return about if set("ny") & set(kinds) else About.UNMET
