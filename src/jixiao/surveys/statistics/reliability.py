"""Cronbach's alpha: how far the questions that are counted say one and the same."""

from fractions import Fraction

from jixiao.surveys.statistics.scores import Scores


def cronbach(scores: Scores) -> Fraction | None:
    """k ÷ (k − 1) · (1 − Σ variances of the questions ÷ variance of their sum), over the sheets that answer all k.

    The scores are those that the answers count. None for a single question, and where the sums do not differ.
    """
    questions = scores.questions
    if questions < 2:
        return None
    products = scores.complete().products()
    deviations = [[each.both * each.sheets - each.one * each.other for each in row] for row in products]
    whole = sum(map(sum, deviations))
    if not whole:
        return None
    own = sum(row[number] for number, row in enumerate(deviations))
    return Fraction(questions, questions - 1) * (1 - Fraction(own, whole))
