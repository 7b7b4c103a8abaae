"""What is readable and yet hardly meant: a direction that its number never has, a threshold out of reach."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.language.numbers.zones import Zone

_LESS = re.compile(
    "结转结余率|结余率|控制率|投诉率|差错率|负债率|闲置率|空置率|事故率|退件率|超支率|逾期率|违规率|误差率"
)
_MORE = re.compile("执行率|完成率|到位率|满意度|满意率|合格率|覆盖率|达标率|及时率|到账率|办结率|入库率|利用率")
_OUT_OF_REACH = Fraction(2)


def doubts(full: Sequence[Zone], words: str) -> Iterator[str]:
    """Doubts about the zones of full marks of a rule that begins with these words.

    >>> from jixiao.rules.ranges import Range
    >>> list(doubts([Zone("", Range.parse(">10%"), "rate")], "结转结余率>10%得满分"))
    ['“结转结余率”一般越低越好，句中相反，请核对']
    """
    less, more = _LESS.search(words), _MORE.search(words)
    for zone in full:
        if not zone.is_rate:
            continue
        low, high = zone.when.low, zone.when.high
        if less is not None and more is None and high is None and low is not None:
            yield f"“{less.group()}”一般越低越好，句中相反，请核对"
        if more is not None and less is None and low is None and high is not None:
            yield f"“{more.group()}”一般越高越好，句中相反，请核对"
        if low is not None and low >= _OUT_OF_REACH:
            yield "得满分的界限在200%以上，请核对是否抄写有误"
