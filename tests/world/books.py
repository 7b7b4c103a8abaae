"""Departments as the model of forms has them, without paper and readers: for checks by the million."""

from decimal import Decimal

from tests.world import truth
from tests.world.growing import layout_of
from tests.world.layouts import BY_ROW, execution_row
from tests.world.truth import Department, Indicator, Money, Sheet, plain

from jixiao.forms import (
    Block,
    Form,
    FormBook,
    IndicatorLine,
    MoneyKind,
    MoneyRow,
    Objective,
    Residue,
    ResidueKind,
    Said,
    Summary,
    SummaryRow,
)
from jixiao.forms.model import NO_FIGURE
from jixiao.forms.moneyrows import aligned
from jixiao.forms.profiles.model import Profile, TargetIn, TotalStands
from jixiao.forms.profiles.scores import ExecutionStands
from jixiao.forms.vocabulary import Column
from jixiao.quantities import Unit, unit_named
from jixiao.relations import Figure

_POINTS = unit_named("分")
_YUAN = 10000


def book_of(department: Department) -> FormBook:
    """The forms of a department and its summary table, if it has one."""
    forms = tuple(form_of(sheet, number) for number, sheet in enumerate(department.sheets, start=1))
    return FormBook(forms, (_summary(department),) if department.summary else ())


def form_of(sheet: Sheet, number: int = 1) -> Form:
    """What a faultless reader makes of the form on paper."""
    found = layout_of(sheet.profile)
    columns = found.indicators.columns or layout_of("A").indicators.columns
    form = Form(Said("项目支出绩效自评表"), number, year=str(sheet.year), unit=found.money.unit.value)
    names = {"项目名称": sheet.project, "主管部门": sheet.department, "实施单位": sheet.unit}
    names = {"部门名称": sheet.project} if sheet.profile == "N2" else names
    form.fields = {name: (Said(name), Said(text)) for name, text in names.items()}
    form.money = aligned([_money_row(found, sheet, row, number == 0) for number, row in enumerate(sheet.money)])
    given = sheet.objective_score is not None
    score = _figure("年度总体目标得分", sheet.objective_score) if given else NO_FIGURE
    form.objectives = [Objective(Said(sheet.expected), Said(sheet.achieved), score)]
    form.scores_objective = given
    form.objective_heading = Said("年度总体目标")
    if Column.LEVEL1 in columns:
        form.blocks = [_block(sheet, name) for name in dict.fromkeys(row.level1 for row in sheet.indicators)]
    form.lines = [_line(found, columns, row) for row in sheet.indicators if not row.is_template]
    if found.execution.stands is ExecutionStands.INDICATOR:
        form.lines.append(_execution_line(sheet))
    elif found.execution.stands is ExecutionStands.WITHIN_BLOCK:
        at = next(at for at, line in enumerate(form.lines) if line.block == "过程")
        form.lines.insert(at, _line(found, columns, execution_row(sheet)))
    form.residues = [_residue(row) for row in sheet.indicators if row.is_template]
    form.money_columns = found.money.columns
    form.reason_heading = Said("偏差原因分析及改进措施" if Column.REASON in columns else "")
    if sheet.total_score is not None:
        form.total_label = Said("总分")
        form.total_score = _figure("总分", sheet.total_score)
        if Column.POINTS in columns and found.total_stands is TotalStands.LAST_ROW:
            form.total_points = _figure("分值合计", sheet.total_weight)
    if sheet.total_score is not None and "财政审核评分" in found.signs.words:
        form.header_score = _figure("自评得分", sheet.total_score + sheet.header_off)
    if found.grades.stand is not TotalStands.NOWHERE:
        form.grade = Said(sheet.grade)
    return form


def _money_row(found: Profile, sheet: Sheet, row: Money, total: bool) -> MoneyRow:
    unit = unit_named(found.money.unit.value)
    spent = unit_named(sheet.outturn_unit) if total and sheet.outturn_unit else unit
    factor = _YUAN if found.money.unit.value == "元" else 1
    scored = total and sheet.execution_score is not None and Column.SCORE in found.money.columns
    nets = Column.NET in found.money.columns
    return MoneyRow(
        MoneyKind.TOTAL if total else MoneyKind.SOURCE,
        Said(row.name),
        _figure("年初预算数", row.initial * factor if Column.INITIAL in found.money.columns else None, unit),
        _figure("全年预算数", row.adjusted * factor, unit),
        _figure("全年执行数", row.outturn * factor, spent),
        _figure("执行率分值", sheet.execution_points if scored and sheet.objective_score is None else None),
        Figure.of("执行率", f"{sheet.rate}%") if total else _part_rate(found, row),
        _figure("执行率得分", sheet.execution_score if scored else None),
        Said(sheet.reason if total and Column.REASON in found.money.columns else ""),
        integrated=_figure("统筹整合数", row.integrated if nets else None, unit),
        net=_figure("扣除统筹整合后预算数", row.net if nets else None, unit) if nets else NO_FIGURE,
    )


def _part_rate(found: Profile, row: Money) -> Figure:
    printed = found.id in BY_ROW and row.net
    return Figure.of("执行率", row.rate) if printed else Figure("执行率")


def _block(sheet: Sheet, name: str) -> Block:
    points = next((block.points for block in sheet.blocks if block.name == name), None)
    return Block(name.removesuffix("指标"), Said(name), _figure(f"{name}分值", points))


def _line(found: Profile, columns: tuple[Column, ...], row: Indicator) -> IndicatorLine:
    apart = found.indicators.target_in is TargetIn.THREE
    has = set(columns)
    sign = "=" if apart and row.target.kind is truth.Kind.BARE else row.target.sign
    target = f"{sign}{row.target.value}{row.target.unit}" if apart else row.target.text
    worded = row.target.kind in (truth.Kind.WORDS, truth.Kind.DATE)
    return IndicatorLine(
        row.level1.removesuffix("指标"),
        row.level2.removesuffix("指标"),
        Said(row.level3),
        Said((row.target.value if worded else target) if Column.TARGET in has else ""),
        Said((row.actual if apart else row.actual_text) if Column.ACTUAL in has else ""),
        _figure("分值", row.weight if Column.POINTS in has else None),
        _figure("得分", row.score),
        Said(row.reason if Column.REASON in has else ""),
        covered=row.covers == 0,
        measure=row.target.unit if apart else "",
        standard=Said(row.standard if Column.STANDARD in has else ""),
        coefficient=_figure("得分系数", row.coefficient if Column.COEFFICIENT in has else None),
        of_hundred=_figure("单项得分", row.of_hundred if Column.OF_HUNDRED in has else None),
    )


def _execution_line(sheet: Sheet) -> IndicatorLine:
    name, actual = "预算执行率", f"{sheet.rate}%"
    points, score = _figure("分值", sheet.execution_points), _figure("得分", sheet.execution_score)
    return IndicatorLine(name, name, Said(name), Said("100%"), Said(actual), points, score)


def _residue(row: Indicator) -> Residue:
    block, level2 = row.level1.removesuffix("指标"), row.level2.removesuffix("指标")
    return Residue(ResidueKind.PLACEHOLDER, Said(row.level3), block, level2)


def _summary(department: Department) -> Summary:
    unit = unit_named("万元")
    rows = tuple(
        SummaryRow(
            str(number),
            Said(row.project),
            _figure("资金", row.amount, unit),
            _figure("自评得分", row.score),
            Said(row.grade),
            Said(""),
        )
        for number, row in enumerate(department.summary, start=1)
    )
    total = SummaryRow("", Said("合计"), _figure("资金", department.total, unit), Figure(""), Said(""), Said(""))
    columns = frozenset({"项目名称", "资金", "自评得分", "自评等级"})
    return Summary(Said(f"{department.name}项目支出绩效自评情况汇总表"), rows, total, columns)


def _figure(name: str, value: Decimal | None, unit: Unit | None = None) -> Figure:
    return Figure(name) if value is None else Figure.of(name, plain(value), unit or _POINTS)
