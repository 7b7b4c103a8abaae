"""The process in which someone else's template is rendered: a job on standard input, the file on standard output."""

import base64
import json
import sys
from dataclasses import asdict
from typing import Any

from jixiao.refusals import Problem, Refusal
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.apart import FEWER_LOOPS, REFUSED, RENDERED, Limits
from jixiao.reports.word.checking import check
from jixiao.reports.word.filling import TooLong, filled

_CONTENTS = {content.__name__: content for content in (Report, Plan)}


def main() -> int:
    """Render one job; the exit code says whether the output is the file or the problems of its refusal."""
    job = json.load(sys.stdin.buffer)
    limits = Limits(**job["limits"])
    _limit(limits)
    try:
        sys.stdout.buffer.write(_rendered(job, limits))
    except Refusal as refusal:
        sys.stdout.buffer.write(json.dumps([asdict(problem) for problem in refusal.problems]).encode())
        return REFUSED
    return RENDERED


def _rendered(job: dict[str, Any], limits: Limits) -> bytes:
    template, file = base64.b64decode(job["template"]), job["file"]
    try:
        check(template, file, _CONTENTS[job["content"]])
        return filled(template, file, job["values"], limits.characters)
    except (TooLong, MemoryError):
        raise Refusal(Problem(file, "", "内容过多的模板", "篇幅合理的模板", FEWER_LOOPS)) from None


def _limit(limits: Limits) -> None:
    """Have the system hold this process to its limits, where the system can, should nobody stop it from outside."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, limits.memory), (resource.RLIMIT_CPU, limits.seconds + 1)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS knows no limit of memory
            continue


if __name__ == "__main__":
    sys.exit(main())
