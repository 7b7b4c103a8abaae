"""The checks of scores against their rules."""

from jixiao.findings import Catalogue, Check, Kind

BY_RULE = Check(
    "rescore.by_rule",
    Kind.SCORE_VS_RULE,
    "得分与评分规则",
    "按附件写明的评分规则和评分过程写明的事实（比率、金额、人数、各要点是否符合）重算得分，与印出的得分是否相同。",
    "规则没有读懂的、过程没有写明所需事实的、比率落在台阶边缘的，列为未核对，不作推测；报告写明另行调整的得分不作矛盾。"
    "规则的读法有选择余地，或事实只写明一部分的，不符时只作提示。",
    "财预〔2020〕10号：按评分标准评分",
)
NOT_EARNABLE = Check(
    "rescore.not_earnable",
    Kind.SCORE_VS_RULE,
    "规则给不出的得分",
    "按要点计分的规则，不论几个要点符合，能否得到印出的得分。",
    "只用于过程没有逐项写明要点是否符合的指标；评价人酌情给分的，应写明理由，故只作提示。",
    "财预〔2020〕10号：按评分标准评分",
)
NET_ADJUSTMENT = Check(
    "rescore.net_adjustment",
    Kind.FORMULA,
    "调整数按净额计算",
    "指标定义的调整数是追加、追减等各项变动的总和，算式却用了相抵后的净额。",
    "只在文中同时写明调增和调减的金额、且印出的比率与净额相符时判断；定义没有写明总和的不核对。",
    "财预〔2013〕53号：预算调整数为追加、追减或结构调整的资金总和",
)
NET_SCORE = Check(
    "rescore.net_score",
    Kind.SCORE_VS_RULE,
    "按净额计算的得分",
    "调整数按定义取总和重算后，印出的得分是否仍然符合评分规则。",
    "评分规则没有读懂的不核对；重算的比率落在台阶边缘的不下结论。",
    "财预〔2020〕10号：按评分标准评分",
)

RESCORING_CHECKS = Catalogue([BY_RULE, NOT_EARNABLE, NET_ADJUSTMENT, NET_SCORE])
"""Every check of this family."""
