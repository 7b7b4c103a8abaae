"""What is not understood is shown where it stands, in the words of the person who wrote it."""

from fractions import Fraction

import pytest
from tests.language.reading import read

from jixiao.language import Unread, parse_rule


def unread(sentence: str) -> Unread:
    found = parse_rule(sentence, weight=Fraction(5))
    assert isinstance(found, Unread), found.canonical
    return found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("执行率９５％以上得满分，每低１个百分点扣分，扣完为止。", "每低１个百分点扣分"),
        ("评分标准（试行）：参照同类地区平均水平，结合系数修正后确定得分。", "参照同类地区平均水平，结合系数修正后"),
        ("得分：率[70%,90%)得3分，率[90%,100%]得5分，其余看着办。", "其余看着办"),
        ("按期完成得满分；逾期的 酌情 处理。", "逾期的 酌情 处理"),
    ],
)
def test_the_stretch_marked_holds_the_words_as_they_were_written(sentence: str, words: str) -> None:
    start, end = unread(sentence).span
    assert words in sentence[start:end]


def test_a_sentence_in_which_nothing_tells_how_to_score_is_marked_as_a_whole() -> None:
    sentence = "反映项目实施的及时性。"
    assert unread(sentence).span == (0, len(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "满意度95%（含）以上的按规定办，80%（含）—95%的得3分。",
        "投诉办理时长：5天以内（含5天）另行计分，10天以上（不含）视情况计分。",
    ],
)
def test_the_reason_shows_no_sign_of_our_own(sentence: str) -> None:
    assert not set("〖〗") & set(unread(sentence).why)


def test_cells_beside_a_sentence_may_be_in_full_width() -> None:
    reading = read("达到目标值得满分，每低1个百分点扣0.5分，扣完为止。", target="９５％")
    assert reading.canonical == "比率不低于95%的，得满分；低于95%的，每低1个百分点扣0.5分，扣完为止。"
