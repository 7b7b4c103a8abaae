"""Consistent evaluations made at random: exact amounts, scores and answers, from which everything printed follows."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from random import Random

_PLACES = ("清河县", "临川区", "武安县", "青山区", "云溪市", "长岭县")
_OFFICES = ("水务局", "农业农村局", "教育局", "交通运输局", "民政局", "文化旅游局")
_PROJECTS = (
    "农村饮水维修",
    "河道清淤",
    "校舍加固",
    "公路养护",
    "图书购置",
    "养老补贴",
    "非遗展演",
    "技术培训",
    "档案整理",
)
_SYSTEM = (
    ("投入", (("目标设定", ("绩效目标合理性", "绩效指标明确性")), ("预算配置", ("在职人员控制率", "预算编制完整性")))),
    (
        "过程",
        (
            ("预算执行", ("预算执行率", "预算调整率", "结转结余率")),
            ("预算管理", ("管理制度健全性", "资金使用合规性")),
            ("资产管理", ("资产管理规范性", "固定资产利用率")),
        ),
    ),
    ("产出", (("重点工作", ("维修任务完成情况", "培训任务完成情况", "验收质量达标情况")),)),
    ("效果", (("社会效益", ("服务能力提升情况",)), ("满意度", ("服务对象满意度",)))),
)
DEGREES = ("非常满意", "比较满意", "一般", "不太满意", "非常不满意")
_ASKED = ("服务态度", "办事效率", "信息公开", "工程质量", "整体工作")
SCHEME = (100, 75, 50, 25, 0)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the budget in fen: initial budget, adjusted budget and outturn."""

    name: str
    initial: int
    adjusted: int
    spent: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of the third level with its weight and score in hundredths of a point."""

    code: str
    name: str
    weight: int
    score: int


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the first or second level."""

    code: str
    name: str
    below: tuple["Group | Indicator", ...]

    @property
    def weight(self) -> int:
        """Its points in hundredths."""
        return sum(each.weight for each in self.below)

    @property
    def score(self) -> int:
        """Its score in hundredths."""
        return sum(each.score for each in self.below)

    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators below."""
        return tuple(
            leaf for each in self.below for leaf in (each.indicators() if isinstance(each, Group) else (each,))
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the survey: what it asks for, and how many gave each answer, the best first."""

    asked: str
    counts: tuple[int, ...]

    @property
    def composite(self) -> Fraction:
        """Its satisfaction in percent."""
        weighed = sum(count * weight for count, weight in zip(self.counts, SCHEME, strict=True))
        return Fraction(weighed, sum(self.counts))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything a report states."""

    place: str
    office: str
    year: int
    basic: tuple[Item, ...]
    projects: tuple[Item, ...]
    system: tuple[Group, ...]
    questions: tuple[Question, ...]

    @property
    def department(self) -> str:
        """The department evaluated."""
        return f"{self.place}{self.office}"

    @property
    def score(self) -> int:
        """The total in hundredths of a point."""
        return sum(group.score for group in self.system)

    @property
    def grade(self) -> str:
        """The grade by 90, 80, 60."""
        return next(
            grade for bound, grade in ((9000, "优"), (8000, "良"), (6000, "中"), (0, "差")) if self.score >= bound
        )

    @property
    def answers(self) -> int:
        """How many answered."""
        return sum(self.questions[0].counts)

    @property
    def satisfaction(self) -> Fraction:
        """The mean over the questions, unrounded."""
        return sum((question.composite for question in self.questions), Fraction(0)) / len(self.questions)


def evaluation(random: Random) -> Evaluation:
    """An evaluation whose figures all follow from each other."""
    answers = random.randint(30, 300)
    projects = random.sample(_PROJECTS, random.randint(2, 6))
    return Evaluation(
        random.choice(_PLACES),
        random.choice(_OFFICES),
        random.randint(2019, 2025),
        tuple(_item(random, name, 50_000_000) for name in ("人员经费", "公用经费")),
        tuple(_item(random, f"{name}项目", 20_000_000) for name in projects),
        _system(random),
        tuple(_question(random, asked, answers) for asked in random.sample(_ASKED, random.randint(2, 4))),
    )


def _item(random: Random, name: str, most: int) -> Item:
    initial = random.randint(most // 10, most * 10)
    adjusted = initial + random.choice((0, 0, random.randint(-initial // 5, initial // 3)))
    return Item(name, initial, adjusted, adjusted - random.choice((0, random.randint(0, adjusted // 3))))


def _system(random: Random) -> tuple[Group, ...]:
    leaves = sum(len(names) for _, groups in _SYSTEM for _, names in groups)
    weights = [100] * leaves
    for _ in range(100 - leaves):
        weights[random.randrange(leaves)] += 100
    left = iter(weights)
    groups = []
    for letter, (name, below) in zip("ABCD", _SYSTEM, strict=True):
        seconds = []
        for number, (second, names) in enumerate(below, 1):
            lines = tuple(
                _indicator(random, f"{letter}{number}.{place}", leaf, next(left)) for place, leaf in enumerate(names, 1)
            )
            seconds.append(Group(f"{letter}{number}", second, lines))
        groups.append(Group(letter, name, tuple(seconds)))
    return tuple(groups)


def _indicator(random: Random, code: str, name: str, weight: int) -> Indicator:
    lost = random.choice((0, 0, 0, weight, random.randint(0, weight) // 5 * 5))
    return Indicator(code, name, weight, weight - lost)


def _question(random: Random, asked: str, answers: int) -> Question:
    ends = [0, *sorted(random.randint(answers // 2, answers) for _ in range(4)), answers]
    return Question(asked, tuple(after - before for before, after in pairwise(ends)))


def wan(fen: int) -> str:
    """An amount in 万元 with two decimals, rounded half up."""
    return f"{Decimal(fen).scaleb(-6).quantize(Decimal('0.01'), ROUND_HALF_UP)}"


def points(hundredths: int) -> str:
    """Points with two decimals."""
    return f"{Decimal(hundredths).scaleb(-2):.2f}"


def percent(share: Fraction) -> str:
    """A share in percent with two decimals, rounded half up."""
    hundredths = (share * 10000 + Fraction(1, 2)).__floor__()
    return f"{Decimal(hundredths).scaleb(-2):.2f}%"
