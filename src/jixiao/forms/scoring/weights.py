"""Which points the blocks of a form have: those of their indicators where these add up, otherwise those given them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from jixiao.forms.model import Form, IndicatorLine, ResidueKind
from jixiao.forms.profiles import Profile
from jixiao.quantities import exact_text

_NONE = Fraction(0)


class Weighted(Protocol):
    """Indicators with the points that they share; None where none are printed."""

    @property
    def lines(self) -> tuple[IndicatorLine, ...]: ...

    @property
    def points(self) -> Fraction | None: ...


@dataclass(frozen=True, slots=True)
class Weights:
    """The blocks by name with their points, None for the sum of their indicators; or why they are unknown.

    The block "" stands for all indicators together.
    """

    blocks: tuple[tuple[str, Fraction | None], ...]
    because: str = ""


def weights_of(form: Form, profile: Profile, rows: Sequence[Weighted], apart: Fraction) -> Weights:
    """The points of the blocks, so that they and those `apart` (execution, objective) make the profile's full points.

    In this order: the points of the indicators, those behind the headings, those of the profile, the rest as one block.
    """
    names = tuple(dict.fromkeys(row.lines[0].block for row in rows))
    rest = profile.full_points - apart
    if _adds_up(rows, rest, profile):
        return Weights(tuple((name, None) for name in names))
    unread = sum(1 for _ in form.residues_of(ResidueKind.UNREAD))
    if unread:
        return Weights((), f"有 {unread} 行没有读出，各项分值之和不是 {exact_text(profile.full_points)} 分")
    for given in _given(form, profile):
        if set(given) == set(names) and sum(given.values(), _NONE) == rest:
            return Weights(tuple((name, _own(name, given[name], rows)) for name in names))
    if rest <= 0 or not names:
        return Weights((), "分值合计不是满分，正确的分值无法确定")
    return Weights((("", rest),))


def _adds_up(rows: Sequence[Weighted], rest: Fraction, profile: Profile) -> bool:
    known = [row.points for row in rows if row.points is not None]
    if not rows or len(known) < len(rows):
        return False
    tolerance = Fraction(len(known), 2) if profile.indicators.even_whole_points else _NONE
    beyond = sum(known, _NONE) - rest
    return abs(beyond) <= tolerance or (profile.scoring.bonus and beyond > 0)


def _given(form: Form, profile: Profile) -> Iterator[dict[str, Fraction]]:
    """The points of the blocks as the headings print them, if these bind, and in every case that the profile allows."""
    if profile.bracketed_points_bind:
        yield {block.name: block.points.known.value for block in form.blocks if not block.points.is_missing}
    for case in profile.blocks:
        yield dict(case.points)


def _own(name: str, given: Fraction, rows: Sequence[Weighted]) -> Fraction | None:
    """None where the indicators of the block come to its points."""
    points = [row.points for row in rows if row.lines[0].block == name]
    known = [each for each in points if each is not None]
    return None if len(known) == len(points) and sum(known, _NONE) == given else given
