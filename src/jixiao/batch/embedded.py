"""The engine that runs inside this process: DuckDB."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from jixiao.batch.quantities import Row
from jixiao.batch.schema import TABLES
from jixiao.batch.store import must_be_complete, parts_of
from jixiao.expressions.sql import Dialect

_BATCH = 10_000


class DuckDB:
    """A store opened with DuckDB, in a database of its own in memory; what does not fit goes to `spill`."""

    dialect = Dialect.DUCKDB

    def __init__(self, store: Path, memory: str = "3GB", threads: int = 0, spill: Path | None = None) -> None:
        must_be_complete(store)
        self._connection = duckdb.connect(":memory:")
        self._connection.execute(f"SET memory_limit = '{memory}'")
        self._connection.execute("SET preserve_insertion_order = false")
        if threads:
            self._connection.execute(f"SET threads = {threads}")
        if spill is not None:
            self._connection.execute(f"SET temp_directory = '{_quoted(spill)}'")
        for table in TABLES:
            self.view(table.name, f"SELECT * FROM read_parquet('{_quoted(Path(parts_of(store, table)))}')")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def view(self, name: str, select: str) -> None:
        """Name a query, computed whenever it is asked for."""
        self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {select}")

    def keep(self, name: str, select: str) -> None:
        """Name a query and compute it now, once."""
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {select}")

    def rows(self, select: str) -> Iterator[Row]:
        """The rows of a query."""
        cursor = self._connection.cursor()
        cursor.execute(select)
        names = [column[0] for column in cursor.description or ()]
        while batch := cursor.fetchmany(_BATCH):
            for values in batch:
                yield dict(zip(names, values, strict=True))

    def write(self, select: str, path: Path) -> None:
        """The rows of a query as a Parquet file."""
        self._connection.execute(f"COPY ({select}) TO '{_quoted(path)}' (FORMAT PARQUET)")


def _quoted(path: Path) -> str:
    return path.as_posix().replace("'", "''")
