"""The total as a formula: the sum of the scores, rescaled and changed as the rules about the total say."""

from jixiao.evaluation import Case, ScoreSheet
from jixiao.quantities import exact_text, parse_number
from jixiao.reports.scores.figures import cell
from jixiao.reports.scores.places import Places
from jixiao.rules.totals import WHOLE, Adjustment, Cap


def total_formula(case: Case, sheet: ScoreSheet, places: Places, column: int) -> str:
    """The formula of the total over the sum in the same column.

    Where nothing is done to the sum it is the sum of the first-level scores itself.
    """
    rows = [cell(column, places.rows[level.code]) for level in sheet.levels]
    if not places.adjusted:
        return f"=SUM({','.join(rows)})"
    total = cell(column, places.sum_row)
    if any(leaf.status == "not_applicable" for leaf in sheet.indicators()):
        total = f"{total}/{places.weights_of(*sheet.levels)}*{WHOLE}"
    for adjustment in (rule for rule in case.total_rules if isinstance(rule, Adjustment)):
        total += _change(adjustment, case.total_events.get(adjustment.name, "0"))
    if case.total_rules:
        total = f"MAX(0,MIN({WHOLE},{total}))"
    for cap in (rule for rule in case.total_rules if isinstance(rule, Cap)):
        if cap.score is not None and parse_number(case.total_events.get(cap.name, "0")):
            total = f"MIN({total},{exact_text(cap.score)})"
    return f"=ROUND({total},2)"


def _change(rule: Adjustment, count: str) -> str:
    """What the events of a rule add or take off: their number times the points of each, up to the most there is."""
    times = parse_number(count)
    if not times:
        return ""
    change = f"{exact_text(times)}*{exact_text(rule.each.amount)}"
    if rule.at_most is not None:
        change = f"MIN({change},{exact_text(rule.at_most.amount)})"
    return f"{'-' if rule.penalty else '+'}{change}"
