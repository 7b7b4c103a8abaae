"""The annex on kinds of respondents: how satisfied each of them is, question by question."""

from collections.abc import Iterator, Sequence
from math import ceil

from jixiao.reports.content.parts import Column, Table
from jixiao.reports.page.chapters import Part
from jixiao.reports.surveyed.figures import percent
from jixiao.reports.surveyed.naming import short_name
from jixiao.surveys.questionnaire import Question
from jixiao.surveys.results import CrossTable, GroupResult, StudyResult, SubgroupResult

_SMALL = 10
"""Subgroups smaller than this are marked: one answer moves them by more than ten points."""
_MOST_QUESTIONS, _MOST_SUBGROUPS = 5, 7
"""How many stand side by side on an upright page; more questions go into rows, more subgroups into further tables."""


def crosses_part(result: StudyResult) -> Part:
    """Satisfaction by kinds of respondents."""
    tables = (_cross_tables(group, cross) for group in result.groups for cross in group.crosses)
    return Part("交叉分析", tuple(table for several in tables for table in several))


def _cross_tables(group: GroupResult, cross: CrossTable) -> Iterator[Table]:
    """Subgroups in rows; with many questions in columns, a few to a table."""
    counted = [each.question for each in group.questions if each.question.is_counted]
    title = f"{group.group.name}按“{short_name(cross.question)}”分组的满意度"
    if len(counted) <= _MOST_QUESTIONS:
        yield _by_rows(title, cross, counted)
        return
    tables = ceil(len(cross.subgroups) / _MOST_SUBGROUPS)
    each = ceil(len(cross.subgroups) / tables) if tables else 0
    for place in range(tables):
        shown = cross.subgroups[place * each : (place + 1) * each]
        yield _by_columns(f"{title}（{place + 1}）" if tables > 1 else title, shown, counted)


def _by_columns(title: str, subgroups: Sequence[SubgroupResult], counted: Sequence[Question]) -> Table:
    rows = [("份数", *(str(each.size) for each in subgroups))]
    for place, question in enumerate(counted):
        rows.append((short_name(question), *(percent(each.by_question[place]) for each in subgroups)))
    rows.append(("综合满意度", *(percent(each.composite) for each in subgroups)))
    return Table(
        title=title,
        columns=(Column("题目", 30, "left"), *(Column(_answer(each), 12, "right") for each in subgroups)),
        rows=tuple(rows),
        strong=(len(rows) - 1,),
        note=_small_note(subgroups),
    )


def _answer(subgroup: SubgroupResult) -> str:
    return subgroup.answer + ("*" if subgroup.size < _SMALL else "")


def _small_note(subgroups: Sequence[SubgroupResult]) -> str:
    return f"标*的不足{_SMALL}份，只供参考" if any(each.size < _SMALL for each in subgroups) else ""


def _by_rows(title: str, cross: CrossTable, counted: Sequence[Question]) -> Table:
    rows = tuple(
        (
            _answer(each),
            str(each.size),
            *(percent(value) for value in each.by_question),
            percent(each.composite),
        )
        for each in cross.subgroups
    )
    return Table(
        title=title,
        columns=(
            Column(short_name(cross.question), 16, "left"),
            Column("份数", 7, "right"),
            *(Column(short_name(question), 11, "right") for question in counted),
            Column("综合满意度", 11, "right"),
        ),
        rows=rows,
        note=_small_note(cross.subgroups),
    )
