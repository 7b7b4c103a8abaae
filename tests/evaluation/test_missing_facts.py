"""Deleting any one fact leaves exactly the indicators that use it without a score; everything else stays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from tests.evaluation.cases import BOTH, XINXIANG, YANJIN, case_of, result, sections_of, sheet_of, with_section

from jixiao.evaluation import ScoreSheet, build_case, evaluate
from jixiao.evaluation.sections import Sections
from jixiao.expressions import normal_name
from jixiao.facts import Fact
from jixiao.indicators import Indicator
from jixiao.packs.trees import Tree
from jixiao.refusals import Refusal


@dataclass(frozen=True)
class Gap:
    """An example without one of its facts: what is left of it, and the fact."""

    sections: Sections
    fact: Fact


def entries(name: str) -> list[dict[str, Tree]]:
    tree = sections_of(name).document("facts").tree
    assert isinstance(tree, list)
    return [entry for entry in tree if isinstance(entry, dict)]


def stated_gaps(name: str) -> Iterator[Gap]:
    """The example without the value of each stated fact in turn."""
    facts = [fact for fact in case_of(name).facts if fact.origin.file == f"{name}/facts.yaml"]
    every = entries(name)
    assert len(every) == len(facts)
    by_line = {fact.origin.row: fact for fact in facts}
    for number, entry in enumerate(every):
        if "value" in entry:
            emptied: list[Tree] = [*every[:number], {**entry, "value": "-"}, *every[number + 1 :]]
            line = sections_of(name).document("facts").line((number,))
            yield Gap(with_section(sections_of(name), "facts", emptied), by_line[line])


def table_gaps(name: str) -> Iterator[Gap]:
    """The example without each filled cell of each table in turn."""
    sections = sections_of(name)
    origins = {(fact.origin.table, fact.origin.row, fact.origin.column): fact for fact in case_of(name).facts}
    for place, table in enumerate(sections.tables):
        for index, (number, row) in enumerate(zip(table.numbers, table.rows, strict=True)):
            for column, heading in enumerate(table.headings):
                fact = origins.get((table.entry.title, number, heading))
                if fact is None or fact.value is None:
                    continue
                emptied = (*row[:column], "-", *row[column + 1 :])
                rows = (*table.rows[:index], emptied, *table.rows[index + 1 :])
                tables = (*sections.tables[:place], replace(table, rows=rows), *sections.tables[place + 1 :])
                yield Gap(replace(sections, tables=tables), fact)


def users(name: str, fact: Fact) -> set[str]:
    """The indicators whose derivation used the fact; none if the same is stated elsewhere too."""
    base = case_of(name).facts
    label = base.label(fact)
    if [base.label(other) for other in base if other.is_stated].count(label) > 1:
        return set()
    return {score.code for score in sheet_of(name).indicators() if label in score.facts}


def check_gap(name: str, gap: Gap) -> set[str]:
    """What the deletion changes, compared with what it should change; the codes that lost their score."""
    sheet = evaluate(build_case(gap.sections), traced=False)
    expected = users(name, gap.fact)
    lost = {score.code for score in sheet.indicators() if score.by_rule is None}
    assert lost == expected, gap.fact
    for score in sheet.indicators():
        if score.code not in expected:
            assert score.score == result(sheet_of(name), score.code).score
        elif score.override is None:
            assert (score.status, score.score) == ("not_computed", None)
            assert normal_name(gap.fact.name) in score.why
        else:
            assert score.status == "overridden"
            assert score.override.computed is None
    check_range(sheet)
    return expected


def check_range(sheet: ScoreSheet) -> None:
    open_scores = [score for score in sheet.indicators() if score.score is None]
    known = sum((score.score for score in sheet.indicators() if score.score is not None), start=Decimal(0))
    weight = sum((score.weight for score in open_scores), start=Decimal(0))
    if open_scores:
        assert (sheet.in_force.total, sheet.in_force.grade) == (None, None)
        assert (sheet.in_force.low, sheet.in_force.high) == (known, known + weight)
    else:
        assert sheet.in_force.total == known


@pytest.mark.parametrize("name", BOTH)
def test_without_a_stated_fact_exactly_its_indicators_are_not_computed(name: str) -> None:
    checked = [check_gap(name, gap) for gap in stated_gaps(name)]
    assert len(checked) == sum("value" in entry for entry in entries(name))
    assert any(checked)


@pytest.mark.parametrize("name", BOTH)
def test_without_a_cell_of_a_table_exactly_its_indicators_are_not_computed(name: str) -> None:
    checked = [check_gap(name, gap) for gap in table_gaps(name)]
    assert len(checked) > 100
    assert any(checked)


def test_the_budget_without_its_initial_figure_leaves_the_total_of_xinxiang_between_two_ends() -> None:
    gap = next(gap for gap in table_gaps(XINXIANG) if gap.fact.at.stage == "年初" and gap.fact.name == "公用经费")
    totals = evaluate(build_case(gap.sections)).in_force
    assert (totals.low, totals.high) == (Decimal("92.40"), Decimal("94.40"))


def test_a_fact_the_case_defines_itself_must_stay_defined_while_an_indicator_names_it() -> None:
    kept: list[Tree] = [entry for entry in entries(YANJIN) if entry["name"] != "长效机制项数"]
    with pytest.raises(Refusal, match="D21 长效管理制度建设情况”算式中的名称“长效机制项数”"):
        build_case(with_section(sections_of(YANJIN), "facts", kept))


def ratios(name: str) -> list[Indicator]:
    """The indicators that are named after a quotient of two facts."""
    return [
        indicator
        for indicator in case_of(name).system.indicators()
        if {"actual", "base"} <= indicator.inputs.keys() or "÷" in str(entry_of(name, indicator.code).get("measure"))
    ]


def entry_of(name: str, code: str) -> dict[str, Tree]:
    """How an indicator is written in indicators.yaml."""
    stack: list[Tree] = [sections_of(name).document("indicators").tree]
    while stack:
        tree = stack.pop()
        if isinstance(tree, list):
            stack.extend(tree)
        elif isinstance(tree, dict):
            if tree.get("code") == code:
                return tree
            stack.append(tree.get("children", []))
    raise LookupError(code)


TWO_FACTS = {
    XINXIANG: {
        "A2.1": ("在职人员数〔局本级〕11人", "编制数〔局本级〕17人"),
        "A2.3": ("“三公”经费〔年初〕0.00万元", "“三公”经费〔2022年，年初〕0.00万元"),
        "B1.1": ("支出总额〔决算〕454.58万元", "支出总额〔调整〕454.58万元"),
        "B1.2": ("支出总额〔追加〕38.93万元", "支出总额〔年初〕434.66万元"),
        "B1.3": ("结转结余〔决算〕0万元", "支出总额〔调整〕454.58万元"),
        "B1.4": ("公用经费〔决算〕0.00万元", "公用经费〔年初〕2.50万元"),
        "B1.5": ("“三公”经费〔决算〕0.00万元", "“三公”经费〔年初〕0.00万元"),
        "B1.6": ("政府采购金额〔实际〕0.00万元", "政府采购金额〔年初〕0.00万元"),
        "B3.3": ("在用固定资产总额385.7147万元", "固定资产总额385.7147万元"),
    },
    YANJIN: {
        "B11": ("支出总额〔调整〕335.96万元", "支出总额〔年初〕354.31万元"),
        "B13": ("结转结余〔决算〕0万元", "结转结余〔2021年，决算〕1021.36万元"),
        "B51": ("在职人员数20人", "编制数21人"),
        "C21": ("不见面审批事项数2168项", "政务服务事项总数2179项"),
    },
}


@pytest.mark.parametrize("name", BOTH)
def test_the_derivation_of_every_ratio_names_its_two_facts_with_value_and_unit(name: str) -> None:
    assert {indicator.code for indicator in ratios(name)} == set(TWO_FACTS[name])
    for code, facts in TWO_FACTS[name].items():
        text = result(sheet_of(name), code).derivation.text
        data = text[text.index("数据：") :].partition("。")[0]
        for fact in facts:
            assert fact in data


def test_the_derivation_of_a_rule_in_parts_names_the_two_facts_of_every_part() -> None:
    text = result(sheet_of(YANJIN), "B12").derivation.text
    for fact in (
        "基本支出〔决算〕180.10万元",
        "基本支出〔调整〕180.10万元",
        "项目支出〔决算〕155.86万元",
        "155.86 ÷ 155.86",
    ):
        assert fact in text
    text = result(sheet_of(YANJIN), "C13").derivation.text
    for fact in ("一次办成答卷数66份", "有效问卷数〔办事群众〕78份", "66 ÷ 78＝84.62%"):
        assert fact in text
