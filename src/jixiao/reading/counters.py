"""The units that figures in running text are written with: money, rates, and whatever is counted or measured."""

import re
from functools import lru_cache

from jixiao.quantities import Unit, UnitError, unit_named

_MONEY_AND_RATES = "亿元|百万元|万元|千元|元(?!素|旦)|%|‰|个百分点|倍"
# What comes in wholes, with the words behind a counter that make it another word: 3部门 are not three 部.
_COUNTED = (
    "人次|户次|件次|家次|场次|批次|例次|个工作日|工作日|人(?!民|均)|名(?!称|单|录)|位(?!一体)|项|份|次|件|户(?!籍|外)|家|天(?!然)|台(?!账)|"
    "辆|个(?!月|性|百分点)|篇|场(?!地|所|景)|条(?!件)|处(?!理|于|置|罚)|所(?!有|属|在|需)|座|套|期(?!间|限|初|末|内)|起(?!到|草)|宗|"
    "册|张|块|只|头|棵|株|栋|幢|间(?!接)|部(?!门|分|署)|批(?!复|准)|支(?!出|付|持|部)|类|种|幅|笔|例(?!外)|盏|组(?!织)|个月"
)
_MEASURED = "平方公里|平方米|立方米|公里|公顷|公斤|千克|千瓦时|千瓦|小时|分钟|吨|亩|米|升"
_POINTS = "分(?!别|类|级|析|布|管|工|配|局|公司|之|散|解|档|为)"
UNIT = f"(?:{_MONEY_AND_RATES}|(?:万|亿|百万|千)?(?:{_COUNTED}|{_MEASURED})|{_POINTS})"
"""A pattern for the unit behind a number."""

_SCALES = {"百万": 1_000_000, "亿": 100_000_000, "万": 10_000, "千": 1_000}
_SCALED = re.compile(f"({'|'.join(_SCALES)})(.+)")
_WHOLES = re.compile(_COUNTED)
_SAME = {"名": "人", "位": "人", "个工作日": "工作日"}


@lru_cache(maxsize=512)
def text_unit(symbol: str) -> Unit:
    """The unit of that name; a counter that is not registered is a dimension of its own.

    >>> text_unit("万元").dimension, text_unit("名").dimension, text_unit("万人次").factor, text_unit("篇").dimension
    ('金额', '人', Fraction(10000, 1), '篇')
    """
    try:
        return unit_named(symbol)
    except UnitError:
        pass
    scaled = _SCALED.fullmatch(symbol)
    scale, counter = (_SCALES[scaled[1]], scaled[2]) if scaled else (1, symbol)
    counter = _SAME.get(counter, counter)
    try:
        base = unit_named(counter)
    except UnitError:
        base = Unit(counter, counter, unit_named("个").factor)
    return Unit(symbol, base.dimension, base.factor * scale)


def is_counted(unit: Unit | None) -> bool:
    """Whether the unit counts things one by one, so that a whole number of it was not rounded.

    >>> is_counted(text_unit("篇")), is_counted(text_unit("亩")), is_counted(text_unit("万人次"))
    (True, False, False)
    """
    return unit is not None and unit.factor == 1 and _WHOLES.match(unit.symbol) is not None
