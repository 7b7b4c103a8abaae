"""The questionnaires of a plan: one for each group of the case's surveys, else for the groups its indicators name."""

import re
from collections.abc import Iterator

from jixiao.evaluation.case import Case
from jixiao.facts import Row
from jixiao.facts.kinds import ANSWERS
from jixiao.reports.content.department import short_name, subject_of
from jixiao.reports.content.pending import Pending
from jixiao.reports.content.plan import Question, Questionnaire
from jixiao.reports.content.satisfaction import groups_asked, subjects_asked

_UNKNOWN = "不了解"
_TOPIC = re.compile("对(.+?)的?(总体|整体|综合)?满意(?:程度|度)")


def questionnaires_of(case: Case, pending: Pending) -> tuple[Questionnaire, ...]:
    """The questionnaires, in the order of the case; none where neither surveys nor indicators ask for one."""
    surveyed = tuple(_from_surveys(case, pending))
    return surveyed or tuple(_from_indicators(case, pending))


def respondents_of(case: Case) -> tuple[str, ...]:
    """The groups that are asked: those of the surveys, else those the indicators name."""
    surveyed = dict.fromkeys(row.body for table in case.tables if table.kind.is_survey for row in table.rows)
    return tuple(filter(None, surveyed)) or groups_asked(case.system)


def asked(topic: str) -> str:
    """The question that a topic of a survey stands for, as it is put to somebody.

    >>> asked("对工作人员服务态度的满意程度"), asked("对该局全年工作的总体满意程度")
    ('您对工作人员服务态度是否满意？', '您对该局全年工作总体是否满意？')
    >>> asked("办事是否方便"), asked("您跑了几趟？")
    ('办事是否方便？', '您跑了几趟？')
    """
    known = _TOPIC.fullmatch(topic.rstrip("。？?"))
    if known is not None:
        return f"您对{known[1]}{known[2] or ''}是否满意？"
    return f"{topic.rstrip('。？?')}？"


def _from_surveys(case: Case, pending: Pending) -> Iterator[Questionnaire]:
    for table in case.tables:
        rows = table.rows if table.kind.is_survey else ()
        for body in dict.fromkeys(row.body for row in rows):
            questions = [_counted(row) for row in rows if row.body == body]
            yield _questionnaire(case, body, questions, pending)


def _counted(row: Row) -> Question:
    """A question with the answers that are counted."""
    options = (*ANSWERS, _UNKNOWN) if _UNKNOWN in row.values else ANSWERS
    return Question(asked(row.texts.get("题目") or f"对{row.name}的满意程度"), options)


def _from_indicators(case: Case, pending: Pending) -> Iterator[Questionnaire]:
    department, subjects = short_name(case.content.case), subjects_asked(case.system)
    for group in groups_asked(case.system):
        single = [f"您对{department}的{subject}是否满意？" for subject in subjects]
        texts = single or [pending.mark(f"{group}满意度问卷的具体题目")]
        overall = f"您对{department}{case.year}年度的工作总体是否满意？"
        yield _questionnaire(case, group, [Question(text, ANSWERS) for text in (*texts, overall)], pending)


def _questionnaire(case: Case, group: str, questions: list[Question], pending: Pending) -> Questionnaire:
    """The questions with what is said before them and an open one at the end."""
    general = case.content.case
    client, department = pending.filled(general.client, "委托单位"), short_name(general)
    subject = f"{general.department}{subject_of(general)}"
    return Questionnaire(
        title=f"{department}满意度调查问卷{f'（{group}）' if group else ''}",
        intro=(
            f"您好！受{client}委托，我们正在对{subject}开展绩效评价，想听听您的意见。本问卷不记名，结果只用于统计分析；"
            f"共{len(questions) + 1}题，几分钟即可答完，请按实际感受选择一项。感谢您的支持！"
        ),
        questions=(*questions, Question(f"您对{department}的工作还有哪些意见和建议？", ())),
    )
