"""Self-evaluations told in a paragraph: “自评总体分值99.68分。其中，预算执行率88.00%，资金支出管理得9.78分；…”."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.audit.checks.sentences.catalogue import EXECUTION_SCORE
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.quantities import Convention, Printed, unit_named
from jixiao.reading.mentions import Mention
from jixiao.relations import Figure, RateScore, Sum
from jixiao.relations.checks import SUM_SCORES

_TOTAL = re.compile(
    "(?:自评|绩效|总体|综合|评价)*(?:总体?分值|总分|总得分|综合得分|绩效分值|自评得分|评价得分)(?:为|是)?$"
)
_SCORE = re.compile("(?:得分?|得分为|计|自评分?)$")
_EXECUTION = re.compile("预算执行率(?:为|是|达到?)?$")
_GAP = re.compile(
    "[比较](?:本次|此次|这次)?(?:绩效|财政|重点)?评价(?:总|综合)?(?:得分|评分|分数)(?P<how>高|低|多|少)(?:出|了)?$"
)
_FEWEST_PARTS = 3
_TEN = Printed(Fraction(10), 2, unit_named("分"), Convention.EXACT, text="10分")
_TARGETS = tuple(Fraction(percent, 100) for percent in (100, 95, 90, 85, 80))


def self_scores(found: Sequence[Mention]) -> Iterator[Posed | Checked]:
    """The parts of a self-evaluation against its total, and the score of its execution rate against the rate."""
    points = [one for one in found if one.printed.unit is not None and one.printed.unit.symbol == "分"]
    totals = [one for one in points if _TOTAL.search(one.before)]
    if len(totals) != 1:
        return
    (total,) = totals
    parts = [one for one in points if one.start > total.start and _SCORE.search(one.before)]
    if len(parts) < _FEWEST_PARTS:
        return
    yield Posed(Sum.of(total.figure("自评总分"), [part.figure(_name(part)) for part in parts], SUM_SCORES))
    rate = next((one for one in found if _EXECUTION.search(one.before)), None)
    if rate is not None:
        following = next((part for part in parts if part.start > rate.start), None)
        if following is not None:
            yield from _execution(rate, following)


def self_gaps(found: Sequence[Mention], evaluated: Figure | None) -> Iterator[Posed]:
    """How far the score of a self-evaluation is said to be from that of the evaluation: “比本次评价得分高5分”."""
    points = [one for one in found if one.dimension == "分"]
    totals = [one for one in points if _TOTAL.search(one.before) and "自评" in one.before]
    for one in points:
        gap = _GAP.search(one.before)
        if gap is not None and evaluated is not None and len(totals) == 1:
            both = totals[0].figure("自评得分"), evaluated
            more, less = both if gap["how"] in "高多" else both[::-1]
            yield Posed(Sum.difference(one.figure("自评与评价的差"), more, less), at_most=Severity.WARNING)


def _name(part: Mention) -> str:
    """The words before 得, or those of the clause before where there are none: 成本指标得, 产出指标完成良好，得."""
    own = _SCORE.sub("", part.before)
    if own:
        return own
    clause = part.passage.text[: part.start].rstrip("得,")
    return re.split("[,;:。]", clause)[-1] or "得分"


def _execution(rate: Mention, score: Mention) -> Iterator[Checked]:
    """The score must fit the rate under one of the usual ways to reckon it."""
    relations = [RateScore(score.figure("得分"), Figure("分值", _TEN), rate.figure("预算执行率"))]
    fits = any(relation.assess().verdict.is_possible for relation in relations) or any(
        _rounded_to(rate, score, target) for target in _TARGETS
    )
    if fits:
        yield Checked.held(EXECUTION_SCORE, score.place)
        return
    yield Checked.failed(
        EXECUTION_SCORE,
        Severity.WARNING,
        f"预算执行率 {rate.printed}，得分 {score.printed}，两者对不上",
        f"按 10 分 × {rate.printed} 计算，或按常见的目标值折算，都得不到 {score.printed}；若另有计分办法，请核对办法。",
        score.place,
        rate.place,
        stated=str(score.printed),
    )


def _rounded_to(rate: Mention, score: Mention, target: Fraction) -> bool:
    """Whether 10 points × rate ÷ target may print as the score."""
    low, high = rate.printed.interval().low, rate.printed.interval().high
    shown = score.printed.rounded().interval()
    if low is None or high is None or shown.low is None or shown.high is None:
        return False
    points = [min(Fraction(10), Fraction(10) * end / 100 / target) for end in (low, high)]
    return points[0] <= shown.high and points[1] >= shown.low
