"""The page on the case format shows only what the program accepts."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.evaluation.content import General
from jixiao.evaluation.judgement import Judgement
from jixiao.expressions import parse
from jixiao.facts import facts_in, standard_dictionary, table_kinds
from jixiao.indicators import IndicatorNode
from jixiao.packs.datafile import Document, parse_yaml, validate
from jixiao.packs.trees import at
from jixiao.rules import Rule, read_total_rules
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.reading import READERS

PAGE = Path(__file__).parents[2] / "docs" / "case-format.md"


def _texts() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


def _blocks() -> list[Document]:
    return [parse_yaml(text, "docs/case-format.md") for text in _texts()]


def test_the_page_shows_the_four_kinds_of_files() -> None:
    assert len(_blocks()) == 4


def test_the_case_file_shown_is_accepted_with_its_rules_about_the_total() -> None:
    general = validate(_blocks()[0], General)
    rules = read_total_rules([dict(rule) for rule in general.total_rules])
    assert [rule.name for rule in rules] == ["审计发现违规", "省级表彰", "重大安全事故", "全额付费"]
    assert set(general.total_events) < {rule.name for rule in rules}
    assert [(member.role, member.title) for member in general.team] == [("主评人", "注册会计师")]
    assert [len(interview.questions) for interview in general.interviews] == [2]


def test_the_indicator_shown_is_accepted_and_its_rule_has_nothing_to_complain_about() -> None:
    (node,) = validate(_blocks()[1], list[IndicatorNode])
    rule = Rule.read(at(_blocks()[1].tree, (0, "rule")) or "", len(node.criteria))
    assert list(rule.lint(Fraction(node.weight))) == []
    parse(node.measure)


def test_the_facts_shown_are_accepted_beside_the_one_the_formula_needs() -> None:
    text = "- {name: 网办事项数, value: 2168, unit: 项, own: 是}\n" + _texts()[2]
    stated = facts_in(parse_yaml(text, "facts.yaml"), standard_dictionary(), 2024)
    assert [fact.name for fact in stated.facts] == ["网办事项数", "在职人员数", "政务服务事项总数", "网办率"]


def test_the_judgements_shown_are_accepted() -> None:
    judgements = validate(_blocks()[3], dict[str, Judgement])
    assert judgements["B2.1"].cited() == ("E11", "E14")
    assert judgements["B3.2"].override is not None


@pytest.mark.parametrize("name", [*READERS, *(kind.kind for kind in table_kinds())])
def test_every_part_of_a_rule_and_every_kind_of_table_is_named(name: str) -> None:
    assert re.search(rf"\b{name}\b", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_of_a_curve_stands_in_the_table_of_measures(measure: str) -> None:
    rows = re.findall(r"^\| (`.+?) \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert any(f"`{measure}`" in row for row in rows)
