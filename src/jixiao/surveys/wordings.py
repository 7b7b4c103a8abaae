"""Wordings of satisfaction: which of the five degrees an option says, and which options say nothing of it.

Domain reference 12.1: the labels of the five degrees vary, and whoever does not know is left out of the base.
"""

import re
from collections.abc import Sequence

DEGREES = 5
"""Degrees from 1, the best, to 5, the worst."""

_NO_OPINION = re.compile("不了解|不清楚|不知道|说不清|未接触|不适用")
_BY_DEGREE = (
    re.compile("非常满意|很满意|十分满意|极为满意"),
    re.compile("比较满意|较满意|(?<!不)(?<!不太)(?<!基本)满意"),
    re.compile("一般|基本满意|尚可|中立"),
    re.compile("不太满意|不满意|较不满意|比较不满意"),
    re.compile("非常不满意|很不满意|极不满意|十分不满意"),
)
_FROM_THE_WORST = (5, 4, 1, 3, 2)
"""不满意 holds 满意, and 基本满意 is no 满意."""


def is_no_opinion(option: str) -> bool:
    """Whether the option says that the respondent cannot tell, so that the answer is no part of the base.

    >>> is_no_opinion("E.不了解"), is_no_opinion("一般")
    (True, False)
    """
    return _NO_OPINION.search(option) is not None


def degree_of(option: str) -> int | None:
    """The degree of satisfaction an option says; None for what is none.

    >>> [degree_of(option) for option in ("很满意", "B.满意", "基本满意", "不满意", "很不满意", "男")]
    [1, 2, 3, 4, 5, None]
    """
    return next((degree for degree in _FROM_THE_WORST if _BY_DEGREE[degree - 1].search(option)), None)


def options_in_order(labels: Sequence[str]) -> tuple[int, ...] | None:
    """Which labels are degrees of satisfaction, by number, the best first; None where they are none.

    Answers such as 不了解 are no degree and left out of the base.

    >>> options_in_order(["A.非常满意", "B.满意", "C.一般", "D.不满意", "E.不了解"])
    (0, 1, 2, 3)
    >>> options_in_order(["男", "女"]) is None
    True
    """
    degrees = [(degree_of(label), number) for number, label in enumerate(labels) if not is_no_opinion(label)]
    known = [(degree, number) for degree, number in degrees if degree is not None]
    if len(degrees) < 2 or len({degree for degree, _ in known}) < len(degrees):
        return None
    return tuple(number for _, number in sorted(known))
