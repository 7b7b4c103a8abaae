"""What a self-evaluation form states, apart from any layout: the world makes these, renderers print them.

Amounts are in 万元, rates in per cent, points as printed. Nothing here comes from the program that is measured.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """The kinds of target of an indicator."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACT = "exact"
    BARE = "bare"
    DATE = "date"
    WORDS = "words"
    INTERVAL = "interval"
    ZERO = "zero"


@dataclass(frozen=True, slots=True)
class Target:
    """A target in three parts: the sign (≥, ≤, =, 定性 or none), the value as printed, the unit (or none)."""

    kind: Kind
    sign: str
    value: str
    unit: str

    @property
    def text(self) -> str:
        """The target in one column: ≥95%, 6月底前, 有所提升.

        >>> Target(Kind.AT_LEAST, "≥", "95", "%").text
        '≥95%'
        """
        return self.value if self.kind in (Kind.WORDS, Kind.DATE) else f"{self.sign}{self.value}{self.unit}"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row: its levels, target, actual value (without its unit), weight, score and reason for a deviation.

    `share` is the part of the weight that the target and the actual value earn, exactly; unscored forms have neither.
    `covers` says over how many rows its score stands, in a merged cell (0: in that of a row above). `standard` is the
    sentence by which it is scored, in forms that print one.
    """

    level1: str
    level2: str
    level3: str
    target: Target
    actual: str
    weight: Decimal | None
    score: Decimal | None
    reason: str = ""
    share: Fraction = Fraction(1)
    covers: int = 1
    standard: str = ""
    off: Decimal = Decimal(0)

    @property
    def lost(self) -> bool:
        """Whether the row keeps less than its points."""
        return self.share < 1

    @property
    def coefficient(self) -> Decimal:
        """What of the weight is scored, to four decimals, as forms of Chongqing print it; `off` if it is wrong."""
        return half_up(Fraction(self.score or 0) / Fraction(self.weight or 1), 4) + self.off

    @property
    def of_hundred(self) -> Decimal:
        """The same out of 100, to two decimals, as forms of Handan print it."""
        return half_up(Fraction(self.score or 0) / Fraction(self.weight or 1) * 100, 2) + self.off * 100

    @property
    def is_template(self) -> bool:
        """Whether the row is what a template left in."""
        return not self.target.value

    @property
    def actual_text(self) -> str:
        """The actual value with its unit, as forms with one column print it."""
        plain = self.target.kind in (Kind.WORDS, Kind.DATE) or not self.actual
        return self.actual if plain else f"{self.actual}{self.target.unit}"


@dataclass(frozen=True, slots=True)
class Money:
    """One row of the block of money, in 万元; `integrated` is taken from the budget for other ends (统筹整合).

    `off` is by how many points of per cent its rate is printed wrong.
    """

    name: str
    initial: Decimal
    adjusted: Decimal
    outturn: Decimal
    integrated: Decimal = Decimal(0)
    off: Decimal = Decimal(0)

    @property
    def net(self) -> Decimal:
        """The budget that execution is measured against."""
        return self.adjusted - self.integrated

    @property
    def rate(self) -> str:
        """Its rate as printed, in per cent to two decimals; a dash where there is no budget."""
        return f"{half_up(Fraction(self.outturn) / Fraction(self.net) * 100, 2) + self.off}%" if self.net else "—"


@dataclass(frozen=True, slots=True)
class Block:
    """A first-level indicator and its points in brackets."""

    name: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as it states itself: the first row of money is the total, the others its sources.

    `reason` is the one for low execution, `outturn_unit` a unit printed behind the outturn itself. A total weight or
    score of None is a form that prints none. `objective_score` is what the objective itself is given, `header_off` by
    how much the total in the header differs from the one below.
    """

    profile: str
    project: str
    department: str
    unit: str
    year: int
    money: tuple[Money, ...]
    rate: Decimal
    execution_points: Decimal
    execution_score: Decimal | None
    expected: str
    achieved: str
    blocks: tuple[Block, ...]
    indicators: tuple[Indicator, ...]
    total_weight: Decimal | None
    total_score: Decimal | None
    grade: str
    reason: str = ""
    outturn_unit: str = ""
    objective_score: Decimal | None = None
    header_off: Decimal = Decimal(0)

    @property
    def scored(self) -> bool:
        """Whether the form gives points at all."""
        return self.total_score is not None


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A project in the summary table of a department; the amount is its budget in 万元."""

    project: str
    unit: str
    amount: Decimal
    score: Decimal
    grade: str


@dataclass(frozen=True, slots=True)
class Department:
    """A department with the forms of its projects and the summary table of them, with its total."""

    name: str
    place: str
    year: int
    sheets: tuple[Sheet, ...]
    summary: tuple[SummaryRow, ...]
    total: Decimal


def half_up(value: Fraction | Decimal | int, places: int) -> Decimal:
    """Round half away from zero for amounts of no less than zero, exactly.

    >>> half_up(Fraction(1, 3), 2), half_up(Decimal("7.595"), 2)
    (Decimal('0.33'), Decimal('7.60'))
    """
    whole = Fraction(value) * 10**places
    return Decimal(int(whole + Fraction(1, 2))).scaleb(-places)


def plain(value: Decimal) -> str:
    """Print a number without needless noughts: 12.50 is 12.5, 10.00 is 10.

    >>> plain(Decimal("12.50")), plain(Decimal("100")), plain(Decimal("0.00"))
    ('12.5', '100', '0')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantized(value: Decimal, places: int) -> str:
    """Print a number with just so many decimals, half up."""
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
