"""Findings: their shape at the boundary, and the fingerprint by which the next run knows them again."""

import json
from dataclasses import replace

import pytest

from jixiao.findings import Finding, Kind, Operand, Place, Severity, Verdict, numbered

TOTAL = Operand("621.37", "621.37", "万元", Place(line=14, table="表2", row="支出合计", column="决算数", text="621.37"))
MISFIT = Finding(
    check="sum",
    severity=Severity.ERROR,
    kind=Kind.SUM,
    title="支出合计与各项之和不符",
    explanation="326.47 + 294.86 = 621.33，印出 621.37。",
    stated="621.37",
    expected="621.33",
    relation="支出合计 = 基本支出 + 项目支出",
    verdict=Verdict.IMPOSSIBLE,
    operands=(TOTAL,),
    places=(TOTAL.place,),
)


def test_a_finding_has_exactly_the_keys_of_the_interface() -> None:
    shown = MISFIT.as_json()
    assert list(shown) == [
        "id", "check", "severity", "kind", "title", "explanation", "stated", "expected", "relation", "verdict",
        "operands", "places", "hint", "derived_from", "fingerprint",
    ]  # fmt: skip
    assert shown["operands"] == [
        {
            "text": "621.37",
            "value": "621.37",
            "unit": "万元",
            "place": {
                "line": 14,
                "page": None,
                "table": "表2",
                "row": "支出合计",
                "column": "决算数",
                "text": "621.37",
            },
        }
    ]
    assert json.loads(json.dumps(shown)) == shown


def test_a_finding_that_is_no_relation_leaves_those_keys_null() -> None:
    shown = Finding("heading.twice", Severity.NOTE, Kind.NUMBERING, "编号重复", "两个 D2。").as_json()
    assert [shown[key] for key in ("stated", "expected", "relation", "verdict", "hint", "derived_from")] == [None] * 6
    assert shown["operands"] == []


def test_the_file_of_a_place_is_named_only_where_there_are_several_files() -> None:
    assert Place(line=3).as_json() == {
        "line": 3, "page": None, "table": None, "row": None, "column": None, "text": None,
    }  # fmt: skip
    assert Place(file="facts.yaml", line=3).as_json()["file"] == "facts.yaml"


def test_a_place_is_named_as_a_reader_would_look_for_it() -> None:
    assert str(Place(page=7, table=3, row=4, column=2)) == "第 7 页，第 3 张表，第 4 行，第 2 列"
    assert str(Place()) == ""


def test_the_fingerprint_survives_moved_lines_and_new_wording() -> None:
    moved = replace(TOTAL, place=replace(TOTAL.place, line=99, page=8))
    later = replace(MISFIT, operands=(moved,), explanation="另一种说法", title="另一个标题", id="F7")
    assert later.fingerprint == MISFIT.fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        replace(MISFIT, check="share"),
        replace(MISFIT, operands=(replace(TOTAL, text="621.38"),)),
        replace(MISFIT, operands=(replace(TOTAL, unit="元"),)),
        replace(MISFIT, operands=(replace(TOTAL, place=replace(TOTAL.place, row="收入合计")),)),
        replace(MISFIT, operands=(TOTAL, TOTAL)),
    ],
)
def test_the_fingerprint_tells_another_mistake_apart(changed: Finding) -> None:
    assert changed.fingerprint != MISFIT.fingerprint


def test_findings_without_operands_are_told_apart_by_what_is_stated_and_where() -> None:
    one = Finding("name", Severity.WARNING, Kind.NAME_MISMATCH, "名称不一", "…", stated="合规性")
    other = replace(one, stated="规范性")
    elsewhere = replace(one, places=(Place(text="公开性"),))
    assert len({one.fingerprint, other.fingerprint, elsewhere.fingerprint}) == 3


def test_the_fingerprint_is_the_same_on_every_machine() -> None:
    assert MISFIT.fingerprint == "28b8a1d81e9b10116871ddfc6bb5ec74b3a7634497c8462e2301741c85a30dc1"


def test_findings_are_numbered_in_order_and_consequences_point_to_their_cause() -> None:
    share = replace(MISFIT, check="share", derived_from=MISFIT.fingerprint)
    first, second = numbered([share, MISFIT])
    assert (first.id, second.id) == ("F1", "F2")
    assert first.derived_from == "F2"


def test_a_consequence_without_its_cause_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="not listed: F1"):
        numbered([replace(MISFIT, derived_from="0" * 64)])


def test_only_agreement_however_strained_counts_as_possible() -> None:
    assert [verdict.value for verdict in Verdict if verdict.is_possible] == ["exact", "rounding", "strained"]
