"""What a rule says of the case that it does not apply: 不涉及的得满分, 不涉及的不计入总分."""

import re
from fractions import Fraction

from jixiao.language.numbers.effects import has_effect
from jixiao.language.numerals import NUMBER, number_of

_SOMETIMES = "(?:若|如果|如|对|对于|凡)?(?:本|当|该|评价|考核|报告)?(?:年度?|期|部门|单位|项目|年内|内)*"
_SUBJECT = "(?:(?:职责|职能|业务|资金|项目|工作|单位|部门)(?=不涉及|不需))?"
_NONE = (
    "不涉及|未涉及|不适用|无此项|没有涉及|不需要?(?=[^,;。]{1,12}的)|无需|无|没有|未发生|不存在|未安排|未实施|未开展"
)
_NOT = (
    rf"(?:{_SOMETIMES}{_SUBJECT}(?P<none>{_NONE})(?P<what>[^,;。()\n扣得计]{{0,20}}?)"
    r"(?:的)?(?:部门|单位|地区|县区|市县|项目|指标|情况|情形|,)*(?:的)?(?:,)?)"
)
_INDICATOR = "(?:(?:本|该|此|整个?)(?:项|个)?指标(?:整体)?|[本该此]项)"
_FULL = (
    rf"(?:(?:则|视同|视为|(?<=视[同为])(?:完成|达标|符合|合格|满分),?|按|可|{_INDICATOR}|直接|达标|满足要求|符合要求|,)*(?:得|计|记|给予?|按|赋予?|为|取|评|获得?)?"
    rf"(?:权重)?(?:满分|全分)值?(?:计算?|处理|计分)?|(?:则|{_INDICATOR}|,)*不扣分)"
)
_POINTS = rf"(?:(?:则|可|直接|本项|该项|本指标|该指标|,)*(?:得|计|记|给)(?P<points>{NUMBER})分)"
_RESCALED = (
    r"(?:(?:则|本指标|该指标|本项|该项|,)*(?:不(?:计入|纳入|参与|参加)(?:总分|考核|评分|评价|计分|评价范围|考核范围)|不予?(?:评分|考核|评价|计分)|剔除|予以剔除|作?不?考核|(?:(?:其|该|本)?(?:项|指标)*的?)?(?:权重分?值?|分值|分数)(?:分摊|调整|分配|平均|平分|调剂|并入|计入)[^,;。]*)"
    r"(?:,(?:其余|其他|剩余)?(?:指标)?[^;。\n]{0,24}(?:折算|换算|百分制|分摊)[^;。\n]{0,12})?)"
)
_CLAUSE = re.compile(
    rf"(?P<head>^|[,;。:\n(])(?:{_NOT})(?:(?P<full>{_FULL})|{_POINTS}|(?P<rescaled>{_RESCALED}))\)?(?P<end>[,;。\n]|$)"
)
_PLAIN = ("不涉及", "未涉及", "不适用", "无此项", "没有涉及", "不需要", "不需", "无需")
# What leaves the indicator out of the total, and can be no tier of it (不计分 may say 不得分).
_LEFT_OUT = re.compile("不(?:计入|纳入|参与|参加)(?:总分|考核|评分|评价|评价范围|考核范围)|剔除|分摊|调剂|并入")
# 没有需要分配的专项资金: there is nothing to be done, where 没有应公开未公开的 is a merit.
_NOTHING_DUE = re.compile("(?:需要?|应当?|须)(?![^,;。]*[未不])")
_INVOLVED = (
    r"(?:^|(?<=[;。,:\n]))(?:涉及的?|实施的|开展的|发生的|安排的|有{what}的?|存在{what}的?|存在的|适用的?|有的)"
    "(?:部门|单位|地区|项目)?(?:的)?,"
)


# 当年无资产处置业务的: there is nothing of which a fault could be counted.
_THING = re.compile("(?P<thing>.{2,})(?:业务|事项|项目|任务|活动|工作)的?")
_FAULTY = re.compile("逾期|违|超|未|不|问题|结转|结余|欠|差错|投诉|事故|滞后|闲置")
_OF_A_RATE = re.compile("%|[率例]×")
_KINDS = re.compile("预算|采购|业务|专项|事项|资产|项目|任务|资金")


def without_not_applicable(text: str, weight: Fraction | None = None) -> tuple[str, str | None]:
    """The sentence without what it says of not being involved, and that: full, rescale, or None.

    >>> without_not_applicable("不涉及政府采购的,本指标得满分;涉及的,得分=采购执行率×权重。")
    ('得分=采购执行率×权重。', 'full')
    """
    for match in _CLAUSE.finditer(text):
        rest = text[: match.start()] + (match["head"] if match.start() else "") + text[match.end() :]
        involved = re.compile(
            _INVOLVED.format(what=re.escape(match["what"] or "") if match["what"] else "[^,;。]{1,12}")
        )
        other = involved.search(rest)
        named = (
            match["none"] in _PLAIN
            or other is not None
            or re.search("(?:的)?(?:部门|单位|地区|县区|市县)|视同", match.group()) is not None
        )
        named = named or _NOTHING_DUE.match(match["what"] or "") is not None
        named = named or (_LEFT_OUT.search(match["rescaled"] or "") is not None and has_effect(rest))
        named = named or (_KINDS.search(match["what"] or "") is not None and _OF_A_RATE.search(rest) is not None)
        named = named or _has_none_to_judge(match["what"] or "", rest)
        if match["points"] and number_of(match["points"]) != weight:
            continue
        if not named or not rest.strip(",;。\n "):
            continue
        return involved.sub("", rest, count=1).lstrip(",;。\n"), "rescale" if match["rescaled"] else "full"
    return text, None


def _has_none_to_judge(what: str, rest: str) -> bool:
    """Whether nothing is there of what the faults in the rest of the sentence are found in."""
    found = _THING.fullmatch(what)
    return found is not None and _FAULTY.search(what) is None and "扣" in rest and found["thing"] in rest
