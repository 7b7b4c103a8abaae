"""Sentences beside a rule that say nothing of the score: what the indicator is for, where the figures are taken from.

They are left out before a sentence is read. Such a sentence holds no figure, no condition and no effect; that a score
is given with two decimals is so for every rule.
"""

import re

_WORD = r"[^,;。:\n()\d%扣分得若如否则每低高超除但减加]"
_DECIMALS = (
    "(?:(?:计算)?(?:结果|得分|分值)?,?(?:采用|按)?(?:四舍五入(?:法|后)?)?,?保留(?:小数点后)?(?:两|二|2)位(?:小数)?)"
)
_SOURCE = (
    rf"(?:(?:数据|得分|扣分|问题|结果)?(?:以|来源于?|取自|依据){_WORD}{{2,24}}为(?:准|依据)|"
    rf"数据(?:来源于?|取自){_WORD}{{2,20}})"
)
_PURPOSE = (
    rf"(?:{_WORD}{{0,8}}(?:用以|用于|主要)?(?:反映|考核|考察|评价|衡量)(?:和(?:反映|考核|考察|评价))?{_WORD}{{2,30}}"
    "(?:情况|水平|程度|效益|效果|进度|状况|质量))"
)
_MEANT = rf"[\u4e00-\u9fff]{{2,12}}(?:率|比例|度|数|值)(?:是指|指的是|指){_WORD}{{4,50}}"
_HEADED = (
    r"(?:(?:本项|本|该)?指标)?(?:具体)?(?:按照?|采用|依据)?(?:以下|下列|如下)?(?:评分|计分|扣分|打分|赋分|得分)?"
    r"(?:标准|规则|办法|方法|细则)(?:进行)?(?:计分|评分|打分|赋分)?(?:如下)?"
)
_BEHIND = re.compile(
    rf"(?<=[。;\n])(?:{_SOURCE}|{_DECIMALS}|{_MEANT})(?=[。;\n]|$)[。;\n]?|,{_DECIMALS}(?=[。;\n]|$)|\({_DECIMALS}\)"
)
_BEFORE = re.compile(rf"^(?:(?:{_PURPOSE}|{_MEANT})[。;\n]|{_HEADED}:)+")


def without_explanations(text: str) -> str:
    """A normalised text without the sentences that only explain.

    >>> without_explanations("计分办法如下:合格得满分,否则不得分。得分保留两位小数。")
    '合格得满分,否则不得分。'
    """
    left = _BEFORE.sub("", _BEHIND.sub("", text))
    return left if left.strip(",;。\n") else text
