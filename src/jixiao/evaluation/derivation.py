"""What the derivation of a score tells: findings, figures, arithmetic, points, override, evidence."""

from collections.abc import Iterator, Sequence

from jixiao.evaluation.binding import Bound
from jixiao.evaluation.judgement import Judgement
from jixiao.evaluation.sheet import Derivation, OverrideRecord
from jixiao.rules import Outcome, Scored, Step


def derivation_of(
    outcome: Outcome,
    bound: Bound,
    judgement: Judgement,
    override: OverrideRecord | None,
    evidence: Sequence[str],
    surveyed: Sequence[str] = (),
) -> Derivation:
    """The derivation of one indicator; `evidence` titles what is cited, `surveyed` tells of surveys."""
    steps = (*bound.steps, *outcome.steps) if isinstance(outcome, Scored) else bound.steps
    told = tuple(_told(steps[:-1], judgement)) if isinstance(outcome, Scored) else steps
    after = [f"按规则得{outcome.score}分" if isinstance(outcome, Scored) else outcome.why]
    if override is not None:
        after.append(f"{override.author}调整为{override.score}分，理由：{override.reason}")
    after += surveyed
    if evidence:
        after.append(f"佐证材料：{'；'.join(evidence)}")
    return Derivation(judgement.reasons(), steps, told, tuple(after))


def _told(steps: Sequence[Step], judgement: Judgement) -> Iterator[Step]:
    """The steps worth a sentence: judged points are told with their reasons, the rounding with the score."""
    for step in steps:
        if not (judgement.points and step.text.startswith("要点")):
            yield step
