"""Results that stand in other places than the usual ones: a total in the header, rates of sources, the objective."""

from collections.abc import Iterator

from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.forms import Form, MoneyKind
from jixiao.forms.checks.catalogue import HEADER_TOTAL, OBJECTIVE_SCORE, PART_RATE, SOURCE_POINTS
from jixiao.forms.execution import budget_of, in_its_unit, rate_of
from jixiao.forms.profiles import Profile
from jixiao.forms.totals import objective_score
from jixiao.quantities import exact_text
from jixiao.relations import Duplicate, Quotient


def relations(form: Form, profile: Profile) -> Iterator[Posed | Checked]:
    """What must hold of them in one form."""
    totals = [each for each in (form.header_score, form.total_score) if each is not None and not each.is_missing]
    if len(totals) == 2 and totals[0] is not totals[1]:
        yield Posed(Duplicate((totals[0], totals[1]), HEADER_TOTAL), f"{form.label}：表头的自评得分与总分一行")
    yield from _rates_of_sources(form, profile)
    yield from _points_of_sources(form, profile)
    yield from _objective(form, profile)


def _rates_of_sources(form: Form, profile: Profile) -> Iterator[Posed]:
    denominator = profile.execution.denominator
    for row in (in_its_unit(each, denominator) for each in form.money if each.kind is not MoneyKind.TOTAL):
        rate, budget = rate_of(row, denominator), budget_of(row, denominator)
        known = not row.executed.is_missing and not budget.is_missing and budget.known.value > 0
        if rate is not None and known:
            title = f"{form.label}：“{row.label}”的执行率与执行数÷预算数"
            yield Posed(Quotient(rate, row.executed, budget, PART_RATE), title, Severity.WARNING)


def _objective(form: Form, profile: Profile) -> Iterator[Checked]:
    points, score = profile.objective_points, objective_score(form)
    if points is None or score is None:
        return
    if score.known.value <= points:
        yield Checked.held(OBJECTIVE_SCORE, score.place)
        return
    yield Checked.failed(
        OBJECTIVE_SCORE,
        Severity.ERROR,
        f"{form.label}：总体目标的得分超过分值",
        f"“{profile.name}”给总体目标 {exact_text(points)} 分，得分却是 {score}。",
        score.place,
        stated=str(score),
        expected=f"不超过 {exact_text(points)}",
        figures=(score,),
    )


def _points_of_sources(form: Form, profile: Profile) -> Iterator[Checked]:
    """其中 rows carry no points where the profile does not say that they may."""
    rows = [row for row in form.money if row.kind is not MoneyKind.TOTAL]
    filled = [figure for row in rows for figure in (row.points, row.score) if figure.printed is not None]
    if not rows or profile.money.parts_may_score or form.total_money is None or form.total_money.score.is_missing:
        return
    if not filled:
        yield Checked.held(SOURCE_POINTS, rows[0].label.place)
        return
    yield Checked.failed(
        SOURCE_POINTS,
        Severity.NOTE,
        f"{form.label}：资金来源各行填了分值或得分",
        "执行率只按年度资金总额计分，来源各行的分值、得分应为“—”。",
        *(figure.place for figure in filled),
        stated="、".join(map(str, filled)),
        expected="—",
    )
