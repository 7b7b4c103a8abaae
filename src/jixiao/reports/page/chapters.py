"""The chapters of the page in the order of the report, without numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jixiao.reports.content.parts import Chart, Section, Table
from jixiao.reports.content.report import Annex, GroupAnalysis, IndicatorAnalysis, LevelAnalysis, Report, Work
from jixiao.reports.content.sentences import ended


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` stands before it in bold."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """The place where the derivation of a score opens: of the node with that code, or of the total without one."""

    code: str = ""


Block = Paragraph | Table | Chart | Way


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it: blocks first, then parts of the next level.

    `code` is that of the group the part is about, whose score the last row (小计) of its tables holds.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Part", ...] = ()
    code: str = ""


def chapters_of(report: Report) -> tuple[Part, ...]:
    """The numbered chapters; one of which nothing is told is left out."""
    found = (
        Part("部门基本情况", (), tuple(map(_section, report.overview))),
        _work(report),
        _conclusion(report),
        Part("指标分析", (), tuple(map(_level, report.analysis))),
        Part("主要经验做法", (), tuple(Part(each.title, _texts(each.text)) for each in report.practices)),
        Part("存在的问题及原因分析", (), tuple(_problems(report))),
        Part("有关建议", (), tuple(Part(each.title, _texts(each.text)) for each in report.recommendations)),
        Part("其他需要说明的问题", _texts(*report.other)),
    )
    return tuple(part for part in found if part.blocks or part.parts)


def annexes_of(report: Report) -> tuple[Part, ...]:
    """The annexes: the indicator system with its scores first."""
    return (Part(report.indicator_annex, (report.indicator_table,)), *map(_annex, report.annexes))


def abstract_of(report: Report) -> tuple[Paragraph, ...]:
    """The summary before the contents."""
    abstract = report.abstract
    told = _texts(abstract.commission, abstract.money, abstract.result, *abstract.levels)
    titles = (
        ("主要经验做法：", abstract.practices),
        ("评价发现的主要问题：", abstract.problems),
        ("针对上述问题，提出以下建议：", abstract.recommendations),
    )
    return (*told, *(Paragraph(_listed(each), lead) for lead, each in titles if each))


def _texts(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts if text)


def _listed(titles: Sequence[str]) -> str:
    return "；".join(f"{number}.{title}" for number, title in enumerate(titles, 1)) + "。"


def _numbered(texts: Iterable[str]) -> Iterator[Paragraph]:
    for number, text in enumerate(texts, 1):
        yield Paragraph(f"{number}.{text}")


def _section(section: Section) -> Part:
    return Part(section.heading, (*_texts(*section.paragraphs), *section.exhibits))


def _work(report: Report) -> Part:
    work = report.work
    schedule = () if work.schedule is None else (work.schedule,)
    methods = (Paragraph(each.text, f"{number}.{each.title}。") for number, each in enumerate(work.methods, 1))
    parts = (
        Part("评价目的", _texts(work.purpose)),
        Part("评价对象和范围", _texts(work.object, work.scope, work.funds)),
        Part("评价依据", tuple(_basis(work))),
        Part("评价原则", tuple(_numbered(work.principles))),
        Part("评价方法", tuple(methods)),
        Part("评价过程", (*_texts(work.process), *schedule)),
        Part("评价指标体系与等级标准", tuple(_system(report))),
    )
    return Part("评价工作开展情况", (), tuple(part for part in parts if part.blocks))


def _basis(work: Work) -> Iterator[Paragraph]:
    for group in work.basis:
        yield Paragraph("", f"{group.category}：")
        yield from _numbered(group.documents)


def _system(report: Report) -> Iterator[Block]:
    system = report.system
    yield from _texts(system.sentence, *system.levels)
    yield system.weights
    yield from _texts(system.scoring, system.grade_sentence)
    yield system.grades


def _conclusion(report: Report) -> Part:
    conclusion = report.conclusion
    told: tuple[Block, ...] = (*_texts(*conclusion.paragraphs), Way(), *conclusion.tables, *conclusion.charts)
    levels = tuple(Paragraph(each.text, f"{each.title}。") for each in conclusion.levels)
    return Part("综合评价情况及评价结论", (), (Part("评价得分和等级", told), Part("各一级指标评价结论", levels)))


def _level(level: LevelAnalysis) -> Part:
    blocks: tuple[Block, ...] = (*_texts(level.sentence), Way(level.code), level.table)
    return Part(f"{level.name}分析", blocks, tuple(map(_group, level.groups)), level.code)


def _group(group: GroupAnalysis) -> Part:
    """A second-level indicator; one that is its only indicator has a single derivation, told below."""
    alone = group.code in [each.code for each in group.indicators]
    sums: tuple[Block, ...] = () if alone else (Way(group.code),)
    return Part(group.name, (*_texts(group.sentence), *sums), tuple(map(_indicator, group.indicators)))


def _indicator(told: IndicatorAnalysis) -> Part:
    return Part(told.heading, (*_texts(*told.paragraphs), *told.exhibits, Way(told.code)))


def _problems(report: Report) -> Iterator[Part]:
    for problem in report.problems:
        told = (("", problem.text), ("原因分析：", problem.cause), ("涉及指标：", ended(problem.indicators)))
        yield Part(problem.title, tuple(Paragraph(text, lead) for lead, text in told if text))


def _annex(annex: Annex) -> Part:
    return Part(annex.title, (), tuple(map(_section, annex.sections)))
