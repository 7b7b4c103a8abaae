"""Layouts: ways in which reports of different firms say and set the same evaluation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.quality.evaluations import DEGREES, SCHEME, Evaluation, Group, Indicator, Item, percent, points, wan
from tests.quality.sheets import Block, Cell, Figure, Heading, Paragraph, Sheets, Table, row


@dataclass(frozen=True, slots=True)
class Style:
    """What makes layouts differ: codes or none, headings of columns, the order of columns, words of sentences."""

    name: str
    coded: bool
    weight: str
    total: str
    tables_first: bool
    long_annex: bool
    dash: str


STYLES = (
    Style("codes", True, "权重", "合计", False, True, "-"),
    Style("plain", False, "分值", "合计", True, False, "-"),
    Style("short", True, "权重分", "总计", True, True, "—"),
    Style("merged", False, "权重", "合计", False, True, "-"),
)


def sheets(evaluation: Evaluation, style: Style) -> Sheets:
    """The report of an evaluation in a style."""
    return Sheets(
        f"{evaluation.department}{evaluation.year}年度部门整体支出绩效评价报告", tuple(_blocks(evaluation, style))
    )


def _blocks(evaluation: Evaluation, style: Style) -> Iterator[Block]:
    yield Heading(1, "一、部门基本情况")
    yield Heading(2, "（一）部门预算收支情况")
    yield from _ordered(style, _budget_text(evaluation), _budget_table(evaluation, style))
    yield Heading(2, "（二）部门决算支出情况")
    yield from _ordered(style, _outturn_text(evaluation), _outturn_table(evaluation, style))
    yield Heading(1, "二、综合评价情况及评价结论")
    yield from _ordered(style, _score_text(evaluation), _score_table(evaluation, style))
    yield Heading(1, "三、绩效评价指标分析")
    for number, group in enumerate(evaluation.system, 1):
        yield Heading(2, f"（{'一二三四'[number - 1]}）{group.name}指标分析")
        yield from _ordered(style, _group_text(group), _group_table(group, number, style))
        for leaf in group.indicators():
            yield _indicator_text(leaf, style)
    yield Heading(1, "四、存在的问题")
    yield Paragraph(("部分工作推进较慢，有待加强。",))
    yield Heading(1, "五、有关建议")
    yield Paragraph(("建议加强管理，按计划推进各项工作。",))
    if style.long_annex:
        yield Heading(1, "附件1：评价指标体系及得分表")
        yield _annex(evaluation, style)
    yield Heading(1, "附件2：满意度调查分析" if style.long_annex else "附件1：满意度调查分析")
    yield from _survey(evaluation)


def _ordered(style: Style, text: Paragraph, table: Table) -> tuple[Block, Block]:
    return (table, text) if style.tables_first else (text, table)


def _sum(items: tuple[Item, ...], of: Callable[[Item], int]) -> int:
    return sum(of(item) for item in items)


def _initial(item: Item) -> int:
    return item.initial


def _spent(item: Item) -> int:
    return item.spent


def _amount(fen: int) -> Figure:
    return Figure(wan(fen), "amount")


def _share(part: int, whole: int) -> Figure:
    return Figure(percent(Fraction(part, whole)), "share")


def _split_text(evaluation: Evaluation, of: Callable[[Item], int], lead: str, what: str) -> Paragraph:
    """A total with its two parts and their shares, in one sentence."""
    basic, projects = _sum(evaluation.basic, of), _sum(evaluation.projects, of)
    whole = basic + projects
    return Paragraph(
        (
            f"{evaluation.department}{evaluation.year}年{lead}合计",
            _text_amount(whole),
            f"，其中：基本支出{what}",
            _text_amount(basic),
            "，占",
            Figure(percent(Fraction(basic, whole)), "text_share"),
            f"；项目支出{what}",
            _text_amount(projects),
            "，占",
            Figure(percent(Fraction(projects, whole)), "text_share"),
            "。",
        )
    )


def _text_amount(fen: int) -> Figure:
    return Figure(f"{wan(fen)}万元", "text_amount")


def _budget_text(evaluation: Evaluation) -> Paragraph:
    return _split_text(evaluation, _initial, "支出预算", "")


def _outturn_text(evaluation: Evaluation) -> Paragraph:
    return _split_text(evaluation, _spent, "支出决算", "")


def _budget_table(evaluation: Evaluation, style: Style) -> Table:
    return _amount_table(
        evaluation, style, f"表1{style.dash}1 {evaluation.year}年支出预算安排情况表", "年初预算数", _initial
    )


def _outturn_table(evaluation: Evaluation, style: Style) -> Table:
    """Budget, outturn and rate of every line."""
    rows = [row("类别", "全年预算数", "决算数", "预算执行率")]
    basic, projects = evaluation.basic, evaluation.projects
    for mark, name, items in (("一、", "基本支出", basic), ("二、", "项目支出", projects)):
        rows.append(_rate_row(f"{mark}{name}", _sum(items, lambda item: item.adjusted), _sum(items, _spent)))
        rows += [_rate_row(f"{n}.{item.name}", item.adjusted, item.spent) for n, item in enumerate(items, 1)]
    every = basic + projects
    rows.append(_rate_row(style.total, _sum(every, lambda item: item.adjusted), _sum(every, _spent)))
    return Table(f"表1{style.dash}2 {evaluation.year}年支出决算情况表", "万元", tuple(rows))


def _rate_row(name: str, budget: int, spent: int) -> tuple[Cell, ...]:
    return row(name, _amount(budget), _amount(spent), Figure(percent(Fraction(spent, budget)), "rate"))


def _amount_table(evaluation: Evaluation, style: Style, caption: str, heading: str, of: Callable[[Item], int]) -> Table:
    basic, projects = evaluation.basic, evaluation.projects
    whole = _sum(basic + projects, of)
    rows = [row("类别", heading, "占比")]
    for mark, name, items in (("一、", "基本支出", basic), ("二、", "项目支出", projects)):
        part = _sum(items, of)
        rows.append(row(f"{mark}{name}", _amount(part), _share(part, whole)))
        rows += [row(f"{n}.{item.name}", _amount(of(item)), _share(of(item), whole)) for n, item in enumerate(items, 1)]
    rows.append(row(style.total, _amount(whole), "100.00%"))
    return Table(caption, "万元", tuple(rows))


def _weight(hundredths: int) -> Figure:
    return Figure(points(hundredths), "weight")


def _score(hundredths: int) -> Figure:
    return Figure(points(hundredths), "score")


def _score_rate(score: int, weight: int) -> Figure:
    return Figure(percent(Fraction(score, weight)), "score_rate")


def _named(item: Group | Indicator, style: Style) -> str:
    return f"{item.code} {item.name}" if style.coded else item.name


def _score_text(evaluation: Evaluation) -> Paragraph:
    return Paragraph(
        (
            "评价结果分为四级：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。"
            f"{evaluation.department}部门整体支出绩效评价综合得分为",
            Figure(f"{points(evaluation.score)}分", "total_score"),
            "，绩效等级为“",
            Figure(evaluation.grade, "grade"),
            "”。",
        )
    )


def _score_table(evaluation: Evaluation, style: Style) -> Table:
    rows = [row("一级指标", style.weight, "得分", "得分率")]
    rows += [_score_row(_named(group, style), group.weight, group.score) for group in evaluation.system]
    rows.append(_score_row(style.total, 10000, evaluation.score))
    return Table(f"表2{style.dash}1 绩效评价得分情况表", "", tuple(rows))


def _score_row(name: str, weight: int, score: int) -> tuple[Cell, ...]:
    return row(name, _weight(weight), _score(score), _score_rate(score, weight))


def _group_text(group: Group) -> Paragraph:
    return Paragraph(
        (
            f"{group.name}指标权重分为",
            Figure(f"{points(group.weight)}分", "text_weight"),
            "，得",
            Figure(f"{points(group.score)}分", "text_score"),
            "，得分率",
            Figure(percent(Fraction(group.score, group.weight)), "text_rate"),
            "。",
        )
    )


def _group_table(group: Group, number: int, style: Style) -> Table:
    rows = [row("指标", style.weight, "得分", "得分率")]
    if style.coded:
        for second in group.below:
            rows.append(_score_row(_named(second, style), second.weight, second.score))
            if isinstance(second, Group):
                rows += [_score_row(_named(leaf, style), leaf.weight, leaf.score) for leaf in second.indicators()]
    else:
        rows += [_score_row(leaf.name, leaf.weight, leaf.score) for leaf in group.indicators()]
    rows.append(_score_row("小计", group.weight, group.score))
    return Table(f"表3{style.dash}{number} {group.name}指标得分情况", "", tuple(rows))


def _indicator_text(leaf: Indicator, style: Style) -> Paragraph:
    name = f"{_named(leaf, style)}：" if style.coded else f"“{leaf.name}”指标满分{points(leaf.weight)}分。"
    text = "经查阅资料和现场核实，相关工作按要求开展。依据评分规则，该项指标得"
    return Paragraph(
        (f"{name}{text}", Figure(f"{points(leaf.score)}分", "indicator_score" if style.coded else "free"), "。")
    )


def _annex(evaluation: Evaluation, style: Style) -> Table:
    """All indicators with their groups in merged cells, a rule each, weight and score."""
    rows = [row("一级指标", "二级指标", "三级指标", style.weight, "评分规则", "得分")]
    for group in evaluation.system:
        first: tuple[Cell, ...] = (_over(group, style),)
        for second in group.below:
            assert isinstance(second, Group)
            head: tuple[Cell, ...] = (_over(second, style),)
            for leaf in second.indicators():
                score = Figure(points(leaf.score), "annex_score")
                rows.append(row(*first, *head, _named(leaf, style), _weight(leaf.weight), _RULE, score))
                first = head = ()
    rows.append(row(Cell("合计", columns=3), _weight(10000), "", Figure(points(evaluation.score), "annex_score")))
    return Table("", "", tuple(rows))


def _over(group: Group, style: Style) -> Cell:
    """The cell of a group over all its indicators, with its points."""
    return Cell(f"{_named(group, style)}（{_plain(group.weight)}分）", rows=len(group.indicators()))


_RULE = "由评价组根据资料酌情评分。"


def _plain(hundredths: int) -> str:
    return points(hundredths).removesuffix("00").removesuffix(".")


def _survey(evaluation: Evaluation) -> Iterator[Block]:
    yield Paragraph(
        (f"本次调查共发放问卷{evaluation.answers}份，回收有效问卷", Figure(f"{evaluation.answers}份", "valid"), "。")
    )
    weights = "、".join(f"{weight}%" for weight in SCHEME)
    yield Paragraph((f"满意度按{'、'.join(DEGREES)}分别赋值{weights}计算。",))
    for number, question in enumerate(evaluation.questions, 1):
        yield Paragraph((f"{number}.请问您对本部门的{question.asked}是否满意？",))
        rows = [row("选项", "小计", "比例")]
        for letter, degree, count in zip("ABCDE", DEGREES, question.counts, strict=True):
            share = Figure(percent(Fraction(count, evaluation.answers)), "answer_share")
            rows.append(row(f"{letter}.{degree}", Figure(str(count), "count"), share))
        rows.append(row("本题有效填写人次", Figure(str(evaluation.answers), "base"), ""))
        yield Table("", "", tuple(rows))
        head = row("综合满意度", "合计", *(f"{weight}%" for weight in SCHEME))
        labels = row("", "", *DEGREES)
        counts = (Figure(str(count), "count") for count in question.counts)
        result = Figure(percent(question.composite / 100), "composite")
        yield Table("", "", (head, labels, row(result, str(evaluation.answers), *counts)))
    rows = [row("问题", "综合满意度")]
    rows += [
        row(f"{number}.{question.asked}", Figure(percent(question.composite / 100), "composite"))
        for number, question in enumerate(evaluation.questions, 1)
    ]
    overall = percent(evaluation.satisfaction / 100)
    rows.append(row("综合满意度", Figure(overall, "overall")))
    yield Table("", "", tuple(rows))
    yield Paragraph(("通过调查，服务对象综合满意度为", Figure(overall, "overall"), "。"))
