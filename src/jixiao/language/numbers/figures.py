"""Figures in sentences: 95%, 九成五, 三分之一, 5个百分点, 12辆, 2万元, -5%, ±3%."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jixiao.language.numerals import ARABIC, CHINESE, NUMBER, number_of

UNIT = (
    "(?:万千瓦时|万亩|万人|万户|万平方米|万株|万次|万吨|吨标准煤|个工作日|工作日|个自然日|自然日|个日历天|日历天|个月|个季度|个年度|季度|人次|亿元|万元|千元|百元|元|平方米|平方公里|公里|公斤|"
    "千克|千瓦时|微克|毫克|分贝|百万人|立方米|小时|分钟|场次|批次|件次|例次|户次|个(?!百)|项|次(?![办性])|人|天|日|周|月|年|名|位|处|条|家|户|起|例|件(?!事)|份|档|级|辆|套|台|"
    "篇|场|(?<![延逾超误])期|批|笔|宗|桩|倍|类|点|吨|亩|座|所|(?<!时)间|册|张|棵|株|头|等(?=$|以|及|至|[〖〗(不得,;。-])|支|种|门|款|本|岗|米|度|分(?!之|值|数|档|项|别|成|类|级|部|为))"
)
TIME = re.compile("个?(?:工作日|自然日|日历天|天|日|周|月|季度|年度?|小时|分钟)")
_RATE = rf"(?:{ARABIC})[%‰]|百分之(?:{NUMBER})|百分百|(?:{ARABIC})/(?:{ARABIC})(?![\d.A-Za-z])|{NUMBER}分之{NUMBER}"
_TENTHS = rf"{CHINESE}成(?:半|[一二三四五六七八九])?|(?:{ARABIC})成|一半|半数|过半"
_POINTS = rf"(?:{NUMBER})个?百分点"
_COUNT = rf"(?:{NUMBER}|半)余?多?{UNIT}(?:/{UNIT})?"
FIGURE = rf"(?:±|正负)?(?:-|负)?(?:{_POINTS}|{_RATE}|{_TENTHS}|{_COUNT}|(?:{ARABIC})|零(?!星|散|件|售|距))"

_PARTS = re.compile(
    rf"(?P<size>±|正负)?(?P<minus>-|负)?(?:(?P<points>{_POINTS})|(?P<rate>{_RATE})|(?P<tenths>{_TENTHS})|"
    rf"(?P<number>{NUMBER}|半|零)(?P<unit>{UNIT}(?:/{UNIT})?)?)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured amount. `kind`: rate (95%, 八成), points (5个百分点), mark (90分), count (12辆), bare (0.95)."""

    value: Fraction
    kind: str
    unit: str = ""
    of_size: bool = False

    @property
    def is_rate(self) -> bool:
        """Whether it is a rate or a distance between rates."""
        return self.kind in ("rate", "points")


@lru_cache(maxsize=4096)
def figure_of(text: str) -> Figure:
    """The figure that the text, matched by FIGURE, writes.

    >>> [str(figure_of(each).value) for each in ("95%", "九成五", "三分之一", "5个百分点", "-0.5%")]
    ['19/20', '19/20', '1/3', '1/20', '-1/200']
    >>> figure_of("12辆")
    Figure(value=Fraction(12, 1), kind='count', unit='辆', of_size=False)
    """
    match = _PARTS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    value, kind = _value(match)
    of_size = bool(match["size"])
    return Figure(-value if match["minus"] else value, kind, match["unit"] or "", of_size)


def _value(match: "re.Match[str]") -> tuple[Fraction, str]:
    if match["points"]:
        return number_of(re.sub("个?百分点$", "", match["points"])) / 100, "points"
    if match["rate"]:
        return rate_of(match["rate"]), "rate"
    if match["tenths"]:
        return _tenths(match["tenths"]), "rate"
    number = Fraction(1, 2) if match["number"] == "半" else number_of(match["number"])
    if match["unit"] == "分":
        return number / 100, "mark"
    return number, "count" if match["unit"] else "bare"


@lru_cache(maxsize=1024)
def rate_of(text: str) -> Fraction:
    """The value of a share or rate: 95%, 百分之九十, 1/3, 三分之二, 八成, 九成五, 一半."""
    if text == "百分百":
        return Fraction(1)
    if text.endswith(("%", "‰")):
        return number_of(text[:-1]) / (100 if text.endswith("%") else 1000)
    if text.startswith("百分之"):
        return number_of(text[3:]) / 100
    if "/" in text:
        above, below = text.split("/")
        return number_of(above) / number_of(below) if number_of(below) else Fraction(0)
    if "分之" in text:
        below, above = text.split("分之")
        return number_of(above) / number_of(below) if number_of(below) else Fraction(0)
    return _tenths(text)


def _tenths(text: str) -> Fraction:
    if "半" in text and "成" not in text:
        return Fraction(1, 2)
    tenths, _, rest = text.partition("成")
    more = Fraction(1, 2) if rest == "半" else number_of(rest) / 10 if rest else Fraction(0)
    return (number_of(tenths) + more) / 10
