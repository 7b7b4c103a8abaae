"""Every check of the forms by the million, each defined once."""

from jixiao.batch.checking import FormCheck, must_apply_to_every_row
from jixiao.batch.checks.contents import CONTENT_CHECKS
from jixiao.batch.checks.execution import EXECUTION_CHECKS
from jixiao.batch.checks.indicators import INDICATOR_CHECKS
from jixiao.batch.checks.listing import LISTING_CHECKS
from jixiao.batch.checks.money import MONEY_CHECKS
from jixiao.batch.checks.points import POINT_CHECKS
from jixiao.batch.scopes import SCOPES

CHECKS: tuple[FormCheck, ...] = (
    *MONEY_CHECKS,
    *EXECUTION_CHECKS,
    *POINT_CHECKS,
    *INDICATOR_CHECKS,
    *CONTENT_CHECKS,
    *LISTING_CHECKS,
)
"""The checks in the order of the tables that list them; their keys are unique."""

must_apply_to_every_row(CHECKS, SCOPES)

__all__ = ["CHECKS"]
