"""Faults of known kind in known places: each changes one thing of a consistent form, or of a summary table.

A fault that changes a score also changes the total that is its sum, so that only the fault itself is wrong; where that
cannot be (a rate and its points), the checks that may rightly tell it are all named. A fault that a form has no place
for (a reason in a form without that column) is not planted: the planter answers None.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.world import besides
from tests.world.changing import compares, has, is_plain, rescored, some, totalled, with_row
from tests.world.growing import layout_of
from tests.world.truth import Department, Indicator, Kind, Sheet, SummaryRow, Target, half_up, plain

from jixiao.forms.profiles.model import TargetIn, TotalStands
from jixiao.forms.profiles.scores import Shortfall
from jixiao.forms.vocabulary import Column


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault: the checks of which one at least must tell it, and how it is planted into a form.

    `spares_total` says that nothing but a score or a sum is wrong, so that the right total is that of the form without
    the fault.
    """

    name: str
    checks: tuple[str, ...]
    plant: Callable[[Random, Sheet], Sheet | None]
    spares_total: bool = False


@dataclass(frozen=True, slots=True)
class SummaryFault:
    """A kind of fault in a summary table: `plant` changes one row, `total` the last row instead."""

    name: str
    checks: tuple[str, ...]
    plant: Callable[[SummaryRow, Sheet], SummaryRow | None] | None = None


def _wrong_rate(random: Random, sheet: Sheet) -> Sheet | None:
    if not sheet.money or Column.RATE not in layout_of(sheet.profile).money.columns:
        return None
    up = sheet.rate < 90 and random.random() < 0.5
    return replace(sheet, rate=sheet.rate + (Decimal("8.18") if up else Decimal("-3.27")))


def _wrong_execution_score(random: Random, sheet: Sheet) -> Sheet | None:
    if not sheet.execution_score or sheet.execution_score < 2:
        return None
    if sheet.execution_score == sheet.execution_score.to_integral_value() != sheet.execution_points:
        return None  # a whole number may be rounded: the right total could then not be known
    return rescored(sheet, execution=sheet.execution_score - Decimal("1.5"))


def _sources(random: Random, sheet: Sheet) -> Sheet | None:
    if len(sheet.money) < 2:
        return None
    total, first, *others = sheet.money
    changed = replace(first, outturn=half_up(first.outturn * Decimal("0.9"), 2))
    return replace(sheet, money=(total, changed, *others)) if changed.outturn != first.outturn else None


def _over_budget(random: Random, sheet: Sheet) -> Sheet | None:
    if not sheet.money:
        return None
    total, first, *others = sheet.money
    more = total.net * Decimal("1.2") - total.outturn
    spent = replace(total, outturn=total.outturn + more), replace(first, outturn=first.outturn + more)
    new = replace(sheet, money=(*spent, *others), rate=Decimal("120.00"))
    return rescored(new, execution=sheet.execution_points) if sheet.execution_score is not None else new


def _block_points(random: Random, sheet: Sheet) -> Sheet | None:
    if not sheet.blocks or not has(sheet, Column.LEVEL1):
        return None
    first, *others = sheet.blocks
    return replace(sheet, blocks=(replace(first, points=first.points + 5), *others))


def _points_total(random: Random, sheet: Sheet) -> Sheet | None:
    if sheet.total_weight is None or not has(sheet, Column.POINTS):
        return None
    if layout_of(sheet.profile).total_stands is TotalStands.LAST_ROW:
        return replace(sheet, total_weight=sheet.total_weight - 7)
    at = next(at for at, row in enumerate(sheet.indicators) if row.weight and row.weight > 2 and not row.lost)
    row = sheet.indicators[at]
    assert row.weight is not None
    assert row.score is not None
    return with_row(sheet, at, replace(row, weight=row.weight - 2, score=row.score - 2))


def _above_points(random: Random, sheet: Sheet) -> Sheet | None:
    if not has(sheet, Column.POINTS) or layout_of(sheet.profile).scoring.bonus:
        return None
    at = some(random, sheet, lambda row: row.score is not None and not row.lost)
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, score=(row.score or Decimal(0)) + 1))


def _full_though_missed(random: Random, sheet: Sheet) -> Sheet | None:
    if not compares(sheet) or not has(sheet, Column.POINTS):
        return None
    at = some(random, sheet, lambda row: row.lost and is_plain(row))
    if at is None:
        return None
    return with_row(sheet, at, replace(sheet.indicators[at], score=sheet.indicators[at].weight))


def _bare_missed(random: Random, sheet: Sheet) -> Sheet | None:
    """A count whose target has no sign, missed, with all its points."""
    if not compares(sheet) or not has(sheet, Column.POINTS):
        return None
    at = some(random, sheet, lambda row: row.target.kind is Kind.BARE and row.level2 == "数量指标")
    if at is None:
        return None
    row = sheet.indicators[at]
    low = plain(half_up(Fraction(row.target.value) * Fraction(7, 10), 0))
    return with_row(sheet, at, replace(row, actual=low, score=row.weight, reason=""))


def _lost_though_met(random: Random, sheet: Sheet) -> Sheet | None:
    if not compares(sheet) or not has(sheet, Column.POINTS):
        return None
    at = some(random, sheet, lambda row: not row.lost and is_plain(row))
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, score=half_up(Fraction(row.weight or 0) * 4 / 5, 1)))


def _partly_wrong(random: Random, sheet: Sheet) -> Sheet | None:
    """A row that keeps some of its points, and not those that its completion earns."""
    stated = layout_of(sheet.profile).scoring.shortfall is Shortfall.PROPORTIONAL
    if not stated or not compares(sheet) or not has(sheet, Column.POINTS):
        return None
    kinds = (Kind.AT_LEAST, Kind.EXACT)  # of a limit exceeded several rules are in use
    at = some(random, sheet, lambda row: row.lost and row.target.kind in kinds and row.share > Fraction(1, 2))
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, score=half_up(Fraction(row.weight or 0) * row.share / 2, 2)))


def _sum_of_scores(random: Random, sheet: Sheet) -> Sheet | None:
    if sheet.total_score is None:
        return None
    return totalled(sheet, random.choice((Decimal("-3.2"), Decimal("-1.5"))))


def _grade(random: Random, sheet: Sheet) -> Sheet | None:
    if layout_of(sheet.profile).grades.stand is TotalStands.NOWHERE or not sheet.grade:
        return None
    return replace(sheet, grade=_other_grade(sheet))


def _other_grade(sheet: Sheet) -> str:
    names = [band.name for band in layout_of(sheet.profile).grades.in_force.bands]
    at = names.index(sheet.grade)
    return names[at - 1] if at else names[1]


def _zero_execution(random: Random, sheet: Sheet) -> Sheet | None:
    spent = _unspent(sheet)
    if spent is None or sheet.total_score is None or not has(sheet, Column.POINTS):
        return None
    for at, row in enumerate(spent.indicators):
        if row.lost:
            target = Target(Kind.WORDS, "定性", "规范", "")
            full = replace(row, target=target, actual="执行规范", score=row.weight, reason="", share=Fraction(1))
            spent = with_row(spent, at, full)
    return replace(spent, achieved="主要任务基本完成，款项尚未支付。")


def _all_done_unspent(random: Random, sheet: Sheet) -> Sheet | None:
    spent = _unspent(sheet)
    return spent and replace(spent, achieved="全部完成")


def _unspent(sheet: Sheet) -> Sheet | None:
    if not sheet.money:
        return None
    money = tuple(replace(row, outturn=Decimal(0)) for row in sheet.money)
    new = replace(sheet, money=money, rate=Decimal("0.00"))
    return new if sheet.execution_score is None else rescored(new, execution=Decimal(0))


def _over_completion(random: Random, sheet: Sheet) -> Sheet | None:
    if not compares(sheet) or not has(sheet, Column.POINTS):
        return None
    at = some(random, sheet, lambda row: row.target.kind is Kind.AT_LEAST and row.target.unit != "%" and not row.lost)
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, actual=plain(Decimal(row.target.value) * 3)))


def _copied(random: Random, sheet: Sheet) -> Sheet | None:
    if not compares(sheet) or layout_of(sheet.profile).indicators.target_in is TargetIn.THREE:
        return None
    at = some(random, sheet, lambda row: row.target.kind in (Kind.AT_LEAST, Kind.AT_MOST) and not row.lost)
    if at is None:
        return None
    row = sheet.indicators[at]
    return with_row(sheet, at, replace(row, actual=f"{row.target.sign}{row.target.value}"))


def _missing_reason(random: Random, sheet: Sheet) -> Sheet | None:
    if not has(sheet, Column.REASON) or not compares(sheet):
        return None
    at = some(random, sheet, lambda row: row.lost and is_plain(row))
    return None if at is None else with_row(sheet, at, replace(sheet.indicators[at], reason=""))


def _missing_score(random: Random, sheet: Sheet) -> Sheet | None:
    if sheet.total_score is None or not has(sheet, Column.POINTS):
        return None
    at = some(random, sheet, lambda row: bool(row.score))
    if at is None:
        return None
    rows = sheet.indicators
    return replace(sheet, indicators=(*rows[:at], replace(rows[at], score=None), *rows[at + 1 :]))


def _unit_slip(random: Random, sheet: Sheet) -> Sheet | None:
    if not sheet.money or layout_of(sheet.profile).money.unit.value != "万元":
        return None
    total, *parts = sheet.money
    return replace(sheet, money=(replace(total, outturn=total.outturn * 10000), *parts))


def _unit_named(random: Random, sheet: Sheet) -> Sheet | None:
    slipped = _unit_slip(random, sheet)
    return slipped and replace(slipped, outturn_unit="元")


def _residue(random: Random, sheet: Sheet) -> Sheet | None:
    last = sheet.indicators[-1]
    if not compares(sheet):
        return None
    empty = Target(Kind.BARE, "", "", "")
    left = Indicator(last.level1, last.level2, random.choice(("指标2：", "……", "指标3：")), empty, "", None, None)
    return replace(sheet, indicators=(*sheet.indicators, left))


def _unsaid(random: Random, sheet: Sheet) -> Sheet | None:
    if not sheet.money:
        return None
    named = random.random() < 0.5 and sheet.profile != "N2"
    return replace(sheet, department="") if named else replace(sheet, expected="", achieved="")


def _outcome_unsaid(random: Random, sheet: Sheet) -> Sheet | None:
    return replace(sheet, achieved="") if sheet.money else None


def _missing_actual(random: Random, sheet: Sheet) -> Sheet | None:
    if not compares(sheet):
        return None
    at = some(random, sheet, lambda row: not row.lost)
    return None if at is None else with_row(sheet, at, replace(sheet.indicators[at], actual=""))


FAULTS = (
    Fault("wrong_rate", ("form.rate",), _wrong_rate, spares_total=True),
    Fault("wrong_execution_score", ("form.execution_score",), _wrong_execution_score, spares_total=True),
    Fault("sources", ("form.money_parts",), _sources),
    Fault("over_budget", ("form.over_budget",), _over_budget),
    Fault("block_points", ("form.block_points", "form.headings", "form.block_profile"), _block_points),
    Fault("points_total", ("form.points_total", "form.block_points"), _points_total),
    Fault("above_points", ("form.score_limit",), _above_points, spares_total=True),
    Fault("full_though_missed", ("form.target", "form.standard"), _full_though_missed, spares_total=True),
    Fault("bare_missed", ("form.target",), _bare_missed),
    Fault("lost_though_met", ("form.target", "form.standard"), _lost_though_met, spares_total=True),
    Fault("partly_wrong", ("form.shortfall", "form.target"), _partly_wrong, spares_total=True),
    Fault("sum_of_scores", ("form.score_total",), _sum_of_scores, spares_total=True),
    Fault("grade", ("form.grade_band", "form.grade"), _grade),
    Fault("zero_execution", ("form.zero_execution", "form.objective"), _zero_execution),
    Fault("all_done_unspent", ("form.objective",), _all_done_unspent),
    Fault("over_completion", ("form.over_completion",), _over_completion),
    Fault("copied", ("form.copied",), _copied),
    Fault("missing_reason", ("form.reason",), _missing_reason),
    Fault("missing_score", ("form.missing",), _missing_score, spares_total=True),
    Fault("unit_slip", ("form.unit", "form.over_budget", "form.rate"), _unit_slip),
    Fault("unit_named", ("form.unit",), _unit_named),
    Fault("residue", ("form.placeholders",), _residue),
    Fault("unsaid", ("form.fields",), _unsaid),
    Fault("outcome_unsaid", ("form.fields", "form.missing"), _outcome_unsaid),
    Fault("part_rate", ("form.part_rate",), besides.part_rate),
    Fault("header_total", ("form.header_total",), besides.header_total),
    Fault("objective_score", ("form.objective_score",), besides.objective_score, spares_total=True),
    Fault("rounded_up", ("form.rounded_up",), besides.rounded_up, spares_total=True),
    Fault("coefficient", ("form.coefficient",), besides.coefficient, spares_total=True),
    Fault("partly_done", ("form.level",), besides.partly_done),
    Fault("beside_standard", ("form.standard",), besides.beside_standard, spares_total=True),
    Fault("no_step", ("form.standard",), besides.no_step),
    Fault("points_of_standard", ("form.standard_points",), besides.points_of_standard),
    Fault("missing_actual", ("form.missing", "form.target"), _missing_actual),
)
"""Every kind of fault of a form."""


def _listed_score(row: SummaryRow, sheet: Sheet) -> SummaryRow | None:
    return replace(row, score=row.score - 2) if sheet.total_score is not None else None


def _listed_money(row: SummaryRow, sheet: Sheet) -> SummaryRow | None:
    return replace(row, amount=row.amount + Decimal("18.36")) if sheet.money else None


def _listed_grade(row: SummaryRow, sheet: Sheet) -> SummaryRow | None:
    return replace(row, grade=_other_grade(sheet)) if sheet.grade else None


def _listed_name(row: SummaryRow, sheet: Sheet) -> SummaryRow | None:
    return replace(row, project=row.project[:1] + row.project[2:])


SUMMARY_FAULTS = (
    SummaryFault("summary_score", ("form.summary_score",), _listed_score),
    SummaryFault("summary_money", ("form.summary_money",), _listed_money),
    SummaryFault("summary_grade", ("form.grade_band", "form.grade"), _listed_grade),
    SummaryFault("summary_name", ("form.name", "form.missing_form", "form.not_listed"), _listed_name),
    SummaryFault("department_total", ("form.summary_sum",)),
)
"""Every kind of fault of a summary table."""


def misstated(fault: SummaryFault, department: Department, at: int) -> Department | None:
    """The department with a fault in its summary table: in row `at`, or in the total (which else follows its rows)."""
    if not department.summary:
        return None
    if fault.plant is None:
        return replace(department, total=department.total + 100)
    row = fault.plant(department.summary[at], department.sheets[at])
    if row is None:
        return None
    rows = (*department.summary[:at], row, *department.summary[at + 1 :])
    return replace(department, summary=rows, total=sum((each.amount for each in rows), Decimal(0)))
