"""What a reader that looks for its own words leaves of a sentence: where that still speaks of a score, nothing is read.

Every clause of a sentence counts. A reader hands the stretches that it used to `refuse_rest`, which raises
NotUnderstood where the others hold a figure, a deduction, a condition or a limit.
"""

import re
from collections.abc import Iterable

from jixiao.language.notunderstood import NotUnderstood

_CHANGES = "扣|[一二三四五六七八九对]折|折半|减半|翻倍|加倍|上浮|下浮|酌情|乘|[×÷*Σ]"
_SPEAKS = re.compile(
    r"\d|[零一二两三四五六七八九十半]+分(?!析|别|工|管|类|级|档)|百分之|[一二三四五六七八九]成|一半|加分|减|满分|全分|不得|不计|不予|"
    "否则|反之|除外|例外|任[何意]?一|缺一|否决|最[高低多少]|至[多少]|超过|超出|(?<![在有些])不足|低于|高于|少于|多于|以下(?![两三几列方规种办任各])|以内|为限|封顶|"
    f"{_CHANGES}"
)
_CHANGED = re.compile(_CHANGES)
_GAP = "·"


def speaks_of_score(text: str) -> bool:
    """Whether a text holds a figure, a deduction, a condition or a limit."""
    return _SPEAKS.search(text) is not None


def changes_score(text: str) -> bool:
    """Whether a text takes something off, adds something, or multiplies."""
    return _CHANGED.search(text) is not None


def refuse_rest(text: str, used: "Iterable[re.Match[str] | None]", filling: str = "") -> None:
    """Raise NotUnderstood where `text` without the stretches `used`, and what `filling` matches, speaks of a score.

    >>> refuse_rest("专家打分,取平均值", ())
    >>> refuse_rest("专家打分,取平均值,缺席的扣1分", ())
    Traceback (most recent call last):
    jixiao.language.notunderstood.NotUnderstood: “缺席的扣1分”没有说明怎样计分
    """
    rest = list(text)
    for match in used:
        if match is not None:
            rest[match.start() : match.end()] = _GAP * (match.end() - match.start())
    left = re.sub(filling, _GAP, "".join(rest)) if filling else "".join(rest)
    for clause in re.split("[,;。\n]", left):
        if speaks_of_score(clause):
            said = clause.replace(_GAP, "").strip(":")
            raise NotUnderstood(f"“{said}”没有说明怎样计分", said)
