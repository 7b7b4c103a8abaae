"""The money block of a form: units, sources, execution rate, and the points for it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.forms import Form, MoneyRow
from jixiao.forms.catalogue import (
    EXECUTION_SCORE,
    LOW_EXECUTION,
    MONEY_PARTS,
    OVER_BUDGET,
    RATE,
    RATE_SIGN,
    SOURCES_BLANK,
    UNIT,
)
from jixiao.forms.execution import (
    budget_of,
    execution,
    explanations,
    fits,
    in_its_unit,
    may_be_nested,
    rate_of,
    rate_score,
)
from jixiao.forms.profiles import Denominator, Execution, ExecutionRule, Profile
from jixiao.forms.scoring.execution import TierRule
from jixiao.forms.vocabulary import Column
from jixiao.quantities import Convention, Printed, Unit, exact_text, fixed_text, unit_named
from jixiao.relations import Figure, Quotient, StepScore, Sum

_SOURCE_UNREAD = "有的来源没有读出"
_EXPLAINED_FROM = Fraction(90, 100)
_TOLERATED_FROM = Fraction(50, 100)  # whole points from here on may follow a local rule of steps


def relations(form: Form, profile: Profile, *, by_ministry: bool) -> Iterator[Posed | Checked]:
    """What must hold in the money block of one form; `by_ministry`: forms of the document score points × rate."""
    rule = profile.execution
    if form.total_money is None:
        return
    row = in_its_unit(form.total_money, rule.denominator)
    yield from _units(form, row)
    yield from _parts(form, row)
    yield from _over_budget(form, row, rule)
    rate = rate_of(row, rule.denominator)
    if row.rate.printed is not None and rate is None:
        yield Checked.not_made(RATE, f"{form.label}的执行率 {row.rate} 没有写明是不是百分数", row.rate.place)
    if rate is not None:
        yield from _sign(form, row)
        yield from _rate(form, row, rate, rule)
    yield from _score(form, row, rate or _unprinted_rate(row, rule), rule, by_ministry)
    yield from _low_execution(form, row, rule)


def _rate(form: Form, row: MoneyRow, rate: Figure, rule: Execution) -> Iterator[Posed | Checked]:
    """The rate against the amounts; one that is right over the other budget may follow another rule."""
    budget = budget_of(row, rule.denominator)
    if rule.denominator is Denominator.NET and budget.is_missing:
        yield Checked.not_made(RATE, f"{form.label}没有读出{budget.name}，执行率以它为分母", row.rate.place)
    if budget.is_missing or row.executed.is_missing:
        return
    other = row.adjusted if budget is row.initial else row.initial
    other_base = not other.is_missing and not row.adjusted.is_missing and fits(Quotient(rate, row.executed, other))
    title = f"{form.label}：执行率与执行数÷预算数"
    yield Posed(Quotient(rate, row.executed, budget, RATE), title, Severity.WARNING if other_base else Severity.ERROR)


def _units(form: Form, row: MoneyRow) -> Iterator[Checked]:
    """Amounts in another unit than the one the heading names."""
    if not form.unit:
        return
    heading = unit_named(form.unit)
    for each in (row, *form.sources):
        for figure in each.amounts:
            printed = figure.printed
            if printed is None:
                continue
            if printed.unit is None or printed.unit == heading:
                yield Checked.held(UNIT, figure.place)
                continue
            yield _in_another_unit(form, figure, printed.unit, heading)


def _in_another_unit(form: Form, figure: Figure, unit: Unit, heading: Unit) -> Checked:
    printed = figure.known
    is_money = unit.dimension == heading.dimension
    converted = f"{exact_text(printed.value_in(heading))}{heading}" if is_money else None
    outcome = f"换算后为 {converted}。其他关系已按换算后的金额核对。" if is_money else "不是金额，没有核对。"
    return Checked.failed(
        UNIT,
        Severity.ERROR,
        f"{form.label}：{figure.name}的单位不是{heading}",
        f"表头注明金额以{heading}计，这一格是 {printed}（单位：{unit}），{outcome}",
        figure.place,
        stated=str(printed),
        expected=converted,
    )


def _parts(form: Form, row: MoneyRow) -> Iterator[Posed | Checked]:
    sources = form.sources
    if not sources:
        return
    columns = list(zip(row.amounts, *(source.amounts for source in sources), strict=True))
    filled = [column for column in columns if not column[0].is_missing]
    if filled and all(figure.is_missing for column in columns for figure in column[1:]):
        if form.has_unread_money:
            yield Checked.not_made(SOURCES_BLANK, f"{form.label}的资金来源{_SOURCE_UNREAD}", row.label.place)
            return
        names = "、".join(source.label.text.removeprefix("其中").lstrip(":：") for source in sources)
        yield Checked.failed(
            SOURCES_BLANK,
            Severity.NOTE,
            f"{form.label}：没有填资金来源",
            f"填了年度资金总额，{names}各栏都是空白，看不出资金从哪里来。",
            *(source.label.place for source in sources),
        )
        return
    for total, *parts in filled:
        if all(part.is_missing for part in parts):
            continue
        title = f"{form.label}：{total.name}与各项来源之和"
        relation = Sum.of(total, parts, MONEY_PARTS, blanks_are_zero=True)
        if fits(relation):
            yield Posed(relation, title)
        elif form.has_unread_money:
            yield Checked.not_made(MONEY_PARTS, f"{title}：{_SOURCE_UNREAD}", total.place)
        elif total.known.value and not any(part.known.value for part in parts if not part.is_missing):
            yield _sources_of_nothing(form, total, parts)
        elif may_be_nested(sources):
            yield Checked.not_made(MONEY_PARTS, f"{title}：来源各行之间可能有包含关系", total.place)
        else:
            yield Posed(relation, title)


def _sources_of_nothing(form: Form, total: Figure, parts: Sequence[Figure]) -> Checked:
    """A total whose sources are all 0 or blank: the sources are wrong, not the total."""
    names = "、".join(f"{part.name}{'空白' if part.is_missing else f' {part}'}" for part in parts)
    return Checked.failed(
        MONEY_PARTS,
        Severity.ERROR,
        f"{form.label}：{total.name}是 {total}，各项来源却都是 0 或空白",
        f"{names}，相加为 0，与{total.name} {total} 不符；应按实际来源填写。",
        total.place,
        *(part.place for part in parts),
        stated=str(total),
        expected="各项来源之和与总额相等",
    )


def _over_budget(form: Form, row: MoneyRow, rule: Execution) -> Iterator[Checked]:
    done, budget = execution(row, rule.denominator), budget_of(row, rule.denominator)
    if done is None:
        return
    if done <= 1:
        yield Checked.held(OVER_BUDGET, row.executed.place)
        return
    yield Checked.failed(
        OVER_BUDGET,
        Severity.WARNING,
        f"{form.label}：执行数大于预算数",
        f"全年执行数 {row.executed} 大于{budget.name} {budget}。如有追加预算，应填入全年预算数。",
        row.executed.place,
        budget.place,
        stated=str(row.executed),
        expected=f"不超过 {budget}",
    )


def _sign(form: Form, row: MoneyRow) -> Iterator[Checked]:
    printed = row.rate.known
    if printed.unit is not None or not printed.value:
        return
    yield Checked.failed(
        RATE_SIGN,
        Severity.NOTE,
        f"{form.label}：执行率没有写百分号",
        f"执行率印作 {printed}，应写明“%”，免得与得分、小数混淆。",
        row.rate.place,
        stated=str(printed),
        expected=f"{printed}%" if printed.value > 2 else None,
    )


def _unprinted_rate(row: MoneyRow, rule: Execution) -> Figure | None:
    """The rate that the amounts make where the form has none, exactly; tiers are asked of printed ones only."""
    done = execution(row, rule.denominator)
    if done is None or row.rate.printed is not None or rule.tiers:
        return None
    return Figure("执行数÷预算数", Printed(done, 0, None, Convention.EXACT), row.executed.place)


def with_points(form: Form, row: MoneyRow, rule: Execution) -> MoneyRow:
    """The row with the points of the profile where the form has no place for them."""
    if not row.points.is_missing or rule.points is None or Column.POINTS in form.money_columns:
        return row
    points = Printed(rule.points, 0, unit_named("分"), Convention.EXACT)
    return replace(row, points=Figure("表样规定的执行率分值", points, row.score.place))


def _score(
    form: Form, row: MoneyRow, rate: Figure | None, rule: Execution, by_ministry: bool
) -> Iterator[Posed | Checked]:
    row = with_points(form, row, rule)
    if rate is None or row.points.is_missing or row.score.is_missing or rule.rule is ExecutionRule.NONE:
        return
    done = execution(row, rule.denominator)
    if rule.tiers:
        relation = StepScore(row.score, rate, TierRule(rule, row.points.known.value), EXECUTION_SCORE)
        yield Posed(relation, f"{form.label}：执行率得分与分档计分办法")
    elif rule.floor is not None and done is not None and 100 * done < rule.floor:
        yield _below_floor(form, row, done, rule.floor)
    else:
        as_usual = not by_ministry and not rule.is_stated and _may_follow_steps(row, done)
        title = f"{form.label}：执行率得分与分值×执行率"
        severity = Severity.WARNING if as_usual else Severity.ERROR
        yield Posed(rate_score(row, rate, rule.denominator), title, severity)


def _below_floor(form: Form, row: MoneyRow, done: Fraction, floor: Fraction) -> Checked:
    if not row.score.known.value:
        return Checked.held(EXECUTION_SCORE, row.score.place)
    percent = f"{fixed_text(done * 100, 2)}%"
    return Checked.failed(
        EXECUTION_SCORE,
        Severity.ERROR,
        f"{form.label}：执行率低于 {exact_text(floor)}% 却得分",
        f"全年执行数 {row.executed}，执行率 {percent}，低于 {exact_text(floor)}% 的不得分，却得 {row.score}。",
        row.score.place,
        row.executed.place,
        stated=str(row.score),
        expected="0分",
        figures=(row.score,),
    )


def _may_follow_steps(row: MoneyRow, done: Fraction | None) -> bool:
    """Whether whole points for a rate that is not low may follow a local rule of steps."""
    return row.score.known.value.denominator == 1 and done is not None and done >= _TOLERATED_FROM


def _low_execution(form: Form, row: MoneyRow, rule: Execution) -> Iterator[Checked]:
    done = execution(row, rule.denominator)
    explained_from = _EXPLAINED_FROM if rule.explained_below is None else rule.explained_below / 100
    if done is None or not form.lines or not form.reason_heading:
        return
    if done >= explained_from or explanations(form):
        yield Checked.held(LOW_EXECUTION, row.executed.place)
        return
    reason = next((line.reason.place for line in form.lines if line.reason), form.reason_heading.place)
    percent = f"{fixed_text(done * 100, 2)}%"
    yield Checked.failed(
        LOW_EXECUTION,
        Severity.NOTE,
        f"{form.label}：执行率低而没有说明原因",
        f"全年执行数 {row.executed}，预算数 {budget_of(row, rule.denominator)}，只执行了 {percent}，"
        "而偏差原因一栏没有说明，应写明原因和改进措施。",
        row.executed.place,
        reason,
        stated=percent,
    )
