"""Different wordings of one thing brought to one, before a sentence is cut into clauses."""

import re
from collections.abc import Callable

from jixiao.language.numbers.figures import FIGURE, UNIT, figure_of
from jixiao.language.numbers.zones import EXCLUDED, INCLUDED
from jixiao.language.numerals import NUMBER

_EFFECT = "(?=不得分|不计分|不给分|得|计|记|赋|给|扣|减|零分|0分|满分|全分|不扣)"
_TAKES = "(?=(?:再|各|加|另|均|都|则)*(?:扣|减|倒扣|罚))"


def _from_nth(match: "re.Match[str]") -> str:
    """从第3起开始 — beyond two."""
    figure = figure_of(match["figure"])
    return f",超过{int(figure.value) - 1}{figure.unit}的,"


_REWRITES: tuple[tuple["re.Pattern[str]", str | Callable[["re.Match[str]"], str]], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\((?:均|都)?(?:含|包含|包括)[^()不]{0,8}\)", INCLUDED),
        (r"\((?:均|都)?(?:不含|不包含|不包括)[^()]{0,8}\)", EXCLUDED),
        (rf"[,、](?:均|都)?含(?:本数|{FIGURE})(?=[,;。的])", INCLUDED),
        (rf"[,、](?:均|都)?不含(?:本数|{FIGURE})(?=[,;。的])", EXCLUDED),
        (r"\((?:该项|本项|指标)?(?:满分|权重|分值)?(?:共|计|为|:)?\d+(?:\.\d+)?分?\)(?=[:,])", ""),
        (r"[→⇒]|-->?|=>(?!\d)", ",得"),
        (r"\|([^|\d,;。]{1,15})\|", r"\1绝对值"),
        (r"一?个?(?:完整|整|足)(?:的|数)?(?:1|一)?个?百分点|1?个?(?:完整|整)(?:的)?百分点", "满1个百分点"),
        (rf"[从自]第(?P<figure>(?:{NUMBER}){UNIT})(?:起|开始|以后|之后|及以后|算起)+", _from_nth),
        (rf"(?:超过|超出)的?第(?P<figure>(?:{NUMBER}){UNIT})(?:起|开始)+", _from_nth),
        (rf"每(?P<unit>个百分点|{UNIT}){_TAKES}", r"每1\g<unit>"),
        (rf"(?<=[的度期,])(?P<unit>(?:1|一)(?:个百分点)){_TAKES}", r"每\g<unit>"),
        (
            rf"(?:计划|应|需|须|拟)(?P<what>[^,;。\d]{{1,16}})(?P<figure>{NUMBER}{UNIT}),(?:全部|全额|足额|按计划)*完成(?:计划|任务)?(?:的)?,?(?=得)",
            r"\g<what>达到\g<figure>的",
        ),
        (
            r"^(?:(?!得分|满分|不得)[^扣\d%每])*[。;](?:以上|上述|前述)(?:各项|所有)?(?:情况|情形|要求|事项|规定|内容|方面)?(?:中)?,?(?=每)",
            "",
        ),
        (r"依次(?=递减|扣减|扣|减)", "每后移1名"),
        (r"(?:^|(?<=[,;。:\n]))\(?[1-9]\d?[).、](?!\d)", ""),
        (r"(?:^|(?<=[,;。:\n]))\([一二三四五六七八九十]\)|(?:^|(?<=[,;。:\n]))[一二三四五六七八九十]、", ""),
        (r"(?:^|(?<=[,;。:\n]))[\u2460-\u2473]", ""),
        (r"(?P<n>\d+(?:\.\d+)?|[一二两三四五十])个点(?!位)", r"\g<n>个百分点"),
        (r"首次(?P<what>[^,;。\d]{0,8})(?=免予?扣|不扣)", r"\g<what>不超过1次的"),
        (rf"按?每(?P<step>{FIGURE})(?P<marks>\d+(?:\.\d+)?分)(?:扣减|扣分|扣除)", r"每\g<step>扣\g<marks>"),
        (r"(?:大于或小于|小于或大于|高于或低于|低于或高于)(?=\d)", "不等于"),
        (r"优于(?=\d|满意|上限|最高)", "高于"),
        (r"劣于(?=\d|不允许|不容许|下限|最低)", "低于"),
        (
            r"(?<=[上下%〖分])为(?:基本|较|比较|很|不|非常)?(?:满意|合格|达标|优秀|良好|及格|较好|较差|差|优|良|中)(?=,)",
            "",
        ),
        (rf"(?:合理|正常|规定|允许)?(?:区间|范围)\((?P<span>{FIGURE}[-~—至到]+{FIGURE})\)(?:之?内)?", r"\g<span>之间"),
        (r"(?:的)?(?:部分)?,?折算(?:计分|得分),?(?=即?得分|\ue000)", "的"),
        (r"、(?=\d+(?:\.\d+)?%(?:得|计|为))", ","),
        (r"以后(?=每)", ""),
        (r"略(?=小于|低于|高于|大于)", ""),
        (
            r"(?:,)?(?:(?:本|该|此|整)(?:项|个)?(?:三级)?指标|(?:本|该|此|整)项|本指标|直接|一律|统一|最终|(?<!否)则|即可?|就|便|方可|方能|才能|才|可以|可|应当|均|都|视为满足要求|视同达标,?|相应地?)+"
            + _EFFECT,
            "",
        ),
        (
            r"(?:^|(?<=[,;。\n]))(?:本项|本指标|该项|该指标|指标)?(?:满分|权重分?|分值|总分)(?:为|共|计|:)?\d+(?:\.\d+)?分[,;。:]",
            "",
        ),
        (r"(?:^|(?<=[,;。]))以[^,;。%]{2,24}(?:计|衡量|考核)[,:]", ""),
        (r"(?:^|(?<=[,;。]))(?:采用|运用|按)功效系数法(?:计分|评分|计算)?[,:;。]", ""),
        (r"(?<=[为于])负(?:数|值)?(?=的|,|时|不|得|计|$)", "小于0"),
        (r"为小于0", "小于0"),
        (r"(?<=[率度差])为正(?:数|值)?(?=的|,|时|不|得|计|$)", "大于0"),
        (
            r"(?P<name>[^,;。]{2,14})是多少,就?(?:按|得|计)(?:权重|分值|权重分)的多少(?:计算得分|计分|得分|分)?(?:,(?:例)?如[^;。]{2,30})?",
            r"按\g<name>计分",
        ),
        (r"属(?:于)?[^,;。\d]{2,12}(?=[,的])", ""),
        (r":", ","),
        (r"(?:的|者)(?=[得计记赋给扣减]?(?:满分|全分|零分|0分))", "的"),
    )
)
_TWICE = re.compile(r"(?P<said>超过\d+(?:天|次|个|项|起|周|人|件)的),+(?P=said)")
_PARENTHESES = re.compile(r"[()]")


def plain_wording(text: str) -> str:
    """The sentence with variants of wording brought to one; brackets that say no more become commas.

    >>> plain_wording("执行率95%(含)以上的,本指标得满分")
    '执行率95%〖以上的得满分'
    """
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    return _TWICE.sub(r"\g<said>", _PARENTHESES.sub(",", text))
