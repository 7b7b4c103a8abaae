"""One score: stated, computed by its share, corrected."""

from fractions import Fraction

from jixiao.forms.scoring.model import Computed, ScoredItem, points_text, shown
from jixiao.forms.scoring.shares import Share
from jixiao.quantities import Interval, Printed, exact_text, round_half_up
from jixiao.relations import Figure

USUAL_DECIMALS = 2
"""The decimals of a computed score where a profile names none."""
AS_STATED = "按所填得分"


def scored_item(
    name: str,
    points: Fraction | None,
    stated: Figure,
    share: Share,
    *,
    decimals: int | None = None,
    bonus: bool = False,
    rounds_to_all: bool = False,
) -> ScoredItem:
    """The score of an indicator with these points, which may be unknown, and the share that it earns."""
    if points is None:
        nothing = Computed(None, f"{share.says}；没有分值，得分不能计算")
        return ScoredItem(name, None, value_of(stated), nothing, nothing)
    computed = points_of(points, share, decimals)
    kept = allows(share.values.scale(points), points, stated, bonus=bonus, rounds_to_all=rounds_to_all)
    corrected = (
        Computed(Interval.point(stated.known.value), _kept(computed, points, stated))
        if kept
        else rounded(computed, decimals)
    )
    return ScoredItem(name, points, value_of(stated), computed, corrected, kept)


def _kept(computed: Computed, points: Fraction, stated: Figure) -> str:
    """Why a stated score stands: full points for less are whole numbers rounded."""
    earned = computed.exact
    if earned is None or stated.known.value != points or earned >= points:
        return AS_STATED
    return f"{AS_STATED}：各项得分都印整数，{points_text(earned)} 分四舍五入为 {exact_text(points)} 分"


def points_of(points: Fraction, share: Share, decimals: int | None = None) -> Computed:
    """The points that a share makes, with the arithmetic."""
    values = share.values.scale(points)
    exact = values.low if values.width == 0 else None
    if exact is None:
        return Computed(values, f"{share.says}，{exact_text(points)} 分中可得 {shown(values)} 分")
    if not share.arithmetic:
        return Computed(values, f"{share.says}，{exact_text(exact)} 分")
    about = exact_text(Fraction(round_half_up(exact, _decimals(decimals))))
    return Computed(values, f"{share.says}，{exact_text(points)} × {share.arithmetic} ＝ {about} 分")


def rounded(computed: Computed, decimals: int | None = None) -> Computed:
    """A determined score rounded half-up; a range as it is."""
    if computed.exact is None:
        return computed
    return Computed(Interval.point(Fraction(round_half_up(computed.exact, _decimals(decimals)))), computed.derivation)


def allows(
    values: Interval, points: Fraction, stated: Figure, *, bonus: bool = False, rounds_to_all: bool = False
) -> bool:
    """Whether a stated score is one of the values, rounded as it is printed.

    A target that was missed never earns all points, even where rounding would make them of what it earns, unless
    `rounds_to_all`: 97 % executed are 10 points in a form that prints whole ones throughout.
    """
    if stated.printed is None:
        return False
    score = stated.printed.value
    if bonus and score > points:
        return values.contains(points)
    if score == points and not rounds_to_all and not values.contains(points):
        return False
    return not values.intersect(printed_range(stated.printed)).is_empty


def printed_range(score: Printed) -> Interval:
    """Every score that is printed so when it is rounded to the decimals that are printed."""
    half = Fraction(1, 2) / Fraction(10) ** max(score.decimals, 0)
    return Interval(score.value - half, score.value + half)


def value_of(figure: Figure | None) -> Fraction | None:
    """What a figure prints; None where it prints nothing."""
    return None if figure is None or figure.printed is None else figure.printed.value


def _decimals(decimals: int | None) -> int:
    return USUAL_DECIMALS if decimals is None else decimals
