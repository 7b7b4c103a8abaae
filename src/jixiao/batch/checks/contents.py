"""What a form says of its objective and its grade, beside its money and its scores."""

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.checks.execution import AMOUNTS
from jixiao.batch.conditions import all_of, any_of
from jixiao.batch.schema import BANDS
from jixiao.findings import Severity
from jixiao.forms.catalogue import GRADE_BAND, OBJECTIVE
from jixiao.forms.checks.catalogue import ZERO_EXECUTION


def in_band(rank: str, score: str) -> str:
    """The score earns the grade of that rank; with whole-number bands after rounding half up to whole points."""
    return any_of(*(all_of(f"{rank}={number}", _between(score, number)) for number in range(1, BANDS + 1)))


def _between(score: str, number: int) -> str:
    bottom, above = f"第{number}等下限〔空为零〕", f"第{number - 1}等下限〔空为零〕"
    rounded = f"{score}＋0.5"
    reached = any_of(f"{score}≥{bottom}", all_of("整数分数线=是", f"{rounded}≥{bottom}"))
    if number == 1:
        return reached
    return all_of(
        reached, any_of(all_of("整数分数线=否", f"{score}<{above}"), all_of("整数分数线=是", f"{rounded}<{above}"))
    )


def grade_check(
    over: Rows, key: str, rank: str, word: str, score: str, whose: str, unless: str = "", decidable: str = ""
) -> FormCheck:
    """The grade against the score, of a form or of a row of a summary."""
    return FormCheck(
        key,
        GRADE_BAND,
        over,
        all_of(f"{rank}>0", f"{score}〔已填〕=1", *([unless] if unless else [])),
        in_band(rank, score),
        Severity.WARNING,
        f"{whose}的等级与分数线不符",
        f"得分 {{{score}}}，等级写“{{{word}}}”，按分数线不是这个等级。",
        stated=f"{{{word}}}",
        decidable=decidable,
        cases=(("分数线有据=是", Severity.ERROR),),
    )


CONTENT_CHECKS = (
    FormCheck(
        OBJECTIVE.id,
        OBJECTIVE,
        Rows.FORM,
        all_of("全部完成=是", AMOUNTS),
        "执行数×2≥预算数",
        Severity.WARNING,
        "总体目标写全部完成，资金却没有执行",
        "总体目标的完成情况写全部完成，全年预算 {预算数}，只执行了 {执行数}，又没有说明。",
        stated="全部完成",
        decidable="预算数>0",
        cases=((all_of("目标是付款=是", "执行数=0"), Severity.ERROR),),
    ),
    FormCheck(
        ZERO_EXECUTION.id,
        ZERO_EXECUTION,
        Rows.FORM,
        all_of(AMOUNTS, "执行率以外得分之和〔已填〕=1", "执行率以外分值之和〔已填〕=1"),
        any_of("执行数>0", "执行率以外得分之和<执行率以外分值之和"),
        Severity.WARNING,
        "一分未花而指标全部满分",
        "全年预算 {预算数}，执行数 {执行数}，各指标得分之和 {执行率以外得分之和}，没有扣一分。",
        stated="{执行数}",
        decidable="预算数>0",
    ),
    grade_check(Rows.FORM, f"{GRADE_BAND.id}.form", "等级位次", "等级", "总分", "自评表"),
)
