"""All kinds of faults, and why some checks have none."""

from typing import Any

from tests.quality.kinds.asked import ASKED, BONDS, PARTNERSHIP, PLANS, PROJECT, ZHENGZHOU
from tests.quality.kinds.figured import CUT_OFF, FIGURES
from tests.quality.kinds.filled import FORMS
from tests.quality.kinds.registry import Kind
from tests.quality.kinds.scored import SCORES
from tests.quality.kinds.surveyed import SURVEYS
from tests.quality.kinds.written import IN_REPORT

KINDS: tuple[Kind[Any], ...] = (
    *IN_REPORT.kinds,
    *SCORES.kinds,
    *FIGURES.kinds,
    *CUT_OFF.kinds,
    *SURVEYS.kinds,
    *FORMS.kinds,
    *ASKED.kinds,
    *PROJECT.kinds,
    *PARTNERSHIP.kinds,
    *BONDS.kinds,
    *ZHENGZHOU.kinds,
    *PLANS.kinds,
)

_LISTS = "only lists what was not compared"
UNPLANTED = {
    "form.reading": _LISTS,
    "sentence.unsettled": _LISTS,
    "table.unsettled": _LISTS,
    "survey.result_unknown": _LISTS,
    "score.rate": "posed under the names of those who ask: form.execution_score, self.execution_score, rescore.by_rule",
    "score.steps": "posed under the name of the one who asks: rescore.by_rule",
}
"""Why no fault is planted for a check."""
