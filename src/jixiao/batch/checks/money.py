"""The money block: rate, points for execution, sources, and what was spent beyond the budget."""

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.conditions import (
    all_of,
    any_of,
    high,
    low,
    part_fits,
    part_prints,
    quotient_fits,
    quotient_prints,
    sum_fits,
)
from jixiao.batch.schema import TIERS
from jixiao.findings import Severity
from jixiao.forms.catalogue import EXECUTION_SCORE, LOW_EXECUTION, MONEY_PARTS, OVER_BUDGET, RATE, SOURCES_BLANK

_AMOUNTS = "执行数〔已填〕=1 且 （全年预算数〔已填〕=1 或 年初预算数〔已填〕=1）"
_DIVIDES = f"{low('预算数')}>0"
_RATE_OF_INITIAL = all_of(
    "全年预算数〔已填〕=1",
    "年初预算数〔下限〕>0",
    quotient_fits("执行数", "年初预算数", "执行率"),
)

_SCORED = "执行率分值〔已填〕=1 且 执行率得分〔已填〕=1"
_HAS_RATE = "执行率〔已填〕=1"
_HAS_AMOUNTS = all_of("执行数〔已填〕=1", f"{low('预算数', '，空为零')}>0")
_BY_RATE = ("执行率〔下限，空为零〕", "执行率〔上限，空为零〕"), ("100", "100")
_BY_AMOUNTS = ("执行数〔下限，空为零〕", "执行数〔上限，空为零〕"), ("预算数〔下限，空为零〕", "预算数〔上限，空为零〕")


def _by_either(from_rate: str, from_amounts: str) -> str:
    """By the printed rate or by the rate before it was rounded, whichever the form has."""
    return any_of(all_of(_HAS_RATE, from_rate), all_of(_HAS_AMOUNTS, from_amounts))


_PROPORTIONAL = _by_either(
    part_fits("执行率得分", "执行率分值", *_BY_RATE),
    part_fits("执行率得分", "执行率分值", *_BY_AMOUNTS),
)
_PROPORTIONAL_EXACT = _by_either(
    part_prints("执行率得分", "执行率分值", "执行率〔空为零〕", "100"),
    part_prints("执行率得分", "执行率分值", "执行数〔空为零〕", "预算数〔空为零〕"),
)


def _in_tier(number: int) -> str:
    """The rate may lie in a tier whose points are the score."""
    bottom, share = f"第{number}档下限〔空为零〕", f"第{number}档得分率〔空为零〕"
    above = f"第{number - 1}档下限〔空为零〕"
    by_rate = [f"执行率〔上限，空为零〕≥{bottom}"]
    by_amounts = [f"执行数〔上限，空为零〕×100≥{bottom}×预算数〔下限，空为零〕"]
    if number > 1:
        by_rate.append(f"执行率〔下限，空为零〕<{above}")
        by_amounts.append(f"执行数〔下限，空为零〕×100<{above}×预算数〔上限，空为零〕")
    return all_of(
        f"第{number}档得分率〔已填〕=1",
        f"执行率分值×{share}≥{low('执行率得分')}×100",
        f"执行率分值×{share}≤{high('执行率得分')}×100",
        _by_either(all_of(*by_rate), all_of(*by_amounts)),
    )


_TIERED = any_of(*(_in_tier(number) for number in range(1, TIERS + 1)))
_FINISHED = all_of(
    "执行率得分=执行率分值",
    _by_either("执行率〔下限，空为零〕≤100", "执行数〔下限，空为零〕≤预算数〔上限，空为零〕"),
)
_EARNED_BY_TIERS = any_of(_TIERED, all_of("执行率计分=完成后分档", _FINISHED))
_FLOORED = all_of(
    "执行率下限〔已填〕=1",
    _by_either(
        "执行率〔上限，空为零〕<执行率下限〔空为零〕",
        "执行数〔上限，空为零〕×100<执行率下限〔空为零〕×预算数〔下限，空为零〕",
    ),
)
_MAY_FOLLOW_STEPS = all_of("计分有据=否", "同文件按比例=否", "执行率得分是整数=是", "执行数×2≥预算数", "预算数>0")


def _parts(column: str) -> FormCheck:
    total, parts = column, [f"来源{column}"]
    fits = sum_fits(total, parts)
    return FormCheck(
        f"{MONEY_PARTS.id}.{_SUFFIX[column]}",
        MONEY_PARTS,
        Rows.FORM,
        all_of(f"{total}〔已填〕=1", f"来源{column}〔已填〕=1"),
        fits,
        Severity.ERROR,
        f"{total}与各项来源之和",
        f"各项来源的{total}相加为 {{来源{column}}}，年度资金总额的{total}印作 {{{total}}}，取位也不能解释两者之差。",
        stated=f"{{{total}}}",
        expected=f"{{来源{column}}}",
        exact=f"{total}=来源{column}",
        decidable=any_of("来源可能包含=否", fits),
    )


def _execution_score(key: str, rule: str, earned: str, exact: str) -> FormCheck:
    return FormCheck(
        f"{EXECUTION_SCORE.id}.{key}",
        EXECUTION_SCORE,
        Rows.FORM,
        all_of(rule, _SCORED, any_of(_HAS_RATE, _AMOUNTS)),
        earned,
        Severity.ERROR,
        "执行率得分与计分办法",
        "执行率分值 {执行率分值}，执行率印作 {执行率}（执行数 {执行数}、预算数 {预算数}），"
        "按“{执行率计分}”不能得 {执行率得分}。",
        stated="{执行率得分}",
        exact=exact,
        decidable=all_of(
            any_of(_HAS_RATE, _HAS_AMOUNTS),
            any_of("执行数〔已填〕=0", "预算数〔空为零〕≤0", _HAS_AMOUNTS),
        ),
        cases=((_MAY_FOLLOW_STEPS, Severity.WARNING),),
    )


_SUFFIX = {"年初预算数": "initial", "全年预算数": "adjusted", "执行数": "executed"}

MONEY_CHECKS = (
    FormCheck(
        RATE.id,
        RATE,
        Rows.FORM,
        all_of(_HAS_RATE, _AMOUNTS),
        quotient_fits("执行数", "预算数", "执行率"),
        Severity.ERROR,
        "执行率与执行数÷预算数",
        "全年执行数 {执行数}，预算数 {预算数}，{执行数}÷{预算数}＝{执行数÷预算数}，执行率却印作 {执行率}。",
        stated="{执行率}",
        expected="{执行数÷预算数}",
        exact=quotient_prints("执行数", "预算数", "执行率"),
        decidable=_DIVIDES,
        cases=((_RATE_OF_INITIAL, Severity.WARNING),),
    ),
    _execution_score(
        "rate",
        "执行率计分=按比例",
        any_of(_PROPORTIONAL, all_of(_FLOORED, "执行率得分=0")),
        any_of(_PROPORTIONAL_EXACT, all_of(_FLOORED, "执行率得分=0")),
    ),
    _execution_score("tiers", any_of("执行率计分=分档", "执行率计分=完成后分档"), _EARNED_BY_TIERS, ""),
    *(_parts(column) for column in _SUFFIX),
    FormCheck(
        SOURCES_BLANK.id,
        SOURCES_BLANK,
        Rows.FORM,
        all_of(
            "来源行数>0",
            any_of("年初预算数〔已填〕=1", "全年预算数〔已填〕=1", "执行数〔已填〕=1"),
        ),
        any_of("来源年初预算数〔已填〕=1", "来源全年预算数〔已填〕=1", "来源执行数〔已填〕=1"),
        Severity.NOTE,
        "没有填资金来源",
        "填了年度资金总额，各项来源都是空白，看不出资金从哪里来。",
        stated="空白",
    ),
    FormCheck(
        OVER_BUDGET.id,
        OVER_BUDGET,
        Rows.FORM,
        _AMOUNTS,
        "执行数≤预算数",
        Severity.WARNING,
        "执行数大于预算数",
        "全年执行数 {执行数} 大于预算数 {预算数}。如有追加预算，应填入全年预算数。",
        stated="{执行数}",
        expected="不超过 {预算数}",
        decidable="预算数>0",
    ),
    FormCheck(
        LOW_EXECUTION.id,
        LOW_EXECUTION,
        Rows.FORM,
        all_of(_AMOUNTS, "有原因栏=是", "指标数>0"),
        any_of("执行数×100≥须说明的执行率×预算数", "写了原因=是"),
        Severity.NOTE,
        "执行率低而没有说明原因",
        "全年执行数 {执行数}，预算数 {预算数}，只执行了 {执行数÷预算数}，而偏差原因一栏没有说明。",
        stated="{执行数÷预算数}",
        decidable="预算数>0",
    ),
)
