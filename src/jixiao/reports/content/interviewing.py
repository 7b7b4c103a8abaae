"""The interview outline of a plan: as the case has it, else questions about what the indicators judge and measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.evaluation.case import Case
from jixiao.indicators import Group, Indicator, expressions_of, indicators_of
from jixiao.packs.planning import Interviewee, usual_plan
from jixiao.reports.content.department import short_name
from jixiao.reports.content.plan import Interview
from jixiao.reports.content.questionnaires import respondents_of
from jixiao.reports.content.satisfaction import is_about_satisfaction, subjects_asked
from jixiao.reports.content.scorewords import criteria_text

MOST_QUESTIONS = 8
"""So many questions fit one interview; where there would be more, indicators are asked about together."""


def interviews_of(case: Case) -> tuple[Interview, ...]:
    """Whom to ask what: nobody more than MOST_QUESTIONS questions that are not the case's own."""
    told = case.content.case.interviews
    if told:
        return tuple(Interview(each.who, tuple(each.questions)) for each in told)
    asked: dict[Interviewee, list[_Asked]] = {each: [] for each in usual_plan().interviewees}
    for each in _indicators(case.system.groups):
        if not is_about_satisfaction(each.indicator):
            asked[usual_plan().interviewee_for(each.indicator.name)].append(each)
    offices = [Interview(who.who, _questions(who, about)) for who, about in asked.items() if about]
    return (*offices, *_clients(case))


@dataclass(frozen=True, slots=True)
class _Asked:
    """An indicator with the groups above it, the first level first."""

    indicator: Indicator
    above: tuple[Group, ...]

    @property
    def is_computed(self) -> bool:
        """Whether data decide it; then it is the data one asks about, and of a whole group at once."""
        return any(True for _ in expressions_of(self.indicator))

    def heading(self, points: int, data: int) -> str:
        """How a question begins: with the indicator itself, or with the group above it on the level."""
        level = data if self.is_computed else points
        if level == 3:
            return f"“{self.indicator.name}”（{self.indicator.code}）"
        return f"“{self.above[0 if level == 1 else -1].name}”"


def _indicators(nodes: Sequence[Group | Indicator], above: tuple[Group, ...] = ()) -> Iterator[_Asked]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _indicators(node.children, (*above, node))
        else:
            yield _Asked(node, above)


_LEVELS = ((3, 2), (3, 1), (2, 1), (1, 1))
"""On which level what is judged and what is computed is asked about, the finest first."""


def _questions(who: Interviewee, about: Sequence[_Asked]) -> tuple[str, ...]:
    """Point by point and data by group; where that is too much, by groups of a higher level."""
    for points, data in _LEVELS:
        together: dict[tuple[str, bool], list[Indicator]] = {}
        for each in about:
            together.setdefault((each.heading(points, data), each.is_computed), []).append(each.indicator)
        if len(together) <= MOST_QUESTIONS:
            break
    return tuple(
        f"关于{heading}中的{'、'.join(each.name for each in asked)}：{who.measured}"
        if is_computed
        else f"关于{heading}{_points(asked)}。{who.asks}"
        for (heading, is_computed), asked in together.items()
    )


def _points(indicators: Sequence[Indicator]) -> str:
    """What is judged of one indicator, or of several under one heading."""
    if len(indicators) == 1:
        return f"：{_judged(indicators[0])}"
    return f"中的{'；'.join(f'{each.name}（{_judged(each)}）' for each in indicators)}"


def _judged(indicator: Indicator) -> str:
    """The points, or where there are none how the explanation begins."""
    if indicator.criteria:
        return criteria_text([point.rstrip("。；") for point in indicator.criteria], "；")
    return re.split("[；。]", indicator.explanation)[0]


def _clients(case: Case) -> Iterator[Interview]:
    """Those who are surveyed, about what the department brought about."""
    groups, department = respondents_of(case), short_name(case.content.case)
    if not groups:
        return
    subjects = [f"您觉得{department}的{subject}怎样，好在哪里，差在哪里？" for subject in subjects_asked(case.system)]
    effects = [f"在“{effect}”方面，您了解或感受到哪些变化，还有哪些不足？" for effect in _effects(case)]
    questions = (
        f"您与{department}有过哪些往来，事情办得是否顺利？",
        *[*subjects, *effects][: MOST_QUESTIONS - 2],
        f"您对{department}改进工作有什么建议？",
    )
    yield Interview(f"{'、'.join(groups)}代表", questions)


def _effects(case: Case) -> Iterator[str]:
    """What stands beside satisfaction under the same first-level indicator."""
    for group in case.system.groups:
        indicators = list(indicators_of(group))
        if any(map(is_about_satisfaction, indicators)):
            yield from (each.name for each in indicators if not is_about_satisfaction(each))
