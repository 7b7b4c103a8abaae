"""What is to be said of the results: what the sample cannot carry, and what contradicts itself."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.findings import Check, Finding, Place, Severity
from jixiao.quantities import fixed_text, percent_text
from jixiao.surveys.results import FEW, GroupResult, Interval, Sampling, Scored
from jixiao.surveys.statistics.checks import (
    FEW_ANSWERS,
    LOW_ALPHA,
    NOT_CROSSED,
    NOT_SCORED,
    OVER_WHOLE,
    RETURNED_DIFFERS,
    SAMPLE_SMALL,
    STRADDLES,
    UNDERREPRESENTED,
)
from jixiao.surveys.study import StudyGroup

GOOD_ALPHA = Fraction(7, 10)
"""What is usually asked of questions that are said to measure one thing."""


def findings_of(result: GroupResult, received: int | None) -> Iterator[Finding]:
    """What is to be said of the result of one group; `received` is how many sheets the data hold."""
    yield from _of_numbers(result.group.name, result.sampling)
    if received is not None and result.sampling.returned not in (None, received):
        yield _finding(
            RETURNED_DIFFERS,
            Severity.WARNING,
            f"写明回收 {result.sampling.returned} 份，数据中有 {received} 份",
            "回收率和有效率按写明的份数计算。请核对是否少交了答卷，或改正 returned。",
            result.group.name,
            stated=f"{result.sampling.returned} 份",
            expected=f"{received} 份",
        )
    yield from _of_size(result)
    yield from _of_small_bases(result)
    if result.alpha is not None and result.alpha < GOOD_ALPHA:
        value = fixed_text(result.alpha, 2)
        yield _finding(
            LOW_ALPHA,
            Severity.NOTE,
            f"各题的一致性系数只有 {value}",
            f"克朗巴哈系数为 {value}，低于惯例的 0.7：各题说的可能不是一回事，平均数掩盖了差别，请逐题分析。",
            result.group.name,
            stated=value,
        )
    for scored in result.scored:
        yield from _of_score(result, scored)


def underrepresented(groups: Sequence[GroupResult]) -> Iterator[Finding]:
    """Groups whose share of all sheets is less than half of their share of all who could have been asked."""
    populations = [group.sampling.population or 0 for group in groups]
    sheets = [group.sampling.valid for group in groups]
    if len(groups) < 2 or not all(populations) or not sum(sheets):
        return
    for group, population, valid in zip(groups, populations, sheets, strict=True):
        of_people, of_sheets = Fraction(population, sum(populations)), Fraction(valid, sum(sheets))
        if 2 * of_sheets < of_people:
            yield _finding(
                UNDERREPRESENTED,
                Severity.WARNING,
                f"{group.group.name}在答卷中代表不足",
                f"{group.group.name}占总体的 {percent_text(of_people)}，只占答卷的 {percent_text(of_sheets)}；"
                "按答卷份数合并的满意度主要是其他组的意见，请补充调查或按总体人数加权。",
                group.group.name,
                stated=percent_text(of_sheets),
                expected=percent_text(of_people),
            )


def not_crossed(group: StudyGroup) -> Finding:
    """That subgroups were asked for of a group of which there are only counts."""
    return _finding(
        NOT_CROSSED,
        Severity.NOTE,
        f"{group.name}不能做交叉分析",
        f"只有各选项的份数，没有逐份的答卷，无从知道{'、'.join(group.cross)}不同的人各选了什么。",
        group.name,
        stated="、".join(group.cross),
    )


def with_margin(value: Fraction, interval: Interval) -> str:
    """A value with its interval as it is spoken of.

    >>> from jixiao.surveys.results import Method
    >>> with_margin(Fraction(9, 10), Interval(Fraction(85, 100), Fraction(95, 100), Fraction(95, 100), Method.NORMAL))
    '90.00% ± 5.0'
    """
    above, below = interval.high - value, value - interval.low
    if abs(above - below) < Fraction(1, 1000):
        return f"{percent_text(value)} ± {fixed_text(interval.half_width * 100, 1)}"
    return f"{percent_text(value)}（{percent_text(interval.low, 1)} 至 {percent_text(interval.high, 1)}）"


def _of_numbers(name: str, sampling: Sampling) -> Iterator[Finding]:
    pairs = (
        ("回收", sampling.returned, "发放", sampling.issued),
        ("有效", sampling.valid, "回收", sampling.returned),
        ("有效", sampling.valid, "总体", sampling.population),
    )
    for part, count, whole, of in pairs:
        if count is not None and of is not None and count > of:
            yield _finding(
                OVER_WHOLE,
                Severity.ERROR,
                f"{part} {count} 份，多于{whole}的 {of}",
                f"{part}份数不能多于{whole}数。请核对这两个数。",
                name,
                stated=str(count),
                expected=f"不超过 {of}",
            )


def _of_size(result: GroupResult) -> Iterator[Finding]:
    sampling, name = result.sampling, result.group.name
    if not sampling.valid:
        yield _finding(
            FEW_ANSWERS,
            Severity.ERROR,
            f"{name}没有有效答卷",
            "没有可以统计的回答，满意度没有计算。请核对文件和剔除的原因。",
            name,
            stated="0 份",
        )
        return
    if sampling.valid < FEW and sampling.valid != sampling.population:
        yield _finding(
            FEW_ANSWERS,
            Severity.WARNING,
            f"{name}只有 {sampling.valid} 份有效答卷",
            f"不足 {FEW} 份，百分比只作参考：一份答卷就是 {fixed_text(Fraction(100, sampling.valid), 1)} 个百分点。",
            name,
            stated=f"{sampling.valid} 份",
        )
    if sampling.valid < sampling.needed:
        of = "很大的总体" if sampling.population is None else f"{sampling.population} 人的总体"
        yield _finding(
            SAMPLE_SMALL,
            Severity.WARNING,
            f"{name}有效 {sampling.valid} 份，少于所需的 {sampling.needed} 份",
            f"{of}要使误差不超过 ±5 个百分点，需要 {sampling.needed} 份有效答卷。请在报告中写明误差，或补充调查。",
            name,
            stated=f"{sampling.valid} 份",
            expected=f"{sampling.needed} 份",
        )


def _of_small_bases(result: GroupResult) -> Iterator[Finding]:
    """Questions and subgroups that fewer answered than the group as a whole would let expect, in one finding each."""
    name = result.group.name
    few = [(each.question.name, each.base) for each in result.questions if each.options and 0 < each.base < FEW]
    if few and result.sampling.valid >= FEW:
        yield _few(name, "题目", few)
    for cross in result.crosses:
        small = [(each.answer, each.size) for each in cross.subgroups if each.is_small]
        if small and result.sampling.valid >= FEW:
            yield _few(name, f"“{cross.question.name}”的类别", small)


def _few(name: str, what: str, small: Sequence[tuple[str, int]]) -> Finding:
    listed = "、".join(f"{each}（{count} 份）" for each, count in small)
    return _finding(
        FEW_ANSWERS,
        Severity.NOTE,
        f"{what}中有 {len(small)} 个不足 {FEW} 份",
        f"{listed}。这些百分比照常列出，只作参考。",
        name,
        stated=listed,
    )


def _of_score(result: GroupResult, scored: Scored) -> Iterator[Finding]:
    name = result.group.name
    if scored.score is None:
        yield _finding(
            NOT_SCORED, Severity.WARNING, "评分规则没有用上", f"{scored.why}。规则原文：{scored.rule.text}", name
        )
    elif scored.is_settled is False and scored.interval is not None and scored.value is not None:
        low, high = scored.low_score or Fraction(0), scored.high_score or Fraction(0)
        told = with_margin(scored.value, scored.interval)
        yield _finding(
            STRADDLES,
            Severity.WARNING,
            f"{told}：得分取决于样本",
            f"按评分规则，{percent_text(scored.value)} 得 {fixed_text(scored.score, 2)} 分；"
            f"区间内的得分从 {fixed_text(low, 2)} 到 {fixed_text(high, 2)} 分。再调查一次，得分可能不同。"
            f"规则原文：{scored.rule.text}",
            name,
            stated=told,
        )


def _finding(
    check: Check,
    severity: Severity,
    title: str,
    explanation: str,
    group: str,
    *,
    stated: str | None = None,
    expected: str | None = None,
) -> Finding:
    places = (Place(table=group),)
    return Finding(check.id, severity, check.kind, title, explanation, stated, expected, places=places)
