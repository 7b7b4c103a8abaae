"""The checks of surveys that are no relations between figures."""

from jixiao.findings import Catalogue, Check, Kind
from jixiao.surveys.composite import COMPOSITE

WEIGHTED_AS_SHARES = Check(
    "survey.weighted_as_shares",
    Kind.NAME_MISMATCH,
    "把加权后的数列为占比",
    "汇总表中各档的数是占比，还是占比乘赋值以后的数；表头写的档次是否与问卷一致。",
    "只在问卷自身的占比可以对照时核对。",
    "各档占比＝份数÷有效份数",
)
AVERAGE = Check(
    "survey.average",
    Kind.SATISFACTION,
    "综合满意度为各题平均",
    "汇总表的综合满意度是否可能等于各题满意度的平均数。",
    "不计其中一题才相等的，可能是有意不计，列为未核对；按人数或权重加权的平均另行说明。",
    "各题满意度未经舍入的算术平均数",
)
OTHER_QUESTION = Check(
    "survey.other_question",
    Kind.CROSS_REFERENCE,
    "分析文字与题目不符",
    "每道题后面的分析文字说的是不是这一道题。",
    "分析文字没有写明题目内容的不核对；与任何一题都不相同的不算错误。",
    "分析应对应题目",
)
BASE_DIFFERS = Check(
    "survey.base_differs",
    Kind.SATISFACTION,
    "题目的有效人次与有效问卷数",
    "全文只说明一个有效问卷数时，各题的有效人次是否等于它。",
    "多选题、跳答题、几次调查的，不下结论。",
    "有效填写人次不超过有效问卷数",
)
RESULT_UNKNOWN = Check(
    "survey.result_unknown",
    Kind.SATISFACTION,
    "算不出的满意度",
    "正文写明的满意度，能否由问卷各题按常用赋值办法算出。",
    "报告没有写明赋值办法时只作提示：可能用了别的办法或只取部分题目。",
    "满意度应写明计算办法、所含题目和取位",
)

SURVEY_CHECKS = Catalogue([COMPOSITE, AVERAGE, WEIGHTED_AS_SHARES, OTHER_QUESTION, BASE_DIFFERS, RESULT_UNKNOWN])
"""Every check of surveys."""
