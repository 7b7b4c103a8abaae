"""A rule tried on evidence: the score with the way there, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rich.console import Console

from jixiao.evaluation.sheet import step_sentence
from jixiao.packs.flow import flow
from jixiao.reports.ruleview.lines import print_named
from jixiao.rules import Evidence, Rule, Scored, TotalRule


@dataclass(frozen=True, slots=True)
class Trial:
    """Evidence, the score that it gives (None: none, and `why`), and the steps to it."""

    given: Mapping[str, object]
    score: str | None
    why: str | None
    steps: tuple[str, ...] = ()


def trial_of(
    rule: Rule | TotalRule, weight: Fraction | None, given: Mapping[str, object], score: str | None, why: str | None
) -> Trial:
    """The trial whose outcome is known already, with its steps where the rule is one of an indicator."""
    if score is None or weight is None or not isinstance(rule, Rule):
        return Trial(given, score, why)
    outcome = rule.apply(weight, Evidence(given))
    return Trial(given, score, why, tuple(map(step_sentence, outcome.steps)) if isinstance(outcome, Scored) else ())


def print_trial(trial: Trial, console: Console) -> None:
    """The evidence, every step, and the score."""
    console.print()
    print_named("试算", flow(trial.given), console)
    for step in trial.steps:
        print_named("  ·", step, console)
    if trial.score is None:
        print_named("未得分", trial.why or "", console, "bold red")
    else:
        print_named("得分", trial.score, console)
