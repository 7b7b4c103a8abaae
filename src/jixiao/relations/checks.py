"""The checks that relations carry out, described once; rooms above add checks of their own in the same way."""

from jixiao.findings import Catalogue, Check, Kind

_ROUNDING = "舍入区间运算：存在能印成所示各数、又满足关系的精确值，才算可能"

SUM_PARTS = Check(
    "sum.parts",
    Kind.SUM,
    "合计与各项之和",
    "合计数是否可能等于各项之和；各数按印出的位数还原成区间再比较。",
    "舍入能够解释的尾差不算错误；明细不全或有空白时不下结论，以免误报。",
    _ROUNDING,
)
SUM_DIFFERENCE = Check(
    "sum.difference",
    Kind.SUM,
    "差额",
    "印出的差额（调整数、结余数等）是否可能等于两数（或多数）相减。",
    "不判断相减的两数口径是否可比，只看印出的数字。",
    _ROUNDING,
)
SUM_WEIGHTS = Check(
    "sum.weights",
    Kind.WEIGHT_SUM,
    "分值（权重）合计",
    "下级指标的分值之和是否等于上级指标的分值，总分值是否为 100。",
    "分值是约定的精确数，没有舍入余地；不评价权重设置是否合理。",
    "财预〔2020〕10号：绩效评价指标权重之和为 100 分",
)
SUM_SCORES = Check(
    "sum.scores",
    Kind.SCORE_SUM,
    "得分合计",
    "下级指标的得分之和是否等于上级指标的得分和总分。",
    "得分以印出的两位小数为准，没有舍入余地；得分是否符合评分规则另行检查。",
    "得分由各级已舍入的得分逐级相加",
)
SUM_SHARES = Check(
    "sum.shares",
    Kind.SHARE,
    "占比之和为 100%",
    "一组完整构成的占比之和是否可能为 100%。",
    "只用于完整的构成；多选题的百分比之和可以超过 100%，不在此列。",
    _ROUNDING,
)
SUM_JOINT = Check(
    "sum.joint",
    Kind.SUM,
    "几个合计关系能否同时成立",
    "逐一看都可能成立的几个合计（差额）关系，合在一起是否仍可能成立；不能时指出最小的一组。",
    "单独就不成立的关系、自相矛盾的重复数字已另行列出，不再计入。",
    "精确有理数的线性可行性判定（单纯形法）",
)
RATE_QUOTIENT = Check(
    "rate.quotient",
    Kind.RATE,
    "比率",
    "印出的比率（执行率、完成率、人均数等）是否可能由印出的两个数相除得到。",
    "除数可能为 0、缺少任何一数时不下结论；不判断分子分母的口径是否恰当。",
    _ROUNDING,
)
RATE_SHARE = Check(
    "rate.share",
    Kind.SHARE,
    "占比",
    "印出的占比是否可能等于部分除以整体。",
    "不判断标题所说的整体是否就是所除的整体。",
    _ROUNDING,
)
RATE_GROWTH = Check(
    "rate.growth",
    Kind.RATE,
    "变动率",
    "印出的增长（下降、调整）率是否可能由两期数字算出。",
    "基期数为零或负数时变动率没有意义，不下结论。",
    _ROUNDING,
)
PRODUCT = Check(
    "product",
    Kind.FORMULA,
    "乘积",
    "印出的乘积（单价乘数量、基数乘比例等）是否可能由印出的各因数相乘得到。",
    "不判断应当相乘的是否就是这几个数。",
    _ROUNDING,
)
ARITHMETIC = Check(
    "formula.arithmetic",
    Kind.FORMULA,
    "写出的算式",
    "文中写出的算式（如“11/17×100%=64.71%”）按印出的各数重算，是否可能得到印出的结果。",
    "不判断算式本身是否符合指标的定义；读不懂的算式列为未核对。",
    _ROUNDING,
)
SCORE_RATE = Check(
    "score.rate",
    Kind.SCORE_VS_RULE,
    "按比率计算的得分",
    "分值乘以比率是否可能得到印出的得分；按印出的比率与按未舍入的比率两种算法都接受，并说明符合哪一种。",
    "只用于分值乘比率的规则；得分超出 0 到满分的部分按规则截去，不算错误。",
    _ROUNDING,
)
SCORE_STEPS = Check(
    "score.steps",
    Kind.SCORE_VS_RULE,
    "按档次或台阶计算的得分",
    "印出的得分是否在印出的比率可能对应的得分之中。",
    "印出的比率正好落在台阶边缘、对应几个得分时不下结论，应以未舍入的数字重算。",
    _ROUNDING,
)
DUPLICATE = Check(
    "duplicate",
    Kind.CROSS_REFERENCE,
    "同一数字前后一致",
    "同一数量在正文、表格、附件中印出的数是否一致：位数相同应完全相同，位数不同应能同时为真。",
    "单位换算和舍入造成的位数差别不算不一致；口径不同的数量不应作为同一数量比较。",
    _ROUNDING,
)
WHOLE_NUMBER = Check(
    "count.whole_number",
    Kind.SATISFACTION,
    "百分比对应整数",
    "n 份问卷（n 个对象）的百分比只能是 k/n；是否存在整数 k 使印出的百分比成立。",
    "不知道有效份数时不下结论；加权满意度不是单一的 k/n，应由各档份数重算。",
    "整数性：人数、份数不能是小数",
)
WHOLE_GROWTH = Check(
    "count.whole_growth",
    Kind.RATE,
    "增长率有没有整数基数",
    "只印出本期个数和增长率时，是否存在一个整数的上期个数使增长率成立；例如 644 户“增长 25.62%”没有这样的基数。",
    "本期数不是确切的整数（约、余、以万计）、增长率为 -100% 及以下时不下结论。",
    "整数性：户数、件数、人数不能是小数",
)
CONVENTION = Check(
    "convention.truncation",
    Kind.OTHER,
    "全文按去尾取位",
    "多个关系按四舍五入都不成立、按去尾全部成立时，指出取位方式，而不逐个报错。",
    "只在全部关系按去尾都可能成立时作此判断。",
    "舍入方式属于整份文件，而不属于某一个关系",
)

RELATION_CHECKS = Catalogue(
    [
        SUM_PARTS,
        SUM_DIFFERENCE,
        SUM_WEIGHTS,
        SUM_SCORES,
        SUM_SHARES,
        SUM_JOINT,
        RATE_QUOTIENT,
        RATE_SHARE,
        RATE_GROWTH,
        PRODUCT,
        ARITHMETIC,
        SCORE_RATE,
        SCORE_STEPS,
        DUPLICATE,
        WHOLE_NUMBER,
        WHOLE_GROWTH,
        CONVENTION,
    ]
)
"""Every check of this room."""
