"""Every way of scoring can be written in the sheet and read back."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.strategies import parts

from jixiao.packs.datafile import read_yaml
from jixiao.packs.trees import Tree
from jixiao.rules import Rule, RuleError
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.reading import READERS
from jixiao.workbook.rulerows import WAYS, part_of_rows, rows_of_part, rows_of_rule
from jixiao.workbook.rulesheet import RULES

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
