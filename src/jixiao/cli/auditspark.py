"""The same audits on Apache Spark: the one adapter, which has every machine audit its part of the files.

Files and the folder for results must be found under the same path by every machine of the cluster; PYSPARK_PYTHON
names a Python there that has jixiao.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec

from jixiao.cli.auditjobs import Job, Outcome
from jixiao.cli.auditprocesses import in_processes
from jixiao.refusals import Problem, Refusal

_PARTS = 4  # for each processor: one slow file then leaves little undone beside it


def on_spark(jobs: Sequence[Job], limit: float) -> Iterator[Outcome]:
    """The outcomes, computed on the cluster that Spark's own settings name (this machine without any)."""
    if find_spec("pyspark") is None:
        mend = "请安装：pip install 'jixiao[spark]'（另需 Java 17 或更高版本），或去掉 --engine spark"
        raise Refusal(Problem("jixiao audit", "--engine", "没有安装的 Apache Spark", "已安装的 pyspark", mend))
    from pyspark.sql import SparkSession

    def audited(part: Iterable[Job]) -> Iterator[Outcome]:
        return in_processes(tuple(part), limit, workers=1)

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the workers take the first python of the path
    builder = SparkSession.builder.appName("jixiao audit").config("spark.ui.enabled", "false")
    session = builder.getOrCreate()
    try:
        context = session.sparkContext
        parts = min(len(jobs), _PARTS * context.defaultParallelism)
        yield from context.parallelize(jobs, parts).mapPartitions(audited).collect()
    finally:
        session.stop()
