"""Which amount a heading means: 年初预算, 调整预算, 决算 … and of which year."""

import re
import unicodedata
from enum import Enum


class Measure(Enum):
    """The amounts that budgets and accounts distinguish."""

    INITIAL_BUDGET = "年初预算"
    ADJUSTED_BUDGET = "调整预算"
    BUDGET = "预算"
    ADJUSTMENT = "预算调整"
    RECEIVED = "到位资金"
    OUTTURN = "决算"
    CARRY_OVER = "结转结余"
    CHANGE = "增减额"


_RATE = re.compile("率|占比|比重|比例|进度|%|幅度")
_SEVERAL = re.compile("预.?决算|预算.*决算|收支|预算.*执行情况")
_WORDS = (
    (
        Measure.CHANGE,
        re.compile("增减额?|增减变[动化]额?|差额|差异额?|变[动化]额|比.*增减|较.*增减|增加额|减少额|增长额"),
    ),
    (
        Measure.ADJUSTMENT,
        re.compile(
            "(?:预算)?调整(?:数|额|金额)|预算调整|(?:预算)?追加(?:追减)?(?:数|额|预算|金额)?|(?:预算)?调[增减](?:数|额|金额)?"
        ),
    ),
    (
        Measure.CARRY_OVER,
        re.compile(
            "(?:年末|年底|本年|当年|资金|预算)*(?:结转|结余)(?:和)?(?:结转|结余)?(?:数|额|资金|金额)?|结存|未(?:执行|支出|使用)(?:数|额|金额)?|剩余(?:资金|金额)?"
        ),
    ),
    (
        Measure.ADJUSTED_BUDGET,
        re.compile("调整后?(?:的)?(?:全年|支出|收入)?预算|全年预算|(?:年中|年度)?调整预算|最终预算|调整后"),
    ),
    (
        Measure.INITIAL_BUDGET,
        re.compile(
            "年初(?:批复|部门|支出|收入)?预算|期初预算|批复预算|预算批复|年初安排|年初批复|预算(?:数|额)?/年初(?:数|额)?$|^年初数$"
        ),
    ),
    (Measure.RECEIVED, re.compile("到位|下达|拨付|拨入")),
    (
        Measure.OUTTURN,
        re.compile(
            "决算|执行数|执行金额|实际(?:支出|执行|收入|使用|完成)|实支|已支出|支出(?:数|金额|额)$|使用(?:数|金额|资金)|支付(?:数|金额)|^执行$|全年执行|完成数"
        ),
    ),
    (Measure.BUDGET, re.compile("预算|计划(?:数|金额|投资)?|安排(?:数|金额)|概算")),
)
_FUNDS = ("一般公共预算", "政府性基金", "国有资本经营", "财政拨款", "财政专户", "自有资金", "专项", "三公", "政府采购")


def measure_of(words: str) -> Measure | None:
    """The amount that a heading or caption means, if it names just one.

    >>> measure_of("2023年调整预算数"), measure_of("决算支出数"), measure_of("预算执行率"), measure_of("预算决算表")
    (<Measure.ADJUSTED_BUDGET: '调整预算'>, <Measure.OUTTURN: '决算'>, None, None)
    """
    plain = "".join(unicodedata.normalize("NFKC", words).split())
    if _RATE.search(plain) or _SEVERAL.search(plain):
        return None
    named = [measure for measure, pattern in _WORDS if pattern.search(re.sub("[(].*[)]", "", plain))]
    if not named:
        return None
    rest = set(named[1:]) - {Measure.BUDGET}
    return named[0] if named[0] in (Measure.CHANGE, Measure.ADJUSTMENT) or not rest else None


def year_of(words: str) -> int | None:
    """The year that a heading or caption names, if it names just one.

    >>> year_of("2023年决算数"), year_of("2022—2023年"), year_of("决算数")
    (2023, None, None)
    """
    years = set(re.findall(r"(?:19|20)\d\d(?=年|$|度|[-—~至])", "".join(words.split())))
    return int(years.pop()) if len(years) == 1 else None


def funds_of(words: str) -> str:
    """The funds that words restrict amounts to (财政拨款, 三公); empty where they mean all.

    >>> funds_of("表5 一般公共预算财政拨款支出决算表"), funds_of("表2 支出决算表")
    ('一般公共预算财政拨款', '')
    """
    return "".join(name for name in _FUNDS if name in words)
