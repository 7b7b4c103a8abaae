"""What the store of forms holds: tables, columns, units, codes. Every other module takes names and sizes from here.

A printed number is an integer of millionths of its unit (`executed`), the step of its last printed place in the same
millionths (`executed_step`; the number stands for `executed` ± half a step, 0: it is exact), and, only where it does
not fit into such integers, the text as printed (`executed_text`), with the number left empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

MILLIONTHS = 10**6
"""How many parts of its unit a stored number counts."""


class Stored(Enum):
    """How a column is stored."""

    KEY = "key"
    NUMBER = "number"
    COUNT = "count"
    CODE = "code"
    TEXT = "text"

    @property
    def sql(self) -> str:
        """The type in Parquet, by its name in SQL; texts are VARCHAR, which Spark calls STRING."""
        return _SQL_TYPES[self]


_SQL_TYPES = {
    Stored.KEY: "BIGINT",
    Stored.NUMBER: "BIGINT",
    Stored.COUNT: "INTEGER",
    Stored.CODE: "SMALLINT",
    Stored.TEXT: "VARCHAR",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its Chinese title (by which expressions call it), its unit and what it means.

    `largest` is the largest size that is stored of a number, in its unit. `codes` are the values of a code by name.
    Only numbers and texts may be empty.
    """

    name: str
    title: str
    stored: Stored
    meaning: str
    unit: str = ""
    largest: int = 0
    codes: dict[str, int] = field(default_factory=dict, hash=False)
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the store."""

    name: str
    title: str
    row: str
    columns: tuple[Column, ...]

    def column(self, title: str) -> Column | None:
        """The column that expressions call so."""
        return next((column for column in self.columns if column.title == title), None)

    @property
    def stored(self) -> tuple[tuple[str, Stored], ...]:
        """Every stored column with its type, those that belong to a printed number behind it."""
        return tuple(each for column in self.columns for each in _stored(column))


def _stored(column: Column) -> Iterator[tuple[str, Stored]]:
    yield column.name, column.stored
    if column.printed:
        yield f"{column.name}_step", Stored.NUMBER
        yield f"{column.name}_text", Stored.TEXT


YES_NO = {"否": 0, "是": 1}
SEVERITY = {"错误": 0, "疑点": 1, "提示": 2}
STATUS = {"已读出": 0, "部分读出": 1, "未读出": 2}
MONEY_ROW = {"总额": 0, "来源": 1, "明细": 2}
DIRECTION = {"方向不明": 0, "越高越好": 1, "越低越好": 2, "等于": 3}
OUTCOME = {"无法比较": 0, "达到": 1, "未达到": 2}
EXECUTION_RULE = {"不计分": 0, "按比例": 1, "分档": 2, "完成后分档": 3}
SHORTFALL = {"未规定": 0, "按比例计": 1, "及格线": 2, "不得分": 3}
DECREASING = {"没有规定": 0, "反比": 1, "按超出比例扣": 2, "一律不得分": 3}
DENOMINATOR = {"全年预算": 0, "年初预算": 1, "扣除统筹整合后预算": 2}

LARGEST_AMOUNT, LARGEST_POINTS, LARGEST_RATE, LARGEST_VALUE = 10**12, 10**4, 10**6, 10**12
LARGEST_SETTING = {"%": 10**3, "分": LARGEST_POINTS}
MOST_ROWS = 10**4
"""How many rows of a kind one form may have; a form with more is stored as unread."""


def _key(name: str, title: str, meaning: str) -> Column:
    return Column(name, title, Stored.KEY, meaning)


def _text(name: str, title: str, meaning: str) -> Column:
    return Column(name, title, Stored.TEXT, meaning)


def _count(name: str, title: str, meaning: str, largest: int = MOST_ROWS) -> Column:
    return Column(name, title, Stored.COUNT, meaning, "", largest)


def _code(name: str, title: str, meaning: str, codes: dict[str, int]) -> Column:
    return Column(name, title, Stored.CODE, meaning, codes=codes)


def _flag(name: str, title: str, meaning: str) -> Column:
    return _code(name, title, meaning, YES_NO)


def _amount(name: str, title: str, meaning: str) -> Column:
    return Column(name, title, Stored.NUMBER, meaning, "元", LARGEST_AMOUNT, printed=True)


def _points(name: str, title: str, meaning: str) -> Column:
    return Column(name, title, Stored.NUMBER, meaning, "分", LARGEST_POINTS, printed=True)


def _rate(name: str, title: str, meaning: str) -> Column:
    return Column(name, title, Stored.NUMBER, meaning, "%", LARGEST_RATE, printed=True)


def _setting(name: str, title: str, unit: str, meaning: str) -> Column:
    return Column(name, title, Stored.NUMBER, meaning, unit, LARGEST_SETTING[unit])


_FORM = _key("form", "自评表", "自评表的编号")
_SETTING = _key("setting", "口径", "所用口径的编号，见 settings")

FORMS = Table(
    "forms",
    "自评表",
    "一份自评表",
    (
        _FORM,
        _SETTING,
        _text("file", "文件", "所在文件"),
        _count("number", "序号", "在文件里的第几份", 10**6),
        _text("place", "地区", "地区"),
        _text("province", "省份", "省份"),
        _count("year", "年度", "预算年度，不知道的为 0", 9999),
        _text("department", "主管部门", "主管部门，照表"),
        _text("unit", "实施单位", "实施单位，照表"),
        _text("project", "项目名称", "项目名称，照表"),
        _text("profile", "表样", "认出的表样"),
        _code("status", "读取情况", "读出多少；没有全部读出的，原因见 why", STATUS),
        _text("why", "未读原因", "没有读出的部分和原因"),
        _amount("initial", "年初预算数", "年度资金总额的年初预算数"),
        _amount("adjusted", "全年预算数", "年度资金总额的全年（调整后）预算数"),
        _amount("net", "净预算数", "扣除统筹整合后的预算数，少数表样才有"),
        _amount("executed", "执行数", "年度资金总额的全年执行数"),
        _rate("rate", "执行率", "印出的执行率；看不出是小数还是百分数的留空"),
        _points("execution_points", "执行率分值", "执行率的分值"),
        _points("execution_score", "执行率得分", "执行率的得分"),
        _points("total_points", "分值合计", "印出的分值合计"),
        _points("total_score", "总分", "印出的得分总分"),
        _text("grade", "等级", "印出的等级"),
        _count("grade_rank", "等级位次", "等级是口径里从高到低第几等，0：没有印或不认识", 9),
        _flag("total_row", "有总分行", "是否读到总分一行"),
        _flag("total_alone", "总分行只有一个数", "总分一行是否只有一个数，因而不能肯定是得分"),
        _flag("scored", "打分", "是否有一行打分"),
        _flag("points_given", "各行打分值", "是否有指标填了分值"),
        _flag("scores_given", "各行打得分", "是否有指标填了得分"),
        _flag("scores_objective", "目标打分", "总体目标是否也打分"),
        _flag("all_done", "全部完成", "总体目标的完成情况是否只写全部完成"),
        _flag("pays", "目标是付款", "总体目标是否就是支付款项"),
        _flag("reason_column", "有原因栏", "表样是否有偏差原因一栏"),
        _flag("explained", "写了原因", "全表是否写了任何一条偏差原因"),
        _flag("whole_score", "执行率得分是整数", "执行率得分是否整数分"),
        _flag("by_rate", "同文件按比例", "同一文件里是否有自评表的执行率得分按比例计而不是满分"),
        _flag("nested_sources", "来源可能包含", "资金来源各行之间是否可能有包含关系"),
        _count("unread_rows", "未读行数", "表里没有读出的行数"),
        _text("contact", "联系人", "联系人和电话，已遮盖"),
    ),
)
MONEY = Table(
    "money",
    "项目资金",
    "项目资金的一行",
    (
        _FORM,
        _count("money_row", "行号", "第几行"),
        _code("kind", "资金行", "总额、来源或来源以下的明细", MONEY_ROW),
        _text("label", "资金名称", "行名"),
        _amount("initial", "行年初预算数", "年初预算数"),
        _amount("adjusted", "行全年预算数", "全年预算数"),
        _amount("executed", "行执行数", "全年执行数"),
    ),
)
LINES = Table(
    "lines",
    "三级指标",
    "一个三级指标",
    (
        _FORM,
        _SETTING,
        _count("line", "指标行号", "第几个指标"),
        _text("block", "一级指标", "一级指标"),
        _text("level2", "二级指标", "二级指标"),
        _text("name", "三级指标", "三级指标"),
        _text("target_text", "指标值文字", "年度指标值，照表"),
        _text("actual_text", "完成值文字", "实际完成值，照表"),
        Column("target", "指标值", Stored.NUMBER, "指标值里的数", "表中单位", LARGEST_VALUE),
        _text("target_unit", "指标值单位", "指标值的单位"),
        Column("actual", "完成值", Stored.NUMBER, "完成值里的数", "表中单位", LARGEST_VALUE),
        _text("actual_unit", "完成值单位", "完成值的单位"),
        _code("direction", "方向", "按符号、名称判断的方向", DIRECTION),
        _flag("signed", "写明方向", "指标值是否自己写明方向（≥、≤、以上、以内等）"),
        _code("outcome", "完成情况", "完成值对指标值；文字、单位不同、方向不明的无法比较", OUTCOME),
        _flag("same_words", "文字相同", "指标值与完成值是否是相同的文字"),
        _flag("copied", "照抄指标值", "完成值是否连符号一起照抄指标值"),
        _flag("satisfaction", "满意度", "是否满意度指标"),
        _flag("filled", "填了内容", "是否填了指标值或完成值"),
        _flag("compared", "两值都填", "指标值和完成值是否都填了"),
        _flag("covered", "合用一格", "分值或得分是否与上面的指标合用一格"),
        _flag("reason", "有原因", "是否写了偏差原因"),
        _flag("reason_asked", "要求原因", "表样是否有偏差原因一栏"),
        _setting("tier_share", "满意度得分率", "%", "按表样的满意度分档应得分值的百分之几，没有分档的留空"),
        _points("points", "分值", "分值"),
        _points("score", "得分", "得分"),
    ),
)
BLOCKS = Table(
    "blocks",
    "一级指标",
    "一份自评表的一个一级指标",
    (
        _FORM,
        _SETTING,
        _count("block_number", "块号", "第几个一级指标"),
        _text("block", "一级指标", "一级指标"),
        _points("points", "标题分值", "一级指标名称后写的分值"),
        _setting("profile_points", "口径分值", "分", "口径规定的分值，没有规定的留空"),
        _flag("points_given", "表内打分值", "这份表是否有指标填了分值"),
        _count("unread_rows", "块未读行数", "这一部分没有读出的行数"),
    ),
)
LISTED = Table(
    "listed",
    "汇总表",
    "汇总表里的一个项目",
    (
        _key("listed_row", "汇总行", "汇总表行的编号"),
        _key("form", "自评表", "同一文件里同名的自评表，没有的为 0"),
        _SETTING,
        _text("file", "文件", "所在文件"),
        _flag("certain", "肯定是同一项目", "名称或金额是否足以肯定与自评表是同一项目"),
        _flag("contradicted", "等级自相矛盾", "同一张汇总表里是否有得分与它相同或更低而等级不同或更高的行"),
        _text("listed_name", "汇总项目名称", "项目名称，照表"),
        _amount("listed_money", "汇总资金", "汇总表的资金"),
        _points("listed_score", "汇总得分", "汇总表的得分"),
        _text("listed_grade", "汇总等级文字", "汇总表的等级"),
        _count("listed_rank", "汇总等级位次", "等级是口径里从高到低第几等，0：没有印或不认识", 9),
    ),
)
NOTED = Table(
    "noted",
    "阅读时的发现",
    "读表时按文字作出的一条发现（占位文字、名称、单位等），不由关系式核对",
    (
        _FORM,
        _count("noted_row", "发现行号", "第几条"),
        _text("file", "文件", "所在文件"),
        _text("check_id", "核查编号", "核查目录里的编号"),
        _code("severity", "严重程度", "严重程度", SEVERITY),
        _text("title", "发现标题", "标题"),
        _text("explanation", "发现说明", "说明"),
        _text("stated", "所填", "表中所填"),
        _text("expected", "应为", "应填的内容"),
        _text("where_text", "位置", "在文件里的位置"),
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
        _text("profile", "表样", "表样"),
        _code("denominator", "执行率分母", "执行率以哪个预算数为分母；空白时用另一个", DENOMINATOR),
        _code("execution_rule", "执行率计分", "执行率怎样计分", EXECUTION_RULE),
        _flag("rule_stated", "计分有据", "表样或当地文件是否写明执行率怎样计分"),
        *(
            column
            for n in range(1, TIERS + 1)
            for column in (
                _setting(f"tier_{n}_from", f"第{n}档下限", "%", f"第 {n} 档（从高到低）的执行率下限，含"),
                _setting(f"tier_{n}_share", f"第{n}档得分率", "%", f"第 {n} 档得分占执行率分值的百分之几"),
            )
        ),
        _setting("full_points", "满分", "分", "分值合计应为多少"),
        _setting("floor", "执行率下限", "%", "执行率低于它不得分，没有规定的留空"),
        _setting("rule_points", "口径执行率分值", "分", "资金栏的执行率应有的分值，没有规定的留空"),
        _flag("apart", "执行率单列", "资金栏是否给执行率打分、在各一级指标之外"),
        _flag("headings_bind", "标题分值有约束", "一级指标名称后写的分值是否应等于所列指标之和"),
        _flag("even", "均分取整", "分值是否平均分配并取整，因而各项之和可以差一点"),
        _flag("bonus", "可加分", "得分是否可以超过分值"),
        _code("shortfall", "未完成计分", "定量指标没有完成时怎样计分", SHORTFALL),
        _code("decreasing", "超出计分", "越低越好的指标超出指标值时怎样计分", DECREASING),
        _flag("reduces", "偏高扣分", "完成值明显偏高时是否规定扣分"),
        _setting("pass_mark", "及格完成率", "%", "完成率低于它不得分，以上按超过的部分计分"),
        _setting("far_above", "偏高完成率", "%", "完成率高于它算明显偏高"),
        _setting("explained_from", "须说明的执行率", "%", "执行率低于它须说明原因"),
        _flag("bands_stated", "分数线有据", "分数线是否由表样或当地文件写明"),
        _flag("whole_bands", "整数分数线", "分数线是否先按整数分取整再比"),
        *(
            _setting(f"band_{n}_from", f"第{n}等下限", "分", f"第 {n} 等（从高到低）的分数下限，含")
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
            for code, value in column.codes.items():
                if found.setdefault(code, value) != value:
                    raise ValueError(f"two codes are called {code}")
    return found
