"""The command `rule`: one sentence shown in full, or many lines answered one by one."""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from rich.console import Console

from jixiao.cli.ruleanswers import Question, answer
from jixiao.cli.rulelines import answered
from jixiao.language import Read, Unread, parse_rule
from jixiao.packs.flow import read_flow
from jixiao.quantities import NumberError, parse_number
from jixiao.refusals import Problem, Refusal
from jixiao.reports.ruleview import Trial, print_reading, print_trial, print_unread, reading_json, trial_of

DONE, REFUSED = 0, 2


def run_rule(question: Question, as_json: bool) -> int:
    """Show how the sentence is read, and what it gives for evidence; 2 where there is no reading, or no score."""
    reading = parse_rule(question.text, criteria=question.criteria, target=question.target, weight=question.weight)
    trial = _trial(question, reading) if isinstance(reading, Read) and question.given is not None else None
    if as_json:
        print(json.dumps(_json(reading, question.weight, trial), ensure_ascii=False, indent=2))
    elif isinstance(reading, Unread):
        print_unread(question.text, reading, _console())
    else:
        print_reading(reading, question.weight, _console())
        if trial is not None:
            print_trial(trial, _console())
    return REFUSED if isinstance(reading, Unread) or (trial is not None and trial.score is None) else DONE


def _trial(question: Question, reading: Read) -> Trial:
    found = answer(question)
    return trial_of(reading.rule, question.weight, question.given or {}, found.score, found.why)


def _json(reading: Read | Unread, weight: Fraction | None, trial: Trial | None) -> dict[str, object]:
    tree = reading_json(reading, weight)
    if trial is not None:
        tree["trial"] = {"score": trial.score, "why": trial.why, "steps": list(trial.steps)}
    return tree


def run_rule_lines() -> int:
    """Answer every line of standard input on standard output, each as soon as it is read."""
    for line in answered(sys.stdin.buffer):
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    return DONE


def question_typed(text: str, weight: str, target: str, criteria: tuple[str, ...], given: str) -> Question:
    """The question of a command line; Refusal where the weight or the evidence cannot be read."""
    return Question(text, _weight(weight), target, criteria, _given(given) if given else None)


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


_TYPED = '请写成 --input "rate: 93%" 或 --input "met: [true, false]"，冒号后空一格'


def _given(text: str) -> Mapping[str, object]:
    try:
        given = read_flow(text, "jixiao rule")
    except Refusal as refusal:
        raise Refusal(*(replace(problem, place="--input", mend=_TYPED) for problem in refusal.problems)) from None
    if not isinstance(given, Mapping) or "" in given.values():
        raise Refusal(Problem("jixiao rule", "--input", f"“{text}”", "每个键都有值的数据", _TYPED))
    return given


def _console() -> Console:
    """A console for standard output; in a pipe it writes plain text, never wider than 80 columns."""
    return Console(width=None if sys.stdout.isatty() else 80, highlight=False, soft_wrap=False)
