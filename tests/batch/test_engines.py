"""Every engine decides what exact fractions decide, on rows of any kind, up to the largest numbers that are stored."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.batch.randomrows import random_tables

from jixiao.batch.checking import FormCheck, Rows, Verdict, must_apply_to_every_row
from jixiao.batch.checks import CHECKS
from jixiao.batch.embedded import DuckDB
from jixiao.batch.engines import Engine
from jixiao.batch.rows import Tables
from jixiao.batch.rowwise import verify_rowwise
from jixiao.batch.schema import TABLES
from jixiao.batch.scopes import SCOPES
from jixiao.batch.store import seal, write_rows
from jixiao.batch.verification import failures, verify
from jixiao.expressions.sql import Dialect, NotRelational
from jixiao.findings import Severity
from jixiao.forms.catalogue import RATE


def stored(folder: Path, tables: Tables) -> Path:
    for table in TABLES:
        (folder / table.name).mkdir(parents=True, exist_ok=True)
        write_rows(table, tables[table.name], folder / table.name / "1.parquet")
    seal(folder)
    return folder


def must_agree(engine: Engine, tables: Tables) -> None:
    """Counts of every verdict and every failure with its severity are the same."""
    counted = verify(engine)
    counts, failed = verify_rowwise(tables)
    assert counted == counts
    assert list(failures(engine)) == failed


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_duckdb_decides_what_exact_fractions_decide(tmp_path: Path, seed: int) -> None:
    tables = random_tables(Random(seed), 60)
    with DuckDB(stored(tmp_path, tables)) as engine:
        must_agree(engine, tables)


def test_random_rows_reach_every_check() -> None:
    """Otherwise the agreement of the engines would say nothing about the check."""
    tables = random_tables(Random(2), 3000)
    counts, _ = verify_rowwise(tables)
    reached = (Verdict.NOT_APPLICABLE, Verdict.IMPOSSIBLE)
    assert not [(count.key, verdict) for count in counts for verdict in reached if not count.by_verdict[verdict]]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Tables]]:
    from jixiao.batch.spark import Spark

    tables = random_tables(Random(3), 150)
    with Spark(stored(tmp_path_factory.mktemp("store"), tables)) as engine:
        yield engine, tables


@pytest.mark.system
def test_spark_decides_what_exact_fractions_decide(spark: tuple[Engine, Tables]) -> None:
    must_agree(*spark)


def _check(applies: str, holds: str) -> FormCheck:
    return FormCheck("x", RATE, Rows.FORM, applies, holds, Severity.ERROR, "", "")


def test_a_check_that_might_not_fit_into_38_digits_is_refused_before_it_runs() -> None:
    check = _check("打分=是", "执行数×执行数×执行数>0")
    with pytest.raises(NotRelational, match="38 digits"):
        check.verdict_sql(SCOPES[Rows.FORM], Dialect.DUCKDB)


def test_a_check_that_divides_by_what_may_be_zero_is_refused() -> None:
    with pytest.raises(NotRelational, match="may divide"):
        _check("打分=是", "执行数÷预算数>0").verdict_sql(SCOPES[Rows.FORM], Dialect.SPARK)


def test_a_check_must_know_for_every_row_whether_it_applies() -> None:
    with pytest.raises(ValueError, match="may leave open"):
        must_apply_to_every_row([_check("执行数>0", "打分=是")], SCOPES)


def test_every_key_is_that_of_one_check() -> None:
    assert len({check.key for check in CHECKS}) == len(CHECKS)
    assert all(check.key.startswith(check.check.id) for check in CHECKS)
