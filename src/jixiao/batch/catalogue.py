"""The checks that only forms by the million get: those of a verified form; all others are those of an audit."""

from jixiao.forms.checks.catalogue import (
    BLOCK_PROFILE,
    COPIED,
    OVER_COMPLETION,
    REASON,
    SHORTFALL,
    VERIFICATION_CHECKS,
    ZERO_EXECUTION,
)

__all__ = ["BATCH_CHECKS", "BLOCK_PROFILE", "COPIED", "OVER_COMPLETION", "REASON", "SHORTFALL", "ZERO_EXECUTION"]

BATCH_CHECKS = VERIFICATION_CHECKS
"""Every check of this room."""
