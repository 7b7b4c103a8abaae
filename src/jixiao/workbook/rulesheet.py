"""The sheet 评分规则: one row per point, tier or case of a rule."""

from jixiao.workbook.layout import Column, Sheet
from jixiao.workbook.rulerows import WAYS
from jixiao.workbook.rulewords import STEPS

_PIECE = "≥90%；两端用逗号分开：≥85%, <90%；不分段写 任意"
RULES = Sheet(
    "评分规则",
    "一般不用填：系统照“指标体系”里的评分规则原文计分。原文读不懂的，或要另定计分办法的，才在这里填，并以这里为准；"
    "一行写一个要点、一个档次或一种情形，写法和例子见工作表“规则说明”。",
    (
        Column("code", "指标编码", "三级指标的编码，与“指标体系”一致；与上一行相同可留空", 11, "code"),
        Column("name", "指标名称", "供对照，不必填写", 22, shown=True),
        Column(
            "level",
            "层次",
            "一般填 1，可留空；某一行又分细则时，第 1 行的细则填 1.1，第 2 行的细则填 1.2，依此类推",
            7,
            "code",
            centred=True,
        ),
        Column(
            "way",
            "计分方式",
            "从下拉列表选择；同一指标同一层次的各行相同，可只写第一行",
            20,
            choices=tuple(way.name for way in WAYS),
        ),
        Column("item", "名称", "要点的序号（①，下级要点 ②-1）、等次、部分或问题种类的名称", 18, "code"),
        Column("share", "分值", "分部分计分时各部分的分值：50% 或 2分", 9, "code"),
        Column("when", "适用条件", f"这一行在什么情形下用，如 {_PIECE}；按条件计分写 条件成立、否则", 22, "code"),
        Column(
            "gives",
            "得分",
            "得权重分的几成（100%、25%、1/3）或几分（5分）；从权重分中一次扣掉的写 扣2分；等次区间写 ≥80%, ≤100%",
            18,
            "code",
        ),
        Column(
            "each",
            "每步扣（加）分",
            "每步、每个、每次扣多少：5% 是扣权重分的 5%，0.1分 是扣 0.1 分；加分时是每项加多少",
            12,
            "code",
        ),
        Column("per", "每步", "多少算一步：1% 是 1 个百分点，1 是 1 个，也可写 1人、5天", 9, "code"),
        Column("from", "起算点", "从哪里起算：10%、100%、0", 9, "code"),
        Column("steps", "不足一步", "不足一步时：按比例（留空也是按比例）、不计、按一步计", 10, words=STEPS),
        Column("already", "前段已扣", "进入这一段时前面已经扣了多少，没有留空", 10, "code"),
        Column("at_most", "最多扣（加）", "最多扣或最多加多少，不设上限留空（权重分扣完为止）", 11, "code"),
    ),
    spare=15,
    grouped="code",
    frozen=2,
)
