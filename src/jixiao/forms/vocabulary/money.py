"""The rows of the money block: the total, its sources, and parts of those."""

import re

from jixiao.forms.vocabulary.cells import plain

_TOTAL_MONEY = re.compile(
    "(?:年度|项目|全年|本年)?(?:财政)?(?:资金)?(?:总额|合计|总计|总金额)(?:数)?|年度资金|资金总量"
)
_SOURCE = re.compile(
    "(?:其中)?[:,-]?(?:当年|本年|年度)?(?:一般公共预算)?(?:财政)(?:拨款|资金|补助|预算资金|性资金)(?:资金)?|"
    "(?:其中)?[:,-]?(?:上年|以前年度)?结转(?:结余)?(?:资金)?|(?:其中)?[:,-]?其[他它](?:来源)?资金|(?:其中)?[:,-]?其他|"
    "(?:其中)?[:,-]?(?:财政专户(?:管理)?|单位(?:自筹|自有)?|自筹|自有|社会(?:投入)?|非税(?:收入)?)资金|"
    "(?:其中)?[:,-]?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:拨款|资金|收入)?|"
    "(?:其中)?[:,-]?(?:事业|经营|其他|非税)收入"
)
_WITHIN = re.compile("(?:其中)?[:,-]?.{0,8}(?:中央|省级?|市级?|县级?|区级?|本级|上级|地方|债券|转移支付).{0,8}")


def is_total_money(text: str) -> bool:
    """Whether a row of the money block is its total.

    >>> is_total_money("年度资金总额"), is_total_money("其中：当年财政拨款")
    (True, False)
    """
    return _TOTAL_MONEY.fullmatch(plain(text).rstrip(":")) is not None


def is_source(text: str) -> bool:
    """Whether a row of the money block is a source that goes into the total.

    >>> is_source("其中：当年财政拨款"), is_source("上年结转资金"), is_source("其中：省级资金")
    (True, True, False)
    """
    return _SOURCE.fullmatch(plain(text).rstrip(":")) is not None


def is_within(text: str) -> bool:
    """Whether a row of the money block is part of the source above it."""
    return _WITHIN.fullmatch(plain(text).rstrip(":")) is not None
