"""Weights of indicator tables that state no scores: groups are the sums of what they hold, and the whole is 100.

A level may be weighed within its group (each group makes 100 by itself). What is printed decides which of the two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.audit.checks.scores.totals import WHOLE, figures_below
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.findings import Place, Severity
from jixiao.reading.checks import WEIGHT_SUM
from jixiao.reading.scorebook import ScoreLine, ScoreSource
from jixiao.reading.tables import Meaning
from jixiao.reading.weighttables import WeightTable, weight_tables
from jixiao.relations import Figure, Sum, Term
from jixiao.relations.checks import SUM_WEIGHTS

_HUNDRED = Fraction(100)
_NOT_A_HUNDRED = "权重合计不是 100"
_FEWEST_GROUPS = 3
_CLOSE = range(85, 116)  # what a list of weights may come to that should have come to 100
_OF_A_WHOLE = tuple(map(re.compile, ("决策|投入|过程|管理", "产出", "效益|效果|效率")))
_EXECUTION = re.compile("执行率|执行情况|支出进度")
_WITHOUT_EXECUTION = Fraction(90)


def weights(material: Material) -> Iterator[Posed | Checked]:
    """The sums of every table of weights that nothing else looks at."""
    known = _read_otherwise(material)
    for table in weight_tables(material.document):
        if table.table not in known:
            yield from _of_table(table)


def _read_otherwise(material: Material) -> set[int]:
    """The numbers of the tables whose weights are checked with their scores."""
    scored = [table for table in material.tables if table.of(Meaning.WEIGHT) and table.of(Meaning.SCORE)]
    annexed = set() if material.annex is None else {material.annex.table}
    return {table.grid.number for table in scored} | set(material.forms.grids) | annexed


def _of_table(table: WeightTable) -> Iterator[Posed | Checked]:
    source = table.source
    groups = [(line, parts) for line in source.lines if (parts := _weights_below(source, line))]
    within = [(line, parts) for line, parts in groups if _total(parts) == _HUNDRED != line.weight.known.value]
    if 2 * len(within) > len(groups):
        for _, parts in groups:
            yield Posed(_to_hundred(parts), title=_NOT_A_HUNDRED)
    else:
        for line, parts in groups:
            yield Posed(Sum.of(line.weight, parts, SUM_WEIGHTS))
    yield from _whole(source)
    for finding in table.wrong_subtotals:
        yield Checked(WEIGHT_SUM, finding, place=finding.places[0])


def _weights_below(source: ScoreSource, line: ScoreLine) -> tuple[Figure, ...]:
    """The weights that make up that of a group; none where one of them is not stated."""
    parts = tuple(figure for part in source.below(line) for figure in figures_below(source, part, _weight))
    is_stated = not any(figure.is_missing for figure in (line.weight, *parts))
    return parts if is_stated else ()


def _whole(source: ScoreSource) -> Iterator[Posed | Checked]:
    """The highest weights against the total printed, and against 100 where the table must hold a whole system."""
    parts = tuple(figure for line in source.tops for figure in figures_below(source, line, _weight))
    if not parts or any(figure.is_missing for figure in parts):
        return
    total = None if source.total is None or source.total.weight.is_missing else source.total.weight
    if total is not None:
        yield Posed(Sum.of(total, parts, SUM_WEIGHTS))
    stated = total.known.value if total is not None else _total(parts)
    at_most = _severity(source, stated)
    if at_most is not None:
        yield Posed(_to_hundred(parts if total is None else (total,)), title=_NOT_A_HUNDRED, at_most=at_most)
    elif stated != _HUNDRED:
        yield Checked.not_made(WEIGHT_SUM, "不能确定这张表列出了全部指标，权重合计是否应为 100 没有核对", _place(parts))


def _severity(source: ScoreSource, stated: Fraction) -> Severity | None:
    """How sure it is that the table holds a whole system; None where it may hold a part of one."""
    if stated == _WITHOUT_EXECUTION and not any(_EXECUTION.search(line.name) for line in source.lines):
        return None  # the ten points of the execution rate may stand elsewhere
    names = [line.name for line in source.tops]
    is_first_level = all(line.level == 1 for line in source.tops)
    is_printed = source.total is not None or not any(line.weight.is_missing for line in source.tops)
    if is_first_level and is_printed and all(any(words.search(name) for name in names) for words in _OF_A_WHOLE):
        return Severity.ERROR
    if int(stated) in _CLOSE and len(source.tops) >= _FEWEST_GROUPS:
        return Severity.WARNING
    return None


def _to_hundred(parts: Sequence[Figure]) -> Sum:
    """The weights against 100, in the unit they are printed in."""
    unit, decimals = parts[0].known.unit, max(part.known.decimals for part in parts)
    printed = replace(WHOLE.known, decimals=decimals, unit=unit, text=f"100{unit or ''}")
    return Sum(Figure("满分", printed), tuple(map(Term, parts)), SUM_WEIGHTS, prescribed=True)


def _total(parts: Sequence[Figure]) -> Fraction:
    return sum((part.known.value for part in parts), Fraction(0))


def _place(parts: Sequence[Figure]) -> Place:
    return parts[0].place


def _weight(line: ScoreLine) -> Figure:
    return line.weight
