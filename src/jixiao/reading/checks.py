"""What is checked in an imported indicator system, as data."""

from jixiao.findings import Catalogue, Check, Kind

WEIGHT_SUM = Check(
    "import.weight_sum",
    Kind.WEIGHT_SUM,
    "指标权重合计",
    "上级指标写明的权重是否等于下级权重之和，小计是否等于其上各指标之和，一级指标合计是否为 100、是否等于表中的合计。",
    "没有写明权重的一级不核对；下级有缺权重的，只说明缺了哪些。",
    "四则运算；财预〔2020〕10号：总分 100 分",
)
REPEATED_CODE = Check(
    "import.repeated_code",
    Kind.NUMBERING,
    "指标编码重复",
    "同一个编码是否用于两个指标。",
    "没有编码的表不核对。导入时各指标另有自己的编号，不因重复而混淆。",
    "编码用来指称指标",
)
MISSING_WEIGHT = Check(
    "import.missing_weight",
    Kind.MISSING_VALUE,
    "指标没有权重",
    "每个三级指标是否恰好有一个权重。",
    "上级指标可以不写权重。",
    "没有权重的指标不能计分",
)
MISSING_INDICATOR = Check(
    "import.missing_indicator",
    Kind.MISSING_VALUE,
    "指标体系表缺少指标",
    "同一文件的得分表列出的指标，指标体系表中是否都有。",
    "只按编码核对；没有编码的得分表不核对。",
    "指标体系表应列出全部指标",
)
UNREAD_ROW = Check(
    "import.unread_row",
    Kind.OTHER,
    "没有归入指标的行",
    "表中每一行是否都归入了某个指标。",
    "空行、重复的表头、合计行不计。",
    "导入不应悄悄略去内容",
)

IMPORT_CHECKS = Catalogue([WEIGHT_SUM, REPEATED_CODE, MISSING_WEIGHT, MISSING_INDICATOR, UNREAD_ROW])
"""Every check of an import."""
