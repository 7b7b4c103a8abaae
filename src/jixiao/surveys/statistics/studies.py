"""The whole study: its groups put together as it says, beside the other voices."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.findings import Finding
from jixiao.surveys.results import GroupResult, StudyResult, VoiceResult
from jixiao.surveys.statistics.findings import underrepresented
from jixiao.surveys.study import Study


def study_result(study: Study, groups: Sequence[GroupResult], voices: Sequence[VoiceResult] = ()) -> StudyResult:
    """The study from its groups; no composite over them where one of them has none.

    按答卷数 weighs the groups by their valid sheets, 按权重 by the weights of the study, 等权 all alike; unrounded.
    """
    return StudyResult(study, tuple(groups), _over_all(study, groups), tuple(voices), tuple(_findings(study, groups)))


def _over_all(study: Study, groups: Sequence[GroupResult]) -> Fraction | None:
    weighed = [(_weight(study, group), group.composite) for group in groups]
    known = [(weight, value) for weight, value in weighed if value is not None]
    whole = sum((weight for weight, _ in known), Fraction(0))
    if len(known) < len(weighed) or not whole:
        return None
    return sum((weight * value for weight, value in known), Fraction(0)) / whole


def _weight(study: Study, group: GroupResult) -> Fraction:
    if study.combination == "按答卷数":
        return Fraction(group.sampling.valid)
    return group.group.weight if study.combination == "按权重" else Fraction(1)


def _findings(study: Study, groups: Sequence[GroupResult]) -> Iterator[Finding]:
    if study.combination == "按答卷数":
        yield from underrepresented(groups)
