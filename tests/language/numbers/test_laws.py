"""What holds of every reading: width, blanks and signs do not matter, more is not worse, and nothing raises."""

import time
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.numbers.scoring import score

from jixiao.language import Read, Unread, parse_rule

SENTENCES = st.sampled_from(
    [
        "执行率≥95%得满分，每低于1个百分点扣权重分的5%，扣完为止。",
        "满意度90%（含）以上得5分，80%（含）-90%得3分，80%以下不得分。",
        "每发现一处差错扣0.5分，最多扣2分。",
        "完成率低于60%的不得分；达到60%的，得分＝完成率×权重分。",
        "按期完成得满分，每延迟1天扣0.1分，扣完为止。",
    ]
)
WIDE = {ord(plain): ord(plain) + 0xFEE0 for plain in "0123456789%.,;:()<>="}
SIGNS = st.sampled_from("，。（）①×÷名第∞±|按扣每得\ue000")
WORDS = SIGNS | st.sampled_from(
    [
        "执行率",
        "满分",
        "低于",
        "1%",
        "95%",
        "目标值",
        "以上",
        "得分=",
        "不足",
        "1/0",
        "[90%,",
        "插值",
        "个百分点",
        "总分",
    ]
)


@given(SENTENCES, st.data())
def test_blanks_and_width_change_nothing(sentence: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(sentence)), max_size=6))
    spaced = "".join((" " if place in places else "") + sign for place, sign in enumerate(sentence))
    plain, other = parse_rule(sentence), parse_rule(spaced.translate(WIDE))
    assert isinstance(plain, Read)
    assert isinstance(other, Read)
    assert other.canonical == plain.canonical


@given(st.integers(0, 120), st.integers(0, 120))
def test_more_of_what_is_good_never_earns_less(one: int, other: int) -> None:
    sentence = "拨付率≥90%得满分；70%至90%之间，每低1个百分点扣0.1分；70%以下的部分，每低1个百分点扣0.2分，累计。"
    low, high = sorted((one, other))
    assert Fraction(score(sentence, rate=f"{low}%")) <= Fraction(score(sentence, rate=f"{high}%"))


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=30).map("".join), st.sampled_from(["", "≥90%", "120人", "显著"]))
def test_no_text_raises(text: str, target: str) -> None:
    reading = parse_rule(text, target=target, weight=Fraction(5))
    if isinstance(reading, Unread):
        start, end = reading.span
        assert 0 <= start <= end <= len(text)
        assert reading.why


def test_ten_thousand_characters_are_put_aside_at_once() -> None:
    begun = time.perf_counter()
    for text in ("1" * 10_000, "每" * 10_000, "(" * 10_000, "每低1%扣1分，" * 1_400, "执行率" * 3_333):
        assert isinstance(parse_rule(text), Unread)
    assert time.perf_counter() - begun < 5
