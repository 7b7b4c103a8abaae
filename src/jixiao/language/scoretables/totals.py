"""What a rule about the total does to it in one case after the other."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.language.scoretables.table import Row, ScoreTable
from jixiao.quantities import exact_text
from jixiao.rules import TotalRule
from jixiao.rules.totals import WHOLE, Adjustment, Cap, PayGate


def total_tables(rule: TotalRule) -> list[ScoreTable]:
    """The total of 100 after so many events, and what is paid of 100 for a total.

    >>> from jixiao.rules import read_total_rules
    >>> rule = read_total_rules([{"name": "拒不整改", "penalty": "2分", "at_most": "3分"}])[0]
    >>> [(row.case, str(row.points)) for row in total_tables(rule)[0].rows]
    [('0次', '100'), ('1次', '98'), ('2次', '97'), ('3次', '97')]
    """
    if isinstance(rule, Adjustment):
        return [ScoreTable("总分100时发生", tuple(_adjusted(rule)))]
    if isinstance(rule, Cap) and rule.score is not None:
        rows = (Row("没有出现", WHOLE), Row("出现", min(rule.score, WHOLE)))
        return [ScoreTable("总分100时", rows)]
    if isinstance(rule, Cap):
        rows = (Row("没有出现", None, "按总分评定"), Row("出现", None, f"最高为“{rule.grade}”"))
        return [ScoreTable("等级", rows)]
    if isinstance(rule, PayGate) and rule.score > 0:
        totals = sorted({rule.score * 3 / 4, rule.score - Fraction(1, 100), rule.score, WHOLE})
        return [ScoreTable("总分", tuple(_paid(rule, total) for total in totals))]
    return []


def _adjusted(rule: Adjustment) -> Iterator[Row]:
    for events in range(4):
        change = events * rule.each.amount
        if rule.at_most is not None:
            change = min(change, rule.at_most.amount)
        yield Row(f"{events}次", max(WHOLE - change, Fraction(0)) if rule.penalty else min(WHOLE + change, WHOLE))


def _paid(rule: PayGate, total: Fraction) -> Row:
    share = rule.share(total)
    because = "规则没有写明付多少" if share is None else f"付{exact_text(share * 100)}%"
    return Row(exact_text(total), None if share is None else share * WHOLE, because)
