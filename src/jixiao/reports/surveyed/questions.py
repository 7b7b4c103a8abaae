"""The annex on what was answered: question by question, together, and in the respondents' own words."""

from collections.abc import Iterator

from jixiao.quantities import exact_text, round_half_up
from jixiao.reports.content.parts import Chart, Column, Series, Table
from jixiao.reports.page.chapters import Block, Paragraph, Part
from jixiao.reports.surveyed.figures import between, number, percent, with_margin
from jixiao.reports.surveyed.naming import full_name, short_name
from jixiao.reports.surveyed.options import options_table, remarks_table, satisfaction_table, shares_chart
from jixiao.surveys.results import GroupResult, QuestionResult, StudyResult

_REMARKS_SHOWN = 30
_HOW = "各题的占比以有效填写份数为基数；满意度为表中“占比×赋值”一列之和，由未舍入的占比计算。"


def questions_part(result: StudyResult) -> Part:
    """Every question on satisfaction with its table and chart, group by group."""
    parts = tuple(_group_part(group) for group in result.groups)
    return Part("各题满意度", (Paragraph(_HOW),) if any(part.parts for part in parts) else (), parts)


def _group_part(group: GroupResult) -> Part:
    counted = [each for each in group.questions if each.question.measures_satisfaction]
    return Part(group.group.name, parts=tuple(_question_part(each) for each in counted))


def _question_part(result: QuestionResult) -> Part:
    blocks: list[Block] = [satisfaction_table(result, _question_note(result))]
    if result.base:
        blocks.append(shares_chart(result))
    return Part(result.question.name, tuple(blocks))


def _question_note(result: QuestionResult) -> str:
    """What was asked and who answered: below the table, where it leaves room for two questions on a page of Word.

    What the satisfaction comes to, the table says.
    """
    question = result.question
    text = question.text.rstrip("。")
    is_named = question.text == question.name
    number = f"问卷{question.id}，" if is_named and short_name(question) == question.id else ""
    asked = number if is_named else f"题目：{text}{'' if text.endswith('？') else '。'}"
    missing = "".join(f"，{what}{count}份" for what, count in _missing(result) if count)
    why = f"；满意度未计算：{result.why}" if result.composite is None else ""
    return f"{asked}作答{result.answered}份{missing}{why}。"


def _missing(result: QuestionResult) -> tuple[tuple[str, int], ...]:
    return (
        ("选“不了解”一类而不计入有效填写", result.no_opinion),
        ("未作答", result.blank),
        ("按跳题未问", result.not_asked),
        ("回答读不出", result.unreadable),
    )


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
            yield Paragraph(f"“{each.question.name}”有效填写{each.base}份，平均{mean}{each.question.unit}。")


def overall_part(result: StudyResult) -> Part:
    """The questions of every group side by side, the composites, and how they were put together."""
    blocks: list[Block] = [Paragraph(_overall_how(result))]
    for group in result.groups:
        blocks += [_overall_table(group), Paragraph(_overall_sentence(group, result))]
        blocks += _chart(group)
    if len(result.groups) > 1:
        how = {"按答卷数": "按有效答卷份数加权", "等权": "各组等权平均", "按权重": "按写明的权重加权"}
        came_to = percent(result.composite) if result.composite is not None else "未计算，因为有的组没有结果"
        blocks.append(Paragraph(f"各组合并（{how[result.study.combination]}）的综合满意度：{came_to}。"))
    return Part("综合满意度", tuple(blocks))


def _overall_how(result: StudyResult) -> str:
    """How answers became composites, as far as all groups have it in common."""
    how = {
        "各题平均": "综合满意度为计入各题满意度的加权平均，平均前不舍入。",
        "总体题": "综合满意度取总体评价一题的满意度。",
        "合并计算": "综合满意度为各题答案合并后的满意度。",
    }
    scheme = _scheme_in_common(result)
    return (_scheme_sentence(scheme) if scheme else "") + how[result.study.overall]


def _scheme_in_common(result: StudyResult) -> str:
    names = {group.scheme.name for group in result.groups if group.scheme is not None}
    return names.pop() if len(names) == 1 else ""


def _scheme_sentence(name: str) -> str:
    if "/" in name:
        return f"各选项的赋值从最满意起依次为{name}，选“不了解”一类的不计入。"
    return f"各选项的赋值办法：{name}；选“不了解”一类的不计入。"


def _overall_table(group: GroupResult) -> Table:
    counted = [each for each in group.questions if each.question.is_counted]
    rows = [
        (
            full_name(each.question),
            str(each.base),
            exact_text(each.question.weight),
            percent(each.composite),
            _interval(each),
        )
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
            Column("区间", 18, "right"),
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
    own = "" if group.scheme is None or _scheme_in_common(result) else _scheme_sentence(group.scheme.name)
    value = with_margin(group.composite, group.interval)
    alpha = "" if group.alpha is None else f"各题的一致性（克朗巴哈系数）为{round_half_up(group.alpha, 2)}。"
    return f"{own}{group.group.name}综合满意度为{value}。{alpha}"


def _chart(group: GroupResult) -> Iterator[Chart]:
    rated = [each for each in group.questions if each.question.is_counted and each.composite is not None]
    if len(rated) > 1:
        values = tuple(round_half_up(each.composite * 100, 2) for each in rated if each.composite is not None)
        names = tuple(short_name(each.question) for each in rated)
        yield Chart(f"{group.group.name}各题满意度", "bar", names, (Series("满意度", values),), unit="%")


def remarks_part(result: StudyResult) -> Part:
    """What people wrote, similar wordings together."""
    blocks: list[Block] = []
    for group in result.groups:
        for each in group.questions:
            if each.question.kind == "填空":
                blocks += _remarks(group, each)
    return Part("意见和建议", tuple(blocks))


def _remarks(group: GroupResult, result: QuestionResult) -> Iterator[Block]:
    told = f"{group.group.name}“{result.question.name.rstrip('？。')}”一题有{result.answered}人填写"
    yield Paragraph(f"{told}，相近的说法合并后如下。" if result.remarks else f"{told}。")
    if result.remarks:
        yield remarks_table(result, _REMARKS_SHOWN)
