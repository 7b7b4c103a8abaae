"""The annex on what was answered: question by question, together, by kinds of respondents, and in their own words."""

from collections.abc import Iterator

from jixiao.quantities import exact_text, round_half_up
from jixiao.reports.content.parts import Chart, Column, Series, Table
from jixiao.reports.page.chapters import Block, Paragraph, Part
from jixiao.reports.surveyed.figures import between, number, percent, with_margin
from jixiao.reports.surveyed.options import options_table, remarks_table, satisfaction_table, shares_chart
from jixiao.surveys.results import CrossTable, GroupResult, QuestionResult, StudyResult

_SMALL = 10
"""Subgroups smaller than this are marked: one answer moves them by more than ten points."""
_REMARKS_SHOWN = 30


def questions_part(result: StudyResult) -> Part:
    """Every question on satisfaction with its table and chart, group by group."""
    return Part("各题满意度", parts=tuple(_group_part(group) for group in result.groups))


def _group_part(group: GroupResult) -> Part:
    counted = [each for each in group.questions if each.question.measures_satisfaction]
    return Part(group.group.name, parts=tuple(_question_part(each) for each in counted))


def _question_part(result: QuestionResult) -> Part:
    blocks: list[Block] = [Paragraph(_question_sentence(result)), satisfaction_table(result)]
    if result.base:
        blocks.append(shares_chart(result))
    return Part(result.question.name, tuple(blocks))


def _question_sentence(result: QuestionResult) -> str:
    text = result.question.text.rstrip("。")
    asked = "" if result.question.text == result.question.name else f"题目：{text}{'' if text.endswith('？') else '。'}"
    missing = "".join(
        f"，{what}{count}份" for what, count in (("未作答", result.blank), ("按跳题未问", result.not_asked)) if count
    )
    came_to = f"满意度{percent(result.composite)}" if result.composite is not None else f"满意度未计算：{result.why}"
    return f"{asked}作答{result.answered}份{missing}，{came_to}。"


def other_questions_part(result: StudyResult) -> Part:
    """Questions that are neither on satisfaction nor on identity and have options or numbers."""
    return Part("其他题目", tuple(block for group in result.groups for block in _other(group)))


def _other(group: GroupResult) -> Iterator[Block]:
    rest = [each for each in group.questions if each.question.role == "其他"]
    if chosen := [each for each in rest if each.options]:
        yield options_table(f"{group.group.name}其他题目统计表", chosen)
    for each in rest:
        if each.mean is not None:
            mean = exact_text(round_half_up(each.mean, 2))
            yield Paragraph(f"“{each.question.name}”作答{each.base}份，平均{mean}{each.question.unit}。")


def overall_part(result: StudyResult) -> Part:
    """The questions of every group side by side, the composites, and how they were put together."""
    blocks: list[Block] = []
    for group in result.groups:
        blocks += [_overall_table(group), Paragraph(_overall_sentence(group, result))]
        blocks += _chart(group)
    if len(result.groups) > 1:
        how = {"按答卷数": "按有效答卷份数加权", "等权": "各组等权平均", "按权重": "按写明的权重加权"}
        came_to = percent(result.composite) if result.composite is not None else "未计算，因为有的组没有结果"
        blocks.append(Paragraph(f"各组合并（{how[result.study.combination]}）的综合满意度：{came_to}。"))
    return Part("综合满意度", tuple(blocks))


def _overall_table(group: GroupResult) -> Table:
    counted = [each for each in group.questions if each.question.is_counted]
    rows = [
        (each.question.name, str(each.base), exact_text(each.question.weight), percent(each.composite), _interval(each))
        for each in counted
    ]
    rows.append(("综合满意度", number(group.sampling.valid), "", percent(group.composite), between(group.interval)))
    return Table(
        title=f"{group.group.name}满意度汇总表",
        unit="份",
        columns=(
            Column("题目", 40, "left"),
            Column("有效填写", 9, "right"),
            Column("题目权重", 9, "right"),
            Column("满意度", 10, "right"),
            Column("区间", 18),
        ),
        rows=tuple(rows),
        strong=(len(rows) - 1,),
        note=_interval_note(group),
    )


def _interval(result: QuestionResult) -> str:
    return between(result.interval)


def _interval_note(group: GroupResult) -> str:
    if group.interval is None:
        return ""
    return f"区间的置信度为{percent(group.interval.confidence).replace('.00', '')}，求法：{group.interval.method.value}"


def _overall_sentence(group: GroupResult, result: StudyResult) -> str:
    if group.composite is None:
        return f"{group.group.name}综合满意度未计算：{group.why}。"
    scheme = "" if group.scheme is None else f"各选项赋值为{group.scheme.name}（从最满意起，不了解不计入），"
    how = {
        "各题平均": "综合满意度为计入各题满意度的加权平均，平均前不舍入",
        "总体题": "综合满意度取总体评价一题的满意度",
        "合并计算": "综合满意度为各题答案合并后的满意度",
    }
    value = with_margin(group.composite, group.interval)
    alpha = "" if group.alpha is None else f"各题的一致性（克朗巴哈系数）为{round_half_up(group.alpha, 2)}。"
    return f"{scheme}{how[result.study.overall]}。{group.group.name}综合满意度为{value}。{alpha}"


def _chart(group: GroupResult) -> Iterator[Chart]:
    rated = [each for each in group.questions if each.question.is_counted and each.composite is not None]
    if len(rated) > 1:
        values = tuple(round_half_up(each.composite * 100, 2) for each in rated if each.composite is not None)
        names = tuple(each.question.name for each in rated)
        yield Chart(f"{group.group.name}各题满意度", "bar", names, (Series("满意度", values),), unit="%")


def crosses_part(result: StudyResult) -> Part:
    """Satisfaction by kinds of respondents."""
    return Part("交叉分析", tuple(_cross_table(group, cross) for group in result.groups for cross in group.crosses))


def _cross_table(group: GroupResult, cross: CrossTable) -> Table:
    counted = [each.question.name for each in group.questions if each.question.is_counted]
    rows = tuple(
        (
            each.answer + ("*" if each.size < _SMALL else ""),
            str(each.size),
            *(percent(value) for value in each.by_question),
            percent(each.composite),
        )
        for each in cross.subgroups
    )
    small = any(each.size < _SMALL for each in cross.subgroups)
    return Table(
        title=f"{group.group.name}按“{cross.question.name}”分组的满意度",
        unit="份",
        columns=(
            Column(cross.question.name, 16, "left"),
            Column("份数", 7, "right"),
            *(Column(name, 11, "right") for name in counted),
            Column("综合满意度", 11, "right"),
        ),
        rows=rows,
        wide=len(counted) > 5,
        note=f"标*的不足{_SMALL}份，只供参考" if small else "",
    )


def remarks_part(result: StudyResult) -> Part:
    """What people wrote, similar wordings together."""
    blocks: list[Block] = []
    for group in result.groups:
        for each in group.questions:
            if each.question.kind == "填空":
                blocks += _remarks(group, each)
    return Part("意见和建议", tuple(blocks))


def _remarks(group: GroupResult, result: QuestionResult) -> Iterator[Block]:
    told = f"{group.group.name}“{result.question.name}”一题有{result.answered}人填写"
    yield Paragraph(f"{told}，相近的说法合并后如下。" if result.remarks else f"{told}。")
    if result.remarks:
        yield remarks_table(result, _REMARKS_SHOWN)
