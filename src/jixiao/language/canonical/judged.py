"""Judgements as sentences: levels, experts, discretion, counted grades."""

import re
from collections.abc import Iterator

from jixiao.language.canonical.phrases import (
    AMOUNT,
    EARNED,
    NAME,
    NUMBER,
    amount,
    earned,
    quoted,
    range_pattern,
    read_amount,
    read_earned,
    read_quoted,
    read_range,
    unquoted,
)
from jixiao.language.canonical.stretch import Stretch
from jixiao.quantities import exact_text, parse_number
from jixiao.rules.parts.judged import Bar, Discretionary, Experts, GradeCount, Levels
from jixiao.rules.portion import FULL, Portion
from jixiao.rules.ranges import Range

_LEVEL = re.compile(rf"认定为(?P<word>{NAME})的,(?:(?P<earned>{EARNED})|选定权重分的一个份额\({range_pattern()}\))")
_EXPERTS = re.compile(
    rf"专家按(?P<scale>{NUMBER})分制打分,(?:去掉最高、最低各(?P<drop>\d+)个打分后)?取平均值,折算为权重分"
)
_DISCRETIONARY = re.compile(f"由评价人酌情扣分,(?:扣完为止|最多扣(?P<at_most>{AMOUNT}))")
_GRADES = re.compile(r"(?P<aspects>\d+)个方面分别评为(?P<scale>(?:“[^“”]+”)+):(?P<bar>.+)")
_BAR = re.compile(
    rf"(?:其余情形|(?:不少于(?P<need>\d+)个达到(?P<at_least>“[^“”]+”))?且?(?:没有低于(?P<none_below>“[^“”]+”))?的),"
    rf"综合评为(?P<word>{NAME}),(?P<gives>{EARNED})"
)


def write_levels(levels: Levels) -> str:
    """A clause for every level."""
    return "；".join(f"认定为{quoted(word)}的，{_level(level)}" for word, level in levels.levels.items())


def _level(level: Portion | Range) -> str:
    if isinstance(level, Portion):
        return earned(level)
    return f"选定权重分的一个份额（{level.worded(percent=True)}）"


def read_levels(stretch: Stretch) -> Levels | None:
    """The levels whose sentence this is."""
    levels: dict[str, Portion | Range] = {}
    for clause in stretch.split(";"):
        found = clause.match(_LEVEL)
        if found is None:
            return None
        earned_at_once = "earned" in found
        levels[read_quoted(found, "word")] = read_earned(found["earned"]) if earned_at_once else read_range(found)
    return Levels(levels)


def write_experts(experts: Experts) -> str:
    """How the experts' marks become points."""
    dropped = f"去掉最高、最低各{experts.drop}个打分后" if experts.drop else ""
    return f"专家按{exact_text(experts.scale)}分制打分，{dropped}取平均值，折算为权重分"


def read_experts(stretch: Stretch) -> Experts | None:
    """The marking whose sentence this is."""
    found = stretch.match(_EXPERTS)
    return None if found is None else Experts(parse_number(found["scale"]), int(found["drop"] or 0))


def write_discretionary(part: Discretionary) -> str:
    """Who takes points off, and how many at most."""
    return "由评价人酌情扣分，" + ("扣完为止" if part.at_most == FULL else f"最多扣{amount(part.at_most)}")


def read_discretionary(stretch: Stretch) -> Discretionary | None:
    """The discretion whose sentence this is."""
    found = stretch.match(_DISCRETIONARY)
    if found is None:
        return None
    return Discretionary(read_amount(found["at_most"]) if "at_most" in found else FULL)


def write_grade_count(part: GradeCount) -> str:
    """How many aspects are graded, with which grades, and what the counts come to."""
    scale = "".join(quoted(word) for word in part.scale)
    return f"{part.aspects}个方面分别评为{scale}：{'；'.join(_bar(bar) for bar in part.bars)}"


def _bar(bar: Bar) -> str:
    conditions = "且".join(_conditions(bar))
    return f"{f'{conditions}的' if conditions else '其余情形'}，综合评为{quoted(bar.word)}，{earned(bar.gives)}"


def _conditions(bar: Bar) -> Iterator[str]:
    if bar.at_least is not None:
        yield f"不少于{bar.need}个达到{quoted(bar.at_least)}"
    if bar.none_below is not None:
        yield f"没有低于{quoted(bar.none_below)}"


def read_grade_count(stretch: Stretch) -> GradeCount | None:
    """The counting of grades whose sentence this is."""
    first, *others = stretch.split(";")
    found = first.match(_GRADES)
    if found is None:
        return None
    bars = [_read_bar(clause) for clause in (found.stretch("bar"), *others)]
    if any(bar is None for bar in bars):
        return None
    return GradeCount(
        int(found["aspects"]), _read_scale(found.stretch("scale")), tuple(bar for bar in bars if bar is not None)
    )


def _read_scale(stretch: Stretch) -> tuple[str, ...]:
    words = re.finditer("“[^“”]+”", stretch.text)
    return tuple(unquoted(stretch.between(stretch.start + word.start(), stretch.start + word.end())) for word in words)


def _read_bar(clause: Stretch) -> Bar | None:
    found = clause.match(_BAR)
    if found is None:
        return None
    return Bar(
        read_quoted(found, "word"),
        read_earned(found["gives"]),
        int(found["need"] or 0),
        read_quoted(found, "at_least") if "at_least" in found else None,
        read_quoted(found, "none_below") if "none_below" in found else None,
    )
