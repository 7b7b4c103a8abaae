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
UNSPENT = Check(
    "facts.unspent",
    Kind.SUM,
    "年末结转结余与没有支出的预算",
    "年末结转结余是否可能等于支出总额的调整预算数减决算数；三个数都填列时才核对。",
    "年末余额可能已被财政收回，结转结余中也可能有未列入预算的资金，所以只作提示，需要人工判断。",
    "财预〔2013〕53号：结转结余率以结转结余总额与支出预算数比较",
)
OVER_BUDGET = Check(
    "facts.over_budget",
    Kind.OVER_LIMIT,
    "决算数超过调整预算数",
    "支出表、项目表的每一行，决算数是否超过调整预算数；两个数都填列时才核对。",
    "舍入能够解释的不列；追加未计入调整预算数、动用上年结转也会造成，所以只作提示。收入、“三公”经费另有口径，不在此列。",
    "预算法第十三条：支出以经批准的预算为依据",
)
OVER_COUNT = Check(
    "facts.over_count",
    Kind.OVER_LIMIT,
    "其中数超过总数",
    "回访统计表的每一行，有效回访数是否超过回访数，满意数、不满意数是否超过有效回访数；两个数都填列时才核对。",
    "满意数与不满意数之和不核对，因为回访可以有其他回答；整改数可以含以前月份的问题，不与不满意数比较。",
    "部分不大于整体",
)
MAGNITUDE = Check(
    "facts.magnitude",
    Kind.UNIT,
    "金额量级相差悬殊，疑似单位选错",
    "收入总额与支出总额，以及两处填列的同一数据，是否相差约 1 万倍或 1 亿倍（千倍至十万倍、千万倍至十亿倍）；"
    "项目支出、基本支出、“三公”经费达到同期支出总额 2 倍以上，政府采购金额、结转结余达到 10 倍以上，"
    "而除以 1 万或 1 亿后又不超过支出总额的，也列出。每两处（表、基础数据）只列相差最大的一对。",
    "金额偏小不算可疑，因为项目、“三公”经费、采购本来可以很小；金额为 0、同一处的两个数、资产和单项数据"
    "（合同额、限额等）不比较，资产本来可以远大于当年支出；元与千元、万元与亿元之间其他倍数的差别由合计关系发现。",
    "元、万元、亿元的换算",
)
PROJECT_NAMES = Check(
    "facts.project_names",
    Kind.NAME_MISMATCH,
    "项目名称在各表中对不上",
    "项目支出明细表、绩效自评情况表中的项目，在支出预决算表的项目支出之下是否有同名的行；反过来也是。",
    "支出预决算表没有列出项目的不核对；名称只差引号、全角半角的算同名。以前年度项目、不需自评的项目可以对不上，所以只作提示。",
    "财预〔2020〕10号：自评以预算批复的项目为对象",
)
ANSWER_COUNT = Check(
    "facts.answer_count",
    Kind.COUNT,
    "各题答卷数与有效问卷数",
    "满意度调查每一题各选项的份数之和是否超过有效问卷数（错误），或少于有效问卷数（说明）。",
    "没有填列有效问卷数的不核对；有效问卷数不分调查对象而调查对象有几组的，只核对是否超过。少于的可能是有人没有作答。",
    "每份有效问卷的每一题至多有一个回答",
)

FACT_CHECKS = Catalogue(
    [
        PARTS,
        ROW,
        SELF_SCORE,
        BALANCE,
        CARRY_OVER,
        UNSPENT,
        STATED_TWICE,
        EXECUTION_RATE,
        OVER_BUDGET,
        OVER_COUNT,
        MAGNITUDE,
        PROJECT_NAMES,
        ANSWER_COUNT,
    ]
)
"""Every check of this room."""
