"""Verification on Apache Spark says what it says without: of files read by the cluster, and of a store."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import polars
import pytest
from tests.cli.front_door import Answer, FrontDoor
from tests.cli.verify_samples import SOUND, TOO_MUCH
from tests.world.growing import department
from tests.world.layouts import pages
from tests.world.measuring import FORMS, planted
from tests.world.paper import write

pytestmark = pytest.mark.system


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forms of several profiles with faults, summaries beside them, and a file that cannot be read."""
    files = tmp_path / "全市"
    SOUND.write(files / "甲/一.html")
    TOO_MUCH.write(files / "甲/二.html")
    (files / "断.docx").write_bytes(b"PK\x03\x04 broken")
    for key in ("A", "D"):
        for number, each in enumerate(islice(planted(department(3, key, FORMS), 3), 2)):
            (files / key).mkdir(exist_ok=True)
            write(pages(each.department), files / key / f"{number}.html")
    return files


def on_spark(*arguments: object) -> Answer:
    """The answer of the command with `--engine spark`, in a process of its own, as Spark ends with it."""
    command = [sys.executable, "-c", "from jixiao.cli import main; main()", *map(str, arguments), "--engine", "spark"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=600)
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


def test_files_read_by_a_cluster_give_the_same_answer_and_the_same_store(
    jixiao: FrontDoor, folder: Path, tmp_path: Path
) -> None:
    local = jixiao("verify", folder, "--json", "--store", tmp_path / "库")
    spark = on_spark("verify", folder, "--json", "--store", tmp_path / "库2")
    assert (spark.code, spark.out) == (local.code, local.out)
    for table in ("forms", "lines", "noted", "listed"):
        stored = [polars.read_parquet(tmp_path / name / table / "*.parquet") for name in ("库", "库2")]
        assert stored[0].equals(stored[1])


def test_a_store_verified_by_spark_has_the_findings_that_duckdb_tells(
    jixiao: FrontDoor, folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "库"
    jixiao("verify", folder, "--store", store)
    local = jixiao("verify", store, "--json", "--out", tmp_path / "本机")
    spark = on_spark("verify", store, "--json", "--out", tmp_path / "集群")
    assert (spark.code, spark.out) == (local.code, local.out)
    by = ["file", "form", "nth", "rule", "title", "where_text"]
    duckdb = polars.read_parquet(tmp_path / "本机/findings.parquet").sort(by)
    clustered = polars.read_parquet(tmp_path / "集群/findings.parquet/*.parquet").sort(by)
    assert len(duckdb) > 20
    assert clustered.equals(duckdb)
