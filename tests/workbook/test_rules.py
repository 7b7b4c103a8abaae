"""Every way of scoring can be written in the sheet and read back."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.evaluation.cases import leaf, result, small_case
from tests.strategies import parts

from jixiao.evaluation import build_case, evaluate
from jixiao.packs.datafile import read_yaml
from jixiao.packs.trees import Tree
from jixiao.rules import Rule, RuleError
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.reading import READERS
from jixiao.workbook import read_workbook, write_workbook
from jixiao.workbook.asked import questions_of
from jixiao.workbook.rows import Complaints
from jixiao.workbook.rulerows import WAYS, part_of_rows, rows_of_part, rows_of_rule
from jixiao.workbook.rulesheet import RULES
from jixiao.workbook.totals import read_totals, total_rows

FORMS: Any = read_yaml(Path(str(files("jixiao.packs"))) / "data/rule-forms.yaml").tree
RULED = [form for group in FORMS for form in group["forms"] if "rule" in form]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_the_example_of_a_way_is_a_rule_and_survives_the_sheet(way: Any) -> None:
    rule = Rule.read({"text": "例", "source": "ours", **way.example}, criteria=4)
    assert rule.part
    assert part_of_rows(list(rows_of_part(dict(way.example), "1"))) == way.example


def test_there_is_a_way_for_every_part_and_measure_of_the_rules() -> None:
    examples: list[Any] = [way.example for way in WAYS]
    curves = [example["curve"]["of"] for example in examples if "curve" in example]
    assert sorted(curves) == sorted(MEASURES)
    assert {key for way in WAYS for key in way.example} == set(READERS)
    assert len({way.name for way in WAYS}) == len(WAYS)


@pytest.mark.parametrize("form", RULED, ids=lambda form: form["id"])
def test_every_catalogued_form_survives_the_sheet_as_written_and_in_its_canonical_form(form: Any) -> None:
    criteria = int(form.get("criteria", 0))
    written: dict[str, Tree] = form["rule"]
    canonical = dict(Rule.read(written, criteria).tree())
    for rule in (written, canonical):
        read = part_of_rows(rows_of_rule("A1", rule, criteria))
        assert Rule.read({"text": "例", "source": "ours", **read}, criteria).part == Rule.read(rule, criteria).part


@given(parts)
def test_any_well_formed_part_survives_the_sheet_exactly(part: dict[str, Tree]) -> None:
    assert part_of_rows(list(rows_of_part(part, "1"))) == part


@given(parts)
def test_every_cell_of_a_rule_stands_in_a_column_of_the_sheet(part: dict[str, Tree]) -> None:
    known = {column.key for column in RULES.columns}
    assert all(row.cells.keys() <= known for row in rows_of_part(part, "1"))


def test_what_is_no_rule_is_refused_when_it_is_to_be_written() -> None:
    with pytest.raises(RuleError):
        rows_of_rule("A1", {"text": "例", "source": "ours", "curve": {"of": "rate"}}, 0)


def test_another_spelling_of_a_rule_is_written_in_its_canonical_form() -> None:
    rule: dict[str, Tree] = {"curve": {"of": "rate", "absolute": "是", "pieces": [{"when": "any", "gives": "满分"}]}}
    assert part_of_rows(rows_of_rule("A1", {"text": "例", "source": "ours", **rule}, 0)) == {
        "curve": {"of": "rate", "absolute": "true", "pieces": [{"when": "any", "gives": "100%"}]}
    }


LESS: list[Tree] = [{"when": "≥90%", "gives": "100%"}, {"when": "<90%", "loses": "2分"}]


@pytest.mark.parametrize(
    ("rule", "data", "score"),
    [
        ({"curve": {"of": "to_target", "pieces": LESS}}, {"rate": "甲÷乙", "target": "90%"}, "8.00"),  # 75% ÷ 90%
        ({"curve": {"of": "margin", "pieces": LESS}}, {"rate": "甲÷乙", "target": "80%"}, "8.00"),
        ({"curve": {"of": "mark", "pieces": LESS}}, {"score": "甲"}, "10.00"),  # 90 of a hundred
        ({"met_ratio": "≥95%, ≤105%"}, {"completions": "完成率〔各任务〕"}, "6.67"),  # two of three
    ],
)
def test_a_rule_with_its_data_scores_from_a_workbook_too(
    rule: dict[str, Tree], data: dict[str, Tree], score: str, tmp_path: Path
) -> None:
    done: list[Tree] = [
        {"name": "完成率", "item": item, "value": value, "unit": "%", "own": "是"}
        for item, value in (("一", "100%"), ("二", "95%"), ("三", "80%"))
    ]
    people = {"unit": "人", "own": "是"}
    numbers: list[Tree] = [{"name": "甲", "value": "90", **people}, {"name": "乙", "value": "120", **people}]
    case = small_case([leaf("K", "10", rule, input=data)], facts=[*numbers, *done])
    write_workbook(case.content, tmp_path / "案例.xlsx")
    from_workbook = build_case(read_workbook(tmp_path / "案例.xlsx"))
    assert str(result(evaluate(from_workbook), "K").score) == str(result(evaluate(case), "K").score) == score


@pytest.mark.parametrize(
    ("measure", "data", "asked"),
    [
        ("faults", {}, ["faults"]),
        ("faults", {"value": "甲"}, []),
        ("count", {"actual": "甲"}, []),
        ("met", {"count": "甲"}, []),
        ("unmet", {"faults": "甲"}, []),
        ("met", {}, ["points", "points"]),
    ],
)
def test_nobody_is_asked_for_a_number_that_the_data_give(measure: str, data: dict[str, Tree], asked: list[str]) -> None:
    rule: dict[str, Tree] = {"curve": {"of": measure, "pieces": [{"when": "any", "gives": "100%"}]}}
    node = leaf("K", "10", rule, input=data, criteria=["一", "二"])
    assert [question.key for question in questions_of(node)] == asked


@pytest.mark.parametrize("answer", ["true", "是"])
def test_a_gate_of_payment_in_proportion_is_a_kind_of_its_own(answer: str) -> None:
    in_full: Tree = {"name": "奖励", "pay_from": "90"}
    rows = total_rows({"total_rules": [{"name": "付费", "pay_from": "80", "in_proportion": answer}, in_full]})
    assert [row.get("kind") for row in rows] == ["全额付费起点，以下按比例", "全额付费起点"]
    gate: Tree = {"name": "付费", "pay_from": "80", "in_proportion": "true"}
    assert read_totals(rows, Complaints("总分事项")) == {"total_rules": [gate, in_full]}
