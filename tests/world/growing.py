"""Grow the world from a seed: departments, projects, forms whose every figure follows from the others.

Scores follow the rule of 财预〔2020〕10号: all points for a target that is met, a share by completion for one that is
missed (actual ÷ target; target ÷ actual for a limit), 100–80 % for words that are met in part. What the profile itself
settles (points of execution and blocks, decimals, where a total stands) is taken from the profile.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import groupby
from random import Random

from tests.world.truth import Block, Department, Indicator, Kind, Money, Sheet, SummaryRow, Target, half_up, plain
from tests.world.words import (
    DEPARTMENTS,
    KINDS_OF,
    MEASURES,
    PARTLY,
    PLACES,
    PROJECT_ENDINGS,
    PROJECTS,
    QUALITIES,
    REASONS,
    UNITS,
    Measure,
)

from jixiao.forms.profiles.model import MoneyUnit, Profile, TotalStands
from jixiao.forms.profiles.scores import ExecutionRule, ExecutionStands
from jixiao.forms.profiles.standard import profile
from jixiao.forms.vocabulary import Column

PROFILES = ("A", "A-云南", "B", "C", "C2", "D", "E", "F", "F1", "G", "H", "H1", "H2", "J", "L", "N", "N2", "通用")
"""The profiles that forms are grown in; 通用 are forms of no known layout, which print a standard for indicators."""
_FOUR = {"决策": 20, "过程": 20, "产出": 30, "效益": 30}
_USUAL = {
    "C2": {"投入": 2, "过程": 13, "产出": 85},
    "H1": {"产出": 30, "效益": 20, "满意度": 10},
    "J": _FOUR,
    "L": _FOUR,
}
"""The points of blocks where a profile prescribes none."""
_WITHOUT_MONEY = ("J", "L")
_LEVELS = ("C2", "H1", "H2")
"""Profiles whose money comes by levels of government."""
_SATISFIED = Block("效益指标", Decimal(10))
"""What satisfaction has inside the effects where it is no block of its own (F)."""
_RATE_PLACES = (2, 2, 2, 1, 0)
_SCORE_PLACES = (2, 2, 2, 0)
"""Some places print the points for execution in whole numbers."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What of a profile the numbers of a form depend on; `blocks` print their points where `bracketed`."""

    profile: Profile
    blocks: tuple[Block, ...]
    execution: Decimal
    bracketed: bool
    money: bool

    @property
    def objective(self) -> Decimal:
        """The points for the objective itself."""
        return Decimal(int(self.profile.objective_points or 0))

    @property
    def apart(self) -> Decimal:
        """The points for execution that the blocks do not hold."""
        within = self.profile.execution.stands is ExecutionStands.WITHIN_BLOCK
        return Decimal(0) if within else self.execution

    @property
    def scored(self) -> bool:
        """Whether forms of the profile give points."""
        return not self.profile.unscored

    @property
    def full(self) -> Decimal:
        """What all points come to."""
        return sum((block.points for block in self.blocks), self.apart + self.objective)


@cache
def layout_of(key: str) -> Profile:
    """The profile of that id; the general one with the ministry's columns and one more, of standards."""
    found, usual = profile(key), profile("A")
    if key != "通用":
        return found
    columns = [*usual.indicators.columns]
    columns.insert(columns.index(Column.POINTS), Column.STANDARD)
    indicators = usual.indicators.model_copy(update={"columns": tuple(columns)})
    return found.model_copy(update={"indicators": indicators, "money": usual.money, "execution": usual.execution})


def manner(key: str, case: int = 0) -> Manner:
    """Take the manner of a profile from its data; `case` chooses among the sets of blocks that it allows."""
    found = layout_of(key)
    money = key not in _WITHOUT_MONEY
    counted = found.execution.rule is not ExecutionRule.NONE and not found.unscored
    execution = Decimal(int(found.execution.points or 0)) if counted and money else Decimal(0)
    shown = set(found.signs.blocks)
    sets = [
        {name: int(points) for name, points in each.points.items()} for each in found.blocks if shown <= {*each.points}
    ]
    usual = _USUAL.get(key, {"产出": 50, "效益": 30, "满意度": 10})
    points = sets[case % len(sets)] if sets else usual
    blocks = tuple(Block(f"{name}指标", Decimal(value)) for name, value in points.items())
    return Manner(found, blocks, execution, bool(sets) or not money or key == "C2", money)


def department(seed: int, key: str, forms: int) -> Department:
    """Grow a department with so many forms of a profile; those with money and a score are in its summary table."""
    random = Random(f"{key}/{seed}")
    name = random.choice(PLACES) + random.choice(DEPARTMENTS)
    year = random.randint(2020, 2025)
    own = random.sample(DEPARTMENTS, forms) if key == "N2" else random.sample(PROJECTS, forms)
    projects = [name[:3] + each if key == "N2" else each + random.choice(PROJECT_ENDINGS) for each in own]
    sheets = tuple(_sheet(random, manner(key, random.randrange(4)), name, year, project) for project in projects)
    summary = tuple(summary_row(sheet) for sheet in sheets if sheet.money and sheet.scored)
    return Department(name, name[:3], year, sheets, summary, sum((row.amount for row in summary), Decimal(0)))


def summary_row(sheet: Sheet) -> SummaryRow:
    """The row of a form in the summary table: its budget, score and grade as the form states them."""
    assert sheet.total_score is not None
    return SummaryRow(sheet.project, sheet.unit, sheet.money[0].adjusted, sheet.total_score, sheet.grade)


def grade_of(manner: Manner, score: Decimal) -> str:
    """The grade by the scale in force of the profile, its lower bounds included."""
    bands = manner.profile.grades.in_force.bands
    return next(band.name for band in sorted(bands, key=lambda each: each.from_, reverse=True) if score >= band.from_)


def _sheet(random: Random, manner: Manner, department: str, year: int, project: str) -> Sheet:
    money = _money(random, manner.profile) if manner.money else ()
    exact = Fraction(money[0].outturn) / Fraction(money[0].net) if money else Fraction(0)
    low = bool(money) and exact < Fraction(9, 10)
    indicators = tuple(_all_rows(random, manner, year))
    if manner.profile.id == "C" and random.random() < 0.5:
        indicators = tuple(_sharing(indicators))
    if low and not any(row.reason for row in indicators):
        first = indicators[0]
        indicators = (replace(first, reason=REASONS[1]), *indicators[1:])
    earned = half_up(exact * Fraction(manner.execution), random.choice(_SCORE_PLACES))
    if earned == manner.execution and exact < 1:  # rounding gives no full points
        earned = half_up(exact * Fraction(manner.execution), 2)
    objective = manner.objective if random.random() < 0.6 else half_up(manner.objective * Decimal("0.9"), 1)
    scores = sum((row.score or Decimal(0) for row in indicators), earned)
    score = scores + objective if manner.scored else None
    met = not any(row.lost for row in indicators) and not low
    return Sheet(
        profile=manner.profile.id,
        project=project,
        department=department,
        unit=department + random.choice(UNITS),
        year=year,
        money=money,
        rate=half_up(exact * 100, random.choice(_RATE_PLACES)),
        execution_points=manner.execution,
        execution_score=earned if manner.execution else None,
        expected=f"按计划实施{project}，完成年度任务，提高资金使用效益。",
        achieved="全部完成。" if met else f"{project}按计划推进，主要任务基本完成，个别指标未达预期。",
        blocks=manner.blocks if manner.bracketed and manner.scored else (),
        indicators=indicators,
        total_weight=manner.full if manner.scored else None,
        total_score=score if manner.profile.total_stands is not TotalStands.NOWHERE else None,
        grade=grade_of(manner, score) if score is not None else "",
        reason=REASONS[1] if low else "",
        objective_score=objective if manner.objective else None,
    )


def _all_rows(random: Random, manner: Manner, year: int) -> Iterator[Indicator]:
    """The rows of every block; a block that holds execution, or satisfaction, shares its points with it."""
    within = manner.profile.execution.stands is ExecutionStands.WITHIN_BLOCK
    for block in manner.blocks:
        apart = manner.execution if within and block.name == "过程指标" else Decimal(0)
        satisfied = within and block.name == _SATISFIED.name
        left = block.points - apart - (_SATISFIED.points if satisfied else 0)
        yield from _rows(random, manner, Block(block.name, left), year)
        if satisfied:
            yield from _rows(random, manner, _SATISFIED, year, "满意度")


def _sharing(rows: Sequence[Indicator]) -> Iterator[Indicator]:
    """The rows with one score for all of a second level, in a merged cell."""
    for _, group in groupby(rows, key=lambda row: (row.level1, row.level2)):
        first, *others = group
        score = sum((row.score or Decimal(0) for row in others), first.score or Decimal(0))
        yield replace(first, score=score, covers=1 + len(others))
        yield from (replace(row, score=None, covers=0) for row in others)


def _money(random: Random, profile: Profile) -> tuple[Money, ...]:
    """The total and its sources; every column adds up, no outturn is above its budget, something is spent."""
    places = random.choice((0, 2, 2, 4))
    by_level = profile.id in _LEVELS
    names = ("中央财政资金", "地方资金", "其他资金") if by_level else ("当年财政拨款", "上年结转资金", "其他资金")
    nets = Column.NET in profile.money.columns
    used = 1 if random.random() < 0.6 else random.randint(2, 3)
    parts: list[Money] = []
    for number, name in enumerate(names):
        if number >= used:
            parts.append(Money(name, Decimal(0), Decimal(0), Decimal(0)))
            continue
        initial = _amount(random, 20 if number else 60, 90 if number else 900, places)
        adjusted = initial if random.random() < 0.7 else _share(random, initial, 70, 130, places)
        integrated = _share(random, adjusted, 0, 20, places) if nets else Decimal(0)
        net = adjusted - integrated
        outturn = net if random.random() < 0.45 else _share(random, net, 55, 99, places)
        parts.append(Money(name, initial, adjusted, outturn, integrated))
    zero = Decimal(0)
    total = Money(
        "年度资金总额",
        sum((part.initial for part in parts), zero),
        sum((part.adjusted for part in parts), zero),
        sum((part.outturn for part in parts), zero),
        sum((part.integrated for part in parts), zero),
    )
    return (total, *parts) if nets or profile.money.unit is MoneyUnit.YUAN else _rounded(random, (total, *parts))


def _rounded(random: Random, rows: tuple[Money, ...]) -> tuple[Money, ...]:
    """Round every amount by itself now and then, so that a total may differ from its parts by rounding."""
    places = random.choice((4, 4, 1))
    return tuple(
        Money(row.name, *(half_up(each, places) for each in (row.initial, row.adjusted, row.outturn))) for row in rows
    )


def _amount(random: Random, low: int, high: int, places: int) -> Decimal:
    return Decimal(random.randint(low * 10**places, high * 10**places)).scaleb(-places)


def _share(random: Random, of: Decimal, low: int, high: int, places: int) -> Decimal:
    return half_up(Fraction(of) * random.randint(low, high) / 100, places)


def _rows(random: Random, manner: Manner, block: Block, year: int, under: str = "") -> list[Indicator]:
    """The rows of a block, of the kinds that it has, or of those of another block that it holds (`under`)."""
    name = under or block.name.removesuffix("指标")
    has_costs = any(each.name == "成本指标" for each in manner.blocks)
    kinds = [kind for kind in KINDS_OF[name] if not (kind == "成本指标" and has_costs)]
    chosen = [kind for kind in kinds if kind in kinds[:1] or random.random() < 0.75]
    measures = [
        (kind, measure)
        for kind in chosen
        for measure in random.sample(MEASURES[kind], min(len(MEASURES[kind]), random.choice((1, 1, 2, 3))))
    ]
    limit = max(int(block.points) // 3, 1)
    measures = measures[:limit]
    even = manner.profile.indicators.even_whole_points
    weights = _evenly(block.points, len(measures)) if even else _split(random, int(block.points), len(measures))
    return [
        _indicator(random, manner, (block.name, kind), measure, weight, year)
        for (kind, measure), weight in zip(measures, weights, strict=True)
    ]


def _split(random: Random, points: int, parts: int) -> list[Decimal]:
    """Share points out in halves, none below one, about evenly, adding up exactly."""
    left, shares = points * 2, []
    for number in range(parts, 1, -1):
        even = left // number
        share = even if random.random() < 0.6 else max(2, min(left - 2 * (number - 1), even + random.randint(-2, 2)))
        shares.append(share)
        left -= share
    return [Decimal(share) / 2 for share in (*shares, left)]


def _evenly(points: Decimal, parts: int) -> list[Decimal]:
    """Share points out in equal whole numbers, which may come to more or less."""
    return [half_up(Fraction(points) / parts, 0)] * parts


def _indicator(
    random: Random, manner: Manner, levels: tuple[str, str], measure: Measure, weight: Decimal, year: int
) -> Indicator:
    target, actual, share = _stated(random, measure, year)
    standard = ""
    if Column.STANDARD in manner.profile.indicators.columns:
        standard, share = _by_standard(random, target, actual, share, weight)
    score = half_up(share * Fraction(weight), 2)
    bonus = manner.profile.scoring.bonus and share == 1 and random.random() < 0.1
    score += Decimal(1 if bonus else 0)
    if score == weight and share < 1:
        target, actual, share = _stated(Random(0), Measure(measure.name, Kind.ZERO, "起"), year)
        score, standard = weight, ""
    reason = random.choice(REASONS) if share < 1 else ""
    given = manner.scored
    name = measure.name
    if manner.profile.id == "G" and random.random() < 0.3:
        name = f"★{name}（≥**{measure.unit}）" if measure.unit else f"★{name}"
    points, earned = (weight, score) if given else (None, None)
    return Indicator(*levels, name, target, actual, points, earned, reason, share, standard=standard)


def _by_standard(random: Random, target: Target, actual: str, share: Fraction, weight: Decimal) -> tuple[str, Fraction]:
    """A sentence for an indicator, and the share of its points by the sentence."""
    points, half = plain(weight), plain(half_up(Fraction(weight) / 2, 1))
    if target.kind is Kind.AT_LEAST and target.unit == "%":
        lost = Fraction(max(int(target.value) - int(actual), 0), 2)
        kept = max(Fraction(weight) - lost, Fraction(0)) / Fraction(weight)
        return f"达到{target.value}%得满分，每低1个百分点扣0.5分，扣完为止", kept
    if target.kind is Kind.AT_LEAST:
        return "达到指标值得满分，未达到的按完成比例计分", share
    if target.kind is not Kind.WORDS:
        return "", share
    if random.random() < 0.5:
        part = Fraction(half) / Fraction(weight) if share < 1 else share
        return f"≥90%得{points}分；60%（含）-90%得{half}分；60%以下不得分", part
    return f"①有明确要求得{half}分；②落实到位得{plain(weight - Decimal(half))}分", share


def _stated(random: Random, measure: Measure, year: int) -> tuple[Target, str, Fraction]:
    """A target, the actual value and the share of the points they earn."""
    met = random.random() < 0.82
    match measure.kind:
        case Kind.WORDS:
            words, reached = random.choice(QUALITIES)
            share = Fraction(1) if met else Fraction(random.choice((80, 85, 90, 95)), 100)
            return Target(measure.kind, "定性", words, ""), reached if met else random.choice(PARTLY), share
        case Kind.DATE:
            month = random.randint(9, 12)
            return Target(measure.kind, "定性", f"{year}年{month}月底前", ""), f"{year}年{month - 1}月完成", Fraction(1)
        case Kind.ZERO:
            count = 0 if met else 1
            return Target(measure.kind, "=", "0", measure.unit), str(count), Fraction(1 - count)
        case Kind.INTERVAL:
            low = random.randint(measure.low, measure.high)
            high = low + max(low // 4, 2)
            return (
                Target(measure.kind, "", f"{low}-{high}", measure.unit),
                str(random.randint(low, high)),
                Fraction(1),
            )
    return _compared(random, measure, met)


_SIGNS = {Kind.AT_LEAST: "≥", Kind.AT_MOST: "≤", Kind.EXACT: "=", Kind.BARE: ""}


def _compared(random: Random, measure: Measure, met: bool) -> tuple[Target, str, Fraction]:
    target = random.randint(measure.low, measure.high)
    if measure.kind is Kind.AT_MOST:
        most = (100, 80) if met else (140, 105)
        actual = half_up(Fraction(target * random.randint(most[1], most[0]), 100), 0)
        actual = actual if (actual <= target) is met else Decimal(target + 1)
    elif met:
        top = min(target * 115 // 100, 100 if measure.unit == "%" else target * 2)
        counted = measure.kind is Kind.AT_LEAST or random.random() < 0.3
        actual = Decimal(random.randint(target, top) if counted else target)
    else:
        actual = min(half_up(Fraction(target * random.randint(60, 97), 100), 0), Decimal(target - 1))
    if met:
        share = Fraction(1)
    elif measure.kind is Kind.AT_MOST:
        share = Fraction(target) / Fraction(actual)
    else:
        share = Fraction(actual) / target
    return Target(measure.kind, _SIGNS[measure.kind], str(target), measure.unit), plain(actual), share
