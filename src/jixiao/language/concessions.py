"""Concessions: what changes nothing (无论得分高低, 不论其他要点完成如何), and goes without saying."""

import re
from fractions import Fraction

from jixiao.language.numerals import NUMBER, number_of

_WHATEVER = "无论|不论|不管|不问"
_OPEN = "多高|多低|如何|与否|怎样|多少|几何|什么|情况"
_CONCESSION = re.compile(
    rf"(?:{_WHATEVER})(?:[^,;。\n]{{2,20}}?(?:{_OPEN})|[^,;。\n]{{0,10}}(?:得分|评分|总分|分数|分值)(?:[^,;。\n]{{0,4}})?高低)(?=,|的,)的?,"
)


def without_concessions(text: str) -> str:
    """A normalised text without the clauses that only say that something does not matter.

    >>> without_concessions("存在挪用的,无论得分高低,评价结果直接定为差")
    '存在挪用的,评价结果直接定为差'
    """
    return _CONCESSION.sub("", text)


_BASE = re.compile(rf"^(?:本项|本指标|该指标)?以(?P<points>{NUMBER})分为(?:基础分|基准分|起评分|总分|满分)[,;]")


def without_stated_weight(text: str, weight: Fraction | None) -> str:
    """A normalised text without words at its beginning that only say what the whole is worth.

    >>> without_stated_weight("以10分为基础分,每出现一次违规扣2分", Fraction(10))
    '每出现一次违规扣2分'
    """
    return _BASE.sub(lambda found: "" if number_of(found["points"]) == weight else found[0], text)
