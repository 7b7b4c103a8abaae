"""The store on Apache Spark: the same SQL, for stores that one machine does not hold."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jixiao.batch.quantities import Row
from jixiao.batch.schema import TABLES
from jixiao.batch.sparksession import spark_session
from jixiao.batch.store import must_be_complete, parts_of
from jixiao.expressions.sql import Dialect

_PARTS = 2  # for each processor
_SETTINGS = {"spark.sql.ansi.enabled": "true"}


class Spark:
    """A store opened on the cluster that Spark's own settings name (this machine without any).

    Every machine of the cluster must find the store under the same path. Raises `Refusal` without pyspark.
    """

    dialect = Dialect.SPARK

    def __init__(self, store: Path) -> None:
        must_be_complete(store)
        self._session: Any = spark_session("jixiao verify", _SETTINGS)
        parts = _PARTS * self._session.sparkContext.defaultParallelism
        self._session.conf.set("spark.sql.shuffle.partitions", str(parts))
        for table in TABLES:
            self._session.read.parquet(str(Path(parts_of(store, table)).parent)).createOrReplaceTempView(table.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._session.stop()

    def view(self, name: str, select: str) -> None:
        """Name a query, computed whenever it is asked for."""
        self._session.sql(select).createOrReplaceTempView(name)

    def keep(self, name: str, select: str) -> None:
        """Name a query and compute it now, once; its rows stay with the workers, and how they came about is forgotten.

        A cached query would be planned anew with every query that asks for it, and those with every one above them.
        """
        self._session.sql(select).localCheckpoint().createOrReplaceTempView(name)

    def rows(self, select: str) -> Iterator[Row]:
        """The rows of a query."""
        for row in self._session.sql(select).toLocalIterator():
            yield row.asDict()

    def write(self, select: str, path: Path) -> None:
        """The rows of a query as a folder of Parquet files."""
        self._session.sql(select).write.mode("overwrite").parquet(str(path))
