"""Jobs in processes beside each other: a file that ends its process or takes too long stops no other."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from time import monotonic

from jixiao.cli.auditjobs import Job, Outcome, run_job
from jixiao.refusals import Problem

_MOST = 60  # Windows waits for no more at once
_SPAWN = get_context("spawn")


Run = Callable[[Job], Outcome]
"""What is done with a file; a function of a module, since other processes have to find it."""


def in_processes(jobs: Sequence[Job], limit: float, workers: int = 0, run: Run = run_job) -> Iterator[Outcome]:
    """The outcomes as they come, from as many processes as this machine has processors, unless told how many.

    A file that takes more than `limit` seconds is given up, with its process. One whose process ends is tried once
    more when all others are done, alone (it may have been the memory that the others took), and then refused.
    """
    ended: list[Job] = []
    yield from _beside(jobs, limit, workers or os.cpu_count() or 1, run, ended)
    ended_alone: list[Job] = []
    for job in ended:
        yield from _beside([job], limit, 1, run, ended_alone)
    yield from map(_ended, ended_alone)


def _beside(jobs: Sequence[Job], limit: float, workers: int, run: Run, ended: list[Job]) -> Iterator[Outcome]:
    """The outcomes of all jobs but those whose process ended, which are told in `ended`."""
    left = deque(jobs)
    idle = [_Worker(run) for _ in range(min(workers, len(jobs), _MOST))]
    busy: list[_Worker] = []
    try:
        while left or busy:
            while left and idle:
                busy.append(idle.pop())
                busy[-1].begin(left.popleft(), limit)
            for worker in _ready(busy):
                busy.remove(worker)
                job, outcome = worker.job, worker.outcome()
                idle.append(worker if worker.lives() else _Worker(run))
                if outcome is None:
                    ended.append(job)
                else:
                    yield outcome
    finally:
        for worker in (*idle, *busy):
            worker.end()


def _ready(busy: Sequence["_Worker"]) -> list["_Worker"]:
    """Those that have an answer, have ended or are over their time, as soon as there is any."""
    first_end = min(worker.until for worker in busy)
    answering = wait([worker.answers for worker in busy], max(0, first_end - monotonic()))
    now = monotonic()
    return [worker for worker in busy if worker.answers in answering or worker.until <= now]


class _Worker:
    """A process that does the same with one file after another, and the file it is at."""

    def __init__(self, run: Run) -> None:
        self.answers, jobs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(jobs, run), daemon=True)
        self._process.start()
        jobs.close()  # else the end of the process is not seen

    def begin(self, job: Job, limit: float) -> None:
        """Hand it a file; that it has ended meanwhile is seen when its answer is asked for."""
        self.job, self.limit, self.until = job, limit, monotonic() + limit
        with suppress(OSError):
            self.answers.send(job)

    def outcome(self) -> Outcome | None:
        """What came of the file; None if the process has ended over it. One over its time is ended here."""
        if not wait([self.answers], 0):
            self.end()
            return _overdue(self.job, self.limit)
        try:
            answer: Outcome = self.answers.recv()
        except (EOFError, OSError):
            self.end()
            return None
        return answer

    def lives(self) -> bool:
        """Whether it can be handed another file."""
        return not self.answers.closed

    def end(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.answers.close()


def _work(jobs: Connection, run: Run) -> None:
    """What a process does: run each file it is handed, until nobody hands it any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the command has its own process end this one
    with suppress(EOFError):
        while True:
            jobs.send(_done(jobs.recv(), run))


def _done(job: Job, run: Run) -> Outcome:
    try:
        return run(job)
    except Exception as error:  # noqa: BLE001  a mistake of the program in one file must not cost the others
        found = f"程序未能处理的内容（{type(error).__name__}：{error}）"
        return _refused(job, found, "可以核查的文件", "请把这份文件单独核查一次，并报告这个问题")


def _ended(job: Job) -> Outcome:
    return _refused(job, "使程序意外结束的文件", "可以读取的文件", "请用 Word、Excel 或 WPS 打开后另存一次")


def _refused(job: Job, found: str, expected: str, mend: str) -> Outcome:
    return Outcome(job, refused=(str(Problem(job.name, "", found, expected, mend)),))


def _overdue(job: Job, limit: float) -> Outcome:
    mend = f"请单独核查这份文件，或放宽时限，例如 --time-limit {4 * limit:g}"
    return Outcome(job, refused=(f"{job.name}：核查超过 {limit:g} 秒仍未完成，已停止。{mend}。",), overdue=True)
