"""The checks of sentences that are no relations between figures."""

from jixiao.findings import Catalogue, Check, Kind

PART_EXCEEDS = Check(
    "sentence.part_exceeds",
    Kind.SUM,
    "其中数不大于总数",
    "句中“其中”之后的每一项是否不大于它所属的总数。",
    "口径不同（收入与支出、预算与决算）的数不比较；“其中”没有列全而小于总数，不算错误。",
    "部分不能大于整体",
)
ANNOUNCED = Check(
    "sentence.announced_count",
    Kind.COUNT,
    "先说几个、再逐个列举",
    "“三个方面：一是…二是…”“4个科室，分别为…”“共5个项目，明细见附表3”一类的句子，说出的个数与列举的个数、与所指的表列出的项目数是否相同。",
    "列举以“等”结尾而少于所说的个数，不算错误；名称中本来就有“、”“和”的，按可能的数法都不符才报告；所指的表分几级或有“其中”行的不比较。",
    "先总后分，个数应当一致",
)
EXECUTION_SCORE = Check(
    "self.execution_score",
    Kind.EXECUTION_SCORE,
    "预算执行率与它的得分",
    "自评中预算执行率的得分是否可能等于执行率乘 10 分，或按写明的目标值折算。",
    "另有计分办法的（分档、达到目标值即满分）由规则说明；与这些算法都不符时只作提示。",
    "财预〔2020〕10号：项目支出绩效自评表预算执行率 10 分",
)
UNSETTLED = Check(
    "sentence.unsettled",
    Kind.OTHER,
    "句内关系不能确定",
    "列出因口径不清、没有列全或基数不明而没有核对的构成、占比和比率。",
    "不作为错误，只说明没有核对的原因。",
    "不能比较的列为未核对",
)

SENTENCE_CHECKS = Catalogue([PART_EXCEEDS, ANNOUNCED, EXECUTION_SCORE, UNSETTLED])
"""Every check of this package besides the relations."""
