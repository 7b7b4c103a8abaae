"""The headings of the first and the second level of indicators."""

import re
from functools import lru_cache

from jixiao.forms.vocabulary.cells import KNOWN, plain

OUTPUT, EFFECT, SATISFACTION, COST = "产出", "效益", "满意度", "成本"
_LEVEL1 = re.compile(
    r"(?:项目)?(成本|产出|效益|效果|满意度|投入管理|资金管理|过程管理|决策|投入|过程|预算执行率|(?<=项目)(?:完成|管理))"
    r"(?:类)?(?:指标)?"
    r"[,(:]*(?:共|权重|分值)?:?(\d+(?:\.\d+)?)?(?:分|%)?[)]?"
)
_OTHER_NAMES = {"效果": EFFECT, "完成": OUTPUT}
_LEVEL2 = {
    "数量": OUTPUT,
    "质量": OUTPUT,
    "时效": OUTPUT,
    "成本": OUTPUT,
    "经济成本": COST,
    "社会成本": COST,
    "生态环境成本": COST,
    "经济效益": EFFECT,
    "社会效益": EFFECT,
    "生态效益": EFFECT,
    "可持续影响": EFFECT,
    "服务对象满意度": SATISFACTION,
    "社会公众或服务对象满意度": SATISFACTION,
    "受益对象满意度": SATISFACTION,
    "社会公众满意度": SATISFACTION,
    "公众满意度": SATISFACTION,
    "群众满意度": SATISFACTION,
}
_LEVEL2_WORDS = re.compile(f"(?:项目)?({'|'.join(_LEVEL2)})(?:类)?(指标)?等?(?:[(]?[0-9.]+分[)]?)?")
_SIDE_NUMBER = re.compile("^[一二三四五六七八九十]、|[(][^()]*[)]|(?<![0-9.])[0-9.]++$")
_SIDE = re.compile(
    "(?:年度|(?:部门|单位|项目)?(?:整体)?(?:支出)?)绩效指标(?:及?完成情况)?|"
    "(?:年度)?(?:总体|预期)?目标(?:完成情况)?|(?:年度|当年)(?:总体)?绩效目标(?:完成情况)?|"
    "(?:部门|单位|项目|预算)?资金(?:情况|总额)?|(?:部门|项目|年度)?(?:预算|资金)执行情况|(?:项目)?基本情况"
)


@lru_cache(maxsize=KNOWN)
def level1_of(text: str) -> tuple[str, str] | None:
    """The block that a heading of the first level names, and its points as printed.

    >>> level1_of("产出指标 50分"), level1_of("满意度 指标（10分）"), level1_of("数量指标")
    (('产出', '50'), ('满意度', '10'), None)
    """
    found = _LEVEL1.fullmatch(plain(text))
    return (_OTHER_NAMES.get(found[1], found[1]), found[2] or "") if found else None


_OWN = re.compile(r"([^()\d]{2,12}?)(?:指标)?(?:[(](?:共|权重)?(\d+(?:\.\d+)?)分?[)])?")


def level1_in_own_words(text: str) -> tuple[str, str] | None:
    """The block that a heading of the first level names in words that no vocabulary has, and its points as printed.

    >>> level1_in_own_words("履职效果（60分）"), level1_in_own_words("能力建设"), level1_in_own_words("95%")
    (('履职效果', '60'), ('能力建设', ''), None)
    """
    found = _OWN.fullmatch(plain(text))
    return (found[1], found[2] or "") if found else None


@lru_cache(maxsize=KNOWN)
def level2_of(text: str) -> str | None:
    """The kind of indicator that a heading of the second level names.

    >>> level2_of("服务对象 满意度指 标"), level2_of("数量"), level2_of("群众满意度")
    ('服务对象满意度', '数量', None)
    """
    found = _LEVEL2_WORDS.fullmatch(plain(text))
    if not found or not (found[2] or len(found[1]) == len("数量")):
        return None
    return found[1]


_POINTS_BEHIND = re.compile(r"[(]\d+(?:\.\d+)?分?[)]$")


def kind_named(text: str) -> str:
    """The kind of indicator that a heading of the second level names, in the vocabulary's words or in its own.

    >>> kind_named("数量指标"), kind_named("预算配置（20分）")
    ('数量', '预算配置')
    """
    return level2_of(text) or _POINTS_BEHIND.sub("", plain(text)).removesuffix("指标")


def block_of(level2: str) -> str:
    """The block that a kind of indicator belongs to; "" for a kind that no vocabulary has."""
    return _LEVEL2.get(level2, "")


@lru_cache(maxsize=KNOWN)
def is_side(text: str) -> bool:
    """Whether a cell only names the part of the form it stands beside, its points in brackets behind it.

    >>> is_side("绩 效 指 标（90分）"), is_side("二、预算执行情况"), is_side("项目资金使用合规性")
    (True, True, False)
    """
    words = _SIDE_NUMBER.sub("", plain(text))
    return _SIDE.fullmatch(_SIDE_NUMBER.sub("", words)) is not None
