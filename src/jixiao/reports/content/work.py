"""How the evaluation was done: purpose, object, scope, basis, principles, methods, stages."""

from collections.abc import Sequence
from dataclasses import replace

from jixiao.evaluation.case import Case
from jixiao.evaluation.content import BasisDocument, Stage
from jixiao.reports.content.columns import NIL, runs, text_table
from jixiao.reports.content.parts import Merge, Table, Told
from jixiao.reports.content.report import BasisGroup, Work
from jixiao.reports.content.sentences import date_text, document_text, joined, span_text, whole_span

_CATEGORIES = ("绩效管理类", "业务管理类", "其他类")


def work_of(case: Case) -> Work:
    """The chapter; what is told in the case stands as it is written."""
    general, content = case.content.case, case.content
    return Work(
        purpose=general.purpose,
        object=general.object,
        scope=general.scope,
        funds=general.funds,
        basis=basis_groups(content.basis),
        principles=tuple(general.principles),
        methods=tuple(Told(method.name, method.text) for method in general.methods),
        process=_process(content.process),
        schedule=schedule_of(content.process),
    )


def basis_groups(documents: Sequence[BasisDocument]) -> tuple[BasisGroup, ...]:
    """The documents by category, each category in the order of the case; a category without documents is left out."""
    groups = {
        category: tuple(document_text(each.title, each.number) for each in documents if each.category == category)
        for category in _CATEGORIES
    }
    return tuple(BasisGroup(category, texts) for category, texts in groups.items() if texts)


def schedule_of(stages: Sequence[Stage]) -> Table | None:
    """The stages of the work, dates and work of each; None where there are none."""
    if not stages:
        return None
    names = [stage.stage for stage in stages]
    dates = [span_text(stage.from_, stage.to, joint="—") or NIL for stage in stages]
    works = [stage.work for stage in stages]
    told = [("阶段", names), *([("时间", dates)] if set(dates) != {NIL} else []), ("工作内容", works)]
    merged = tuple(Merge(row, 0, count) for row, count in runs(names))
    return replace(text_table("评价工作各阶段安排", told), merged=merged)


def _process(stages: Sequence[Stage]) -> str:
    """How many stages there are and the time they span, or when the work was finished."""
    if not stages:
        return ""
    names = list(dict.fromkeys(stage.stage for stage in stages))
    divided = f"，分为{joined(names)}{len(names)}个阶段" if len(names) > 1 else ""
    span = whole_span([text for stage in stages for text in (stage.from_, stage.to)])
    if span is not None:
        when = f"自{span_text(*span)}进行" if span[0] != span[1] else f"于{date_text(span[0])}进行"
        return f"评价工作{when}{divided}。各阶段的时间和工作内容见下表。"
    finished = f"于{date_text(stages[-1].to)}完成" if stages[-1].to else ""
    told = finished + divided if finished else divided.removeprefix("，")
    return f"{f'评价工作{told}。' if told else ''}各阶段的工作内容见下表。"
