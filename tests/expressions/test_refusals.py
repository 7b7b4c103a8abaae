"""A formula that cannot be read is refused at once, naming the place, what stands there and what should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expressions import ExpressionError, parse, parse_condition, parse_formula, write

OPERAND = "名称、数字或左括号"
QUOTING = "（名称里的“且”“或”请加引号）"


@pytest.mark.parametrize(
    ("text", "position", "found", "expected"),
    [
        ("", 1, "公式结束", OPERAND),
        ("A＋", 3, "公式结束", OPERAND),
        ("A÷÷B", 3, "“÷”", OPERAND),
        ("A×-3", 3, "“-”", f"{OPERAND}（负数请写在括号里）"),
        ("A——B", 2, "“—”", "名称、数字、运算符或括号"),
        ("A^B", 2, "“^”", "名称、数字、运算符或括号"),
        ("A%", 2, "“%”", "名称、数字、运算符或括号"),
        ("支出总额 预算数", 6, "“预算数”", "运算符或公式结束"),
        ("1,234.5", 2, "“,”", "运算符或公式结束；逗号只用在函数的各个数之间"),
        ("434.66万元", 7, "“万”", "运算符（数后不写单位；以数字开头的名称请加引号“ ”）"),
        ("1e9", 2, "“e”", "运算符（数后不写单位；以数字开头的名称请加引号“ ”）"),
        ("0.1234567890123", 1, "“0.1234567890123”", "至多 12 位小数的数"),
        ("(A", 3, "公式结束", "运算符或“)”（与第 1 个字的括号成对）"),
        ("（A+B]", 5, "“]”", "运算符或“)”（与第 1 个字的括号成对）"),
        ("A)", 2, "“)”", "运算符或公式结束"),
        ("最大(A", 5, "公式结束", "运算符、逗号或“)”（与第 3 个字的括号成对）"),
        ("最大()", 4, "“)”", OPERAND),
        ("绝对值(A,B)", 6, "“,”", "运算符或“)”（与第 4 个字的括号成对）"),
        ("round(A,2)", 6, "“(”", "运算符（没有名为“round”的函数，只有最小、最大、绝对值、合计、平均）"),
        ("编制数(A+B)", 4, "“(”", "运算符（没有名为“编制数”的函数，只有最小、最大、绝对值、合计、平均）"),
        ("“三公经费", 6, "公式结束", "与第 1 个字成对的引号"),
        ("A÷“”", 3, "空的引号", "名称"),
        ("A〔〕", 3, "“〕”", "限定词"),
        ("A〔上年，〕", 6, "“〕”", "限定词"),
        ("A〔上年[决算]〕", 5, "“[”", "限定词或“〕”"),
        ("A〔上年", 5, "公式结束", "“〕”，与第 2 个字的括号成对"),
        ("非税收入÷或有负债", 6, "“或”", OPERAND + QUOTING),
        ("现金或存款>0", 1, "算式“现金”", "比较式等条件" + QUOTING),
        ("(A>B)×2", 1, "条件“(A>B)”", "算式"),
        ("2×(A>B)", 3, "条件“(A>B)”", "算式"),
        ("-(A>B)", 2, "条件“(A>B)”", "算式"),
        ("最大(A，B>C)", 6, "条件“B>C”", "算式"),
        ("非 A", 3, "算式“A”", "比较式等条件" + QUOTING),
        ("60%≤A<90%", 6, "第二个比较号“<”", "“且”（比较式不能连写）"),
        ("(A>1)=(B>1)", 6, "第二个比较号“=”", "“且”（比较式不能连写）"),
        ("A=(B>1)", 3, "条件“(B>1)”", "算式"),
    ],
)
def test_a_formula_that_cannot_be_read_is_refused_at_its_place(
    text: str, position: int, found: str, expected: str
) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse(text)
    assert (refused.value.position, refused.value.found, refused.value.expected) == (position, found, expected)
    assert str(refused.value) == f"第 {position} 个字：读到{found}，应为{expected}"


def test_a_long_part_is_cut_in_the_message() -> None:
    with pytest.raises(ExpressionError, match="条件“支出总额支出总额支出总额支出总额支出总额…”"):
        parse_formula("支出总额" * 10 + ">0")


def test_a_condition_is_no_number_and_a_number_no_condition() -> None:
    with pytest.raises(ExpressionError, match="应为算式"):
        parse_formula("A>B 且 C>D")
    with pytest.raises(ExpressionError, match="应为比较式等条件"):
        parse_condition("A＋B")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1000 + "1" + ")" * 1000,
        "(" * 2000,
        "最大(" * 600,
        "非（" * 900,
        "非 " * 900 + "A>1",
        "((1)+" * 390,
        "1+" * 999 + "1",
        "-(" * 900,
        "A>1且" * 490 + "A>1",
        "9" * 5000,
        "A〔" * 900,
        "“" * 1999,
    ],
)
def test_hostile_formulas_are_refused_without_end_of_stack(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_formulas_up_to_the_limits_are_read() -> None:
    for text in ("(" * 50 + "1" + ")" * 50, "+".join("1" * 100), "合计（" + "，".join("1" * 900) + "）", "名" * 2000):
        assert parse(write(parse(text))) == parse(text)


@given(st.text(alphabet="甲乙且或非最大（）()[]〔〕“”＋-×/%=<>≥1.9，, ", max_size=30))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    try:
        expression = parse(text)
    except ExpressionError as refused:
        position = refused.position
    else:
        assert parse(write(expression)) == expression
        position = 1
    assert 1 <= position <= len(text) + 1
