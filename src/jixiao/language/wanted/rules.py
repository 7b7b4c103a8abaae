"""What evidence each part of a rule wants, and a rule about the total."""

from collections.abc import Callable
from fractions import Fraction

from jixiao.language.wanted.curves import marks, wanted_by_curve
from jixiao.language.wanted.evidence import Wanted, listed, one
from jixiao.quantities import exact_text
from jixiao.rules import Rule, TotalRule
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
from jixiao.rules.totals import Adjustment, Cap, PayGate, Rescaling

_STATES = ("finished", "within_budget")


def wanted_by(rule: Rule | TotalRule, weight: Fraction) -> Wanted:
    """What the rule wants to be given for an indicator of `weight`.

    >>> from jixiao.rules import Rule
    >>> rule = Rule.read({"text": "优良差", "source": "ours", "levels": {"优": "100%", "良": "60%", "差": "0%"}})
    >>> wanted_by(rule, Fraction(5)).example
    {'level': '良'}
    """
    if not isinstance(rule, Rule):
        return _by_total(rule)
    wanted = _by(rule.part, weight)
    if rule.not_applicable is None:
        return wanted
    return wanted.beside(one("applicable", "是否涉及：true 或 false（不涉及）", True))


def _by(part: Part, weight: Fraction) -> Wanted:
    return _WANTED[type(part)](part, weight)


def _checklist(part: Checklist, weight: Fraction) -> Wanted:
    number = _flat_count(part.portions)
    if part.by_completion or part.tolerance is not None:
        rates = ["100%", *["80%"] * (number - 1)]
        return one("completions", f"{number} 个要点的完成率，依次列出", rates)
    if part.partly is not None:
        levels = ["符合", "基本符合", *["不符合"] * (number - 2)][:number]
        return one("levels", f"{number} 个要点依次认定：符合、基本符合或不符合", levels)
    judged = _judged(part.portions)
    judged[-1] = [False] * len(judged[-1]) if isinstance(judged[-1], list) else False
    return marks(judged)


def _flat_count(portions: Points) -> int:
    return sum(1 if isinstance(portion, Portion) else _flat_count(portion) for portion in portions)


def _judged(portions: Points) -> list[object]:
    return [True if isinstance(portion, Portion) else _judged(portion) for portion in portions]


def _levels(part: Levels, weight: Fraction) -> Wanted:
    word, level = list(part.levels.items())[1]
    wanted = one("level", f"认定的等次：{'、'.join(part.levels)}", word)
    if isinstance(level, Portion):
        return wanted
    return wanted.beside(one("share", "在该等次的区间内选定的份额", number_text(_inside(level), percent=True)))


def _inside(band: Range) -> Fraction:
    """A number of the band: the middle of a closed one."""
    if band.low is None or band.high is None:
        return band.high if band.high is not None else band.low or Fraction(0)
    return (band.low + band.high) / 2


def _experts(part: Experts, weight: Fraction) -> Wanted:
    number = 2 * part.drop + 2
    given = [exact_text(part.scale * (95 - 5 * place) / 100) for place in range(number)]
    return one("scores", f"各位专家的打分，满分 {exact_text(part.scale)}", given)


def _discretionary(part: Discretionary, weight: Fraction) -> Wanted:
    most = min(exact(part.at_most.of(weight)), weight)
    return one("deduct", f"评价人扣的分，最多 {exact_text(most)}", exact_text(most / 2))


def _grade_count(part: GradeCount, weight: Fraction) -> Wanted:
    grades = [part.scale[min(place, 1)] for place in range(part.aspects)]
    return one("grades", f"{part.aspects} 个方面的等次，依次列出：{'、'.join(part.scale)}", grades)


def _deductions(part: Deductions, weight: Fraction) -> Wanted:
    words = [cost.word for cost in part.costs]
    first = next((cost.word for cost in part.costs if not cost.void), words[0])
    return one("faults", f"各类问题的次数，没有出现的不写：{'、'.join(words)}", {first: "1"})


def _bonus(part: Bonus, weight: Fraction) -> Wanted:
    events = one("events", "加分事项的个数", "1")
    if part.base is None:
        return one("base", "加分前的基础得分", exact_text(weight / 2)).beside(events)
    return _by(part.base, weight).beside(events)


def _switch(part: Switch, weight: Fraction) -> Wanted:
    branches = _by(part.then, weight).beside(_by(part.otherwise, weight))
    states = [condition for condition in part.conditions if condition in _STATES]
    wanted = branches
    if states:
        meaning = "、".join(f"{state}（{CONDITIONS[state]}）" for state in states)
        wanted = one("state", f"完成状态，各写 true 或 false：{meaning}", dict.fromkeys(states, True)).beside(wanted)
    for condition in part.conditions:
        if condition not in _STATES:
            wanted = one(condition, f"{CONDITIONS[condition]}：true 或 false", True).beside(wanted)
    return wanted


def _guard(part: Guard, weight: Fraction) -> Wanted:
    """The points of the rule within, with entries of their own for what is no numbered point."""
    inner = _by(part.rule, weight)
    key = next((key for key in ("met", "levels") if key in inner.example), None)
    given = inner.example[key] if key is not None else None
    judged = list(given) if isinstance(given, list) else [True] * max(part.points_needed, default=0)
    kept: object = "符合" if key == "levels" else True
    judged = [*[kept] * part.before, *judged, *[kept] * part.extra]
    named = f"{len(judged)} 项依次认定"
    named += "，前置条件在最前" if part.before else ""
    named += "，否决事项在最后（没有出现为 true）" if part.extra else ""
    said = "符合、基本符合或不符合" if key == "levels" else "true 符合，false 不符合"
    items = Wanted(tuple(item for item in inner.items if item.key != key), inner.example)
    return one(key or "met", f"{named}：{said}", judged).beside(items)


def _parts(part: Parts, weight: Fraction) -> Wanted:
    each = [_by(share.rule, exact(share.portion.of(weight))).within(share.name) for share in part.shares]
    wanted = listed("parts", f"{len(each)} 个部分的数据，依次列出", each)
    return wanted.beside(one("void", "整体否决条件是否出现：true 或 false", False)) if part.may_be_void else wanted


def _each(part: Each, weight: Fraction) -> Wanted:
    unit = _by(part.rule, weight)
    if part.by_amount:
        unit = unit.beside(one("amount", "作为权数的金额", "100"))
    return listed("units", "各单位（项目）的数据，依次列出", [unit.within("每个单位")])


def _lowest(part: Lowest, weight: Fraction) -> Wanted:
    each = [_by(rule, weight).within(f"规则（{number}）") for number, rule in enumerate(part.rules, 1)]
    return listed("inputs", f"{len(each)} 项规则的数据，依次列出", each)


def _choose(part: Choose, weight: Fraction) -> Wanted:
    each = [_by(rule, weight).within(f"规则（{number}）") for number, rule in enumerate(part.rules, 1)]
    wanted = listed("inputs", f"{len(each)} 项规则的数据，依次列出，只给选用的一项，其余写 null", each)
    return Wanted(wanted.items, {"inputs": [each[0].example, *[None] * (len(each) - 1)]})


def _by_total(rule: TotalRule) -> Wanted:
    if isinstance(rule, Rescaling):
        items = [{"weight": "60", "score": "54"}, {"weight": "40", "applicable": False}]
        return one("items", "各指标的 weight（权重）、score（得分），不涉及的写 applicable: false", items)
    total = one("total", "总分", "90")
    match rule:
        case PayGate():
            return total
        case Cap():
            return total.beside(one("event", f"是否出现“{rule.name}”：true 或 false", True))
        case Adjustment():
            return total.beside(one("events", f"“{rule.name}”的次数", "1"))


_WANTED: dict[type, Callable[..., Wanted]] = {
    Flat: lambda part, weight: Wanted((), {}),
    Curve: wanted_by_curve,
    Checklist: _checklist,
    MetRatio: lambda part, weight: one("completions", "各子项的完成率，依次列出", ["100%", "80%", "95%"]),
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
    Lowest: _lowest,
    Choose: _choose,
}
