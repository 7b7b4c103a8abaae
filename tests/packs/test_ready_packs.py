"""Every pack that comes with Jixiao can be used: its rules are read, its weights add up, its worked cases come out.

The figures expected are in the packs' cases.yaml, computed by hand.
"""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest

from jixiao.evaluation import ScoreSheet, build_case, evaluate
from jixiao.evaluation.sections import Sections
from jixiao.evaluation.sheet import indicator_scores
from jixiao.expressions import names
from jixiao.facts import standard_dictionary
from jixiao.indicators import IndicatorSystem, expressions_of, read_system
from jixiao.packs.datafile import Document
from jixiao.packs.registry import Pack, WorkedCase, standard_registry
from jixiao.packs.trees import Tree
from jixiao.packs.writing import dump

REGISTRY = standard_registry()
FRAMEWORKS = [header.id for header in REGISTRY.headers.values() if header.kind == "framework"]
READY = [header.id for header in REGISTRY.headers.values() if header.kind == "ready"]
CASES = [(name, case.name) for name in READY for case in REGISTRY.pack(name).cases]


def _system(name: str) -> IndicatorSystem:
    return read_system(REGISTRY.pack(name).indicators)


def _sheet(pack: Pack, case: WorkedCase) -> ScoreSheet:
    header: Tree = {
        "name": case.name,
        "department": "示例部门",
        "year": case.year,
        "framework": pack.header.framework,
        "grade_scale": pack.header.grade_scale,
    }
    trees: dict[str, Tree] = {
        "case": header,
        "facts": [dict(fact) for fact in case.facts],
        "judgements": dict(case.judgements),
    }
    documents = {name: Document(f"{name}.yaml", tree, {}) for name, tree in trees.items()}
    return evaluate(build_case(Sections({**documents, "indicators": pack.indicators}, (), None)))


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_a_worked_case_earns_the_scores_computed_by_hand(pack: str, case: str) -> None:
    whole = REGISTRY.pack(pack)
    worked = next(each for each in whole.cases if each.name == case)
    sheet = _sheet(whole, worked)
    scores = {result.indicator.code: result.score for result in indicator_scores(sheet.levels)}
    assert {code: score for code, score in scores.items() if score is not None} == worked.expected.scores
    assert (sheet.in_force.total, sheet.in_force.grade) == (worked.expected.total, worked.expected.grade)


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_the_total_of_a_worked_case_is_the_sum_of_its_scores_over_the_weights_that_apply(pack: str, case: str) -> None:
    worked = next(each for each in REGISTRY.pack(pack).cases if each.name == case)
    weights = {indicator.code: indicator.weight for indicator in _system(pack).indicators()}
    applicable = sum((weights[code] or Fraction(0) for code in worked.expected.scores), start=Fraction(0))
    total = sum(worked.expected.scores.values(), start=Decimal(0))
    assert Fraction(total) / applicable * 100 == Fraction(worked.expected.total)
    assert REGISTRY.scale(REGISTRY.headers[pack].grade_scale).grade_of(Fraction(worked.expected.total)) == (
        worked.expected.grade
    )


@pytest.mark.parametrize("pack", READY)
def test_every_rule_of_a_ready_pack_is_read_and_says_that_it_is_ours(pack: str) -> None:
    for indicator in _system(pack).indicators():
        assert indicator.rule is not None, indicator.code
        assert indicator.rule_source == "ours"
        assert list(indicator.rule.lint(indicator.weight or Fraction(0))) == []


@pytest.mark.parametrize("pack", READY)
def test_the_weights_of_a_ready_pack_add_up_to_a_hundred(pack: str) -> None:
    assert sum((i.weight or Fraction(0) for i in _system(pack).indicators()), start=Fraction(0)) == 100


@pytest.mark.parametrize("pack", READY)
def test_output_and_effect_weigh_sixty_points_or_more(pack: str) -> None:
    groups = _system(pack).groups
    assert sum((group.weight or Fraction(0) for group in groups[-2:]), start=Fraction(0)) >= 60


@pytest.mark.parametrize("pack", READY)
def test_a_ready_pack_has_the_indicators_of_its_framework(pack: str) -> None:
    framework = REGISTRY.headers[pack].framework
    ready, base = list(_system(pack).indicators()), list(_system(framework).indicators())
    assert [(i.code, i.name, i.inputs) for i in ready] == [(i.code, i.name, i.inputs) for i in base]


@pytest.mark.parametrize("pack", READY)
def test_a_ready_pack_is_marked_as_an_example(pack: str) -> None:
    header = REGISTRY.headers[pack]
    assert header.example == "是"
    assert header.name.endswith("（样例）")
    assert "样例" in header.weights_note


@pytest.mark.parametrize("pack", FRAMEWORKS)
def test_a_framework_has_no_weights_and_no_rules(pack: str) -> None:
    assert {(i.weight, i.rule) for i in _system(pack).indicators()} == {(None, None)}


@pytest.mark.parametrize("pack", [*FRAMEWORKS, *READY])
def test_every_name_in_a_formula_is_in_the_data_dictionary(pack: str) -> None:
    dictionary = standard_dictionary()
    used = {
        name.text
        for indicator in _system(pack).indicators()
        for expression in expressions_of(indicator)
        for name in names(expression)
    }
    assert {name for name in used if dictionary.meaning(name) is None} == set()


def test_the_frameworks_have_as_many_indicators_as_their_documents() -> None:
    assert {name: _system(name).counts() for name in FRAMEWORKS} == {
        "dept-2013": (4, 7, 28),
        "project-2020": (4, 10, 17),
        "dept-henan-2022": (3, 7, 26),
    }


def test_rows_that_the_copy_of_the_regulation_lost_are_marked_as_taken_from_samples() -> None:
    text = dump(REGISTRY.pack("dept-2013").indicators.tree)
    marked = [line for line in text.splitlines() if line.strip() == "source: sample"]
    assert len(marked) == 3


def test_every_kind_of_rule_part_of_the_packs_is_covered_by_a_worked_case() -> None:
    used = Counter(
        indicator.rule.part.spec()[0] for pack in READY for indicator in _system(pack).indicators() if indicator.rule
    )
    assert set(used) == {"checklist", "curve", "guard", "levels", "switch"}
