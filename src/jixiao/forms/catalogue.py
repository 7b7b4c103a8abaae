"""The checks of self-evaluation forms and their summaries, described once."""

from jixiao.findings import Catalogue, Check, Kind

_FORM = "财预〔2020〕10号附 1 项目支出绩效自评表"
_ROUNDING = "舍入区间运算：存在能印成所示各数、又满足关系的精确值，才算可能"
_AGREE = "同一份文件里，同一件事只有一个数"

UNIT = Check(
    "form.unit",
    Kind.UNIT,
    "自评表金额的单位",
    "资金栏的金额是否用表头注明的单位；用了别的单位的，换算后再核对其他关系。",
    "表头没有注明单位的不作判断。",
    f"{_FORM}：项目资金以万元计",
)
RATE_SIGN = Check(
    "form.rate_sign",
    Kind.UNIT,
    "执行率的写法",
    "执行率是否写明百分号。",
    "表头已注明“%”的不提示；能否成立另行核对。",
    _FORM,
)
RATE = Check(
    "form.rate",
    Kind.RATE,
    "预算执行率",
    "执行率是否可能由全年执行数除以全年预算数得到；全年预算数为空时用年初预算数。",
    "没有写百分号、又看不出是小数还是百分数的不下结论；预算数为 0 时执行率没有意义；与年初预算数相符的只作提示。",
    f"执行率＝全年执行数÷全年预算数；{_ROUNDING}",
)
EXECUTION_SCORE = Check(
    "form.execution_score",
    Kind.EXECUTION_SCORE,
    "执行率得分",
    "执行率得分是否可能等于分值×执行率；用印出的执行率或未舍入的执行率都接受。",
    "执行率在一半以上而得整数分的，可能另有分档计分办法，只作提示，除非同一文件的其他自评表就是按比例计分；"
    "超过 100% 的按满分算。",
    f"财预〔2020〕10号规定执行率 10 分而没有规定公式，通行按分值×执行率计；{_ROUNDING}",
)
MONEY_PARTS = Check(
    "form.money_parts",
    Kind.SUM,
    "资金总额与各来源之和",
    "年度资金总额是否可能等于财政拨款、上年结转和其他资金之和，三栏金额分别核对；空白算作没有这项资金。",
    "各来源都空白的只提示未填；来源以下的明细行不重复计入。",
    f"{_FORM}；{_ROUNDING}",
)
SOURCES_BLANK = Check(
    "form.sources_blank",
    Kind.MISSING_VALUE,
    "资金来源未填",
    "填了年度资金总额，而财政拨款、上年结转、其他资金都空白。",
    "只要填了一项来源就改为核对合计。",
    _FORM,
)
LOW_EXECUTION = Check(
    "form.low_execution",
    Kind.MISSING_VALUE,
    "执行率低而没有说明",
    "执行率低于 90%，而全表没有写一处偏差原因。",
    "写了任何一条偏差原因的不提示，不判断原因是否充分。",
    f"{_FORM}：偏差原因分析及改进措施；低于 90% 应说明原因见于四川等地表样",
)
OVER_BUDGET = Check(
    "form.over_budget",
    Kind.OVER_LIMIT,
    "执行数大于预算数",
    "全年执行数是否大于全年预算数。",
    "可能有追加预算未填入全年预算数，只作提示。",
    _FORM,
)
BLOCK_POINTS = Check(
    "form.block_points",
    Kind.BLOCK_WEIGHT,
    "一级指标的分值",
    "一级指标名称后写的分值（如“产出指标 50分”）是否等于它下面各三级指标分值之和。",
    "没有写分值的，只在各项之和超过总分时指出；有指标没有填分值、又无法断定的不下结论。",
    "分值是约定的精确数，没有舍入余地",
)
HEADINGS = Check(
    "form.headings",
    Kind.BLOCK_WEIGHT,
    "一级指标分值与总分",
    "各一级指标名称后写的分值加执行率的分值是否为 100 分。",
    "有一级指标没有写分值的不作判断。",
    f"{_FORM}：执行率 10、产出 50、效益 30、满意度 10，各地可以调整，合计 100 分",
)
POINTS_TOTAL = Check(
    "form.points_total",
    Kind.WEIGHT_SUM,
    "分值总和",
    "执行率与各三级指标的分值之和是否为 100 分（印了分值合计的，是否等于印出的合计）。",
    "不打分的自评表不查；有分值空白、又无法断定的不下结论。",
    "财预〔2020〕10号：自评指标权重合计 100 分",
)
SCORE_TOTAL = Check(
    "form.score_total",
    Kind.SCORE_SUM,
    "总分与各项得分之和",
    "印出的总分是否等于执行率得分与各指标得分之和。",
    "总分一行只印了一个数、又正好等于分值之和时，说明没有印出得分总分，只作提示。",
    "总分由各项得分相加",
)
SCORE_LIMIT = Check(
    "form.score_limit",
    Kind.OVER_LIMIT,
    "得分不超过分值",
    "每一行的得分是否超过该行的分值。",
    "几行合用一个得分的不查。",
    "得分在 0 与分值之间",
)
MISSING = Check(
    "form.missing",
    Kind.MISSING_VALUE,
    "指标缺分值或得分",
    "填了三级指标和完成值，却没有填分值或得分；填了指标值而没有填完成值；总分一行没有填数。",
    "全表都不打分的自评表不查；几行合用一格的不查。",
    _FORM,
)
TARGET = Check(
    "form.target",
    Kind.SCORE_VS_RULE,
    "得分与完成情况",
    "完成值达到指标值的应得满分，没有达到的不应得满分；方向按“≥”“≤”等符号和指标名称判断。",
    "文字描述、单位不同、方向不明的不比较；超出指标值三成以上而扣分的可能是按规定扣分，只作提示。",
    "财预〔2020〕10号：定量指标与年初指标值相比，完成的记满分，未完成的按完成比例计分",
)
DIRECTION = Check(
    "form.direction",
    Kind.TARGET_DIRECTION,
    "指标值的方向和含义",
    "成本指标的完成值高于指标值却得满分；“降低”“压缩”类指标的指标值接近 100%；数量指标没有数字。",
    "属于判断，只作提示；指标名称以“率”“度”结尾的不提示。",
    "绩效指标应当可衡量；成本指标反映对预期投入的控制",
)
OBJECTIVE = Check(
    "form.objective",
    Kind.CROSS_REFERENCE,
    "总体目标的完成情况与执行情况",
    "写“全部完成”而执行率很低；目标是支付款项而一分未付的，属于自相矛盾。",
    "执行率不低于 50% 的不提示；资金可能晚于工作支付，因此目标不是付款时只作提示。",
    _AGREE,
)
FIELDS = Check(
    "form.fields",
    Kind.MISSING_VALUE,
    "表头和总体目标未填",
    "项目名称、主管部门、实施单位、年度总体目标是否空白。",
    "表样没有的栏目不查。",
    _FORM,
)
PLACEHOLDERS = Check(
    "form.placeholders",
    Kind.MISSING_VALUE,
    "模板占位文字",
    "“指标1：”“……”一类模板文字是否还留在表里；数量、质量、时效、成本指标是否只有模板文字而没有指标。",
    "占位行没有当作指标；效益指标可以不全，不因此提示。",
    _FORM,
)
DAMAGE = Check(
    "form.damage",
    Kind.OTHER,
    "无法辨认的内容",
    "表头里多出来的数字、被别的文字盖住的表头。",
    "只指出位置，不猜测原来应是什么。",
    _FORM,
)
TRUNCATED = Check(
    "form.truncated",
    Kind.MISSING_VALUE,
    "内容不完整",
    "指标值、完成值是否没有写完（如只剩“文字描”，括号只有一半）。",
    "看不出是否完整的短语不提示。",
    _FORM,
)
READING = Check(
    "form.reading",
    Kind.OTHER,
    "自评表没有读出的行",
    "表中哪些行没有读出，因而没有核对。",
    "读不出的不猜测。",
    "没有核对的不能算通过",
)
NAME = Check(
    "form.name",
    Kind.NAME_MISMATCH,
    "项目名称前后一致",
    "同一项目在汇总表、自评表标题和“项目名称”栏里的名称是否一致。",
    "只多了年份或“项目”二字的算同名；简称只作提示。",
    _AGREE,
)
SUMMARY_MONEY = Check(
    "form.summary_money",
    Kind.CROSS_REFERENCE,
    "汇总表与自评表的资金",
    "汇总表的资金是否等于该项目自评表的年初预算数、全年预算数或全年执行数之一。",
    "不判断汇总表应填哪一种金额，与其中一种相符即可。",
    _AGREE,
)
SUMMARY_SCORE = Check(
    "form.summary_score",
    Kind.CROSS_REFERENCE,
    "汇总表与自评表的得分",
    "汇总表的得分是否等于该项目自评表印出的总分；自评表没有单独印得分总分的，与各项得分之和相符也可以。",
    "自评表既没有总分也没有得分的不比较。",
    _AGREE,
)
MISSING_FORM = Check(
    "form.missing_form",
    Kind.MISSING_VALUE,
    "汇总表的项目没有自评表",
    "汇总表列出的项目是否都附有自评表。",
    "没有附任何自评表的文件不查；只附了少数项目自评表的，或有自评表对不上项目的，只作提示。",
    "财预〔2020〕10号：每个项目都要自评",
)
NOT_LISTED = Check(
    "form.not_listed",
    Kind.MISSING_VALUE,
    "自评表不在汇总表中",
    "有自评表的项目是否都列入汇总表。",
    "没有汇总表的文件不查。",
    _AGREE,
)
COUNT = Check(
    "form.count",
    Kind.COUNT,
    "自评表份数",
    "自评表的份数是否等于汇总表的项目数。",
    "没有附任何自评表的文件不查。",
    _AGREE,
)
GRADE = Check(
    "form.grade",
    Kind.GRADE,
    "同一张表里的得分与等级",
    "同一张汇总表里，得分相同的等级是否相同，得分高的等级是否不低于得分低的。",
    "不用任何分数线，只在表内比较。",
    "同一张表只能有一套分数线",
)
GRADE_BAND = Check(
    "form.grade_band",
    Kind.GRADE,
    "等级与分数线",
    "等级是否符合文中写明的分数线；文中没有写的按 90、80、60 分提示。",
    "表内已经自相矛盾的等级不重复提示。",
    "财预〔2020〕10号：90（含）至 100 分为优、80（含）至 90 分为良、60（含）至 80 分为中、60 分以下为差",
)
SUMMARY_SUM = Check(
    "form.summary_sum",
    Kind.SUM,
    "汇总表的资金合计",
    "汇总表各项目资金之和是否等于表内合计行、正文写的项目资金总额。",
    "正文的金额是不是这些项目的总额不能肯定时，只在相符时计为通过，不报不符。",
    _ROUNDING,
)
CONTACTS = Check(
    "form.contacts",
    Kind.OTHER,
    "联系电话逐行加一",
    "同一联系人的电话号码是否逐行加一，像是表格下拉填充的结果。",
    "三行以下的不提示。",
    "同一联系人通常只有一个电话",
)
SUMMARY_FIELDS = Check(
    "form.summary_fields",
    Kind.MISSING_VALUE,
    "汇总表表头未填",
    "汇总表上方的预算部门（盖章）等栏是否空白。",
    "电子版可能另行盖章，只作提示。",
    _FORM,
)

FORM_CHECKS = Catalogue(
    [
        UNIT,
        RATE_SIGN,
        RATE,
        EXECUTION_SCORE,
        MONEY_PARTS,
        SOURCES_BLANK,
        LOW_EXECUTION,
        OVER_BUDGET,
        BLOCK_POINTS,
        HEADINGS,
        POINTS_TOTAL,
        SCORE_TOTAL,
        SCORE_LIMIT,
        MISSING,
        TARGET,
        DIRECTION,
        OBJECTIVE,
        FIELDS,
        PLACEHOLDERS,
        DAMAGE,
        TRUNCATED,
        READING,
        NAME,
        SUMMARY_MONEY,
        SUMMARY_SCORE,
        MISSING_FORM,
        NOT_LISTED,
        COUNT,
        GRADE,
        GRADE_BAND,
        SUMMARY_SUM,
        CONTACTS,
        SUMMARY_FIELDS,
    ]
)
"""Every check of this family."""
