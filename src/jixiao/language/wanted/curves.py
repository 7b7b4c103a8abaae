"""What evidence a curve wants, by the measure it is over; the example is a number that tells it from others."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil

from jixiao.language.scoretables.sampling import points_at, samples_of
from jixiao.language.wanted.evidence import Wanted, one
from jixiao.rules.parts.curve import Curve
from jixiao.rules.ranges import number_text

_RATES = {
    "rate": ("rate", "比率；或给出 actual（分子）和 base（分母）"),
    "completion": ("completion", "完成率；或给出 actual（实际数）和 target（目标数）"),
    "to_target": ("completion", "完成率；或给出 actual（实际值）和 target（目标值）"),
    "mark": ("rate", "得分率；或在 value 下给出百分制得分"),
    "change": ("rate", "变动率，下降为负；或给出 current（本期数）和 previous（上期数）"),
    "reduction": ("rate", "下降率，上升为负；或给出 current（本期数）和 previous（对比数）"),
    "deviation": ("rate", "偏差率，有正有负；或给出 actual（实际值）和 target（目标值）"),
    "bad_share": ("rate", "问题金额占比；或给出 bad（问题金额）和 total（核查总额）"),
}
_NUMBERS = {
    "value": ("value", "数值"),
    "excess": ("excess", "超出数；或给出 actual（实际数）和 limit（限额）"),
    "delay": ("delay", "延误时间，单位与规则相同，按期完成的为 0"),
    "count": ("count", "个数"),
    "faults": ("faults", "问题个数"),
    "rank": ("rank", "名次"),
}


def wanted_by_curve(curve: Curve, weight: Fraction) -> Wanted:
    """What the curve wants for an indicator of `weight`."""
    key, number = curve.measure.key, _telling(curve, weight)
    if key in _RATES:
        name, meaning = _RATES[key]
        return one(name, meaning, number_text(number, percent=True))
    if key in _NUMBERS:
        name, meaning = _NUMBERS[key]
        return one(name, meaning, number_text(number, percent=False))
    return _OTHERS[key](curve, number)


def _telling(curve: Curve, weight: Fraction) -> Fraction:
    """Of the round numbers worth looking at one that earns something but not all, else one that earns the most."""
    answered = {number: points_at(curve, number, weight) for number in samples_of(curve, weight)}
    earned = {number: points for number, points in answered.items() if points is not None}
    between = [number for number, points in earned.items() if 0 < points < weight]
    round_ones = [number for number in between if _is_round(number, curve)] or between
    if round_ones:
        return round_ones[len(round_ones) // 2]
    return max(earned, key=lambda number: (earned[number], _is_round(number, curve), number), default=Fraction(1))


def _is_round(number: Fraction, curve: Curve) -> bool:
    """Whether it is no number just beside another."""
    return (number * (1000 if curve.measure.percent else 10)).denominator == 1


def _by_points(curve: Curve, number: Fraction) -> Wanted:
    if not curve.count:
        of_met = curve.measure.key == "met"
        return one("count" if of_met else "faults", curve.measure.name, number_text(number, percent=False))
    met = number if curve.measure.key == "met" else curve.count - number
    return marks([place < met for place in range(curve.count)])


def marks(judged: list[object]) -> Wanted:
    """Points that are met or not; a list among them holds the points of a point."""
    nested = "；有分项的，分项放在一对方括号里" if any(isinstance(mark, list) for mark in judged) else ""
    return one("met", f"{len(judged)} 个要点依次认定：true 符合，false 不符合{nested}", judged)


def _two(first: str, first_meaning: str, second: str, second_meaning: str, values: tuple[Fraction, Fraction]) -> Wanted:
    texts = [number_text(value, percent=False) for value in values]
    return one(first, first_meaning, texts[0]).beside(one(second, second_meaning, texts[1]))


def _margin(curve: Curve, number: Fraction) -> Wanted:
    target = Fraction(9, 10) - max(number, Fraction(0))
    reached = one("rate", "实际值", number_text(target + number, percent=True))
    return reached.beside(one("target", "目标值", number_text(target, percent=True)))


_HUNDRED = Fraction(100)
_OTHERS: dict[str, Callable[[Curve, Fraction], Wanted]] = {
    "met": _by_points,
    "unmet": _by_points,
    "margin": _margin,
    "ratio": lambda curve, number: _two(
        "current", "本期数（本单位）", "reference", "用来对比的数", (number * _HUNDRED, _HUNDRED)
    ),
    "trend": lambda curve, number: _two("current", "本期数", "previous", "上期数", (_HUNDRED + number, _HUNDRED)),
    "best": lambda curve, number: _two("own", "本单位数值", "best", "最优数值", (number * _HUNDRED, _HUNDRED)),
    "percentile": lambda curve, number: _two(
        "rank", "名次", "of", "参加排名的总数", (Fraction(max(ceil(number * _HUNDRED), 1)), _HUNDRED)
    ),
}
