"""The derivation of a score as a paragraph a stranger can redo: findings, figures, arithmetic, points, evidence."""

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
) -> Derivation:
    """The paragraph and all steps; `evidence` are the titles of what is cited."""
    steps = (*bound.steps, *outcome.steps) if isinstance(outcome, Scored) else bound.steps
    sentences = [*judgement.reasons(), *map(_step_sentence, _told(steps, judgement))]
    sentences.append(f"按规则得 {outcome.score} 分" if isinstance(outcome, Scored) else outcome.why)
    if override is not None:
        sentences.append(f"{override.author}调整为 {override.score} 分，理由：{override.reason}")
    if evidence:
        sentences.append(f"佐证材料：{'；'.join(evidence)}")
    return Derivation("".join(map(_ended, sentences)), steps)


def _told(steps: Sequence[Step], judgement: Judgement) -> Iterator[Step]:
    """The steps worth a sentence: judged points are told with their reasons, the rounding with the score."""
    for step in steps[:-1] if steps and steps[-1].expression else steps:
        if not (judgement.points and step.text.startswith("要点")):
            yield step


def _step_sentence(step: Step) -> str:
    if step.value is None:
        return step.text
    if step.expression is None or step.expression == step.value:
        return f"{step.text}：{step.value}"
    return f"{step.text}：{step.expression}＝{step.value}"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("。", "！", "？")) else f"{sentence}。"
