"""The phrases that canonical sentences are made of, each as it is written and as it is read back."""

from collections.abc import Callable
from fractions import Fraction

from jixiao.language.canonical.stretch import Found, Stretch
from jixiao.quantities import exact_text, parse_rate
from jixiao.rules.portion import FULL, NOTHING, Portion, rate_text
from jixiao.rules.ranges import Range

NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
RATE = rf"{NUMBER}%?"
AMOUNT = rf"权重分的{RATE}|{NUMBER}分"
EARNED = f"不得分|得满分|得(?:{AMOUNT})"
NAME = "“.+”"


def amount(portion: Portion) -> str:
    """A portion that is lost, added or limited.

    >>> amount(Portion.parse("25%")), amount(Portion.parse("0.5分"))
    ('权重分的25%', '0.5分')
    """
    return f"{exact_text(portion.amount)}分" if portion.in_points else f"权重分的{rate_text(portion.amount)}"


def read_amount(text: str) -> Portion:
    """What `amount` wrote; NumberError where the number is none."""
    return Portion.parse(text.removeprefix("权重分的"))


def earned(portion: Portion) -> str:
    """A portion that is earned.

    >>> earned(FULL), earned(NOTHING), earned(Portion.parse("40%"))
    ('得满分', '不得分', '得权重分的40%')
    """
    if portion == NOTHING:
        return "不得分"
    return "得满分" if portion == FULL else f"得{amount(portion)}"


def read_earned(text: str) -> Portion:
    """What `earned` wrote; NumberError where the number is none."""
    if text == "不得分":
        return NOTHING
    return FULL if text == "得满分" else read_amount(text.removeprefix("得"))


def points_apart(distance: Fraction) -> str:
    """A distance between rates: 5个百分点."""
    return f"{exact_text(distance * 100)}个百分点"


def range_pattern(more: str = "高于", less: str = "低于") -> str:
    """The pattern of a range as `Range.worded` writes it with the same words; `read_range` takes it up."""
    low = f"(?:(?P<not_less>不{less})|{more})(?P<low>{RATE})"
    high = f"(?:(?P<not_more>不{more})|{less})(?P<high>{RATE})"
    return f"(?:等于(?P<same>{RATE})|(?:{low})?且?(?:{high})?)"


def read_range(found: Found, figure: Callable[[str], Fraction] = parse_rate) -> Range:
    """The range whose words were found, its bounds read by `figure`."""
    if "same" in found:
        same = figure(found["same"])
        return Range(same, True, same, True)
    low = figure(found["low"]) if "low" in found else None
    high = figure(found["high"]) if "high" in found else None
    return Range(low, "not_less" in found, high, "not_more" in found)


def in_brackets(rule: str) -> str:
    """The phrase of a rule inside another, put in brackets if it does not stand in them already."""
    return rule if rule.startswith("按【") else f"按【{rule}】计分"


def quoted(name: str) -> str:
    """A name that the sentence does not put in its own words."""
    return f"“{name}”"


def read_quoted(found: Found, group: str) -> str:
    """The name in the quotation marks of a group, as it stood in the original."""
    return unquoted(found.stretch(group))


def unquoted(stretch: Stretch) -> str:
    """A name as it stood in the original, without the quotation marks around it."""
    return stretch.between(stretch.start + 1, stretch.end - 1).original
