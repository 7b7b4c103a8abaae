"""What answers come to: the results of groups and of a whole study, reckoned exactly."""

from jixiao.surveys.statistics.groups import group_result
from jixiao.surveys.statistics.studies import study_result

__all__ = ["group_result", "study_result"]
