"""The content of an evaluation plan (工作方案): the twelve elements of 财监〔2021〕4号, articles 15 and 16."""

from dataclasses import dataclass
from typing import Annotated

from jixiao.reports.content.parts import Section, Table, Told
from jixiao.reports.content.report import BasisGroup, Cover, System


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a questionnaire with the answers to choose from; none for an open question."""

    text: Annotated[str, "题目"]
    options: Annotated[tuple[str, ...], "选项；开放题没有选项"]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire for one group of respondents."""

    title: Annotated[str, "问卷名称"]
    intro: Annotated[str, "卷首语"]
    questions: Annotated[tuple[Question, ...], "题目"]


@dataclass(frozen=True, slots=True)
class Interview:
    """What to ask whom."""

    who: Annotated[str, "访谈对象"]
    questions: Annotated[tuple[str, ...], "访谈提纲"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan. What nobody has filled in yet stands in `pending` and, in its place, as a text in 【】."""

    cover: Annotated[Cover, "封面"]
    opening: Annotated[str, "开头一段：依据和委托"]
    overview: Annotated[tuple[Section, ...], "部门基本情况各节"]
    purpose: Annotated[str, "评价目的"]
    content: Annotated[tuple[str, ...], "评价对象、范围和内容，各段"]
    basis: Annotated[tuple[BasisGroup, ...], "评价依据，按类别"]
    principles: Annotated[tuple[str, ...], "评价原则"]
    methods: Annotated[tuple[Told, ...], "评价方法及其运用"]
    system: Annotated[System, "指标体系和等级标准"]
    standards: Annotated[tuple[str, ...], "评价标准，各段"]
    sample: Annotated[tuple[str, ...], "抽样与现场核查安排，各段"]
    team: Annotated[Table, "人员分工表"]
    schedule: Annotated[Table, "进度安排表"]
    discipline: Annotated[tuple[str, ...], "工作纪律"]
    indicator_table: Annotated[Table, "附件1：评价指标体系（不含得分）"]
    questionnaires: Annotated[tuple[Questionnaire, ...], "附件：满意度问卷"]
    interviews: Annotated[tuple[Interview, ...], "附件：访谈提纲"]
    data_list: Annotated[Table, "附件：资料清单"]
    pending: Annotated[tuple[str, ...], "待填写的内容"]
