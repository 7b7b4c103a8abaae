"""Landmarks: situations told in words that stand for a range of a number — 达标, 逾期, 未超预算, 与上年持平."""

import re
from dataclasses import dataclass
from enum import Enum


class At(Enum):
    """Where on its scale a landmark stands."""

    MET = "达标"
    NOT_MET = "未达标"
    IN_TIME = "按期"
    LATE = "逾期"
    WITHIN = "未超"
    OVER = "超"
    NONE = "没有"
    SOME = "有"
    ON = "无偏差"
    UP = "增"
    FLAT = "平"
    DOWN = "减"
    FLAT_OR_UP = "不减"
    FLAT_OR_DOWN = "不增"
    INSIDE = "区间内"
    OUTSIDE = "区间外"
    BEST = "最优"


@dataclass(frozen=True, slots=True)
class Mark:
    """A landmark, with the words before it that name what is meant."""

    at: At
    words: str = ""


_TARGET = (
    "(?:年初|年度|全年|预期|既定|设定的?|规定的?|考核|绩效|计划)*(?:目标值|指标值|标杆值|"
    "计划值|标准值|计划数|目标数|目标任务|目标要求|目标|要求|标准|规定|任务|计划|值)"
)
_END = "(?:的|时|者|情况|情形|部门|单位|,)*"
_COMPARED = (
    "(?:上年度?|上期|去年|上一年度?|上年同期|年初|同期|往年|前一年|全[省市县区国]|平均|行业|基期|历史|同类|周边)"
)
_ANY = "[^,;。]{0,24}?"
_WORDS: tuple[tuple[At, str], ...] = (
    (At.BEST, rf"{_ANY}最(?:高|低|优|快|大|好|佳|小)(?:的|者)?(?:[^,;。]{{0,3}}[县区市位门镇乡家])?(?:的|者)?"),
    (
        At.NOT_MET,
        rf"{_ANY}(?:未能?|没有?能?|没|不能?|未)(?:足额|全部|按时|如期)?(?:达到?|完成|实现|满足|达成|达标|合格)(?:{_TARGET}|标|合格)?{_END}|{_ANY}(?:达|完|完成)不(?:到|成|了)(?:{_TARGET})?{_END}|{_ANY}(?:不达标|未达标|不合格){_END}|"
        rf"部分完成{_END}|(?:低于|不足){_TARGET}{_END}",
    ),
    (
        At.IN_TIME,
        rf"(?![^,;。]{{0,20}}(?:超过|超出|晚于|未在|未按|未能|未及|没有按|不及时|不按))(?:{_ANY}(?:(?:按期|按时|及时|如期|准时)(?![^,;。]{{0,4}}(?:率|比例))|按规定(?:时间|时限|期限)|(?:在)?(?:规定|要求|约定|计划|限定)(?:的)?(?:时间|期限|时限|工期|日期)(?:内|前|之前|以内)?|期限内|(?:未|没有|无|不)(?:逾期|延期|延误|超期|推迟|迟报|拖延|延迟|超时|滞后|延后|拖期)){_ANY}|(?:提前或)?按[期时]{_ANY}|{_ANY}\d{{1,2}}(?:月|日)底?(?:前|之前|以前|底前|内){_ANY}|{_ANY}\d{{1,3}}个?(?:工作日|日|天|个月)(?:内|以内){_ANY})",
    ),
    (
        At.LATE,
        rf"{_ANY}(?<![未没无不])(?<!没有)(?:逾期|延期|延误|超期|推迟|迟报|拖延|延迟|超时|滞后|超过(?:规定|期限|时限)|未按[期时]|未及时|不及时|不按[期时]|未在规定){_ANY}",
    ),
    (
        At.WITHIN,
        rf"{_ANY}(?:不|未|没有|无|均未|均不)(?:得)?(?:超|突破|高于)(?:过|出|支|额)?(?:年初|全年|年度|批复|批准|规定|核定|财政|编制|概|预)*(?:编|编制数?|预算数?|概算|支|标准|限额|定额|额度|额|标|限|计划|指标|控制数|目标值?)?(?:总?(?:成本|费用|金额|投资|支出|价格|单价|规模|人数|安排))?{_END}|"
        rf"{_ANY}(?:控制在|在)(?:年初|年度|批复的?|核定的?|规定的?)?(?:预算|编制|概算|限额|定额|标准|额度|计划|目标值?|控制数)(?:单价|总价|价格?|总?成本|总额|金额|规模|投资|安排)?(?:范围|数额?|之|以)?内{_END}|{_ANY}(?:小于等于|小于或等于|低于或等于|低于等于|等于或低于|不大于|≤|不高于)(?:年度|年初)?(?:编制|预算|概算|限额|计划|目标|控制数|指标值)[^,;。\d]{{0,6}}",
    ),
    (
        At.OVER,
        rf"{_ANY}(?:超出|超过|高于|大于|突破|超|>)(?:年初|全年|年度|批复|批准|规定|核定|财政|概|预)*(?:编|编制数?|预算数?|概算|支|标准|限额|定额|额度|额|标|限|计划|指标|控制数|目标值?|(?=的|部分|,|$))(?:总?(?:成本|费用|金额|投资|支出|价格|单价|规模|人数))?(?:部分)?{_END}",
    ),
    (
        At.ON,
        rf"{_ANY}(?:没有|无|未出现|不存在|未发生)(?:偏差|偏离){_END}|{_ANY}与(?:计划|目标|预算)(?:值|数|产量)?(?:一致|相符|相等|吻合|相同){_END}",
    ),
    (
        At.FLAT_OR_DOWN,
        rf"{_ANY}(?:不高于|不超过|未超过|不大于|不多于|小于等于|≤|低于或等于){_COMPARED}{_ANY}|(?:{_ANY}(?:较|比|与|同比|同){_ANY})?(?:持平|不变|相同|不增加|不增长|不上升|未增加|未增长)(?:或|及|或者)?(?:有所)?(?:下降|减少|降低)?{_END}(?<=[降少低加长升的])(?<!持平的)(?<!不变的)(?<!相同的)|{_ANY}(?:下降|减少|降低)(?:或|及|或者){_ANY}(?:持平|不变|相同){_END}|{_ANY}(?:只减不增|不增反降|零增长或负增长){_END}",
    ),
    (
        At.FLAT_OR_UP,
        rf"{_ANY}(?:不低于|不少于|不小于|未低于){_COMPARED}{_ANY}|{_ANY}(?:持平|不变|相同|相等)(?:或|及|或者)(?:有所)?(?:上升|增加|增长|提高){_END}|{_ANY}(?:上升|增加|增长|提高)(?:或|及|或者){_ANY}(?:持平|不变|相同){_END}|{_ANY}(?:未|不|没有)(?:下降|减少|压减|压缩|降低){_END}",
    ),
    (
        At.FLAT,
        rf"{_ANY}(?:等于|相当于){_COMPARED}{_ANY}|{_ANY}(?:不变|无变化|没有变化|未变化|未增减|(?<![不未])(?:持平|相同|相等|一致|相当|维持)){_END}",
    ),
    (
        At.UP,
        rf"{_ANY}(?:高于|大于|超过|多于|好于|优于){_COMPARED}{_ANY}|{_ANY}(?<![不未无负])(?:增长|上升|增加|提高|提升|升高|改善|上涨|扩大|正增长|多了){_END}",
    ),
    (
        At.DOWN,
        rf"{_ANY}(?:低于|小于|少于|不及|不如|劣于|差于){_COMPARED}{_ANY}|{_ANY}(?<![不未无])(?:下降|减少|降低|回落|缩减|下滑|压减|缩小|负增长|退步|压缩){_END}",
    ),
    (At.NONE, rf"{_ANY}(?:未|没有|无|不存在|零)(?:曾)?(?:发现|发生|出现|存在|查出|收到|产生|接到|被)?{_ANY}"),
    (
        At.MET,
        rf"(?![^,;。]*(?:[未不没无非]|超(?!额)|小于|低于|高于|大于|少于|多于)){_ANY}(?:达到|完成|实现|满足|达成|达标|合格|足额到位|达){_ANY}",
    ),
    (At.OUTSIDE, rf"{_ANY}(?:超出|不在|落在|偏离|高于或低于|在){_ANY}(?:区间|范围|目标|幅度)(?:之)?外?{_END}"),
)
_FIGURE = re.compile(r"\d|百分之|[一二两三四五六七八九]成(?![本效果绩立员交功型品熟])")
_PATTERNS = tuple((at, re.compile(words)) for at, words in _WORDS)
_INSIDE = re.compile(rf"{_ANY}(?:落在|处于|在|介于|位于)(?:目标|规定|合理)?(?:区间|范围)(?:之)?(?:内|以内)?{_END}")
_OUTSIDE = re.compile(
    rf"{_ANY}(?:(?:超出|超过|不在)(?:该|上述|目标|规定|合理|此)?(?:区间|范围|幅度)(?:之?内)?|(?:高于或低于|低于或高于)(?:该|上述|目标|规定|合理|此)?(?:区间|范围|幅度)|(?:落在|在)?(?:目标|合理)?(?:区间|范围)(?:之)?外){_END}"
)


_WORDS_OF_LANDMARKS = re.compile(
    "[未没无零不最超逾延迟误推滞按及如准期时内前达完实满成合足符控在突高低持平变相一当维增上提升改扩下减降回缩滑压退少多劣差部落处于偏区范外]"
)

# The name of a rate (质量合格率), which says nothing of how high it is.
_RATE = re.compile("[^,达到超低高于实现]{0,20}(?:率|比例)")


def landmark_of(text: str) -> Mark | None:
    """The landmark that the words name; None where they name none or speak of a figure besides.

    >>> landmark_of("按期完成").at, landmark_of("与上年持平").at, landmark_of("未超预算的").at
    (<At.IN_TIME: '按期'>, <At.FLAT: '平'>, <At.WITHIN: '未超'>)
    """
    if _WORDS_OF_LANDMARKS.search(text) is None or _RATE.fullmatch(text):
        return None
    if _INSIDE.fullmatch(text):
        return Mark(At.INSIDE, text)
    if _OUTSIDE.fullmatch(text):
        return Mark(At.OUTSIDE, text)
    figures = _FIGURE.search(text) is not None
    for at, pattern in _PATTERNS:
        if figures and at is not At.IN_TIME:
            continue
        if pattern.fullmatch(text):
            return Mark(at, text)
    return None
