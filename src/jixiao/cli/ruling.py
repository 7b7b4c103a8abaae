"""The command `rule`: one sentence shown in full, or many lines answered one by one."""

import json
import sys
from collections.abc import Sequence
from fractions import Fraction

from rich.console import Console

from jixiao.cli.rulelines import answered
from jixiao.language import Unread, parse_rule
from jixiao.quantities import NumberError, parse_number
from jixiao.refusals import Problem, Refusal
from jixiao.reports.ruleview import print_reading, print_unread, reading_json

DONE, REFUSED = 0, 2


def run_rule(text: str, weight: str, target: str, criteria: Sequence[str], as_json: bool) -> int:
    """Show how the sentence is read; 2 where it is not understood."""
    whole = _weight(weight)
    reading = parse_rule(text, criteria=tuple(criteria), target=target, weight=whole)
    if as_json:
        print(json.dumps(reading_json(reading, whole), ensure_ascii=False, indent=2))
    elif isinstance(reading, Unread):
        print_unread(text, reading, _console())
    else:
        print_reading(reading, whole, _console())
    return REFUSED if isinstance(reading, Unread) else DONE


def run_rule_lines() -> int:
    """Answer every line of standard input on standard output, each as soon as it is read."""
    for answer in answered(sys.stdin.buffer):
        sys.stdout.buffer.write(answer.encode() + b"\n")
        sys.stdout.buffer.flush()
    return DONE


def _weight(text: str) -> Fraction | None:
    if not text:
        return None
    try:
        weight = parse_number(text.removesuffix("分"))
    except NumberError as error:
        raise Refusal(Problem("jixiao rule", "--weight", error.found, "权重分值", "请写成 --weight 5")) from None
    if weight <= 0:
        raise Refusal(Problem("jixiao rule", "--weight", f"“{text}”", "大于 0 的分值", "请写成 --weight 5"))
    return weight


def _console() -> Console:
    """A console for standard output; in a pipe it writes plain text, never wider than 80 columns."""
    return Console(width=None if sys.stdout.isatty() else 80, highlight=False, soft_wrap=False)
