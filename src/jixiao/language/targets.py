"""Rules that divide what was reached by a target (实际值÷目标值) which the cell of the target does not state."""

import re

_DIVIDES = re.compile(r"[÷/／]\s*(?:年度|年初|预期)?(?:目标|计划|标杆|标准|预期)(?:值|数)")
_FIGURE = re.compile(r"\d")


def lacks_target(words: str, target: str) -> bool:
    """Whether the sentence of a rule divides by the target and the cell beside it holds no figure.

    >>> lacks_target("得分＝实际值÷目标值×权重分", "按计划"), lacks_target("得分＝实际值÷目标值×权重分", "≥90%")
    (True, False)
    """
    return _DIVIDES.search(words) is not None and _FIGURE.search(target) is None
