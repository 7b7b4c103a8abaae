"""Amounts taken off or added for an event: 0.5分, 权重分的20%."""

import re
from fractions import Fraction

from jixiao.language.numerals import ARABIC, CHINESE, FRACTION, fraction_of, number_of
from jixiao.rules.portion import Portion

_NUMBER = rf"(?:{ARABIC}|{CHINESE})"
_WEIGHT = "(?:(?:该|本)?(?:项|条)?(?:指标)?的?(?:权重分值|权重分|权重|分值|标准分|指标分值|满分))"


def amount(name: str) -> str:
    """The pattern of an amount, its groups beginning with `name`."""
    return (
        rf"(?:(?P<{name}points>{_NUMBER}|半)分(?!之)|"
        rf"(?:{_WEIGHT}的?)?(?P<{name}share>{ARABIC}%|百分之{_NUMBER}|{FRACTION})(?:的?{_WEIGHT})?)"
    )


def portion(match: "re.Match[str]", name: str) -> Portion | None:
    """The amount that was found; None where none was.

    >>> str(portion(re.match(amount("each"), "权重分的20%"), "each"))
    '20%'
    """
    if points := match[f"{name}points"]:
        return Portion(Fraction(1, 2) if points == "半" else number_of(points), in_points=True)
    if share := match[f"{name}share"]:
        return Portion(number_of(share[:-1]) / 100 if share.endswith("%") else fraction_of(share))
    return None
