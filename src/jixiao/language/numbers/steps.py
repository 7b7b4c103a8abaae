"""What an incomplete step costs: 不足1个百分点的按1个百分点计, 不计, 按比例."""

import re
from dataclasses import dataclass

from jixiao.language.numbers.figures import FIGURE, Figure, figure_of

_FIGURE = rf"(?P<length>{FIGURE}|一?个?百分点)"
_ROUNDING = re.compile(
    rf"(?:[,;。(、]|^)(?:但|其中|对)?(?:逾期|超期|延期|超出|超过|低于|偏离|相差|余数)?(?:不足|不满|未满|未达到?|不到|小于|少于|低于){_FIGURE}(?:的|部分|差距|者|时|,)*"
    rf"(?:(?P<whole>不计算?(?!分)|不扣分?(?!数)|不予扣分|忽略不计|不作扣分|舍去|不计入|不予计算|不考虑|不扣)|"
    rf"(?P<ratio>(?:均|也)?(?:按|同|等)比例(?:折算|扣分|扣减|扣除|扣|计算|计|折扣|相应扣分)*|(?:按实际)?折算)|"
    rf"(?P<started>(?:均|都|也|仍)?(?:按|算|以|视同|视为|视作|计|当作|作为?|记)(?:作|为)?(?P<taken>{FIGURE}|一?个?百分点)(?:计算|计|处理|扣分|扣减|扣除|计扣|计分|算|扣)*))\)?(?=[,;。)]|$)"
)
_INCLUDING = re.compile(rf"[(,](?:含|包含|包括)不足(?P<length>{FIGURE}|一?个?百分点)(?:的|部分)*[),]?")
# 工期延误不足一个月的不扣分,每满一个月扣: what is said before the step of what is less than one.
_BEFORE_STEP = re.compile(
    rf"(?:^|(?<=[,;。\n]))(?P<subject>[^,;。\d每]{{0,12}}?)(?:不足|不满|未满|不到){_FIGURE}的?,?(?:不扣分?|不予扣分)[,;。]"
    rf"(?:但|而)?(?=每(?:逾期|超期|延期|延误)?[满足](?P<step>{FIGURE}|一?个?百分点))"
)
_REPEATED = re.compile("每|(?:逾期|延期|滞后|超期|延误|迟报|推迟|晚)(?:1|一)")
_HOW = ("whole", "ratio", "started")


@dataclass(frozen=True, slots=True)
class Rounding:
    """How steps shorter than `length` count: `whole` (not at all), `started` (as one) or `proportional`."""

    length: Figure
    how: str


def _figure(written: str) -> Figure:
    """The figure written; 一个百分点, 个百分点 and 百分点 are one."""
    bare = written.endswith("百分点") and not written[0].isdigit() and len(written) <= 4
    return figure_of("1个百分点" if bare else written)


def rounding_of(text: str) -> tuple[str, Rounding | None]:
    """The text without what it says of incomplete steps, and what that is.

    >>> rounding_of("每低1个百分点扣1分,不足1个百分点的按1个百分点计,扣完为止")[1].how
    'started'
    """
    including = _INCLUDING.search(text)
    if including is not None:
        length = figure_of(including["length"])
        return text[: including.start()] + text[including.end() :], Rounding(length, "started")
    before = _BEFORE_STEP.search(text)
    if before is not None and _figure(before["length"]).value == _figure(before["step"]).value:
        text = text[: before.start()] + before["subject"] + text[before.end() :]
        return text, Rounding(_figure(before["length"]), "whole")
    match = _ROUNDING.search(text)
    if match is None or not _REPEATED.search(text[: match.start()]):
        return text, None
    length = _figure(match["length"])
    if match["taken"] and _figure(match["taken"]).value != length.value:
        return text, None
    how = next(how for how in _HOW if match[how])
    return text[: match.start()] + text[match.end() :], Rounding(length, "proportional" if how == "ratio" else how)
