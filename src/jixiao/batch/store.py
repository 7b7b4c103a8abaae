"""The store of forms: a folder with a folder of Parquet files for each table."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

import polars

from jixiao.batch.columns import Stored, Table
from jixiao.batch.rows import Tables
from jixiao.batch.schema import TABLES
from jixiao.batch.stored import Cells
from jixiao.packs.filing import write_whole
from jixiao.refusals import Problem, Refusal

_SEAL = "schema"
_ENOUGH = 200_000  # rows of a table that are written together
_TYPES: Mapping[Stored, type[polars.DataType]] = {
    Stored.KEY: polars.Int64,
    Stored.NUMBER: polars.Int64,
    Stored.COUNT: polars.Int32,
    Stored.CODE: polars.Int16,
    Stored.TEXT: polars.String,
}


def parquet_schema(table: Table) -> dict[str, type[polars.DataType]]:
    """The columns of a table's Parquet files, in their order."""
    return {name: _TYPES[stored] for name, stored in table.stored}


def parts_of(store: Path, table: Table) -> str:
    """The pattern of the table's Parquet files."""
    return (store / table.name / "*.parquet").as_posix()


def schema_name() -> str:
    """A short name of the tables and columns that this program reads and writes; it changes with them."""
    return sha256(repr([(table.name, table.stored) for table in TABLES]).encode()).hexdigest()[:12]


def seal(store: Path) -> None:
    """Mark a store as complete, with the name of its schema."""
    write_whole(store / _SEAL, f"{schema_name()}\n".encode())


def must_be_complete(store: Path) -> None:
    """Raise `Refusal` for a store that is not complete, or that another version of the program wrote."""
    mend = "请用原来的文件重新核验，另存一个文件夹"
    try:
        found = (store / _SEAL).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        problem = Problem(str(store), "", "没有写完的或不是自评表库的文件夹", "写完的自评表库", mend)
        raise Refusal(problem) from None
    if found != schema_name():
        raise Refusal(
            Problem(str(store), _SEAL, f"另一版本程序写的自评表库（{found}）", f"本版本的（{schema_name()}）", mend)
        )


class StoreWriter:
    """Writes the rows of one file after another, numbering forms, summary rows and settings through.

    Settings that are equal are kept once. Leaving the `with` block writes what is left; a store is complete only then.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows: dict[str, list[Cells]] = {table.name: [] for table in TABLES}
        self._parts: dict[str, int] = {table.name: 0 for table in TABLES}
        self._settings: dict[tuple[tuple[str, int | str | None], ...], int] = {}
        self._forms = self._listed = 0

    def __enter__(self) -> Self:
        for table in TABLES:
            (self._folder / table.name).mkdir(parents=True, exist_ok=True)
        return self

    def add(self, tables: Tables) -> None:
        """The rows of one file, numbered from 1 as `rows_of` gives them."""
        settings = {row["setting"]: self._setting(row) for row in tables["settings"]}
        forms, listed = self._forms, self._listed
        for name, rows in tables.items():
            if name != "settings":
                self._rows[name] += (_renumbered(row, forms, listed, settings) for row in rows)
                self._flush(name, _ENOUGH)
        self._forms += len(tables.get("forms", ()))
        self._listed += len(tables.get("listed", ()))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            for table in TABLES:
                self._flush(table.name, 0 if not self._parts[table.name] else 1)
            seal(self._folder)

    def _setting(self, row: Cells) -> int:
        key = tuple((name, value) for name, value in row.items() if name != "setting")
        number = self._settings.setdefault(key, len(self._settings) + 1)
        if number > len(self._rows["settings"]):
            self._rows["settings"].append(row | {"setting": number})
        return number

    def _flush(self, name: str, enough: int) -> None:
        rows = self._rows[name]
        if len(rows) < enough:
            return
        self._parts[name] += 1
        table = next(table for table in TABLES if table.name == name)
        write_rows(table, rows, self._folder / name / f"{self._parts[name]:05}.parquet")
        if name != "settings":
            rows.clear()


def write_rows(table: Table, rows: Sequence[Cells], path: Path) -> None:
    """Rows of a table as one Parquet file."""
    polars.DataFrame(rows, schema=parquet_schema(table), orient="row").write_parquet(path)


def read_rows(store: Path, table: Table) -> list[Cells]:
    """Every row of a table; for stores that fit into memory."""
    return polars.read_parquet(parts_of(store, table)).to_dicts()


def read_all(store: Path, tables: Iterable[Table] = TABLES) -> Tables:
    """Every row of every table; for stores that fit into memory."""
    return {table.name: read_rows(store, table) for table in tables}


def _renumbered(row: Cells, forms: int, listed: int, settings: Mapping[int | str | None, int]) -> Cells:
    new = dict(row)
    if row["form"]:
        new["form"] = int(row["form"]) + forms
    if "setting" in row:
        new["setting"] = settings[row["setting"]]
    if "listed_row" in row:
        new["listed_row"] = int(row["listed_row"] or 0) + listed
    return new
