"""Scoring forms by their profiles: what every row, block and form earns, beside what it states."""

from jixiao.forms.scoring.corrected import corrected_form
from jixiao.forms.scoring.model import Computed, ScoredForm, ScoredItem, ScoredLine
from jixiao.forms.scoring.scored import scored, stated_total

__all__ = ["Computed", "ScoredForm", "ScoredItem", "ScoredLine", "corrected_form", "scored", "stated_total"]
