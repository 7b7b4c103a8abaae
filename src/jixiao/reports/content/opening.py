"""The paragraph that opens the body: on what basis, for whom, by whom, of what, and what the report tells."""

from jixiao.evaluation.case import Case
from jixiao.evaluation.content import General
from jixiao.reports.content.department import short_name, subject_of
from jixiao.reports.content.sentences import document_text, level_counts


def opening_of(case: Case) -> str:
    """The opening paragraph, from what the case states; the department stands under its short name."""
    general = case.content.case
    subject = f"{short_name(general)}{subject_of(general)}"
    return (
        f"{_basis(case)}{_commissioned(general)}对{subject}进行绩效评价。"
        f"评价组按{level_counts(case.system.counts())}逐项评分，形成本报告。"
        "报告说明被评价部门的基本情况、评价工作的开展、评价得分和等级、各指标的得分依据、存在的问题和有关建议。"
    )


def _basis(case: Case) -> str:
    """The last of the documents on performance management, the one nearest to the case, for all it rests on."""
    documents = [each for each in case.content.basis if each.category == "绩效管理类"]
    if not documents:
        return ""
    nearest = document_text(documents[-1].title, documents[-1].number)
    return f"依据{nearest}{'等文件' if len(case.content.basis) > 1 else ''}，"


def _commissioned(general: General) -> str:
    client = f"受{general.client}委托，" if general.client else ""
    return f"{client}{f'{general.evaluator}组成评价组，' if general.evaluator else '评价组'}"
