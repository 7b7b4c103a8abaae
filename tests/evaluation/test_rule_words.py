"""Rules given by their words in a case: what was not read and what was left open is told beside the scores."""

import pytest
from tests.evaluation.cases import leaf, result, small_case

from jixiao.evaluation import ScoreSheet, evaluate
from jixiao.findings import Finding
from jixiao.packs.trees import Tree


def scored(words: Tree, **more: Tree) -> ScoreSheet:
    return evaluate(small_case([{**leaf("A", "10", {}), "rule": words, **more}], facts=FACTS))


def told(sheet: ScoreSheet) -> list[Finding]:
    return [finding for finding in sheet.findings if finding.check.startswith("case.rule_")]


def fact(name: str, value: str) -> Tree:
    return {"name": name, "value": value, "unit": "件", "own": "true"}


FACTS = [fact("办结件数", "85"), fact("受理件数", "100"), fact("上年办结件数", "80")]
RATE = "办结件数÷受理件数"


def test_a_sentence_and_a_measure_are_enough_for_a_score() -> None:
    sheet = scored("办结率达到90%得满分，每低1个百分点扣1分，扣完为止。", measure=RATE)
    assert str(result(sheet, "A").score) == "5.00"  # five points below
    assert told(sheet) == []


def test_a_rule_that_was_not_read_is_named_with_its_words_and_its_place() -> None:
    sheet = scored("由评价组视情况计分。", measure=RATE)
    assert (result(sheet, "A").status, result(sheet, "A").score) == ("unread", None)
    (finding,) = told(sheet)
    assert finding.check == "case.rule_not_read"
    assert "由评价组视情况计分" in finding.explanation
    assert "indicators.yaml" in str(finding.places[0])


def test_a_target_that_the_rule_divides_by_and_nobody_states_is_missed() -> None:
    sheet = scored("得分＝实际值÷目标值×权重分，最高不超过权重分。", measure=RATE, target="按计划")
    assert result(sheet, "A").score is None
    assert "缺少比率的分母" in result(sheet, "A").why


def test_a_choice_is_named_beside_the_score() -> None:
    sheet = scored("办结率达到90%得满分，每低1%扣1分，扣完为止。", measure=RATE)
    assert str(result(sheet, "A").score) == "5.00"
    (finding,) = told(sheet)
    assert finding.check == "case.rule_left_open"
    assert "1个百分点" in finding.explanation
    assert finding.expected is not None
    assert "90%" in finding.expected


@pytest.mark.parametrize(
    ("rule", "target", "measure", "points"),
    [
        ("得分＝实际值÷目标值×权重分，最高不超过权重分。", "≥100%", RATE, "8.50"),
        ("得分＝实际值÷目标值×权重分，最高不超过权重分。", "≥90%", RATE, "9.44"),
        ("得分＝实际值÷目标值×权重分，最高不超过权重分。", "≥170件", "办结件数", "5.00"),
        ("达到目标值得满分，每低于目标值1个百分点扣0.5分，扣完为止。", "≥90%", RATE, "7.50"),
        ("增长率达到10%得满分，每低1个百分点扣1分，扣完为止。", "", "（办结件数－上年办结件数）÷上年办结件数", "6.25"),
        ("变动率不高于5%得满分，每高1个百分点扣1分，扣完为止。", "", "（办结件数－上年办结件数）÷上年办结件数", "8.75"),
        ("预算调整率不高于80%的得满分，每高1个百分点扣1分，扣完为止。", "", RATE, "5.00"),
    ],
)
def test_what_a_rule_measures_is_taken_from_the_formula_and_the_target(
    rule: str, target: str, measure: str, points: str
) -> None:
    assert str(result(scored(rule, target=target, measure=measure), "A").score) == points
