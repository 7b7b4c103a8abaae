"""Rules about the total are read as such, and never as rules of one indicator."""

from fractions import Fraction

from tests.language.numbers.scoring import read, unread

from jixiao.rules.portion import Portion
from jixiao.rules.totals import Adjustment, Cap, PayGate, Rescaling


def test_points_are_taken_from_the_total() -> None:
    rule = read("迟报自评材料的，每次从总分中扣2分，最多扣6分。", "100").rule
    assert isinstance(rule, Adjustment)
    assert (rule.each, rule.at_most, rule.penalty) == (Portion(Fraction(2), True), Portion(Fraction(6), True), True)


def test_an_event_caps_the_grade() -> None:
    for sentence, grade in (
        ("发生责任事故的，评价等级不得高于中。", "中"),
        ("发生责任事故的，评价结果直接定为差。", "差"),
        ("发生责任事故的，评价等级不得评为优。", "良"),
    ):
        rule = read(sentence, "100").rule
        assert isinstance(rule, Cap)
        assert rule.grade == grade


def test_payment_from_a_gate_on() -> None:
    rule = read("考核得分85分及以上的，全额支付；低于85分的，按得分除以85的比例支付。", "100").rule
    assert isinstance(rule, PayGate)
    assert rule.share(Fraction(68)) == Fraction(4, 5)


def test_indicators_left_out_are_rescaled() -> None:
    assert isinstance(read("不适用的指标剔除后，剩余指标得分折算为百分制。", "100").rule, Rescaling)


def test_a_grade_that_leaves_no_other_is_not_read() -> None:
    assert unread("发生责任事故的，评价等级不得评为差。", "100")


def test_a_table_of_the_usual_grades_is_left_aside_and_another_one_is_not() -> None:
    table = "{}分（含）以上为优，80分（含）—{}分为良，60分（含）—80分为中，60分以下为差；存在挪用资金的，一律定为差。"
    rule = read(table.format(90, 90), "100").rule
    assert isinstance(rule, Cap)
    assert rule.grade == "差"
    assert unread(table.format(85, 85), "100")


def test_a_second_cap_keeps_a_sentence_unread() -> None:
    assert unread("发生责任事故的，评价等级不得高于中；情节严重的，评价结果定为差。", "100")


def test_what_is_added_to_the_total_up_to_the_whole_has_no_other_limit() -> None:
    rule = read("获得表彰的，在总分基础上加2分，加分后总分不超过100分。", "100").rule
    assert isinstance(rule, Adjustment)
    assert rule == Adjustment(rule.name, Portion(Fraction(2), True), None, penalty=False)
