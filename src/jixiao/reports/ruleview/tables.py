"""The tables of scores of a reading, each row with a bar."""

from collections.abc import Sequence
from fractions import Fraction

from rich.table import Table
from rich.text import Text

from jixiao.language import Read
from jixiao.language.scoretables import Row, ScoreTable, score_tables, total_tables
from jixiao.quantities import fixed_text
from jixiao.rules import Rule

USUAL_WEIGHT = Fraction(100)
"""What scores are shown for where no weight was given."""
_BAR = 20


def tables_of(reading: Read, weight: Fraction) -> Sequence[ScoreTable]:
    """What the rule gives, or for a rule about the total what it does to it."""
    rule = reading.rule
    return score_tables(rule.part, weight) if isinstance(rule, Rule) else total_tables(rule)


def score_text(row: Row) -> str | None:
    """The score of a row with two decimals; None where the rule says nothing."""
    return None if row.points is None else fixed_text(row.points, 2)


def shown(table: ScoreTable, weight: Fraction) -> Table:
    """The table for a terminal."""
    laid_out = Table(box=None, pad_edge=False, title=table.of or None, title_justify="left", padding=(0, 2, 0, 0))
    laid_out.add_column(table.about, justify="right", overflow="fold")
    laid_out.add_column("得分", justify="right", no_wrap=True)
    laid_out.add_column("", no_wrap=True)
    laid_out.add_column("", overflow="fold")
    most = max([weight, *(row.points for row in table.rows if row.points is not None)])
    before = ""
    for row in table.rows:
        because = "" if row.because == before else row.because
        laid_out.add_row(Text(row.case), score_text(row) or "—", _bar(row.points, most), Text(because))
        before = row.because
    return laid_out


def _bar(points: Fraction | None, most: Fraction) -> Text:
    """The points as a bar: the whole is 20 blocks long, and what is earned at all is seen."""
    if points is None or points <= 0:
        return Text("")
    return Text("█" * max(round(points / most * _BAR), 1), style="green")
