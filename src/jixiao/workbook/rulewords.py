"""The words rules are written with in the sheet 评分规则, shared by those who write and those who read."""

import re

from jixiao.rules.measures import MEASURES

ANY = "任意"
SIZE = "绝对值"
OTHERWISE = "否则"
NOTHING_EARNED = "不得分"
EQUAL = "均分"
POINT_COUNT = re.compile("共(.+)个要点")
ALL_POINTS = "各要点"
PARTLY = "部分符合"
TOLERANCE = "允许偏差"
GATE = "前置条件"
VETO = "否决事项"
VOID = "出现整体否决条件"
OVER_WEIGHT = "可超过权重分"
BOTH_ZERO = "分子、分母均为 0"
ONLY_BASE_ZERO = "仅分母为 0"
EXPERT_SCALE = "打分满分"
EXPERT_DROP = "去掉最高、最低各"
ASPECTS = "方面个数"
GRADES = "等次由高到低"
THE_REST = "其余"
INVERSE = "÷实际值"
LESS = "扣"

STEPS = {"proportional": "按比例", "whole": "不计", "started": "按一步计"}
SOURCES = {"report": "原指标体系", "ours": "本系统编写", "regulation": "制度文件", "sample": "公开报告补写"}
NOT_APPLICABLE = {"full": "得满分", "rescale": "不计入，其余折算"}
MEASURE_WAYS = {key: f"按{measure.name}计分" for key, measure in MEASURES.items()}
"""The way of scoring by each measure."""
