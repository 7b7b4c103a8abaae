"""Rules about the total: they stand beside the weights and attach to the case, not to an indicator.

They apply in a fixed order: rescaling for indicators that are not involved, then merits and penalties
together, kept between 0 and the whole (100), then caps, and last the gate of payment, which changes no score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.expressions import Written, larger, smaller
from jixiao.packs.trees import Tree
from jixiao.quantities import parse_number, round_half_up
from jixiao.rules.evidence import Evidence, Lacking, NotAllowed
from jixiao.rules.portion import Number, Portion, exact
from jixiao.rules.scoring import Step, as_count, as_rate
from jixiao.rules.spec import Node, RuleError

WHOLE = Fraction(100)
"""The points of a whole evaluation."""


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
    """Payment in full only from `score` points (财金〔2020〕13号: 80 in principle).

    Below, payment is `in_proportion` to the points, or left to what was agreed.
    """

    name: str
    score: Fraction
    in_proportion: bool = False

    def share(self, total: Fraction) -> Fraction | None:
        """What share is paid for a total; None where the rule does not say.

        >>> PayGate("付费", Fraction(80), in_proportion=True).share(Fraction(60))
        Fraction(3, 4)
        """
        if total >= self.score:
            return Fraction(1)
        return total / self.score if self.in_proportion else None


@dataclass(frozen=True, slots=True)
class Rescaling:
    """Indicators that do not apply are left out and the total is rescaled: what `rescaled` computes.

    A case does this by the rules of its indicators; only a sentence that says nothing else becomes this.
    """

    name: str


TotalRule = Adjustment | Cap | PayGate | Rescaling


@dataclass(frozen=True, slots=True)
class Total:
    """A total after the rules about it: the score, the grades it may not exceed, payment, and the steps.

    Of several `grade_caps` the worst grade holds; which that is, the grade scale knows. `lacking` names the
    rules whose event count was not given; where it is not empty the total, and with it payment, is open.
    """

    score: Decimal
    grade_caps: tuple[str, ...]
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
    node.fields("name", "penalty", "bonus", "cap", "pay_from", "in_proportion", "at_most")
    name = node.at("name").text()
    kinds = [key for key in ("penalty", "bonus", "cap", "pay_from") if node.has(key)]
    if len(kinds) != 1:
        raise node.wrong("penalty、bonus、cap、pay_from 中恰好一个", f"{'、'.join(kinds) or '一个也没有'}")
    place = node.at(kinds[0])
    if kinds == ["pay_from"]:
        node.fields("name", "pay_from", "in_proportion")
        return PayGate(name, place.read(_points), node.has("in_proportion") and node.at("in_proportion").yes())
    if kinds == ["cap"]:
        node.fields("name", "cap")
        if place.text()[0].isdecimal():
            return Cap(name, None, place.read(_points))
        return Cap(name, place.text(), None)
    each = _portion_in_points(place)
    at_most = _portion_in_points(node.at("at_most")) if node.has("at_most") else None
    return Adjustment(name, each, at_most, penalty=kinds == ["penalty"])


def _points(text: str) -> Fraction:
    return parse_number(text.removesuffix("分"))


def _portion_in_points(node: Node) -> Portion:
    portion = node.read(Portion.parse)
    if not portion.in_points or portion.amount <= 0:
        raise node.wrong("大于 0 的“2分”这样的分值：总分规则不按权重份额")
    return portion


def total_tree(rule: TotalRule) -> dict[str, Tree]:
    """The formal form of a rule about the total."""
    tree: dict[str, Tree] = {"name": rule.name}
    if isinstance(rule, PayGate):
        tree["pay_from"] = as_count(rule.score)
        if rule.in_proportion:
            tree["in_proportion"] = "true"
    elif isinstance(rule, Rescaling):
        tree["rescale"] = "true"
    elif isinstance(rule, Cap):
        tree["cap"] = as_count(rule.score) if rule.score is not None else str(rule.grade)
    else:
        tree["penalty" if rule.penalty else "bonus"] = str(rule.each)
        if rule.at_most is not None:
            tree["at_most"] = str(rule.at_most)
    return tree


def rescaled(items: Sequence[tuple[Fraction, Fraction]], whole: Fraction = WHOLE) -> Fraction:
    """Σ scores ÷ Σ weights × whole, over the applicable indicators as (weight, score) (form na_rescale).

    Raises NotAllowed where no indicator applies.

    >>> rescaled([(Fraction(60), Fraction(54)), (Fraction(20), Fraction(18))])
    Fraction(90, 1)
    """
    weights = sum((weight for weight, _ in items), start=Fraction(0))
    if not weights:
        raise NotAllowed("没有一项指标适用，无法折算总分")
    return sum((score for _, score in items), start=Fraction(0)) / weights * whole


def apply_total_rules(total: Fraction, rules: Sequence[TotalRule], events: Evidence) -> Total:
    """The total after `rules`; `events` holds, per rule name, how often its event occurred.

    Raises NotAllowed where such a count is no whole number.

    >>> penalty = Adjustment("审计发现违规", Portion(Fraction(2), True), Portion(Fraction(5), True), True)
    >>> apply_total_rules(Fraction(92), [penalty], Evidence({"审计发现违规": "3"})).score
    Decimal('87.00')
    """
    account = _Account(Written.of(total))
    lacking: list[str] = []
    for kind in (Adjustment, Cap):
        for rule in rules:
            if not isinstance(rule, kind):
                continue
            try:
                count = exact(events.times(rule.name, f"“{rule.name}”的次数"))
            except Lacking:
                lacking.append(rule.name)
                continue
            if count and isinstance(rule, Adjustment):
                account.adjust(rule, count)
            elif count and isinstance(rule, Cap):
                account.cap(rule)
        account.keep_within_bounds()
    score = round_half_up(exact(account.total), 2)
    gates = [rule for rule in rules if isinstance(rule, PayGate)]
    paid = None if lacking or not gates else all(Fraction(score) >= gate.score for gate in gates)
    for gate in gates if paid is not None else ():
        account.steps.append(_payment(gate, score))
    return Total(score, tuple(account.grade_caps), paid, tuple(account.steps), tuple(lacking))


def _payment(gate: PayGate, score: Decimal) -> Step:
    """Whether the gate is reached, and below it what share is paid where the rule says so."""
    gate_text = f"{gate.name}：{as_count(gate.score)}分起全额付费"
    if Fraction(score) >= gate.score:
        return Step(f"{gate_text}，达到")
    if not gate.in_proportion:
        return Step(f"{gate_text}，未达到")
    share = Written.of(Fraction(score), str(score)) / gate.score
    return Step(f"{gate_text}，未达到，付费比例＝总分÷{as_count(gate.score)}分", share, as_rate)


class _Account:
    """The running total and what is written down about it."""

    def __init__(self, total: Written) -> None:
        self.total: Number = total
        self.steps: list[Step] = []
        self.grade_caps: list[str] = []

    def adjust(self, rule: Adjustment, count: Fraction) -> None:
        change: Number = Written.of(count) * rule.each.amount
        limited = f"，最多{rule.at_most}" if rule.at_most is not None else ""
        if rule.at_most is not None:
            change = smaller(change, rule.at_most.amount)
        self.total = self.total - change if rule.penalty else self.total + change
        self._note(f"{rule.name}{as_count(count)}次，每次{'扣' if rule.penalty else '加'}{rule.each}{limited}")

    def cap(self, rule: Cap) -> None:
        if rule.score is not None:
            self.total = smaller(self.total, rule.score)
            self._note(f"{rule.name}，总分最高{as_count(rule.score)}分")
        elif rule.grade is not None:
            self.grade_caps.append(rule.grade)
            self.steps.append(Step(f"{rule.name}，等级最高为“{rule.grade}”"))

    def keep_within_bounds(self) -> None:
        """By the general law no total is below 0 or above the whole, said or unsaid (chapter 15.3)."""
        if exact(self.total) < 0:
            self.total = larger(self.total, Fraction(0))
            self._note("总分扣完为止，不计负分")
        elif exact(self.total) > WHOLE:
            self.total = smaller(self.total, WHOLE)
            self._note("总分以100分为限")

    def _note(self, text: str) -> None:
        self.steps.append(Step(text, self.total))
