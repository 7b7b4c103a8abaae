"""What the money block of a form means: the budget that counts, the unit that was used, the rate that was printed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.forms.catalogue import EXECUTION_SCORE
from jixiao.forms.model import Form, MoneyRow
from jixiao.forms.profiles.scores import Denominator
from jixiao.forms.vocabulary import plain
from jixiao.quantities import UnitError, unit_named
from jixiao.relations import Figure, Quotient, RateScore, Relation

_PERCENT = unit_named("%")
_SLIPPED = 1000  # yuan in a column of 万元 make an amount at least so many times the budget
_NO_REASON = re.compile(
    r"(?:无|没有|未)(?:存在|发生|出现|产生)?(?:任何|明显)?(?:偏差|偏离)?(?:情况|原因)?|不适用|[-—–/\\]*"
)


def budget_of(row: MoneyRow, denominator: Denominator = Denominator.ADJUSTED) -> Figure:
    """The budget that execution is measured against: 全年预算数, or 年初预算数 where that is blank or prescribed.

    A budget net of integrated funds is the one that the row prints, never one worked out from others.
    """
    if denominator is Denominator.NET:
        return row.net if row.net.name else Figure("扣除统筹整合后预算数", place=row.adjusted.place)
    initial = row.adjusted.is_missing or (denominator is Denominator.INITIAL and not row.initial.is_missing)
    return row.initial if initial else row.adjusted


def in_its_unit(row: MoneyRow, denominator: Denominator = Denominator.ADJUSTED) -> MoneyRow:
    """The row with an executed amount that was plainly written in 元 read as such, though the cell names no unit."""
    executed, budget = row.executed.printed, budget_of(row, denominator).printed
    if executed is None or budget is None or executed.unit is None or executed.unit != budget.unit or not budget.value:
        return row
    if (
        str(executed.unit) in executed.text
        or executed.unit.symbol != "万元"
        or executed.value < _SLIPPED * budget.value
    ):
        return row
    read = replace(row.executed, printed=replace(executed, unit=unit_named("元")))
    rate = rate_of(replace(row, executed=read), denominator)
    confirmed = rate is not None and fits(Quotient(rate, read, budget_of(row, denominator)))
    return replace(row, executed=read) if confirmed else row


def rate_of(row: MoneyRow, denominator: Denominator = Denominator.ADJUSTED) -> Figure | None:
    """The execution rate; a bare number is per cent or a fraction, whichever the amounts confirm, None if unknown."""
    printed = row.rate.printed
    if printed is None or printed.unit is not None:
        return row.rate if printed is not None else None
    percent = replace(row.rate, printed=replace(printed, unit=_PERCENT))
    for read in (percent, row.rate):
        if fits(Quotient(read, row.executed, budget_of(row, denominator))):
            return read
    of_points = [figure.known.value for figure in (row.points, row.score) if not figure.is_missing]
    return percent if printed.value > 2 and printed.value not in of_points else None


def execution(row: MoneyRow, denominator: Denominator = Denominator.ADJUSTED) -> Fraction | None:
    """Executed ÷ budget as the amounts say; None where they do not."""
    executed, budget = row.executed.printed, budget_of(row, denominator).printed
    if executed is None or budget is None or budget.value <= 0:
        return None
    try:
        return executed.value_in(budget.unit) / budget.value
    except UnitError:
        return None


def may_be_nested(sources: Sequence[MoneyRow]) -> bool:
    """Whether a row for all fiscal money stands above rows that are parts of it."""
    return sum("财政拨款" in source.label.text or "财政资金" in source.label.text for source in sources) > 1


def explanations(form: Form) -> list[str]:
    """The reasons that a form gives for deviations; 无 and the like are none."""
    row = form.total_money
    reasons = [*([row.reason] if row else []), *(line.reason for line in form.lines)]
    return [reason.text for reason in reasons if not says_no_reason(reason.text)]


def says_no_reason(text: str) -> bool:
    """Whether what stands where a reason is due gives none.

    >>> says_no_reason("无"), says_no_reason("未发生偏差。"), says_no_reason("夏季高温")
    (True, True, False)
    """
    return _NO_REASON.fullmatch(plain(text).rstrip("。.;；")) is not None


def rate_score(row: MoneyRow, rate: Figure, denominator: Denominator = Denominator.ADJUSTED) -> RateScore:
    """The points for execution as points × rate, of the printed rate or of the one before it was rounded."""
    amounts = (row.executed, budget_of(row, denominator))
    known = execution(row, denominator) is not None
    return RateScore(row.score, row.points, rate, amounts if known else None, EXECUTION_SCORE)


def scores_by_ministry(form: Form) -> bool:
    """Whether the form itself gives points × rate where that is not full points."""
    row = form.total_money
    if row is None or row.points.is_missing or row.score.is_missing or row.score.known.value == row.points.known.value:
        return False
    rate = rate_of(row)
    return rate is not None and rate.known.value > 0 and fits(rate_score(row, rate))


def fits(relation: Relation) -> bool:
    """Whether the figures of a relation can be true together."""
    return relation.assess().verdict.is_possible
