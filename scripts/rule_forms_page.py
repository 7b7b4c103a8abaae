"""Writes docs/rule-forms.md from the catalogue of rule forms, each form with a case worked by the program.

A test compares the committed page with what this gives, so that the page cannot tell what the program does not do.
"""

from fractions import Fraction
from pathlib import Path

from jixiao.packs.flow import flow
from jixiao.packs.forms import Case, Form, Group, form_groups
from jixiao.packs.trees import Tree
from jixiao.rules import Evidence, Rule, Scored

PAGE = Path(__file__).parents[1] / "docs/rule-forms.md"

_HEAD = """# Forms of scoring rules

Written scoring rules in China come in the forms below. Each is composed of a few parts (`src/jixiao/rules/parts`); none
has a class of its own. The sentences are examples of ours. The formal form is what stands in `indicators.yaml` under
`rule`, beside `text` and `source`; for rules about the total it is what stands in `case.yaml` under `total_rules`.

The worked case gives the evidence, under the keys of the data format, and the last line of the derivation. All cases,
with their edges, stand in `src/jixiao/packs/data/rule-forms.yaml`; their scores were worked out by hand and are tested.

This page is written by `scripts/rule_forms_page.py`; do not edit it.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([_HEAD, *(section(group) for group in form_groups())])


def section(group: Group) -> str:
    """One group as a heading and a table."""
    lines = [
        f"## {group.group} {group.name}\n",
        "| id | name | meaning | sentence | formal form | worked case |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    return "\n".join([*lines, *(row(form) for form in group.forms), ""])


def row(form: Form) -> str:
    """One form as a row of the table."""
    cells = (f"`{form.id}`", form.name, form.meaning, sentence(form), f"`{formal(form)}`", worked(form))
    return f"| {' | '.join(cells)} |"


def sentence(form: Form) -> str:
    """The example sentence; rules about the total are named by their events."""
    return str(form.rule["text"]) if form.rule else "、".join(rule["name"] for rule in form.total_rules)


def formal(form: Form) -> str:
    """The formal form on one line, as YAML."""
    if form.total_rules:
        return flow([dict(rule) for rule in form.total_rules])
    parts = {key: tree for key, tree in form.rule.items() if key not in ("text", "source")}
    return ", ".join(f"{key}: {flow(tree)}" for key, tree in parts.items())


def worked(form: Form) -> str:
    """The first case of a form: its evidence and what comes of it."""
    case = form.cases[0]
    given = ", ".join(f"{key}: {flow(value)}" for key, value in case.input.items())
    weight = f"{form.weight} points, " if form.weight and "items" not in case.input else ""
    return f"{weight}`{given}`: {outcome(form, case)}"


def outcome(form: Form, case: Case) -> str:
    """The score of a case, with the arithmetic that yields it where a rule of an indicator computes it."""
    reached = "".join(f", grade at most {grade}" for grade in case.grade_caps)
    reached += "" if case.paid is None else f", paid in full: {'yes' if case.paid == '是' else 'no'}"
    if form.total_rules or "items" in case.input:
        return f"**{case.score}**{reached}"
    scored = Rule.read(read(form.rule), int(form.criteria)).apply(Fraction(form.weight), Evidence(case.values()))
    if not isinstance(scored, Scored):
        raise SystemExit(f"{form.id}: the first case gives no score: {scored}")
    expression = scored.steps[-1].expression
    return f"**{scored.score}**" if expression is None else f"`{expression}` = **{scored.score}**"


def read(tree: object) -> Tree:
    """What a model keeps as an object, as the tree it was read from."""
    if isinstance(tree, dict):
        return {str(key): read(value) for key, value in tree.items()}
    return [read(value) for value in tree] if isinstance(tree, list) else str(tree)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
