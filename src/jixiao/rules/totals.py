"""Rules about the total: they stand beside the weights and attach to the case, not to an indicator.

They apply in a fixed order: rescaling for indicators that are not involved, then merits and penalties in
the order written, then caps, and last the gate of payment, which changes no score.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.expressions import Written, smaller
from jixiao.packs.trees import Tree
from jixiao.quantities import fixed_text, round_half_up
from jixiao.rules.evidence import Evidence, Lacking, NotAllowed
from jixiao.rules.portion import Portion, exact
from jixiao.rules.scoring import Step, as_count
from jixiao.rules.spec import Node, RuleError


@dataclass(frozen=True, slots=True)
class Adjustment:
    """`each` added to (or, with `penalty`, taken from) the total for every event, at most `at_most`."""

    name: str
    each: Portion
    at_most: Portion | None
    penalty: bool


@dataclass(frozen=True, slots=True)
class Cap:
    """An event after which the grade is at most `grade`, or the total at most `score`."""

    name: str
    grade: str | None
    score: Fraction | None


@dataclass(frozen=True, slots=True)
class PayGate:
    """Payment in full only from `score` points (财金〔2020〕13号: 80 in principle)."""

    name: str
    score: Fraction


TotalRule = Adjustment | Cap | PayGate


@dataclass(frozen=True, slots=True)
class Total:
    """A total after the rules about it: the score, a grade it may not exceed, payment, and the steps.

    `lacking` names the rules whose event count was not given; where it is not empty the total is open.
    """

    score: Decimal
    grade_cap: str | None
    paid_in_full: bool | None
    steps: tuple[Step, ...]
    lacking: tuple[str, ...]


def read_total_rules(tree: Tree) -> tuple[TotalRule, ...]:
    """Read the list `total_rules` of a case; raises RuleError."""
    if not tree:
        return ()
    rules = tuple(_read(node) for node in Node(tree).items())
    names = [rule.name for rule in rules]
    for name in names:
        if names.count(name) > 1:
            raise RuleError((), f"“{name}”出现两次", "各不相同的名称")
    return rules


def _read(node: Node) -> TotalRule:
    node.fields("name", "penalty", "bonus", "cap", "pay_from", "at_most")
    name = node.at("name").text()
    kinds = [key for key in ("penalty", "bonus", "cap", "pay_from") if node.has(key)]
    if len(kinds) != 1:
        raise node.wrong("penalty、bonus、cap、pay_from 中恰好一个", f"{'、'.join(kinds) or '一个也没有'}")
    place = node.at(kinds[0])
    if kinds == ["pay_from"]:
        return PayGate(name, place.number())
    if kinds == ["cap"]:
        text = place.text()
        return Cap(name, None, place.number()) if text[0].isdecimal() else Cap(name, text, None)
    at_most = node.at("at_most").read(Portion.parse) if node.has("at_most") else None
    each = place.read(Portion.parse)
    if not each.in_points or (at_most is not None and not at_most.in_points):
        raise place.wrong("“2分”这样的分数：总分规则不按权重份额")
    return Adjustment(name, each, at_most, penalty=kinds == ["penalty"])


def total_tree(rule: TotalRule) -> Mapping[str, Tree]:
    """The formal form of a rule about the total."""
    if isinstance(rule, PayGate):
        return {"name": rule.name, "pay_from": as_count(rule.score)}
    if isinstance(rule, Cap):
        return {"name": rule.name, "cap": rule.grade if rule.score is None else as_count(rule.score)}  # type: ignore[dict-item]
    tree = {"name": rule.name, "penalty" if rule.penalty else "bonus": str(rule.each)}
    return tree if rule.at_most is None else {**tree, "at_most": str(rule.at_most)}


def rescaled(items: Sequence[tuple[Fraction, Fraction]], whole: Fraction = Fraction(100)) -> Fraction:
    """Σ scores ÷ Σ weights × whole, over the applicable indicators as (weight, score) (form na_rescale).

    >>> rescaled([(Fraction(60), Fraction(54)), (Fraction(20), Fraction(18))])
    Fraction(90, 1)
    """
    weights = sum((weight for weight, _ in items), start=Fraction(0))
    if not weights:
        raise NotAllowed("没有一项指标适用，无法折算总分")
    return sum((score for _, score in items), start=Fraction(0)) / weights * whole


def apply_total_rules(total: Fraction, rules: Sequence[TotalRule], events: Evidence) -> Total:
    """The total after `rules`; `events` holds, per rule name, how often its event occurred.

    >>> penalty = Adjustment("审计发现违规", Portion(Fraction(2), True), Portion(Fraction(5), True), True)
    >>> apply_total_rules(Fraction(92), [penalty], Evidence({"审计发现违规": "3"})).score
    Decimal('87.00')
    """
    running: Written = Written.of(total)
    steps: list[Step] = []
    lacking: list[str] = []
    grade_cap: str | None = None
    paid: bool | None = None
    for rule in sorted(rules, key=_order):
        if isinstance(rule, PayGate):
            paid = Fraction(round_half_up(running.value, 2)) >= rule.score
            outcome = "达到全额付费的分数" if paid else "未达到全额付费的分数"
            steps.append(Step(f"{rule.name}：{as_count(rule.score)} 分起全额付费，{outcome}"))
            continue
        try:
            count = events.number(rule.name, f"“{rule.name}”的次数")
        except Lacking:
            lacking.append(rule.name)
            continue
        if exact(count) == 0:
            continue
        if isinstance(rule, Adjustment):
            running = _adjusted(running, rule, exact(count))
            steps.append(
                Step(f"{rule.name}（{as_count(exact(count))} 次）", running.text, fixed_text(running.value, 2))
            )
        elif rule.score is not None:
            limited = smaller(running, Written.of(rule.score))
            assert isinstance(limited, Written)
            running = limited
            steps.append(
                Step(f"{rule.name}，总分最高 {as_count(rule.score)} 分", running.text, fixed_text(running.value, 2))
            )
        else:
            grade_cap = rule.grade
            steps.append(Step(f"{rule.name}，等级最高为“{rule.grade}”"))
    return Total(round_half_up(running.value, 2), grade_cap, paid, tuple(steps), tuple(lacking))


def _adjusted(total: Written, rule: Adjustment, count: Fraction) -> Written:
    change = Written.of(count) * Written.of(rule.each.amount)
    if rule.at_most is not None and change.value > rule.at_most.amount:
        change = Written.of(rule.at_most.amount)
    return total - change if rule.penalty else total + change


def _order(rule: TotalRule) -> int:
    return {Adjustment: 0, Cap: 1, PayGate: 2}[type(rule)]
