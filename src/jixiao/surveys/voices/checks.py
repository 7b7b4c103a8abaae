"""The checks of other voices, as the catalogue shows them."""

from jixiao.findings import Catalogue, Check, Kind

PART_EXCEEDS = Check(
    "survey.voice_part_exceeds",
    Kind.COUNT,
    "多于基数的次数",
    "每一行的满意数、有效数、整改数等是否不多于各自的基数，满意与不满意之和是否不多于有效数。",
    "没有填的数不核对。",
    "部分不多于整体",
)
RATE_DIFFERS = Check(
    "survey.voice_rate",
    Kind.RATE,
    "印出的满意率与计算不同",
    "每一行印出的满意率是否等于满意数除以作了评价的数（按印出的位数四舍五入）。",
    "缺少其中一个数的不核对；基数用了别的数的，说明按哪个数可以得到。",
    "满意率＝满意数÷作了评价的数，不是÷拨打数",
)
TOTAL_DIFFERS = Check(
    "survey.voice_total",
    Kind.SUM,
    "合计与各行之和",
    "合计行、小计行的每一列是否等于所含各行之和；正文写明的总数是否等于表中的合计。",
    "有的行没有填数的列不核对。",
    "四则运算",
)
TOO_GOOD = Check(
    "survey.voice_all_satisfied",
    Kind.SATISFACTION,
    "上千次全部满意",
    "作了评价的在 1000 次以上、满意率为 100%、没有一件整改的，提示核对原始记录。",
    "只作提示，不说明数据有误。",
    "人数众多的评价中，完全没有不满意的极为少见",
)
ANNEX_MISSING = Check(
    "survey.voice_annex_missing",
    Kind.MISSING_VALUE,
    "没有附表的数",
    "写明的回访、投诉、评价数有没有可以核对的统计表，表中有没有数据。",
    "不代为推算。",
    "结论应有可核对的原始数据",
)
UNREAD = Check(
    "survey.voice_unread",
    Kind.OTHER,
    "读不出的单元格、没有读取的列",
    "各列的数是否都是不小于 0 的整数；表头认不出的列列出。",
    "读不出的数不计入合计，也不猜测。",
    "次数是整数",
)

VOICE_CHECKS = Catalogue([PART_EXCEEDS, RATE_DIFFERS, TOTAL_DIFFERS, TOO_GOOD, ANNEX_MISSING, UNREAD])
"""Every check of other voices."""
