"""A store of as many forms as wanted, made by SQL, with a known share of faults: what `forms` measures with."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from jixiao.batch.columns import Column, Stored, Table
from jixiao.batch.schema import BLOCKS, FORMS, LINES, LISTED, MONEY, NOTED, SETTINGS, TABLES
from jixiao.batch.settingrows import setting_row
from jixiao.batch.settings import settings_of
from jixiao.batch.store import seal, write_rows
from jixiao.forms.profiles import profile

LINES_OF_A_FORM = 15
"""Indicators of every form: ten of output, four of effect, one of satisfaction."""
_FORMS_OF_A_PART = 100_000
_MILLION = 1_000_000
_BLOCKS = (("产出", 50), ("效益", 30), ("满意度", 10))


def write_store(folder: Path, forms: int, seed: int = 1) -> None:
    """A store of consistent forms, one in twenty of which has one of seven faults; equal for equal arguments."""
    for table in TABLES:
        (folder / table.name).mkdir(parents=True, exist_ok=True)
    write_rows(SETTINGS, [setting_row(settings_of(profile("A")), 1)], folder / "settings" / "1.parquet")
    write_rows(LISTED, [], folder / "listed" / "1.parquet")
    write_rows(NOTED, [], folder / "noted" / "1.parquet")
    with duckdb.connect() as connection:
        for part, first in enumerate(range(0, forms, _FORMS_OF_A_PART)):
            last = min(first + _FORMS_OF_A_PART, forms)
            connection.execute(f"CREATE OR REPLACE TABLE made AS {_made(first + 1, last + 1, seed)}")
            for table, select in _selects():
                path = (folder / table.name / f"{part:03}.parquet").as_posix()
                connection.execute(f"COPY ({select}) TO '{path}' (FORMAT PARQUET)")
    seal(folder)


def _made(first: int, last: int, seed: int) -> str:
    """A form to a row: budget, executed, rate, points, and which fault it has (0: none)."""
    return f"""
        SELECT form, fault, department, adjusted, share,
               CASE WHEN fault = 2 THEN adjusted * 105 // 100 ELSE adjusted * share // 100 END AS executed
        FROM (SELECT form, hash(form, {seed}) % 5000 AS department,
                     CASE WHEN hash(form, {seed}, 1) % 20 = 0 THEN 1 + hash(form, {seed}, 2) % 7 ELSE 0 END AS fault,
                     (100 + hash(form, {seed}, 3) % 1000000) * 100 * 100 AS adjusted,
                     90 + hash(form, {seed}, 4) % 11 AS share
              FROM (SELECT CAST(range AS BIGINT) AS form FROM range({first}, {last})))"""


def _selects() -> Iterator[tuple[Table, str]]:
    yuan = f"* {_MILLION}"
    yield (
        FORMS,
        _select(
            FORMS,
            {
                "file": "'表' || (form // 200) || '.xlsx'",
                "number": "1 + form % 200",
                "place": "'县' || (department % 100)",
                "province": "'省' || (department % 20)",
                "year": "2025",
                "department": "'部门' || department",
                "unit": "'单位' || department",
                "project": "'项目' || form",
                "profile": "'A'",
                "initial": f"adjusted {yuan}",
                "initial_step": f"100 {yuan}",
                "initial_coarse": f"100 {yuan}",
                "adjusted": f"adjusted {yuan}",
                "adjusted_step": f"100 {yuan}",
                "adjusted_coarse": f"100 {yuan}",
                "executed": f"executed {yuan}",
                "executed_step": f"100 {yuan}",
                "executed_coarse": f"100 {yuan}",
                "rate": f"CASE WHEN fault = 2 THEN 105 WHEN fault = 3 THEN share - 7 ELSE share END {yuan}",
                "rate_step": f"1 {yuan} // 100",
                "rate_coarse": f"1 {yuan} // 100",
                "execution_points": f"10 {yuan}",
                "execution_points_step": f"1 {yuan}",
                "due_points": f"10 {yuan}",
                "due_points_step": f"1 {yuan}",
                "execution_score": f"CASE WHEN fault = 2 THEN 100 WHEN fault = 1 THEN 30 ELSE share END {yuan} // 10",
                "execution_score_step": f"1 {yuan} // 10",
                "total_points": f"100 {yuan}",
                "total_points_step": f"1 {yuan}",
                "total_score": f"CASE WHEN fault = 2 THEN 1000 WHEN fault = 1 THEN 930 WHEN fault = 4 THEN 999 "
                f"ELSE 900 + share END {yuan} // 10",
                "total_score_step": f"1 {yuan} // 10",
                "grade": "'优'",
                "grade_rank": "CASE WHEN fault = 5 THEN 2 ELSE 1 END",
                "total_row": "1",
                "scored": "1",
                "points_given": "1",
                "reason_column": "1",
            },
        ),
    )
    parts = "CASE WHEN kind = 1 AND fault = 6 THEN 99 ELSE 100 END"
    money = {
        "money_row": "kind + 1",
        "kind": "kind",
        "label": "CASE WHEN kind = 0 THEN '年度资金总额' ELSE '其中：当年财政拨款' END",
        "initial": f"adjusted * {parts} // 100 {yuan}",
        "initial_step": f"100 {yuan}",
        "initial_coarse": f"100 {yuan}",
        "adjusted": f"adjusted * {parts} // 100 {yuan}",
        "adjusted_step": f"100 {yuan}",
        "adjusted_coarse": f"100 {yuan}",
        "executed": f"executed {yuan}",
        "executed_step": f"100 {yuan}",
        "executed_coarse": f"100 {yuan}",
    }
    yield MONEY, _select(MONEY, money, ", (SELECT unnest([0, 1]) AS kind)")
    points = "CASE WHEN line <= 10 THEN 5 WHEN line <= 13 THEN 7 WHEN line = 14 THEN 9 ELSE 10 END"
    missed = "fault = 7 AND line = 3"
    yield (
        LINES,
        _select(
            LINES,
            {
                "line": "line",
                "block": "CASE WHEN line <= 10 THEN '产出' WHEN line <= 14 THEN '效益' ELSE '满意度' END",
                "level2": "CASE WHEN line <= 10 THEN '数量' WHEN line <= 14 THEN '社会效益' ELSE '服务对象满意度' END",
                "name": "'指标' || line",
                "target_text": "'≥' || (80 + line) || '%'",
                "actual_text": f"CASE WHEN {missed} THEN '50%' ELSE (81 + line) || '%' END",
                "target": f"(80 + line) {yuan}",
                "target_unit": "'%'",
                "actual": f"CASE WHEN {missed} THEN 50 ELSE 81 + line END {yuan}",
                "actual_unit": "'%'",
                "direction": "1",
                "signed": "1",
                "outcome": f"CASE WHEN {missed} THEN 2 ELSE 1 END",
                "satisfaction": "CASE WHEN line = 15 THEN 1 ELSE 0 END",
                "compared": "1",
                "reason_asked": "1",
                "reason": "0",
                "points": f"{points} {yuan}",
                "points_step": f"1 {yuan}",
                "score": f"{points} {yuan}",
                "score_step": f"1 {yuan}",
            },
            f", (SELECT CAST(range AS INTEGER) AS line FROM range(1, {LINES_OF_A_FORM + 1}))",
        ),
    )
    blocks = {
        "block_number": "block_number",
        "block": f"CASE block_number WHEN 1 THEN '{_BLOCKS[0][0]}' WHEN 2 THEN '{_BLOCKS[1][0]}' ELSE '满意度' END",
        "points": f"CASE block_number WHEN 1 THEN 50 WHEN 2 THEN 30 ELSE 10 END {yuan}",
        "points_step": f"1 {yuan}",
        "named": "1",
    }
    yield BLOCKS, _select(BLOCKS, blocks, ", (SELECT unnest([1, 2, 3]) AS block_number)")


def _select(table: Table, cells: dict[str, str], beside: str = "") -> str:
    """The rows of a table from the forms that were made; what is not said is empty, a count or code 0."""
    known = {"form": "form", "setting": "1"} | cells
    by_name = {column.name: column for column in table.columns}
    listed = ", ".join(
        f"CAST({known.get(name, _otherwise(by_name.get(name)))} AS {stored.sql}) AS {name}"
        for name, stored in table.stored
    )
    return f"SELECT {listed} FROM made{beside}"


def _otherwise(column: Column | None) -> str:
    return "0" if column and column.stored in (Stored.COUNT, Stored.CODE) else "NULL"
