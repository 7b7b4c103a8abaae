"""The explanation of a sum: what it comes to, what rounding can explain, and what is left."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from jixiao.findings import Verdict
from jixiao.quantities import Convention, Unit, exact_text
from jixiao.relations.assessments import Assessment
from jixiao.relations.figures import Figure, decimals_note
from jixiao.relations.wording import gap_text, range_text, value_text

Weighted = Sequence[tuple[Fraction, Figure]]
"""The figures of a sum with their weights."""


def explain_sum(assessment: Assessment, total: Figure, items: Weighted, *, prescribed: bool, lead: str) -> str:
    """Every number a reader needs to redo the comparison: the sum, the difference, the slack and the rest.

    A `prescribed` total (100 %) is what should come out, not what is printed. `lead` is what the items come to, in
    words: the short comparison then stands first and the arithmetic after it.
    """
    if assessment.verdict is Verdict.UNDECIDED:
        return f"未作判断：{assessment.because}。"
    residual, unit = assessment.residual or Fraction(0), total.known.unit
    stated = _comparison(assessment, total, prescribed=prescribed, lead=lead)
    if residual == 0:
        return f"{stated}，两者相等。"
    difference = f"{stated}，相差 {gap_text(abs(residual), unit)}。"
    if lead and len(items) > 1:
        difference += f"算式：{assessment.working}。"
    figures = [figure for _, figure in _weighted(total, items)]
    by_halves = assessment.slack is not None and all(map(_is_nearest, figures))
    if by_halves and not assessment.slack and assessment.unexplained:
        return f"{difference}各数都是精确值，没有舍入的余地。"
    body = _slack(assessment, total, items) if by_halves else _ranges(assessment, total)
    return f"{difference}{body}{_outcome(assessment, unit)}各数的取位：{decimals_note(figures)}。"


def _comparison(assessment: Assessment, total: Figure, *, prescribed: bool, lead: str) -> str:
    if lead and assessment.computed is not None:
        computed = value_text(assessment.computed, total.known.decimals, total.known.unit)
        return f"{lead}为 {computed}，“{total.name}”{total.verb}的是 {total.shown(None)}"
    stated = f"“{total.name}”应为 {total}" if prescribed else f"{total.given}“{total.name}”为 {total}"
    return f"{assessment.working}，{stated}"


def _weighted(total: Figure, items: Weighted) -> Weighted:
    return [*items, (Fraction(1), total)]


def _is_nearest(figure: Figure) -> bool:
    return figure.known.convention in (Convention.NEAREST, Convention.EXACT)


def _slack(assessment: Assessment, total: Figure, items: Weighted) -> str:
    if not assessment.slack:
        return "各数都是精确值，没有舍入的余地。"
    unit = total.known.unit
    widths = [abs(weight) * (figure.known.interval(unit).width or 0) for weight, figure in _weighted(total, items)]
    halves = Counter(width / 2 for width in widths if width)
    parts = " + ".join(f"{count} × {exact_text(half)}" for half, count in halves.items())
    return f"各数末位舍入最多相差半个单位，合起来最多能解释 {parts} = {gap_text(assessment.slack, unit)}。"


def _ranges(assessment: Assessment, total: Figure) -> str:
    if assessment.possible is None or assessment.stated is None:
        return ""
    places, unit = max(total.known.decimals, 0) + 3, total.known.unit
    computed, stated = (range_text(side, places, unit) for side in (assessment.possible, assessment.stated))
    return f"按各数的取位方式，右边只能是 {computed}，“{total.name}”只能是 {stated}。"


def _outcome(assessment: Assessment, unit: Unit | None) -> str:
    if assessment.because:
        return f"{assessment.because}。"
    match assessment.verdict:
        case Verdict.IMPOSSIBLE if assessment.unexplained:
            return f"至少还有 {gap_text(assessment.unexplained, unit)} 无法用舍入解释。"
        case Verdict.IMPOSSIBLE:
            return "两者只在取不到的端点相接，没有共同的数。"
        case Verdict.STRAINED:
            sigma = assessment.three_sigma_text(4)
            return f"可以解释，但需要几乎所有舍入同向（三倍标准差只有 {sigma}{unit or ''}）。"
        case _:
            return "舍入可以解释。"
