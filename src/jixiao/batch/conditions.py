"""Conditions that several checks share: what a quotient, a score or a sum must satisfy, without any division.

The results stand for everything that rounds to what is printed, the factors for what their last printed place leaves
open. A quotient n ÷ d = r with d above 0 is compared as n and r × d, at the ends of the intervals that leave it most
room; so the same condition is exact in fractions and in integers.
"""

from collections.abc import Sequence


def all_of(*conditions: str) -> str:
    """Every condition."""
    return " 且 ".join(f"（{condition}）" for condition in conditions)


def any_of(*conditions: str) -> str:
    """At least one condition."""
    return " 或 ".join(f"（{condition}）" for condition in conditions)


def low(title: str, more: str = "") -> str:
    """The lower end of what a printed number stands for."""
    return f"{title}〔下限{more}〕"


def high(title: str, more: str = "") -> str:
    """The upper end."""
    return f"{title}〔上限{more}〕"


def coarsely(condition: str) -> str:
    """The same condition where every number is read with the fewest decimals that it may have.

    >>> print(coarsely("执行数〔下限，空为零〕≤预算数〔上限〕"))
    执行数〔粗下限，空为零〕≤预算数〔粗上限〕
    """
    return condition.replace("〔下限", "〔粗下限").replace("〔上限", "〔粗上限")


def quotient_fits(above: str, below: str, rate: str) -> str:
    """above ÷ below can print as a rate in per cent; below is above 0.

    >>> print(quotient_fits("执行数", "预算数", "执行率"))
    （执行数〔下限〕×100≤最大（执行率〔上限〕×预算数〔下限〕，执行率〔上限〕×预算数〔上限〕）） 且 \
（执行数〔上限〕×100≥最小（执行率〔下限〕×预算数〔下限〕，执行率〔下限〕×预算数〔上限〕））
    """
    most = f"最大（{high(rate)}×{low(below)}，{high(rate)}×{high(below)}）"
    least = f"最小（{low(rate)}×{low(below)}，{low(rate)}×{high(below)}）"
    return all_of(f"{low(above)}×100≤{most}", f"{high(above)}×100≥{least}")


def quotient_prints(above: str, below: str, rate: str) -> str:
    """above ÷ below rounds half up to the printed rate; below is above 0."""
    return any_of(
        all_of(f"{above}≥0", f"{above}×100≥{low(rate)}×{below}", f"{above}×100<{high(rate)}×{below}"),
        all_of(f"{above}<0", f"{above}×100>{low(rate)}×{below}", f"{above}×100≤{high(rate)}×{below}"),
    )


def part_fits(score: str, full: str, above: tuple[str, str], below: tuple[str, str]) -> str:
    """full × above ÷ below, cut to 0 … full, can print as the score; both ends of each are given, below is above 0."""
    stays = f"{full}×{above[0]}≤最大（{high(score)}×{below[0]}，{high(score)}×{below[1]}）"
    reaches = f"{full}×{above[1]}≥最小（{low(score)}×{below[0]}，{low(score)}×{below[1]}）"
    return all_of(
        f"{high(score)}≥0",
        any_of(f"{full}≤{high(score)}", stays),
        any_of(f"{low(score)}≤0", all_of(f"{low(score)}≤{full}", reaches)),
    )


def part_prints(score: str, full: str, above: str, below: str) -> str:
    """full × above ÷ below, cut to 0 … full, rounds half up to the score; below is above 0."""
    return all_of(
        f"{high(score)}>0",
        any_of(f"{full}<{high(score)}", f"{full}×{above}<{high(score)}×{below}"),
        any_of(f"{low(score)}≤0", all_of(f"{low(score)}≤{full}", f"{full}×{above}≥{low(score)}×{below}")),
    )


def sum_fits(total: str, parts: Sequence[str]) -> str:
    """The total can be the sum of the parts; a part that is not filled in is 0."""
    least = "＋".join(low(part, "，空为零") for part in parts)
    most = "＋".join(high(part, "，空为零") for part in parts)
    return all_of(f"{low(total)}≤{most}", f"{high(total)}≥{least}")
