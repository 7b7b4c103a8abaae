"""The self-evaluation report of a department: a summary table, and a form for each project that follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from tests.quality.evaluations import percent, points
from tests.quality.kinds.registry import Dossier
from tests.quality.sheets import Block, Cell, Heading, Paragraph, Sheets, Table, row

_PLACES = ("柳溪县", "云岭县", "青阳县", "东陵区")
_OFFICES = ("水利局", "林业局", "住房和城乡建设局", "农业农村局")
_PROJECTS = ("山塘巡查管护", "水质检测设备购置", "渠道清淤维修", "农田防护林补植", "乡村道路养护", "农机具更新补贴")
_UNITS = ("水库管理所", "农村供水站", "渠道管理所", "项目建设办公室")
_PEOPLE = ("汪岚", "邱实", "许宁", "苏敏")
WHOLE, SOURCES = "年度资金总额", ("其中：当年财政拨款", "上年结转资金", "其他资金")
NO_POINTS = "—"


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator of a form: what it is below, its target and actual value, points and score."""

    block: str
    level2: str
    name: str
    target: str
    actual: str
    points: str
    score: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its money in hundredths of 万元 (initial, adjusted, executed), each by source, and its lines."""

    name: str
    unit: str
    contact: str
    sources: tuple[tuple[int, int, int], ...]
    lines: tuple[Line, ...]

    @property
    def money(self) -> tuple[int, ...]:
        """Initial budget, adjusted budget and executed amount."""
        return tuple(sum(column) for column in zip(*self.sources, strict=True))

    @property
    def rate(self) -> Fraction:
        """The execution rate."""
        return Fraction(self.money[2], self.money[1])

    @property
    def rate_score(self) -> int:
        """The points for it, in hundredths."""
        return min(1000, (self.rate * 1000 + Fraction(1, 2)).__floor__())

    @property
    def score(self) -> int:
        """The total in hundredths."""
        return self.rate_score + sum(int(Fraction(line.score) * 100) for line in self.lines)

    @property
    def grade(self) -> str:
        """The grade by 90, 80, 60."""
        return next(name for low, name in ((9000, "优"), (8000, "良"), (6000, "中"), (0, "差")) if self.score >= low)


@dataclass(frozen=True, slots=True)
class SelfEvaluation:
    """What a department says of its projects."""

    place: str
    office: str
    year: int
    projects: tuple[Project, ...]

    @property
    def department(self) -> str:
        """The name of the department."""
        return f"{self.place}{self.office}"


def self_evaluation(random: Random) -> SelfEvaluation:
    """Forms whose figures all follow from each other."""
    names = random.sample(_PROJECTS, 3)
    start = random.randint(6_200_000, 6_900_000)
    projects = tuple(
        _project(random, name, f"{person} {start + 137 * number}")
        for number, (name, person) in enumerate(zip(names, _PEOPLE, strict=False))
    )
    return SelfEvaluation(random.choice(_PLACES), random.choice(_OFFICES), random.randint(2021, 2025), projects)


def _project(random: Random, name: str, contact: str) -> Project:
    fiscal, carried = random.randint(2000, 9000), random.randint(300, 900)
    sources = (
        (fiscal, fiscal + random.randint(100, 300), fiscal - random.randint(0, fiscal // 30)),
        (carried, carried, carried - random.randint(0, 99)),
        (0, 0, 0),
    )
    asked = random.randint(40, 120)
    short = random.randint(4, 9)
    lines = (
        Line(
            "产出指标50分", "数量指标", "完成管护数量", f"≥{asked}处", f"{asked + random.randint(0, 9)}处", "12", "12"
        ),
        Line("", "", "组织培训期数", "6期", "6期", "10", "10"),
        Line("", "质量指标", "验收合格率", "≥95%", f"{random.randint(950, 999) / 10}%", "12", "12"),
        Line("", "时效指标", "按期完成率", "≥95%", "97.5%", "8", "8"),
        Line("", "成本指标", "每处平均费用", "≤2万元", "1.84万元", "8", "8"),
        Line(
            "效益指标30分",
            "经济效益指标",
            "带动收入",
            "≥40万元",
            f"{40 - short}万元",
            "10",
            "8",
            "七月干旱，收成不足，下年加强调度。",
        ),
        Line("", "社会效益指标", "受益户数", "≥3000户", f"{3000 + random.randint(0, 500)}户", "10", "10"),
        Line("", "可持续影响指标", "有效投诉次数", "≤3次", f"{random.randint(0, 3)}次", "10", "10"),
        Line(
            "满意度指标10分",
            "服务对象满意度指标",
            "受益群众满意度",
            "≥90%",
            f"{random.randint(900, 989) / 10}%",
            "10",
            "10",
        ),
    )
    return Project(name, random.choice(_UNITS), contact, sources, lines)


def document(made: SelfEvaluation) -> Sheets:
    """The report with its summary and its forms."""
    return Sheets(f"{made.department}{made.year}年度项目支出绩效自评报告", tuple(_blocks(made)))


def filled_in(seed: int) -> Dossier[SelfEvaluation]:
    """A self-evaluation report to plant faults in."""
    made = self_evaluation(Random(seed))
    return Dossier(document(made), made)


def _blocks(made: SelfEvaluation) -> Iterator[Block]:
    budget = sum(project.money[1] for project in made.projects)
    yield Heading(1, "一、自评工作开展情况")
    yield Paragraph(
        (
            f"按照《项目支出绩效评价管理办法》（财预〔2020〕10号），{made.year}年{made.department}对{len(made.projects)}个项目开展自评，"
            f"项目预算资金{_wan(budget)}万元。"
            "自评得分90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。",
        )
    )
    yield Heading(1, "二、自评结果及分析")
    yield Paragraph((f"{made.year}年度{made.department}项目支出绩效自评情况汇总表",))
    yield Paragraph((f"预算部门（盖章）：{made.department}",))
    yield Paragraph(("单位：万元",))
    yield Table("", "", tuple(_summary(made)))
    yield Heading(1, "三、存在的问题和措施")
    yield Paragraph(("带动收入没有达到指标值，下年加强调度，提高带动收入。",))
    yield Heading(1, "四、有关建议")
    yield Paragraph(("建议加强调度，提高带动收入。",))
    for project in made.projects:
        yield Paragraph((f"{project.name}项目支出绩效自评表",))
        yield Paragraph((f"（{made.year}年度）",))
        yield Table("", "", tuple(_form(made, project)))


def _summary(made: SelfEvaluation) -> Iterator[tuple[Cell, ...]]:
    yield row("序号", "资金使用单位", "项目名称", "资金", "自评得分", "自评等级", "联系人及电话")
    for number, project in enumerate(made.projects, 1):
        yield row(
            str(number),
            project.unit,
            project.name,
            _wan(project.money[1]),
            points(project.score),
            project.grade,
            project.contact,
        )
    yield row("合计", "", "", _wan(sum(project.money[1] for project in made.projects)), "", "", "")


def _form(made: SelfEvaluation, project: Project) -> Iterator[tuple[Cell, ...]]:
    yield row(Cell("项目名称", columns=2), Cell(project.name, columns=8))
    yield row(
        Cell("主管部门", columns=2),
        Cell(made.department, columns=3),
        Cell("实施单位", columns=2),
        Cell(project.unit, columns=3),
    )
    heads = "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"
    yield row(Cell("项目资金（万元）", rows=2 + len(SOURCES)), Cell("", columns=3), *heads)
    rate = percent(project.rate)
    yield row(Cell(WHOLE, columns=3), *map(_wan, project.money), "10", rate, points(project.rate_score))
    for label, amounts in zip(SOURCES, project.sources, strict=True):
        yield row(Cell(label, columns=3), *map(_wan, amounts), *[NO_POINTS] * 3)
    yield row(Cell("年度总体目标", rows=2), Cell("预期目标", columns=5), Cell("实际完成情况", columns=4))
    yield row(
        Cell(f"完成{project.name}任务，支付相关款项。", columns=5), Cell("年度任务已验收，款项按合同支付。", columns=4)
    )
    first = Cell("绩效指标", rows=1 + len(project.lines))
    heads_below = "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"
    yield row(first, "一级指标", "二级指标", Cell("三级指标", columns=2), *heads_below)
    for number, line in enumerate(project.lines):
        heads_of_line = []
        if line.block:
            heads_of_line.append(Cell(line.block, rows=_reach(project, number, "block")))
        if line.level2:
            heads_of_line.append(Cell(line.level2, rows=_reach(project, number, "level2")))
        yield row(
            *heads_of_line, Cell(line.name, columns=2), line.target, line.actual, line.points, line.score, line.reason
        )
    yield row(Cell("总分", columns=7), "100", points(project.score), "")


def _reach(project: Project, start: int, field: str) -> int:
    """Over how many lines a cell goes."""
    following = project.lines[start + 1 :]
    return next((n for n, line in enumerate(following, 1) if getattr(line, field)), len(following) + 1)


def _wan(hundredths: int) -> str:
    return points(hundredths)
