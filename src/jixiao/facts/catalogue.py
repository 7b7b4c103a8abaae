"""The checks that a case's own figures must pass, described once; findings take id and kind from here."""

from jixiao.findings import Catalogue, Check, Kind

_ARITHMETIC = "四则运算；各数按印出的位数还原成区间再比较"

PARTS = Check(
    "facts.parts",
    Kind.SUM,
    "合计与下级各行之和",
    "表中每一行是否可能等于其下一层次各行之和，逐列核对。",
    "下级没有填列的列不核对；部分填列而又加不成合计的不下结论，因为空白不等于零。",
    _ARITHMETIC,
)
ROW = Check(
    "facts.row",
    Kind.SUM,
    "同一行各栏的勾稽关系",
    "调整预算数＝年初预算数＋追加数－追减数，期末净值＝期初净值＋增加净额－减少净额。",
    "没有填列结果的行、没有设栏的表不核对；空着任何一栏的不下结论。",
    _ARITHMETIC,
)
SELF_SCORE = Check(
    "facts.self_score",
    Kind.SCORE_SUM,
    "自评各项得分与总分",
    "自评总分是否等于各项得分之和。",
    "没有填列的得分视为该表没有这一项；得分是否符合评分规则另行检查。",
    "财预〔2020〕10号：自评总分由各项指标得分相加",
)
BALANCE = Check(
    "facts.balance",
    Kind.SUM,
    "收入与支出、结转结余的平衡",
    "收入总额是否可能等于支出总额加年末结转结余（收入表未含年初结转结余的，再减去年初结转结余）。",
    "加上没有填列的结转结余才能平衡的，不下结论；结余分配等不常见的项目不单独考虑。",
    "部门决算：收入、支出和结转结余的平衡关系",
)
CARRY_OVER = Check(
    "facts.carry_over",
    Kind.CROSS_REFERENCE,
    "年初结转结余与上年年末数",
    "本年年初结转结余是否可能等于上年决算的年末结转结余。",
    "两年口径可能不同（如只含财政拨款），所以只作提示。",
    "财预〔2013〕53号：结转结余变动率使用累计结转结余数",
)
STATED_TWICE = Check(
    "facts.stated_twice",
    Kind.CROSS_REFERENCE,
    "同一数据在几处一致",
    "同一数据在几张表或基础数据中重复填列时，是否可能是同一个数。",
    "舍入造成的位数差别不算不一致。",
    _ARITHMETIC,
)
EXECUTION_RATE = Check(
    "facts.execution_rate",
    Kind.RATE,
    "自评执行率与预决算数",
    "自评表填报的执行率是否可能由决算数除以年初预算数或调整预算数得到。",
    "自评可能以到位资金等其他口径计算，所以只作提示；没有预决算数的项目不下结论。",
    _ARITHMETIC,
)

FACT_CHECKS = Catalogue([PARTS, ROW, SELF_SCORE, BALANCE, CARRY_OVER, STATED_TWICE, EXECUTION_RATE])
"""Every check of this room."""
