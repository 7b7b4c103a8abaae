"""What sentences state in figures: formulas, compositions, growth, counts."""

from collections.abc import Iterator

from jixiao.audit.checks.sentences.breakdowns import breakdowns
from jixiao.audit.checks.sentences.formulas import formulas
from jixiao.audit.checks.sentences.selfscores import self_scores
from jixiao.audit.material import Material
from jixiao.audit.posing import Checked, Posed


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations within the sentences of the running text."""
    for found in material.mentions:
        if found:
            yield from formulas(found)
            yield from breakdowns(found)
            yield from self_scores(found)
