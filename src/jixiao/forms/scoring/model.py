"""A form scored by the rules of its profile, beside what it states: every number with its derivation."""

from dataclasses import dataclass
from fractions import Fraction

from jixiao.forms.model import Form, IndicatorLine
from jixiao.forms.profiles import Profile
from jixiao.quantities import Interval, exact_text, fixed_text
from jixiao.relations import Figure

_FEW = 1000  # points with more than three decimals are rounded where they are shown


@dataclass(frozen=True, slots=True)
class Computed:
    """Points by rule: one number, or all that a judgement leaves; `values` is None where nothing can be computed.

    `derivation` is the arithmetic in Chinese that a clerk can redo, or why there is none.
    """

    values: Interval | None
    derivation: str

    @property
    def exact(self) -> Fraction | None:
        """The points, where there is but one value for them."""
        return self.values.low if self.values is not None and self.values.width == 0 else None

    def __str__(self) -> str:
        if self.values is None:
            return "未计算"
        return shown(self.values)

    def as_json(self) -> dict[str, str | None]:
        """Lowest and highest value as decimal texts (both None: not computed) and the derivation."""
        low, high = (None, None) if self.values is None else (self.values.low, self.values.high)
        return {
            "low": None if low is None else points_text(low),
            "high": None if high is None else points_text(high),
            "derivation": self.derivation,
        }


def shown(values: Interval) -> str:
    """A number, or a range as a reader writes it.

    >>> shown(Interval.point(90)), shown(Interval(Fraction(80), Fraction("97.5")))
    ('90', '80—97.5')
    """
    low, high = (points_text(end or Fraction(0)) for end in (values.low, values.high))
    return low if low == high else f"{low}—{high}"


def points_text(points: Fraction) -> str:
    """Points as a reader writes them: as they are, or half-up to two decimals where they have many.

    >>> points_text(Fraction("97.597")), points_text(Fraction(200, 3))
    ('97.597', '66.67')
    """
    return exact_text(points) if (points * _FEW).denominator == 1 else fixed_text(points, 2)


@dataclass(frozen=True, slots=True)
class ScoredItem:
    """The points for execution, of an indicator, or of a block: stated, computed by rule, and corrected.

    `corrected` is the stated score where the rule allows it, otherwise the computed one, rounded half-up once; a range
    where neither is determined. `kept` says that the stated score stands.
    """

    name: str
    points: Fraction | None
    stated: Fraction | None
    computed: Computed
    corrected: Computed
    kept: bool = False

    @property
    def is_mended(self) -> bool:
        """Whether a determined score differs from the stated one, or stands where none is stated."""
        return self.corrected.exact is not None and not self.kept and self.corrected.exact != self.stated


@dataclass(frozen=True, slots=True)
class ScoredLine:
    """An indicator with its score; `own` is False for a block whose points contradict those of its indicators."""

    line: IndicatorLine
    item: ScoredItem


@dataclass(frozen=True, slots=True)
class ScoredForm:
    """A form with everything that its profile lets compute. Totals and grades are `Computed`; grades are by name."""

    form: Form
    profile: Profile
    rate: Computed
    execution: ScoredItem | None
    lines: tuple[ScoredLine, ...]
    blocks: tuple[ScoredItem, ...]
    stated_total: Figure | None
    computed: Computed
    corrected: Computed
    computed_grades: tuple[str, ...]
    corrected_grades: tuple[str, ...]
