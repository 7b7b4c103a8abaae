"""The headings of the first and the second level of indicators."""

import re
from functools import lru_cache

from jixiao.forms.vocabulary.cells import KNOWN, plain

OUTPUT, EFFECT, SATISFACTION, COST = "产出", "效益", "满意度", "成本"
_LEVEL1 = re.compile(
    r"(?:项目)?(成本|产出|效益|效果|满意度|投入管理|资金管理|过程管理|决策|投入|过程|预算执行率)(?:类)?(?:指标)?"
    r"[,(:]*(?:共|权重|分值)?:?(\d+(?:\.\d+)?)?(?:分|%)?[)]?"
)
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
    "受益对象满意度": SATISFACTION,
    "社会公众满意度": SATISFACTION,
    "公众满意度": SATISFACTION,
    "群众满意度": SATISFACTION,
}
_LEVEL2_WORDS = re.compile(f"(?:项目)?({'|'.join(_LEVEL2)})(?:类)?(指标)?(?:[(]?[0-9.]+分[)]?)?")
_SIDE = re.compile(
    "(?:年度)?绩效指标(?:及完成情况)?|(?:年度)?总体目标(?:完成情况)?|年度(?:绩效)?目标|项目资金.*|(?:预算|资金)执行情况"
)


@lru_cache(maxsize=KNOWN)
def level1_of(text: str) -> tuple[str, str] | None:
    """The block that a heading of the first level names, and its points as printed.

    >>> level1_of("产出指标 50分"), level1_of("满意度 指标（10分）"), level1_of("数量指标")
    (('产出', '50'), ('满意度', '10'), None)
    """
    found = _LEVEL1.fullmatch(plain(text))
    return (EFFECT if found[1] == "效果" else found[1], found[2] or "") if found else None


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
    """Whether a cell only names the part of the form it stands beside (绩效指标, 年度总体目标)."""
    return _SIDE.fullmatch(plain(text)) is not None
