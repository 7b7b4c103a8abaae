"""From a case and its score sheet to everything the report says."""

from jixiao.evaluation.case import Case
from jixiao.evaluation.sheet import ScoreSheet
from jixiao.reports.content.abstract import abstract_of
from jixiao.reports.content.analysis import analysis_of
from jixiao.reports.content.annexes import annexes_of
from jixiao.reports.content.conclusion import conclusion_of, result_of
from jixiao.reports.content.cover import cover_of
from jixiao.reports.content.indicatortable import indicator_table
from jixiao.reports.content.opening import opening_of
from jixiao.reports.content.overview import overview_of
from jixiao.reports.content.problems import practices_of, problems_of, recommendations_of
from jixiao.reports.content.report import Report
from jixiao.reports.content.system import system_of
from jixiao.reports.content.work import work_of

_FIRST_ANNEX = "附件1  评价指标体系及评分表"


def report_of(case: Case, sheet: ScoreSheet) -> Report:
    """The whole report; the sheet is that of the case. What the case does not say stays empty."""
    return Report(
        cover=cover_of(case),
        result=result_of(sheet),
        abstract=abstract_of(case, sheet),
        opening=opening_of(case),
        overview=overview_of(case),
        work=work_of(case),
        system=system_of(case),
        conclusion=conclusion_of(case, sheet),
        analysis=analysis_of(case, sheet),
        practices=practices_of(case),
        problems=problems_of(case, sheet),
        recommendations=recommendations_of(case),
        other=tuple(case.content.narrative.other),
        indicator_annex=_FIRST_ANNEX,
        indicator_table=indicator_table(case, sheet),
        annexes=annexes_of(case, sheet),
    )
