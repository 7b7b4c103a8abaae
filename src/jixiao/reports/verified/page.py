"""The overview of many forms as one page: figures at the head, charts and tables below; no script, nothing loaded."""

from collections.abc import Sequence
from decimal import Decimal

from jixiao.batch.statistics import GroupStatistics
from jixiao.quantities import fixed_text
from jixiao.reports.content.parts import Chart, Column, Series, Table
from jixiao.reports.page.chapters import Paragraph, Part
from jixiao.reports.page.placing import placed_chapters
from jixiao.reports.templating import page_environment
from jixiao.reports.verified.overview import Look, Overview
from jixiao.reports.verified.wording import SAMPLE_METHOD, mean_text

_SHOWN = 15
"""Rows of a table of the page; all of them stand in the workbook."""
_BARS = 8
_WAN = 10_000


def overview_html(overview: Overview) -> str:
    """The page; all texts are escaped."""
    return (
        page_environment()
        .get_template("verified.html")
        .render(overview=overview, cards=_cards(overview), chapters=placed_chapters(parts_of(overview), {}), ways={})
    )


def parts_of(overview: Overview) -> tuple[Part, ...]:
    """The chapters of the page; one of which there is nothing to tell is left out."""
    chapters = (
        _scores_part(overview),
        _checks_part(overview),
        *(
            _groups_part(title, heading, groups)
            for title, heading, groups in (
                ("各部门情况", "主管部门", overview.departments),
                ("各地区（文件夹）情况", "地区或文件夹", overview.places),
                ("各年度情况", "年度", overview.years),
                ("各表样情况", "表样", overview.profiles),
            )
        ),
        _looks_part(overview),
        _sample_part(overview),
    )
    return tuple(part for part in chapters if part.blocks)


def _cards(overview: Overview) -> Sequence[tuple[str, str, str]]:
    """What stands at the head: name, figure, remark."""
    unread = "，".join(f"{word} {count} 份" for word, count in overview.status.items() if count)
    return (
        ("自评表", str(overview.forms), unread),
        ("有错误的自评表", str(overview.faulty), f"占 {_share(overview.faulty, overview.forms)}"),
        ("错误", str(overview.errors), "由表内的数可以证明"),
        ("提示", str(overview.warnings), "需要判断或当地规定"),
        ("说明", str(overview.notes), "文字性的问题"),
    )


def _share(part: int, whole: int) -> str:
    return f"{fixed_text(Decimal(100 * part) / whole, 2)}%" if whole else "—"


def _scores_part(overview: Overview) -> Part:
    if not any(overview.scores.values()):
        return Part("自评总分分布")
    counts = tuple(Decimal(count) for count in overview.scores.values())
    chart = Chart("自评总分分布", "column", tuple(overview.scores), (Series("份数", counts),), "份", 0)
    grades = [group for group in overview.grades if group.name]
    blocks: tuple[Chart | Table, ...] = (chart,)
    if grades:
        columns = (Column("自评等级", 2), *(Column(each, 1, "right") for each in ("份数", "有错误", "错误", "平均分")))
        rows = tuple((g.name, str(g.forms), str(g.faulty), str(g.errors), mean_text(g)) for g in grades)
        blocks = (chart, Table("自评等级", columns, rows))
    return Part("自评总分分布", blocks)


def _checks_part(overview: Overview) -> Part:
    worst = [check for check in overview.checks if check.errors or check.warnings][:_BARS]
    if not worst:
        return Part("问题集中在哪里")
    names = tuple(check.title for check in worst)
    series = (
        Series("错误", tuple(Decimal(check.errors) for check in worst)),
        Series("提示", tuple(Decimal(check.warnings) for check in worst)),
    )
    columns = (Column("核查", 4, "left"), *(Column(each, 1, "right") for each in ("错误", "提示", "说明", "涉及份数")))
    rows = tuple(
        (each.title, str(each.errors), str(each.warnings), str(each.notes), str(each.forms))
        for each in overview.checks[:_SHOWN]
    )
    table = Table("各项核查发现的问题", columns, rows, note=_more(len(overview.checks)))
    return Part("问题集中在哪里", (Chart("问题最多的核查", "bar", names, series, "处", 0), table))


def _groups_part(title: str, heading: str, groups: Sequence[GroupStatistics]) -> Part:
    if len(groups) < 2:
        return Part(title)
    shown = groups[:_BARS]
    names = tuple(group.name or "（未填）" for group in shown)
    chart = Chart(title, "bar", names, (Series("错误", tuple(Decimal(group.errors) for group in shown)),), "处", 0)
    named = ("份数", "有错误", "错误", "提示", "预算（万元）", "平均分")
    columns = (Column(heading, 4, "left"), *(Column(each, 2 if "预算" in each else 1, "right") for each in named))
    rows = tuple(
        (
            group.name or "（未填）",
            str(group.forms),
            str(group.faulty),
            str(group.errors),
            str(group.warnings),
            fixed_text(group.budget / _WAN, 2) if group.known_money else "—",
            mean_text(group),
        )
        for group in groups[:_SHOWN]
    )
    return Part(title, (chart, Table(title, columns, rows, note=_more(len(groups)))))


def _looks_part(overview: Overview) -> Part:
    if not overview.looks:
        return Part("最需要复核的自评表")
    said = "按预算×问题的轻重排列：一处错误计 100，提示计 10，说明计 1；没有读到预算的排在后面。"
    rows = tuple((str(n), *_look(look)) for n, look in enumerate(overview.looks[:_SHOWN], 1))
    table = Table("复核清单", (Column("序号", 1, "center"), *_LOOK), rows, note=_more(len(overview.looks)))
    return Part("最需要复核的自评表", (Paragraph(said), table))


def _sample_part(overview: Overview) -> Part:
    if not overview.sample:
        return Part("现场复核抽样")
    said = (
        f"共抽取 {len(overview.sample)} 份，种子 {overview.seed}。{SAMPLE_METHOD}。入样概率和全部名单见 findings.xlsx。"
    )
    rows = tuple((each.stratum, *_look(each.look)) for each in overview.sample[:_SHOWN])
    table = Table("抽样名单", (Column("层", 1, "center"), *_LOOK), rows, note=_more(len(overview.sample)))
    return Part("现场复核抽样", (Paragraph(said), table))


_LOOK = (
    Column("项目", 5, "left"),
    Column("主管部门", 4, "left"),
    Column("预算（万元）", 2, "right"),
    Column("错误", 1, "right"),
    Column("提示", 1, "right"),
)


def _look(look: Look) -> tuple[str, ...]:
    budget = "—" if look.budget is None else fixed_text(look.budget / _WAN, 2)
    return look.label, look.department or "（未填）", budget, str(look.errors), str(look.warnings)


def _more(count: int) -> str:
    return f"只列前 {_SHOWN} 个，共 {count} 个，全部见 findings.xlsx。" if count > _SHOWN else ""
