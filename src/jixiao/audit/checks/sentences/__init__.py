"""What sentences state in figures: formulas, compositions, growth, rates, differences, counts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from jixiao.audit.checks.sentences.announced import announced
from jixiao.audit.checks.sentences.averages import averages, unit_prices
from jixiao.audit.checks.sentences.balances import balances
from jixiao.audit.checks.sentences.breakdowns import breakdowns
from jixiao.audit.checks.sentences.catalogue import SENTENCE_CHECKS
from jixiao.audit.checks.sentences.comparisons import comparisons, identities
from jixiao.audit.checks.sentences.conversions import conversions
from jixiao.audit.checks.sentences.differences import differences
from jixiao.audit.checks.sentences.formulas import formulas
from jixiao.audit.checks.sentences.growth import growths
from jixiao.audit.checks.sentences.lists import lists
from jixiao.audit.checks.sentences.points import point_changes
from jixiao.audit.checks.sentences.rates import rates
from jixiao.audit.checks.sentences.selfscores import self_gaps, self_scores
from jixiao.audit.checks.sentences.shares import named_wholes, shares
from jixiao.audit.checks.sentences.tallies import tallies
from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.reading.mentions import Mention
from jixiao.relations import Figure

__all__ = ["SENTENCE_CHECKS", "relations"]

_ANYWHERE: tuple[Callable[[Sequence[Mention]], Iterator[Posed | Checked]], ...] = (
    formulas,
    breakdowns,
    balances,
    lists,
    growths,
    rates,
    differences,
    comparisons,
    point_changes,
    conversions,
    identities,
    averages,
    unit_prices,
)


def relations(material: Material) -> Iterator[Posed | Checked]:
    """The relations within the sentences of the running text, and of the cells that hold sentences."""
    for passage in material.passages:
        yield from announced(passage)
    wholes = named_wholes(material.mentions)
    for found in (*material.mentions, *material.mentions_in_cells):
        if found:
            yield from map(_told_once, shares(found, wholes))
            for each in _ANYWHERE:
                yield from map(_told_once, each(found))
    yield from tallies(material)
    evaluated = _evaluated(material)
    for found in material.mentions:
        if found:
            yield from self_scores(found)
            yield from self_gaps(found, evaluated)


def _evaluated(material: Material) -> Figure | None:
    """The score of the whole evaluation, where the text states just one."""
    totals = [each.line.score for each in material.stated_scores if each.is_total and not each.of_self]
    stated = {total.known.value: total for total in totals if not total.is_missing}
    return next(iter(stated.values())) if len(stated) == 1 else None


def _told_once(one: Posed | Checked) -> Posed | Checked:
    """A sentence that an annex repeats fails once, with all its places."""
    if isinstance(one, Posed):
        printed = "".join(str(figure) for figure in one.relation.figures)
        return replace(one, group=f"{one.relation.statement}{printed}")
    return one if one.finding is None else replace(one, group=one.finding.title)
