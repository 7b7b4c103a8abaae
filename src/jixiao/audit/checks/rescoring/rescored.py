"""The score of an indicator computed again from its rule and the facts told, and compared with the printed one."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.audit.checks.rescoring.binding import Recomputed, criteria_of, recomputed
from jixiao.audit.checks.rescoring.catalogue import BY_RULE, NOT_EARNABLE
from jixiao.audit.checks.rescoring.outcomes import Points, points_of
from jixiao.audit.checks.rescoring.told import Told
from jixiao.audit.checks.scores import catalogue as of_scores
from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.quantities import exact_text, fixed_text
from jixiao.rules import Rule
from jixiao.rules.parts.checklist import Checklist
from jixiao.rules.parts.conditional import Guard, Switch

_STEP_NOTE = "按1个百分点理解"
_MOST_POINTS = 12


def rescored(told: Told) -> Iterator[Checked]:
    """The comparison, or why it could not be made."""
    rule = told.indicator.rule.rule
    if rule is None:
        yield _not_made(told, f"评分规则没有读懂：{told.indicator.rule.why}")
        return
    if told.is_adjusted:
        yield _not_made(told, "报告写明得分在规则之外作了调整")
        yield from _overridden(told)
        return
    found = recomputed(told, rule)
    if found is not None:
        yield _compared(told, found)
        return
    yield _not_made(told, "评分过程没有写明规则所要的事实，或写法没有读懂")
    yield from _earnable(told, rule)


def _overridden(told: Told) -> Iterator[Checked]:
    """What the annex says of it; sentences of the text are looked at with all other scores."""
    if told.adjusted:
        yield Checked.failed(
            of_scores.OVERRIDE,
            Severity.NOTE,
            f"“{told.label}”的得分与规则不同，报告已经说明",
            f"评分过程写明：“{told.adjusted}”，印出的得分是 {told.score}，不作为矛盾，请复核理由。",
            *told.places,
            stated=str(told.score),
            group=told.indicator.name,
        )


def _compared(told: Told, found: Recomputed) -> Checked:
    points, score = found.points, told.score.known
    if points.allow(score):
        if points.is_one or points.printed == score.value:
            return Checked.held(BY_RULE, told.score.place)
        return _not_made(told, "印出的比率按取位可能对应几个得分")
    shown = _shown(points)
    return Checked.failed(
        BY_RULE,
        Severity.ERROR if found.is_certain and _is_plain(told, points) else Severity.WARNING,
        f"“{told.label}”按规则应得 {shown} 分，印作 {told.score}",
        f"评分规则：“{_rule_text(told)}”（权重 {exact_text(told.weight)} 分）。评分过程写明：{found.facts}。"
        f"按规则得 {shown} 分，印出的得分是 {told.score}。{_doubt(told, found)}",
        *told.places,
        told.indicator.place,
        stated=str(told.score),
        expected=shown,
        figures=(told.score, *found.figures),
    )


def _is_plain(told: Told, points: Points) -> bool:
    """Whether no choice of the reading explains the score: a smaller step does not make full what lost points."""
    notes = told.indicator.rule.notes
    if not notes:
        return True
    is_full = told.score.known.value == told.weight
    return all(_STEP_NOTE in note for note in notes) and is_full and points.most < told.weight


def _doubt(told: Told, found: Recomputed) -> str:
    notes = "；".join(told.indicator.rule.notes)
    doubts = [f"规则的读法：{notes}" if notes else "", "" if found.is_certain else "没有写到的按符合、按没有发生计算"]
    return "".join(f"{doubt}。" for doubt in doubts if doubt)


def _shown(points: Points) -> str:
    if points.is_one:
        return fixed_text(points.printed, 2)
    return f"{fixed_text(points.least, 2)}—{fixed_text(points.most, 2)}"


def _rule_text(told: Told) -> str:
    return "".join(told.indicator.rule.text.split())


def _earnable(told: Told, rule: Rule) -> Iterator[Checked]:
    """Where nothing is said of the points: the score must at least be one that some of them being met would give."""
    count = criteria_of(rule, told)
    if not count or count > _MOST_POINTS or isinstance(rule.part, Guard):
        return
    earned = set(_all_points(rule, told.weight, count))
    if not earned or any(Points(each, each, each).allow(told.score.known) for each in earned):
        if earned:
            yield Checked.held(NOT_EARNABLE, told.score.place)
        return
    possible = "、".join(fixed_text(each, 2) for each in sorted(earned, reverse=True))
    yield Checked.failed(
        NOT_EARNABLE,
        Severity.WARNING,
        f"“{told.label}”的得分 {told.score}，按规则得不到",
        f"评分规则：“{_rule_text(told)}”（权重 {exact_text(told.weight)} 分）。不论几个要点符合，只能得 {possible} 分。"
        "若是酌情给分，请写明理由。",
        *told.places,
        stated=str(told.score),
        expected=possible,
    )


def _all_points(rule: Rule, weight: Fraction, count: int) -> Iterator[Fraction]:
    """What every choice of points met would earn; for rules that only count them one choice of each number will do."""
    for met in _choices(rule, count):
        given: Mapping[str, object] = {"holds": all(met)} if isinstance(rule.part, Switch) else {"met": met}
        points = points_of(rule, weight, given)
        if points is not None:
            yield points.printed


def _choices(rule: Rule, count: int) -> Iterator[Sequence[bool]]:
    if isinstance(rule.part, Checklist):
        yield from ([bool(number >> place & 1) for place in range(count)] for number in range(2**count))
    else:
        yield from ([place < met for place in range(count)] for met in range(count + 1))


def _not_made(told: Told, because: str) -> Checked:
    return Checked.not_made(BY_RULE, f"“{told.label}”：{because}", told.score.place)
