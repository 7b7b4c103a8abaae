"""How often and how long: a median over enough runs, in-process or as a whole command."""

import os
import platform
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

ENOUGH_SECONDS, FEWEST_RUNS = 2.0, 11


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one piece of work over several runs, after one that does not count."""

    median: float
    fastest: float
    runs: int


def timed(work: Callable[[], object]) -> Timing:
    """Run the work until ENOUGH_SECONDS are spent and FEWEST_RUNS are done."""
    work()
    taken: list[float] = []
    while len(taken) < FEWEST_RUNS or sum(taken) < ENOUGH_SECONDS * 1000:
        begun = perf_counter()
        work()
        taken.append((perf_counter() - begun) * 1000)
    return Timing(statistics.median(taken), min(taken), len(taken))


def command(arguments: Sequence[str | Path]) -> Callable[[], None]:
    """The work of starting a program and waiting for its end, which must be silent on standard error.

    Exit code 1 is an end too: findings were made.
    """

    def work() -> None:
        done = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode not in (0, 1) or done.stderr:
            raise SystemExit(f"{' '.join(map(str, arguments))} ended with {done.returncode}\n{done.stderr}")

    return work


def machine() -> str:
    """The machine in one line: processor, cores, memory, system, Python."""
    info = Path("/proc/cpuinfo")
    names = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    processor = names[0] if names else platform.processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{processor}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, {python}, {date.today()}"
