"""From verdicts to findings: the relation, its operands and places, and an explanation that can be redone."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.findings import NOWHERE, Finding, Place, Severity, Verdict
from jixiao.relations.assessments import Assessment
from jixiao.relations.checks import CONVENTION, SUM_JOINT
from jixiao.relations.conventions import Assessed
from jixiao.relations.figures import Figure
from jixiao.relations.hints import hint_for, suspects
from jixiao.relations.joint import Clash
from jixiao.relations.relation import Relation
from jixiao.relations.sums import chain
from jixiao.relations.wording import range_text

_SEVERITIES = {
    Verdict.IMPOSSIBLE: Severity.ERROR,
    Verdict.STRAINED: Severity.WARNING,
    Verdict.ROUNDING: Severity.NOTE,
    Verdict.UNDECIDED: Severity.NOTE,
}
_OUTCOMES = {
    Verdict.IMPOSSIBLE: "不成立",
    Verdict.STRAINED: "勉强成立",
    Verdict.ROUNDING: "有舍入尾差",
    Verdict.UNDECIDED: "未能核对",
}


def finding_of(relation: Relation, assessment: Assessment, title: str | None = None) -> Finding | None:
    """The finding on one relation; `None` where it holds exactly, because there is nothing to tell.

    Impossible is an error, strained a warning, rounding and undecided are notes. `title` replaces the usual one, the
    title of the check with the name of the stated figure.
    """
    if assessment.verdict is Verdict.EXACT:
        return None
    return Finding(
        check=relation.check.id,
        severity=_SEVERITIES[assessment.verdict],
        kind=relation.check.kind,
        title=title or f"{relation.check.title}：“{relation.stated.name}”{_OUTCOMES[assessment.verdict]}",
        explanation=relation.explain(assessment),
        stated=relation.printed(assessment),
        expected=relation.expected(assessment),
        relation=relation.statement,
        verdict=assessment.verdict,
        operands=tuple(figure.operand() for figure in relation.figures),
        places=_places(relation.figures),
        hint=hint_for(relation, assessment),
    )


def findings_of(assessed: Assessed) -> tuple[Finding, ...]:
    """The findings on all relations of a document, in their order, those that nothing can be said about left out.

    Where the document cuts digits off, that is the first finding, in place of the failures it explains. Failing
    relations that all go through one quantity say so in their hints.
    """
    suspected = suspects(assessed.pairs)
    findings = [convention_finding(assessed.cut_off)] if assessed.cut_off else []
    for relation, assessment in assessed.pairs:
        finding = None if assessment.verdict is Verdict.UNDECIDED else finding_of(relation, assessment)
        if finding is not None:
            findings.append(_with_suspicion(finding, relation, suspected))
    return tuple(findings)


def clash_finding(clash: Clash) -> Finding:
    """The finding on sums that hold one by one and not together, with the combination that proves it."""
    figures = tuple(dict.fromkeys(figure for relation in clash.sums for figure in relation.figures))
    return Finding(
        check=SUM_JOINT.id,
        severity=Severity.ERROR,
        kind=SUM_JOINT.kind,
        title=f"{len(clash.sums)} 个合计关系不能同时成立",
        explanation=_clash_words(clash),
        relation="；".join(relation.statement for relation in clash.sums),
        verdict=Verdict.IMPOSSIBLE,
        operands=tuple(figure.operand() for figure in figures),
        places=_places(figures),
    )


def convention_finding(cut_off: Sequence[Relation]) -> Finding:
    """The finding that the document cuts digits off, in place of the failures of these relations."""
    statements = "；".join(relation.statement for relation in cut_off)
    figures = tuple(dict.fromkeys(figure for relation in cut_off for figure in relation.figures))
    return Finding(
        check=CONVENTION.id,
        severity=Severity.NOTE,
        kind=CONVENTION.kind,
        title="全文数字似为去尾取位，而非四舍五入",
        explanation=(
            f"有 {len(cut_off)} 个关系按四舍五入都不成立，按去尾（舍去末位以后的数字）则全部可能成立，"
            f"全文其他关系也是如此，因此按去尾核对，不逐一列为错误：{statements}。"
        ),
        operands=tuple(figure.operand() for figure in figures),
        places=_places(figures),
    )


def _with_suspicion(finding: Finding, relation: Relation, suspected: Sequence[str]) -> Finding:
    names = [figure.name for figure in relation.figures if figure.name in suspected]
    if finding.verdict is not Verdict.IMPOSSIBLE or not names:
        return finding
    guess = f"凡用到“{'”“'.join(dict.fromkeys(names))}”的关系都不成立，可能是这个数本身有误"
    return replace(finding, hint=f"{finding.hint}；{guess}" if finding.hint else f"猜测：{guess}")


def _clash_words(clash: Clash) -> str:
    unit = next((s.total.known.unit for s in clash.sums if not s.total.is_missing), None)
    factor = 1 / unit.factor if unit else Fraction(1)
    places = max(figure.printed.decimals for s in clash.sums for figure in s.figures if figure.printed) + 3
    numbered = "；".join(f"({number}) {relation.statement}" for number, relation in enumerate(clash.sums, 1))
    recipe = chain((multiplier, f"({number})") for number, multiplier in enumerate(clash.multipliers, 1))
    combination = chain((weight, name) for name, weight in clash.combination.items())
    ranges = "，".join(
        f"{name} {range_text(interval.scale(factor), places, unit)}" for name, interval in clash.bounds.items()
    )
    reached = range_text(clash.reached.scale(factor), places, unit)
    return (
        f"下列各式逐一都可能成立，但不能同时成立：{numbered}。"
        f"各式写成“右边减左边等于 0”，按 {recipe} 合并，得 {combination} = 0；"
        f"而按各数的取位（{ranges}），左边只能是 {reached}，取不到 0。"
    )


def _places(figures: Sequence[Figure]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(figure.place for figure in figures if figure.place != NOWHERE))
