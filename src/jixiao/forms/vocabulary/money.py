"""The rows of the money block: the total, its sources, and parts of those."""

import re

from jixiao.forms.vocabulary.cells import plain, unbracketed

_TOTAL_MONEY = re.compile(
    "(?:年度|项目|全年|本年|部门)?(?:财政|预算)?(?:资金)?(?:总额|合计|总计|总金额)(?:数)?|年度资金|资金总量|"
    "(?:年度)?(?:部门|单位)?(?:整体)?(?:预算)?支出(?:总额|合计|总计|总金额)|(?:部门|单位)整体支出"
)
_SOURCE = re.compile(
    "(?:当年|本年|年度)?(?:一般公共预算)?财政(?:拨款|资金|补助|预算资金|性资金)(?:资金)?|"
    "(?:上年|以前年度)?结转(?:结余)?(?:资金)?|其[他它](?:来源)?资金|其他|"
    "(?:财政专户(?:管理)?|单位(?:自筹|自有)?|自筹|自有|社会(?:投入)?|非税(?:收入)?)资金|"
    "(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:拨款|资金|收入)?|"
    "(?:事业|经营|其他|非税)收入|(?:基本|项目|事业单位经营)支出"
)
_SPENDING = re.compile("(?:基本|项目|事业单位经营)支出")
_WITHIN = re.compile(".{0,8}(?:中央|省级?|市级?|县级?|区级?|本级|上级|地方|债券|转移支付).{0,8}")
_NUMBER = r"[(]?(?:\d{1,2}|[一二三四五六七八九])(?:[)、]|\.(?!\d))|\d(?=[一-鿿])"
_BEFORE = re.compile(f"(?:资金(?:来源|结构):)?(?:其中)?[:,-]?(?:{_NUMBER})?")


def _label(text: str) -> str:
    """What a row is called: without 其中, its number, brackets, and the colon behind (资金来源：（1）财政性资金)."""
    return unbracketed(_BEFORE.sub("", plain(text), count=1)).rstrip(":")


def is_total_money(text: str) -> bool:
    """Whether a row of the money block is its total.

    >>> is_total_money("年度资金总额"), is_total_money("部门整体支出总额"), is_total_money("其中：当年财政拨款")
    (True, True, False)
    """
    return _TOTAL_MONEY.fullmatch(_label(text)) is not None


def is_source(text: str) -> bool:
    """Whether a row of the money block is a source that goes into the total.

    >>> is_source("其中：当年财政拨款"), is_source("基本支出"), is_source("其中：省级资金")
    (True, True, False)
    """
    return _SOURCE.fullmatch(_label(text)) is not None


def is_spending(text: str) -> bool:
    """Whether a row says what kind of spending money went into, which is no source beside rows of sources.

    >>> is_spending("资金结构：（1）基本支出"), is_spending("其中：财政拨款")
    (True, False)
    """
    return _SPENDING.fullmatch(_label(text)) is not None


def is_within(text: str) -> bool:
    """Whether a row of the money block is part of the source above it."""
    return _WITHIN.fullmatch(_label(text)) is not None
