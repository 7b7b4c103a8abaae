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
NAME_DIFFERS = Check(
    "score.name_differs",
    Kind.NAME_MISMATCH,
    "指标名称前后一致",
    "同一编码的指标在得分表、正文和附件中的名称是否相同。",
    "名称末尾的“指标”“类”不计；没有编码的指标不比较名称。",
    "同一指标只有一个名称",
)
