"""The checks that only verified forms get, described once; those of an audit are in `jixiao.forms.catalogue`."""

from jixiao.findings import Catalogue, Check, Kind

_SELF_EVALUATION = "财预〔2020〕10号：自评定量指标完成的记满分，未完成的按完成比例计分"
_FORM = "财预〔2020〕10号附 1 项目支出绩效自评表"

BLOCK_PROFILE = Check(
    "form.block_profile",
    Kind.BLOCK_WEIGHT,
    "一级指标分值与表样",
    "一级指标名称后写的分值是否为表样规定的分值（如产出 50、效益 30、满意度 10）。",
    "表样没有规定分值的不查；各地可以调整，只作提示。",
    "财预〔2020〕10号：执行率 10、产出 50、效益 30、满意度 10，可作调整",
)
SHORTFALL = Check(
    "form.shortfall",
    Kind.SCORE_VS_RULE,
    "未完成指标按比例得分",
    "没有达到指标值而得了部分分的，得分是否等于分值按完成比例（或及格线以上部分）计算的数。",
    "表样没有规定怎样计分的不查；越低越好的指标几种通行算法都接受；只作提示。",
    _SELF_EVALUATION,
)
OVER_COMPLETION = Check(
    "form.over_completion",
    Kind.SCORE_VS_RULE,
    "完成值明显高于指标值",
    "完成值超过指标值三成以上（表样另有规定的按规定）而仍得满分。",
    "可能是指标值定得偏低，也可能有合理原因，只作提示。",
    "财预〔2020〕10号：完成值明显高于指标值的，应分析原因，属于目标定得明显偏低的应适度扣分",
)
COPIED = Check(
    "form.copied",
    Kind.OTHER,
    "完成值照抄指标值",
    "实际完成值是否连同“≥”“≤”等符号照抄年度指标值。",
    "没有符号的相同数字不提示：任务正好完成是常事。",
    _FORM,
)
REASON = Check(
    "form.reason",
    Kind.MISSING_VALUE,
    "未完成指标没有说明原因",
    "没有达到指标值的指标，偏差原因一栏是否写了原因。",
    "无法比较的不查；不判断原因是否充分。",
    f"{_FORM}：偏差原因分析及改进措施",
)
ZERO_EXECUTION = Check(
    "form.zero_execution",
    Kind.CROSS_REFERENCE,
    "一分未花而指标全部满分",
    "执行数为 0 的项目，是否所有指标都得满分。",
    "资金可能晚于工作支付，只作提示。",
    "同一份文件里，同一件事只有一个数",
)
STANDARD = Check(
    "form.standard",
    Kind.SCORE_VS_RULE,
    "得分与评分标准",
    "表里给指标写了评分标准、能由指标值和完成值算出的，得分是否等于按这句话算出的数；分档的，得分是否为其中一档。",
    "读不懂的、要由人判断的评分标准不查；一句话有几种理解的，每种都接受。查了这一项的不再查“达到指标值得满分”。",
    "自评表自己写明的评分标准",
)
STANDARD_POINTS = Check(
    "form.standard_points",
    Kind.WEIGHT_SUM,
    "评分标准里的分值与该行的分值",
    "评分标准里写明的各项分值之和、最高一档的分值是否与该行的分值相符。",
    "没有写分值的、读不懂的评分标准不查；只作提示。",
    "自评表自己写明的评分标准",
)
PART_RATE = Check(
    "form.part_rate",
    Kind.RATE,
    "各项来源的执行率",
    "资金来源各行印了执行率的，是否可能由该行的执行数除以预算数得到。",
    "没有写明是不是百分数的、预算数为 0 或空白的不查。",
    "执行率＝全年执行数÷全年预算数；取位的解释见核对关系",
)
HEADER_TOTAL = Check(
    "form.header_total",
    Kind.CROSS_REFERENCE,
    "表头的自评得分与总分一行",
    "表头印的自评得分与总分一行的得分是否相同。",
    "财政、主管部门的审核评分可以与自评不同，不比较。",
    "同一份文件里，同一件事只有一个数",
)
OBJECTIVE_SCORE = Check(
    "form.objective_score",
    Kind.SCORE_VS_RULE,
    "总体目标的得分",
    "总体目标打分的表样，总体目标的得分是否超过表样规定的分值。",
    "表样没有写明总体目标分值的不查。",
    "各表样自己规定的分值",
)
DEPARTMENT_MONEY = Check(
    "form.department_money",
    Kind.SUM,
    "部门整体自评表的项目支出与各项目之和",
    "部门整体自评表里“项目支出”的年初预算、全年预算和执行数，是否可能等于同一部门、同一年度各项目自评表之和。",
    "只有一张汇总表与这些自评表逐一对应、可以断定项目齐全时才核对；否则说明为什么没有核对。",
    "同一个部门、同一年度，部分之和等于总数",
)
SUMMARY_MEAN = Check(
    "form.summary_mean",
    Kind.SCORE_SUM,
    "汇总表的平均分",
    "汇总表合计一行印的得分，是否可能是各项目得分的平均（简单平均、按资金加权平均）或合计。",
    "有项目没有得分的、合计一行没有得分的不查；只作提示。",
    "同一张表里，平均数由各行得出",
)
COEFFICIENT = Check(
    "form.coefficient",
    Kind.SCORE_VS_RULE,
    "得分与得分系数、单项得分",
    "按得分系数或百分制打分的表样，得分是否可能等于权重×得分系数，或权重×单项得分÷100。",
    "得分系数写 0.95、95 或 95% 都接受；没有写的不查。",
    "各表样自己规定的计分办法",
)
LEVEL = Check(
    "form.level",
    Kind.SCORE_VS_RULE,
    "定性指标的得分与完成情况",
    "完成情况写“已完成”“部分完成”“未完成”一类的，得分是否在该档之内（如达成 100%—80%、部分达成 80%—60%）。",
    "其他文字不判断；分档由表样规定，没有规定的按 80、60 只作说明。",
    "财预〔2020〕10号：定性指标分达成、部分达成、未达成三档",
)
SOURCE_POINTS = Check(
    "form.source_points",
    Kind.OTHER,
    "资金来源各行的分值",
    "资金来源（其中）各行是否填了分值、得分；执行率只按年度资金总额计分。",
    "表样写明来源各行可以计分的不查；只作说明。",
    _FORM,
)
ROUNDED_UP = Check(
    "form.rounded_up",
    Kind.EXECUTION_SCORE,
    "执行率没有满而印满分",
    "执行率得分印满分，而按执行率计算的得分只有四舍五入到整数才是满分（如 9.81 印作 10）。",
    "各项得分都印整数的，或者表样规定取整数的，按四舍五入接受；其他得分印小数的，只作提示。",
    "取位的解释见核对关系：各栏取位应当一致",
)

VERIFICATION_CHECKS = Catalogue(
    [
        BLOCK_PROFILE,
        SHORTFALL,
        OVER_COMPLETION,
        COPIED,
        REASON,
        ZERO_EXECUTION,
        STANDARD,
        STANDARD_POINTS,
        PART_RATE,
        HEADER_TOTAL,
        OBJECTIVE_SCORE,
        COEFFICIENT,
        LEVEL,
        SOURCE_POINTS,
        DEPARTMENT_MONEY,
        SUMMARY_MEAN,
        ROUNDED_UP,
    ]
)
"""Every check that an audit does not make."""
