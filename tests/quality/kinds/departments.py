"""A department evaluated in full: amounts, facts and rules from which every score of its report follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from tests.quality.evaluations import Evaluation, Group, Indicator, Item, Question, percent, points, wan

_PLACES = ("柳溪县", "云岭县", "青阳县", "东陵区")
_OFFICES = ("水务局", "农业农村局", "教育体育局", "交通运输局", "民政局")
_PROJECTS = ("饮水维修", "河道清淤", "校舍加固", "公路养护", "图书购置", "养老补贴", "技术培训", "档案整理")
_ASKED = ("服务态度", "办事效率", "信息公开", "工程质量", "整体工作")
_SATISFIED = "服务对象满意度"
_HUNDREDTH = 10_000
"""Fen in a hundredth of 万元: all amounts are whole ones, so that tables in 万元 add up exactly."""
Weights = tuple[tuple[int, int], ...]
WEIGHTS: Weights = ((3, 15), (4, 25), (3, 30), (2, 30))
"""How many indicators each group of the first level has, and its points."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An indicator with what decides its score: explanation, target, points to look at, rule, what was found."""

    indicator: Indicator
    about: str
    target: str
    definition: str
    rule: str
    process: str

    @property
    def lost(self) -> int:
        """What was taken off, in hundredths."""
        return self.indicator.weight - self.indicator.score

    @property
    def told(self) -> str:
        """What was found, with the score."""
        return f"{self.process}，得{points(self.indicator.score)}分。"


@dataclass(frozen=True, slots=True)
class Department:
    """The evaluation with all that its report tells beside the figures."""

    evaluation: Evaluation
    judged: tuple[Judged, ...]
    raised: int
    cut: int

    def named(self, name: str) -> Judged:
        """The indicator of a name."""
        return next(each for each in self.judged if each.indicator.name == name)

    @property
    def losers(self) -> tuple[Judged, ...]:
        """The indicators that lost points."""
        return tuple(each for each in self.judged if each.lost)

    def group_of(self, number: int) -> tuple[Judged, ...]:
        """The indicators of a group of the first level."""
        codes = {leaf.code for leaf in self.evaluation.system[number].indicators()}
        return tuple(each for each in self.judged if each.indicator.code in codes)


def department(random: Random, weights: Weights = WEIGHTS) -> Department:
    """A department whose figures and scores all follow from each other."""
    basic, projects, raised, lowered = _amounts(random)
    questions = _questions(random)
    listed = [weight for count, total in weights for weight in _weights(random, count, total)]
    before = Evaluation(
        random.choice(_PLACES), random.choice(_OFFICES), random.randint(2021, 2025), basic, projects, (), questions
    )
    judged = _judged(random, before, listed, raised, lowered)
    made = Evaluation(before.place, before.office, before.year, basic, projects, _system(judged), questions)
    return Department(made, judged, raised, lowered)


def judged_otherwise(about: Department, other: Judged) -> Department:
    """The department with another judgement of an indicator, and all sums over it."""
    judged = tuple(other if each.indicator.code == other.indicator.code else each for each in about.judged)
    return replace(about, judged=judged, evaluation=replace(about.evaluation, system=_system(judged)))


def answered_otherwise(about: Department, at: int, question: Question) -> Department:
    """The department with other answers to a question of its survey, and the satisfaction that they come to."""
    listed = about.evaluation.questions
    other = replace(about, evaluation=replace(about.evaluation, questions=(*listed[:at], question, *listed[at + 1 :])))
    return judged_otherwise(other, _satisfied(other.evaluation, about.named(_SATISFIED).indicator.weight))


def _amounts(random: Random) -> tuple[tuple[Item, ...], tuple[Item, ...], int, int]:
    """Lines of the budget, and by how much basic expenditure was raised and the projects were cut.

    Both together are a whole percentage of the budget above ten, and their difference is below ten.
    """
    hundred = random.randint(400, 900) * _HUNDREDTH
    raised, lowered = random.randint(7, 9) * hundred, random.randint(4, 6) * hundred
    initial = [random.randint(20, 30) * hundred + random.randint(-99, 99) * _HUNDREDTH for _ in range(2)]
    names = random.sample(_PROJECTS, random.randint(4, 5))
    shares = [random.randint(8, 10) * hundred // 2 + random.randint(-99, 99) * _HUNDREDTH for _ in names[1:]]
    shares.insert(0, 100 * hundred - sum(initial) - sum(shares))
    shares = [share // _HUNDREDTH * _HUNDREDTH for share in shares]
    shares[0] += 100 * hundred - sum(initial) - sum(shares)
    basic = [
        (name, amount, raised if not number else 0)
        for number, (name, amount) in enumerate(zip(("人员经费", "公用经费"), initial, strict=True))
    ]
    rest = [
        (f"{name}项目", amount, -lowered if not number else 0)
        for number, (name, amount) in enumerate(zip(names, shares, strict=True))
    ]
    return _items(random, basic), _items(random, rest), raised, lowered


def _items(random: Random, lines: Sequence[tuple[str, int, int]]) -> tuple[Item, ...]:
    return tuple(
        Item(
            name,
            initial,
            initial + change,
            initial + change - random.randint(0, (initial + change) // 20 // _HUNDREDTH) * _HUNDREDTH,
        )
        for name, initial, change in lines
    )


def _questions(random: Random) -> tuple[Question, ...]:
    answers = random.randint(80, 300)
    return tuple(_question(random, asked, answers) for asked in random.sample(_ASKED, 3))


def _question(random: Random, asked: str, answers: int) -> Question:
    few = [random.randint(1, answers // 20) for _ in range(4)]
    few[2] = few[3] = min(few[2:]) // 2
    return Question(asked, (answers - sum(few), *few))


def _weights(random: Random, count: int, total: int) -> list[int]:
    """Whole points, in hundredths, at least two for each."""
    weights = [2] * count
    for _ in range(total - 2 * count):
        weights[random.randrange(count)] += 1
    return [100 * weight for weight in weights]


def _judged(random: Random, made: Evaluation, weights: Sequence[int], raised: int, lowered: int) -> tuple[Judged, ...]:
    left = iter(weights)
    every = made.basic + made.projects
    budget, spent, initial = (
        sum(amounts) for amounts in zip(*((each.adjusted, each.spent, each.initial) for each in every), strict=True)
    )
    return (
        _by_points(random, "A1.1", "绩效目标合理性", next(left), ("①有政策依据", "②符合部门职责"), 1),
        _by_points(
            random,
            "A1.2",
            "绩效指标明确性",
            next(left),
            ("①细化为指标", "②清晰可衡量", "③与任务数对应", "④与预算匹配"),
            2,
        ),
        _staff(random, next(left)),
        _adjusted(next(left), initial, raised, lowered),
        _executed(next(left), budget, spent),
        _by_points(
            random, "B2.1", "管理制度健全性", next(left), ("①制度健全", "②制度合规", "③制度完整", "④有效执行"), 1
        ),
        _by_points(
            random,
            "B2.2",
            "资金使用合规性",
            next(left),
            ("①符合财务制度", "②拨付手续完整", "③重大开支经过评估", "④不存在截留、挤占、挪用"),
            random.randint(0, 1),
        ),
        _done(random, "C1.1", "维修任务完成率", next(left), "维修", "处"),
        _done(random, "C1.2", "培训任务完成率", next(left), "培训", "人"),
        _accepted(random, next(left)),
        _by_points(
            random, "D1.1", "服务能力提升", next(left), ("①服务范围扩大", "②办理时间缩短"), random.randint(0, 1)
        ),
        _satisfied(made, next(left)),
    )


def _by_points(random: Random, code: str, name: str, weight: int, listed: Sequence[str], missed: int) -> Judged:
    """An indicator with points to be met, of which some are not."""
    share = {2: "50%", 4: "25%"}[len(listed)]
    word = {2: "两", 4: "四"}[len(listed)]
    wrong = set(random.sample(range(len(listed)), missed))
    process = "；".join(
        f"{mark}{'不符合' if place in wrong else '符合'}" for place, mark in enumerate("①②③④"[: len(listed)])
    )
    score = weight - weight * missed // len(listed)
    return Judged(
        Indicator(code, name, weight, score),
        f"反映和考核{name}。",
        "合规",
        f"评价要点：{'；'.join(listed)}。",
        f"{word}项都符合得100%权重分，有一项不符合扣权重分的{share}。",
        process,
    )


def _staff(random: Random, weight: int) -> Judged:
    posts = random.choice((40, 50, 80, 100))
    there = posts - random.choice((2, 4, 6))
    rate = percent(Fraction(there, posts))
    return Judged(
        Indicator("A2.1", "在职人员控制率", weight, weight),
        "在职人员数与编制数的比率，反映对人员成本的控制。",
        "≤100%",
        "在职人员控制率=（在职人员数/编制数）×100%。",
        "控制率不高于100%的得满分，每高1个百分点扣减权重分的5%，扣完为止。",
        f"编制{posts}人，年末在职{there}人，在职人员控制率=（{there}/{posts}）×100%={rate}",
    )


def _adjusted(weight: int, initial: int, raised: int, lowered: int) -> Judged:
    share = Fraction(raised + lowered, initial)
    above = max(share * 100 - 10, Fraction(0))
    score = weight - int(weight * above / 20)
    return Judged(
        Indicator("B1.1", "预算调整率", weight, score),
        "预算调整数与预算数的比率，反映预算的调整程度。",
        "≤10%",
        "预算调整率=（预算调整数/预算数）×100%。预算调整数：本年度内涉及预算的追加、追减或结构调整的资金总和，"
        "因落实国家政策、不可抗力和上级交办产生的除外。",
        "调整率不高于10%的得满分，每高1个百分点扣减权重分的5%，扣完为止。",
        f"年初预算数{wan(initial)}万元，预算调整率=（{wan(raised)}+{wan(lowered)}）/{wan(initial)}×100%={percent(share)}",
    )


def _executed(weight: int, budget: int, spent: int) -> Judged:
    rate = Fraction(spent, budget)
    return Judged(
        Indicator("B1.2", "预算执行率", weight, weight),
        "预算执行数与预算数的比率，反映预算执行进度。",
        "≥90%",
        "预算执行率=（支出决算数/全年预算数）×100%。",
        "执行率达到90%及以上得满分，每低1个百分点扣减权重分的5%，扣完为止。",
        f"全年预算数{wan(budget)}万元，支出决算数{wan(spent)}万元，预算执行率{percent(rate)}",
    )


def _done(random: Random, code: str, name: str, weight: int, what: str, unit: str) -> Judged:
    planned = random.choice((100, 200, 300, 400))
    done = planned * random.randint(88, 99) // 100
    rate = percent(Fraction(done, planned))
    return Judged(
        Indicator(code, name, weight, weight * done // planned),
        f"全年{what}数与计划数的比率。",
        "100%",
        f"{name}=（全年{what}数/计划{what}数）×100%。",
        f"得分={name}×权重分，最高不超过权重分。",
        f"计划{what}{planned}{unit}，全年{what}{done}{unit}，{name}=（{done}/{planned}）×100%={rate}",
    )


def _accepted(random: Random, weight: int) -> Judged:
    every = random.choice((20, 25))
    good = every - random.randint(2, 5)
    return Judged(
        Indicator("C1.3", "验收合格率", weight, weight * good // every),
        "验收合格的项目数与验收项目数的比率。",
        "100%",
        "验收合格率=（合格项目数/验收项目数）×100%。",
        "得分=验收合格率×权重分，最高不超过权重分。",
        f"验收项目{every}个，合格{good}个，验收合格率=（{good}/{every}）×100%={percent(Fraction(good, every))}",
    )


def _satisfied(made: Evaluation, weight: int) -> Judged:
    return Judged(
        Indicator("D2.1", _SATISFIED, weight, weight),
        "服务对象对部门工作的满意程度。",
        "≥85%",
        "问卷调查的综合满意度应达到85%以上。",
        "满意度不低于85%的得满分，每低1个百分点扣减权重分的5%，扣完为止。",
        f"回收有效问卷{made.answers}份，综合满意度{percent(made.satisfaction / 100)}",
    )


def _system(judged: Sequence[Judged]) -> tuple[Group, ...]:
    firsts = []
    for letter, name in zip("ABCD", ("投入", "过程", "产出", "效果"), strict=True):
        seconds = []
        own = [each.indicator for each in judged if each.indicator.code.startswith(letter)]
        for code in dict.fromkeys(leaf.code[:2] for leaf in own):
            seconds.append(Group(code, _SECONDS[code], tuple(leaf for leaf in own if leaf.code.startswith(code))))
        firsts.append(Group(letter, name, tuple(seconds)))
    return tuple(firsts)


_SECONDS = {
    "A1": "目标设定",
    "A2": "预算配置",
    "B1": "预算执行",
    "B2": "预算管理",
    "C1": "重点工作",
    "D1": "社会效益",
    "D2": "满意程度",
}
