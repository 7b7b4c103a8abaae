"""Scores that print lost: indicators of a kind share one cell, and a page break went through it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from jixiao.forms.model import IndicatorLine, Residue, ResidueKind

_WHY = "打印件里这一类指标合用的得分格是空白的（跨页的格子，字可能没有印出来），得分之和没有核对"


def lost_scores(lines: Sequence[IndicatorLine]) -> Iterator[Residue]:
    """A residue for each kind of indicator without any score, in a form in which indicators share cells of scores."""
    if not any(line.covered for line in lines):
        return
    for _, group in groupby(lines, key=lambda line: (line.block, line.level2)):
        first, *others = group
        if not first.covered and all(line.score.is_missing for line in (first, *others)):
            yield Residue(ResidueKind.UNREAD, first.name, first.block, first.level2, _WHY)
