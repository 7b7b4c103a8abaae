"""Where the SQL runs: what an engine must be able to do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from jixiao.batch.quantities import Row
from jixiao.expressions.sql import Dialect


class Engine(Protocol):
    """Runs SQL over a store whose tables go by their names."""

    @property
    def dialect(self) -> Dialect:
        """The SQL it takes."""

    def view(self, name: str, select: str) -> None:
        """Name a query, computed whenever it is asked for."""

    def keep(self, name: str, select: str) -> None:
        """Name a query and compute it now, once."""

    def rows(self, select: str) -> Iterator[Row]:
        """The rows of a query."""

    def write(self, select: str, path: Path) -> None:
        """The rows of a query as a Parquet file."""
