"""The checks of tables that are no relations between figures."""

from jixiao.findings import Catalogue, Check, Kind

PART_EXCEEDS = Check(
    "table.part_exceeds",
    Kind.SUM,
    "其中数不大于总数",
    "以“其中”列出的各行（列）合起来是否不大于它们所属的那一行（列）。",
    "“其中”不一定列全，小于总数不算错误；有负数时不下结论。",
    "部分不能大于整体",
)
SHARE_OF_PART = Check(
    "table.share_of_part",
    Kind.SHARE,
    "占比的分母与表头一致",
    "表头写明占总数的比重时，下级各行印出的是否其实是占上级小计的比重。",
    "表头没有写明占总数时，两种分母都接受。",
    "占比的分母应与表头所说的整体一致",
)
UNSETTLED = Check(
    "table.unsettled",
    Kind.OTHER,
    "表内关系不能确定",
    "列出因行列的层级、分母或内容不能确定而没有核对的合计、占比和比率。",
    "不作为错误，只说明没有核对的原因。",
    "不能比较的列为未核对",
)

TABLE_CHECKS = Catalogue([PART_EXCEEDS, SHARE_OF_PART, UNSETTLED])
"""Every check of this package besides the relations."""
