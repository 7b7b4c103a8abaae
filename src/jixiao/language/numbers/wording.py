"""Different wordings of one thing brought to one, before a sentence is cut into clauses."""

import re
from collections.abc import Callable

from jixiao.language.numbers.figures import FIGURE, UNIT, figure_of
from jixiao.language.numbers.zones import EXCLUDED, INCLUDED
from jixiao.language.numerals import NUMBER
from jixiao.rules.portion import rate_text

_EFFECT = (
    "(?=按[^,;。每比]{1,14}(?:计|得|赋|给|评)|最[多高低少]|不得分|不计分|不给分|"
    "得|计|记|赋|给|扣|减|零分|0分|满分|全分|不扣)"
)
_EITHER_WAY = "每(?:超过|高于|超出|增加|上升)(?:[(或、和及](?:降低|低于|减少|下降|不足)\\)?)"
_DUE = "(?:计划|规定|约定|预定|合同|要求)的?(?:完成)?(?:时间|工期|期限|时限|日期)"
UNIT_END = "[次个项天日件处起人%]"
_TAKES = "(?=(?:再|各|加|另|均|都|则)*(?:扣|减|倒扣|罚))"


def _from_nth(match: "re.Match[str]") -> str:
    """从第3起开始 — beyond two."""
    figure = figure_of(match["figure"])
    return f",超过{int(figure.value) - 1}{figure.unit}的,"


def _both_ends(match: "re.Match[str]") -> str:
    """5%-10%(不含5%,含10%) — a mark at each end."""
    marks = {
        figure_of(match[figure]).value: INCLUDED if match[mark] == "含" else EXCLUDED
        for mark, figure in (("one", "first"), ("two", "second"))
    }
    low, high = (marks.get(figure_of(match[end]).value) for end in ("low", "high"))
    if low is None or high is None:
        return match.group()
    return f"{match['low']}{low}{match['to']}{match['high']}{high}"


def _over_completed(match: "re.Match[str]") -> str:
    """超额完成不超过20% — between 100 % and 120 %."""
    figure = figure_of(match["share"])
    if figure.kind != "rate":
        return match.group()
    full = rate_text(1 + figure.value)
    return f"完成率{full}以上" if match["beyond"] else f"完成率超过100%且不超过{full}"


_REWRITES: tuple[tuple["re.Pattern[str]", str | Callable[["re.Match[str]"], str]], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (
            rf"(?P<low>{FIGURE})(?P<to>[-~—至到]+)(?P<high>{FIGURE})\((?P<one>不?含)(?P<first>{FIGURE})[,、;]?(?P<two>不?含)(?P<second>{FIGURE})\)",
            _both_ends,
        ),
        (r"(?<=按[时期])\([^()]*\)|(?<=及时)\([^()]*\)", ""),
        (r"[①-⑳](?=[≥≤<>=\d])", ","),
        (r"按[^,;。\d]{2,8}数,?(?=每)", ""),
        (r"(?<=[A-Za-z]{2})\d+(?:\.\d+)?(?=[\u4e00-\u9fff])", ""),
        (r"每[个项家](?=[^,;。\d每]{1,16}均)", "各"),
        (r"\([^()\d]*以[^()\d扣得]*为准[^()\d扣得]*\)", ""),
        (r"(?:未|没有?|不)过半", "不超过50%"),
        (rf"(?:达到|为)(?=100%.*{_EITHER_WAY})", "等于"),
        (_EITHER_WAY, "每偏离"),
        (r"(?:未|没有|不)(?:超过|超出|晚于)" + _DUE, "未逾期"),
        (r"(?:超过|超出|晚于)" + _DUE, "逾期"),
        (r"每少(?:下降|减少|压减|降低|压缩)", "每高"),
        (r"差距每(?:增加?|扩大|加大)", "每差"),
        (r"(?:^|(?<=[,;。\n]))(?:得分档次|计分档次|评价标准|[评计得扣]分(?:标准|规则|办法|方法|档次|细则)):", ""),
        (r"(?:第)?[A-E甲乙丙丁戊一二三四五六][档类](?=[(:])", ""),
        (rf"(?<={UNIT_END})后,?(?=每)", "的"),
        (r"\((?:均|都)?(?:含|包含|包括)[^()不]{0,8}\)", INCLUDED),
        (r"\((?:均|都)?(?:不含|不包含|不包括)[^()]{0,8}\)", EXCLUDED),
        (rf"[,、](?:均|都)?含(?:本数|{FIGURE})(?=[,;。的])", INCLUDED),
        (rf"[,、](?:均|都)?不含(?:本数|{FIGURE})(?=[,;。的])", EXCLUDED),
        (r"(?<!实际)(?<!最终)得分(?=(?:在|为)?\d+(?:\.\d+)?分?(?:\([^()]*\)|[〖〗])?(?:及?以[上下]|[-~—至]))", "分数"),
        (r"(?<![%上下内])\((?:该项|本项|指标)?(?:满分|权重|分值)?(?:共|计|为|:)?\d+(?:\.\d+)?分?\)(?=[:,])", ""),
        (r"[→⇒]|-->?|=>(?!\d)", ",得"),
        (
            r"[,(]?(?:得分|结果|计算结果)?(?:按|采用)?四舍五入(?:法|后)?,?(?:(?:精确|计算)?(?:到|至)?保留)?(?:小数点后)?(?:两|二|2)位(?:小数)?\)?",
            "",
        ),
        (
            r",?(?:即|则)?视(?:为|同)(?:绩效)?(?:目标|指标)值?(?:设定|设置|制定)?(?:明显)?[偏过较]低(?:的|情形)?(?=,)",
            "的",
        ),
        (r"(?:在|从)(?:本项|该项)?(?:满分|总分|权重分)(?:\d+(?:\.\d+)?分)?(?:的)?(?:基础上|中)|以满分为基数", ""),
        (r"(?<=[,;。\n的])按(?:照)?(?=每)", ""),
        (r"(?<=\d分)(?:标准)?(?:进行)?(?:处理|执行|的标准扣(?:分|减)|扣罚)(?=[,;。]|$)", ""),
        (rf"以(?P<zone>(?:±|正负)?{FIGURE})为(?:界|限),界内", r"在\g<zone>以内的"),
        (
            rf"超额完成(?:部分|比例|幅度)?(?:(?:不超过|未超过|在|达到?|超过)(?P<share>{FIGURE})(?:以内|之内|(?P<beyond>以上))?)",
            _over_completed,
        ),
        (r"界外(?=[,无不每])", "超出部分"),
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
            r"(?:,)?(?:(?:本|该|此|整)(?:项|个)?(?:三级)?指标|(?:本|该|此|整)项|本指标|直接|一律|统一|最终|(?<!否)则|即可?|就|便|方可|方能|才能|才|可以|可|应当|仍然?|依然|仍旧|均|都|视为满足要求|视同达标,?|相应地?)+"
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
            r"(?P<name>[^,;。]{2,14})是多少,?就?(?:按|得|计)(?:权重|分值|权重分)的多少(?:计算得分|计分|得分|分)?",
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
