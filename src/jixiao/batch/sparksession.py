"""The session on Apache Spark that every command shares: which one, and what is said where Spark is missing."""

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

from jixiao.refusals import Problem, Refusal


def spark_session(command: str, settings: Mapping[str, str] = MappingProxyType({})) -> Any:
    """The session on the cluster that Spark's own settings name (this machine without any), called after the command.

    PYSPARK_PYTHON names the Python of the workers, by default this one. Raises `Refusal` without pyspark.
    """
    if find_spec("pyspark") is None:
        mend = "请安装：pip install 'jixiao[spark]'（另需 Java 17 或更高版本），或去掉 --engine spark"
        raise Refusal(Problem(command, "--engine", "没有安装的 Apache Spark", "已安装的 pyspark", mend))
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the workers take the first python of the path
    builder = SparkSession.builder.appName(command).config("spark.ui.enabled", "false")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
