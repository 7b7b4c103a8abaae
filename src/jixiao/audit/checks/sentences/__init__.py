"""What sentences state in figures: formulas, compositions, growth, rates, differences, counts."""

from collections.abc import Callable, Iterator, Sequence

from jixiao.audit.checks.sentences.breakdowns import breakdowns
from jixiao.audit.checks.sentences.differences import differences
from jixiao.audit.checks.sentences.formulas import formulas
from jixiao.audit.checks.sentences.growth import growths
from jixiao.audit.checks.sentences.rates import rates
from jixiao.audit.checks.sentences.selfscores import self_scores
from jixiao.audit.material import Material
from jixiao.audit.posing import Checked, Posed
from jixiao.reading.mentions import Mention

_OF_SENTENCES: tuple[Callable[[Sequence[Mention]], Iterator[Posed | Checked]], ...] = (
    formulas,
    breakdowns,
    growths,
    rates,
    differences,
    self_scores,
)


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations within the sentences of the running text."""
    for found in material.mentions:
        if found:
            for each in _OF_SENTENCES:
                yield from each(found)
