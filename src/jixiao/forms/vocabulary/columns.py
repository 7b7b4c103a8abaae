"""What the columns of the money block and of the indicator block are headed."""

import re
from enum import Enum
from functools import lru_cache

from jixiao.forms.vocabulary.cells import KNOWN, plain, unbracketed


class Column(Enum):
    """What a column of the money block or of the indicator block holds."""

    INITIAL = "年初预算数"
    ADJUSTED = "全年预算数"
    EXECUTED = "全年执行数"
    POINTS = "分值"
    RATE = "执行率"
    SCORE = "得分"
    LEVEL1 = "一级指标"
    LEVEL2 = "二级指标"
    LEVEL3 = "三级指标"
    NATURE = "指标性质"
    TARGET = "年度指标值"
    MEASURE = "度量单位"
    ACTUAL = "实际完成值"
    REASON = "偏差原因"
    REVISED = "调整指标值"
    RECEIVED = "到位数"
    INTEGRATED = "统筹整合数"
    NET = "扣除统筹整合后预算数"
    COEFFICIENT = "得分系数"
    OF_HUNDRED = "单项得分"
    REVIEW = "复核分"
    CORE = "是否核心"
    EXPLANATION = "指标解释"
    STANDARD = "评分标准"


_POINTS = re.compile("(?:指标|标准|基准|参考)?(?:分值|权重|标准分|分数)(?:分值?|占比|权重)?")
_SCORE = re.compile("(?:自评|自评价|实际|评价|折算|指标|县级)?(?:得分|评分|自评分)(?:情况)?")
_MONEY_COLUMNS = (
    (Column.INTEGRATED, re.compile(".{0,6}统筹整合(?:资金)?(?:数|金额)?")),
    (Column.NET, re.compile("C=A-B|(?:扣除|统筹|整合).{0,8}后.{0,6}(?:预算|资金)(?:数|金额)?")),
    (Column.INITIAL, re.compile("(?:年初|批复)预算(?:数|批复数|金额|安排数?)?")),
    (
        Column.ADJUSTED,
        re.compile(
            "(?:全年|调整后?|年度|变动后|当年|本年)?预算(?:数|金额|安排数?)|(?:全年|调整后?)预算|预算(?:安排情况|调整数)"
        ),
    ),
    (Column.RECEIVED, re.compile("(?:全年|资金)?(?:实际)?到位(?:数|金额|资金|情况)?")),
    (
        Column.EXECUTED,
        re.compile("(?:全年|本年|实际|预算|年度|资金)?(?:实际)?(?:执行|支出)(?:数|金额|资金)?|资金(?:执行|支出)情况"),
    ),
    (Column.RATE, re.compile("(?:预算|资金|全年)?执行率|(?:预算|资金)?执行进度")),
    (Column.POINTS, re.compile(f"{_POINTS.pattern}|执行率(?:分值|权重)")),
    (Column.SCORE, re.compile(f"{_SCORE.pattern}|执行率得分")),
    (Column.REASON, re.compile(".*(?:偏差|原因|改进|措施).*")),
)
_INDICATOR_COLUMNS = (
    (Column.LEVEL1, re.compile("(?:第?一级|1级)(?:指标)?(?:名称)?")),
    (Column.LEVEL2, re.compile("(?:第?二级|2级)(?:指标)?(?:名称)?")),
    (Column.LEVEL3, re.compile("(?:第?三级|3级)(?:指标)?(?:名称)?|(?:绩效)?指标名称")),
    (
        Column.TARGET,
        re.compile("(?:年度|年初|预期|计划|全年|绩效){0,2}(?:指标|目标){1,2}值|预期值|计划完成值|数?值"),
    ),
    (Column.NATURE, re.compile("指标性质|性质|(?:运算|计算|比较)?符号")),
    (Column.MEASURE, re.compile("(?:度量|计量)单位|单位")),
    (Column.REVISED, re.compile("(?:全年|年中)?调整后?(?:指标|目标)值")),
    (
        Column.ACTUAL,
        re.compile("(?:全年|年度|实际|单项|指标){0,2}(?:实际)?完成(?:指标)?(?:值|情况)|(?:全年|指标)?实际值"),
    ),
    (Column.POINTS, _POINTS),
    (Column.COEFFICIENT, re.compile("得分系数")),
    (Column.OF_HUNDRED, re.compile("单项(?:指标)?得分")),
    (Column.REVIEW, re.compile("(?:财政|部门|市级)?(?:复核|审核|复评)(?:得分|评分|分)|市级评分")),
    (Column.SCORE, _SCORE),
    (Column.CORE, re.compile("是否核心(?:指标)?")),
    (Column.EXPLANATION, re.compile("指标(?:解释|说明)")),
    (Column.STANDARD, re.compile("(?:指标)?(?:评分|评价|计分|赋分)(?:标准|办法|细则|规则)|标准")),
    (Column.REASON, re.compile(".*(?:偏差|原因|改进|措施).*|备注|说明")),
)
_OF_AMOUNTS = (Column.EXECUTED, Column.RECEIVED)
_RATIO = re.compile("[(][A-F][/÷][A-F]")
_LETTERS = re.compile("(?<=[一-鿿])[A-F](?:/[A-F])?(?:[×*]100%)?$")


@lru_cache(maxsize=KNOWN)
def money_column(text: str) -> Column | None:
    """What a column headed so holds in the money block.

    >>> money_column("全年预算数(A)"), money_column("资金执行数E"), money_column("年度资金总额")
    (<Column.ADJUSTED: '全年预算数'>, <Column.EXECUTED: '全年执行数'>, None)
    >>> money_column("预算执行（E/C×100%）"), money_column("预算到位（D/C）")
    (<Column.RATE: '执行率'>, None)
    """
    column = _column(text, _MONEY_COLUMNS)
    if column in _OF_AMOUNTS and _RATIO.search(plain(text)):
        return Column.RATE if column is Column.EXECUTED else None
    return column


@lru_cache(maxsize=KNOWN)
def indicator_column(text: str) -> Column | None:
    """What a column headed so holds in the indicator block.

    >>> indicator_column("年度 指标值"), indicator_column("偏差原因分析及改进措施")
    (<Column.TARGET: '年度指标值'>, <Column.REASON: '偏差原因'>)
    """
    return _column(text, _INDICATOR_COLUMNS)


def _column(text: str, known: tuple[tuple[Column, re.Pattern[str]], ...]) -> Column | None:
    words = _LETTERS.sub("", unbracketed(plain(text)).rstrip("%:"))
    return next((column for column, pattern in known if words and pattern.fullmatch(words)), None)
