"""The money block: rate, points for execution, sources, and what was spent beyond the budget."""

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.checks.execution import AMOUNTS, HAS_AMOUNTS, HAS_RATE, is_below_floor
from jixiao.batch.conditions import (
    all_of,
    any_of,
    coarsely,
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

_DIVIDES = f"{low('预算数')}>0"
_FITS = quotient_fits("执行数", "预算数", "执行率")
_RATE_OF_INITIAL = all_of(
    "全年预算数〔已填〕=1",
    "年初预算数〔下限〕>0",
    coarsely(quotient_fits("执行数", "年初预算数", "执行率")),
)
_NOT_CUT_OFF = "去尾取位=否"

_SCORED = "计分分值〔已填〕=1 且 执行率得分〔已填〕=1"
_RATE_ENDS = ("执行率〔下限，空为零〕", "执行率〔上限，空为零〕"), ("100", "100")
_AMOUNT_ENDS = (
    ("执行数〔下限，空为零〕", "执行数〔上限，空为零〕"),
    ("预算数〔下限，空为零〕", "预算数〔上限，空为零〕"),
)
_PROPORTIONAL = any_of(
    all_of(HAS_RATE, part_fits("执行率得分", "计分分值", *_RATE_ENDS)),
    all_of(HAS_AMOUNTS, part_fits("执行率得分", "计分分值", *_AMOUNT_ENDS)),
)
_PROPORTIONAL_EXACT = any_of(
    all_of(HAS_RATE, part_prints("执行率得分", "计分分值", "执行率〔空为零〕", "100")),
    all_of(HAS_AMOUNTS, part_prints("执行率得分", "计分分值", "执行数〔空为零〕", "预算数〔空为零〕")),
)
_FLOORED = all_of(HAS_AMOUNTS, is_below_floor("执行数〔空为零〕", "预算数〔空为零〕"))
_NOT_FLOORED = f"非（{_FLOORED}）"
_MAY_FOLLOW_STEPS = all_of("计分有据=否", "同文件按比例=否", "执行率得分是整数=是", "执行数×2≥预算数", "预算数>0")


def _in_tier(number: int) -> str:
    """The printed rate may lie in a tier whose points are the score."""
    inside = [f"{high('执行率')}≥第{number}档下限〔空为零〕"]
    if number > 1:
        inside.append(f"{low('执行率')}<第{number - 1}档下限〔空为零〕")
    return all_of(f"第{number}档得分率〔已填〕=1", f"计分分值×第{number}档得分率〔空为零〕=执行率得分×100", *inside)


_TIERED = any_of(
    *(_in_tier(number) for number in range(1, TIERS + 1)),
    all_of("执行率计分=完成后分档", "执行率得分=计分分值", f"{low('执行率')}≤100", f"{high('执行率')}≥0"),
)


def _parts(column: str) -> FormCheck:
    total, parts = column, f"来源{column}"
    fits, says = sum_fits(total, [parts]), any_of(f"{parts}≠0", f"{total}=0")
    return FormCheck(
        f"{MONEY_PARTS.id}.{_SUFFIX[column]}",
        MONEY_PARTS,
        Rows.FORM,
        all_of(f"{total}〔已填〕=1", f"{parts}〔已填〕=1", _NOT_CUT_OFF),
        all_of(says, fits),
        Severity.ERROR,
        f"{total}与各项来源之和",
        f"各项来源的{total}相加为 {{{parts}}}，年度资金总额的{total}印作 {{{total}}}，"
        "按印出的各位取位不能解释两者之差。",
        stated=f"{{{total}}}",
        expected=f"{{{parts}}}",
        exact=f"{total}={parts}",
        decidable=any_of(coarsely(fits), all_of("来源有未读=否", any_of("来源可能包含=否", f"非（{says}）"))),
        cases=((all_of(says, coarsely(fits)), Severity.WARNING),),
        rounded=f"各项来源的{total}相加为 {{{parts}}}，年度资金总额的{total}印作 {{{total}}}，按各数的取位可以解释。",
    )


_SUFFIX = {"年初预算数": "initial", "全年预算数": "adjusted", "执行数": "executed"}
_SOURCES_FILLED = any_of(*(all_of(f"{column}〔已填〕=1", f"来源{column}〔已填〕=1") for column in _SUFFIX))
_SAYS_SCORE = "执行率分值 {计分分值}，执行率印作 {执行率}（执行数 {执行数}、预算数 {预算数}），"

MONEY_CHECKS = (
    FormCheck(
        RATE.id,
        RATE,
        Rows.FORM,
        all_of(HAS_RATE, AMOUNTS, _NOT_CUT_OFF),
        _FITS,
        Severity.ERROR,
        "执行率与执行数÷预算数",
        "全年执行数 {执行数}，预算数 {预算数}，{执行数}÷{预算数}＝{执行数÷预算数}，执行率却印作 {执行率}。",
        stated="{执行率}",
        expected="{执行数÷预算数}",
        exact=quotient_prints("执行数", "预算数", "执行率"),
        decidable=_DIVIDES,
        cases=((coarsely(_FITS), Severity.WARNING), (_RATE_OF_INITIAL, Severity.WARNING)),
        rounded="全年执行数 {执行数}，预算数 {预算数}，{执行数}÷{预算数}＝{执行数÷预算数}，执行率印作 {执行率}，"
        "按各数的取位可以解释。",
    ),
    FormCheck(
        f"{EXECUTION_SCORE.id}.rate",
        EXECUTION_SCORE,
        Rows.FORM,
        all_of("执行率计分=按比例", _SCORED, any_of(HAS_RATE, AMOUNTS), _NOT_CUT_OFF),
        any_of(all_of(_FLOORED, "执行率得分=0"), all_of(_NOT_FLOORED, _PROPORTIONAL)),
        Severity.ERROR,
        "执行率得分与计分办法",
        _SAYS_SCORE + "按“{执行率计分}”不能得 {执行率得分}。",
        stated="{执行率得分}",
        exact=any_of(all_of(_FLOORED, "执行率得分=0"), all_of(_NOT_FLOORED, _PROPORTIONAL_EXACT)),
        decidable=any_of(HAS_RATE, HAS_AMOUNTS),
        cases=(
            (all_of(_NOT_FLOORED, _MAY_FOLLOW_STEPS), Severity.WARNING),
            (all_of(_NOT_FLOORED, coarsely(_PROPORTIONAL)), Severity.WARNING),
        ),
        rounded=_SAYS_SCORE + "得 {执行率得分}，按各数的取位可以解释。",
    ),
    FormCheck(
        f"{EXECUTION_SCORE.id}.tiers",
        EXECUTION_SCORE,
        Rows.FORM,
        all_of(any_of("执行率计分=分档", "执行率计分=完成后分档"), HAS_RATE, _SCORED, _NOT_CUT_OFF),
        _TIERED,
        Severity.ERROR,
        "执行率得分与分档计分办法",
        _SAYS_SCORE + "按“{执行率计分}”不能得 {执行率得分}。",
        stated="{执行率得分}",
        cases=((coarsely(_TIERED), Severity.WARNING),),
    ),
    *(_parts(column) for column in _SUFFIX),
    FormCheck(
        SOURCES_BLANK.id,
        SOURCES_BLANK,
        Rows.FORM,
        all_of(
            "来源行数>0",
            any_of(*(f"{column}〔已填〕=1" for column in _SUFFIX)),
        ),
        _SOURCES_FILLED,
        Severity.NOTE,
        "没有填资金来源",
        "填了年度资金总额，各项来源都是空白，看不出资金从哪里来。",
        stated="空白",
        decidable=any_of("来源有未读=否", _SOURCES_FILLED),
    ),
    FormCheck(
        OVER_BUDGET.id,
        OVER_BUDGET,
        Rows.FORM,
        AMOUNTS,
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
        all_of(AMOUNTS, "有原因栏=是", "指标数>0"),
        any_of("执行数×100≥须说明的执行率×预算数", "写了原因=是"),
        Severity.NOTE,
        "执行率低而没有说明原因",
        "全年执行数 {执行数}，预算数 {预算数}，只执行了 {执行数÷预算数}，而偏差原因一栏没有说明。",
        stated="{执行数÷预算数}",
        decidable="预算数>0",
    ),
)
