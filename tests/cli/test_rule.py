"""`jixiao rule`: a sentence shown as it is read, and lines of JSON answered one by one."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.cli.front_door import FrontDoor

from jixiao.cli.rulelines import answered

SENTENCE = "执行率达到95%的得满分，每低1个百分点扣权重分的5%，扣完为止。"


@pytest.fixture
def answers(jixiao: FrontDoor, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Feeds lines to `jixiao rule --jsonl` and gives the answers."""

    def run(*lines: object) -> list[Any]:
        given = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        written = io.BytesIO()
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="utf-8", write_through=True))
        assert jixiao("rule", "--jsonl").code == 0
        return [json.loads(line) for line in written.getvalue().decode().splitlines()]

    return run


def test_a_sentence_is_shown_with_its_wording_and_its_scores(jixiao: FrontDoor) -> None:
    answer = jixiao("rule", SENTENCE, "--weight", "5")
    assert answer.code == 0
    assert "比率不低于95%的，得满分；低于95%的，每低1个百分点扣权重分的" in answer.out
    assert "低于目标按份额扣：" in answer.out
    rows = [line.split()[:2] for line in answer.out.splitlines()]
    for row in (["95%", "5.00"], ["94%", "4.75"], ["93.5%", "4.63"], ["75%", "0.00"], ["74%", "0.00"]):
        assert row in rows


WIDE = [
    "满意度90%（含）以上得8分，85%（含）—90%得5分，80%（含）—85%得3分，80%以下不得分。",
    "每发现1起虚报扣1分，每发现1起挪用扣2分，最多扣4分。",
    "按期完成得满分，每逾期1天扣0.5分，不足1天按1天计，扣完为止。",
    "优得满分，良得80%，中得60%，差不得分。",
    "出现“安全事故”的，等级最高为“良”。",
    "执行率＞90%得满分，执行率＜90%得60%权重分。",
    "较上年增长得满分，持平得50%，下降不得分。",
    "满意度（2分）：满意度达到90%得满分，每低1个百分点扣0.1分；到位率（3分）：按到位率×3分计分。",
    "缺项指标剔除后，其余指标按百分制折算总分。",
    "按期完成得满分；未按期完成的，由评价组在充分讨论的基础上，结合实际情况和各方面意见酌情给分，没有别的规定。",
]


@pytest.mark.parametrize("sentence", WIDE)
def test_nothing_shown_is_wider_than_a_terminal(jixiao: FrontDoor, sentence: str) -> None:
    shown = jixiao("rule", sentence, "--weight", "5").out
    assert max(cell_len(line) for line in shown.splitlines()) <= 80


def test_the_evidence_that_is_wanted_is_shown_with_an_example_to_type(jixiao: FrontDoor) -> None:
    shown = jixiao("rule", SENTENCE, "--weight", "5").out
    assert "  rate  比率；或给出 actual（分子）和 base（分母）" in shown
    assert '--input "{rate: 93.5%}"' in shown


def test_parts_that_want_the_same_are_named_together(jixiao: FrontDoor) -> None:
    shown = jixiao(
        "rule", "甲完成率（2分）：按完成率×2分计分；乙完成率（3分）：按完成率×3分计分。", "--weight", "5"
    ).out
    assert shown.count("completion ") == 1
    assert "甲完成率、乙完成率：" in shown


@pytest.mark.parametrize("given", ["rate: 93.5%", "{rate: 93.5%}", '{"rate": 0.935}', "{actual: 187, base: 200}"])
def test_a_rule_is_tried_on_evidence_with_the_way_to_the_score(jixiao: FrontDoor, given: str) -> None:
    answer = jixiao("rule", SENTENCE, "--weight", "5", "--input", given)
    assert answer.code == 0
    assert answer.out.splitlines()[-1] == "得分  4.63"
    assert "＝4.625" in answer.out


def test_evidence_that_gives_no_score_is_told_with_why(jixiao: FrontDoor) -> None:
    answer = jixiao("rule", SENTENCE, "--weight", "5", "--input", "actual: 3")
    assert answer.code == 2
    assert answer.out.splitlines()[-1] == "未得分  缺少比率的分母"


def test_a_trial_is_there_for_programs(jixiao: FrontDoor) -> None:
    tree = json.loads(jixiao("rule", SENTENCE, "--weight", "5", "--input", "rate: 94%", "--json").out)
    assert (tree["trial"]["score"], tree["trial"]["why"]) == ("4.75", None)
    assert tree["wanted"]["example"] == {"rate": "93.5%"}


def test_a_rule_about_the_total_has_no_weight(jixiao: FrontDoor) -> None:
    shown = jixiao("rule", "“拒不整改”每次从总分中扣2分，最多扣5分。", "--input", "{total: 92, events: 1}").out
    assert "权重" not in shown.split("\n\n")[0].replace("各指标权重", "")
    assert shown.splitlines()[-1] == "得分  90.00"


def test_what_to_do_about_an_unread_sentence_is_told(jixiao: FrontDoor) -> None:
    shown = jixiao("rule", "执行率达到95%的得满分，每低1个百分点扣分，扣完为止。", "--weight", "5").out
    lines = shown.splitlines()
    place = next(number for number, line in enumerate(lines) if line.lstrip().startswith("^"))
    assert lines[place].index("^") == 2 + 2 * len("执行率达到的得满分，") + len("95%")
    assert "怎么办" in lines


def test_without_a_weight_a_hundred_points_are_shown_and_that_is_said(jixiao: FrontDoor) -> None:
    shown = jixiao("rule", SENTENCE).out
    assert "按100分计算" in shown
    assert ["95%", "100.00"] in [line.split()[:2] for line in shown.splitlines()]


def test_what_is_not_understood_is_told_with_why_and_where(jixiao: FrontDoor) -> None:
    answer = jixiao("rule", "视完成情况给分。")
    assert answer.code == 2
    assert "没有读懂  " in answer.out
    assert "视完成情况给分。" in answer.out
    assert "^^" in answer.out


def test_the_reading_is_there_for_programs(jixiao: FrontDoor) -> None:
    tree = json.loads(jixiao("rule", SENTENCE, "--weight", "5", "--json").out)
    assert (tree["status"], tree["form"], tree["notes"]) == ("read", "below_share", [])
    assert tree["rule"]["curve"]["of"] == "rate"
    assert {"case": "94%", "score": "4.75", "because": "低于95%"} in [
        {**row, "because": "低于95%"} for row in tree["tables"][0]["rows"]
    ]
    unread = json.loads(jixiao("rule", "视完成情况给分。", "--json").out)
    assert unread["status"] == "unread"
    assert unread["why"]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["rule"], "没有规则的句子"),
        (["rule", " "], "没有规则的句子"),
        (["rule", SENTENCE, "--jsonl"], "--jsonl 和一个句子"),
        (["rule", SENTENCE, "--weight", "五"], "“五”"),
        (["rule", SENTENCE, "--weight", "0"], "大于 0 的分值"),
        (["rule", SENTENCE, "--input", "rate=93%"], "冒号后空一格"),
        (["rule", SENTENCE, "--input", "{rate: 93%"], "没有配对的括号"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_in_one_line(
    jixiao: FrontDoor, arguments: list[str], found: str
) -> None:
    answer = jixiao(*arguments)
    assert answer.code == 2
    assert found in answer.err
    assert answer.err.count("\n") == 1


def test_lines_are_answered_in_order(answers: Any) -> None:
    first, second, third = answers(
        {"text": SENTENCE, "weight": 5, "input": {"rate": 0.925}},
        {"text": "视完成情况给分。", "weight": 5, "input": {}},
        {"text": SENTENCE, "weight": "2.5", "input": {"actual": "434.66", "base": 500}},
    )
    assert first == {
        "status": "read",
        "form": "below_share",
        "score": "4.38",
        "canonical": "比率不低于95%的，得满分；低于95%的，每低1个百分点扣权重分的5%，扣完为止。",
        "notes": [],
        "why": None,
    }
    assert (second["status"], second["score"], second["form"], second["canonical"]) == ("unread", None, None, None)
    assert second["why"]
    assert third["score"] == "1.49"  # 86.932 %: 8.068 points below, 2.5 × (1 − 0.4034)


def test_evidence_that_lacks_something_is_read_without_a_score(answers: Any) -> None:
    (answer,) = answers({"text": SENTENCE, "weight": 5, "input": {"actual": 3}})
    assert (answer["status"], answer["score"], answer["why"]) == ("read", None, "缺少比率的分母")
    (answer,) = answers({"text": SENTENCE, "input": {"rate": "95%"}})
    assert (answer["status"], answer["score"], answer["why"]) == ("read", None, "缺少权重（weight）")


def test_evidence_that_the_rule_does_not_allow_is_refused(answers: Any) -> None:
    (answer,) = answers({"text": SENTENCE, "weight": 5, "input": {"actual": 3, "base": 0}})
    assert (answer["status"], answer["score"]) == ("refused", None)
    assert "分母为 0" in answer["why"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "不是 JSON"),
        (b"[1]", "一组键值"),
        (b'{"weight": 5}', "没有规则的句子"),
        (b'{"text": 5}', "没有规则的句子"),
        (b'{"text": "x", "weight": "\xe4\xba\x94"}', "“五”"),
        (b'{"text": "x", "weight": -1}', "大于 0"),
        (b'{"text": "x", "weight": true}', "应为数字"),
        (b'{"text": "x", "weight": NaN}', "“NaN”不是数字"),
        (b'{"text": "x", "weight": 1e999999999}', "过大"),
        (b'{"text": "x", "input": {"rate": ' + b"9" * 5000 + b"}}", "过大"),
        (b'{"text": "x", "input": [1]}', "input 应为一组键值"),
        (b'{"text": "x", "criteria": 5}', "列表"),
        (b'{"text": "x", "target": [1]}', "目标值"),
        (b"\xff\xfe", "不是 UTF-8"),
        (b"[" * 100_000, "套得太深"),
    ],
)
def test_a_broken_line_is_answered_and_stops_no_other(answers: Any, line: bytes, why: str) -> None:
    broken, sound = answers(line, {"text": SENTENCE, "weight": 5, "input": {"rate": "95%"}})
    assert broken["status"] == "unread"
    assert broken["score"] is None
    assert why in broken["why"]
    assert sound["score"] == "5.00"


def test_an_error_of_our_own_in_one_line_stops_no_other(answers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("jixiao.cli.ruleanswers.form_of", broken)
    assert [answer["status"] for answer in answers({"text": SENTENCE}, {"text": "视完成情况给分。"})] == ["unread"] * 2


def test_half_a_character_in_a_line_is_answered_too(answers: Any) -> None:
    (answer,) = answers(b'{"text": "\\ud800", "weight": 5}')
    assert answer["status"] == "unread"


_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.decimals(allow_nan=False).map(str), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=6,
)
_inputs = st.dictionaries(
    st.sampled_from(["rate", "met", "levels", "faults", "units", "parts", "scores", "total", "items", "applicable"]),
    _values,
)


@given(
    st.sampled_from([SENTENCE, "缺项指标剔除后，其余指标按百分制折算总分。", "优得满分，良得80%，差不得分。"]), _inputs
)
def test_whatever_the_evidence_holds_is_answered(text: str, given_input: dict[str, object]) -> None:
    line = json.dumps({"text": text, "weight": 5, "input": given_input}).encode()
    (answer,) = (json.loads(each) for each in answered([line]))
    assert list(answer) == ["status", "form", "score", "canonical", "notes", "why"]
    assert answer["status"] in ("read", "unread", "refused")
    assert (answer["score"] is None) == (answer["why"] is not None)
    assert "程序的错误" not in (answer["why"] or "")


def test_what_else_a_line_carries_is_left_alone(answers: Any) -> None:
    (answer,) = answers({"id": 7, "text": SENTENCE, "weight": 5, "input": {"rate": "95%"}, "target": None})
    assert answer["score"] == "5.00"


def test_blank_lines_and_a_byte_order_mark_do_no_harm(answers: Any) -> None:
    line = b"\xef\xbb\xbf" + json.dumps({"text": SENTENCE, "weight": 5, "input": {"rate": "95%"}}).encode()
    assert [answer["score"] for answer in answers(line, b"", b"  \r")] == ["5.00"]


def test_the_target_beside_a_sentence_is_read_with_it(answers: Any) -> None:
    line = {"text": "达到目标值的得满分，每低1个百分点扣0.5分，扣完为止。", "weight": 5, "input": {"rate": "93%"}}
    assert [each["score"] for each in answers({**line, "target": "95%"}, {**line, "target": "≥90%"})] == [
        "4.00",
        "5.00",
    ]


def test_the_criteria_beside_a_sentence_are_its_points(answers: Any) -> None:
    points = {
        "text": "各要点平均分配分值，每有一项不符合扣除相应分值。",
        "weight": 4,
        "criteria": ["甲", "乙", "丙", "丁"],
    }
    one_unmet, too_few = answers(
        {**points, "input": {"met": [True, True, False, True]}}, {**points, "input": {"met": [True]}}
    )
    assert one_unmet["score"] == "3.00"
    assert (too_few["status"], too_few["why"]) == ("refused", "规则有 4 个要点，认定了 1 个")


@pytest.mark.parametrize(
    ("given", "score"),
    [
        (
            {"items": [{"weight": 60, "score": 54}, {"weight": 40, "applicable": False}]},
            "90.00",
        ),
        ({"completion": "80%"}, "4.00"),
        ({"applicable": False}, None),
    ],
)
def test_indicators_that_are_not_involved_are_rescaled(answers: Any, given: object, score: str | None) -> None:
    text = "得分＝权重分×完成率；不涉及的不计入总分，其余指标折算为百分制。"
    (answer,) = answers({"text": text, "weight": 5, "input": given})
    assert (answer["status"], answer["score"]) == ("read", score)


@pytest.mark.parametrize(
    ("text", "given", "score"),
    [
        ("“拒不整改”每次从总分中扣2分，最多扣5分。", {"total": 92, "events": 1}, "90.00"),
        ("“拒不整改”每次从总分中扣2分，最多扣5分。", {"total": "92.5", "events": 3}, "87.50"),
        ("“拒不整改”每次从总分中扣2分，最多扣5分。", {"total": 92, "event": False}, "92.00"),
        ("出现“安全事故”的，等级最高为“良”。", {"total": 96, "event": True}, "良"),
        ("出现“安全事故”的，等级最高为“良”。", {"total": 96, "event": False}, "优"),
        ("出现“安全事故”的，等级最高为“良”。", {"total": "59.99", "event": True}, "差"),
        ("出现“虚假资料”的，总分最高59分。", {"total": 96, "events": 2}, "59.00"),
        ("总分达到80分的，全额“付费”；未达到的，按总分÷80分的比例“付费”。", {"total": 60}, "75.00"),
        ("总分达到80分的，全额“付费”；未达到的，按总分÷80分的比例“付费”。", {"total": 80}, "100.00"),
    ],
)
def test_rules_about_the_total_give_the_new_total_the_grade_or_what_is_paid(
    answers: Any, text: str, given: object, score: str
) -> None:
    (answer,) = answers({"text": text, "weight": 100, "input": given})
    assert (answer["status"], answer["score"], answer["why"]) == ("read", score, None)


def test_rules_about_the_total_say_what_they_lack(answers: Any) -> None:
    gate = "总分达到80分的，全额“付费”。"
    no_events, unpaid, odd = answers(
        {"text": "“拒不整改”每次从总分中扣2分。", "input": {"total": 90}},
        {"text": gate, "weight": 100, "input": {"total": 79}},
        {"text": "出现“事故”的，等级最高为“合格”。", "input": {"total": 90, "event": True}},
    )
    assert (no_events["score"], no_events["why"]) == (None, "缺少“拒不整改”的次数")
    assert (unpaid["score"], unpaid["why"]) == (None, "总分未达到80分，规则没有写明付多少")
    assert (odd["status"], odd["why"]) == ("refused", "等级“合格”不是优、良、中、差之一")
