"""How long a million forms take: a store verified by DuckDB, beside Spark and the same checks row by row."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from benchmarks.formstore import LINES_OF_A_FORM, write_store
from jixiao.batch.embedded import DuckDB
from jixiao.batch.engines import Engine
from jixiao.batch.rowwise import verify_rowwise
from jixiao.batch.sampling import draw
from jixiao.batch.statistics import By, candidates, score_distribution, second_looks, statistics, summarise
from jixiao.batch.store import read_all
from jixiao.batch.verification import Failure, failures, verify
from jixiao.batch.wording import findings

MANY, FEWER, FEW = 1_000_000, 100_000, 2_000
_RUNS = 3


def table() -> Iterator[str]:
    """The lines of the Markdown table: the fastest of three runs, each in a process of its own."""
    yield "| forms | what | engine | seconds | a second | most memory, GB |"
    yield "| --: | --- | --- | --: | --: | --: |"
    found: dict[int, set[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count, engine in ((MANY, "duckdb"), (FEWER, "duckdb"), (FEWER, "spark"), (FEW, "duckdb"), (FEW, "rows")):
            if engine == "spark" and find_spec("pyspark") is None:
                continue
            store = Path(folder) / str(count)
            if not store.exists():
                write_store(store, count)
            runs = [_measured(store, engine) for _ in range(_RUNS if engine != "spark" else 1)]
            if len({run.found for run in runs} | found.setdefault(count, set())) > 1:
                raise SystemExit(f"{count} forms: the engines differ")
            found[count].add(runs[0].found)
            for what in runs[0].seconds:
                seconds = min(run.seconds[what] for run in runs)
                memory = max(run.memory for run in runs)
                yield f"| {count:,} | {what} | {engine} | {seconds:.1f} | {count / seconds:,.0f} | {memory:.1f} |"


@dataclass(frozen=True)
class Run:
    """What took how many seconds, the most memory of the process in GB, and a digest of everything found."""

    seconds: dict[str, float]
    memory: float
    found: str


def _measured(store: Path, engine: str) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.forms", store, engine], stdout=subprocess.PIPE, check=True, text=True
    )
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def _run(store: Path, name: str) -> Run:
    begun = perf_counter()
    if name == "rows":
        _, found = verify_rowwise(read_all(store))
        seconds = {"verified row by row with exact fractions": perf_counter() - begun}
        return _told(seconds, found)
    with _opened(store, name) as engine:
        verify(engine)
        found = list(failures(engine))
        seconds = {f"verified, {LINES_OF_A_FORM} indicators and 5 other rows each": perf_counter() - begun}
        if name == "duckdb" and len(found) > FEW:
            seconds |= _further(engine)
    return _told(seconds, found)


def _further(engine: Engine) -> dict[str, float]:
    begun = perf_counter()
    summarise(engine)
    for by in By:
        list(statistics(engine, by))
    score_distribution(engine, By.PROVINCE)
    second_looks(engine, 100)
    counted = perf_counter()
    draw(candidates(engine), 500, seed=1)
    drawn = perf_counter()
    worded = sum(1 for _ in findings(engine))
    return {
        "counted by department, place, province, year, profile, grade; 100 second looks": counted - begun,
        "a sample of 500 drawn": drawn - counted,
        f"{worded:,} findings in words, each decided again": perf_counter() - drawn,
    }


def _opened(store: Path, name: str) -> AbstractContextManager[Engine]:
    if name == "duckdb":
        return DuckDB(store, memory="3GB", threads=2)
    from jixiao.batch.spark import Spark

    return Spark(store)


def _told(seconds: dict[str, float], found: list[Failure]) -> Run:
    return Run(seconds, getrusage(RUSAGE_SELF).ru_maxrss / 1e6, sha256(repr(found).encode()).hexdigest())


if __name__ == "__main__":
    print(json.dumps(asdict(_run(Path(sys.argv[1]), sys.argv[2]))))
