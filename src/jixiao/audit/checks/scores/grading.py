"""Grades: the bands a document states must cover all points once, and every grade it gives must fit its score."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import BANDS, GRADE
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.quantities import Interval
from jixiao.reading.gradesentences import HIGHEST, GradeBands, StatedGrade, grade_bands, stated_grades
from jixiao.reading.scoresentences import StatedScore
from jixiao.relations import Figure, uncovered_or_doubled

_USUAL = {"优": (90, 100), "良": (80, 90), "中": (60, 80), "差": (0, 60)}
_WHOLE_POINT = Fraction(1)
_WHOLE = re.compile("(?:[该本我])?(?:局|委|部门|单位|项目)?(?:整体|支出|绩效|年度|全年)*")
"""What a self-evaluation calls the whole that it scores."""


def grades(book: ScoreBook, material: Material) -> Iterator[Checked]:
    """The bands by themselves, and every grade given in a sentence with a total score."""
    bands = grade_bands(material.passages)
    if bands is not None:
        yield _covering(bands)
    totals = [each for each in material.stated_scores if each.is_total]
    of_self = [each for each in material.stated_scores if each.of_self and _WHOLE.fullmatch(each.line.label)]
    for given in stated_grades(material.passages):
        if (score := _score_before(given, totals)) is not None:
            yield _fitting(given, score, bands)
        elif (score := _score_before(given, of_self)) is not None:
            yield _fitting(given, score, bands, at_most=Severity.WARNING)


def _score_before(given: StatedGrade, totals: Sequence[StatedScore]) -> Figure | None:
    """The last total of the passage that stands before the grade; right before it where points do."""
    before = [
        figure
        for each in totals
        if each.passage is given.passage or each.passage == given.passage
        for figure in (each.line.score, each.by_rule)
        if not figure.is_missing and each.passage.text.find(str(figure.place.text), 0, given.start) >= 0
    ]
    if not before or given.points not in ("", str(before[-1].place.text)):
        return None
    return before[-1]


def _covering(bands: GradeBands) -> Checked:
    """Gaps narrower than a point are those of bands in whole points (80–89, 90–100)."""
    values = [band.values for band in bands.bands]
    faults = uncovered_or_doubled(values, Interval(Fraction(0), HIGHEST))
    narrow = {f"{gap} 没有对应的档次" for gap in _between(values)}
    faults = tuple(fault for fault in faults if fault not in narrow)
    if not faults:
        return Checked.held(BANDS, bands.place)
    shown = "、".join(f"“{band.outcome}”{band.values}" for band in bands.bands)
    return Checked.failed(
        BANDS,
        Severity.WARNING,
        "写明的等级分数段有空缺或重叠",
        f"读到的分数段是 {shown}：{'；'.join(faults)}。",
        bands.place,
    )


def _between(values: Sequence[Interval]) -> Iterator[Interval]:
    for upper, lower in pairwise(values):
        if upper.low is None or lower.high is None:
            continue
        if Fraction(0) < upper.low - lower.high <= _WHOLE_POINT:
            yield Interval(lower.high, upper.low, not lower.high_closed, not upper.low_closed)


def _fitting(
    given: StatedGrade, score: Figure, bands: GradeBands | None, *, at_most: Severity = Severity.ERROR
) -> Checked:
    """The grade against the bands; those of an evaluation need not be the ones that a self-evaluation went by."""
    points = score.known.value
    expected = _usual(points) if bands is None else bands.grades_of(points)
    if not expected:
        return Checked.not_made(GRADE, f"{score} 不在写明的任何一个分数段内", given.place)
    if given.grade in expected:
        return Checked.held(GRADE, given.place)
    source = "文中写明的分数段" if bands is not None else "通常的分数段（90、80、60 分）"
    places = (given.place, score.place) if bands is None else (given.place, score.place, bands.place)
    return Checked.failed(
        GRADE,
        at_most if bands is not None else Severity.WARNING,
        f"{score} 的等级写作“{given.grade}”，应为“{'”或“'.join(expected)}”",
        f"总分 {score}，按{source}属于“{'”或“'.join(expected)}”，文中写作“{given.grade}”。",
        *places,
        stated=given.grade,
        expected="或".join(expected),
        figures=(score,),
    )


def _usual(points: Fraction) -> tuple[str, ...]:
    return tuple(name for name, (low, high) in _USUAL.items() if low <= points and (points < high or points == HIGHEST))
