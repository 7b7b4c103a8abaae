"""The process in which someone else's template is rendered: a job on standard input, the file on standard output."""

import base64
import json
import sys
from dataclasses import asdict
from typing import Any

from jixiao.packs.limits import limit_process
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
    limit_process(limits.memory, limits.seconds)
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


if __name__ == "__main__":
    sys.exit(main())
