"""Rules given by their words, and measures given as the formula cell of an annex."""

from fractions import Fraction

import pytest

from jixiao.expressions import write
from jixiao.indicators import Indicator, read_system
from jixiao.indicators.sentences import read_sentence
from jixiao.packs.datafile import parse_yaml
from jixiao.refusals import Refusal
from jixiao.rules import Evidence, Scored

SYSTEM = """\
- code: A
  name: 投入
  weight: 100
  children:
    - code: A1
      name: 控制率
      weight: 100
      target: ≤100%
      criteria: [甲, 乙]
"""
STEPS = "控制率不高于100%的得满分，每高1个百分点扣2分，扣完为止。"


def indicator(*lines: str) -> Indicator:
    text = SYSTEM + "".join(f"      {line}\n" for line in lines)
    return next(read_system(parse_yaml(text, "indicators.yaml")).indicators())


def earned(read: Indicator, **given: object) -> str:
    assert read.rule is not None
    assert read.weight is not None
    outcome = read.rule.apply(read.weight, Evidence(given))
    assert isinstance(outcome, Scored)
    return str(outcome.score)


@pytest.mark.parametrize("lines", [(f"rule: {STEPS}",), (f"rule: {{text: {STEPS}, source: ours}}",)])
def test_a_sentence_scores_without_a_formal_rule(lines: tuple[str, ...]) -> None:
    assert earned(indicator(*lines), rate="103%") == "94.00"  # three points above, two points each


def test_criteria_target_and_weight_help_to_read_the_sentence() -> None:
    assert earned(indicator("rule: 每有一项不符合扣40分。"), met=["符合", "不符合"]) == "60.00"
    assert earned(indicator("rule: 达到目标值得满分，否则不得分。"), rate="101%") == "0.00"


def test_a_source_is_what_is_stated_and_the_report_where_nothing_is() -> None:
    assert indicator(f"rule: {STEPS}").rule_source == "report"
    rule = indicator(f"rule: {{text: {STEPS}, source: ours}}").rule
    assert rule is not None
    assert rule.source == "ours"


def test_what_holds_where_the_indicator_does_not_apply_may_stand_beside_the_sentence() -> None:
    assert earned(indicator(f"rule: {{text: {STEPS}, not_applicable: full}}"), applicable=False) == "100.00"
    with pytest.raises(Refusal, match="full、rescale 之一"):
        indicator(f"rule: {{text: {STEPS}, not_applicable: 满分}}")


def test_a_formal_rule_counts_whatever_its_sentence_says() -> None:
    read = indicator("rule: {text: 酌情计分。, source: report, fixed: 100%}")
    assert read.sentence is None
    assert earned(read) == "100.00"


def test_a_sentence_that_is_not_read_leaves_the_indicator_without_a_rule_and_says_why() -> None:
    read = indicator("rule: 由评价组视情况计分。")
    assert read.rule is None
    assert read.sentence is not None
    assert "由评价组视情况计分" in read.sentence.why
    assert read.rule_place.startswith("indicators.yaml 第 10 行")


def test_a_choice_made_in_reading_is_noted() -> None:
    read = indicator("rule: 控制率达到90%得满分，每低1%扣2分，扣完为止。")
    assert read.sentence is not None
    assert [note for note in read.sentence.notes if "1个百分点" in note]
    assert earned(read, rate="87%") == "94.00"


def test_a_rule_that_leaves_a_gap_or_gives_more_than_the_weight_is_not_applied() -> None:
    for words in ("控制率≤100%，得满分", "控制率不高于100%的得120分，高于100%的不得分。"):
        read = indicator(f"rule: {words}")
        assert read.rule is None
        assert read.sentence is not None
        assert read.sentence.why


def test_rules_about_the_total_score_no_indicator() -> None:
    assert "总分" in read_sentence("发现弄虚作假的，评价等级定为差。").why


def test_a_sentence_seen_twice_is_read_once() -> None:
    assert read_sentence(STEPS, ("甲",), "≤100%", Fraction(3)) is read_sentence(STEPS, ("甲",), "≤100%", Fraction(3))


def test_a_framework_without_weights_keeps_the_words() -> None:
    lines = [line for line in SYSTEM.splitlines(keepends=True) if "weight" not in line]
    text = "".join(lines) + f"      rule: {STEPS}\n"
    read = next(read_system(parse_yaml(text, "indicators.yaml")).indicators())
    assert (read.rule, read.rule_text) == (None, STEPS)


@pytest.mark.parametrize(
    ("cell", "formula"),
    [
        ("在职人员数÷编制数", "在职人员数÷编制数"),
        ("控制率＝在职人员数/编制数×100%", "在职人员数÷编制数×100%"),
        (
            "控制率=（在职人员数〔决算〕/编制数）×100%。编制数：机构编制部门核定的人数。",
            "在职人员数〔决算〕÷编制数×100%",
        ),
        ("计算公式：控制率=在职人员数/编制数×100%", "在职人员数÷编制数×100%"),
        ("控制率=支出数/安排数×100%；安排数=上年数额+本年数额。", "支出数÷（上年数额＋本年数额）×100%"),
    ],
)
def test_a_measure_may_be_the_formula_cell_of_an_annex(cell: str, formula: str) -> None:
    measure = indicator(f'measure: "{cell}"').measure
    assert measure is not None
    assert write(measure) == formula


def test_words_that_hold_no_formula_are_refused_as_a_measure() -> None:
    with pytest.raises(Refusal, match="应为能读懂的算式"):
        indicator("measure: 反映，人员控制情况")
