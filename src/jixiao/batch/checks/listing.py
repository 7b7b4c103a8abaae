"""Summaries: their rows against the forms of the same file, and their grades."""

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.checks.contents import grade_check
from jixiao.batch.conditions import all_of, any_of, coarsely, high, low
from jixiao.findings import Severity
from jixiao.forms.catalogue import GRADE_BAND, SUMMARY_MONEY, SUMMARY_SCORE


def _alike(one: str, other: str) -> str:
    """Both can stand for one number; with the same last place they must be the same. One not filled in is like none."""
    width = f"{high(one)}－{low(one)}≠{high(other, '，空为零')}－{low(other, '，空为零')}"
    return all_of(
        f"{other}〔已填〕=1",
        f"{low(one)}≤{high(other, '，空为零')}",
        f"{high(one)}≥{low(other, '，空为零')}",
        any_of(f"{one}={other}〔空为零〕", width),
    )


def _prints(one: str, other: str) -> str:
    """The finer of the two rounds half up to the other."""
    finer = f"{high(one)}－{low(one)}<{high(other, '，空为零')}－{low(other, '，空为零')}"
    return all_of(
        f"{other}〔已填〕=1",
        any_of(
            f"{one}={other}〔空为零〕",
            all_of(finer, f"{one}≥{low(other, '，空为零')}", f"{one}<{high(other, '，空为零')}"),
            all_of(
                f"非（{finer}）", f"{other}〔空为零〕≥{low(one)}", f"{other}〔空为零〕<{high(one)}", _alike(one, other)
            ),
        ),
    )


_AMOUNTS = ("年初预算数", "全年预算数", "执行数")
_FORM_AMOUNT = any_of(*(f"{amount}〔已填〕=1" for amount in _AMOUNTS))
_DOUBTFUL = (("肯定是同一项目=否", Severity.WARNING),)
_SUM = "执行率得分〔空为零〕＋指标得分之和〔空为零〕"
_AGREES = any_of(all_of("总分〔已填〕=1", "汇总得分=总分〔空为零〕"), all_of("总分存疑=是", f"汇总得分={_SUM}"))
_ALIKE = any_of(*(_alike("汇总资金", amount) for amount in _AMOUNTS))

LISTING_CHECKS = (
    FormCheck(
        SUMMARY_MONEY.id,
        SUMMARY_MONEY,
        Rows.PAIR,
        all_of("汇总资金〔已填〕=1", "汇总去尾取位=否", _FORM_AMOUNT),
        _ALIKE,
        Severity.ERROR,
        "汇总表的资金与自评表不符",
        "汇总表写 {汇总资金}，自评表年初预算 {年初预算数}、全年预算 {全年预算数}、执行 {执行数}，没有一个相符。",
        stated="{汇总资金}",
        expected="{预算数}",
        exact=any_of(*(_prints("汇总资金", amount) for amount in _AMOUNTS)),
        cases=(*_DOUBTFUL, (coarsely(_ALIKE), Severity.WARNING)),
        rounded="汇总表写 {汇总资金}，自评表年初预算 {年初预算数}、全年预算 {全年预算数}、执行 {执行数}，"
        "按各数的取位可以是同一个数。",
    ),
    FormCheck(
        SUMMARY_SCORE.id,
        SUMMARY_SCORE,
        Rows.PAIR,
        "汇总得分〔已填〕=1",
        _AGREES,
        Severity.ERROR,
        "汇总表的得分与自评表的总分不符",
        "汇总表写 {汇总得分}，自评表总分 {总分}，各项得分之和 {得分之和}。",
        stated="{汇总得分}",
        expected="{总分}",
        decidable=any_of("总分〔已填〕=1", _AGREES),
        cases=_DOUBTFUL,
    ),
    grade_check(
        Rows.LISTED,
        f"{GRADE_BAND.id}.listed",
        "汇总等级位次",
        "汇总等级文字",
        "汇总得分",
        "“{汇总项目名称}”",
        all_of("等级自相矛盾=否", "有自评表=否"),
    ),
    grade_check(
        Rows.PAIR,
        f"{GRADE_BAND.id}.paired",
        "汇总等级位次",
        "汇总等级文字",
        "汇总得分",
        "“{汇总项目名称}”",
        "等级自相矛盾=否",
        any_of("总分〔已填〕=0", _AGREES),
    ),
)
