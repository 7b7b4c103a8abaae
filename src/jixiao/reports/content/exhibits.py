"""The tables beside the analysis of an indicator, where its data are too many for a sentence."""

from collections.abc import Iterable, Sequence

from jixiao.expressions import names, normal_name
from jixiao.facts import Fact
from jixiao.facts.kinds import ANSWERS
from jixiao.facts.surveys import COMPOSITE, Answers, Survey
from jixiao.indicators import Indicator, expressions_of
from jixiao.quantities import exact_text, percent_text
from jixiao.reports.content.parts import Column, Table
from jixiao.reports.usedfacts import unit_beside

_NOTE = "满意度为各选项份数按表头所列权重加权之和，除以有效回答份数"
_UNKNOWN_NOTE = "；“不了解”不计入有效回答"
_COMPOSITE_NOTE = "综合满意度为表中各问题未经舍入的满意度的算术平均数。"


def rests_on_composite(indicator: Indicator) -> bool:
    """Whether the indicator looks at the mean over the questions of a survey."""
    return any(normal_name(name.text) == COMPOSITE for each in expressions_of(indicator) for name in names(each))


def survey_table(survey: Survey, questions: Sequence[Answers], *, composite: bool) -> Table:
    """The answers to the questions and their satisfaction, with the mean as last row where it is asked for."""
    unknown = any(each.unknown is not None for each in questions)
    weighted = zip(ANSWERS, survey.scheme.weights, strict=True)
    heads = [f"{answer}\n（{exact_text(weight * 100)}%）" for answer, weight in weighted]
    rows = [_answers_row(each, unknown) for each in questions]
    if composite and survey.composite is not None:
        blanks = [""] * (len(ANSWERS) + unknown + 1)
        rows.append((COMPOSITE, *blanks, percent_text(survey.composite)))
    return Table(
        title=f"{survey.group}满意度统计表",
        columns=(
            Column("问题", 14, "left"),
            *(Column(head) for head in heads),
            *((Column("不了解", 8),) if unknown else ()),
            Column("有效回答"),
            Column("满意度", 11),
        ),
        rows=tuple(rows),
        unit="份",
        note=f"{_NOTE}{_UNKNOWN_NOTE if unknown else ''}。{_COMPOSITE_NOTE if composite else ''}",
        strong=(len(rows) - 1,) if len(rows) > len(questions) else (),
    )


def answers_sentence(answers: Answers) -> str:
    """The answers to one question in a clause."""
    counts = "、".join(f"{answer}{count}份" for answer, count in zip(ANSWERS, answers.counts, strict=True))
    base = "" if answers.base is None else f"有效回答{exact_text(answers.base)}份，其中"
    return f"“{answers.question}”一题{base}{counts}"


def data_table(facts: Iterable[tuple[str, Fact]], title: str) -> Table:
    """The facts used, each under its name, where there are many."""
    return Table(
        title=title,
        columns=(Column("数据", 30, "left"), Column("数值", 12, "right"), Column("单位", 8)),
        rows=tuple((name, fact.text, unit_beside(fact)) for name, fact in facts),
    )


def _answers_row(answers: Answers, unknown: bool) -> tuple[str, ...]:
    satisfaction = "—" if answers.satisfaction is None else percent_text(answers.satisfaction)
    base = "—" if answers.base is None else exact_text(answers.base)
    counts = [count or "—" for count in answers.counts]
    return (answers.question, *counts, *([answers.unknown or "—"] if unknown else []), base, satisfaction)
