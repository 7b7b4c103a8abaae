"""Someone else's template, checked and rendered in a process of its own with limits of time, memory and size."""

import base64
import json
import subprocess
import sys
from dataclasses import asdict, dataclass

from jixiao.refusals import Problem, Refusal
from jixiao.reports.word.context import Context

RENDERED, REFUSED = 0, 3
FEWER_LOOPS = "请检查是不是循环套循环，减少层数"


@dataclass(frozen=True, slots=True)
class Limits:
    """What rendering a template may take: seconds, bytes of memory, characters of text."""

    seconds: int = 30
    memory: int = 1 << 30
    characters: int = 50_000_000


def render_apart(template: bytes, file: str, context: Context, limits: Limits | None = None) -> bytes:
    """The template filled in; Refusal where it fails its check, exceeds a limit or ends the process it runs in."""
    limits = limits or Limits()
    job = {
        "template": base64.b64encode(template).decode(),
        "file": file,
        "content": context.content.__name__,
        "values": context.values,
        "limits": asdict(limits),
    }
    # -P: a module that lies in the folder of the case is not taken for one of ours.
    command = [sys.executable, "-P", "-m", "jixiao.reports.word.child"]
    try:
        answer = subprocess.run(
            command, input=json.dumps(job).encode(), capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        found = f"{limits.seconds} 秒内没有填完的模板"
        raise Refusal(Problem(file, "", found, "很快就能填完的模板", FEWER_LOOPS)) from None
    if answer.returncode == RENDERED:
        return answer.stdout
    if answer.returncode == REFUSED:
        raise Refusal(*(Problem(**problem) for problem in json.loads(answer.stdout)))
    refusal = Refusal(Problem(file, "", "填写时中断的模板", "能够填完的模板", "请从默认模板重新改起"))
    refusal.add_note(answer.stderr.decode(errors="replace"))
    raise refusal
