"""The whole report: whatever a case holds, it is built, prints the scores of the sheet, and becomes plain values."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from tests.evaluation.cases import BOTH, case_of, leaf, nodes, sheet_of, small_case
from tests.strategies import counts, lines, parts, rates, scores, texts, yes_no

from jixiao.evaluation import Case, evaluate
from jixiao.evaluation.content import Narrative
from jixiao.packs.trees import Tree
from jixiao.refusals import Refusal
from jixiao.reports.content.building import report_of
from jixiao.reports.content.report import Report
from jixiao.reports.results import plain

verdicts = st.sampled_from(["符合", "部分符合", "不符合"])
judged = st.one_of(verdicts, st.builds(lambda verdict, reason: {"is": verdict, "reason": reason}, verdicts, texts))
overrides = st.fixed_dictionaries({"score": st.just("1.00"), "reason": texts, "author": lines})
judgements = st.fixed_dictionaries(
    {},
    optional={
        "points": st.lists(st.one_of(judged, st.lists(judged, min_size=1, max_size=2)), min_size=1, max_size=4),
        "holds": yes_no,
        "level": lines,
        "share": rates,
        "scores": st.lists(scores, min_size=1, max_size=3),
        "deduct": scores,
        "count": counts,
        "events": counts,
        "faults": counts,
        "applicable": yes_no,
        "reason": texts,
        "override": overrides,
    },
)


@st.composite
def odd_cases(draw: st.DrawFn) -> Case:
    """A case with rules of every part, judged at random: many of its indicators come to nothing."""
    leaves = []
    for number in range(draw(st.integers(1, 3))):
        rule: Mapping[str, Any] = draw(st.one_of(st.just({}), parts))
        criteria: list[Tree] = [*draw(st.lists(lines, min_size=1, max_size=4))]
        leaves.append(leaf(f"K{number}", draw(st.sampled_from(["2", "4", "7.5"])), rule, criteria=criteria))
    judged_codes: dict[str, Any] = {str(each["code"]): draw(judgements) for each in leaves if draw(st.booleans())}
    try:
        return small_case(leaves, judgements=judged_codes)
    except Refusal:
        reject()


def printed_scores(report: Report) -> dict[str, str]:
    levels = {each.code: each.score for each in report.analysis}
    groups = {each.code: each.score for level in report.analysis for each in level.groups}
    leaves = {each.code: each.score for level in report.analysis for group in level.groups for each in group.indicators}
    return levels | groups | leaves


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(odd_cases())
def test_any_case_that_can_be_scored_has_a_report_that_prints_its_scores(case: Case) -> None:
    sheet = evaluate(case)
    report = report_of(case, sheet)
    printed = printed_scores(report)
    for node in nodes(sheet.levels):
        assert printed[node.code] == ("—" if node.score is None else f"{node.score:.2f}")
    for level in report.analysis:
        for group in level.groups:
            for each in group.indicators:
                assert all(each.paragraphs)
                assert "按规定计分" in "".join(each.paragraphs)


@pytest.mark.parametrize("name", BOTH)
def test_the_report_of_an_example_becomes_plain_values(name: str) -> None:
    report = report_of(case_of(name), sheet_of(name))
    values = json.loads(json.dumps(plain(report), ensure_ascii=False))
    assert values["result"]["total"] == report.result.total
    assert (
        values["analysis"][0]["groups"][0]["indicators"][0]["code"] == report.analysis[0].groups[0].indicators[0].code
    )
    assert values["indicator_table"]["merged"][0] == {"row": 0, "column": 0, "rows": 5}


@pytest.mark.parametrize("name", BOTH)
def test_a_case_without_any_narrative_has_a_report(name: str) -> None:
    case = replace(case_of(name), content=replace(case_of(name).content, narrative=Narrative()))
    report = report_of(case, evaluate(case))
    assert (report.practices, report.problems, report.recommendations, report.other) == ((), (), (), ())
    assert "的扣分原因见指标分析" in report.conclusion.paragraphs[-1]


@pytest.mark.parametrize("name", BOTH)
def test_the_short_name_is_introduced_once(name: str) -> None:
    report = report_of(case_of(name), sheet_of(name))
    assert json.dumps(plain(report), ensure_ascii=False).count(f"以下简称“{report.cover.short}”") == 1


@pytest.mark.parametrize("name", BOTH)
def test_no_sentence_ends_twice_or_says_nothing(name: str) -> None:
    text = json.dumps(plain(report_of(case_of(name), sheet_of(name))), ensure_ascii=False)
    for slip in ("。。", "，。", "；。", "：。", "，，", "（）", "〔〕", "None"):
        assert slip not in text
