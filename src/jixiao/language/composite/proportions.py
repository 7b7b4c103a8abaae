"""Rates that are scored in proportion inside a larger rule: 执行率×5分, 按到位率计分."""

import re
from fractions import Fraction

from jixiao.language.numerals import ARABIC, NUMBER, number_of
from jixiao.quantities import exact_text

RATE = r"(?P<name>[\u4e00-\u9fff()]*?(?:率|比例|程度|比重|满意度|进度|完成度))"
WEIGHT = rf"(?:(?:本|该)?(?:项|指标)*的?(?:权重分|权重|分值|标准分|指标分值)|{NUMBER}分?(?![\d.%]))"
_ALONE = re.compile(
    rf"(?:先)?(?:按(?:照)?)?{RATE}(?:[×*]|乘以)(?P<weight>{WEIGHT})(?:分别|逐一|单独|各自)*(?:计算|折算|确定|计|算|打|评)*(?:出|其|各自)*(?:得分|分数|分)?"
    rf"(?:\((?:均|都)?(?:最[高多](?:得|计|为)?|以)(?P=weight)(?:为上?限)?\))?[,;。]*"
)


# 就业率,得分=就业率×5分: what is measured stands in the formula.
_HEADED = re.compile(r"^[\u4e00-\u9fff]{2,12}?[,:]?(?=得分=)")


def as_rule(text: str) -> str:
    """A rate times the weight as what the score equals; any other text as it stands.

    >>> as_rule("执行率×5分计算其得分,"), as_rule("合格得满分")
    ('得分=执行率×5分', '合格得满分')
    """
    text = _HEADED.sub("", text)
    alone = _ALONE.fullmatch(text)
    return text if alone is None else f"得分={alone['name']}×{alone['weight']}"


# 每延期1天扣权重分的2% in a part of the weight: of the indicator's weight, unless 该部分 is said.
_LOST = re.compile(
    rf"(?P<take>扣[减除]?)(?:(?:指标|总)?(?:权重分值|权重分|权重)的?(?P<behind>{ARABIC})%|(?P<before>{ARABIC})%的?(?:指标)?(?:权重分值|权重分|权重))"
)


_UNTIL_THE_PART = re.compile(rf"(?<=扣完)[该本此](?:{ARABIC})(?:%|分)")


def of_the_whole(text: str, weight: Fraction | None) -> str:
    """The rule of a part; what it takes of the indicator's weight until the part is lost is points.

    >>> of_the_whole("每延期1天扣权重分的2%,扣完该60%为止", Fraction(10))
    '每延期1天扣0.2分,扣完为止'
    """
    if weight is None or _UNTIL_THE_PART.search(text) is None:
        return text

    def in_points(match: "re.Match[str]") -> str:
        return f"{match['take']}{exact_text(number_of(match['behind'] or match['before']) / 100 * weight)}分"

    return _LOST.sub(in_points, _UNTIL_THE_PART.sub("", text))


def doubts_whose_weight(text: str) -> list[str]:
    """A note where the rule of a part takes a share of the weight without saying of which.

    >>> doubts_whose_weight("每延期1天扣权重分的2%")
    ['“扣权重分的2%”按该部分的权重分理解']
    """
    return [f"“{found.group()}”按该部分的权重分理解" for found in _LOST.finditer(text)]


_OWN_NOUN = re.compile(
    "(?:该|本|各|每|相应|对应)(?:部分|项|要点|子项)?(?:的)?(?=满分|分值|权重|得分|不得分)|(?:各|每个|该|本)(?:部分|项)(?:均|都|分别)?|单项|^(?:均|都|分别)(?=按)"
)


def of_itself(text: str) -> str:
    """The rule of a part without the words that only name the part.

    >>> of_itself("达到95%得该部分满分,否则该部分不得分")
    '达到95%得满分,否则不得分'
    """
    return _OWN_NOUN.sub("", text)
