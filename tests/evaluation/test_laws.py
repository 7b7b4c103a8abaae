"""Laws of scoring, on both examples with their figures and judgements drawn at random."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evaluation.cases import BOTH, XINXIANG, YANJIN, case_of, nodes, result, sheet_of
from tests.recompute import recompute

from jixiao.evaluation import Case, ScoreSheet, evaluate
from jixiao.evaluation.changes import changed
from jixiao.evaluation.judgement import Judgement, Point, PointEntry
from jixiao.evaluation.sheet import GroupScore, score_rate
from jixiao.evaluation.whatif import try_changes
from jixiao.quantities import round_half_up
from jixiao.rules import Step

CHANGES = 8
WORDS = ("符合", "部分符合", "不符合")


def figures(case: Case) -> list[tuple[str, str]]:
    """The names of the stated facts that any indicator uses, and how each is counted."""
    used = {label for score in evaluate(case, traced=False).indicators() for label in score.facts}
    labels = {case.facts.label(fact): fact.entry.kind for fact in case.facts if fact.value is not None}
    return [(label, kind) for label, kind in labels.items() if label in used]


def points(case: Case) -> list[str]:
    """The names of the judged points, as a change gives them."""
    return [
        f"{code}要点{number}"
        for code, judgement in case.judgements.items()
        for number in range(1, len(judgement.points) + 1)
    ]


AMOUNTS = st.one_of(
    st.just("0.00"), st.decimals(0, 2000, places=2).map(str), st.decimals(300, 500, places=2).map(str), st.just("1/3")
)
COUNTS = st.integers(0, 200).map(str)


@st.composite
def changed_cases(draw: st.DrawFn) -> ScoreSheet:
    """An example in which some figures and judgements are others, scored with its derivations."""
    case = case_of(draw(st.sampled_from(BOTH)))
    changes = []
    for label, kind in draw(st.lists(st.sampled_from(figures(case)), max_size=CHANGES, unique=True)):
        changes.append(f"{label}={draw(AMOUNTS if kind == 'amount' else COUNTS)}")
    for name in draw(st.lists(st.sampled_from(points(case)), max_size=CHANGES, unique=True)):
        changes.append(f"{name}={draw(st.sampled_from(WORDS))}")
    return try_changes(case, changes).after


def check_step(step: Step) -> None:
    """What the pocket calculator makes of the step is what is printed, at the decimals printed."""
    if step.expression is None:
        return
    assert step.value is not None
    figure = re.fullmatch(r"(-?\d+(?:\.(\d+))?)(%?)", step.value)
    assert figure is not None, step
    value = recompute(step.expression) * (100 if figure[3] else 1)
    assert round_half_up(value, len(figure[2] or "")) == Decimal(figure[1]), step


def check_derivations(sheet: ScoreSheet) -> None:
    for node in nodes(sheet.levels):
        for step in node.derivation.steps:
            check_step(step)
    for score in sheet.indicators():
        if score.by_rule is not None:
            last = score.derivation.steps[-1]
            assert Decimal(str(last.value)) == score.by_rule, score.code


@pytest.mark.parametrize("name", BOTH)
def test_every_step_of_the_examples_can_be_redone_and_the_last_one_gives_the_score(name: str) -> None:
    check_derivations(sheet_of(name))
    assert sum(step.expression is not None for n in nodes(sheet_of(name).levels) for step in n.derivation.steps) > 50


@settings(max_examples=60)
@given(changed_cases())
def test_every_step_of_any_case_can_be_redone_and_the_last_one_gives_the_score(sheet: ScoreSheet) -> None:
    check_derivations(sheet)


@settings(max_examples=60)
@given(changed_cases())
def test_scores_lie_between_0_and_the_weight_and_sums_are_sums_of_rounded_scores(sheet: ScoreSheet) -> None:
    for score in sheet.indicators():
        if score.by_rule is not None:
            assert 0 <= score.by_rule <= score.weight
            assert score.by_rule == round(score.by_rule, 2)
    for node in nodes(sheet.levels):
        if isinstance(node, GroupScore):
            scores = [child.score for child in node.children]
            known = [score for score in scores if score is not None]
            assert node.score == (sum(known) if len(known) == len(scores) else None)
            if node.score is not None:
                rate = round_half_up(Fraction(node.score) / Fraction(node.weight) * 100, 2)
                assert score_rate(node) == f"{rate}%"


@settings(max_examples=60)
@given(changed_cases())
def test_the_total_is_the_sum_or_lies_in_the_range_whatever_the_missing_scores_are(sheet: ScoreSheet) -> None:
    known = sum((score.score for score in sheet.indicators() if score.score is not None), start=Decimal(0))
    missing = sum((score.weight for score in sheet.indicators() if score.score is None), start=Decimal(0))
    totals = sheet.in_force
    if missing:
        assert (totals.total, totals.grade, totals.low, totals.high) == (None, None, known, known + missing)
    else:
        assert totals.total == totals.low == totals.high == known
        assert totals.grade == next(g for g, low in (("优", 90), ("良", 80), ("中", 60), ("差", 0)) if known >= low)


@st.composite
def case_with_changes(draw: st.DrawFn) -> tuple[Case, list[str]]:
    case = case_of(draw(st.sampled_from(BOTH)))
    labels = draw(st.lists(st.sampled_from(figures(case)), max_size=CHANGES, unique=True))
    return case, [f"{label}={draw(AMOUNTS if kind == 'amount' else COUNTS)}" for label, kind in labels]


@settings(max_examples=30)
@given(case_with_changes())
def test_scores_are_the_same_with_and_without_their_derivations(drawn: tuple[Case, list[str]]) -> None:
    case, changes = drawn
    for change in changes:
        case, _ = changed(case, change)
    with_steps, without = evaluate(case), evaluate(case, traced=False)
    assert [(s.code, s.score, s.by_rule, s.status, s.facts) for s in with_steps.indicators()] == [
        (s.code, s.score, s.by_rule, s.status, s.facts) for s in without.indicators()
    ]
    assert with_steps.in_force == without.in_force
    assert all(score.derivation.steps == () for score in without.indicators())


def _met(entry: PointEntry) -> PointEntry:
    if isinstance(entry, list):
        return [_met(inner) for inner in entry]
    return entry.model_copy(update={"is_": "符合"}) if isinstance(entry, Point) else "符合"


@pytest.mark.parametrize("name", BOTH)
def test_meeting_one_more_point_never_lowers_a_score(name: str) -> None:
    case = case_of(name)
    for change in points(case):
        code = change.partition("要点")[0]
        outcome = try_changes(case, [f"{change}=符合"])
        before, after = result(outcome.before, code).by_rule, result(outcome.after, code).by_rule
        assert before is not None
        assert after is not None
        assert after >= before


@pytest.mark.parametrize("name", BOTH)
def test_meeting_every_point_earns_the_whole_weight_by_rule(name: str) -> None:
    case = case_of(name)
    whole = [f"{change}=符合" for change in points(case)]
    after = try_changes(case, whole).after
    for code, judgement in case.judgements.items():
        if judgement.points:
            assert result(after, code).by_rule == result(after, code).weight


RISING: list[tuple[str, str, Callable[[int], str]]] = [
    (XINXIANG, "B1.1", lambda n: f"支出总额〔决算〕={n * 30}"),
    (XINXIANG, "B3.3", lambda n: f"在用固定资产总额={n * 20}"),
    (XINXIANG, "D1.1", lambda n: f"非常满意〔服务效率〕={n * 10}"),
    (YANJIN, "C21", lambda n: f"不见面审批事项数={n * 120}"),
    (YANJIN, "D21", lambda n: f"长效机制项数={n}"),
]
FALLING: list[tuple[str, str, Callable[[int], str]]] = [
    (XINXIANG, "D3.1", lambda n: f"非常不满意〔服务效率〕={n * 100}"),
    (YANJIN, "D31", lambda n: f"不太满意〔总体评价，办事群众〕={n * 10}"),
    (XINXIANG, "A2.1", lambda n: f"在职人员数={n * 3}"),
    (XINXIANG, "B1.2", lambda n: f"支出总额〔追加〕={n * 15}"),
    (XINXIANG, "B1.3", lambda n: f"结转结余〔决算〕={n * 15}"),
    (XINXIANG, "B1.4", lambda n: f"公用经费〔决算〕={n}"),
    (YANJIN, "B11", lambda n: f"支出总额〔调整〕={360 + n * 15}"),
    (YANJIN, "B51", lambda n: f"在职人员数={n * 3}"),
]


def scores_along(name: str, code: str, change: Callable[[int], str]) -> list[Decimal]:
    scores = [result(try_changes(case_of(name), [change(n)]).after, code).by_rule for n in range(19)]
    assert None not in scores
    return [score for score in scores if score is not None]


@pytest.mark.parametrize(("name", "code", "change"), RISING, ids=[code for _, code, _ in RISING])
def test_more_of_what_is_wanted_never_lowers_the_score(name: str, code: str, change: Callable[[int], str]) -> None:
    scores = scores_along(name, code, change)
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


@pytest.mark.parametrize(("name", "code", "change"), FALLING, ids=[code for _, code, _ in FALLING])
def test_more_of_what_is_limited_never_raises_the_score(name: str, code: str, change: Callable[[int], str]) -> None:
    scores = scores_along(name, code, change)
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_a_judgement_holds_no_score() -> None:
    assert not {"score", "rate"} & set(Judgement.model_fields)
