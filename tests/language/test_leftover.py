"""Nothing is dropped: a clause about the score that is put into a sentence changes the rule, or leaves it unread."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.language import Read, parse_rule
from jixiao.language.leftover import refuse_rest, speaks_of_score
from jixiao.language.notunderstood import NotUnderstood
from jixiao.rules import Rule

_SENTENCES = [
    "三项要点各占三分之一，符合得分，不符合不得分。",
    "①有制度（40%）；②有记录（60%）。符合的得相应分值。",
    "全部符合得满分，每有一项不符合扣25%；挪用资金的，本指标不得分。",
    "符合3项得满分，符合2项得60%，符合1项及以下不得分。",
    "三项任务各占三分之一，按完成比例计分，超额不加分。",
    "优得满分，良得80%，中得60%，差不得分。",
    "已编制预算的得满分，未编制的不得分。",
    "专家按百分制打分，去掉一个最高分和一个最低分后取平均值，折算为权重分。",
    "存在不足的酌情扣分，最多扣3分。",
    "漏报每次扣1分，错报每次扣0.5分，扣完为止。",
    "在基础得分上，获省级表彰的每次加0.5分，最多加1分，以权重分为限。",
    "各单位分别计分：执行率达到95%得满分，每低1个百分点扣1分，扣完为止。取各单位得分的平均值。",
    "6月底执行率达到50%得2分，9月底达到75%得3分，未达到的不得分。",
    "按到位率×权重和及时率×权重分别计算得分，取两者中较低的得分。",
    "到位率100%得满分；未影响项目的按到位率×权重计分，影响项目的按到位率×权重×50%计分。",
    "项目已完工且未超预算的得5分；未完工的，执行率80%以上得4分，80%以下不得分。",
    "数量占40%，完成率达到100%得满分，否则不得分；质量占60%，合格率达到98%得满分，否则不得分。",
    "5个方面分别评为优、良、中、差：不少于4个为优的，总体为优；不少于4个为良及以上的，总体为良；其余情形总体为差。优得满分，良得80%，差不得分。",
]
_CLAUSES = [
    "抽查不理想的扣0.7分",
    "主管部门可上浮0.7分",
    "其中一半按七折计算",
    "重点区域加倍扣分",
    "县级单位最高得37%",
    "资料逾期的按37%计分",
]


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_the_sentences_of_this_law_are_read(sentence: str) -> None:
    assert isinstance(parse_rule(sentence, weight=Fraction(5)), Read)


@given(st.sampled_from(_SENTENCES), st.sampled_from(_CLAUSES), st.integers(0, 8))
def test_no_clause_about_the_score_is_dropped(sentence: str, clause: str, place: int) -> None:
    stops = [0, *(match.end() for match in re.finditer("[；。]", sentence))]
    at = stops[place % len(stops)]
    alone = parse_rule(sentence, weight=Fraction(5))
    assert isinstance(alone, Read)
    assert isinstance(alone.rule, Rule)
    outcome = parse_rule(f"{sentence[:at]}{clause}；{sentence[at:]}", weight=Fraction(5))
    if isinstance(outcome, Read):
        assert isinstance(outcome.rule, Rule)
        assert outcome.rule.part != alone.rule.part, outcome.canonical


def test_what_was_used_does_not_count_as_left_over() -> None:
    used = re.compile("扣1分").finditer("迟报的扣1分")
    refuse_rest("迟报的扣1分", used)
    with pytest.raises(NotUnderstood, match="迟报的扣1分"):
        refuse_rest("迟报的扣1分", ())


def test_filling_does_not_count_either() -> None:
    refuse_rest("最低0分", (), "最低0分")


def test_plain_words_speak_of_no_score() -> None:
    assert not speaks_of_score("以下两种方法中存在不足的")
    assert speaks_of_score("其中按九折计算")
