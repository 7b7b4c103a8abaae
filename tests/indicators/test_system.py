"""Indicator systems: how they are read, what their lint finds, and where it points."""

from fractions import Fraction

import pytest

from jixiao.expressions import parse
from jixiao.indicators import PerUnit, expressions_of, path_of, read_system, refuse_typed_scores
from jixiao.packs.datafile import parse_yaml
from jixiao.packs.registry import standard_registry
from jixiao.refusals import Refusal

SYSTEM = """\
- code: A
  name: 投入
  weight: 60
  children:
    - code: A1
      name: 预算
      weight: 60
      children:
        - code: A11
          name: 预算执行率
          weight: 40分
          criteria: [执行率为决算数除以预算数]
          measure: 支出总额〔决算〕÷支出总额〔调整〕
          rule:
            text: 得分＝执行率×权重分。
            source: report
            curve: {of: rate, pieces: [{when: any, line: [[0%, 0%], [100%, 100%]]}]}
        - {code: A12, name: 管理, weight: 20, rule: {text: 酌情计分。}}
- code: B
  name: 产出
  weight: 40
  children:
    - {code: B1, name: 完成率, weight: 40, rule: {text: 得满分。, source: ours, fixed: 100%}}
"""


def refused(text: str) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        read_system(parse_yaml(text, "indicators.yaml"))
    return [str(problem) for problem in refusal.value.problems]


def test_a_system_is_read_as_it_is_written() -> None:
    system = read_system(parse_yaml(SYSTEM, "indicators.yaml"))
    assert [(i.code, i.name, i.weight) for i in system.indicators()] == [
        ("A11", "预算执行率", Fraction(40)),
        ("A12", "管理", Fraction(20)),
        ("B1", "完成率", Fraction(40)),
    ]
    assert [node.code for node in system.nodes()] == ["A", "A1", "A11", "A12", "B", "B1"]
    assert system.counts() == (2, 1, 3)  # B1 stands directly below the first level


def test_a_measure_that_is_a_quotient_is_the_evidence_of_the_rule() -> None:
    first = next(read_system(parse_yaml(SYSTEM, "indicators.yaml")).indicators())
    quotient = parse("支出总额〔决算〕÷支出总额〔调整〕")
    assert first.measure == quotient
    assert set(expressions_of(first)) == {quotient}


def test_a_rule_of_words_alone_is_kept_as_unread() -> None:
    unread = list(read_system(parse_yaml(SYSTEM, "indicators.yaml")).indicators())[1]
    assert (unread.rule, unread.rule_text) == (None, "酌情计分。")


def test_inputs_may_be_given_in_parts_and_per_project() -> None:
    inputs = "input: {parts: [{rate: 编制数}, {}], units: {over: 各项目, amount: 项目支出〔各项目，年初〕}}"
    system = read_system(parse_yaml(SYSTEM.replace("criteria: [执行率为决算数除以预算数]", inputs), "indicators.yaml"))
    first = next(system.indicators())
    assert first.inputs["parts"] == ({"rate": parse("编制数")}, {})
    assert first.inputs["units"] == PerUnit("各项目", {"amount": parse("项目支出〔各项目，年初〕")})
    assert parse("项目支出〔各项目，年初〕") in set(expressions_of(first))


EXECUTION, SECOND, LAST = "支出总额〔决算〕÷支出总额〔调整〕", "name: 管理, weight: 20", "fixed: 100%"
FAULTS = [
    ("weight: 40\n  children:\n    - {code: B1", "weight: 30\n  children:\n    - {code: B1", "一级指标权重合计 90"),
    (SECOND, "name: 管理, weight: 10", "“A1 预算”的权重 60，下级合计 50"),
    (SECOND, "name: 管理, weight: 0", "读到权重 0，应为大于 0 的权重"),
    (SECOND, "name: 管理, weight: 19.999", "读到权重 19.999，应为最多两位小数的权重"),
    (SECOND, "name: 管理, weight: 二十", "（A12）的 weight"),
    ("code: A12", "code: B1", "编码 B1 同时用于“管理”和“完成率”"),
    ("source: ours", "source: 自拟", "（B1）的 rule 的 source：读到“自拟”，应为report、ours"),
    (
        "{text: 酌情计分。}",
        "{text: 酌情计分。, source: 自拟}",
        "（A12）的 rule 的 source：读到“自拟”，应为report、ours",
    ),
    (LAST, "fixed: 50分", "（B1）的 rule：读到"),
    (LAST, "fixed: 100%, levels: {优: 100%}", "（B1）的 rule"),
    (EXECUTION, "支出总额〔决算", "（A11）的 measure：读到“支出总额〔决算”，应为能读懂的算式"),
    ("criteria: [执行率为决算数除以预算数]", "input: {rate: [编制数]}", "（A11）的 input 的 rate：读到一个列表"),
    (
        "      name: 预算\n",
        "      name: 预算\n      rule: {text: 合计}\n",
        "（A1）的 rule：读到“rule”，应为只在三级指标上写",
    ),
    ("- {code: A12,", "- {code: A12, 得分: 9,", "（A12）的 得分：读到填写的得分"),
    ("{of: rate, pieces", "{of: speed, pieces", "的 curve"),
]
"""What is written instead of what, and what the message says."""


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_a_fault_is_refused_at_its_place(old: str, new: str, message: str) -> None:
    assert SYSTEM.count(old) == 1
    messages = refused(SYSTEM.replace(old, new))
    assert any(message in each for each in messages), messages


def test_a_fault_of_a_rule_points_to_the_line_of_the_rule() -> None:
    (message,) = refused(SYSTEM.replace("[100%, 100%]]", "[100%, 200%]]"))
    assert message.startswith(
        "indicators.yaml，第 14 行 第 1 项（A）的 children 第 1 项（A1）的 children 第 1 项（A11）的 rule"
    )


def test_every_fault_is_reported_at_once() -> None:
    text = SYSTEM.replace("weight: 40分", "weight: 四十").replace("source: ours", "source: 自拟")
    assert len(refused(text)) == 2


def test_a_first_level_without_children_is_refused() -> None:
    (message,) = refused("- {code: A, name: 投入, weight: 100}\n")
    assert "没有下级指标" in message


def test_an_empty_system_does_not_make_100() -> None:
    (message,) = refused("[]")
    assert "一级指标权重合计 0，应为合计 100" in message


def test_a_repeated_code_is_shown_where_it_is_repeated() -> None:
    tree = parse_yaml(SYSTEM.replace("code: A12", "code: A11"), "x.yaml").tree
    assert path_of(tree, ("A11",)) == (0, "children", 0, "children", 1)


def test_scores_may_stand_in_rules_inputs_and_overrides_only() -> None:
    refuse_typed_scores(parse_yaml("A11: {override: {score: 3}}", "judgements.yaml"))
    with pytest.raises(Refusal, match=r"judgements\.yaml，第 1 行 A11 的 得分率：读到填写的得分率"):
        refuse_typed_scores(parse_yaml("A11: {得分率: 100%}", "judgements.yaml"))


def test_every_system_of_the_packs_is_read() -> None:
    registry = standard_registry()
    assert len(registry.headers) > 5
    for name in registry.headers:
        assert list(read_system(registry.pack(name).indicators).indicators())


def test_a_framework_has_no_weights_and_is_read_all_the_same() -> None:
    system = read_system(parse_yaml(SYSTEM.replace("      weight: 60\n", "").replace("  weight: 60\n", ""), "x.yaml"))
    assert [group.weight for group in system.groups] == [None, Fraction(40)]
