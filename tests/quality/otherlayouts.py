"""Two layouts by an author who has not seen the readers: amounts in 元 with tables on their side, and numbered lists.

Roles that mean what they mean in `layouts` bear the same names. New ones: `change`, `change_rate`, `carry` and their
`text_` forms for what the budget was changed by and what was left; `text_execution`, `carry_rate`; `evidence_rate` for
a percentage of two counts beside it; `lost` and `text_lost` for points taken off; `level_weight` for weights of higher
levels in columns of their own; `self_score`, `self_part`, `self_gap` for the evaluation of the department by itself;
`indicator_*` for what the paragraph on an indicator states; `tally` for numbers of things; `issued`, `recovered` and
their rates, `text_count`, `text_answer_share`, `text_composite`, `top_share` and `top_overall` for the survey.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from tests.quality.evaluations import DEGREES, SCHEME, Evaluation, Group, Indicator, Item, Question
from tests.quality.sheets import Block, Cell, Figure, Heading, Paragraph, Piece, Sheets, Table, row

_NUMERALS = "一二三四五六七八九"
_EXECUTION, _ADJUSTMENT, _CARRIED, _SATISFACTION = "预算执行率", "预算调整率", "结转结余率", "服务对象满意度"

Cells = tuple[Cell, ...]


def _rounded(value: Fraction, decimals: int) -> str:
    """A number with so many decimals, half away from zero, and no minus before nought."""
    units = (abs(value) * 10**decimals + Fraction(1, 2)).__floor__()
    return f"{'-' if units and value < 0 else ''}{Decimal(units).scaleb(-decimals):.{decimals}f}"


def _lean(text: str) -> str:
    """A number without the noughts that end its decimals."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def _points(hundredths: int) -> str:
    return _lean(_rounded(Fraction(hundredths, 100), 2))


def _grade(hundredths: int) -> Figure:
    bounds = ((9000, "优"), (8000, "良"), (6000, "中"))
    return Figure(next((grade for bound, grade in bounds if hundredths >= bound), "差"), "grade")


def _paragraph(*pieces: Piece) -> Paragraph:
    return Paragraph(pieces)


def _together(name: str, items: tuple[Item, ...]) -> Item:
    """The line that sums lines."""
    sums = (
        sum(numbers) for numbers in zip(*((each.initial, each.adjusted, each.spent) for each in items), strict=True)
    )
    return Item(name, *sums)


def _parts(evaluation: Evaluation) -> tuple[Item, Item, Item]:
    """The basic expenditure, the projects, and both."""
    return (
        _together("基本支出", evaluation.basic),
        _together("项目支出", evaluation.projects),
        _together("合计", evaluation.basic + evaluation.projects),
    )


def _seconds(group: Group) -> Iterator[Group]:
    for each in group.below:
        assert isinstance(each, Group)
        yield each


def _weights(group: Group | Indicator, role: str = "weight") -> Figure:
    return Figure(_points(group.weight), role)


def _lost(item: Group | Indicator) -> int:
    return item.weight - item.score


def _leaves(evaluation: Evaluation) -> list[Indicator]:
    return [leaf for group in evaluation.system for leaf in group.indicators()]


def _minded(evaluation: Evaluation) -> list[Indicator]:
    """The three indicators that lost most."""
    return sorted((leaf for leaf in _leaves(evaluation) if _lost(leaf)), key=_lost, reverse=True)[:3]


def _claimed(group: Group) -> int:
    """What the department gives itself: everything, but for the effects what the evaluators give."""
    return group.score if group.code == "D" else group.weight


def _listed(figures: list[Figure]) -> Iterator[Piece]:
    """Figures as 甲、乙、丙和丁."""
    for number, figure in enumerate(figures, 1):
        yield figure
        if number < len(figures):
            yield "和" if number == len(figures) - 1 else "、"


def _tallies(evaluation: Evaluation) -> tuple[Figure, Figure, Figure]:
    """How many indicators there are of the three levels."""
    counts = len(evaluation.system), sum(len(group.below) for group in evaluation.system), len(_leaves(evaluation))
    first, second, third = (Figure(f"{count}个", "tally") for count in counts)
    return first, second, third


# ---------------------------------------------------------------------------------------------------------------------
# The layout in 元: percentages with one decimal, 附表 with the unit in the caption, tables on their side.


def yuan(evaluation: Evaluation) -> Sheets:
    """Amounts in 元 (亿元 in the summary), one decimal of a percent, totals first, no score rates in tables."""
    blocks = (
        *_yuan_summary(evaluation),
        *_yuan_budget(evaluation),
        *_yuan_execution(evaluation),
        *_yuan_work(evaluation),
        *_yuan_conclusion(evaluation),
        *_yuan_analysis(evaluation),
        *_yuan_end(evaluation),
        *_yuan_annexes(evaluation),
    )
    return Sheets(f"关于{evaluation.department}{evaluation.year}年度部门整体支出的绩效评价报告", blocks)


def _money(fen: int, role: str = "amount") -> Figure:
    return Figure(f"{Decimal(_rounded(Fraction(fen, 100), 2)):,.2f}", role)


def _yuans(fen: int, role: str = "text_amount") -> Figure:
    return Figure(f"{_money(fen)}元", role)


def _yi(fen: int) -> Figure:
    return Figure(f"{_rounded(Fraction(fen, 10**10), 4)}亿元", "text_amount")


def _tenth(part: int, whole: int, role: str) -> Figure:
    """A share in percent with one decimal."""
    return Figure(f"{_rounded(Fraction(part * 100, whole), 1)}%", role)


def _tenths(percents: Fraction, role: str) -> Figure:
    return Figure(f"{_rounded(percents, 1)}%", role)


def _marks(hundredths: int, role: str) -> Figure:
    return Figure(f"{_points(hundredths)}分", role)


def _yuan_summary(evaluation: Evaluation) -> Iterator[Block]:
    basic, projects, whole = _parts(evaluation)
    after = evaluation.year + 1
    yield _paragraph(f"报告文号：中诚绩评字〔{after}〕37号")
    yield _paragraph(f"委托方：{evaluation.place}财政局")
    yield _paragraph("受托机构：中诚绩效评价咨询有限公司")
    yield Heading(1, "报告摘要")
    yield _paragraph(
        f"受{evaluation.place}财政局委托，评价小组于{after}年6月3日至8月16日对{evaluation.department}（以下简称“该局”）"
        f"{evaluation.year}年度部门整体支出开展了绩效评价。该局年初部门预算批复数为",
        _yi(whole.initial),
        "，其中基本支出",
        _yi(basic.initial),
        "、项目支出",
        _yi(projects.initial),
        "，分别占",
        _tenth(basic.initial, whole.initial, "text_share"),
        "和",
        _tenth(projects.initial, whole.initial, "text_share"),
        "；全年实际支出",
        _yi(whole.spent),
        "，为调整后预算的",
        _tenth(whole.spent, whole.adjusted, "text_execution"),
        "。",
    )
    yield _paragraph(
        "评价认为，该局较好地保障了机构运转和重点工作。经综合打分，最终得",
        _marks(evaluation.score, "total_score"),
        "，评定为“",
        _grade(evaluation.score),
        "”等级。",
    )


def _yuan_budget(evaluation: Evaluation) -> Iterator[Block]:
    basic, projects, whole = _parts(evaluation)
    after = evaluation.year + 1
    yield Heading(1, "一、评价对象概况")
    yield Heading(2, "（一）职能职责")
    yield _paragraph(
        f"按照机构改革方案和“三定”规定，该局为{evaluation.place}人民政府工作部门，承担本行业规划编制、组织实施和监督管理等职能。"
    )
    yield Heading(2, "（二）预算批复与调整")
    yield _paragraph(
        f"根据《{evaluation.place}财政局关于批复{evaluation.year}年部门预算的通知》（财预批〔{evaluation.year}〕6号），"
        "该局年初部门预算批复数为",
        _yuans(whole.initial),
        "，其中基本支出",
        _yuans(basic.initial),
        "、项目支出",
        _yuans(projects.initial),
        "，分别占部门预算的",
        _tenth(basic.initial, whole.initial, "text_share"),
        "和",
        _tenth(projects.initial, whole.initial, "text_share"),
        "。具体构成见附表1。",
    )
    yield _yuan_sides(evaluation)
    yield _paragraph("注：1.占比以收入总计或支出总计为分母；2.数据取自部门预算批复文件。")
    yield _paragraph(*_yuan_change(whole), *_yuan_changed(basic), *_yuan_changed(projects), "。")
    if whole.adjusted != whole.initial:
        yield _paragraph(f"以上调整事项均已于{evaluation.year}年11月30日前报经批准，批复文件于{after}年6月由该局提供。")


def _yuan_change(whole: Item) -> Iterator[Piece]:
    change = whole.adjusted - whole.initial
    if not change:
        yield from ("年度执行中未调整预算总额，全年预算数仍为", _yuans(whole.adjusted))
        return
    yield f"年度执行中，经批准{'追加' if change > 0 else '核减'}预算"
    yield _yuans(abs(change), "text_change")
    yield "，调整后全年预算数为"
    yield _yuans(whole.adjusted)
    yield f"，较年初{'增长' if change > 0 else '下降'}"
    yield _tenth(abs(change), whole.initial, "text_change_rate")


def _yuan_changed(part: Item) -> Iterator[Piece]:
    change = part.adjusted - part.initial
    if change:
        yield f"；{part.name}{'调增' if change > 0 else '调减'}"
        yield _yuans(abs(change), "text_change")
        yield "，调整为"
        yield _yuans(part.adjusted)
    else:
        yield f"；{part.name}未作调整"


def _yuan_sides(evaluation: Evaluation) -> Table:
    """Income on the left, expenditure on the right; the last project is paid from the government fund."""
    basic, projects, whole = _parts(evaluation)
    fund = evaluation.projects[-1].initial
    left = [("一般公共预算财政拨款", whole.initial - fund), ("政府性基金预算财政拨款", fund)]
    right = [("基本支出", basic.initial)]
    right += [(f"{'其中：' if not n else ''}{item.name}", item.initial) for n, item in enumerate(evaluation.basic)]
    right += [("项目支出", projects.initial)]
    right += [(f"{'其中：' if not n else ''}{item.name}", item.initial) for n, item in enumerate(evaluation.projects)]
    rows = [
        row(Cell("收入", columns=3), Cell("支出", columns=3)),
        row("来源", "批复数", "占比", "项目", "批复数", "占比"),
    ]
    for number, (name, fen) in enumerate(right):
        income: Cells = row("", "", "")
        if number < len(left):
            source, amount = left[number]
            income = row(source, _money(amount), _tenth(amount, whole.initial, "share"))
        rows.append(income + row(name, _money(fen), _tenth(fen, whole.initial, "share")))
    total = _money(whole.initial), _tenth(1, 1, "share")
    rows.append(row("收入总计", *total, "支出总计", *total))
    return Table(f"附表1：{evaluation.year}年度部门收支预算批复情况（单位：元）", "", tuple(rows))


def _yuan_execution(evaluation: Evaluation) -> Iterator[Block]:
    basic, projects, whole = _parts(evaluation)
    yield Heading(2, "（三）预算执行")
    yield _paragraph(
        f"截至{evaluation.year}年12月31日，该局累计支出",
        _yuans(whole.spent),
        "，预算执行率",
        _tenth(whole.spent, whole.adjusted, "text_execution"),
        "。从构成看，基本支出执行",
        _yuans(basic.spent),
        "，执行率",
        _tenth(basic.spent, basic.adjusted, "text_execution"),
        "；项目支出执行",
        _yuans(projects.spent),
        "，执行率",
        _tenth(projects.spent, projects.adjusted, "text_execution"),
        "；前者占全部支出的",
        _tenth(basic.spent, whole.spent, "text_share"),
        "，后者占",
        _tenth(projects.spent, whole.spent, "text_share"),
        "。",
    )
    columns = (*evaluation.basic, basic, projects, whole)
    heads = row(Cell("类别", rows=2), Cell("基本支出", columns=3), Cell("项目支出", rows=2), Cell("合计", rows=2))
    yield Table(
        f"附表2：{evaluation.year}年度部门预算执行情况（单位：元）",
        "",
        (
            heads,
            row("人员经费", "公用经费", "小计"),
            row("年初预算数", *(_money(item.initial) for item in columns)),
            row("调整预算数", *(_money(item.adjusted) for item in columns)),
            row("决算数", *(_money(item.spent) for item in columns)),
            row("预算完成率", *(_tenth(item.spent, item.adjusted, "rate") for item in columns)),
        ),
    )
    yield _paragraph(
        "项目支出共安排",
        Figure(f"{len(evaluation.projects)}个", "tally"),
        "项目，明细见附表3。",
    )
    rows = [row("序号", "项目名称", "年初预算", "调整后预算", "实际支出", "结转结余", "执行率")]
    rows.append(row("", "合计", *_yuan_line(projects)))
    rows += [row(str(number), item.name, *_yuan_line(item)) for number, item in enumerate(evaluation.projects, 1)]
    yield Table("附表3：项目支出明细（单位：元）", "", tuple(rows))
    yield _paragraph("注：结转结余＝调整后预算－实际支出；执行率＝实际支出÷调整后预算×100%。")


def _yuan_line(item: Item) -> Iterator[Figure]:
    yield _money(item.initial)
    yield _money(item.adjusted)
    yield _money(item.spent)
    yield _money(item.adjusted - item.spent, "carry")
    yield _tenth(item.spent, item.adjusted, "rate")


def _yuan_work(evaluation: Evaluation) -> Iterator[Block]:
    after = evaluation.year + 1
    yield Heading(1, "二、部门自评情况")
    yield _paragraph(f"{after}年3月，该局组织开展了整体支出绩效自评。", *_own(evaluation, _marks))
    yield Heading(1, "三、评价组织实施情况")
    yield Heading(2, "（一）评价依据")
    for number, basis in enumerate(_BASES, 1):
        yield _paragraph(f"{number}.{basis}；")
    yield _paragraph(
        f"{len(_BASES) + 1}.《{evaluation.place}财政局关于开展{after}年财政重点绩效评价的通知》"
        f"（财绩〔{after}〕12号）。"
    )
    yield Heading(2, "（二）指标体系")
    first, second, third = _tallies(evaluation)
    yield _paragraph("评价指标体系由", first, "一级指标、", second, "二级指标和", third, "三级指标组成，满分为100分。")
    yield _paragraph(
        f"{'、'.join(group.name for group in evaluation.system)}四类指标的分值依次为",
        *_listed([_marks(group.weight, "text_weight") for group in evaluation.system]),
        "。",
    )
    yield _paragraph(
        "评价得分90分及以上的为优，80分及以上、不满90分的为良，60分及以上、不满80分的为中，不满60分的为差。"
    )


_BASES = (
    "《中华人民共和国预算法》",
    "《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）",
    "《预算绩效评价共性指标体系框架》（财预〔2013〕53号）",
)


def _own(evaluation: Evaluation, marks: Callable[[int, str], Figure]) -> Iterator[Piece]:
    """What the department says of itself, and how far the evaluators are from it."""
    whole = sum(map(_claimed, evaluation.system))
    yield "部门自评得分为"
    yield marks(whole, "self_score")
    yield "，自评等级为“"
    yield _grade(whole)
    yield "”，其中"
    for number, group in enumerate(evaluation.system):
        yield f"{'、' if number else ''}{group.name}指标自评"
        yield marks(_claimed(group), "self_part")
    if whole == evaluation.score:
        yield "，与本次评价得分一致。"
        return
    yield "，比本次评价得分高"
    yield marks(whole - evaluation.score, "self_gap")
    yield "，主要是自评时对部分指标未严格对照评分标准。"


def _yuan_conclusion(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "四、评价结论")
    yield _paragraph(
        f"{evaluation.year}年度该局部门整体支出绩效评价最终得",
        _marks(evaluation.score, "total_score"),
        *(("，共扣", _marks(10000 - evaluation.score, "text_lost")) if evaluation.score < 10000 else ("，未扣分",)),
        "，评价等级：",
        _grade(evaluation.score),
        "。各类指标得分见附表4。",
    )
    groups = evaluation.system
    yield Table(
        "附表4：一级指标得分汇总（单位：分）",
        "",
        (
            row("项目", *(group.name for group in groups), "合计"),
            row("满分值", *map(_weights, groups), Figure("100", "weight")),
            row("评价得分", *(_yuan_score(each.score) for each in groups), _yuan_score(evaluation.score)),
            row("扣分值", *(_yuan_lost(_lost(each)) for each in groups), _yuan_lost(10000 - evaluation.score)),
        ),
    )


def _yuan_score(hundredths: int) -> Figure:
    return Figure(_points(hundredths), "score")


def _yuan_lost(hundredths: int) -> Figure:
    return Figure(_points(hundredths), "lost")


def _yuan_analysis(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "五、指标得分分析")
    for number, group in enumerate(evaluation.system, 1):
        yield Heading(2, f"（{_NUMERALS[number - 1]}）{group.name}方面")
        yield _paragraph(
            "本类指标满分",
            _marks(group.weight, "text_weight"),
            "，实得",
            _marks(group.score, "text_score"),
            "，为满分的",
            _tenth(group.score, group.weight, "text_rate"),
            "。",
        )
        rows = [row("二级指标", "三级指标", "分值", "得分", "扣分")]
        rows.append(row(Cell("本类合计", columns=2), *_yuan_scored(group)))
        for second in _seconds(group):
            head: Cells = (Cell(second.name, rows=len(second.below)),)
            for leaf in second.indicators():
                rows.append(row(*head, leaf.name, *_yuan_scored(leaf)))
                head = ()
        yield Table(f"附表{number + 4}：{group.name}类指标评分明细（单位：分）", "", tuple(rows))
        for place, second in enumerate(_seconds(group), 1):
            yield Heading(3, f"{place}.{second.name}")
            for point, leaf in enumerate(second.indicators(), 1):
                yield _yuan_indicator(evaluation, point, leaf)


def _yuan_scored(item: Group | Indicator) -> tuple[Figure, Figure, Figure]:
    return _weights(item), _yuan_score(item.score), _yuan_lost(_lost(item))


def _yuan_indicator(evaluation: Evaluation, number: int, leaf: Indicator) -> Paragraph:
    """（1）name（4分）。evidence。扣1.5分，得2.5分。"""
    *_, whole = _parts(evaluation)
    evidence = _YUAN_EVIDENCE.get(leaf.name, ("评价小组查阅了相关制度、台账和凭证，并进行了现场抽查",))
    if leaf.name == _EXECUTION:
        rate = _tenth(whole.spent, whole.adjusted, "text_execution")
        evidence = ("决算数", _yuans(whole.spent), "÷调整预算数", _yuans(whole.adjusted), "×100%＝", rate)
    elif leaf.name == _CARRIED:
        carry = whole.adjusted - whole.spent
        rate = _tenth(carry, whole.adjusted, "carry_rate")
        evidence = ("年末结转结余", _yuans(carry, "text_carry"), "，占调整预算数的", rate)
    elif leaf.name == _SATISFACTION:
        evidence = ("问卷调查显示综合满意度为", _tenths(evaluation.satisfaction, "overall"))
    lost: tuple[Piece, ...] = ("扣", _marks(_lost(leaf), "indicator_lost"), "，得") if _lost(leaf) else ("不扣分，得",)
    return _paragraph(
        f"（{number}）{leaf.name}（",
        _marks(leaf.weight, "indicator_weight"),
        "）。",
        *evidence,
        "。结合工作进度等因素综合评定，",
        *lost,
        _marks(leaf.score, "indicator_score"),
        "。",
    )


_YUAN_EVIDENCE: dict[str, tuple[Piece, ...]] = {
    "绩效目标合理性": ("该局于预算编制阶段同步填报了绩效目标申报表，随预算一并批复",),
    "管理制度健全性": ("评价小组收集到内部控制、财务收支、政府采购等制度11项，其中3项为当年修订",),
    "维修任务完成情况": ("年度计划维修35处，验收单显示完工33处，完成率", Figure("94.3%", "evidence_rate")),
    "在职人员控制率": ("核定编制40名，年末实有在职人员38名，控制率为", Figure("95.0%", "evidence_rate")),
}
"""What was found, the same in every report; the rates follow from the counts beside them."""


def _yuan_end(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "六、发现的主要问题")
    for number, leaf in enumerate(_minded(evaluation), 1):
        yield _paragraph(
            f"{number}.{leaf.name}方面工作不够扎实，本次评价扣", _marks(_lost(leaf), "indicator_lost"), "。"
        )
    if not _minded(evaluation):
        yield _paragraph("本次评价未发现需要扣分的问题。")
    yield Heading(1, "七、改进建议")
    for number, leaf in enumerate(_minded(evaluation), 1):
        yield _paragraph(f"{number}.针对{leaf.name}方面的不足，建议明确责任科室和完成时限，逐项整改到位。")
    if not _minded(evaluation):
        yield _paragraph("建议继续保持现有做法。")
    yield _paragraph("附件：1.部门整体支出绩效评价指标评分表")
    yield _paragraph("　　　2.社会公众满意度调查情况")
    yield _paragraph("中诚绩效评价咨询有限公司")
    yield _paragraph(f"{evaluation.year + 1}年9月20日")


def _yuan_annexes(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "附件1")
    rows = [row("一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "评分标准", "得分")]
    total = Figure(_points(evaluation.score), "annex_score")
    rows.append(row("总计", Figure("100", "level_weight"), "", "", "", "", "", total))
    for group in evaluation.system:
        first = _spread(group)
        for second in _seconds(group):
            head = _spread(second)
            for leaf in second.indicators():
                score = Figure(_points(leaf.score), "annex_score")
                rows.append(row(*first, *head, leaf.name, _weights(leaf), "对照评价要点酌情计分", score))
                first = head = ()
    yield Table("部门整体支出绩效评价指标评分表", "", tuple(rows))
    yield Heading(1, "附件2")
    yield from _yuan_survey(evaluation)


def _spread(group: Group) -> Cells:
    """A group and its weight in cells over all its indicators."""
    over = len(group.indicators())
    return Cell(group.name, rows=over), Cell(_weights(group, "level_weight"), rows=over)


def _sent(evaluation: Evaluation) -> tuple[int, int]:
    """How many questionnaires went out, and how many came back."""
    return evaluation.answers + evaluation.answers // 8 + 2, evaluation.answers + evaluation.answers // 15


def _yuan_survey(evaluation: Evaluation) -> Iterator[Block]:
    issued, recovered = _sent(evaluation)
    yield _paragraph(
        f"{evaluation.year + 1}年7月1日至7月15日，评价小组面向服务对象发出问卷",
        Figure(f"{issued}份", "issued"),
        "，收回",
        Figure(f"{recovered}份", "recovered"),
        "，回收率",
        _tenth(recovered, issued, "recovery_rate"),
        "；剔除漏答问卷后，有效问卷",
        Figure(f"{evaluation.answers}份", "valid"),
        "，占收回问卷的",
        _tenth(evaluation.answers, recovered, "valid_rate"),
        "。",
    )
    scheme = "、".join(f"“{degree}”计{worth}分" for degree, worth in zip(DEGREES, SCHEME, strict=True))
    yield _paragraph(f"每题满意度采用加权平均法测算：{scheme}，以各档份数加权后除以有效问卷份数，折合成百分比。")
    for number, question in enumerate(evaluation.questions, 1):
        yield _paragraph(*_yuan_answers(number, question, evaluation.answers))
        counts = (Figure(str(count), "count") for count in question.counts)
        shares = (_tenth(count, evaluation.answers, "answer_share") for count in question.counts)
        yield Table(
            f"{question.asked}满意度调查结果",
            "",
            (
                row("选项", *DEGREES, "合计"),
                row("份数", *counts, Figure(str(evaluation.answers), "base")),
                row("占比", *shares, _tenth(1, 1, "answer_share")),
            ),
        )
    yield _paragraph(
        f"上述{len(evaluation.questions)}项调查内容满意度的算术平均数为",
        _tenths(evaluation.satisfaction, "overall"),
        "，即本次调查的综合满意度。",
    )


def _yuan_answers(number: int, question: Question, answers: int) -> Iterator[Piece]:
    yield f"第{number}项为对{question.asked}的评价。"
    for place, (degree, count) in enumerate(zip(DEGREES, question.counts, strict=True)):
        yield f"{'；' if place else ''}选择“{degree}”的"
        yield Figure(f"{count}份", "text_count")
        yield "，占"
        yield _tenth(count, answers, "text_answer_share")
    yield "。加权测算，该项满意度为"
    yield _tenths(question.composite, "text_composite")
    yield "。"


# ---------------------------------------------------------------------------------------------------------------------
# The layout of lists: 万元 without idle noughts, captions without numbers under the line of the unit, a code column.


def lists(evaluation: Evaluation) -> Sheets:
    """Numbered lists, codes in a column of their own, percentages without sign, the share of the two best answers."""
    blocks = (
        *_list_budget(evaluation),
        *_list_projects(evaluation),
        *_list_conclusion(evaluation),
        *_list_analysis(evaluation),
        *_list_survey(evaluation),
        *_list_end(evaluation),
        *_list_annex(evaluation),
    )
    return Sheets(f"{evaluation.department}部门整体绩效重点评价报告（{evaluation.year}年度）", blocks)


def _ten_thousands(fen: int, role: str = "amount") -> Figure:
    return Figure(_rounded(Fraction(fen, 10**6), 2), role)


def _wans(fen: int, role: str = "text_amount") -> Figure:
    return Figure(f"{_lean(_rounded(Fraction(fen, 10**6), 2))}万元", role)


def _bare(part: int, whole: int, role: str) -> Figure:
    """Percent with two decimals and no sign: the heading of the column bears it."""
    return Figure(_rounded(Fraction(part * 100, whole), 2), role)


def _share(part: int, whole: int, role: str) -> Figure:
    """A share in percent, two decimals at most."""
    return Figure(f"{_lean(_rounded(Fraction(part * 100, whole), 2))}%", role)


def _list_budget(evaluation: Evaluation) -> Iterator[Block]:
    basic, projects, whole = _parts(evaluation)
    greatest = max(evaluation.projects, key=lambda item: item.initial)
    year = evaluation.year
    yield _paragraph(f"华衡咨〔{year + 1}〕评字108号")
    yield _paragraph(
        "为落实《财政部关于贯彻落实〈中共中央 国务院关于全面实施预算绩效管理的意见〉的通知》（财预〔2018〕167号）"
        f"要求，华衡咨询（集团）有限公司接受{evaluation.place}财政局委托，对{evaluation.department}（下称“被评价部门”）{year}年度"
        "整体绩效进行了评价，现将结果报告如下。"
    )
    yield Heading(1, "一、被评价部门收支情况")
    yield _paragraph(
        f"1.预算安排。{year}年，财政部门下达被评价部门支出预算",
        _wans(whole.initial),
        "。按支出性质划分：用于基本支出的有",
        _wans(basic.initial),
        "（占比",
        _share(basic.initial, whole.initial, "text_share"),
        "），用于项目支出的有",
        _wans(projects.initial),
        "（占比",
        _share(projects.initial, whole.initial, "text_share"),
        f"）。项目中金额最大的是{greatest.name}，安排",
        _wans(greatest.initial),
        "，占项目支出预算的",
        _share(greatest.initial, projects.initial, "text_share"),
        "。",
    )
    yield _paragraph("2.预算调整。", *_list_change(whole))
    yield _paragraph("金额单位：万元")
    rows = [row("编码", "支出项目", "年初预算", "调增（减）额", "调整后预算", "调整率（%）")]
    rows.append(row("", "部门支出总计", *_list_changes(whole)))
    for code, part, items in (("1", basic, evaluation.basic), ("2", projects, evaluation.projects)):
        rows.append(row(code, part.name, *_list_changes(part)))
        for number, item in enumerate(items, 1):
            rows.append(
                row(f"{code}{number:02}", f"{'其中：' if number == 1 else ''}{item.name}", *_list_changes(item))
            )
    yield Table("部门支出预算安排及调整情况", "", tuple(rows))
    yield _paragraph("注：因四舍五入，本报告中个别合计数与分项数之和存在0.01万元左右的尾差。")


def _list_changes(item: Item) -> Iterator[Figure]:
    change = item.adjusted - item.initial
    yield _ten_thousands(item.initial)
    yield _ten_thousands(change, "change")
    yield _ten_thousands(item.adjusted)
    yield _bare(change, item.initial, "change_rate")


def _list_change(whole: Item) -> Iterator[Piece]:
    change = whole.adjusted - whole.initial
    if not change:
        yield from ("全年未发生预算总额调整，调整后预算与年初预算均为", _wans(whole.adjusted), "。")
        return
    yield "预算执行过程中，支出预算由"
    yield _wans(whole.initial)
    yield "调整为"
    yield _wans(whole.adjusted)
    yield f"，净{'增加' if change > 0 else '减少'}"
    yield _wans(abs(change), "text_change")
    yield f"，{'增幅' if change > 0 else '降幅'}"
    yield _share(abs(change), whole.initial, "text_change_rate")
    yield "。"


def _list_projects(evaluation: Evaluation) -> Iterator[Block]:
    basic, projects, whole = _parts(evaluation)
    yield _paragraph(
        "3.决算情况。全年决算支出",
        _wans(whole.spent),
        "，其中：基本支出",
        _wans(basic.spent),
        "、项目支出",
        _wans(projects.spent),
        "，分别占决算支出的",
        _share(basic.spent, whole.spent, "text_share"),
        "和",
        _share(projects.spent, whole.spent, "text_share"),
        "。按调整后预算计算，总体完成率为",
        _share(whole.spent, whole.adjusted, "text_execution"),
        *(
            ("，年末结转结余", _wans(whole.adjusted - whole.spent, "text_carry"))
            if whole.adjusted > whole.spent
            else ()
        ),
        "。",
    )
    yield _paragraph("金额单位：万元")
    rows = [
        row(
            Cell("支出类别", rows=2),
            Cell("支出项目", rows=2),
            Cell("预算数", columns=2),
            Cell("决算数", columns=2),
            Cell("完成率（%）", rows=2),
        ),
        row("年初", "调整后", "金额", "比重（%）"),
    ]
    for part, items in ((basic, evaluation.basic), (projects, evaluation.projects)):
        head: Cells = (Cell(part.name, rows=len(items) + 1),)
        for item in items:
            rows.append(row(*head, item.name, *_list_spent(item, whole)))
            head = ()
        rows.append(row("小计", *_list_spent(part, whole)))
    rows.append(row(Cell("总 计", columns=2), *_list_spent(whole, whole)))
    rows.append(row(Cell("注：比重为占决算总计的百分比；完成率为决算数与调整后预算数之比。", columns=7)))
    yield Table("部门支出决算情况", "", tuple(rows))
    yield _paragraph("4.项目执行情况。各项目资金使用情况如下：")
    for number, item in enumerate(evaluation.projects, 1):
        left = item.adjusted - item.spent
        yield _paragraph(
            f"（{number}）{item.name}：可用预算",
            _wans(item.adjusted),
            "，已支出",
            _wans(item.spent),
            "，完成",
            _share(item.spent, item.adjusted, "text_execution"),
            *(("，尚余", _wans(left, "text_carry"), "未支出。") if left else ("，资金全部用完。",)),
        )


def _list_spent(item: Item, whole: Item) -> Iterator[Figure]:
    yield _ten_thousands(item.initial)
    yield _ten_thousands(item.adjusted)
    yield _ten_thousands(item.spent)
    yield _bare(item.spent, whole.spent, "share")
    yield _bare(item.spent, item.adjusted, "rate")


def _list_conclusion(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "二、自评与评价结果")
    yield _paragraph("（一）自评结果。", *_own(evaluation, _marks))
    first, second, third = _tallies(evaluation)
    yield _paragraph(
        "（二）评价结果。评价指标分三级设置，一级", first, "、二级", second, "、三级", third, "。", *_result(evaluation)
    )
    yield _paragraph("等次划分：总分≥90分为优；80分≤总分＜90分为良；60分≤总分＜80分为中；总分＜60分为差。")
    rows = [row("一级指标", "编码", "二级指标", "满分值", "评价得分", "扣分")]
    rows.append(row(Cell("总 分", columns=3), *_list_scored(Group("", "", evaluation.system))))
    for group in evaluation.system:
        head: Cells = (Cell(group.name, rows=len(group.below) + 1),)
        for each in _seconds(group):
            rows.append(row(*head, each.code, each.name, *_list_scored(each)))
            head = ()
        rows.append(row(Cell("小计", columns=2), *_list_scored(group)))
    yield Table("一、二级指标得分一览", "", tuple(rows))


def _result(evaluation: Evaluation) -> Iterator[Piece]:
    yield "总分100分，评价得分"
    yield _marks(evaluation.score, "total_score")
    yield "，得分率"
    yield _share(evaluation.score, 10000, "text_rate")
    yield from _minus(10000 - evaluation.score, "text_lost")
    yield "，绩效等次为“"
    yield _grade(evaluation.score)
    yield "”。"


def _minus(hundredths: int, role: str) -> tuple[Piece, ...]:
    return ("，扣", _marks(hundredths, role)) if hundredths else ()


def _list_scored(item: Group | Indicator) -> Iterator[Figure]:
    for hundredths, role in ((item.weight, "weight"), (item.score, "score"), (_lost(item), "lost")):
        yield Figure(_rounded(Fraction(hundredths, 100), 2), role)


def _list_analysis(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "三、各类指标评价情况")
    number = 0
    for place, group in enumerate(evaluation.system, 1):
        yield Heading(2, f"（{_NUMERALS[place - 1]}）{group.name}类指标")
        yield _paragraph(
            f"{group.name}类指标满分",
            _marks(group.weight, "text_weight"),
            "，评价得分",
            _marks(group.score, "text_score"),
            "，得分率",
            _share(group.score, group.weight, "text_rate"),
            *_minus(_lost(group), "text_lost"),
            "。",
            *_list_blamed(group),
        )
        for leaf in group.indicators():
            number += 1
            yield _paragraph(
                f"{number}.{leaf.name}：",
                *_list_evidence(evaluation, leaf),
                "满分",
                _marks(leaf.weight, "indicator_weight"),
                "，评价得分",
                _marks(leaf.score, "indicator_score"),
                "，得分率",
                _share(leaf.score, leaf.weight, "indicator_rate"),
                *_minus(_lost(leaf), "indicator_lost"),
                "。",
            )


def _list_blamed(group: Group) -> Iterator[Piece]:
    """The indicators that lost points, each with how many."""
    lines = [leaf for leaf in group.indicators() if _lost(leaf)]
    for number, leaf in enumerate(lines):
        yield f"{'、' if number else '失分指标为：'}{leaf.name}（扣"
        yield _marks(_lost(leaf), "indicator_lost")
        yield "）" if number < len(lines) - 1 else "）。"


def _list_evidence(evaluation: Evaluation, leaf: Indicator) -> tuple[Piece, ...]:
    *_, whole = _parts(evaluation)
    if leaf.name == _ADJUSTMENT:
        rate = _share(whole.adjusted - whole.initial, whole.initial, "text_change_rate")
        formula = "调整率＝（调整后预算－年初预算）÷年初预算×100%＝（"
        return (
            formula,
            _wans(whole.adjusted),
            "－",
            _wans(whole.initial),
            "）÷",
            _wans(whole.initial),
            "×100%＝",
            rate,
            "，综合调整事由后计分。",
        )
    if leaf.name == _EXECUTION:
        rate = _share(whole.spent, whole.adjusted, "text_execution")
        return "全年预算完成率为", rate, "，结合支出进度均衡性计分。"
    if leaf.name == _SATISFACTION:
        return "抽样调查的总体满意率为", _share(*_content(evaluation), "top_overall"), "，结合投诉处理情况计分。"
    return _LIST_EVIDENCE.get(leaf.name, ("经核对资料、走访座谈，工作开展情况与所报材料基本相符。",))


_LIST_EVIDENCE: dict[str, tuple[Piece, ...]] = {
    "资金使用合规性": ("评价组随机抽查记账凭证48份，并延伸核查了合同7份（单笔金额均在5万元以上）。",),
    "固定资产利用率": (
        "资产卡片登记312台（件），盘点在用297台（件），利用率为297÷312×100%＝",
        Figure("95.19%", "evidence_rate"),
        "。",
    ),
    "培训任务完成情况": ("计划举办培训班6期，当年3月至11月实际举办6期，参训412人次。",),
    "验收质量达标情况": ("应验收16项，验收合格15项，合格率", Figure("93.75%", "evidence_rate"), "，目标值为≥95%。"),
}


def _best(question: Question) -> int:
    """How many gave one of the two best answers."""
    return sum(question.counts[:2])


def _content(evaluation: Evaluation) -> tuple[int, int]:
    """The two best answers to all questions, and all answers."""
    return sum(map(_best, evaluation.questions)), evaluation.answers * len(evaluation.questions)


def _list_survey(evaluation: Evaluation) -> Iterator[Block]:
    issued, recovered = _sent(evaluation)
    answers = evaluation.answers
    yield Heading(1, "四、服务对象满意度")
    yield _paragraph(
        "本次抽样共投放问卷",
        Figure(f"{issued}份", "issued"),
        "，实际收回",
        Figure(f"{recovered}份", "recovered"),
        "（回收率",
        _share(recovered, issued, "recovery_rate"),
        "），经甄别有效",
        Figure(f"{answers}份", "valid"),
        "（有效率",
        _share(answers, recovered, "valid_rate"),
        f"）。满意率指选择“{DEGREES[0]}”或“{DEGREES[1]}”的份数之和占有效问卷的比例。",
    )
    for number, question in enumerate(evaluation.questions, 1):
        yield _paragraph(
            f"（{number}）对{question.asked}，有",
            Figure(f"{question.counts[0]}人", "text_count"),
            f"表示{DEGREES[0]}、",
            Figure(f"{question.counts[1]}人", "text_count"),
            f"表示{DEGREES[1]}，两者合计",
            Figure(f"{_best(question)}人", "text_count"),
            "，满意率",
            _share(_best(question), answers, "top_share"),
            "。",
        )
    heads = (Cell(degree, columns=2) for degree in DEGREES)
    rows = [row(Cell("序号", rows=2), Cell("调查内容", rows=2), *heads, Cell("满意率（%）", rows=2))]
    rows.append(row(*("份数", "占比（%）") * len(DEGREES)))
    for number, question in enumerate(evaluation.questions, 1):
        rate = _bare(_best(question), answers, "top_share")
        rows.append(row(str(number), question.asked, *_pairs(question.counts, answers), rate))
    best, every = _content(evaluation)
    pooled = tuple(map(sum, zip(*(question.counts for question in evaluation.questions), strict=True)))
    rows.append(row(Cell("合 计", columns=2), *_pairs(pooled, every), _bare(best, every, "top_overall")))
    yield Table("满意度调查统计", "", tuple(rows))
    yield _paragraph("汇总全部题目，总体满意率为", _share(best, every, "top_overall"), "。")


def _pairs(counts: tuple[int, ...], base: int) -> Iterator[Figure]:
    for count in counts:
        yield Figure(str(count), "count")
        yield _bare(count, base, "answer_share")


def _list_end(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "五、问题与建议")
    minded = _minded(evaluation)
    for number, leaf in enumerate(minded):
        yield _paragraph(f"问题{_NUMERALS[number]}：{leaf.name}未达到评分标准的全部要求。")
    for number, leaf in enumerate(minded):
        yield _paragraph(f"建议{_NUMERALS[number]}：围绕{leaf.name}完善制度、压实责任，并将整改情况报财政部门备案。")
    if not minded:
        yield _paragraph("各项指标均达到评分标准，建议巩固现有成效。")
    yield _paragraph("附：部门整体绩效评价指标及评分明细")
    yield _paragraph("华衡咨询（集团）有限公司")
    yield _paragraph(f"{''.join('〇一二三四五六七八九'[int(digit)] for digit in str(evaluation.year + 1))}年十月十五日")


def _list_annex(evaluation: Evaluation) -> Iterator[Block]:
    rows = [
        row(Cell("评价指标", columns=4), Cell("评分情况", columns=3)),
        row("编码", "一级", "二级", "三级", "分值", "评分标准", "得分"),
    ]
    for group in evaluation.system:
        first: Cells = (Cell(group.name, rows=len(group.indicators())),)
        for second in _seconds(group):
            head: Cells = (Cell(second.name, rows=len(second.below)),)
            for leaf in second.indicators():
                rows.append(row(leaf.code, *first, *head, leaf.name, *_annexed(leaf)))
                first = head = ()
        rows.append(row(Cell(f"{group.name}小计", columns=4), *_annexed(group)))
    rows.append(row(Cell("总 分", columns=4), *_annexed(Group("", "", evaluation.system))))
    yield Table("部门整体绩效评价指标及评分明细", "", tuple(rows))


def _annexed(item: Group | Indicator) -> tuple[Figure, str, Figure]:
    rule = "按评价要点逐项核定" if isinstance(item, Indicator) else ""
    return _weights(item), rule, Figure(_points(item.score), "annex_score")


STYLES_OF_OTHERS: dict[str, Callable[[Evaluation], Sheets]] = {"yuan": yuan, "lists": lists}
"""The layouts by name."""
