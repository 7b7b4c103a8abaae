"""The corrected form beside the stated one: every determined score mended, everything else as it is printed."""

from dataclasses import replace
from fractions import Fraction

from jixiao.forms.model import Form, MoneyRow
from jixiao.forms.scoring.model import ScoredForm, ScoredItem, ScoredLine
from jixiao.quantities import exact_text, parse_printed
from jixiao.relations import Figure


def corrected_form(scored: ScoredForm) -> Form:
    """The form with every score that is determined; what a judgement or contradictory points leave open is untouched.

    The total is printed as the corrected one where that is determined. The form given is not changed.
    """
    form, total = scored.form, scored.corrected.exact
    mended = {id(each.line): each.item for each in scored.lines if _is_settled(each)}
    corrected = replace(
        form,
        money=[_money(row, scored) for row in form.money],
        lines=[
            replace(line, score=_printed(line.score, mended[id(line)])) if id(line) in mended else line
            for line in form.lines
        ],
    )
    if total is not None:
        corrected.total_score = _figure(form.total_score or Figure("总分", place=form.total_label.place), total)
        corrected.total_alone = None
    return corrected


def _money(row: MoneyRow, scored: ScoredForm) -> MoneyRow:
    """The row with the score for execution, also where only the total counted it and the form printed none."""
    if row is not scored.form.total_money or scored.execution is None:
        return row
    unprinted = scored.execution.corrected.exact if row.score.is_missing else None
    if unprinted is not None:
        return replace(row, score=_figure(row.score, unprinted))
    return replace(row, score=_printed(row.score, scored.execution))


def _is_settled(scored: ScoredLine) -> bool:
    """Whether the corrected score goes with the points that the form prints."""
    points = scored.line.points
    return points.is_missing or points.known.value == scored.item.points


def _printed(figure: Figure, item: ScoredItem) -> Figure:
    return _figure(figure, item.corrected.exact) if item.is_mended and item.corrected.exact is not None else figure


def _figure(figure: Figure, value: Fraction) -> Figure:
    if figure.printed is not None and figure.printed.value == value:
        return figure
    return replace(figure, printed=parse_printed(exact_text(value)))
