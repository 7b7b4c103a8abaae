"""What a target and an actual value say in figures, and whether the one is reached by the other."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from jixiao.forms.vocabulary import COST, SATISFACTION, plain
from jixiao.quantities import NumberError, parse_number


class Direction(Enum):
    """Whether more is better; `DOUBTFUL` where neither a sign nor a word says so."""

    MORE = "越高越好"
    LESS = "越低越好"
    EXACTLY = "等于"
    DOUBTFUL = "方向不明"


class Outcome(Enum):
    """How an actual value stands to its target."""

    MET = "达到"
    MISSED = "未达到"
    UNKNOWN = "无法比较"


_SIGNS = {
    "≥": Direction.MORE,
    ">=": Direction.MORE,
    ">": Direction.MORE,
    "不低于": Direction.MORE,
    "不少于": Direction.MORE,
    "大于等于": Direction.MORE,
    "大于": Direction.MORE,
    "超过": Direction.MORE,
    "达到": Direction.MORE,
    "≤": Direction.LESS,
    "<=": Direction.LESS,
    "<": Direction.LESS,
    "不超过": Direction.LESS,
    "不高于": Direction.LESS,
    "不大于": Direction.LESS,
    "小于等于": Direction.LESS,
    "小于": Direction.LESS,
    "低于": Direction.LESS,
    "控制在": Direction.LESS,
    "=": Direction.EXACTLY,
}
_BEHIND = {"以上": Direction.MORE, "及以上": Direction.MORE, "以内": Direction.LESS, "以下": Direction.LESS}
_STRICT = frozenset({">", "<", "大于", "小于", "低于", "超过"})
_FIGURE = re.compile(
    rf"({'|'.join(sorted(_SIGNS, key=len, reverse=True))})?"
    r"(\d[\d,]*(?:\.\d+)?)([万亿]?)([余多](?!媒体|功能))?([^\d≥≤<>=~,，。;；、-]{0,6}?)"
    rf"({'|'.join(sorted(_BEHIND, key=len, reverse=True))})?"
)
_LESS_IS_BETTER = re.compile(
    "投诉|事故|差错|错误|逾期|超支|超期|死亡|发病|失业|流失|缺勤|违规|违法|违纪|返工|退货|缺陷|故障|损失|损耗|能耗|排放|"
    "污染|闲置|欠|降低|减少|压缩|缩短|下降|控制|成本|费用|单价|变动|变更|偏差|结转|结余|负债|负担|发生率|空置|信访"
)
_LESS_WORDS = re.compile("降低|减少|压缩|缩短|下降|降幅")
_SAVING = re.compile("节约|节省|降低|减少|下降")
_DONE = re.compile(
    "(?:已)?(?:全部|均已|全面|圆满|按期|按时)?完成(?:了)?(?:全部)?(?:年度)?(?:目标|任务)?[。.]?|100%[。.]?"
)
_PAYMENT = re.compile("支付|拨付|付款|兑付|发放|缴纳|结算")
_MOST = 60  # percent from which a target without a sign is one to be reached, not one to stay below
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a target or an actual value states: its sign's direction, its value, its unit as written.

    `rounded_down` says that there is a little more of it (1800余户).
    """

    direction: Direction | None
    value: Fraction
    unit: str
    strict: bool = False
    rounded_down: bool = False


def stated_in(text: str) -> Stated | None:
    """The one figure that a cell states; None for words, for several figures, for a figure among words, for a month.

    >>> stated = stated_in("≥95%")
    >>> stated.direction.value, stated.value, stated.unit
    ('越高越好', Fraction(95, 1), '%')
    >>> stated_in("减少 50%") is None, stated_in("视情况更新") is None, stated_in("10万元以内").direction.value
    (True, True, '越低越好')
    >>> stated_in("12月底前") is None, stated_in("6个月").unit
    (True, '个月')
    """
    words = plain(text).replace("≧", "≥").replace("≦", "≤").replace("═", "=").replace("﹪", "%")
    found = _FIGURE.fullmatch(words)
    if found is None or found[5].startswith("月"):
        return None
    try:
        value = parse_number(found[2])
    except NumberError:
        return None
    sign = _SIGNS.get(found[1] or "") or _BEHIND.get(found[6] or "")
    return Stated(sign, value, found[3] + found[5], found[1] in _STRICT, rounded_down=bool(found[4]))


def stated_pair(target: str, actual: str, measure: str) -> tuple[Stated | None, Stated | None]:
    """The figures of a target and an actual value, the latter in the unit of a column of its own, if there is one.

    >>> target, actual = stated_pair("≥120公里", "126", "公里")
    >>> actual.unit
    '公里'
    """
    stated, reached = stated_in(target), stated_in(actual)
    if stated and reached and measure and not reached.unit:
        reached = replace(reached, unit=stated.unit)
    return stated, reached


def direction_of(target: Stated, name: str, level2: str) -> Direction:
    """In which direction a target is meant: by its sign, otherwise by what the indicator is called.

    >>> direction_of(stated_in("95%"), "群众满意度", "服务对象满意度").value
    '越高越好'
    >>> direction_of(stated_in("5%"), "投诉率", "质量").value, direction_of(stated_in("20份"), "印刷份数", "数量").value
    ('方向不明', '方向不明')
    """
    if target.direction is not None:
        return target.direction
    if COST in level2 or _LESS_IS_BETTER.search(name):
        return Direction.DOUBTFUL
    if SATISFACTION in level2 or (target.unit == _PERCENT and target.value >= _MOST):
        return Direction.MORE
    return Direction.DOUBTFUL


def outcome(target: Stated, actual: Stated, direction: Direction) -> Outcome:
    """Whether the actual value reaches the target; only figures of one unit are compared.

    More than “=15” is left open: of what is counted that is more than was asked for, of what is paid it is too much.

    >>> outcome(stated_in("≥95%"), stated_in("98%"), Direction.MORE).value
    '达到'
    >>> outcome(stated_in("20万份"), stated_in("210000份"), Direction.MORE).value
    '无法比较'
    >>> [outcome(stated_in("≥1800户"), stated_in(actual), Direction.MORE).value for actual in ("1800余户", "1700多户")]
    ['达到', '无法比较']
    >>> target = stated_in("=15个")
    >>> [outcome(target, stated_in(actual), Direction.EXACTLY).value for actual in ("14个", "15个", "16个")]
    ['未达到', '达到', '无法比较']
    """
    if target.unit != actual.unit or actual.direction not in (None, Direction.EXACTLY, target.direction):
        return Outcome.UNKNOWN
    if actual.rounded_down and not (direction is Direction.MORE and actual.value >= target.value):
        return Outcome.UNKNOWN
    if actual.rounded_down or (actual.value == target.value and not target.strict):
        return Outcome.MET
    match direction:
        case Direction.MORE:
            return Outcome.MET if actual.value > target.value else Outcome.MISSED
        case Direction.LESS:
            return Outcome.MET if actual.value < target.value else Outcome.MISSED
        case Direction.EXACTLY:
            return Outcome.UNKNOWN if actual.value > target.value else Outcome.MISSED
        case _:
            return Outcome.UNKNOWN


def speaks_of_saving(name: str) -> bool:
    """Whether an indicator measures how much was saved, so that more is better although it is about cost.

    >>> speaks_of_saving("采购成本节约率"), speaks_of_saving("培训人均成本")
    (True, False)
    """
    return _SAVING.search(plain(name)) is not None


def speaks_of_less(name: str) -> bool:
    """Whether an indicator is about lessening something, so that its target is by how much.

    >>> speaks_of_less("降低维修维护成本"), speaks_of_less("减排任务完成率"), speaks_of_less("压缩时限达标率")
    (True, False, False)
    """
    words = plain(name)
    return _LESS_WORDS.search(words) is not None and not words.endswith(("率", "度", "完成情况"))


def says_all_done(text: str) -> bool:
    """Whether what was made of an objective only says that all of it was done.

    >>> says_all_done("已全部完成。"), says_all_done("完成渠道管护")
    (True, False)
    """
    return _DONE.fullmatch(plain(text)) is not None


def is_payment(text: str) -> bool:
    """Whether an objective is to pay money out, so that nothing of it is done while nothing is spent.

    >>> is_payment("按时拨付补助资金"), is_payment("建成教学楼")
    (True, False)
    """
    return _PAYMENT.search(text) is not None
