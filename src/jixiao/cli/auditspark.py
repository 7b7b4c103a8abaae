"""The work of a command on many files on Apache Spark: the one adapter, which has every machine do its part of them.

Files and the folder for results must be found under the same path by every machine of the cluster; PYSPARK_PYTHON
names a Python there that has jixiao.
"""

from collections.abc import Iterable, Iterator, Sequence

from jixiao.batch.sparksession import spark_session
from jixiao.cli.auditjobs import Job, Outcome, run_job
from jixiao.cli.auditprocesses import Run, in_processes

_PARTS = 4  # for each processor: one slow file then leaves little undone beside it


def on_spark(jobs: Sequence[Job], limit: float, run: Run = run_job, command: str = "jixiao audit") -> Iterator[Outcome]:
    """The outcomes, computed on the cluster that Spark's own settings name (this machine without any)."""

    def done(part: Iterable[Job]) -> Iterator[Outcome]:
        return in_processes(tuple(part), limit, workers=1, run=run)

    session = spark_session(command)
    try:
        context = session.sparkContext
        parts = min(len(jobs), _PARTS * context.defaultParallelism)
        yield from context.parallelize(jobs, parts).mapPartitions(done).collect()
    finally:
        session.stop()
