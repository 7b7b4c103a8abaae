"""What the last row of a form totals, where nothing but the numbers tells."""

from dataclasses import replace
from fractions import Fraction

from jixiao.forms.model import Form
from jixiao.quantities import exact_text, parse_printed
from jixiao.relations import Figure

_FULL = 100


def has_no_scores(form: Form) -> bool:
    """Whether neither an indicator nor the money has a score."""
    row = form.total_money
    return all(line.score.is_missing for line in form.lines) and (row is None or row.score.is_missing)


def is_points_total(form: Form) -> bool:
    """Whether the only number of the last row is what the points add up to and not what the scores do.

    Where no score is filled in, the full 100 points are none either: the template prints them.
    """
    row, alone = form.total_money, form.total_alone
    if alone is not None and not alone.is_missing and has_no_scores(form):
        points = [*([row.points] if row else []), *(line.points for line in form.lines)]
        given = [figure.known.value for figure in points if not figure.is_missing]
        return bool(given) and alone.known.value in (sum(given, Fraction(0)), _FULL)
    if alone is None or alone.is_missing or row is None or row.points.is_missing or row.score.is_missing:
        return False
    points = [row.points, *(line.points for line in form.lines)]
    scores = [row.score, *(line.score for line in form.lines)]
    sums = [sum((f.known.value for f in figures if not f.is_missing), Fraction(0)) for figures in (points, scores)]
    return alone.known.value == sums[0] != sums[1]


def objective_score(form: Form) -> Figure | None:
    """The score of the yearly objective, of several together; None where one of them has none."""
    scores = [objective.score for objective in form.objectives]
    if not scores or any(score.is_missing for score in scores):
        return None
    if len(scores) == 1:
        return scores[0]
    added = sum((score.known.value for score in scores), Fraction(0))
    return replace(scores[0], printed=parse_printed(f"{exact_text(added)}分"))
