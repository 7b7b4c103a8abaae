"""Scores that only headings and sentences state: “（一）投入（15分，得12分）”, “预算执行率指标满分5分，自评得分4分”.

County reports print them without any table. The headings tell which indicator belongs to which group.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jixiao.reading.outline import Heading
from jixiao.reading.scorebook import ScoreLine, ScoreSource
from jixiao.reading.scoresentences import StatedScore, titled_score


@dataclass(slots=True)
class _Node:
    """A heading with the score it or a sentence below it states, and the lines directly below."""

    heading: Heading
    line: ScoreLine | None
    below: "list[_Node | ScoreLine]" = field(default_factory=list)


def score_outline(headings: Sequence[Heading], stated: Sequence[StatedScore]) -> ScoreSource | None:
    """The lines that headings with scores make, with the sentences below them; None where no heading has a score."""
    sentences: dict[Heading, list[ScoreLine]] = {}
    for each in stated:
        if each.passage.section and not each.is_total and _is_full(each.line):
            sentences.setdefault(each.passage.section[-1], []).append(each.line)
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for heading in headings:
        while open_nodes and open_nodes[-1].heading.rank >= heading.rank:
            open_nodes.pop()
        node = _node(heading, sentences.get(heading, []))
        (open_nodes[-1].below if open_nodes else roots).append(node)
        open_nodes.append(node)
    lines = list(_lines(roots, None, 0, []))
    return ScoreSource("正文各标题", tuple(lines), None) if any(map(titled_score, headings)) and lines else None


def _node(heading: Heading, inside: Sequence[ScoreLine]) -> _Node:
    own = titled_score(heading)
    if own is None:
        return _Node(heading, None, list(inside))
    others = [line for line in inside if line.key != own.key]
    return _Node(heading, own, list({line.key: line for line in others}.values()))


def _is_full(line: ScoreLine) -> bool:
    return not (line.weight.is_missing or line.score.is_missing)


def _lines(
    nodes: "Sequence[_Node | ScoreLine]", above: int | None, level: int, made: list[ScoreLine]
) -> Iterator[ScoreLine]:
    """The lines of the nodes and of all below; a heading without a score hands its place on to what is below it."""
    for node in nodes:
        line = node if isinstance(node, ScoreLine) else node.line
        inner = (above, level)
        if line is not None:
            line = replace(line, number=len(made), above=above, level=level + 1)
            made.append(line)
            inner = (line.number, line.level)
            yield line
        if isinstance(node, _Node):
            yield from _lines(node.below, *inner, made)
