"""How a document cuts its numbers, and the verdicts on all its relations under that convention.

Rounding to nearest is assumed. A document that cuts digits off fails many relations at once; the convention is then
the finding, not each failure.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.findings import Verdict
from jixiao.quantities import Convention, Printed
from jixiao.relations.assessments import Assessment, Summary
from jixiao.relations.relation import Relation

_FEWEST_FAILURES = 2  # one failure is a mistake; a convention shows in several


@dataclass(frozen=True, slots=True)
class Assessed:
    """Relations with their verdicts under the convention of their document.

    `cut_off` holds the relations that fail if the numbers are taken to be rounded, where they were cut off instead.
    """

    pairs: tuple[tuple[Relation, Assessment], ...]
    convention: Convention = Convention.NEAREST
    cut_off: tuple[Relation, ...] = ()

    @property
    def summary(self) -> Summary:
        """How many relations ended on which verdict."""
        return Summary.of(assessment for _, assessment in self.pairs)

    @property
    def not_checked(self) -> tuple[tuple[Relation, str], ...]:
        """The undecided relations, each with its reason."""
        return tuple((r, a.because) for r, a in self.pairs if a.verdict is Verdict.UNDECIDED)


def assess_all(relations: Iterable[Relation]) -> Assessed:
    """Assess the relations of one document under one convention.

    Truncation is assumed only if several relations fail without it and no relation fails with it.
    """
    listed = tuple(relations)
    rounded = tuple((relation, relation.assess()) for relation in listed)
    failing = [place for place, (_, assessment) in enumerate(rounded) if assessment.verdict is Verdict.IMPOSSIBLE]
    if len(failing) < _FEWEST_FAILURES:
        return Assessed(rounded)
    if not all(listed[place].read(Printed.truncated).assess().verdict.is_possible for place in failing):
        return Assessed(rounded)
    cut = tuple((reading, reading.assess()) for reading in (relation.read(Printed.truncated) for relation in listed))
    if any(assessment.verdict is Verdict.IMPOSSIBLE for _, assessment in cut):
        return Assessed(rounded)
    return Assessed(cut, Convention.TRUNCATION, tuple(listed[place] for place in failing))
