"""The way to every score as the page shows it: the rule, what is told, each step, the facts with their sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from jixiao.evaluation import Case, ScoreSheet
from jixiao.evaluation.sheet import STATUS_NAMES, IndicatorScore, NodeScore, step_sentence
from jixiao.facts import Fact
from jixiao.reports.content.steptext import DATA
from jixiao.reports.usedfacts import facts_by_label, stated
from jixiao.reports.wording import points, rows_of, total_text


@dataclass(frozen=True, slots=True)
class Source:
    """Facts a derivation uses that come from one file: where they stand in it, and the evidence behind them."""

    name: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A derivation: `anchor` leads to it, `score` is what it comes to; of an indicator also its rule and facts.

    The text tells everything in one paragraph, the evidence too; the steps are the arithmetic line by line.
    """

    anchor: str
    title: str
    score: str
    status: str
    rule: str
    text: str
    steps: tuple[str, ...]
    sources: tuple[Source, ...] = ()


def ways_of(case: Case, sheet: ScoreSheet) -> Mapping[str, Shown]:
    """The derivation of every node by its code, and that of the total under ""."""
    facts = facts_by_label(case)
    titles = {entry.id: f"{entry.id} {entry.title}" for entry in case.content.evidence}
    nodes = {node.code: _shown(node, facts, titles) for _, node in rows_of(sheet.levels)}
    return {**nodes, "": _total(sheet)}


def anchors_of(sheet: ScoreSheet) -> Mapping[str, str]:
    """Where an indicator leads under the name that tables give it, its code with its name.

    A group below the second level has no derivation on the page.
    """
    return {
        f"{node.code} {node.name}": anchor_of(node.code)
        for depth, node in rows_of(sheet.levels)
        if depth < 2 or isinstance(node, IndicatorScore)
    }


def anchor_of(code: str) -> str:
    """The id of the derivation of a node, of the total without a code; an id holds no blanks.

    >>> anchor_of("A1.1"), anchor_of("A 1"), anchor_of("")
    ('score-A1.1', 'score-A%201', 'total')
    """
    return f"score-{quote(code, safe='')}" if code else "total"


def _shown(node: NodeScore, facts: Mapping[str, Fact], titles: Mapping[str, str]) -> Shown:
    leaf = node if isinstance(node, IndicatorScore) else None
    return Shown(
        anchor_of(node.code),
        f"{node.code} {node.name}",
        points(node.score),
        "" if node.status == "scored" else STATUS_NAMES[node.status],
        leaf.indicator.rule_text if leaf else "",
        node.derivation.text,
        tuple(step_sentence(step) for step in node.derivation.steps if not step.text.startswith(DATA)) if leaf else (),
        tuple(_sources(leaf.facts, facts, titles)) if leaf else (),
    )


def _sources(labels: Sequence[str], facts: Mapping[str, Fact], titles: Mapping[str, str]) -> Iterator[Source]:
    """The facts under the labels, those from one file with the same evidence together."""
    together: dict[str, list[str]] = {}
    for label in labels:
        fact = facts[label]
        name = "，".join((fact.origin.file, *(titles[each] for each in fact.sources)))
        place = f"（{fact.origin.in_file}）" if fact.origin.in_file else ""
        together.setdefault(name, []).append(f"{label} {stated(fact)}{place}")
    for name, used in together.items():
        yield Source(name, tuple(used))


def _total(sheet: ScoreSheet) -> Shown:
    """The total: the first-level scores, then what the rules about the total do."""
    scores = "，".join(f"{level.name} {points(level.score)}" for level in sheet.levels)
    text = f"各一级指标得分：{scores}。总分 {total_text(sheet.in_force)}。"
    return Shown(
        anchor_of(""), "总分", total_text(sheet.in_force), "", "", text, tuple(map(step_sentence, sheet.in_force.steps))
    )
