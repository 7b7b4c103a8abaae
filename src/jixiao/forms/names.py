"""Names of projects: when two names mean one project, and how a shortened or changed name differs."""

import re
from collections import Counter
from enum import Enum
from functools import lru_cache

from jixiao.forms.vocabulary import plain

_YEAR = re.compile(r"^20\d\d(?:年度?)?")
_SUFFIX = re.compile("(?:项目)?(?:支出)?(?:项目)?$")
_MARKS = re.compile(r"[“”\"'‘’「」《》()·、,.。#*\s-]")
_TITLE_END = re.compile(
    r"(?:(?:部门|单位)(?:[(]单位[)])?整体)?(?:部门)?(?:预算)?(?:项目)?(?:支出)?(?:绩效)?(?:目标|评价)?"
    r"(?:自评(?:报告)?表|自我评价表).*$"
)
_YEARS = re.compile(r"[(]?20\d\d年度?[)]?")
_TITLE_START = re.compile(r"^(?:附[件表]?\d*[:：、.]?)+")
_LONG = 6  # a name of fewer characters resembles others by chance
_ALIKE = 75  # of 100 characters
_FEW = 2  # characters that an abbreviation drops at most


class Kinship(Enum):
    """How two names stand to each other."""

    SAME = "同名"
    SHORTENED = "简称"
    WITHIN = "一个是另一个的一部分"
    SIMILAR = "相近而不同"
    FOREIGN = "不相干"


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """A name without what does not tell projects apart: the year in front, 项目 behind, quotation marks.

    >>> core("2023年“智慧校园”平台建设项目"), core("智慧校园平台建设")
    ('智慧校园平台建设', '智慧校园平台建设')
    """
    return _SUFFIX.sub("", _MARKS.sub("", _YEAR.sub("", plain(name))))


def name_in_title(title: str) -> str:
    """The project or unit that the title of a form names; "" where it names none.

    >>> name_in_title("## 校车运营补助项目支出绩效自评表（2023年度）"), name_in_title("2023年度项目支出绩效自评表")
    ('校车运营补助', '')
    >>> name_in_title("2023年度部门整体支出绩效评价自评表"), name_in_title("甲县水务局单位整体绩效自评表")
    ('', '甲县水务局')
    """
    words = _TITLE_END.sub("", _TITLE_START.sub("", plain(title).lstrip("#*")))
    return words if core(_YEARS.sub("", words)) else ""


def kinship(one: str, other: str) -> Kinship:
    """How two names stand to each other.

    >>> [kinship("校车运营补助", name).value for name in ("2023年校车运营补助项目", "校车补助", "县一中校车运营补助")]
    ['同名', '简称', '一个是另一个的一部分']
    >>> kinship("校车运营补助", "校车补助运营费").value, kinship("校车运营补助", "食堂设备购置").value
    ('相近而不同', '不相干')
    """
    first, second = sorted((core(one), core(other)), key=len)
    if first == second:
        return Kinship.SAME
    if 2 * len(_characters(first) & _characters(second)) < len(_characters(first)):
        return Kinship.FOREIGN
    if first and _is_contained(first, second):
        return Kinship.SHORTENED if len(second) - len(first) <= _FEW else Kinship.WITHIN
    similar = len(first) >= _LONG and likeness(one, other) >= _ALIKE
    return Kinship.SIMILAR if similar else Kinship.FOREIGN


def likeness(one: str, other: str) -> int:
    """How many of 100 characters of the shorter name the longer one has too.

    >>> likeness("校车运营补助", "校车补助运营费"), likeness("校车", "食堂")
    (100, 0)
    """
    first, second = Counter(core(one)), Counter(core(other))
    shorter = min(first.total(), second.total())
    return 100 * (first & second).total() // shorter if shorter else 0


@lru_cache(maxsize=4096)
def _characters(name: str) -> frozenset[str]:
    return frozenset(name)


def _is_contained(short: str, long: str) -> bool:
    """Whether the characters of `short` stand in `long` in their order."""
    rest = iter(long)
    return all(character in rest for character in short)
