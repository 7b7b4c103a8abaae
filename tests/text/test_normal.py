"""Text as people and machines leave it is made uniform, and every character keeps its place."""

from hypothesis import given
from hypothesis import strategies as st

from jixiao.text import normal


def test_width_blanks_and_look_alike_signs_make_no_difference() -> None:
    assert normal("执行率 ≧ ９５％ （含）， 得３分").text == normal("执行率≥95%(含),得3分").text


def test_a_number_that_stands_apart_is_put_together_and_said() -> None:
    joined = normal("达到9 5%得满分")
    assert (joined.text, joined.joined) == ("达到95%得满分", True)
    assert not normal("达到 95% 得满分").joined


def test_a_letter_that_stands_for_zero_in_a_number_is_a_zero_and_that_is_said() -> None:
    for written, meant in (("1OO%", "100%"), ("2０23年", "2023年"), ("４O．5万元", "40.5万元"), ("O.5分", "0.5分")):
        assert normal(written).text == meant
    assert normal("2O.5%").joined


def test_letters_and_chinese_zeros_stay_where_no_number_is() -> None:
    for text in ("CO2", "O2O平台", "二〇二三年", "H2O达标", "○优"):
        assert (normal(text).text, normal(text).joined) == (text, False)


def test_parts_of_characters_from_the_fonts_of_a_pdf_are_the_characters() -> None:
    assert normal("⼀般公共预算⽀出、⻓期、⻔户、⻚数、⺠生").text == "一般公共预算支出、长期、门户、页数、民生"


def test_the_number_of_a_heading_does_not_run_into_a_year() -> None:
    assert normal("2. 2023年预算").text == "2. 2023年预算"
    assert normal("2. 1  2023年预算").text == "2.1 2023年预算"
    assert normal("20 23年").text == "2023年"


def test_circled_numbers_stay_marks_of_points() -> None:
    assert normal("①②各占２０％").text == "①②各占20%"


def test_a_line_break_stays_where_a_numbered_clause_begins_and_goes_inside_a_sentence() -> None:
    assert normal("1.有制度\n2.有记\n录").text == "1.有制度\n2.有记录"


@given(st.text(max_size=80))
def test_every_character_says_where_it_stood(text: str) -> None:
    made = normal(text)
    assert len(made.text) == len(made.offsets)
    assert list(made.offsets) == sorted(made.offsets)
    assert all(0 <= place < len(text) for place in made.offsets)


def test_digits_of_any_script_are_digits() -> None:
    assert normal("９٣᪐๕%").text == "9305%"
