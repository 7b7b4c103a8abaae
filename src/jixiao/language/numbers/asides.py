"""Words around clauses that score nothing themselves: how sums are formed, what is compared, and so on."""

import re

_SUMS = (
    "(?:[两各二多]段)?(?:分段)?(?:扣分)?(?:累计|累加)(?:计算|扣分|扣减|计扣|计分)*",
    "(?:分段|逐段)(?:累计)?(?:计算|扣分)?",
    "合计|之和",
)
_BETWEEN = ("各点之间|中间|其间|[其]中",)
_SO_ON = ("以此类推|依此类推|依次类推|下同|[无不]论(?:正负|高低|高于还是低于)",)
_LEFT_OVER = ("满分|为|权重分?|[的者时,;。]*",)
_SAID_AGAIN = re.compile("|".join((*_SUMS, *_BETWEEN, *_LEFT_OVER, *_SO_ON)))

_COMPARED = (
    "横向比较|纵向比较|[无不]论(?:正负|高低|高于还是低于)|反向指标|正向指标|逆向指标",
    r"以[^,;\d]{2,20}为(?:标杆|基准|准|参照|依据|标准)",
    r"[^,;\d]{0,16}以[^,;\d]{2,16}为限",
)
_FOUND_BY = (
    r"按[^,;\d]{2,16}(?:排序|排名|测算|统计|核算)",
    r"抽查[^,;\d]{0,8}|(?:依据|根据|对照)[^,;\d]{2,16}",
)
_BY_PLACE = (r"按[^,;\d]{2,16}(?:所处区间|名次|区间|排名|分档|档次)(?:计分|评分|得分)",)
_ASIDE = re.compile(f"(?:^|(?<=,))(?:{'|'.join((*_COMPARED, *_FOUND_BY, *_BY_PLACE))})(?:,|$)")
_AND_SO_ON = re.compile("^(?:[以依]此|依次)类推[,;。]")


def says_nothing_new(words: str) -> bool:
    """Whether words between or behind clauses only say again how what was read is added up.

    >>> says_nothing_new("分段累计扣分"), says_nothing_new("未按期完成")
    (True, False)
    """
    return _SAID_AGAIN.fullmatch(words) is not None


def without_asides(situation: str) -> str:
    """The words of a situation without what only says how the number is found; "" where nothing else is left.

    >>> without_asides("按考核结果排名,前10%")
    '前10%'
    """
    words = _ASIDE.sub("", _AND_SO_ON.sub("", situation))
    return "" if says_nothing_new(words) else words.strip(",")
