"""The tables of a rule show what it gives where that matters, and never anything that the rule does not give."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from tests.language.rules import any_rules, total_rules
from tests.rules.reading import curve, rule, rule_of

from jixiao.language.scoretables import ScoreTable, score_tables, total_tables
from jixiao.packs.forms import Form, forms
from jixiao.packs.trees import Tree
from jixiao.rules import Evidence, Rule, Scored, TotalRule, read_total_rules
from jixiao.rules.parts.curve import Curve

RULES = [form for form in forms() if form.rule]


def shown(written: Rule, weight: str = "5") -> dict[str, str]:
    """The only table of a rule: case → points."""
    (table,) = score_tables(written.part, Fraction(weight))
    return {row.case: str(row.points) for row in table.rows}


def test_a_threshold_is_shown_at_its_edge_and_where_nothing_is_left() -> None:
    full: Tree = {"when": "≥95%", "gives": "100%"}
    table = shown(curve("rate", full, {"when": "<95%", "loses": "5%", "per": "1%", "from": "95%"}))
    assert table == {
        "0%": "0",
        "74%": "0",
        "75%": "0",
        "93%": "9/2",
        "93.5%": "37/8",
        "94%": "19/4",
        "95%": "5",
        "100%": "5",
    }


def test_where_the_score_jumps_it_is_shown_just_beside_too() -> None:
    table = shown(curve("rate", {"when": "≥95%", "gives": "100%"}, {"when": "<95%", "gives": "60%"}))
    assert table == {"0%": "3", "94.99%": "3", "95%": "5", "100%": "5"}


def test_what_is_counted_in_a_unit_is_headed_by_it() -> None:
    late = curve("delay", {"when": "any", "loses": "1分", "per": "2天", "from": "0"})
    assert [table.about for table in score_tables(late.part, Fraction(5))] == ["延误时间（天）"]


def test_a_gap_is_shown_as_what_the_rule_does_not_say() -> None:
    table = shown(curve("rate", {"when": "≥95%", "gives": "100%"}, {"when": "<90%", "gives": "0%"}))
    assert table["90%"] == "None"
    assert table["94.99%"] == "None"


def test_only_numbers_that_can_occur_are_shown() -> None:
    faults = shown(curve("faults", {"when": "any", "loses": "2分", "per": "1个", "from": "0"}))
    assert list(faults) == ["0", "1", "2"]
    checklist = shown(rule(criteria=3, checklist={"points": "equal"}), "3")
    assert checklist == {"0项": "0", "1项": "1", "2项": "2", "3项": "3"}


def test_equal_parts_are_shown_once_under_both_names() -> None:
    inside: Tree = {"curve": {"of": "rate", "pieces": [{"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]}]}}
    shares: list[Tree] = [{"name": name, "share": "50%", "rule": inside} for name in ("基本支出", "项目支出")]
    tables = score_tables(rule(parts={"of": shares, "may_be_void": "true"}).part, Fraction(4))
    assert [(table.of, table.about) for table in tables] == [("基本支出、项目支出（各2分）", "比率"), ("", "否决")]


@pytest.mark.parametrize("form", RULES, ids=lambda form: form.id)
def test_every_form_is_shown_within_its_weight(form: Form) -> None:
    weight = Fraction(form.weight)
    tables = score_tables(rule_of(form).part, weight)
    assert tables
    assert all(0 <= row.points <= weight for table in tables for row in table.rows if row.points is not None)


def _as_scored(written: Rule, table: ScoreTable) -> None:
    for row in table.rows:
        if row.case.startswith(("分", "仅")):
            continue
        outcome = written.apply(Fraction(7), Evidence({"rate": row.case}), traced=False)
        assert row.points == (outcome.points if isinstance(outcome, Scored) else None)


@given(any_rules())
def test_whatever_is_shown_of_a_rate_is_what_the_rule_gives(written: Rule) -> None:
    tables = score_tables(written.part, Fraction(7))
    assert tables
    assume(not list(written.lint(Fraction(7))))
    if isinstance(written.part, Curve) and written.part.measure.key in ("rate", "change", "deviation"):
        _as_scored(written, tables[0])


@given(total_rules())
def test_rules_about_the_total_are_shown_within_the_whole(written: TotalRule) -> None:
    points = [row.points for table in total_tables(written) for row in table.rows]
    assert all(0 <= each <= 100 for each in points if each is not None)


def test_a_cap_on_the_grade_is_shown_by_its_grade() -> None:
    (cap,) = read_total_rules([{"name": "安全事故", "cap": "良"}])
    (table,) = total_tables(cap)
    assert [(row.case, row.because) for row in table.rows] == [("没有出现", "按总分评定"), ("出现", "最高为“良”")]


def test_a_gate_of_payment_is_shown_at_and_just_below_it() -> None:
    (gate,) = read_total_rules([{"name": "付费", "pay_from": "80"}])
    (table,) = total_tables(gate)
    shown_points = {row.case: row.points for row in table.rows}
    assert shown_points == {"60": None, "79.99": None, "80": 100, "100": 100}
