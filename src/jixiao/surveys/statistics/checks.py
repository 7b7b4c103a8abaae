"""The checks of what a survey came to, as the catalogue shows them."""

from jixiao.findings import Catalogue, Check, Kind

_SAMPLE = "n₀＝z²×0.25÷0.05²，总体为 N 时 n＝n₀÷（1＋（n₀－1）÷N）"

SAMPLE_SMALL = Check(
    "survey.sample_below_needed",
    Kind.SATISFACTION,
    "样本少于总体所需",
    "有效份数是否达到误差不超过 ±5 个百分点所需的份数；写明总体人数的按有限总体修正。",
    "没有写明总体人数的按很大的总体计算；全部调查的不提示。只反映份数，不反映抽样是否有偏。",
    _SAMPLE,
)
FEW_ANSWERS = Check(
    "survey.few_answers",
    Kind.SATISFACTION,
    "答卷太少的百分比",
    "一组、一题或一类人的有效答卷是否不足 30 份。",
    "少于 30 份的百分比照常列出，只作提示。",
    "统计惯例：不足 30 份的百分比只作参考",
)
UNDERREPRESENTED = Check(
    "survey.group_underrepresented",
    Kind.SATISFACTION,
    "代表不足的调查对象",
    "按答卷份数合并的几组中，某一组在答卷中的份额是否不到它在总体中份额的一半。",
    "各组都写明总体人数时才核对；等权或按权重合并的不核对。",
    "各组份额＝本组份数÷各组份数之和",
)
STRADDLES = Check(
    "survey.score_depends_on_sample",
    Kind.SCORE_VS_RULE,
    "得分取决于样本",
    "满意度的置信区间内，按评分规则得到的分数是否都相同。",
    "没有区间、评分规则没有读懂的不核对。",
    "区间两端和规则各分界处的得分",
)
NOT_SCORED = Check(
    "survey.rule_not_applied",
    Kind.SCORE_VS_RULE,
    "没有用上的评分规则",
    "写明的评分规则能否读懂、能否由满意度算出得分。",
    "读不懂的不猜测，说明原因。",
    "评分规则的文字",
)
LOW_ALPHA = Check(
    "survey.low_alpha",
    Kind.SATISFACTION,
    "各题不太一致",
    "计入综合满意度的各题，克朗巴哈系数是否低于 0.7。",
    "只有一题、各份答卷的合计都相同、只有份数的不计算。",
    "α＝k÷（k－1）×（1－各题方差之和÷合计的方差），惯例 0.7",
)
OVER_WHOLE = Check(
    "survey.more_than_whole",
    Kind.COUNT,
    "多于基数的份数",
    "回收是否不多于发放、有效是否不多于回收、有效是否不多于总体人数。",
    "没有写明的数不核对。",
    "回收率、有效率不超过 100%",
)
RETURNED_DIFFERS = Check(
    "survey.returned_differs",
    Kind.COUNT,
    "写明的回收份数与数据不同",
    "方案写明的回收份数与读到的答卷份数是否相同。",
    "没有写明回收份数的不核对。",
    "回收份数＝有效份数＋剔除份数",
)
STATED_DIFFERS = Check(
    "survey.stated_result",
    Kind.SATISFACTION,
    "写明的满意度与计算不同",
    "写明的满意度是否等于按方案的赋值办法算出的综合满意度；不等的，逐一试常用的赋值办法、题目组合和平均办法。",
    "能用别的办法算出的，说明是哪一种，不断定就是这样算的。",
    "Σ（各档份数×赋值）÷Σ份数，各题平均或合并计算",
)
NOT_CROSSED = Check(
    "survey.not_crossed",
    Kind.MISSING_VALUE,
    "不能做的交叉分析",
    "要求交叉分析的组有没有逐份的答卷。",
    "只有各选项份数的，无从知道谁选了什么。",
    "交叉分析需要逐份答卷",
)

STATISTICS_CHECKS = Catalogue(
    [
        SAMPLE_SMALL,
        FEW_ANSWERS,
        UNDERREPRESENTED,
        STRADDLES,
        NOT_SCORED,
        LOW_ALPHA,
        OVER_WHOLE,
        RETURNED_DIFFERS,
        STATED_DIFFERS,
        NOT_CROSSED,
    ]
)
"""Every check of what a survey came to."""
