"""Formulas as SQL over integers give what the evaluator gives, exactly, and say beforehand what would not fit."""

from collections.abc import Callable
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.expressions import Condition, Formula, Name, evaluate, parse_condition, parse_formula
from jixiao.expressions.sql import WIDEST, Dialect, NotRelational, Ratio, Width, condition_sql, formula_sql
from jixiao.expressions.tree import Binary, Call, Compare, Join, Negate, Not, Number

LARGEST = 10**9
NAMES = {"甲": 10**6, "乙": 2 * 10**6, "丙": 1}
"""Names with the denominators of their columns."""
CONNECTION = duckdb.connect()


def lookup(name: Name) -> Ratio:
    return Ratio(f"CAST(${name.text} AS BIGINT)", NAMES[name.text], LARGEST)


leaves = st.one_of(
    st.sampled_from(sorted(NAMES)).map(Name),
    st.fractions(0, 100, max_denominator=100).filter(lambda n: 10**12 % n.denominator == 0).map(Number),
)


def _larger(formulas: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    several = st.lists(formulas, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Negate, formulas),
        st.builds(Binary, st.sampled_from(["+", "-"]), formulas, formulas),
        st.builds(Binary, st.just("*"), leaves, leaves),
        st.builds(Call, st.sampled_from(["min", "max", "sum", "mean"]), several),
        st.builds(lambda formula: Call("abs", (formula,)), formulas),
    )


formulas = st.recursive(leaves, _larger, max_leaves=6)
comparisons = st.builds(Compare, st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), formulas, formulas)
conditions: st.SearchStrategy[Condition] = st.recursive(
    comparisons,
    lambda inner: st.one_of(st.builds(Not, inner), st.builds(Join, st.sampled_from(["and", "or"]), inner, inner)),
    max_leaves=3,
)
integers = st.integers(-LARGEST, LARGEST) | st.integers(-3, 3)
rows = st.fixed_dictionaries(dict.fromkeys(NAMES, integers))


def _values(row: dict[str, int]) -> Callable[[Name], Fraction]:
    return lambda name: Fraction(row[name.text], NAMES[name.text])


def asked(sql: str, row: dict[str, int]) -> object:
    """What DuckDB answers; only the parameters that the query has are given."""
    found = CONNECTION.execute(f"SELECT {sql}", {name: row[name] for name in row if f"${name}" in sql}).fetchone()
    assert found is not None
    return found[0]


@settings(max_examples=150, deadline=None)
@given(formula=formulas, row=rows)
def test_a_formula_gives_what_the_evaluator_gives(formula: Formula, row: dict[str, int]) -> None:
    try:
        ratio = formula_sql(formula, lookup, Dialect.DUCKDB)
    except NotRelational:
        return
    integer = asked(ratio.sql, row)
    assert isinstance(integer, int)
    assert Fraction(integer, ratio.denominator) == evaluate(
        formula, lambda name: Fraction(row[name.text], NAMES[name.text])
    )
    assert abs(integer) <= ratio.bound


@settings(max_examples=150, deadline=None)
@given(condition=conditions, row=rows)
def test_a_condition_holds_where_the_evaluator_says_so(condition: Condition, row: dict[str, int]) -> None:
    try:
        sql = condition_sql(condition, lookup, Dialect.DUCKDB)
    except NotRelational:
        return
    assert asked(sql, row) == evaluate(condition, _values(row))


def test_what_a_bigint_does_not_hold_is_computed_wide() -> None:
    row = {"甲": LARGEST, "乙": LARGEST}
    narrow, wide = (formula_sql(parse_formula(f"甲×乙×{n}"), lookup, Dialect.DUCKDB) for n in (9, 10))
    assert (narrow.width, wide.width) == (Width.BIGINT, Width.WIDE)
    assert (asked(narrow.sql, row), asked(wide.sql, row)) == (9 * 10**18, 10**19)
    larger = formula_sql(parse_formula("甲×乙×甲×乙"), lookup, Dialect.DUCKDB)
    assert asked(larger.sql, row) == 10**36
    assert "HUGEINT" in larger.sql
    assert "DECIMAL(38, 0)" in formula_sql(parse_formula("甲×乙×甲×乙"), lookup, Dialect.SPARK).sql


def test_codes_and_literals_do_not_overflow_their_small_types() -> None:
    small = Ratio("CAST($丙 AS SMALLINT)", 1, 30_000, Width.SMALL)
    product = formula_sql(parse_formula("丙×丙×3000000＋2000000000＋2000000000"), lambda _: small, Dialect.DUCKDB)
    assert asked(product.sql, {"丙": 30_000}) == 30_000**2 * 3_000_000 + 4 * 10**9


def test_what_might_pass_38_digits_is_refused() -> None:
    assert WIDEST > 10**36
    with pytest.raises(NotRelational, match="38 digits"):
        formula_sql(parse_formula("甲×乙×甲×乙×甲"), lookup, Dialect.DUCKDB)


def test_only_a_number_may_divide() -> None:
    assert asked(condition_sql(parse_condition("甲÷4=0.25"), lookup, Dialect.DUCKDB), {"甲": 10**6}) is True
    for text in ("甲÷乙>1", "甲÷0>1", "甲÷（1－1）>1"):
        with pytest.raises(NotRelational, match="may divide"):
            condition_sql(parse_condition(text), lookup, Dialect.DUCKDB)
