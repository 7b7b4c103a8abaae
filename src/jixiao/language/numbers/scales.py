"""What the number of a rule is: which scale its landmarks stand on, told by its steps, figures and the landmarks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.language.numbers.bindings import Bindings
from jixiao.language.numbers.effects import Does, Effect
from jixiao.language.numbers.figures import TIME
from jixiao.language.numbers.landmarks import At, Mark
from jixiao.language.numbers.situations import Situation, Steps
from jixiao.language.numbers.zones import Zone
from jixiao.rules.ranges import Range

ZERO = Range(Fraction(0), True, Fraction(0), True)
BELOW_ZERO, UP_TO_ZERO = Range(None, False, Fraction(0), False), Range(None, False, Fraction(0), True)
ABOVE_ZERO, FROM_ZERO = Range(Fraction(0), False), Range(Fraction(0), True)

TRENDS = {At.UP, At.DOWN, At.FLAT, At.FLAT_OR_UP, At.FLAT_OR_DOWN}
"""Landmarks that compare with an earlier figure."""

_DELAYED = re.compile("延迟|推迟|逾期|超期|延误|延期|滞后|超时|迟延|拖延")
_RANKED = re.compile("排名|名次|位次")


@dataclass(frozen=True, slots=True)
class Said:
    """A clause: the situation as read, what it does, and its words."""

    situation: Situation
    effect: Effect
    words: str


@dataclass
class Scale:
    """What the number of a rule is: `about` a landmark's scale, or "" where figures tell; the threshold; the target."""

    about: str
    threshold: Range | None = None
    kind_of_threshold: tuple[str, str] = ("rate", "")
    bindings: Bindings = field(default_factory=Bindings)
    by_ratio: bool = False
    side_hint: str = ""
    both_sides: bool = True
    from_target: bool = False
    """Whether steps are counted from a target that the words name."""


def scale_of(said: Sequence[Said], bindings: Bindings) -> Scale:
    """Which scale the landmarks of a rule stand on, from its steps, figures and the landmarks themselves."""
    steps = [each.situation for each in said if isinstance(each.situation, Steps)]
    zones = [each.situation for each in said if isinstance(each.situation, Zone)]
    zones += [each.zone for each in steps if isinstance(each.zone, Zone)]
    marks = [each.situation for each in said if isinstance(each.situation, Mark)]
    marks += [each.zone for each in steps if isinstance(each.zone, Mark)]
    effects = {each.effect.does for each in said}
    seen = _Seen(steps, zones, {mark.at for mark in marks}, bindings, effects)
    return Scale(
        next((about for about, tells in _SCALES if tells(seen)), ""),
        bindings=bindings,
        by_ratio=seen.proportion,
        both_sides=not any(each.side in ("<", ">") for each in steps),
        from_target=any(isinstance(each.situation, Steps) and "目标值" in each.words for each in said),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What tells the scale: steps, ranges, landmarks, the target, and what the clauses do."""

    steps: Sequence[Steps]
    zones: Sequence[Zone]
    ats: set[At]
    bindings: Bindings
    effects: set[Does]

    @property
    def rates(self) -> bool:
        """Whether anything is measured in rates."""
        return any(each.length.is_rate for each in self.steps) or any(zone.is_rate for zone in self.zones)

    @property
    def proportion(self) -> bool:
        """Whether points are computed from the number itself."""
        return bool(self.effects & {Does.PROPORTION, Does.FORMULA, Does.LOSE_PROPORTION})

    def counts(self, about: str) -> bool:
        """Whether steps say that they count this."""
        abouts = [each.about for each in self.steps] + [zone.about for zone in self.zones]
        return about in abouts

    @property
    def timed(self) -> bool:
        """Whether steps are lengths of time."""
        return any(TIME.fullmatch(each.length.unit) for each in self.steps if each.length.unit)

    def names(self, words: "re.Pattern[str]") -> bool:
        """Whether a range names its number with such words."""
        return any(words.search(zone.subject) for zone in self.zones)


def _late(seen: _Seen) -> bool:
    on_time = seen.timed and At.IN_TIME in seen.ats
    late = At.LATE in seen.ats and not seen.rates and not seen.counts("faults")
    return seen.counts("delay") or on_time or late


def _ranked(seen: _Seen) -> bool:
    return seen.counts("rank") or any(zone.unit in ("名", "位") for zone in seen.zones) or seen.names(_RANKED)


def _beyond(seen: _Seen) -> bool:
    """Whether amounts or heads beyond a limit are counted, the limit itself being left to the data."""
    if seen.counts("excess") and not seen.zones:
        return True
    if _counts_over_all(seen):
        return True
    return bool(seen.ats & _LIMITS) and not seen.rates and not seen.proportion and bool(seen.steps)


_LIMITS = {At.WITHIN, At.OVER}
_SCALES: tuple[tuple[str, Callable[[_Seen], bool]], ...] = (
    ("best", lambda seen: At.BEST in seen.ats),
    ("delay", _late),
    ("rank", _ranked),
    ("faults", lambda seen: seen.counts("faults") and (not seen.rates or _faults_beside_all(seen))),
    ("change", lambda seen: bool(seen.ats & TRENDS) and seen.rates),
    ("trend", lambda seen: bool(seen.ats & TRENDS)),
    ("excess", _beyond),
    ("limit", lambda seen: bool(seen.ats & _LIMITS)),
    ("deviation", lambda seen: At.ON in seen.ats),
    ("delay", lambda seen: seen.names(_DELAYED)),
    ("bad_share", lambda seen: Does.LOSE_PROPORTION in seen.effects and At.NONE in seen.ats),
)
"""What each scale is told by, the surest first."""


def _counts_over_all(seen: _Seen) -> bool:
    """Whether heads or things are counted beyond a limit of 100 %: then the number is how many are too many."""
    target = seen.bindings.target
    limits = [*seen.zones, *([target] if target is not None else [])]
    whole = bool(limits) and all(_is_all(limit) for limit in limits)
    return whole and any(each.length.kind == "count" and each.side == ">" and not each.about for each in seen.steps)


def _is_all(limit: Zone) -> bool:
    """Whether a range of a rate ends or begins at 100 %."""
    edges = {edge for edge in (limit.when.low, limit.when.high) if edge}
    return limit.is_rate and edges == {1}


def _faults_beside_all(seen: _Seen) -> bool:
    """Whether what is not among all of them (完成率达100%得满分) is counted as faults, one by one."""
    counted = all(each.about == "faults" for each in seen.steps)
    return counted and not seen.proportion and all(_is_all(zone) and zone.when.low == 1 for zone in seen.zones)


def in_faults(zone: Zone) -> Zone:
    """All of them, 100 %, as no fault at all."""
    return Zone("", ZERO, "count", about="faults")


def in_excess(zone: Zone) -> Zone:
    """A range that ends or begins at 100 % of a limit as one of what exceeds the limit.

    >>> in_excess(Zone("控制率", Range(None, False, Fraction(1), True), "rate")).when == UP_TO_ZERO
    True
    """
    low, high = (None if end is None else end - 1 for end in (zone.when.low, zone.when.high))
    low = None if zone.when.low == 0 else low
    when = Range(low, zone.when.low_included and low is not None, high, zone.when.high_included)
    return Zone("", when, "count", about="excess")
