"""Tables and charts of the options of questions: counts and shares, and apart from them what they contribute."""

from collections.abc import Iterator, Sequence

from jixiao.quantities import exact_text, round_half_up
from jixiao.reports.content.parts import Chart, Column, Merge, Series, Table
from jixiao.reports.surveyed.figures import between, percent
from jixiao.reports.surveyed.naming import full_name, short_name
from jixiao.surveys.results import OptionResult, QuestionResult


def options_table(title: str, asked: Sequence[QuestionResult]) -> Table:
    """The options of several questions with counts and shares, each question named once."""
    rows: list[tuple[str, ...]] = []
    merged: list[Merge] = []
    for result in asked:
        if len(result.options) > 1:
            merged.append(Merge(len(rows), 0, len(result.options)))
        rows += [
            (full_name(result.question), each.text, str(each.count), percent(each.share)) for each in result.options
        ]
    many = any(result.question.kind == "多选" for result in asked)
    return Table(
        title=title,
        unit="份",
        columns=(
            Column("题目", 30, "left"),
            Column("选项", 24, "left"),
            Column("份数", 8, "right"),
            Column("占比", 10, "right"),
        ),
        rows=tuple(rows),
        merged=tuple(merged),
        note="多选题可选多项，各项占比之和可以超过100%" if many else "",
    )


def satisfaction_table(result: QuestionResult, note: str) -> Table:
    """One question on satisfaction: counts, shares with their intervals, then weights and contributions in columns of
    their own; the last row is the sum."""
    rows = [
        (
            each.text,
            str(each.count),
            percent(each.share) if _is_in_base(result, each) else "不计入",
            between(each.interval),
            "" if each.weight is None else f"{exact_text(each.weight * 100)}%",
            "" if each.contribution is None else percent(each.contribution),
        )
        for each in result.options
    ]
    rows.append(("有效填写", str(result.base), _whole_share(result), "", "", percent(result.composite)))
    return Table(
        title=f"“{short_name(result.question)}”满意度统计表",
        columns=(
            Column("选项", 18, "left"),
            Column("份数", 8, "right"),
            Column("占比", 10, "right"),
            Column("占比的区间", 18, "right"),
            Column("赋值", 8, "right"),
            Column("占比×赋值", 11, "right"),
        ),
        rows=tuple(rows),
        strong=(len(rows) - 1,),
        note=note,
    )


def _is_in_base(result: QuestionResult, option: OptionResult) -> bool:
    return not any(each.no_opinion and each.text == option.text for each in result.question.options)


def _whole_share(result: QuestionResult) -> str:
    return "100.00%" if result.base else percent(None)


def shares_chart(result: QuestionResult) -> Chart:
    """The shares of the options of one question, in percent."""
    shown = [each for each in result.options if each.share is not None]
    values = tuple(round_half_up(each.share * 100, 2) for each in shown if each.share is not None)
    names = tuple(each.text for each in shown)
    return Chart(f"“{short_name(result.question)}”各选项占比", "bar", names, (Series("占比", values),), unit="%")


def remarks_table(result: QuestionResult, limit: int) -> Table:
    """The typed answers, those of similar wording counted together, the most frequent first."""
    shown = result.remarks[:limit]
    rest = len(result.remarks) - len(shown)
    return Table(
        title=f"“{short_name(result.question)}”意见归类表",
        unit="条",
        columns=(Column("意见", 50, "left"), Column("条数", 8, "right"), Column("相近的说法", 40, "left")),
        rows=tuple((each.text, str(each.count), "；".join(_few(each.alike)) or "—") for each in shown),
        note=f"另有{rest}类意见列在工作簿的“意见”表中" if rest else "",
    )


def _few(texts: Sequence[str]) -> Iterator[str]:
    yield from texts[:3]
    if len(texts) > 3:
        yield f"等{len(texts)}种"
