"""The workbook of many forms: findings, forms, statistics, the list for a second look, the sample."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from jixiao.batch.statistics import GroupStatistics
from jixiao.quantities import exact_text, fixed_text
from jixiao.reports.scores.paper import CENTRED, POINTS, Book, Look, Paper
from jixiao.reports.verified.overview import Look as SecondLook
from jixiao.reports.verified.overview import Overview, titles
from jixiao.reports.verified.told import ToldFile, ToldFinding, ToldForm
from jixiao.reports.verified.wording import SAMPLE_METHOD, mean_text, places_of, title_of
from jixiao.reports.wording import SEVERITIES

_COUNT, _SCORE, _MONEY = Look("right", code="0"), Look("right", code=POINTS), Look("right", code="#,##0.00")
_ROWS = 200_000
"""Rows of a sheet; what is left out is said, and stands in findings.parquet."""
_WAN = 10_000


def findings_xlsx(files: Sequence[ToldFile], overview: Overview) -> bytes:
    """The workbook; amounts in 万元, the same content gives the same bytes."""
    book = Book("自评表核验结果", "项目支出绩效自评表")
    _draw_findings(book, files)
    _draw_forms(book, [form for file in files for form in file.forms])
    for name, title, groups in (
        ("按部门", "主管部门", overview.departments),
        ("按地区", "地区或文件夹", overview.places),
        ("按年度", "年度", overview.years),
        ("按表样", "表样", overview.profiles),
        ("按等级", "自评等级", overview.grades),
    ):
        _draw_groups(book, name, title, groups)
    _draw_checks(book, overview)
    _draw_looks(book, overview)
    _draw_sample(book, overview)
    return book.finished()


def rows_of_findings(files: Sequence[ToldFile]) -> Iterator[tuple[str, str, str, ToldFinding, ToldForm | None]]:
    """File, form, department and finding, form by form, the summary tables of a file behind its forms."""
    for file in files:
        for form in file.forms:
            for finding in form.findings:
                yield form.source, form.label, form.department, finding, form
        for each in file.lists:
            for finding in each.findings:
                yield each.source, each.title, "", finding, None


def _draw_findings(book: Book, files: Sequence[ToldFile]) -> None:
    widths = (24, 30, 22, 8, 20, 36, 36, 16, 16, 60)
    purpose = "错误：由表内的数可以证明；提示：需要判断或当地规定；说明：文字性的问题"
    paper = book.sheet("问题清单", "核验发现的问题", purpose, widths)
    paper.headings("文件", "自评表", "主管部门", "轻重", "核查", "问题", "位置", "原填", "应为", "说明")
    known = titles()
    first = paper.row
    for source, label, department, finding, form in rows_of_findings(files):
        if paper.row - first >= _ROWS:
            paper.text(paper.row, 0, f"只列前 {_ROWS} 条，全部见 findings.parquet", Look(border=False, wrap=False))
            break
        texts = (
            source,
            label,
            department,
            SEVERITIES[finding.severity],
            known.get(finding.check, finding.check),
            title_of(finding, form),
            places_of(finding, form),
            finding.stated or "",
            finding.expected or "",
            "".join(filter(None, (finding.explanation, finding.hint))),
        )
        for column, text in enumerate(texts):
            paper.text(paper.row, column, text, CENTRED if column == 3 else Look())
        paper.row += 1
    _filter(paper, first, len(widths))


def _draw_forms(book: Book, forms: Sequence[ToldForm]) -> None:
    widths = (24, 34, 24, 24, 8, 8, 10, 14, 14, 10, 8, 14, 14, 8, 8, 8, 40)
    purpose = "按规则：由表样规定重算；更正后：规则能确定的改，由判断决定的不改；金额单位：万元"
    paper = book.sheet("自评表", "逐份结果", purpose, widths)
    paper.headings(
        "文件", "项目", "主管部门", "实施单位", "年度", "表样", "读取", "全年预算", "全年执行", "自评总分", "自评等级",
        "按规则", "更正后", "错误", "提示", "说明", "未读部分和换算",
    )  # fmt: skip
    first = paper.row
    for form in forms[:_ROWS]:
        row = paper.row
        for column, text in enumerate((form.source, form.label, form.department, form.unit)):
            paper.text(row, column, text)
        for column, text in enumerate((form.year, form.profile or "—", form.shown_status), 4):
            paper.text(row, column, text, CENTRED)
        for column, yuan in enumerate((form.budget, form.executed), 7):
            paper.number(row, column, None if yuan is None else _wan(Fraction(yuan)), _MONEY)
        paper.figure(row, 9, form.stated.total or "")
        paper.text(row, 10, form.stated.grade or "", CENTRED)
        paper.figure(row, 11, form.computed.shown)
        paper.figure(row, 12, form.corrected.shown if form.corrected else "—")
        errors, warnings, notes = (sum(f.severity == severity for f in form.findings) for severity in SEVERITIES)
        for column, count in enumerate((errors, warnings, notes), 13):
            paper.number(row, column, Decimal(count), _COUNT)
        paper.text(row, 16, form.why or "")
        paper.row += 1
    _filter(paper, first, len(widths))


def _draw_groups(book: Book, name: str, title: str, groups: Sequence[GroupStatistics]) -> None:
    purpose = "平均分为自评总分的平均，只计印了总分的自评表；金额单位：万元，只计读到预算数的自评表"
    paper = book.sheet(name, f"{title}统计", purpose, (36, 10, 10, 10, 10, 10, 10, 18, 18, 12, 12))
    paper.headings(
        title, "份数", "未读出", "有错误", "错误", "提示", "说明", "全年预算", "全年执行", "有总分", "平均分"
    )
    for group in groups[:_ROWS]:
        row = paper.row
        paper.text(row, 0, group.name or "（未填）")
        counted = (group.forms, group.unread, group.faulty, group.errors, group.warnings, group.notes)
        for column, count in enumerate(counted, 1):
            paper.number(row, column, Decimal(count), _COUNT)
        paper.number(row, 7, _wan(group.budget), _MONEY)
        paper.number(row, 8, _wan(group.executed), _MONEY)
        paper.number(row, 9, Decimal(group.scored), _COUNT)
        paper.figure(row, 10, mean_text(group), _SCORE)
        paper.row += 1


def _draw_checks(book: Book, overview: Overview) -> None:
    paper = book.sheet("按核查", "各项核查发现的问题", "错误多的在前", (24, 34, 12, 12, 12, 14))
    paper.headings("编号", "核查", "错误", "提示", "说明", "涉及份数")
    for check in overview.checks:
        paper.text(paper.row, 0, check.check)
        paper.text(paper.row, 1, check.title)
        for column, count in enumerate((check.errors, check.warnings, check.notes, check.forms), 2):
            paper.number(paper.row, column, Decimal(count), _COUNT)
        paper.row += 1


_LOOK_HEADINGS = ("文件", "项目", "主管部门", "预算", "错误", "提示", "说明")
_LOOK_WIDTHS = (26, 36, 26, 16, 8, 8, 8)


def _draw_looks(book: Book, overview: Overview) -> None:
    purpose = "按预算×问题的轻重排列（错误 100、提示 10、说明 1）；没有读到预算的排在后面；金额单位：万元"
    paper = book.sheet("复核清单", "最需要复核的自评表", purpose, (6, *_LOOK_WIDTHS, 12))
    paper.headings("序号", *_LOOK_HEADINGS, "轻重")
    for number, look in enumerate(overview.looks, 1):
        paper.number(paper.row, 0, Decimal(number), _COUNT)
        _draw_look(paper, look, 1)
        paper.number(paper.row, 8, Decimal(look.risk), _COUNT)
        paper.row += 1


def _draw_sample(book: Book, overview: Overview) -> None:
    purpose = f"种子 {overview.seed}；{SAMPLE_METHOD}"
    paper = book.sheet("现场复核抽样", "抽样名单", purpose, (6, 10, *_LOOK_WIDTHS, 14))
    paper.headings("序号", "层", *_LOOK_HEADINGS, "入样概率")
    for number, each in enumerate(overview.sample, 1):
        paper.number(paper.row, 0, Decimal(number), _COUNT)
        paper.text(paper.row, 1, each.stratum, CENTRED)
        _draw_look(paper, each.look, 2)
        paper.figure(paper.row, 9, f"{fixed_text(each.probability * 100, 4)}%")
        paper.row += 1


def _draw_look(paper: Paper, look: SecondLook, begin: int) -> None:
    for column, text in enumerate((look.source, look.label, look.department), begin):
        paper.text(paper.row, column, text)
    paper.number(paper.row, begin + 3, None if look.budget is None else _wan(look.budget), _MONEY)
    for column, count in enumerate((look.errors, look.warnings, look.notes), begin + 4):
        paper.number(paper.row, column, Decimal(count), _COUNT)


def _filter(paper: Paper, first: int, columns: int) -> None:
    """Buttons by which the rows can be filtered."""
    if paper.row > first:
        paper.drawn.autofilter(first - 1, 0, paper.row - 1, columns - 1)


def _wan(yuan: Fraction) -> Decimal:
    """Yuan in 万元, exact."""
    return Decimal(exact_text(yuan / _WAN))
