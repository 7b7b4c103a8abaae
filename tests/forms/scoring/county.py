"""Forms of an invented county as text: one form from its figures, and five with the faults that counties make."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jixiao.documents import document_of
from jixiao.forms import Form, read_forms


@dataclass(frozen=True)
class Line:
    """An indicator as it is typed; `block` and `level2` are printed where they are given."""

    name: str
    target: str
    actual: str
    points: str
    score: str
    block: str = ""
    level2: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Sheet:
    """A form as it is typed."""

    project: str = "河道保洁经费"
    initial: str = "60.00"
    adjusted: str = "60.00"
    executed: str = "57.00"
    rate: str = "95.00%"
    points: str = "10"
    score: str = "9.5"
    expected: str = "完成全年河道保洁任务"
    actual: str = "保洁任务已完成"
    lines: Sequence[Line] = field(default_factory=tuple)
    total: tuple[str, str] = ("100", "99.5")

    def text(self) -> str:
        """The form, cells between tabs."""
        return "\n".join(
            [*self._head(), *map(_typed, self.lines), f"总分\t\t\t\t\t\t{self.total[0]}\t{self.total[1]}\t", ""]
        )

    def form(self) -> Form:
        """The form as it is read."""
        (form,) = read_forms(document_of(self.text().encode(), "自评.txt")).forms
        return form

    def _head(self) -> list[str]:
        money = (self.initial, self.adjusted, self.executed, self.points, self.rate, self.score)
        sources = (self.initial, self.adjusted, self.executed, "—", "", "—")
        return [
            f"{self.project}项目支出绩效自评表（2023年度）",
            "",
            f"项目名称\t\t{self.project}\t\t\t\t\t\t",
            "主管部门\t\t石桥县水务局\t\t\t实施单位\t石桥县河道所\t\t",
            "项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
            "\t年度资金总额\t\t" + "\t".join(money),
            "\t其中：当年财政拨款\t\t" + "\t".join(sources),
            "年度总体目标\t预期目标\t\t\t实际完成情况\t\t\t\t",
            f"\t{self.expected}\t\t\t{self.actual}\t\t\t\t",
            "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施",
        ]


def _typed(line: Line) -> str:
    cells = (line.block, line.level2, line.name, line.target, line.actual, line.points, line.score, line.reason)
    return "\t" + "\t".join(cells)


LENGTH = Line("保洁河道长度", "≥80公里", "82公里", "20", "20", "产出指标 50分", "数量指标")
RATE = Line("保洁合格率", "≥95%", "96%", "20", "20", "", "质量指标")
COST = Line("每公里成本", "≤0.8万元", "0.7万元", "10", "10", "", "成本指标")
EFFECT = Line("水质达标断面", "≥6个", "6个", "30", "30", "效益指标 30分", "生态效益指标")
PUBLIC = Line("沿河居民满意度", "≥90%", "93%", "10", "10", "满意度指标 10分", "服务对象满意度指标")
LINES = (LENGTH, RATE, COST, EFFECT, PUBLIC)
"""50 + 30 + 10 points, every target reached: 90."""

SOUND = Sheet(lines=LINES)
"""57 ÷ 60 = 95 %, so 9.5; 9.5 + 90 = 99.5: nothing to mend."""


def with_line(number: int, **changes: str) -> Sheet:
    """The sound form with one indicator typed otherwise."""
    lines = list(LINES)
    lines[number] = replace(lines[number], **changes)
    return replace(SOUND, lines=tuple(lines))


_HUNDREDS = tuple(
    Line(name, "100%", "100%", "100", "100", block, level2)
    for name, block, level2 in (
        ("平台功能满足率", "产出指标 50分", "质量指标"),
        ("接口开通率", "", ""),
        ("服务开通率", "效益指标 30分", "社会效益指标"),
        ("用户满意度", "满意度指标 10分", "服务对象满意度指标"),
    )
)

FIVE = (
    # 80 points under a heading of 50, 20 under one of 30, all with full marks; 7.52 ÷ 9.40 = 80 %: 8 + 90 = 98
    Sheet(
        "便民手册印制", "9.40", "9.40", "7.52", "80.00%", "10", "8",
        lines=(
            *(Line(f"第{number}类手册数量", "500册", "500册", "20", "20", *heads) for number, heads in enumerate(
                [("产出指标 50分", "数量指标"), ("", ""), ("", ""), ("", "")], 1)),
            Line("便民程度", "提升", "群众办事更方便", "20", "20", "效益指标 30分", "社会效益指标"),
            Line("服务对象满意率", "≥80%", "100%", "10", "10", "满意度指标 10分", "服务对象满意度指标"),
        ),
        total=("", "100"),
    ),
    # 1,203,600 yuan of 150.45 ten thousands is 80 %, so 8 and not 9; two targets reached with points taken off
    Sheet(
        "大厅运行经费", "150.45", "150.45", "1203600元", "80.0%", "10", "9",
        lines=(
            Line("保障大厅天数", "≥250天", "252天", "25", "25", "产出指标 50分", "数量指标"),
            Line("故障排除率", "95%", "100%", "25", "25", "", "质量指标"),
            Line("办件及时率", "95%", "98%", "15", "13", "效益指标 30分", "社会效益指标"),
            Line("设备正常运行率", "95%", "100%", "15", "15", "", "可持续影响指标"),
            Line("服务对象满意度", "95%", "98%", "10", "8.5", "满意度指标 10分", "服务对象满意度指标"),
        ),
        total=("", "96"),
    ),
    # nothing paid, full points for it, and 100 points for every indicator: 0 + 90
    Sheet("云平台租用", "21.00", "21.00", "0", "0%", "10", "10", "支付租用费", "全部完成", _HUNDREDS, ("", "100")),
    # the same with one indicator that has neither points nor score
    Sheet(
        "驻点运维服务", "12.00", "12.00", "0", "0%", "10", "10", "支付运维费", "全部完成",
        (*_HUNDREDS[:2], replace(_HUNDREDS[2], points="", score=""), *_HUNDREDS[3:]), ("", "100"),
    ),
    # 8.05 ÷ 70.00 = 11.50 %, printed 1.15 %: 1.15 + 90 = 91.15
    Sheet("终端购置", "70.00", "70.00", "8.05", "1.15%", "10", "10", "购置终端", "全部完成", _HUNDREDS, ("", "100")),
)  # fmt: skip
TOTALS = ("98", "98", "90", "90", "91.15")
"""What the five should come to."""
