"""The account of how points count that the statements about them fill in."""

from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.clauses import PointClause
from jixiao.language.points.words import Amount
from jixiao.rules.portion import NOTHING, Portion

WHOLE = Amount(Fraction(1), "权重")
OWN = Amount(Fraction(1), "要点")


@dataclass
class Said:
    """What is said of the points: shares, losses, counts that earn, points that must be met, events that void."""

    each: Amount | None = None
    equal: bool = False
    named: dict[int, Amount] = field(default_factory=dict)
    rest: Amount | None = None
    rest_number: int | None = None
    sharing: tuple[int, ...] = ()
    met: Amount | None = None
    partly: Amount | None = None
    lost: bool = False
    losses: list[PointClause] = field(default_factory=list)
    at_most: Amount | None = None
    full: Amount | None = None
    all_or_nothing: bool = False
    by_completion: bool = False
    counts: list[PointClause] = field(default_factory=list)
    otherwise: bool = False
    unmet_earns_nothing: bool = False
    needed: tuple[int, ...] = ()
    before: int = 0
    extra: int = 0
    cap: Portion = NOTHING
    targets: tuple[int, ...] = ()
    most: Amount | None = None
    numbers: list[int] = field(default_factory=list)

    def once(self, name: str, amount: Amount, clause: PointClause) -> None:
        """Set an amount that may be stated once, or again as the same."""
        if getattr(self, name) not in (None, amount):
            raise NotUnderstood(f"“{clause.words}”与前面的规定不一致", clause.words)
        setattr(self, name, amount)


def portion_of(amount: Amount, clause: PointClause | None = None) -> Portion:
    """The amount as a portion of the indicator's weight; an amount of a point's own share is none."""
    if amount.of == "要点":
        words = clause.words if clause else ""
        raise NotUnderstood(f"“{words}”说的是要点自己的分值，这里需要指标的分值", words)
    return Portion(amount.value, in_points=amount.of == "分")
