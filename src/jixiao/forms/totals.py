"""What the last row of a form totals, where nothing but the numbers tells."""

from fractions import Fraction

from jixiao.forms.model import Form


def is_points_total(form: Form) -> bool:
    """Whether the only number of the last row is what the points add up to and not what the scores do."""
    row, alone = form.total_money, form.total_alone
    if alone is None or alone.is_missing or row is None or row.points.is_missing or row.score.is_missing:
        return False
    points = [row.points, *(line.points for line in form.lines)]
    scores = [row.score, *(line.score for line in form.lines)]
    sums = [sum((f.known.value for f in figures if not f.is_missing), Fraction(0)) for figures in (points, scores)]
    return alone.known.value == sums[0] != sums[1]
