"""The department's own score beside the evaluated one, and whether its parts add up."""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.evaluation.content import SelfEvaluation
from jixiao.evaluation.judgement import points_of
from jixiao.evaluation.sheet import Totals
from jixiao.findings import Catalogue, Check, Finding, Kind, Place, Severity

SELF_CHECKS = Catalogue(
    [
        Check(
            "case.self_score_parts",
            Kind.SCORE_SUM,
            "自评各部分得分与总分不符",
            "部门自评总分等于自评各部分得分之和",
            "只有总分、没有分项的自评不核对",
            "四则运算",
        ),
        Check(
            "case.self_grade_differs",
            Kind.GRADE,
            "自评等级与评价等级不同",
            "部门自评等级与评价等级相同，不同的提请说明原因",
            "同一等级内的分数差距只列出，不作为发现",
            "财预〔2018〕167号：财政部门抽查复核自评结果的真实性、准确性",
        ),
    ]
)
_PLACE = Place(row="自评")


def self_findings(own: SelfEvaluation | None, evaluated: Totals) -> Iterator[Finding]:
    """What stands against the self-score; warnings, since self-score and evaluation may rest on other rules."""
    if own is None:
        return
    parts = sum((points_of(part.score) for part in own.parts), start=Decimal(0))
    if own.parts and parts != points_of(own.score):
        check = SELF_CHECKS["case.self_score_parts"]
        sums = "＋".join(part.score for part in own.parts)
        gap = abs(parts - points_of(own.score))
        text = f"自评总分写为 {own.score} 分，各部分得分相加为 {sums}＝{parts} 分，相差 {gap} 分。"
        yield Finding(
            check.id, Severity.WARNING, check.kind, check.title, text, own.score, str(parts), places=(_PLACE,)
        )
    if own.grade and evaluated.grade is not None and own.grade != evaluated.grade:
        check = SELF_CHECKS["case.self_grade_differs"]
        result = f"评价得 {evaluated.total} 分、“{evaluated.grade}”"
        text = f"部门自评 {own.score} 分、“{own.grade}”，{result}，请说明差异原因。"
        yield Finding(
            check.id, Severity.WARNING, check.kind, check.title, text, own.grade, evaluated.grade, places=(_PLACE,)
        )
