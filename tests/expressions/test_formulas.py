"""Formulas are read as people write them, written one way, and give exactly the right number."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.expressions.formulas import conditions, formulas, fractions, plain_names
from tests.recompute import recompute

from jixiao.expressions import (
    Binary,
    Call,
    Condition,
    DivisionByZero,
    Expression,
    Formula,
    Name,
    Negate,
    NotOneNumber,
    Number,
    Written,
    evaluate,
    names,
    parse,
    parse_condition,
    parse_formula,
    ratio_of,
    write,
)

Values = dict[Name, Fraction]
BUDGET, STAFF = Name("预算数"), Name("在职人员数")


def stated(**values: str) -> Callable[[Name], Fraction]:
    return lambda name: Fraction(values[name.text])


def number(text: str, **values: str) -> Fraction:
    return evaluate(parse_formula(text), stated(**values))


def holds(text: str, **values: str) -> bool:
    return evaluate(parse_condition(text), stated(**values))


# reading and writing


@given(formulas() | conditions())
def test_a_written_formula_is_read_as_the_same_tree(expression: Expression) -> None:
    assert parse(write(expression)) == expression


_VARIANTS: dict[str, Sequence[str]] = {
    "＋": "＋+",
    "－": "－-−–",
    "×": "×*＊",
    "÷": "÷/／",
    "（": "（(",
    "）": "）)",
    "，": "，,、；",
    "%": "%％",
    "≥": ("≥", "＞＝", ">=", "≧"),
    "≤": ("≤", "<=", "＜=", "≦"),
    "≠": ("≠", "!=", "<>"),
    "=": ("=", "＝", "=="),
    ">": ">＞",
    "<": "<＜",
    **{digit: digit + chr(ord(digit) + 0xFEE0) for digit in "0123456789"},
}
_SPACED = "＋－×÷（），%≥≤≠=><〔〕"


@given(formulas(plain_names) | conditions(plain_names), st.data())
def test_spaces_and_full_or_half_width_do_not_change_the_tree(expression: Expression, data: st.DataObject) -> None:
    varied = []
    for char in write(expression):
        other = data.draw(st.sampled_from(_VARIANTS.get(char, char)))
        space = data.draw(st.sampled_from(("", "", " ", "\u3000", "\n"))) if char in _SPACED else ""
        varied.append(space + other + space)
    assert parse("".join(varied)) == expression


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("（本年度总额－上年度总额）÷上年度总额×100%", "（本年度总额－上年度总额）÷上年度总额×100%"),
        ("［（A－B）/B］×100%", "（A－B）÷B×100%"),
        ("{[(A-B)-(C-D)]/B}*100 %", "（A－B－（C－D））÷B×100%"),
        ("“三公”经费〔上年，决算〕/“三公”经费[上年、年初]", "三公经费〔上年，决算〕÷三公经费〔上年，年初〕"),
        ("项目支出 〔“教育、卫生”支出〕", "项目支出〔“教育、卫生支出”〕"),
        ("支出总额〔上年〕〔决算〕", "支出总额〔上年，决算〕"),
        ("max(0,1-逾期天数/30)", "最大（0，1－逾期天数÷30）"),
        ("平均(满意度〔各题〕)", "平均（满意度〔各题〕）"),
        ("007.50%", "7.5%"),
        ("1/3", "1÷3"),
        ("-A*B", "－A×B"),
        ("非税收入>0且非(A=>B或C==D)", "非税收入>0 且 非（A≥B 或 C=D）"),
        ("(A>1或B>1)且C>1", "（A>1 或 B>1） 且 C>1"),
        ("“或有负债”÷“12345”热线", "“或有负债”÷“12345热线”"),
    ],
)
def test_formulas_as_people_write_them_have_one_canonical_text(text: str, canonical: str) -> None:
    assert write(parse(text)) == canonical
    assert parse(canonical) == parse(text)


def test_operators_of_one_row_are_read_from_the_left() -> None:
    assert number("100-30-20") == 50
    assert number("100÷5÷4") == 5
    assert number("100÷5×4") == 80
    assert number("2+3×4") == 14
    assert number("-2×3+10") == 4


def test_a_square_bracket_directly_after_a_name_qualifies_it_and_elsewhere_groups() -> None:
    assert parse("支出[决算]") == Name("支出", ("决算",))
    assert parse("[支出]") == Name("支出")
    with pytest.raises(ValueError, match="第 4 个字：读到“\\[”，应为运算符或公式结束"):
        parse("支出 [决算]")


def test_a_word_in_brackets_inside_a_name_belongs_to_the_name() -> None:
    trips = Name.of("因公出国(境)费", "决算")
    assert trips.text == "因公出国（境）费"
    assert parse("因公出国（境）费〔决算〕÷因公出国(境)费[决算]") == Binary("/", trips, trips)
    assert write(trips) == "因公出国（境）费〔决算〕"
    assert parse("最大（甲）") == Call("max", (Name("甲"),))
    assert write(parse("甲>1且非（乙>1）")) == "甲>1 且 非（乙>1）"


def test_names_are_told_in_order_of_first_use() -> None:
    assert names(parse("(B-A)÷A>C〔上年〕 且 B>0")) == (Name("B"), Name("A"), Name("C", ("上年",)))


def test_a_quotient_is_told_as_numerator_and_denominator() -> None:
    assert ratio_of(parse("［在职人员数/预算数］×100%")) == (STAFF, BUDGET)
    assert ratio_of(parse("在职人员数÷预算数")) == (STAFF, BUDGET)
    for text in (
        "在职人员数",
        "在职人员数÷预算数×100",
        "在职人员数÷预算数×50%",
        "在职人员数÷预算数>1",
        "1－在职人员数÷预算数",
    ):
        assert ratio_of(parse(text)) is None


# values


def calculator_text(formula: Formula, values: Values) -> str:
    """The formula as a pocket calculator takes it, every operation in brackets."""
    match formula:
        case Number(value):
            return calculator_number(value)
        case Name():
            return calculator_number(values[formula])
        case Negate(operand):
            return f"(-{calculator_text(operand, values)})"
        case Binary(sign, left, right):
            return f"({calculator_text(left, values)} {sign} {calculator_text(right, values)})"
        case Call(function, arguments):
            texts = [calculator_text(argument, values) for argument in arguments]
            if function in ("sum", "mean"):
                return f"(({' + '.join(texts)})/{len(texts) if function == 'mean' else 1})"
            return f"{function}({', '.join(texts)})"


def calculator_number(value: Fraction) -> str:
    return f"({value.numerator}/{value.denominator})"


@given(formulas(), st.data())
def test_a_formula_gives_what_a_pocket_calculator_gives(formula: Formula, data: st.DataObject) -> None:
    values = {name: data.draw(fractions) for name in names(formula)}
    try:
        expected = recompute(calculator_text(formula, values))
    except ZeroDivisionError:
        with pytest.raises(DivisionByZero):
            evaluate(formula, values.__getitem__)
        return
    assert evaluate(formula, values.__getitem__) == expected
    written = evaluate(formula, lambda name: Written.of(values[name]))
    assert written == expected
    assert not isinstance(written, Written) or recompute(written.text) == expected


@given(conditions(), st.data())
def test_a_condition_is_met_for_written_numbers_as_for_plain_ones(condition: Condition, data: st.DataObject) -> None:
    values = {name: data.draw(fractions) for name in names(condition)}
    try:
        expected = evaluate(condition, values.__getitem__)
    except DivisionByZero:
        assume(False)
    assert evaluate(condition, lambda name: Written.of(values[name])) is expected


def test_the_execution_rate_of_a_report_comes_out_exactly() -> None:
    rate = "支出÷（年初＋追加＋追减）×100%"
    assert number(rate, 支出="436.07", 年初="434.66", 追加="38.93", 追减="-19.01") == Fraction(43607, 45458)


def test_a_derivation_keeps_numbers_as_the_formula_writes_them() -> None:
    value = evaluate(parse_formula("（A－B）÷B×100%"), lambda name: Written.of({"A": 5, "B": 4}[name.text]))
    assert isinstance(value, Written)
    assert value.text == "(5 − 4) ÷ 4 × 100%"


def test_conditions_compare_numbers_and_join() -> None:
    values = {"甲": "3", "乙": "4"}
    assert holds("甲<乙 且 乙≤4 且 甲≠乙", **values)
    assert holds("甲>乙 或 甲=3", **values)
    assert not holds("非 甲<乙", **values)
    assert holds("甲>乙 且 乙>100 或 甲≥3", **values)
    assert not holds("甲<乙 且 非（乙≥4 或 甲>100）", **values)
    assert holds("甲÷乙>-5.18%", **values)


def test_what_stands_right_of_and_is_not_computed_when_the_left_settles_it() -> None:
    assert not holds("基数>0 且 本年÷基数>110%", 基数="0", 本年="5")
    assert holds("基数=0 或 本年÷基数>110%", 基数="0", 本年="5")


def test_a_name_for_many_numbers_stands_in_functions_only() -> None:
    def lookup(name: Name) -> Fraction | Sequence[Fraction]:
        return [Fraction(90), Fraction(95), Fraction(100)] if "各题" in name.qualifiers else Fraction(1)

    assert evaluate(parse_formula("平均(满意度〔各题〕)"), lookup) == 95
    assert evaluate(parse_formula("最小(满意度〔各题〕，91)"), lookup) == 90
    assert evaluate(parse_formula("最大(满意度〔各题〕)-合计(满意度〔各题〕，甲)"), lookup) == 100 - 286
    for text in ("满意度〔各题〕÷2", "满意度〔各题〕", "绝对值(满意度〔各题〕)", "平均(满意度〔各题〕＋1)"):
        with pytest.raises(NotOneNumber, match="“满意度〔各题〕”是 3 个数，只能用在最小、最大、合计、平均的括号里"):
            evaluate(parse_formula(text), lookup)


def test_a_mean_of_nothing_has_no_value() -> None:
    with pytest.raises(NotOneNumber, match="“满意度〔各题〕”没有任何数"):
        evaluate(parse_formula("平均(满意度〔各题〕)"), lambda name: ())


def test_division_by_zero_names_the_divisor() -> None:
    with pytest.raises(DivisionByZero, match="除数“编制数－借调人员数”等于 0"):
        number("在职人员数/(编制数-借调人员数)", 在职人员数="11", 编制数="2", 借调人员数="2")


def test_what_the_lookup_raises_passes_through_and_every_name_is_looked_up_once() -> None:
    class Missing(LookupError):
        pass

    asked: list[str] = []

    def lookup(name: Name) -> Fraction:
        asked.append(name.text)
        if name.text == "丙":
            raise Missing
        return Fraction(1)

    with pytest.raises(Missing):
        evaluate(parse("甲＋乙＋甲＋丙"), lookup)
    assert asked == ["甲", "乙", "丙"]


def test_a_float_from_a_lookup_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError):
        evaluate(parse("甲"), lambda name: 0.5)  # type: ignore[arg-type,return-value]
