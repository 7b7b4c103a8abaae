"""Rates: the formula of an indicator against the framework it is named after."""

import re
from collections.abc import Iterator

from jixiao.audit.checks.regulation.asking import Asked
from jixiao.checking import Checked
from jixiao.expressions import ratio_of, write
from jixiao.language.measures import Measure
from jixiao.packs.regulations import Rate, regulations
from jixiao.reading.imported import ImportedIndicator
from jixiao.text import normal
from jixiao.text.quoting import cited

_ADJUSTMENT = re.compile("预算调整率")
_EXCLUDES = re.compile("除外|不可抗力|不含|不包括|不计入|剔除|扣除|交办|政策性|排除")
_DIVIDED_BY = re.compile("除以(?P<denominator>[^,;:。]+?)(?:的(?:比率|百分比)|[,;:。]|$)")
_CODE = re.compile("[A-Z][\\d.]*")


def denominators(asked: Asked) -> Iterator[Checked]:
    """The denominator of every rate that the framework defines; other indicators of the name are told apart."""
    for each in asked.subject.indicators:
        rate = regulations().rate(_CODE.sub("", each.name))
        if rate is None:
            continue
        denominator = _denominator(each)
        if not denominator:
            yield asked.not_made(f"{cited(each.name)}没有写明算式，或算式没有读懂", each.place)
        elif _differs(rate, denominator):
            yield asked.failed(
                f"{cited(each.name)}的分母与框架不同",
                f"算式除以“{denominator}”，框架是{rate.framework}；口径不同的应在指标解释中写明。",
                each.place,
                stated=denominator,
                expected=rate.framework,
            )
        elif trap := next((trap for trap in rate.traps if trap.pattern.search(_formula_text(each))), None):
            yield asked.failed(f"{cited(each.name)}有两种口径", f"{trap.says}。", each.place, only_note=True)
        else:
            yield asked.held(each.place)


def excluded_adjustments(asked: Asked) -> Iterator[Checked]:
    """Whether the rate of adjustment says which changes do not count."""
    for each in asked.subject.indicators:
        if not _ADJUSTMENT.search(each.name):
            continue
        if _EXCLUDES.search("".join((each.explanation, *each.criteria, *_definitions(each)))):
            yield asked.held(each.place)
        else:
            why = (
                "框架规定，因落实国家政策、发生不可抗力、上级部门或本级党委政府临时交办而产生的调整不计入预算调整数；"
                "这里没有写明，计算时容易把它们算进去。"
            )
            yield asked.failed(f"{cited(each.name)}没有写明哪些调整不计入", why, each.place, expected="不计入的调整")


def _denominator(each: ImportedIndicator) -> str:
    """What the indicator divides by, in its formula or in words; "" where neither was understood."""
    if isinstance(each.measure, Measure):
        ratio = ratio_of(each.measure.formula)
        return write(ratio[1]) if ratio else ""
    found = _DIVIDED_BY.search(normal("。".join((each.explanation, *each.criteria))).text)
    return found["denominator"] if found else ""


def _differs(rate: Rate, denominator: str) -> bool:
    is_known = any(word in denominator for word in rate.denominator)
    return not is_known or any(word in denominator for word in rate.never)


def _formula_text(each: ImportedIndicator) -> str:
    """The formula and the meanings of its names on one line."""
    formula = write(each.measure.formula) if isinstance(each.measure, Measure) else ""
    return " ".join((formula, *_definitions(each)))


def _definitions(each: ImportedIndicator) -> tuple[str, ...]:
    return tuple(each.measure.definitions.values()) if isinstance(each.measure, Measure) else ()
