"""What a printed form shows, whether it is still empty, as stated or corrected: texts by row and column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.forms import Form, IndicatorLine, MoneyKind, MoneyRow
from jixiao.forms.completing import CommonIndicator
from jixiao.forms.objectives import Objectives
from jixiao.forms.profiles import Profile, TargetIn, TotalStands
from jixiao.forms.vocabulary import Column, is_total_money
from jixiao.quantities import exact_text
from jixiao.relations import Figure
from jixiao.reports.verified.forms.columns import indicator_columns, money_rows, scores_execution

Values = Mapping[Column, str]
"""What stands in the columns of a row."""
_TARGET = re.compile(r"\s*([≥≤＞＜=＝><]|)\s*(-?\d+(?:\.\d+)?)\s*((?![年月日号点:：])[^\d]{0,12})")
_WORDS = "定性"
PROJECT, DEPARTMENT = "项目名称", "部门名称"
"""The fields of the header that say whose form it is."""
TOTAL, STATED, REVIEWED, GRADE = "自评总分", "自评得分", "审核评分", "自评等级"
"""The fields of the header that print results: the total by either name, that of whoever reviews, the grade."""
BLANK_FOOT = {"填表人": "", "联系电话": "", "填报日期": ""}
"""The fields below a form that is still to be signed."""
_OF_DEPARTMENT = "部门整体"
_ALL_MONEY = "年度资金总额"


@dataclass(frozen=True, slots=True)
class MoneyEntry:
    """A row of the money block."""

    label: str
    values: Values


@dataclass(frozen=True, slots=True)
class LineEntry:
    """An indicator with the headings it stands under, in the words that the form prints (产出指标, 数量指标).

    `common` says that it came from an indicator pack and is still to be made the project's own.
    """

    block: str
    level2: str
    values: Values
    common: bool = False


@dataclass(frozen=True, slots=True)
class ObjectiveEntry:
    """A yearly objective, what was made of it, and the score that few kinds of forms give it."""

    expected: str
    actual: str = ""
    score: str = ""


@dataclass(frozen=True)
class FormContent:
    """A form to be printed; what is not known is left out. `year` is printed where the title does not name it."""

    title: str
    fields: Mapping[str, str]
    unit: str
    money: tuple[MoneyEntry, ...]
    objectives: tuple[ObjectiveEntry, ...]
    lines: tuple[LineEntry, ...]
    block_points: Mapping[str, str] = field(default_factory=dict)
    total_points: str = ""
    total_score: str = ""
    total_review: str = ""
    grade: str = ""
    year: str = ""


def planned_content(objectives: Objectives, profile: Profile) -> FormContent:
    """The form of a project of which only the objectives are known."""
    title = _title(objectives, profile)
    named = DEPARTMENT if _OF_DEPARTMENT in title else PROJECT
    fields = {"主管部门": objectives.department, "实施单位": objectives.unit}
    if named == DEPARTMENT:
        fields = {name: text for name, text in fields.items() if text}
    results = dict.fromkeys((TOTAL, GRADE), "") if profile.total_stands is TotalStands.HEADER else {}
    amounts = {each.source: {Column.INITIAL: each.initial, Column.ADJUSTED: each.adjusted} for each in objectives.money}
    labels = [*money_rows(profile), *(source for source in amounts if source not in money_rows(profile))]
    if scores_execution(profile) and profile.execution.points is not None:
        amounts[labels[0]] = {**amounts.get(labels[0], {}), Column.POINTS: exact_text(profile.execution.points)}
    return FormContent(
        title,
        {named: objectives.project, **fields, **results, **BLANK_FOOT},
        profile.money.unit.value,
        tuple(MoneyEntry(_source_label(labels, at), amounts.get(label, {})) for at, label in enumerate(labels)),
        (ObjectiveEntry(objectives.objective),),
        tuple(
            LineEntry(
                heading(indicator.level1),
                heading(indicator.level2),
                {
                    Column.LEVEL3: indicator.name,
                    Column.POINTS: indicator.points,
                    Column.EXPLANATION: indicator.explanation,
                    Column.STANDARD: indicator.standard,
                    **targets_in(indicator.target, profile),
                },
                isinstance(indicator, CommonIndicator),
            )
            for indicator in objectives.indicators
        ),
    )


def _title(objectives: Objectives, profile: Profile) -> str:
    """The title given, otherwise the usual one: a department's where the profile's title tells it is one."""
    year = f"{objectives.year}年度" if objectives.year else ""
    what = f"{_OF_DEPARTMENT}支出" if _OF_DEPARTMENT in profile.signs.title else "项目支出"
    return objectives.title or f"{year}{what}绩效自评表"


def stated_content(form: Form, profile: Profile) -> FormContent:
    """A form as it was read, every value as it prints it."""
    total = printed(form.total_score or form.header_score or form.total_alone)
    title = form.title.text or "项目支出绩效自评表"
    return FormContent(
        title,
        dict(_fields_of(form, total, profile)),
        form.unit or profile.money.unit.value,
        tuple(MoneyEntry(_money_label(row), _money_values(row)) for row in form.money),
        tuple(ObjectiveEntry(one.expected.text, one.actual.text, printed(one.score)) for one in form.objectives),
        tuple(LineEntry(heading(line.block), heading(line.level2), _line_values(line, profile)) for line in form.lines),
        {heading(block.name): printed(block.points) for block in form.blocks if not block.points.is_missing},
        printed(form.total_points),
        total,
        printed(form.review_score),
        form.grade.text,
        "" if form.year in title else form.year,
    )


def printed(figure: Figure | None) -> str:
    """A figure as the form prints it; nothing where it prints none."""
    return "" if figure is None or figure.printed is None else str(figure.printed)


def _fields_of(form: Form, total: str, profile: Profile) -> Iterator[tuple[str, str]]:
    """The cells of the header, those with results as they are now, and the total where the profile prints it there."""
    own = {name: said.text for name, (_, said) in form.fields.items()}
    results = {STATED: total, TOTAL: total, REVIEWED: printed(form.review_score), GRADE: form.grade.text}
    yield from ((name, results.get(name, text)) for name, text in own.items())
    if profile.total_stands is TotalStands.HEADER and STATED not in own:
        yield TOTAL, total


def _money_label(row: MoneyRow) -> str:
    if row.kind is MoneyKind.TOTAL and not is_total_money(row.label.text):
        return _ALL_MONEY
    return row.label.text.rstrip(":：")


def _source_label(labels: Sequence[str], at: int) -> str:
    """A row of money as an empty form names it: the first source begins with 其中, the others stand below it."""
    label = labels[at]
    if is_total_money(label) or at == 0 or label.startswith("其中"):
        return label
    return f"其中：{label}" if at == 1 else f"　　　{label}"


def _money_values(row: MoneyRow) -> Values:
    return {
        Column.INITIAL: printed(row.initial),
        Column.ADJUSTED: printed(row.adjusted),
        Column.RECEIVED: printed(row.received),
        Column.INTEGRATED: printed(row.integrated),
        Column.NET: printed(row.net),
        Column.EXECUTED: printed(row.executed),
        Column.POINTS: printed(row.points),
        Column.RATE: printed(row.rate),
        Column.SCORE: printed(row.score),
        Column.REASON: row.reason.text,
    }


def _line_values(line: IndicatorLine, profile: Profile) -> Values:
    columns = indicator_columns(profile)
    return {
        Column.LEVEL3: line.name.text,
        **targets_in(line.target.text, profile),
        Column.ACTUAL: line.actual.text,
        Column.POINTS: printed(line.points),
        Column.SCORE: printed(line.score),
        Column.COEFFICIENT: printed(line.coefficient),
        Column.OF_HUNDRED: printed(line.of_hundred),
        Column.REVIEW: printed(line.review),
        Column.CORE: line.core.text,
        Column.STANDARD if Column.STANDARD in columns else Column.EXPLANATION: line.standard.text,
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
