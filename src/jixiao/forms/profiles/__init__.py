"""Profiles: the layouts of forms and their conventions as data, and which one a read form has."""

from jixiao.forms.profiles.model import (
    BlockSet,
    Grades,
    IndicatorLayout,
    MoneyLayout,
    MoneyUnit,
    PointsStand,
    Profile,
    ScoreIs,
    Seen,
    Signs,
    TargetIn,
    TotalStands,
)
from jixiao.forms.profiles.recognising import Recognised, recognised, without_forms
from jixiao.forms.profiles.scores import (
    Decreasing,
    Denominator,
    Execution,
    ExecutionRule,
    ExecutionStands,
    OverCompletion,
    Scoring,
    Shortfall,
    Tier,
)
from jixiao.forms.profiles.standard import GENERAL, profile, profiles

__all__ = [
    "GENERAL",
    "BlockSet",
    "Decreasing",
    "Denominator",
    "Execution",
    "ExecutionRule",
    "ExecutionStands",
    "Grades",
    "IndicatorLayout",
    "MoneyLayout",
    "MoneyUnit",
    "OverCompletion",
    "PointsStand",
    "Profile",
    "Recognised",
    "ScoreIs",
    "Scoring",
    "Seen",
    "Shortfall",
    "Signs",
    "TargetIn",
    "Tier",
    "TotalStands",
    "profile",
    "profiles",
    "recognised",
    "without_forms",
]
