"""Experts who give marks: 专家按百分制打分,去掉一个最高分和一个最低分后取平均值."""

import re
from fractions import Fraction

from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, CHINESE, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.judged import Experts

_WHO = re.compile(
    "专家|评委|评审组|评审人员|评审成员|评审小组|评议组|评价(?:工作|小)?组(?:各)?成员|评分人|打分人|评价人员"
)
_MARKS = re.compile("打分|评分|赋分|评议|给分|评价分")
_MEAN = re.compile("平均|均值|均分")
_NUMBER = rf"(?:\d+(?:\.\d+)?|{CHINESE})"
_SCALE = re.compile(
    rf"(?P<hundred>百分制)|(?P<ten>十分制)|(?P<five>五分制)|(?P<system>\d+)分制|满分(?:为|是|:)?(?P<full>{_NUMBER})分?|(?P<before>{_NUMBER})分满分|在(?P<within>{_NUMBER})分(?:以|之)?内|"
    rf"(?:0|零)分?[-~至到—](?P<top>{_NUMBER})分|(?P<sum>总分)(?P<total>{_NUMBER})分"
)
_OWN_SCALE = re.compile(
    "按(?:照)?(?:该|本)?(?:项)?(?:指标)?(?:权重分|权重|分值|标准分|满分)(?:值)?(?:打分|评分|赋分|直接)|以(?:权重分|分值|指标分值)为满分"
)
_SCALED = re.compile("折算|换算|折合|÷100|/100|乘以|[×*]")
_SCALED_BY = re.compile(
    rf"(?:按|乘以|[×*]|以)(?P<share>{ARABIC})%(?:的?(?:比例|系数))?(?:折算|换算|折合|计入|计算|计)|(?:乘以|[×*])(?P<by>{ARABIC})%|"
    rf"(?:折算|换算|折合)(?:成|为|到|至)(?P<weight>{_NUMBER})分(?!制)|(?:[÷/]|除以)100(?!\d)"
)
_HOW_MANY = re.compile(rf"(?:不少于|不低于|至少|邀请|聘请|由|共|组织)*(?:\d+|{CHINESE})(?:名|位|个|人|至|-)+(?:以上)?")
_WEIGHT = "(?:该|本)?(?:项|指标|项指标)?的?(?:权重分值|权重分|权重|分值|标准分|满分)"
_FILLING = f"可?精确到[\\d.]+分|保留[^,;。]{{1,4}}位小数|折算(?:成|为|到)?{_WEIGHT}|(?:乘以|[×*]){_WEIGHT}"
_DROPPED = re.compile(
    rf"(?:去掉|去除|剔除|扣除|舍去|除去)(?:(?P<each>各)?(?P<count>{_NUMBER})?个?)?(?:最高|极高)分?.{{0,4}}?"
    rf"(?P<low>(?:各)?(?:{_NUMBER})?个?(?:最低|极低)分?)(?:各(?P<after>{_NUMBER})个)?"
)


def claims(text: str) -> bool:
    """Whether the text lets several people give marks that are averaged."""
    return all(pattern.search(text) for pattern in (_WHO, _MARKS, _MEAN)) and "%" not in _SCALED_BY.sub("", text)


def understood(sentence: Sentence) -> Understood:
    """The mean of the marks, scaled to the weight; what scale they are on must be told."""
    scale = _scale(sentence)
    text = sentence.text
    dropped, by = _DROPPED.search(text), _SCALED_BY.search(text)
    if by is not None and _scaled_to(by, scale) not in (None, sentence.beside.weight):
        raise NotUnderstood("折算的比例与权重分不符", by.group())
    found = [match for pattern in (_SCALE, _OWN_SCALE, _HOW_MANY) for match in pattern.finditer(text)]
    refuse_rest(text, (dropped, by, *found), _FILLING)
    if dropped is None and re.search("最高分|最低分|最高值|极值", text):
        raise NotUnderstood("没有读懂去掉哪些打分", sentence.text)
    count = (dropped["count"] or dropped["after"]) if dropped else None
    drop = 0 if dropped is None else int(number_of(count)) if count else 1
    return Understood(Experts(scale, drop))


def _scaled_to(by: "re.Match[str]", scale: Fraction) -> Fraction | None:
    """The weight that the marks are scaled to, where a figure says it."""
    if share := by["share"] or by["by"]:
        return scale * number_of(share) / 100
    return number_of(by["weight"]) if by["weight"] else None


def _scale(sentence: Sentence) -> Fraction:
    weight = sentence.beside.weight
    stated = {_stated(match) for match in _SCALE.finditer(sentence.text)}
    if len(stated) > 1:
        raise NotUnderstood("打分的满分写了两种", sentence.text)
    if stated:
        scale = stated.pop()
        if weight is not None and scale != weight and not _SCALED.search(sentence.text) and scale != 100:
            raise NotUnderstood("打分的满分不是权重分，也没有写明怎样折算", sentence.text)
        return scale
    if _OWN_SCALE.search(sentence.text) and weight is not None:
        return weight
    raise NotUnderstood("没有写明专家打分的满分是多少", sentence.text)


def _stated(match: "re.Match[str]") -> Fraction:
    for name, value in (("hundred", 100), ("ten", 10), ("five", 5)):
        if match[name]:
            return Fraction(value)
    return number_of(
        match["system"] or match["full"] or match["before"] or match["within"] or match["top"] or match["total"]
    )
