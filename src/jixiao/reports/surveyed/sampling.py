"""The annex on who was asked, how many answered, and whom the figures can speak for."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jixiao.reports.content.columns import number_column, text_column, text_table
from jixiao.reports.content.parts import Table
from jixiao.reports.page.chapters import Block, Paragraph, Part
from jixiao.reports.surveyed.figures import number, percent
from jixiao.reports.surveyed.options import options_table
from jixiao.surveys.results import GroupResult, StudyResult

_NOT_SAID = "没有说明抽样办法，调查对象怎样选取无从复核。"
_WHO = ("身份", "了解程度")
_SHOWN_EXCLUSIONS = 50
"""Left-out sheets listed one by one in the annex; the workbook lists all."""


def method_part(result: StudyResult) -> Part:
    """How the survey was carried out."""
    study = result.study
    groups = "、".join(group.group.name for group in result.groups)
    sentences = [
        f"本次调查面向{groups}。",
        _mode_sentence(result.groups),
        f"调查时间：{study.period}。" if study.period else "",
        f"抽样办法：{study.sampling.rstrip('。')}。" if study.sampling else _NOT_SAID,
    ]
    return Part("调查对象和方法", tuple(Paragraph(sentence) for sentence in sentences if sentence))


def _mode_sentence(groups: Sequence[GroupResult]) -> str:
    """How the groups were asked, as far as the study writes it."""
    written = [each.group for each in groups if "mode" in each.group.model_fields_set]
    modes = list(dict.fromkeys(each.mode for each in written))
    if len(written) == len(groups) and len(modes) == 1:
        return f"调查方式：{modes[0]}。"
    told = "，".join(f"{each.name}为{each.mode}" for each in written)
    unsaid = "、".join(each.group.name for each in groups if each.group not in written)
    if not told:
        return "没有写明调查方式（网络、纸质、电话或现场）。"
    return f"调查方式：{told}{f'；{unsaid}没有写明' if unsaid else ''}。"


def recovery_part(result: StudyResult) -> Part:
    """What was sent out, came back and counts, with the size of sample that the population would need."""
    blocks: list[Block] = [_recovery_table(result.groups)]
    blocks += [Paragraph(_size_sentence(group)) for group in result.groups]
    for group in result.groups:
        blocks += _excluded(group)
    return Part("问卷发放和回收", tuple(blocks))


def _recovery_table(groups: Sequence[GroupResult]) -> Table:
    columns = [("调查对象", [group.group.name for group in groups])]
    counted = (
        ("总体", [number(group.sampling.population) for group in groups]),
        ("发放", [number(group.sampling.issued) for group in groups]),
        ("回收", [number(group.sampling.returned) for group in groups]),
        ("有效", [number(group.sampling.valid) for group in groups]),
        ("回收率", [percent(group.sampling.recovery_rate) for group in groups]),
        ("有效率", [percent(group.sampling.valid_rate) for group in groups]),
        ("宜有样本", [number(group.sampling.needed) for group in groups]),
    )
    return Table(
        title="问卷发放和回收情况表",
        unit="份",
        columns=(
            *(text_column(heading, cells) for heading, cells in columns),
            *(number_column(heading, cells) for heading, cells in counted),
        ),
        rows=tuple(zip(*(cells for _, cells in (*columns, *counted)), strict=True)),
        note="回收率为回收份数除以发放份数，有效率为有效份数除以回收份数；"
        "宜有样本是误差不超过5个百分点所需的份数，总体已知的按总体修正。",
    )


def _size_sentence(group: GroupResult) -> str:
    sampling = group.sampling
    if sampling.valid == sampling.population:
        return f"{group.group.name}已全部调查，结果没有抽样误差。"
    of_whom = "总体人数没有写明，按总体很大计算" if sampling.population is None else f"总体{sampling.population}人"
    if sampling.population is not None and sampling.valid > sampling.population:
        return f"{group.group.name}：总体写明{sampling.population}人，有效问卷却有{sampling.valid}份，请核对。"
    verdict = "达到" if sampling.valid >= sampling.needed else "未达到"
    counted = f"宜有样本{sampling.needed}份，实有有效问卷{sampling.valid}份"
    return f"{group.group.name}：{of_whom}，{counted}，{verdict}这一数量。"


def _excluded(group: GroupResult) -> Iterator[Block]:
    if not group.excluded:
        return
    reasons = Counter(each.reason for each in group.excluded)
    told = "、".join(f"{reason}{count}份" for reason, count in reasons.most_common())
    yield Paragraph(f"{group.group.name}剔除无效问卷{len(group.excluded)}份：{told}。")
    shown = group.excluded[:_SHOWN_EXCLUSIONS]
    table = text_table(
        f"{group.group.name}无效问卷清单",
        [
            ("文件", [each.file for each in shown]),
            ("行号", [str(each.row) for each in shown]),
            ("原因", [each.reason for each in shown]),
            ("说明", [each.detail or "—" for each in shown]),
        ],
    )
    yield table if len(shown) == len(group.excluded) else _with_rest(table, len(group.excluded))


def _with_rest(table: Table, whole: int) -> Table:
    note = f"只列前{len(table.rows)}份，全部{whole}份列在工作簿的“无效问卷”表中"
    return Table(table.title, table.columns, table.rows, note=note)


def respondents_part(result: StudyResult) -> Part:
    """Who answered: the questions on identity and on knowledge; nothing where none was asked."""
    return Part("调查对象构成", tuple(filter(None, map(_composition, result.groups))))


def _composition(group: GroupResult) -> Table | None:
    asked = [each for each in group.questions if each.question.role in _WHO and each.options]
    if not asked:
        return None
    return options_table(f"{group.group.name}构成表", asked)
