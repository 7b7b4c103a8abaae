"""How the texts name the department, and what of it is evaluated."""

from jixiao.evaluation.content import General
from jixiao.packs.registry import standard_registry


def short_name(general: General) -> str:
    """What the texts call the department after it was introduced once."""
    return general.department_short or general.department


def introduced(general: General) -> str:
    """The department's full name with the short one it has from then on, where that is another."""
    short = short_name(general)
    return general.department if short == general.department else f"{general.department}（以下简称“{short}”）"


def subject_of(general: General) -> str:
    """What is evaluated, as the framework says: 2023年度部门整体支出, or 项目支出."""
    framework = standard_registry().headers.get(general.framework)
    return f"{general.year}年度{framework.object if framework else '部门整体支出'}"
