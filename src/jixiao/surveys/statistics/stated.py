"""A satisfaction that a report prints, beside what the answers come to: where they differ, which way would give it."""

from collections.abc import Iterator, Sequence

from jixiao.findings import Finding, Place, Severity
from jixiao.quantities import fixed_text, parse_printed, percent_text, round_half_up
from jixiao.surveys.fitting import Asked, Fit, Reckoning, fit
from jixiao.surveys.results import GroupResult, QuestionResult
from jixiao.surveys.statistics.checks import STATED_DIFFERS
from jixiao.surveys.statistics.weighing import best_first

_SHOWN = 3


def stated_findings(result: GroupResult) -> Iterator[Finding]:
    """What is to be said where the satisfaction that is stated of a group is not the one its answers come to."""
    text = result.group.stated
    if not text:
        return
    stated = parse_printed(text)
    value = result.composite
    if value is not None and round_half_up(value * 100, stated.decimals) == stated.value:
        return
    found = fit(stated, _asked(result.questions), () if result.scheme is None else (result.scheme,))
    computed = "没有算出" if value is None else f"{fixed_text(value * 100, max(stated.decimals, 2))}%"
    yield Finding(
        STATED_DIFFERS.id,
        Severity.WARNING,
        STATED_DIFFERS.kind,
        f"写明的满意度 {text} 与算出的不同",
        f"按方案的办法算得 {computed}。{_told(found)}",
        stated=text,
        expected=computed,
        places=(Place(table=result.group.name),),
        hint=str(found.fits[0]) if found.fits else None,
    )


def _asked(questions: Sequence[QuestionResult]) -> list[Asked]:
    """The questions about satisfaction that are choices, their counts from the best answer on."""
    rated = [
        each for each in questions if each.question.role in ("满意度", "总体满意度") and each.options and each.base
    ]
    orders = [(each, best_first(each.question)) for each in rated]
    return [
        Asked(each.question.name, tuple(each.options[number].count for number in order))
        for each, order in orders
        if order is not None
    ]


def _told(found: Fit) -> str:
    if not found.tried:
        return "各题选项数目不同或没有份数，没有试别的办法。请写明赋值办法、所含题目和取位。"
    if found.fits:
        others = f"等 {len(found.fits)} 种办法" if len(found.fits) > _SHOWN else ""
        return f"按{_listed(found.fits)}{others}可以得到这个数；请写明用的是哪一种。"
    nearest = "；".join(f"{way}得 {percent_text(way.value)}" for way in found.nearest)
    return (
        f"试了 {found.tried} 种办法（常用的赋值、题目的各种组合、平均与合并），都得不到这个数；最接近的是：{nearest}。"
        "请核对份数，并写明赋值办法、所含题目和取位。"
    )


def _listed(ways: Sequence[Reckoning]) -> str:
    return "，或".join(f"“{way}”" for way in ways[:_SHOWN])
