"""The annex on what the figures can carry: the scoring rules they decide, other voices beside them, their limits."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.quantities import fixed_text
from jixiao.reports.content.columns import number_column, text_column, text_table
from jixiao.reports.content.parts import Table
from jixiao.reports.page.chapters import Block, Paragraph, Part
from jixiao.reports.surveyed.figures import NIL, between, number, percent, with_margin
from jixiao.surveys.results import GroupResult, Method, Scored, StudyResult, VoiceResult

_FEW = 30
"""Below this many answers a percentage says little (domain reference 12.3)."""


def scoring_part(result: StudyResult) -> Part:
    """What the rules of the indicators make of the results, and whether the sample decides it."""
    scored = [(group, each) for group in result.groups for each in group.scored]
    if not scored:
        return Part("对评分的影响")
    columns = [
        ("指标", [each.rule.indicator or group.group.name for group, each in scored]),
        ("评分规则", [each.rule.text for _, each in scored]),
        ("满意度", [percent(each.value) for _, each in scored]),
        ("区间", [between(each.interval) for _, each in scored]),
        ("得分", [_points(each.score) for _, each in scored]),
        ("区间内得分", [_range(each) for _, each in scored]),
    ]
    paragraphs = (Paragraph(_scored_sentence(group, each)) for group, each in scored)
    return Part("对评分的影响", (text_table("满意度指标得分表", columns), *paragraphs))


def _scored_sentence(group: GroupResult, scored: Scored) -> str:
    value = with_margin(scored.value, scored.interval)
    if scored.score is None:
        return f"{group.group.name}满意度{value}，得分未计算：{scored.why}。"
    if scored.is_settled is None:
        return f"{group.group.name}满意度{value}，得{_points(scored.score)}分；没有区间，得分是否取决于抽样无法判断。"
    if scored.is_settled:
        return f"{group.group.name}满意度{value}，区间内得分都是{_points(scored.score)}分，得分不取决于抽样。"
    return (
        f"{group.group.name}满意度{value}，得{_points(scored.score)}分；区间内得分从{_range(scored)}分不等，"
        "得分取决于抽到哪些人，请结合其他证据判断。"
    )


def _range(scored: Scored) -> str:
    if scored.low_score is None or scored.high_score is None:
        return NIL
    low, high = sorted((scored.low_score, scored.high_score))
    return _points(low) if low == high else f"{_points(low)}到{_points(high)}"


def _points(score: Fraction | None) -> str:
    return NIL if score is None else fixed_text(score, 2)


def voices_part(result: StudyResult) -> Part:
    """Call-backs, complaints and ratings beside the survey, each rate with the number it is a share of."""
    return Part("其他渠道的反映", parts=tuple(map(_voice_part, result.voices)))


def _voice_part(voice: VoiceResult) -> Part:
    rates = [
        f"{rate.name}{percent(rate.value)}（{rate.part}除以{rate.base}）"
        for rate in voice.rates
        if rate.value is not None
    ]
    told = "，".join(rates) or "没有可以计算比率的基数"
    findings = (Paragraph(f"{finding.title}：{finding.explanation}") for finding in voice.findings)
    return Part(voice.title or voice.kind, (Paragraph(f"{told}。"), _voice_table(voice), *findings))


def _voice_table(voice: VoiceResult) -> Table:
    rows = (*voice.rows, voice.total)
    counted = [(heading, [number(row.counts[place]) for row in rows]) for place, heading in enumerate(voice.columns)]
    labels = [row.label for row in rows]
    rates = [row.stated_rate or NIL for row in rows]
    return Table(
        title=f"{voice.title or voice.kind}统计表",
        columns=(
            text_column("期间", labels),
            *(number_column(heading, cells) for heading, cells in counted),
            text_column("原表所列比率", rates),
        ),
        rows=tuple(zip(labels, *(cells for _, cells in counted), rates, strict=True)),
        strong=(len(rows) - 1,),
    )


def limits_part(result: StudyResult) -> Part:
    """What the figures cannot carry: what the data show themselves, then what the study states."""
    blocks: list[Block] = [Paragraph(f"{place}.{text}") for place, text in enumerate(_limits(result), 1)]
    return Part("局限", tuple(blocks))


def _limits(result: StudyResult) -> Iterator[str]:
    for group in result.groups:
        name, sampling = group.group.name, group.sampling
        if sampling.valid < _FEW:
            yield f"{name}有效问卷只有{sampling.valid}份，不足{_FEW}份，百分比只能作参考。"
        elif sampling.valid < sampling.needed:
            yield f"{name}有效问卷{sampling.valid}份，少于误差不超过5个百分点所需的{sampling.needed}份。"
        if sampling.population is not None and sampling.valid > sampling.population:
            yield f"{name}写明的总体{sampling.population}人少于有效问卷{sampling.valid}份，没有据以修正区间。"
        if sampling.population is None:
            yield f"{name}的总体人数没有写明，样本能代表多少人无从判断。"
        if sampling.non_response is not None and sampling.non_response > 0:
            yield f"{name}未回收的占{percent(sampling.non_response)}，没有作答的人意见可能不同。"
        if group.interval is not None and group.interval.method is Method.CONSERVATIVE:
            yield f"{name}只有各选项份数，没有逐份答卷，区间按各题完全相关估计，偏宽。"
    if not result.study.sampling:
        yield "没有说明抽样办法；区间只反映随机抽样的误差，不反映对象选取的偏差。"
    yield from (limit if limit.endswith("。") else f"{limit}。" for limit in result.study.limits)
