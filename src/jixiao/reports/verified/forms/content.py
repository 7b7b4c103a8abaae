"""What a printed form shows, whether it is still empty, as stated or corrected: texts by row and column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.forms import Form, IndicatorLine, MoneyKind, MoneyRow
from jixiao.forms.objectives import Objectives
from jixiao.forms.profiles import Profile, TargetIn
from jixiao.forms.vocabulary import Column
from jixiao.relations import Figure
from jixiao.reports.verified.forms.columns import money_rows

Values = Mapping[Column, str]
"""What stands in the columns of a row."""
_TARGET = re.compile(r"\s*([≥≤＞＜=＝><]|)\s*(-?\d+(?:\.\d+)?)\s*((?![年月日号点:：])[^\d]{0,12})")
_WORDS = "定性"


@dataclass(frozen=True, slots=True)
class MoneyEntry:
    """A row of the money block."""

    label: str
    values: Values


@dataclass(frozen=True, slots=True)
class LineEntry:
    """An indicator with the headings it stands under, in the words that the form prints (产出指标, 数量指标)."""

    block: str
    level2: str
    values: Values


@dataclass(frozen=True)
class FormContent:
    """A form to be printed; what is not known is left out."""

    title: str
    fields: Mapping[str, str]
    unit: str
    money: tuple[MoneyEntry, ...]
    objectives: tuple[tuple[str, str], ...]
    lines: tuple[LineEntry, ...]
    block_points: Mapping[str, str] = field(default_factory=dict)
    total_points: str = ""
    total_score: str = ""
    grade: str = ""


def planned_content(objectives: Objectives, profile: Profile) -> FormContent:
    """The form of a project of which only the objectives are known."""
    year = f"{objectives.year}年度" if objectives.year else ""
    amounts = {each.source: {Column.INITIAL: each.initial, Column.ADJUSTED: each.adjusted} for each in objectives.money}
    labels = [*money_rows(profile), *(source for source in amounts if source not in money_rows(profile))]
    return FormContent(
        objectives.title or f"{year}项目支出绩效自评表",
        {"项目名称": objectives.project, "主管部门": objectives.department, "实施单位": objectives.unit},
        profile.money.unit.value,
        tuple(MoneyEntry(label, amounts.get(label, {})) for label in labels),
        ((objectives.objective, ""),),
        tuple(
            LineEntry(
                heading(indicator.level1),
                heading(indicator.level2),
                {
                    Column.LEVEL3: indicator.name,
                    Column.POINTS: indicator.points,
                    **targets_in(indicator.target, profile),
                },
            )
            for indicator in objectives.indicators
        ),
    )


def stated_content(form: Form, profile: Profile) -> FormContent:
    """A form as it was read, every value as it prints it."""
    total = form.total_score or form.total_alone
    return FormContent(
        form.title.text or (f"{form.year}年度" if form.year else "") + "项目支出绩效自评表",
        {name: said.text for name, (_, said) in form.fields.items()} | {"项目名称": form.project.text},
        form.unit or profile.money.unit.value,
        tuple(MoneyEntry(_money_label(row), _money_values(row)) for row in form.money),
        tuple((one.expected.text, one.actual.text) for one in form.objectives),
        tuple(LineEntry(heading(line.block), heading(line.level2), _line_values(line, profile)) for line in form.lines),
        {heading(block.name): printed(block.points) for block in form.blocks if not block.points.is_missing},
        printed(form.total_points),
        printed(total),
        next((form.fields[name][1].text for name in ("自评等级", "等级") if name in form.fields), ""),
    )


def printed(figure: Figure | None) -> str:
    """A figure as the form prints it; nothing where it prints none."""
    return "" if figure is None or figure.printed is None else str(figure.printed)


def _money_label(row: MoneyRow) -> str:
    return row.label.text or ("年度资金总额" if row.kind is MoneyKind.TOTAL else "")


def _money_values(row: MoneyRow) -> Values:
    return {
        Column.INITIAL: printed(row.initial),
        Column.ADJUSTED: printed(row.adjusted),
        Column.EXECUTED: printed(row.executed),
        Column.POINTS: printed(row.points),
        Column.RATE: printed(row.rate),
        Column.SCORE: printed(row.score),
        Column.REASON: row.reason.text,
    }


def _line_values(line: IndicatorLine, profile: Profile) -> Values:
    return {
        Column.LEVEL3: line.name.text,
        **targets_in(line.target.text, profile),
        Column.ACTUAL: line.actual.text,
        Column.POINTS: printed(line.points),
        Column.SCORE: printed(line.score),
        Column.REASON: line.reason.text,
    }


def targets_in(target: str, profile: Profile) -> Values:
    """A target in one column, or its sign, number and unit in three; words and dates stay whole.

    >>> from jixiao.forms.profiles import profile
    >>> [each for each in targets_in("≥20万份", profile("B")).values()]
    ['≥', '20', '万份']
    >>> [each for each in targets_in("6月底前", profile("B")).values()]
    ['', '6月底前', '']
    """
    if profile.indicators.target_in is TargetIn.ONE:
        return {Column.TARGET: target}
    found = _TARGET.fullmatch(target)
    if not found:
        words = bool(target) and not any(character.isdecimal() for character in target)
        return {Column.NATURE: _WORDS if words else "", Column.TARGET: target, Column.MEASURE: ""}
    sign, number, measure = found.groups()
    return {Column.NATURE: sign, Column.TARGET: number, Column.MEASURE: measure.strip()}


def heading(name: str) -> str:
    """A block or a kind as forms head it.

    >>> heading("产出"), heading("数量"), heading("预算执行率")
    ('产出指标', '数量指标', '预算执行率')
    """
    return name if not name or name.endswith(("指标", "率", "管理")) else f"{name}指标"
