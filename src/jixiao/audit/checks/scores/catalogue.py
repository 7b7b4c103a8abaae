"""The checks of scores that are no relations between figures of their own kind."""

from jixiao.findings import Catalogue, Check, Kind

OVER_WEIGHT = Check(
    "score.over_weight",
    Kind.OVER_LIMIT,
    "得分不超过权重",
    "每个指标的得分是否不超过它的权重。",
    "加分项另有规定的，由评分规则说明，不在此列。",
    "财预〔2020〕10号：满分为各指标权重之和",
)
MISSING_ROW = Check(
    "score.missing_row",
    Kind.MISSING_VALUE,
    "指标体系表或得分表缺少指标",
    "得分表列出的指标，附件的指标体系表中是否都有；得分表的一组少了权重时，是否正好少了附件列出的指标。",
    "按名称或编码对应；附件没有列出任何三级指标的不核对；只列部分指标、权重又不缺的得分表不算缺行。",
    "财预〔2020〕10号：评价报告附指标体系及评分表",
)
COUNT_DIFFERS = Check(
    "score.count_differs",
    Kind.COUNT,
    "指标个数",
    "文中写明的指标体系的各级指标个数、各组指标个数，与得分表、附件列出的个数是否相同。",
    "只有部分指标的表不数；绩效目标的指标个数、其中若干个指标的个数，不是指标体系的个数，不核对。",
    "计数",
)
NAME_DIFFERS = Check(
    "score.name_differs",
    Kind.NAME_MISMATCH,
    "指标名称前后一致",
    "同一编码的指标在得分表、正文和附件中的名称是否相同。",
    "引号、括号、空格和末尾的“指标”“类”不计；没有编码的指标不比较名称。",
    "同一指标只有一个名称",
)
CODE_DIFFERS = Check(
    "score.code_differs",
    Kind.NUMBERING,
    "指标编码前后一致",
    "同一名称的指标在得分表、正文和附件中的编码是否相同。",
    "A1.2 和 A12 视为同一编码；同级有重名的指标不比较。",
    "编码用来指称指标",
)
CODE_TWICE = Check(
    "score.code_twice",
    Kind.NUMBERING,
    "编码不重复",
    "同一张表里，一个编码是否用于两个指标。",
    "没有编码的表不核对。",
    "编码用来指称指标",
)
DEDUCTION = Check(
    "score.deduction",
    Kind.SCORE_SUM,
    "扣分等于权重减得分",
    "文中或得分表“扣分”一栏写明的扣分，是否等于指标的权重减去得分。",
    "评分规则里的扣分标准（每项扣几分）不是已扣的分；文中没有写权重、得分的，取得分表中的数。",
    "四则运算",
)
LOSERS = Check(
    "score.losers",
    Kind.OTHER,
    "所列的扣分指标",
    "文中列出的扣分指标，按得分表是否确实扣分；写明全部扣分指标的，是否有遗漏。",
    "写“主要扣分指标”或“等”的，不查遗漏；名称在得分表中找不到的不核对。",
    "得分低于权重即扣分",
)
OVERRIDE = Check(
    "score.override",
    Kind.SCORE_VS_RULE,
    "报告写明与规则不同的得分",
    "报告自己写明“按规则得……，调整为……”的指标，列出供复核。",
    "已经写明，不作为矛盾；没有写明的，另行核对得分与规则。",
    "调整得分应写明理由",
)
BANDS = Check(
    "score.grade_bands",
    Kind.GRADE,
    "等级的分数段",
    "文中写明的各等级分数段，是否不重不漏地覆盖 0 到 100 分。",
    "按整数写的分数段（80—89、90—100）之间不足一分的间隔不算空缺；相邻两段共用的端点归上一段。",
    "财预〔2020〕10号：四个等级",
)
GRADE = Check(
    "score.grade",
    Kind.GRADE,
    "总分与等级",
    "文中的总分与紧接着写的绩效等级，是否符合文中写明的分数段。",
    "文中没有写明分数段的，按通常的 90、80、60 分核对，只作提示。",
    "财预〔2020〕10号：90（含）—100 分为优、80（含）—90 分为良、60（含）—80 分为中、60 分以下为差",
)

SCORE_CHECKS = Catalogue(
    [
        OVER_WEIGHT,
        MISSING_ROW,
        COUNT_DIFFERS,
        NAME_DIFFERS,
        CODE_DIFFERS,
        CODE_TWICE,
        DEDUCTION,
        LOSERS,
        OVERRIDE,
        BANDS,
        GRADE,
    ]
)
"""Every check of this family."""
