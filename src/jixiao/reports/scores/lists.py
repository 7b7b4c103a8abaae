"""The sheets that list: open scores, overrides, deductions, facts used, findings."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from jixiao.evaluation import Case, ScoreSheet
from jixiao.evaluation.sheet import STATUS_NAMES
from jixiao.facts import Fact
from jixiao.reports.scores.figures import cell
from jixiao.reports.scores.paper import CENTRED, LEVEL, LOST, PLAIN, POINTS, Book, Look
from jixiao.reports.scores.places import FIRST_ROW, Places, on_scores
from jixiao.reports.usedfacts import facts_by_label
from jixiao.reports.wording import SEVERITIES

_NUMBER = Look("right", code=POINTS)


def draw_open(book: Book, sheet: ScoreSheet) -> None:
    """Sheet 未得出的得分: what has no score, and why; none where everything is scored."""
    leaves = [leaf for leaf in sheet.indicators() if leaf.score is None]
    if not leaves:
        return
    paper = book.sheet("未得出的得分", sheet.title, "这些指标没有得分，也不计为 0 分", (10, 30, 10, 14, 90))
    paper.headings("编码", "指标", "权重", "情况", "原因")
    for leaf in leaves:
        paper.text(paper.row, 0, leaf.code, CENTRED)
        paper.text(paper.row, 1, leaf.name)
        paper.number(paper.row, 2, leaf.weight, _NUMBER)
        paper.text(paper.row, 3, STATUS_NAMES[leaf.status], CENTRED)
        paper.text(paper.row, 4, leaf.why)
        paper.row += 1


def draw_overrides(book: Book, sheet: ScoreSheet) -> None:
    """Sheet 与规则不同的得分: both scores, the difference, why and by whom; none where there is no override."""
    overrides = [(leaf, leaf.override) for leaf in sheet.indicators() if leaf.override is not None]
    if not overrides:
        return
    purpose = "评价组没有照规则给分的指标；两个总分都保留"
    paper = book.sheet("与规则不同的得分", sheet.title, purpose, (10, 28, 10, 12, 12, 10, 70, 14))
    paper.headings("编码", "指标", "权重", "按规则得分", "调整后得分", "相差", "理由", "调整人")
    for leaf, override in overrides:
        row = paper.row
        paper.text(row, 0, leaf.code, CENTRED)
        paper.text(row, 1, leaf.name)
        paper.number(row, 2, leaf.weight, _NUMBER)
        paper.number(row, 3, override.computed, _NUMBER)
        paper.number(row, 4, override.score, _NUMBER)
        if override.computed is None:
            paper.text(row, 5, "")
        else:
            difference = override.score - override.computed
            paper.formula(row, 5, f"=ROUND({cell(4, row)}-{cell(3, row)},2)", difference, _NUMBER)
        paper.text(row, 6, override.reason)
        paper.text(row, 7, override.author, CENTRED)
        paper.row += 1


def draw_deductions(book: Book, sheet: ScoreSheet, places: Places) -> None:
    """Sheet 扣分与问题: every loss of points beside the problems that tell why."""
    purpose = "每一处扣分都应当在“存在的问题”里说明"
    paper = book.sheet("扣分与问题", sheet.title, purpose, (10, 30, 10, 10, 10, 80))
    paper.headings("编码", "指标", "权重", "得分", "扣分", "对应的问题")
    for deduction in sheet.deductions:
        row, leaf = paper.row, deduction.indicator
        paper.text(row, 0, leaf.code, CENTRED)
        paper.text(row, 1, leaf.name)
        source = places.rows[leaf.code]
        paper.formula(row, 2, f"={on_scores(places.weight, source)}", leaf.weight, _NUMBER)
        paper.formula(row, 3, f"={on_scores(places.score, source)}", leaf.weight - deduction.points, _NUMBER)
        paper.formula(row, 4, f"=ROUND({cell(2, row)}-{cell(3, row)},2)", deduction.points, _NUMBER)
        problems = "；".join(deduction.problems)
        paper.text(row, 5, problems or "未列入存在的问题", PLAIN if problems else Look(colour=LOST))
        paper.row += 1
    if sheet.deductions:
        row, look = paper.row, replace(_NUMBER, bold=True, fill=LEVEL)
        paper.merged((row, row), (0, 3), "扣分合计", replace(look, align="center", code="@"))
        lost = sum((deduction.points for deduction in sheet.deductions), start=Decimal("0.00"))
        paper.formula(row, 4, f"=SUM({cell(4, FIRST_ROW)}:{cell(4, row - 1)})", lost, look)
        paper.text(row, 5, "", look)


def draw_facts(book: Book, case: Case, sheet: ScoreSheet) -> None:
    """Sheet 基础数据: every figure a score rests on, with where it belongs and where it comes from."""
    purpose = "各项得分用到的数据；金额换算为万元"
    widths = (28, 9, 10, 18, 16, 28, 16, 9, 40, 14, 20)
    paper = book.sheet("基础数据", sheet.title, purpose, widths)
    paper.headings(
        *("数据名称", "年度", "口径", "单位或对象", "资金来源", "项目或细目", "数值", "计量单位"),
        *("出处", "佐证材料", "用于指标"),
    )
    for fact, codes in _used(case, sheet):
        at, row = fact.at, paper.row
        year = f"{at.year}{'' if at.period == '全年' else at.period}"
        paper.text(row, 0, fact.name)
        for column, text in enumerate((year, at.stage, at.body, at.fund, "、".join(at.item)), start=1):
            paper.text(row, column, text, CENTRED)
        paper.figure(row, 6, fact.text)
        paper.text(row, 7, fact.entry.unit, CENTRED)
        paper.text(row, 8, str(fact.origin))
        paper.text(row, 9, "、".join(fact.sources), CENTRED)
        paper.text(row, 10, "、".join(codes), CENTRED)
        paper.row += 1


def _used(case: Case, sheet: ScoreSheet) -> list[tuple[Fact, Sequence[str]]]:
    """The facts the scores rest on in the order they are stated, each with the indicators that use it."""
    users: dict[str, list[str]] = {}
    for leaf in sheet.indicators():
        for label in leaf.facts:
            users.setdefault(label, []).append(leaf.code)
    return [(fact, users[label]) for label, fact in facts_by_label(case).items() if label in users]


def draw_checks(book: Book, sheet: ScoreSheet) -> None:
    """Sheet 核对事项: what was found, and what could not be checked."""
    relations = sheet.relations
    purpose = (
        f"核对关系 {relations.checked} 项，成立 {relations.held} 项，"
        f"不成立 {relations.checked - relations.held} 项，未能核对 {len(relations.open)} 项"
    )
    paper = book.sheet("核对事项", sheet.title, purpose, (9, 10, 28, 80, 16, 16, 44))
    paper.headings("编号", "类别", "事项", "说明", "填列", "应为", "位置")
    for finding in sheet.findings:
        places = "；".join(text for text in map(str, finding.places) if text)
        texts = (finding.id, SEVERITIES[finding.severity.value], finding.title, finding.explanation)
        for column, text in enumerate((*texts, finding.stated or "", finding.expected or "", places)):
            paper.text(paper.row, column, text, CENTRED if column in (0, 1) else PLAIN)
        paper.row += 1
    for relation in relations.open:
        for column, text in enumerate(("", "未核对", "未能核对的数据关系", relation, "", "", "")):
            paper.text(paper.row, column, text, CENTRED if column in (0, 1) else PLAIN)
        paper.row += 1
