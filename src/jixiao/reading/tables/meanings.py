"""What a column holds, by its heading and by what is printed in it."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from jixiao.quantities import Unit, unit_named
from jixiao.reading.columns import Role, role_of
from jixiao.reading.tables.captions import known_unit
from jixiao.reading.tables.model import BLANKS, Meaning, TableColumn
from jixiao.relations.figures import MONEY, RATIO

FIGURE = re.compile(r"[-−+]?\d[\d,，]*(?:\.\d+)?\s*(?:%|％|万元|亿元|千元|元|分|个|人次|人|份|户|次|项|台|辆)?")
_IN_BRACKETS = re.compile(r"[（(]([^（()）]+)[)）]")
_PERCENT = ("%", "％")
_ROLES = {
    Role.WEIGHT: Meaning.WEIGHT,
    Role.SCORE: Meaning.SCORE,
    Role.RATE: Meaning.SCORE_RATE,
    Role.TARGET: Meaning.TARGET,
    Role.LEVEL: Meaning.NAME,
    Role.CODE: Meaning.TEXT,
    Role.RULE: Meaning.TEXT,
    Role.CRITERIA: Meaning.TEXT,
    Role.EXPLANATION: Meaning.TEXT,
    Role.MEASURE: Meaning.TEXT,
    Role.PROCESS: Meaning.TEXT,
}
_NEEDS_FIGURES = (Meaning.WEIGHT, Meaning.SCORE, Meaning.SCORE_RATE)
_LOST = re.compile("(?:被|共|合计)?(?:扣|失|丢|扣减|扣除)分(?:值|数|分值)?")
_NAMES = re.compile(
    "类别|类型|项目|科目|名称|指标|支出|收入|内容|分类|构成|来源|用途|.*名称|.*项目|.*科目|.*类别|.*分类|.*来源|选项|问题|资产.*"
    "|年度|年份|单位|部门|资金性质|(?:收入|支出)(?:项目|类别|科目)?|经济分类|功能分类|.*内容"
)
_IDENTIFIERS = re.compile(
    "序号|编号|行次|栏次|代码|.*编码|.*代码|电话|联系.*|.*日期|.*时间|备注.*|.*说明|.*文号|.*原因.*"
)
_PERIODS = re.compile("年份|年度|预算年度|月份|季度|时期")
_SHARE = re.compile("占.*(?:比|比重|比例|%)|(?:.*[^率])?(?:占比|比重|比例|构成比)|.*占.*(?:比重|比例)")
_CHANGE = re.compile(
    ".*(?:增长|增减|增|减|变动|变化|调整|下降|涨)(?:率|幅度?|比例|%)|同比.*|环比.*|.*(?:增长|增减|变动|下降)百分比"
)
_RATE = re.compile(".*(?:率|进度|完成%|百分比|%)|执行比例|完成比例")
_GRADE = re.compile(".*(?:等级|级别)")
_ACTUAL = re.compile(".*(?:实际|年度)?完成(?:值|情况)|实际值|实际完成值")
_COUNT = re.compile(
    ".*(?:数量|人数|份数|次数|人次|个数|户数|台数|辆数|面积|批次|天数|月数|编制数|在职数)|数|频数|频次|单位数|编制|实有"
)
_COUNTED = re.compile("小计|.*(?:人数|份数|次数|人次|个数|户数|台数|辆数|批次|编制数|在职数)|频数|频次|单位数")
_AMOUNT = re.compile(
    ".*(?:金额|预算|决算|支出|收入|资金|数额|到位|执行|拨款|结转|结余|原值|净值|价值|总计|合计|小计|差额|调整|经费|费用"
    "|追加|追减|调增|调减|补助|下达|投入|价款|单价|总价|标准|余额|年初数|年末数|期初|期末|上年数?|本年数?|增减额?|变动额?|成本)"
    ".*|.*费"
)
Texts = Sequence[str]


def column_of(at: int, heading: str, texts: Texts, unit: Unit | None) -> TableColumn:
    """The column with its meaning and its unit: the one in its heading, or for amounts that of the table."""
    own = own_unit(heading)
    meaning = meaning_of(heading, texts, own or unit)
    default = own if own is not None else unit if meaning is Meaning.AMOUNT else None
    if meaning in (Meaning.WEIGHT, Meaning.SCORE, Meaning.LOST) and own is None:
        default = unit_named("分")
    if meaning in (Meaning.SHARE, Meaning.RATE, Meaning.CHANGE):
        default = _unit_of_rates(own, texts)
    counts = (
        meaning is Meaning.COUNT and _COUNTED.fullmatch(_IN_BRACKETS.sub("", heading.rpartition("/")[2])) is not None
    )
    return TableColumn(at, heading, meaning, default, counts)


def own_unit(heading: str) -> Unit | None:
    """The unit in brackets in a heading: 金额（元）; the lowest line of the heading counts first."""
    names = [name for part in reversed(heading.split("/")) for name in _IN_BRACKETS.findall(part)]
    return next((unit for name in names if (unit := known_unit(name)) is not None), None)


def meaning_of(heading: str, texts: Texts, unit: Unit | None = None) -> Meaning:
    """What a column holds; the words of its lowest heading decide first, then those above, then the unit.

    >>> meaning_of("决算数/金额", ["12.5", "3"]), meaning_of("占总支出比重", ["47.83%"]), meaning_of("序号", ["1", "2"])
    (<Meaning.AMOUNT: '金额'>, <Meaning.SHARE: '占比'>, <Meaning.TEXT: '文字'>)
    """
    own = unicodedata.normalize("NFKC", _IN_BRACKETS.sub("", heading.rpartition("/")[2]))
    filled = [text for text in texts if text not in BLANKS]
    figures = [text for text in filled if FIGURE.fullmatch(text)]
    mostly = bool(filled) and 2 * len(figures) >= len(filled)
    role, _ = role_of(own)
    if role in _ROLES and (mostly or _ROLES[role] not in _NEEDS_FIGURES):
        return _ROLES[role]
    if mostly and _LOST.fullmatch(own):
        return Meaning.LOST
    if _IDENTIFIERS.fullmatch(own):
        return Meaning.TEXT
    if _PERIODS.fullmatch(own):
        return Meaning.NAME
    if not mostly and filled:
        return Meaning.NAME if _NAMES.fullmatch(own) else Meaning.TEXT
    if not filled:
        return _meaning_of_words(own) or Meaning.TEXT
    if all(text.endswith(_PERCENT) for text in figures):
        return _meaning_of_percents(own)
    if own in ("小计", "数") and all(text.isdecimal() for text in figures) and unit is None:
        return Meaning.COUNT
    return _meaning_of_words(own) or _meaning_of_words(heading.partition("/")[0]) or _by_unit(unit)


def names_rows(heading: str) -> bool:
    """Whether a column with this heading may hold the names of the rows (项目, 科目名称, 支出)."""
    return _NAMES.fullmatch(heading) is not None


def _meaning_of_percents(words: str) -> Meaning:
    if _SHARE.fullmatch(words):
        return Meaning.SHARE
    return Meaning.CHANGE if _CHANGE.fullmatch(words) else Meaning.RATE


def _meaning_of_words(words: str) -> Meaning | None:
    tried = (
        (Meaning.SHARE, _SHARE),
        (Meaning.CHANGE, _CHANGE),
        (Meaning.RATE, _RATE),
        (Meaning.GRADE, _GRADE),
        (Meaning.ACTUAL, _ACTUAL),
        (Meaning.COUNT, _COUNT),
        (Meaning.AMOUNT, _AMOUNT),
    )
    return next((meaning for meaning, pattern in tried if pattern.fullmatch(words)), None)


def _by_unit(unit: Unit | None) -> Meaning:
    return Meaning.AMOUNT if unit is not None and unit.dimension == MONEY else Meaning.COUNT


def _unit_of_rates(own: Unit | None, texts: Texts) -> Unit | None:
    """Percent where the heading says so, or where bare numbers are too large to be ratios."""
    if own is not None:
        return own if own.dimension == RATIO else None
    bare = [text for text in texts if FIGURE.fullmatch(text) and not text.endswith(_PERCENT)]
    large = [text for text in bare if len(text.lstrip("-−+").partition(".")[0]) > 1]
    return unit_named("%") if large else None


def is_numbering(texts: Texts) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3, (1) (2) (3=2/1), 甲 1 2.

    >>> is_numbering(["栏次", "1", "2"]), is_numbering(["甲", "1", "2", "3=2/1"]), is_numbering(["甲", "3", "4"])
    (True, True, False)
    """
    numbers = [found[1] for text in texts if (found := re.fullmatch(r"[(（]?(\d{1,2})[)）]?(?:=.*)?", text))]
    in_order = bool(numbers) and numbers[0] == "1" and all(int(b) == int(a) + 1 for a, b in pairwise(numbers))
    named = any(text in ("栏次", "行次", "甲", "乙") for text in texts)
    return (
        in_order
        and len(numbers) + sum(bool(t) for t in texts[:2]) >= len([t for t in texts if t])
        and (named or len(numbers) > 2)
    )
