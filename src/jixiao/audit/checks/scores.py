"""Score tables: 得分率 of every row, and the sums of weights and scores over all levels."""

from collections.abc import Iterator

from jixiao.audit.material import Material
from jixiao.audit.posing import Posed
from jixiao.reading.tables import Meaning, TypedTable
from jixiao.relations import Quotient


def relations(material: Material) -> Iterator[Posed]:
    """The relations of every table with weights and scores."""
    for table in material.tables:
        if table.of(Meaning.WEIGHT) and table.of(Meaning.SCORE):
            yield from _rates(table)


def _rates(table: TypedTable) -> Iterator[Posed]:
    """得分率 = 得分 ÷ 权重 of every row that prints the three."""
    (weight, *_), (score, *_) = table.of(Meaning.WEIGHT), table.of(Meaning.SCORE)
    for rate in table.of(Meaning.SCORE_RATE):
        for row in table.rows:
            figures = table.figure(row, rate), table.figure(row, score), table.figure(row, weight)
            if not any(figure.is_missing for figure in figures):
                yield Posed(Quotient(*figures))
