"""Wordings about points brought to the ones that the grammar of points knows; the meaning stays the same."""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from jixiao.language.numerals import ARABIC, CHINESE, FRACTION, number_of

_COUNT = rf"(?:\d{{1,2}}|{CHINESE})"
_CLASSIFIER = "(?:个|项|条|点|方面|样|者|款|类|份|种)"
_INDICATOR = "(?:本|该|整个|此)(?:项)?(?:三级)?(?:评价)?(?:指标|项)|整项"
_SHARE = rf"(?:{ARABIC}%|{FRACTION}|0分?)"

# 本指标满分3分。 制度健全性(3分):
_WHOLE = re.compile(
    rf"(?:(?<=^)|(?<=[;。\n]))(?:(?:本|该)?(?:项)?(?:三级)?(?:评价)?(?:指标)?的?(?:满分|分值|权重|总分|标准分|共|共计|计)+[为是:]?"
    rf"(?P<plain>{ARABIC}|{CHINESE})分[,;。:]|"
    rf"[^,;:。()\u2460-\u2473\d]{{2,14}}(?:\((?:满分|分值|权重|共|计)?(?P<inside>{ARABIC})分\)|(?P<bare>{ARABIC})分):)"
)

_MARK = rf"(?:要点|要素|条件)?(?:[\u2460-\u2473]|\(\d\)|第{_COUNT}[项条点])"
_NONE = "(?:不得分|不计分|不给分|(?:得|计|为|记)?(?:0|零)分)"
_AT_ONCE = "(?:直接|一律|均|则|即)*"

# 各项独立计分,累计得出本指标得分
_SUMMED_UP = re.compile(
    "[,;。](?:(?:以上|上述)?(?:各|每个?)(?:要点|项|条|部分|子项)(?:内容|要点|指标)?(?:均|都)?(?:独立|单独|分别|分开)(?:计分|评分|给分|计算)|互不(?:影响|关联|抵扣))"
    "(?=[,;。]|$)|"
    "[,;。](?:最后|再)?(?:将|以)?(?:(?:以上|上述)?(?:各|每个?|[两三四五六七八九](?=项|者|部分|条|个))(?:要点|项|条|部分|子项|者)?(?:实际)?(?:得分|分值)?)?(?:的)?(?:累计|累加|合计|相加|加总|汇总|之和)"
    "(?:后|即|得出|得到|作为|为|得|的|是)*(?:(?:本|该)(?:项)?(?:指标)?)?(?:的)?(?:最终|总)?(?:得分|总分|分)(?=[,;。]|$)"
)

_FULL_MARKS = re.compile(rf"(?<=[得计])满分(?:为|即)?(?P<points>{ARABIC})分(?=[,;。]|$)")
_WHICH = "哪一?(?:个要点|项|条|点|个)"
_DEGREE = "(?:“[^“”]{1,12}”|(?:完全|基本|部分|较|比较|大体|不|未)?(?:符合|达到|达标|满足|具备|完善|合理|规范|到位))"
# 分“符合”“基本符合”“不符合”三档,分别按该要点分值的100%、60%、0%计分
_IN_TURN = re.compile(
    rf"(?:分为?|划分为|按)?(?P<words>{_DEGREE}(?:[、,]?{_DEGREE})+)(?:{_COUNT}(?:个)?(?:档|级|等|类|种)次?|等次)?,?(?:情况|情形)?,?"
    rf"(?:分别|依次)(?:按|得|计|给予|赋)*(?P<of>[^,;。、\d%]{{0,10}}?)(?P<shares>{_SHARE}(?:[、,和]{_SHARE})+)(?:的?(?:分值|权重分?))?(?:计分|得分|赋分|给分|计算)?"
)


def _in_turn(match: "re.Match[str]") -> str:
    words = [word.strip("“”") for word in re.findall(_DEGREE, match["words"])]
    shares = re.split("[、,和]", match["shares"])
    if len(words) != len(shares):
        return match.group()
    given = (
        f"{word}得0分" if re.fullmatch("0(?:%|分)?", share) else f"{word}得{match['of']}{share}"
        for word, share in zip(words, shares, strict=True)
    )
    return ",".join(given)


_REWORDINGS: tuple[tuple["re.Pattern[str]", str | Callable[["re.Match[str]"], str]], ...] = (
    (_IN_TURN, _in_turn),
    # 设有目标(1分)目标明确(1分): points without a sign between them.
    (re.compile(rf"(?<=\()(?P<share>{ARABIC}(?:分|%)\))(?=[^,;。、:()\d的得者计占]{{2,}})"), r"\g<share>;"),
    # 三项均按期完成: how a thing is done is no other thing.
    (re.compile("(?<=[均都])(?:按期|按时|如期|按要求|按规定|及时|予以)(?=完成|落实|达到|到位)"), ""),
    # 提供至少四类佐证资料的; 提供的佐证材料应不少于四类,达到的
    (
        re.compile(
            rf"(?:能够?|可以?)?(?:提供|提交|出具)了?(?:至少|不少于|不低于)(?P<number>{_COUNT}{_CLASSIFIER})[^,;。\d]{{0,10}}?的(?=[得计,])|"
            rf"(?:能够?|可以?)?(?:提供|提交|出具)的[^,;。\d]{{2,10}}?应?当?(?:至少|不少于|不低于)(?P<due>{_COUNT}{_CLASSIFIER}),(?:达到|满足|符合)(?:要求)?的"
        ),
        lambda found: f"齐全{found['number'] or found['due']}及以上的",
    ),
    # 3项以下(不含3项) leaves the three out.
    (
        re.compile(rf"(?P<number>{_COUNT}{_CLASSIFIER})以下[,(]?不(?:含|包括|包含)(?:本数|{_COUNT}{_CLASSIFIER})\)?"),
        r"少于\g<number>",
    ),
    # 有…方可得分,否则本指标为0分: what goes before all else.
    (
        re.compile(
            rf"(?:必须|须)?(?P<gate>[^,;。:\n\u2460-\u2473]{{4,40}}?)的?,?(?:方可|方能|才能|才可)(?:计分|得分|给分),(?:否则|反之),?(?:{_INDICATOR})?"
            r"(?:直接|一律)?(?:(?:计|得|为|记)?(?:0|零)分|不得分|不计分)"
        ),
        r"不具备\g<gate>的,本指标不得分",
    ),
    # 其中①是前提条件,没有办法的直接得0分
    (
        re.compile(
            rf"(?:其中)?(?P<point>{_MARK})(?:是|为|系|属于?|作为)(?:本指标的?)?(?:(?:必备|前提|前置|必要|基本|基础|准入|否决)性?(?:条件|要点|项)|前提),"
            rf"(?:如|若)?(?:没有|未|无|不|缺)(?![^,;。]*其(?:余|他))[^,;。]{{0,20}}?的?,?(?:{_INDICATOR})?{_AT_ONCE}{_NONE}"
        ),
        r"\g<point>不符合的,本指标不得分",
    ),
    # 以①为前置条件,①不满足的整项0分; ①是必要条件,①不符合的…
    (
        re.compile(
            rf"(?:以(?P<point>{_MARK})(?:作)?为|(?:其中)?(?P<named>{_MARK})[是为系])(?:前提|前置|必备|必要)性?(?:条件|要点|项)?,(?=(?:若|如)?(?:(?P=point)|(?P=named)))"
        ),
        "",
    ),
    # 未开展自评的,该指标不得分;已开展的,按… : the other case, of which all that follows is said.
    (
        re.compile(
            rf"(?P<gate>(?:尚?未|没有|无|不)(?P<what>[\u4e00-\u9fff]{{2}})[^,;。]*,?(?:{_INDICATOR})?{_AT_ONCE}{_NONE}[,;。])"
            "(?:已经?|有)?(?P=what)了?[^,;。]{0,12}的,"
        ),
        r"\g<gate>",
    ),
    # 三条要点平均分配分值:达到要求的,…
    (
        re.compile(
            "(?P<equal>(?:平均|均等?)(?:分配|分摊|计分|赋分)?(?:权重分?|分值|分数)?):(?=达|符合|满足|具备|完[成全]|做到|全部|部分|基本|未|不)"
        ),
        r"\g<equal>,",
    ),
    # 要点①必须满足,否则不得分
    (
        re.compile(
            rf"(?P<point>{_MARK})(?:必须|须|应)(?:满足|符合|达到|具备),?"
            rf"(?:否则|反之),?(?:{_INDICATOR})?(?:不得分|(?:计|得|为)?0分)"
        ),
        r"\g<point>不符合的,本指标不得分",
    ),
    # “五有”齐备, 缺一扣1分
    (re.compile("“(?P<number>[一二三四五六七八九十])(?:有|到位|统一|公开|落实)”"), r"\g<number>项"),
    (re.compile("(?<=[,;。])缺一(?=扣)"), "每缺一项"),
    # 按符合要点的数量计分: what follows says how.
    (re.compile("按照?(?:符合|满足|具备)(?:评价)?要点的?(?:数量|个数|项数)(?:计分|评分|得分|赋分),"), ""),
    # 缺哪项扣哪项的分
    (
        re.compile(rf"(?:缺|少|漏)(?:失|少)?{_WHICH},?就?扣(?:除|减)?{_WHICH}的?(?:相应|对应)?的?(?:分值|分数|分)"),
        "不符合的不得分",
    ),
    # 三项指标值要求全部达到的
    (re.compile("(?<=[项个])指标值?(?:目标)?要求(?=全部|均|都)"), "指标"),
    # 哪个要点不符合,哪个要点不得分
    (
        re.compile(r"哪(?:一)?(?:个要点|项|条|点|个)(?P<state>[^,;。]{2,5}),哪(?:一)?(?:个要点|项|条|点|个)(?=不得分)"),
        r"\g<state>的",
    ),
    # 缺一不可 beside a condition that says so says nothing more.
    (re.compile("(?<=分),缺一不可(?=[,;。])"), ""),
)


def is_summed_up(text: str) -> bool:
    """Whether it is said that points earn on their own and are added up.

    >>> is_summed_up("手续齐全的计3分;合同规范的计2分。各项独立计分,累计得出得分。")
    True
    """
    return _SUMMED_UP.search(text) is not None


@lru_cache(maxsize=64)
def reworded(text: str, weight: Fraction | None) -> str:
    """The text in the words that the grammar knows, without what only says how much the whole is worth.

    >>> reworded("满分4分。3项以下(不含3项)的得0分", Fraction(4))
    '少于3项的得0分'
    """

    def without_whole(match: "re.Match[str]") -> str:
        stated = match["plain"] or match["inside"] or match["bare"]
        return "" if number_of(stated) == weight else match.group()

    text = _FULL_MARKS.sub(lambda found: "满分" if number_of(found["points"]) == weight else found[0], text)
    text = _SUMMED_UP.sub("", _WHOLE.sub(without_whole, text))
    for pattern, replacement in _REWORDINGS:
        text = pattern.sub(replacement, text)
    return text
