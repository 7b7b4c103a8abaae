"""The checks of scores that are no relations between figures."""

from jixiao.findings import Check, Kind

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
    "附件中的指标体系表缺少指标",
    "得分表列出的指标，附件的指标体系表中是否都有。",
    "按编码或名称对应；附件没有列出任何三级指标的不核对。",
    "财预〔2020〕10号：评价报告附指标体系及评分表",
)
COUNT_DIFFERS = Check(
    "score.count_differs",
    Kind.COUNT,
    "指标个数",
    "文中写明的各级指标个数，与得分表、附件列出的个数是否相同。",
    "只有部分指标的表不数；同时列出几种个数的句子不核对。",
    "计数",
)
NAME_DIFFERS = Check(
    "score.name_differs",
    Kind.NAME_MISMATCH,
    "指标名称前后一致",
    "同一编码的指标在得分表、正文和附件中的名称是否相同。",
    "名称末尾的“指标”“类”不计；没有编码的指标不比较名称。",
    "同一指标只有一个名称",
)
