"""What the store of forms holds: its tables with their columns, units and codes, by the titles of the language."""

from collections.abc import Iterable

from jixiao.batch.columns import (
    Table,
    amount,
    code,
    count,
    flag,
    key,
    points,
    rate,
    setting_number,
    text,
    value,
)

SEVERITY = {"错误": 0, "疑点": 1, "提示": 2}
STATUS = {"已读出": 0, "部分读出": 1, "未读出": 2}
MONEY_ROW = {"总额": 0, "来源": 1, "明细": 2}
DIRECTION = {"方向不明": 0, "越高越好": 1, "越低越好": 2, "等于": 3}
OUTCOME = {"无法比较": 0, "达到": 1, "未达到": 2}
EXECUTION_RULE = {"不计分": 0, "按比例": 1, "分档": 2, "完成后分档": 3}
SHORTFALL = {"未规定": 0, "按比例计": 1, "及格线": 2, "不得分": 3}
DECREASING = {"没有规定": 0, "反比": 1, "按超出比例扣": 2, "一律不得分": 3}
DENOMINATOR = {"全年预算": 0, "年初预算": 1, "扣除统筹整合后预算": 2}
EXECUTION_LINE = {"不是执行率": 0, "按执行率计分": 1, "没有执行率可据": 2}
LACKS = {"不缺": 0, "缺分值": 1, "缺得分": 2, "缺分值和得分": 3}

_FORM = key("form", "自评表", "自评表的编号")
_SETTING = key("setting", "口径", "所用口径的编号，见 settings")

FORMS = Table(
    "forms",
    "自评表",
    "一份自评表",
    (
        _FORM,
        _SETTING,
        text("file", "文件", "所在文件"),
        count("number", "序号", "在文件里的第几份", 10**6),
        text("place", "地区", "地区"),
        text("province", "省份", "省份"),
        count("year", "年度", "预算年度，不知道的为 0", 9999),
        text("department", "主管部门", "主管部门，照表"),
        text("unit", "实施单位", "实施单位，照表"),
        text("project", "项目名称", "项目名称，照表"),
        text("profile", "表样", "认出的表样"),
        code("status", "读取情况", "读出多少；没有全部读出的，原因见 why", STATUS),
        text("why", "未读原因", "没有读出的部分和原因"),
        amount("initial", "年初预算数", "年度资金总额的年初预算数"),
        amount("adjusted", "全年预算数", "年度资金总额的全年（调整后）预算数"),
        amount("net", "净预算数", "扣除统筹整合后的预算数，少数表样才有"),
        amount("executed", "执行数", "年度资金总额的全年执行数"),
        rate("rate", "执行率", "印出的执行率；看不出是小数还是百分数的留空"),
        points("execution_points", "执行率分值", "执行率的分值"),
        points("due_points", "计分分值", "执行率得分所据的分值：印出的；表上没有这一栏的，口径规定的"),
        points("execution_score", "执行率得分", "执行率的得分"),
        points("total_points", "分值合计", "印出的分值合计"),
        points("total_score", "总分", "印出的得分总分"),
        points("objective_score", "总体目标得分", "总体目标也打分的，它的得分"),
        points("left_score", "余下得分", "没有印执行率得分时，总分减去各指标得分余下的部分"),
        text("grade", "等级", "印出的等级"),
        count("grade_rank", "等级位次", "等级是口径里从高到低第几等，0：没有印或不认识", 9),
        flag("total_row", "有总分行", "是否读到总分一行"),
        flag("total_alone", "总分存疑", "总分是否不在得分一栏，因而不能肯定是得分之和"),
        flag("scored", "打分", "是否有一行打分"),
        flag("points_given", "各行打分值", "是否有指标填了分值"),
        flag("scores_objective", "目标打分", "总体目标是否也打分"),
        flag("all_done", "全部完成", "总体目标的完成情况是否只写全部完成"),
        flag("pays", "目标是付款", "总体目标是否就是支付款项"),
        flag("reason_column", "有原因栏", "表样是否有偏差原因一栏"),
        flag("explained", "写了原因", "全表是否写了任何一条偏差原因"),
        flag("whole_score", "执行率得分是整数", "执行率得分是否整数分"),
        flag("by_rate", "同文件按比例", "同一文件里是否有自评表的执行率得分按比例计而不是满分"),
        flag("cut_off", "去尾取位", "表中的数是否看来都是去尾取位，因而按四舍五入不成立的不算错"),
        flag("nested_sources", "来源可能包含", "资金来源各行之间是否可能有包含关系"),
        flag("unread_money", "来源有未读", "资金栏是否有没有读出的行，因而可能少一项来源"),
        count("unread_rows", "未读行数", "表里没有读出的行数"),
        text("contact", "联系人", "联系人和电话，已遮盖"),
    ),
)
MONEY = Table(
    "money",
    "项目资金",
    "项目资金的一行",
    (
        _FORM,
        count("money_row", "行号", "第几行"),
        code("kind", "资金行", "总额、来源或来源以下的明细", MONEY_ROW),
        text("label", "资金名称", "行名"),
        amount("initial", "行年初预算数", "年初预算数"),
        amount("adjusted", "行全年预算数", "全年预算数"),
        amount("executed", "行执行数", "全年执行数"),
    ),
)
LINES = Table(
    "lines",
    "三级指标",
    "一个三级指标",
    (
        _FORM,
        _SETTING,
        count("line", "指标行号", "第几个指标"),
        text("block", "一级指标", "一级指标"),
        text("level2", "二级指标", "二级指标"),
        text("name", "三级指标", "三级指标"),
        text("target_text", "指标值文字", "年度指标值，照表"),
        text("actual_text", "完成值文字", "实际完成值，照表"),
        value("target", "指标值", "指标值里的数"),
        text("target_unit", "指标值单位", "指标值的单位"),
        value("actual", "完成值", "完成值里的数"),
        text("actual_unit", "完成值单位", "完成值的单位"),
        code("direction", "方向", "按符号、名称判断的方向", DIRECTION),
        flag("signed", "写明方向", "指标值是否自己写明方向（≥、≤、以上、以内等）"),
        code("outcome", "完成情况", "完成值对指标值；文字、单位不同、方向不明的无法比较", OUTCOME),
        flag("same_words", "文字相同", "指标值与完成值是否是相同的文字"),
        flag("copied", "照抄指标值", "完成值是否连符号一起照抄指标值"),
        flag("satisfaction", "满意度", "是否满意度指标"),
        code("execution", "执行率指标", "是否就是执行率，由资金栏的数计分", EXECUTION_LINE),
        flag("own_standard", "另有评分标准", "表中给这个指标写的评分标准是否足以算出得分"),
        code("lacks", "缺填", "填了内容而没有填分值或得分，又不是与别的指标合用一格", LACKS),
        flag("unmeasured", "缺完成值", "是否填了指标值、表中其他指标有完成值，而这里没有填"),
        flag("late", "晚于期限", "指标值和完成值是日期，完成日期肯定晚于期限"),
        flag("fewer", "少于计划数", "指标值没有写明方向的数量指标，完成值是否较少"),
        flag("compared", "两值都填", "指标值和完成值是否都填了"),
        flag("covered", "合用一格", "分值或得分是否与上面的指标合用一格"),
        flag("reason", "有原因", "是否写了偏差原因"),
        flag("reason_asked", "要求原因", "表样是否有偏差原因一栏"),
        setting_number("tier_share", "满意度得分率", "%", "按表样的满意度分档应得分值的百分之几，没有分档的留空"),
        points("points", "分值", "分值"),
        points("score", "得分", "得分"),
    ),
)
BLOCKS = Table(
    "blocks",
    "一级指标",
    "一份自评表的一个一级指标",
    (
        _FORM,
        _SETTING,
        count("block_number", "块号", "第几个一级指标"),
        text("block", "一级指标", "一级指标"),
        points("points", "标题分值", "一级指标名称后写的分值"),
        setting_number("profile_points", "口径分值", "分", "口径规定的分值，没有规定的留空"),
        flag("named", "有名称", "是否写有一级指标"),
        count("unread_rows", "块未读行数", "这一部分没有读出的行数"),
    ),
)
LISTED = Table(
    "listed",
    "汇总表",
    "汇总表里的一个项目",
    (
        key("listed_row", "汇总行", "汇总表行的编号"),
        key("form", "自评表", "同一文件里同名的自评表，没有的为 0"),
        _SETTING,
        text("file", "文件", "所在文件"),
        flag("paired", "有自评表", "同一文件里是否有它的自评表"),
        flag("certain", "肯定是同一项目", "名称或金额是否足以肯定与自评表是同一项目"),
        flag("listed_cut_off", "汇总去尾取位", "汇总表的数是否看来都是去尾取位，因而按四舍五入不成立的不算错"),
        flag("contradicted", "等级自相矛盾", "等级是否与同一张汇总表的其他行矛盾"),
        text("listed_name", "汇总项目名称", "项目名称，照表"),
        amount("listed_money", "汇总资金", "汇总表的资金"),
        points("listed_score", "汇总得分", "汇总表的得分"),
        text("listed_grade", "汇总等级文字", "汇总表的等级"),
        count("listed_rank", "汇总等级位次", "等级是口径里从高到低第几等，0：没有印或不认识", 9),
    ),
)
NOTED = Table(
    "noted",
    "阅读时的发现",
    "读表时按文字作出的一条发现（占位文字、名称、单位等），不由关系式核对",
    (
        _FORM,
        count("noted_row", "发现行号", "第几条"),
        text("file", "文件", "所在文件"),
        text("check_id", "核查编号", "核查目录里的编号"),
        code("severity", "严重程度", "严重程度", SEVERITY),
        text("title", "发现标题", "标题"),
        text("explanation", "发现说明", "说明"),
        text("stated", "所填", "表中所填"),
        text("expected", "应为", "应填的内容"),
        text("where_text", "位置", "在文件里的位置"),
    ),
)
TIERS, BANDS = 5, 5
"""How many tiers of execution and how many grades a setting may have."""

SETTINGS = Table(
    "settings",
    "口径",
    "自评表所依据的一套规定，由表样给出",
    (
        _SETTING,
        text("profile", "表样", "表样"),
        code("denominator", "执行率分母", "执行率以哪个预算数为分母；空白时用另一个", DENOMINATOR),
        code("execution_rule", "执行率计分", "执行率怎样计分", EXECUTION_RULE),
        flag("rule_stated", "计分有据", "表样或当地文件是否写明执行率怎样计分"),
        *(
            column
            for n in range(1, TIERS + 1)
            for column in (
                setting_number(f"tier_{n}_from", f"第{n}档下限", "%", f"第 {n} 档（从高到低）的执行率下限，含"),
                setting_number(f"tier_{n}_share", f"第{n}档得分率", "%", f"第 {n} 档得分占执行率分值的百分之几"),
            )
        ),
        setting_number("full_points", "满分", "分", "分值合计应为多少"),
        setting_number("floor", "执行率下限", "%", "执行率低于它不得分，没有规定的留空"),
        setting_number("rule_points", "口径执行率分值", "分", "资金栏的执行率应有的分值，没有规定的留空"),
        flag("apart", "执行率单列", "资金栏是否给执行率打分、在各一级指标之外"),
        flag("headings_bind", "标题分值有约束", "一级指标名称后写的分值是否应等于所列指标之和"),
        flag("even", "均分取整", "分值是否平均分配并取整，因而各项之和可以差一点"),
        flag("bonus", "可加分", "得分是否可以超过分值"),
        code("shortfall", "未完成计分", "定量指标没有完成时怎样计分", SHORTFALL),
        code("decreasing", "超出计分", "越低越好的指标超出指标值时怎样计分", DECREASING),
        flag("reduces", "偏高扣分", "完成值明显偏高时是否规定扣分"),
        setting_number("pass_mark", "及格完成率", "%", "完成率低于它不得分，以上按超过的部分计分"),
        setting_number("far_above", "偏高完成率", "%", "完成率高于它算明显偏高"),
        setting_number("explained_from", "须说明的执行率", "%", "执行率低于它须说明原因"),
        flag("bands_stated", "分数线有据", "分数线是否由表样或当地文件写明"),
        flag("whole_bands", "整数分数线", "分数线是否先按整数分取整再比"),
        *(
            setting_number(f"band_{n}_from", f"第{n}等下限", "分", f"第 {n} 等（从高到低）的分数下限，含")
            for n in range(1, BANDS + 1)
        ),
    ),
)

TABLES = (FORMS, MONEY, LINES, BLOCKS, LISTED, NOTED, SETTINGS)
"""Every table of the store."""


def constants(tables: Iterable[Table] = TABLES) -> dict[str, int]:
    """The codes that expressions may name; one name means one number wherever it occurs.

    >>> constants()["越低越好"], constants()["按比例"]
    (2, 1)
    """
    found: dict[str, int] = {}
    for table in tables:
        for column in table.columns:
            for word, number in column.codes.items():
                if found.setdefault(word, number) != number:
                    raise ValueError(f"two codes are called {word}")
    return found
