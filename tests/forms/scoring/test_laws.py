"""Laws of scoring, for forms with any figures."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.scoring.county import LINES, SOUND, Sheet

from jixiao.forms.profiles import Profile
from jixiao.forms.profiles.scores import Decreasing
from jixiao.forms.scoring import ScoredForm, corrected_form, scored
from jixiao.forms.scoring.execution import prints_whole_scores
from jixiao.forms.verifying import checked

_TIERS = [{"from": "90", "share": "100"}, {"from": "60", "share": "50"}, {"from": "0", "share": "0"}]
rules = st.fixed_dictionaries(
    {
        "execution": st.sampled_from(
            [
                {"points": "10", "rule": "按比例"},
                {"points": "10", "rule": "按比例", "floor": "60"},
                {"points": "10", "rule": "分档", "tiers": _TIERS},
            ]
        ),
        "scoring": st.fixed_dictionaries(
            {
                "shortfall": st.sampled_from(["未规定", "按比例计", "及格线", "不得分"]),
                "decreasing": st.sampled_from(["未规定", "指标值÷完成值", "按超出比例扣", "不得分"]),
                "over_completion": st.just("说明原因"),
                "satisfaction": st.sampled_from([[], _TIERS]),
            }
        ),
    }
)
signs = st.sampled_from(["≥", "≤", "="])
amounts = st.integers(0, 200)


def of(rule: dict[str, object]) -> Profile:
    return Profile.model_validate({"id": "甲", "name": "甲省自评表", **rule})


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A form with right points and any targets, actual values, scores and money."""
    lines = [
        replace(
            line,
            target=f"{draw(signs)}{draw(amounts)}{unit}",
            actual=f"{draw(amounts)}{unit}",
            score=draw(st.one_of(st.just(""), st.integers(0, int(line.points)).map(str), st.just(line.points))),
            reason=draw(st.sampled_from(["", "汛期影响"])),
        )
        for line, unit in zip(LINES, ("公里", "%", "万元", "个", "%"), strict=True)
    ]
    executed = draw(st.integers(0, 7000))
    return replace(
        SOUND,
        executed=f"{executed // 100}.{executed % 100:02}",
        rate="",
        score=draw(st.sampled_from(["", "0", "8", "9.5", "10"])),
        lines=tuple(lines),
        total=("100", str(draw(st.integers(0, 100)))),
    )


def ends(found: ScoredForm) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Points, lowest and highest computed score of every row."""
    items = [each.item for each in found.lines] + ([found.execution] if found.execution else [])
    return [
        (item.points, item.computed.values.low, item.computed.values.high)
        for item in items
        if item.points is not None and item.computed.values is not None
        and item.computed.values.low is not None and item.computed.values.high is not None
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(sheet=sheets(), rule=rules)
def test_a_score_lies_between_nothing_and_its_points(sheet: Sheet, rule: dict[str, object]) -> None:
    found = scored(sheet.form(), of(rule))
    assert len(ends(found)) == 6
    assert all(0 <= low <= high <= points for points, low, high in ends(found))
    for each in found.lines:
        corrected = each.item.corrected.values
        assert corrected is not None
        assert corrected.low is not None
        assert each.item.points is not None
        assert 0 <= corrected.low <= each.item.points


@settings(max_examples=60, deadline=None)
@given(sheet=sheets(), rule=rules)
def test_the_corrected_form_is_scored_the_same_again(sheet: Sheet, rule: dict[str, object]) -> None:
    found = scored(sheet.form(), of(rule))
    corrected = corrected_form(found)
    if prints_whole_scores(found.form, of(rule)) and not prints_whole_scores(corrected, of(rule)):
        return  # points for execution may be rounded up to whole ones beside whole scores only
    again = scored(corrected, of(rule))
    assert again.corrected.values == found.corrected.values
    assert [each.item.corrected.values for each in again.lines] == [each.item.corrected.values for each in found.lines]
    assert again.corrected_grades == found.corrected_grades


@settings(max_examples=60, deadline=None)
@given(sheet=sheets(), rule=rules)
def test_nothing_is_found_in_the_scores_of_a_form_corrected_wholly(sheet: Sheet, rule: dict[str, object]) -> None:
    found = scored(sheet.form(), of(rule))
    if found.corrected.exact is None or any(each.item.corrected.exact is None for each in found.lines):
        return
    checkup = checked(corrected_form(found), of(rule))
    about_scores = ["form.execution_score", "form.score_total", "form.target", "form.score_limit"]
    if of(rule).scoring.decreasing is not Decreasing.UNSTATED:  # without a rule a doubtful score stays, and is told
        about_scores.append("form.shortfall")
    assert not [(one.check, one.title) for one in checkup.findings if one.check in about_scores]


@settings(max_examples=60, deadline=None)
@given(
    rule=rules,
    target=st.integers(1, 200),
    actual=amounts,
    more=st.integers(0, 50),
    sign=st.sampled_from(["≥", "≤"]),
)
def test_doing_better_never_earns_less(rule: dict[str, object], target: int, actual: int, more: int, sign: str) -> None:
    better, worse = (actual + more, actual) if sign == "≥" else (actual, actual + more)
    highest = []
    for value in (worse, better):
        line = replace(LINES[0], target=f"{sign}{target}公里", actual=f"{value}公里")
        found = scored(replace(SOUND, lines=(line, *LINES[1:])).form(), of(rule))
        values = found.lines[0].item.computed.values
        assert values is not None
        highest.append((values.low or Fraction(0), values.high or Fraction(0)))
    (worse_low, worse_high), (better_low, better_high) = highest
    assert worse_low <= better_low
    assert worse_high <= better_high


@settings(max_examples=40, deadline=None)
@given(rule=rules, executed=st.integers(0, 6000), more=st.integers(0, 500))
def test_executing_more_never_earns_less(rule: dict[str, object], executed: int, more: int) -> None:
    points = []
    for amount in (executed, executed + more):
        sheet = replace(SOUND, executed=f"{amount // 100}.{amount % 100:02}", rate="", score="")
        execution = scored(sheet.form(), of(rule)).execution
        assert execution is not None
        assert execution.computed.exact is not None
        points.append(execution.computed.exact)
    assert points[0] <= points[1]
