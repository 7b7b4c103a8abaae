"""Rows of a store as no reader would make them: every column of every table at random, with its extremes."""

from random import Random

from jixiao.batch.columns import COARSE, MILLIONTHS, STEP, TEXT, Column, Stored, Table
from jixiao.batch.rows import Tables
from jixiao.batch.schema import BLOCKS, FORMS, LINES, LISTED, MONEY, SETTINGS, TABLES
from jixiao.batch.stored import Cells

_STEPS = (0, 1, 100, 10_000, MILLIONTHS, 100 * MILLIONTHS)
_RULES = {"execution_rule": 4, "shortfall": 4, "decreasing": 4, "denominator": 3}
_WORDS = ("产出", "效益", "满意度", "甲")


def random_tables(random: Random, forms: int) -> Tables:
    """Forms with lines, money rows, blocks and rows of summaries, all joined by valid keys."""
    kinds = [{rule: number % count for rule, count in _RULES.items()} for number in range(12)]
    settings = [_row(random, SETTINGS, {"setting": number, **kind}) for number, kind in enumerate(kinds, 1)]
    tables: Tables = {table.name: [] for table in TABLES} | {"settings": settings}
    for form in range(1, forms + 1):
        keys: Cells = {"form": form, "setting": random.randint(1, len(settings))}
        tables["forms"].append(_row(random, FORMS, keys))
        for table, number in ((MONEY, "money_row"), (LINES, "line")):
            count = random.choice((0, 1, 2, 4))
            tables[table.name] += (_row(random, table, keys | {number: at}) for at in range(1, count + 1))
        blocks = dict.fromkeys(random.choices(_WORDS, k=random.randint(0, 3)))
        tables["blocks"] += (
            _row(random, BLOCKS, keys | {"block_number": at, "block": name}) for at, name in enumerate(blocks, 1)
        )
        listed = {"listed_row": form, "form": random.choice((0, form)), "setting": keys["setting"]}
        tables["listed"].append(_row(random, LISTED, listed))
    return tables


def _row(random: Random, table: Table, keys: Cells) -> Cells:
    row: Cells = {}
    small = random.random() < 0.7  # small numbers often meet their conditions exactly
    for column in table.columns:
        row |= _cells(random, column, small)
    return row | {name: value for name, value in keys.items() if name in row}


def _cells(random: Random, column: Column, small: bool) -> Cells:
    match column.stored:
        case Stored.TEXT:
            return {column.name: random.choice((None, *_WORDS))}
        case Stored.COUNT:
            return {column.name: random.choice((0, 1, 2, 3, column.largest))}
        case Stored.CODE:
            return {column.name: random.choice((0, *column.codes.values()))}
        case Stored.KEY:
            return {column.name: 0}
        case Stored.NUMBER:
            value, parts = _number(random, column, small), {f"{column.name}_{part}" for part in column.parts}
            if not column.printed:
                return {column.name: value}
            unfit = value is None and random.random() < 0.2
            step = None if value is None else random.choice(_STEPS if small else (*_STEPS, column.largest * MILLIONTHS))
            coarse = None if step is None else random.choice((step, step, *_STEPS))
            cells: Cells = {column.name: value, f"{column.name}_{STEP}": step, f"{column.name}_{COARSE}": coarse}
            return {name: cells[name] for name in cells if name == column.name or name in parts} | {
                f"{column.name}_{TEXT}": "约" if unfit else None
            }


def _number(random: Random, column: Column, small: bool) -> int | None:
    if random.random() < 0.15:
        return None
    largest = column.largest * MILLIONTHS
    if small:
        return random.choice((0, 1, 5, 8, 9, 10, 50, 90, 95, 100, 105)) * MILLIONTHS
    return random.choice((largest, -largest, random.randint(-largest, largest), random.randint(0, 10**9)))
