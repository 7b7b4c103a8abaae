"""Other voices beside a survey: call-backs, complaints and ratings read from tables, each rate of the base it names."""

from jixiao.surveys.voices.checks import VOICE_CHECKS
from jixiao.surveys.voices.results import voice_result

__all__ = ["VOICE_CHECKS", "voice_result"]
