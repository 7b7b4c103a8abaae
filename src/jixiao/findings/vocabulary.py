"""The words of a finding: how grave it is, what kind it is, and what its relation was judged to be."""

from enum import StrEnum


class Severity(StrEnum):
    """error: provable from the document alone; warning: needs a judgement or a local setting; note: editorial."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """How printed figures stand to the relation they should satisfy, from agreement to proof of the contrary."""

    EXACT = "exact"
    ROUNDING = "rounding"
    STRAINED = "strained"
    IMPOSSIBLE = "impossible"
    UNDECIDED = "undecided"

    @property
    def is_possible(self) -> bool:
        """Whether exact values exist that print as shown; an undecided relation is not possible but unknown."""
        return self in (Verdict.EXACT, Verdict.ROUNDING, Verdict.STRAINED)


class Kind(StrEnum):
    """What a finding is about; the same words in every command."""

    SUM = "sum"
    SHARE = "share"
    RATE = "rate"
    SCORE_VS_RULE = "score_vs_rule"
    WEIGHT_SUM = "weight_sum"
    SCORE_SUM = "score_sum"
    GRADE = "grade"
    CROSS_REFERENCE = "cross_reference"
    COUNT = "count"
    NAME_MISMATCH = "name_mismatch"
    UNIT = "unit"
    TARGET_DIRECTION = "target_direction"
    SATISFACTION = "satisfaction"
    EXECUTION_SCORE = "execution_score"
    BLOCK_WEIGHT = "block_weight"
    OVER_LIMIT = "over_limit"
    MISSING_VALUE = "missing_value"
    FORMULA = "formula"
    DATE = "date"
    CITATION = "citation"
    NUMBERING = "numbering"
    REGULATION = "regulation"
    OTHER = "other"
