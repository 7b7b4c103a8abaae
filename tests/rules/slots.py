"""Places of a sentence where an official may use any of several words, and the words: what is said stays the same.

A slot is a pattern that finds the place with enough of what stands around it that no exchange changes the meaning;
its words stand for what the pattern matches (`\\1` and so on are what its groups matched).
"""

import re
from dataclasses import dataclass

_END = r"(?=[，。；,;\n]|$)"
_START = r"(?:^|(?<=[。；;\n]))"
_NUMBER = r"(?:\d+(?:\.\d+)?)"
_MARKS = rf"{_NUMBER}分(?![\d之钟])"
_RATE = rf"{_NUMBER}[%％]"
_PLAIN = r"(?<![不未没每得或无者于过出按非到])"
_NUMERIC = (
    "above_points",
    "above_share",
    "band_binary",
    "below_points",
    "below_share",
    "both_tiers",
    "deduct_then_zero",
    "per_period",
    "range_normalised",
    "ratio_floor",
    "ratio_to_target",
    "target_else_rate",
    "tiers_points",
    "tiers_reverse",
    "tiers_share",
)
_FAULTS = ("fault_points", "fault_share", "fault_capped")
_POINTS = ("checklist_equal", "checklist_custom", "checklist_deduct_points", "checklist_deduct_share", "checklist_all")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place, the words that may stand there, and of which forms of rules alone (of none: of all)."""

    name: str
    place: "re.Pattern[str]"
    words: tuple[str, ...]
    forms: tuple[str, ...] = ()

    def variants(self, text: str) -> set[str]:
        """The text with every other word at the first and at the last such place."""
        found = list(self.place.finditer(text))
        places = found[:1] + found[1:][-1:]
        return {text[: each.start()] + each.expand(word) + text[each.end() :] for each in places for word in self.words}


def _slot(name: str, place: str, *words: str, forms: tuple[str, ...] = ()) -> Slot:
    return Slot(name, re.compile(place), words, forms)


SLOTS = (
    # Effects.
    _slot(
        "no marks",
        rf"(?<![也])(?<!最低)(?:不得分|[得计]0分|得零分){_END}",
        *("不得分", "得0分", "计0分", "计零分", "得零分", "判0分", "判零分", "记0分", "不予得分", "不给分", "不计分"),
        *("得分为0", "为0分", "按0分计", "按零分计算"),
    ),
    _slot(
        "full marks",
        rf"[得计]满分{_END}",
        *("得满分", "计满分", "记满分", "取满分", "给满分", "赋满分", "得全分", "获得满分", "给予满分", "可得满分"),
        *("按满分计", "得权重满分", "得100%权重分", "评满分", "得满分值"),
    ),
    _slot(
        "marks",
        rf"(?<![不扣可予])得({_MARKS}){_END}",
        *(rf"{verb}\1" for verb in ["计", "记", "给", "赋", "评", "获", "可得", "得分为", "给予", "计为"]),
    ),
    _slot(
        "a share earned",
        rf"(?<![不扣])得({_NUMBER})[%％]的?权重分{_END}",
        *(r"计\1%权重分", r"得权重分的\1%", r"得\1%的权重分", r"得分值的\1%", r"计满分的\1%", r"按权重分的\1%计分"),
        *(r"得指标分值的\1%", r"记权重的\1%", r"取权重分的\1%"),
    ),
    _slot(
        "a share lost",
        rf"扣(?:减|除)?({_NUMBER})[%％]的?权重分{_END}",
        *(
            r"扣权重分的\1%",
            r"扣减分值的\1%",
            r"扣除指标分值的\1%",
            r"扣减\1%的权重分",
            r"扣标准分的\1%",
            r"扣满分的\1%",
        ),
    ),
    _slot(
        "what a share is of",
        rf"(?<=扣)权重分?的(?={_RATE})",
        *("权重的", "分值的", "指标分值的", "标准分的", "满分的", "该指标权重的", "本指标分值的", "权重分值的"),
    ),
    _slot(
        "points lost",
        rf"(?<=[点次个项天日处起人件个月，,])扣(?={_MARKS})",
        *("扣减", "扣除", "减", "倒扣", "扣去", "扣罚", "扣分", "减扣"),
    ),
    _slot(
        "until nothing is left",
        rf"(?<!全部)扣完为止{_END}",
        *(
            "直至扣完",
            "扣完即止",
            "扣至0分为止",
            "直到扣完为止",
            "扣光为止",
            "扣完该项分值为止",
            "最低得0分",
            "最低0分",
        ),
        *(
            "扣到0分为止",
            "扣至零分",
            "不计负分",
            "扣完本指标分值为止",
            "直至扣完该指标分值",
            "扣完权重分为止",
            "最低为0分",
        ),
    ),
    _slot(
        "at most lost",
        rf"(?:最多|最高|累计最多|至多)扣({_MARKS}){_END}",
        *(
            r"累计最多扣\1",
            r"最高扣\1",
            r"至多扣\1",
            r"扣分以\1为限",
            r"累计扣分不超过\1",
            r"扣分上限为\1",
            r"扣满\1为止",
        ),
        *(r"最多扣\1为止", r"扣分总数不超过\1", r"累计扣分以\1为限", r"扣分合计不超过\1", r"扣分\1封顶"),
        forms=("fault_capped",),
    ),
    _slot(
        "at most full marks",
        r"(?<=[，,])(?:以满分为限|最高不超过满分|最高得满分|得满分为止|超过满分的按满分计)" + _END,
        *("以满分为限", "最高得满分", "最高不超过满分", "得分不超过满分", "满分为止", "满分封顶", "以满分为上限"),
    ),
    _slot(
        "over 100 %",
        r"(?<=[，,])超过100%的?，?按100%计(?:算)?" + _END,
        *(
            "超过100%的按100%计",
            "超过100%的，按100%计算",
            "大于100%的按100%计",
            "高于100%时按100%计算",
            "超过100%按满分计",
        ),
    ),
    # Cases.
    _slot(
        "otherwise nothing",
        r"(?<=[，；。,;])否则，?(?=不得分|[得计]0分)",
        *("反之", "反之，", "否则", "其余情况", "其他情况", "除此之外", "其他情形", "其余情形的"),
        forms=(*_NUMERIC, "binary"),
    ),
    _slot(
        "the rest",
        r"(?<=[；。;])其(?:余|他)(?:情况|情形)?的?，?(?=不得分|[得计]0分)",
        *("其余", "其他情况", "其余情形", "其他情形的，", "除此之外", "否则", "其余的", "其他的，"),
        forms=(*_NUMERIC, "binary"),
    ),
    _slot(
        "reached",
        rf"{_PLAIN}(?:达到|不低于)(?={_RATE}(?:的|得|，|$))",
        *(
            "达到",
            "不低于",
            "大于等于",
            "大于或等于",
            "≥",
            "达",
            "不小于",
            "高于或等于",
            "达到或超过",
            "不少于",
            "达到了",
        ),
    ),
    _slot(
        "reached, behind",
        rf"(?<![以或和至到-])(?<!\d)({_RATE})(?:及)?以上(?=[的得，])",
        *(r"\1及以上", r"\1以上（含）", r"\1（含）以上", r"\1含以上", r"\1（含\1）以上", r"\1（含本数）以上"),
        forms=("below_points", "below_share"),
    ),
    _slot(
        "below",
        rf"{_PLAIN}低于(?={_RATE})",
        *("小于", "不足", "未达到", "不到", "少于", "＜", "未达", "达不到", "没有达到", "没达到", "不满", "未满"),
    ),
    _slot(
        "above",
        rf"{_PLAIN}超过(?={_RATE})",
        *("高于", "大于", "超出", "＞", "突破", "超"),
    ),
    _slot(
        "not above",
        rf"(?<![扣分计多])不超过(?={_RATE})",
        *("不高于", "不大于", "小于等于", "≤", "未超过", "不超出", "低于或等于", "小于或等于", "不得超过", "没有超过"),
    ),
    _slot(
        "below the target",
        r"(?<=[，。；,;])未达到(?=的，?(?:按|得分|每|不得分))",
        "达不到",
        "未达标",
        "没有达到",
        "低于目标",
        "未达到目标",
        "不达标",
    ),
    _slot(
        "with its end",
        rf"（含({_RATE})）|（含）",
        *("（含）", "（含本数）", "(含)", "（ 含 ）"),
        forms=("tiers_points", "tiers_share", "tiers_reverse", "below_points"),
    ),
    _slot(
        "from to",
        rf"(?<=[%％）])[-—~～至](?={_NUMBER})",
        *("-", "—", "~", "至", "～", "－", "到", "–", "——"),
        forms=(
            "tiers_points",
            "tiers_share",
            "tiers_reverse",
            "tiers_state",
            "both_tiers",
            "rank_bands",
            "levels_band",
        ),
    ),
    # Steps.
    _slot(
        "each point below",
        rf"每(?:降低|低于?|下降)(?=(?:{_NUMBER}|一)个百分点)",
        *("每低", "每降低", "每下降", "每少", "每差", "每减少", "每低于", "每降", "每低出", "每欠"),
        forms=("below_points", "below_share"),
    ),
    _slot(
        "each point above",
        r"每(?:超过|高|超|超出|高出|增加)(?=(?:1|一)个百分点)",
        *("每高", "每超过", "每超", "每超出", "每高出", "每增加", "每增", "每上升", "每多", "每升高", "每提高"),
        forms=("above_points", "above_share"),
    ),
    _slot(
        "one per cent point",
        r"(?<=[低高降少超过出于])1个百分点",
        "一个百分点",
        "１个百分点",
        "1 个百分点",
        "1个点",
        "1%",
    ),
    _slot(
        "each day late",
        r"每(?:逾期|迟|延迟|延期|推迟|晚|超期)(?:1|一)(?=[天日])",
        *(
            "每逾期1",
            "每延期1",
            "每超期一",
            "每延迟一",
            "每晚1",
            "每推迟1",
            "每迟1",
            "每延误1",
            "每滞后1",
            "每拖延1",
            "每超时1",
        ),
        forms=("per_period",),
    ),
    _slot(
        "each fault",
        r"每(?:发现|出现|有|发生)(?:1|一)(?=[处次起项例笔件])",
        *(
            "每发现一",
            "每出现一",
            "每有一",
            "每发生1",
            "每存在一",
            "发现一",
            "每查出1",
            "每出现1",
            "每检查出一",
            "出现一",
        ),
        forms=_FAULTS,
    ),
    # Points.
    _slot(
        "a point met",
        r"(?<=[，。；每,;])(?:符合|满足)(?=(?:的，?)?得)",
        *("符合", "满足", "达到要求", "达标", "具备", "做到", "达到", "符合要求", "满足要求"),
        forms=("checklist_custom",),
    ),
    _slot(
        "a point not met",
        r"(?<=[，。；,;])不(?:符合|满足)(?=的?，?不得分)",
        *("不符合", "不满足", "未达到要求", "不达标", "达不到要求", "未满足", "不符合要求", "未做到", "不具备", "反之"),
        forms=("checklist_custom", "checklist_equal"),
    ),
    _slot(
        "one is not met",
        r"(?<=[，。；,;])(?:每)?有?一项不(?:符合|满足)(?=的?，?扣)",
        *(
            "每有一项不符合",
            "有一项不符合",
            "一项不符合",
            "一项不满足",
            "每一项不达标",
            "任一项不满足",
            "每有一项达不到要求",
        ),
        *("一项未达到要求", "每缺失一项", "每缺一项", "每少一项", "出现一项不符合"),
        forms=_POINTS,
    ),
    _slot(
        "all are met",
        r"(?<=[，。；项条点,;])(?:全部|均|都)(?:符合|满足)(?=的?，?得)",
        *(
            "全部符合",
            "均符合",
            "都符合",
            "全部满足",
            "均满足",
            "全部达到要求",
            "均达标",
            "全部具备",
            "均达到要求",
            "都达标",
        ),
        *("全部做到", "均具备", "齐备", "同时符合"),
        forms=_POINTS,
    ),
    _slot(
        "in equal parts",
        r"各占(?:25|20|50)[%％]的?权重分?(?=[，。；,;])",
        "平均分配分值",
        "平均赋分",
        "权重相等",
        "分值均等",
    ),
    # The indicator itself, and words that say nothing.
    _slot(
        "the indicator",
        r"(?:本指标|该指标|本项|该项|此项|该项指标|本项指标)(?=(?:不得分|[得计]0分|[得计]满分))",
        *("本指标", "该指标", "本项", "该项", "此项", "本项指标", "该项指标", "此指标", "本指标整体", "整个指标"),
        forms=(*_NUMERIC, *_FAULTS, "binary", "checklist_veto", "na_full"),
    ),
    _slot(
        "adverbs",
        r"(?<=的)，?(?=(?:得满分|不得分|得0分)(?:[，。；,;]|$))",
        *("，", "，则", "，直接", "一律", "，均", "，即", "，可", "，应", "则", "统一", "，相应"),
        forms=(*_NUMERIC, "binary"),
    ),
    _slot(
        "in the case that",
        r"(?<=[\d%％上下内成标期])的，?(?=得满分|不得分|得\d)",
        *("时", "时，", "的，", "，", "的情况下，", "的情况，", "的情形，", "者，", "之时，"),
        forms=_NUMERIC,
    ),
    _slot(
        "if",
        rf"{_START}(?=(?![^，。；]*(?:评价|标准|要点|其|①|1|一))[^，。；：:\d]{{2,16}}(?:达到|低于|超过|不低于)?[^，。；：:]{{0,12}}的，?(?:得满分|不得分|得\d))",
        *("若", "如", "凡", "如果", "凡是"),
        forms=_NUMERIC,
    ),
    # Ratios.
    _slot(
        "times",
        r"(?<=[率例值\)）])[×＊*xX](?=(?:权重|分值|标准分|满分|\d|指标))",
        *("×", "*", "乘以", "乘", "＊", " × ", "✕"),
    ),
    _slot(
        "a formula",
        rf"{_START}得分[=＝]([^，。；=＝\d（(/÷×*－-]{{2,10}}率)[×*](权重分?|分值|指标分值){_END}",
        *(r"得分=\2×\1", r"本项得分=\1×\2", r"得分为\1乘以\2", r"得分等于\1与\2的乘积", r"按\1乘以\2计算得分"),
        *(
            r"以\1乘以\2为得分",
            r"本指标得分=\1*\2",
            r"本指标得分等于\2与\1之积",
            r"\1与\2之积为得分",
            r"按\1与\2的乘积计分",
        ),
        *(r"得分按\1×\2计算", r"按\1折算得分", r"按\1计分", r"以\1乘\2计分", r"指标得分为\1×\2"),
        forms=("ratio_plain", "ratio_capped"),
    ),
    _slot(
        "in proportion",
        rf"按([^，。；=＝\d（(/÷×*－按-]{{2,8}}率)(?:×|\*|乘以)(权重分?|分值|指标分值)计(?:算|分){_END}",
        *(
            r"按\1×\2计算得分",
            r"按\1与\2的乘积计分",
            r"以\1乘以\2计分",
            r"得分=\1×\2",
            r"按\1与\2之积计分",
            r"按\1折算得分",
        ),
        *(r"以\1与\2之积为得分", r"用\1乘\2计算得分", r"得分为\1乘以\2"),
    ),
    _slot(
        "actual over target",
        r"(?<=得分=)(?:权重分?|分值)×(?:（|\()?实际完成值[/÷]目标值(?:）|\))?",
        *(
            "实际完成值÷目标值×权重分",
            "权重分×（实际完成值÷目标值）",
            "实际完成值/目标值×权重",
            "（实际完成值/目标值）×分值",
        ),
    ),
    # Events, levels, shares.
    _slot(
        "an event",
        r"(?<=[。；;，])(?:如|若|凡)?(?:发生|存在|出现)([^，。；：\d“”①-⑳]{2,16}?)的，?(?=(?:本|该)(?:指标|项)(?:不得分|[得计]0分))",
        *(r"若发生\1，", r"凡发生\1的，", r"一旦发生\1，", r"如存在\1情形的，", r"出现\1的，", r"经查实存在\1的，"),
        *(r"发生\1的，一律", r"如有\1的，直接", r"存在\1问题的，"),
        forms=("checklist_veto", "fault_kinds", "binary", "split_parts"),
    ),
    _slot(
        "half of it",
        rf"(?<=得)50[%％]的?权重分{_END}",
        *(
            "一半权重分",
            "权重分的一半",
            "二分之一权重分",
            "权重分的1/2",
            "一半分值",
            "百分之五十权重分",
            "权重分的五成",
        ),
    ),
    _slot(
        "a share in words",
        rf"(?<=得)([236789])0[%％]的?权重分{_END}",
        *(r"权重分的百分之\g<1>0", r"\g<1>成权重分", r"权重的\g<1>0%", r"\g<1>0%的分值", r"满分的\g<1>0%"),
    ),
    _slot(
        "called a level",
        r"(?:评定为|认定为|评为)(?=“)",
        *("评定为", "认定为", "评为", "评价为", "被评为", "判定为"),
        forms=("levels_fixed", "levels_band", "checklist_levels"),
    ),
    _slot(
        "each earns",
        rf"(?<=[，。；;：])每(?:符合|满足|具备)(?:一|1)(?:项|条)得(?={_MARKS}|{_RATE})",
        *(
            "每符合一项得",
            "每满足1项得",
            "每具备一条得",
            "每达到一项得",
            "符合一项得",
            "每做到一项计",
            "每有一项符合得",
        ),
        forms=("checklist_equal", "checklist_custom"),
    ),
    _slot(
        "each step lost",
        r"每(?:少|缺)(?:1|一)(?=[期次个项人家户场件])",
        *("每少一", "每缺一", "每差一", "每少1", "少一", "每缺少一", "每减少一"),
        forms=("checklist_min_count", "per_unit"),
    ),
    _slot(
        "as much as reached",
        r"未达到(?:目标值?|的)，?按([^，。；\d×*]{2,8}率)(?:计分|得分)",
        *(
            r"未达到的，按\1计分",
            r"达不到的，按\1折算得分",
            r"未达到的，以\1计分",
            r"否则按\1计算得分",
            r"未达标的按\1计分",
        ),
        forms=("target_else_rate", "ratio_to_target", "ratio_floor"),
    ),
    # Connectors, digits and signs.
    _slot("between clauses", r"(?<=分)[；;](?=[^①-⑳\d（(])", "；", "。", ";", "；\n", "； "),
    _slot("a comma between", r"(?<=分)[；;](?=[^①-⑳\d（(])", "，", forms=_NUMERIC),
    _slot("at the end", r"。?\s*$", "", "。", "；", "。 "),
    _slot(
        "a rate in words",
        r"(?<![\d.\-—~～至±])(95|90|85|80|60|50)[%％](?=[，。；的（以及])",
        r"百分之\1",
        r"\1 %",
        r"\1％",
    ),
    _slot("small marks", r"(?<![\d.．减])([1-5])分(?=[，。；,;\n]|$)", r"\1.0分", r"\1 分"),
    _slot("two marks", r"(?<![\d.．减])2分(?=[，。；,;\n]|$)", "二分", "２分", "2．0分"),
    _slot("half a mark", r"(?<![\d.．减])0\.5分(?=[，。；,;\n]|$)", "0. 5分", "０．５分", "零点五分", "半分", "0.50分"),
    # Explanations that say nothing of the score.
    _slot(
        "an explanation behind",
        r"。$",
        *(
            "。以审计报告为依据。",
            "。得分保留两位小数。",
            "。结果保留两位小数。",
            "。数据以财务账为准。",
            "（保留两位小数）。",
        ),
        *(
            "。以评价基准日数据为准。",
            "。数据来源于决算报表。",
            "。以抽查结果为依据。",
            "。计算结果四舍五入保留2位小数。",
        ),
    ),
    _slot(
        "an explanation before",
        _START.replace("(?<=[。；;\\n])", "(?!)") + r"(?=[^①-⑳\d（(])",
        *(
            "本指标用以考核资金使用效益。",
            "计分规则：",
            "评分标准：",
            "反映项目管理水平。",
            "按以下标准计分：",
            "评分细则：",
        ),
        *("本项指标按以下规则计分：", "主要考察项目管理情况。", "计分办法如下："),
    ),
    # Two-sided, trends, places, levels.
    _slot(
        "each point off",
        r"每偏离(?=1个百分点)",
        "每偏差",
        "每相差",
        "每偏离",
        "每偏出",
        "偏离每达",
        forms=("both_deduct",),
    ),
    _slot(
        "within plus and minus",
        rf"(?:在)?±({_NUMBER})[%％](?:（含）)?以内",
        r"在±\1%（含）以内",
        r"不超过±\1%",
        r"绝对值不超过\1%",
        r"在±\1%范围内",
        r"在-\1%至\1%之间（含）",
    ),
    _slot(
        "as before",
        r"(?:与上年)?持平(?=的?，?[得计])",
        "与上年持平",
        "与上年相同",
        "与上年一致",
        "与上年相等",
        "不变",
        forms=("trend", "tiers_relative"),
    ),
    _slot(
        "line between",
        r"按(?:线性|直线)?插值法?(?:计算|计分|确定得分)",
        "按线性插值法计分",
        "采用插值法计算",
        "按线性内插法计算得分",
        "用直线内插法确定得分",
        "按插值法确定",
        "线性内插计算",
        forms=("anchors",),
    ),
    _slot(
        "first place",
        r"第一(?:名|位)?(?=的?，?得)",
        "第一名",
        "第1名",
        "第一位",
        "首位",
        "第1位",
        "第一",
        forms=("rank_step", "rank_bands"),
    ),
    _slot(
        "in time",
        r"按期完成(?=的?，?得)",
        "按时完成",
        "如期完成",
        "按期完成",
        "准时完成",
        "在规定时间内完成",
        "及时完成",
    ),
    _slot(
        "not involved",
        r"不涉及的，?(?:本指标|该指标|本项|该项)?[得计]满分",
        *(
            "不涉及的，得满分",
            "未涉及的，得满分",
            "不涉及此项的，计满分",
            "不适用的得满分",
            "不涉及该事项的，得满分",
            "不涉及的直接得满分",
        ),
        forms=("na_full",),
    ),
    _slot("grades called", r"[“\"]?优[”\"]?(?=，?得\d)", "优", "“优”", "优秀", "优等", forms=("levels_fixed",)),
)
