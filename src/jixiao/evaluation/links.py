"""The chain deduction → problem → recommendation, and what breaks it.

Every point that was lost should be explained by a problem, every problem should have cost points, name its
cause and be answered by a recommendation (domain reference 10 and 17).
"""

from collections.abc import Iterator, Sequence

from jixiao.evaluation.content import Narrative, Problem
from jixiao.evaluation.sheet import Deduction, IndicatorScore
from jixiao.findings import Catalogue, Check, Finding, Kind, Place, Severity
from jixiao.text.quoting import cited

_SOURCE = "财预〔2020〕10号附件：报告应写明存在的问题及原因、有关建议"

LINK_CHECKS = Catalogue(
    [
        Check(
            "case.deduction_without_problem",
            Kind.CROSS_REFERENCE,
            "扣分没有对应的问题",
            "每个扣了分的三级指标，都有一个存在的问题写明它的编码",
            "不判断问题的文字是否说清了扣分原因",
            _SOURCE,
        ),
        Check(
            "case.problem_without_deduction",
            Kind.CROSS_REFERENCE,
            "问题没有对应的扣分",
            "每个存在的问题至少关联一个扣了分的指标",
            "不因问题较轻而不扣分作出判断，只提请核实",
            _SOURCE,
        ),
        Check(
            "case.problem_without_cause",
            Kind.MISSING_VALUE,
            "问题没有原因",
            "每个存在的问题写明原因",
            "不判断原因是否充分",
            _SOURCE,
        ),
        Check(
            "case.problem_without_recommendation",
            Kind.CROSS_REFERENCE,
            "问题没有对应的建议",
            "每个存在的问题至少有一条建议",
            "不判断建议是否可行",
            _SOURCE,
        ),
    ]
)


def deductions_of(indicators: Sequence[IndicatorScore], narrative: Narrative) -> tuple[Deduction, ...]:
    """Every indicator that lost points, with the titles of the problems that name it."""
    return tuple(
        Deduction(
            score,
            score.deduction,
            tuple(problem.title for problem in narrative.problems if score.code in problem.indicators),
        )
        for score in indicators
        if score.deduction is not None and score.deduction > 0
    )


def link_findings(deductions: Sequence[Deduction], narrative: Narrative) -> Iterator[Finding]:
    """What breaks the chain; each a warning, since the text may tell what the links do not."""
    for deduction in deductions:
        if not deduction.problems:
            indicator = deduction.indicator
            name = cited(f"{indicator.code} {indicator.name}")
            yield _finding(
                "case.deduction_without_problem",
                f"{name}扣了 {deduction.points:.2f} 分，存在的问题中没有一条关联它；"
                "请补写问题和原因，或在已有问题中注明该指标。",
                indicator.code,
            )
    lost = {deduction.indicator.code for deduction in deductions}
    for problem in narrative.problems:
        yield from _problem_findings(problem, lost, narrative)


def _problem_findings(problem: Problem, lost: set[str], narrative: Narrative) -> Iterator[Finding]:
    if not lost.intersection(problem.indicators):
        named = f"关联的 {'、'.join(problem.indicators)} 都没有扣分" if problem.indicators else "没有关联指标"
        text = f"问题“{problem.title}”{named}；请核实是否应当扣分，或该问题是否成立。"
        yield _finding("case.problem_without_deduction", text, problem.id)
    if not problem.cause.strip():
        text = f"问题“{problem.title}”没有写原因；请补写产生问题的原因。"
        yield _finding("case.problem_without_cause", text, problem.id)
    if not any(advice.problem == problem.id for advice in narrative.recommendations):
        text = f"问题“{problem.title}”没有对应的建议；请补写一条有针对性的建议。"
        yield _finding("case.problem_without_recommendation", text, problem.id)


def _finding(check_id: str, explanation: str, row: str) -> Finding:
    check = LINK_CHECKS[check_id]
    return Finding(
        check.id, Severity.WARNING, check.kind, check.title, explanation, stated=row, places=(Place(row=row),)
    )
