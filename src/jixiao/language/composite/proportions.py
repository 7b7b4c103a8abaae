"""Rates that are scored in proportion inside a larger rule: 执行率×5分, 按到位率计分."""

import re

from jixiao.language.numerals import NUMBER

RATE = r"(?P<name>[\u4e00-\u9fff()]*?(?:率|比例|程度|比重|满意度|进度|完成度))"
WEIGHT = rf"(?:(?:本|该)?(?:项|指标)*的?(?:权重分|权重|分值|标准分|指标分值)|{NUMBER}分?(?![\d.%]))"
_ALONE = re.compile(
    rf"(?:先)?(?:按(?:照)?)?{RATE}(?:[×*]|乘以)(?P<weight>{WEIGHT})(?:计算|折算|确定|计|算)*(?:出|其|各自)*(?:得分|分数|分)?[,;。]*"
)


def as_rule(text: str) -> str:
    """A rate times the weight as what the score equals; any other text as it stands.

    >>> as_rule("执行率×5分计算其得分,"), as_rule("合格得满分")
    ('得分=执行率×5分', '合格得满分')
    """
    alone = _ALONE.fullmatch(text)
    return text if alone is None else f"得分={alone['name']}×{alone['weight']}"
