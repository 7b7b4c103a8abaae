"""What a rule gives in one case after the other: the numbers at which a curve turns, the points met, the levels."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from jixiao.language.canonical.phrases import amount
from jixiao.language.canonical.points import mark
from jixiao.language.canonical.subject import name_of
from jixiao.language.scoretables.sampling import piece_at, points_at, samples_of, unit_of
from jixiao.quantities import exact_text
from jixiao.rules import as_count
from jixiao.rules.parts import Part
from jixiao.rules.parts.checklist import Checklist, Points
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts
from jixiao.rules.parts.conditional import CONDITIONS, Flat, Guard, Switch
from jixiao.rules.parts.counted import Bonus, Deductions
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.judged import Discretionary, Experts, GradeCount, Levels
from jixiao.rules.parts.met_ratio import MetRatio
from jixiao.rules.portion import Portion, exact
from jixiao.rules.ranges import Range, number_text


@dataclass(frozen=True, slots=True)
class Row:
    """One case: its name, the points it gives (None: the rule does not say), and which piece of the rule answers."""

    case: str
    points: Fraction | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The cases of a rule; `about` names what they differ in, `of` the part of the rule where it has several."""

    about: str
    rows: tuple[Row, ...]
    of: str = ""


def score_tables(part: Part, weight: Fraction) -> list[ScoreTable]:
    """The tables of a part for an indicator of `weight` points.

    >>> from jixiao.rules import Rule
    >>> rule = Rule.read({"text": "优良差", "source": "ours", "levels": {"优": "100%", "良": "60%", "差": "0%"}})
    >>> [(row.case, row.points) for row in score_tables(rule.part, Fraction(5))[0].rows]
    [('优', Fraction(5, 1)), ('良', Fraction(3, 1)), ('差', Fraction(0, 1))]
    """
    return list(_TABLES[type(part)](part, weight))


def _kept(points: Fraction, weight: Fraction) -> Fraction:
    return min(max(points, Fraction(0)), weight)


def _of(portion: Portion, weight: Fraction) -> Fraction:
    return exact(portion.of(weight))


def _flat(part: Flat, weight: Fraction) -> Iterator[ScoreTable]:
    yield ScoreTable("情形", (Row("任何情形", _of(part.portion, weight)),))


def _curve(curve: Curve, weight: Fraction) -> Iterator[ScoreTable]:
    rows = [_at(curve, number, weight) for number in samples_of(curve, weight)]
    zero = curve.zero_base
    if zero is not None and zero.both_zero is not None:
        rows.append(Row("分子、分母均为0", _of(zero.both_zero, weight)))
    if zero is not None and zero.only_base_zero is not None:
        rows.append(Row("仅分母为0", _of(zero.only_base_zero, weight)))
    unit = unit_of(curve)
    yield ScoreTable(f"{name_of(curve)}（{unit}）" if unit else name_of(curve), tuple(rows))


def _at(curve: Curve, number: Fraction, weight: Fraction) -> Row:
    when = piece_at(curve, number)
    because = "规则没有规定" if when is None else curve.measure.worded(when)
    return Row(number_text(number, curve.measure.percent), points_at(curve, number, weight), because)


def _checklist(part: Checklist, weight: Fraction) -> Iterator[ScoreTable]:
    named = list(_named(part.portions, ""))
    if len({portion for _, portion in named}) == 1:
        number, each = len(named), _of(named[0][1], weight)
        rows = [Row(f"{met}项", _kept(met * each, weight)) for met in range(number + 1)]
        about = f"{number}项中{'完成' if part.by_completion else '达标' if part.tolerance is not None else '符合'}"
    else:
        rows = [Row(f"要点{name}", _of(portion, weight)) for name, portion in named]
        rows.append(Row("全部要点", _kept(sum((row.points or Fraction(0) for row in rows), Fraction(0)), weight)))
        about = "符合的要点"
    if part.partly is not None:
        partly = part.partly
        whole = sum((exact(partly.of(_of(portion, weight))) for _, portion in named), Fraction(0))
        rows.append(Row("全部部分符合", _kept(whole, weight)))
    yield ScoreTable(about, tuple(rows))


def _named(portions: Points, prefix: str) -> Iterator[tuple[str, Portion]]:
    for number, portion in enumerate(portions, 1):
        name = f"{prefix}的分项{number}" if prefix else mark(number)
        if isinstance(portion, Portion):
            yield name, portion
        else:
            yield from _named(portion, name)


def _met_ratio(part: MetRatio, weight: Fraction) -> Iterator[ScoreTable]:
    rows = (Row(f"{met}/4", weight * met / 4) for met in range(5))
    yield ScoreTable("达标子项占比", tuple(rows))


def _levels(part: Levels, weight: Fraction) -> Iterator[ScoreTable]:
    yield ScoreTable("等次", tuple(row for word, level in part.levels.items() for row in _level(word, level, weight)))


def _level(word: str, level: Portion | Range, weight: Fraction) -> Iterator[Row]:
    if isinstance(level, Portion):
        yield Row(word, _of(level, weight))
        return
    for end, included in ((level.high, level.high_included), (level.low, level.low_included)):
        if end is not None:
            chosen = f"选{'' if included else '接近'}{number_text(end, percent=True)}"
            yield Row(f"{word}，{chosen}", end * weight, level.worded(percent=True))


def _experts(part: Experts, weight: Fraction) -> Iterator[ScoreTable]:
    marks = [part.scale * tenths / 10 for tenths in (10, 9, 8, 6, 0)] if part.scale > 0 else []
    yield ScoreTable("打分平均", tuple(Row(as_count(each), weight * each / part.scale) for each in marks))


def _discretionary(part: Discretionary, weight: Fraction) -> Iterator[ScoreTable]:
    most = min(_of(part.at_most, weight), weight)
    yield ScoreTable("评价人扣分", tuple(Row(f"{as_count(each)}分", weight - each) for each in (Fraction(0), most)))


def _grade_count(part: GradeCount, weight: Fraction) -> Iterator[ScoreTable]:
    yield ScoreTable("综合等次", tuple(Row(bar.word, _of(bar.gives, weight)) for bar in part.bars))


def _deductions(part: Deductions, weight: Fraction) -> Iterator[ScoreTable]:
    rows = [Row("没有问题", weight)]
    for cost in part.costs:
        if cost.void:
            rows.append(Row(f"{cost.word}1次", Fraction(0)))
            continue
        for times in (cost.free + 1, cost.free + 2):
            taken = (times - cost.free) * _of(cost.each, weight)
            taken = taken if cost.at_most is None else min(taken, _of(cost.at_most, weight))
            rows.append(Row(f"{cost.word}{times}次", _kept(weight - taken, weight)))
        if cost.at_most is not None:
            rows.append(Row(f"{cost.word}再多", _kept(weight - _of(cost.at_most, weight), weight), "扣到上限"))
    yield ScoreTable("问题", tuple(rows))


def _bonus(part: Bonus, weight: Fraction) -> Iterator[ScoreTable]:
    if part.base is not None:
        yield from _under("基础得分", part.base, weight)
    rows = [
        Row(f"{events}项", min(events * _of(part.each, weight), _of(part.at_most, weight)), "加分")
        for events in range(4)
    ]
    yield ScoreTable("加分事项", (*rows, Row("再多", _of(part.at_most, weight), "加分上限")))


def _switch(part: Switch, weight: Fraction) -> Iterator[ScoreTable]:
    name = "且".join(CONDITIONS[condition] for condition in part.conditions)
    if isinstance(part.then, Flat) and isinstance(part.otherwise, Flat):
        rows = (Row(name, _of(part.then.portion, weight)), Row("否则", _of(part.otherwise.portion, weight)))
        yield ScoreTable("情形", rows)
        return
    yield from _under(name, part.then, weight)
    yield from _under("否则", part.otherwise, weight)


def _guard(part: Guard, weight: Fraction) -> Iterator[ScoreTable]:
    yield from score_tables(part.rule, weight)
    causes = [f"要点{mark(number)}不符合" for number in part.points_needed]
    causes += ["前置条件不符合"] if part.before else []
    causes += ["出现否决事项"] if part.extra else []
    because = "不论其他要点" if part.cap.amount == 0 else f"最多得{amount(part.cap)}"
    yield ScoreTable("否决", tuple(Row(cause, _of(part.cap, weight), because) for cause in causes))


def _parts(part: Parts, weight: Fraction) -> Iterator[ScoreTable]:
    for (portion, rule), alike in groupby(part.shares, key=lambda share: (share.portion, share.rule)):
        names = [share.name for share in alike]
        whole = _of(portion, weight)
        yield from _under(f"{'、'.join(names)}（{'各' if len(names) > 1 else ''}{exact_text(whole)}分）", rule, whole)
    if part.may_be_void:
        yield ScoreTable("否决", (Row("出现整体否决条件", Fraction(0)),))


def _each(part: Each, weight: Fraction) -> Iterator[ScoreTable]:
    yield from _under("每个单位（项目）", part.rule, weight)


def _several(part: Lowest | Choose, weight: Fraction) -> Iterator[ScoreTable]:
    for number, rule in enumerate(part.rules, 1):
        yield from _under(f"规则（{number}）", rule, weight)


def _under(name: str, part: Part, weight: Fraction) -> Iterator[ScoreTable]:
    """The tables of a rule inside another, under its name."""
    for table in score_tables(part, weight):
        yield ScoreTable(table.about, table.rows, f"{name} · {table.of}" if table.of else name)


_TABLES: dict[type, Callable[..., Iterator[ScoreTable]]] = {
    Flat: _flat,
    Curve: _curve,
    Checklist: _checklist,
    MetRatio: _met_ratio,
    Levels: _levels,
    Experts: _experts,
    Discretionary: _discretionary,
    GradeCount: _grade_count,
    Deductions: _deductions,
    Bonus: _bonus,
    Switch: _switch,
    Guard: _guard,
    Parts: _parts,
    Each: _each,
    Lowest: _several,
    Choose: _several,
}
