"""What a rate of execution earns by the rule of a profile: in proportion, by tiers, with a floor."""

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.conditions import all_of, any_of, high, low
from jixiao.batch.schema import TIERS
from jixiao.findings import Severity
from jixiao.forms.catalogue import EXECUTION_SCORE, SCORE_TOTAL

HAS_RATE = "执行率〔已填〕=1"
AMOUNTS = "执行数〔已填〕=1 且 （全年预算数〔已填〕=1 或 年初预算数〔已填〕=1）"
HAS_AMOUNTS = all_of("执行数〔已填〕=1", "预算数〔空为零〕>0")
KNOWS_RATE = any_of(HAS_AMOUNTS, HAS_RATE)
_BY_AMOUNTS, _BY_RATE = ("执行数〔空为零〕", "预算数〔空为零〕"), ("执行率〔空为零〕", "100")


def is_below_floor(above: str, below: str) -> str:
    """The rate is lower than the one from which it earns anything."""
    return all_of("执行率下限〔已填〕=1", f"{above}×100<执行率下限〔空为零〕×{below}")


def earns(score: str, full: str) -> str:
    """The score is what the rate earns, rounded as it is printed; the rate by the amounts, otherwise as printed."""
    return any_of(
        all_of(HAS_AMOUNTS, _earned(score, full, *_BY_AMOUNTS)),
        all_of(f"非（{HAS_AMOUNTS}）", HAS_RATE, _earned(score, full, *_BY_RATE)),
    )


def _earned(score: str, full: str, above: str, below: str) -> str:
    floored = is_below_floor(above, below)
    share = f"{full}×最小（最大（0，{above}），{below}）"
    proportional = all_of(f"{share}≤{high(score)}×{below}", f"{share}≥{low(score)}×{below}")
    by_tiers = any_of(*(_in_tier(score, full, above, below, number) for number in range(1, TIERS + 1)))
    return any_of(
        all_of(
            any_of("执行率计分=按比例", "执行率计分=不计分"),
            any_of(
                all_of(floored, f"{low(score)}≤0"),
                all_of(f"非（{floored}）", proportional),
            ),
        ),
        all_of(any_of("执行率计分=分档", "执行率计分=完成后分档"), by_tiers),
        all_of("执行率计分=完成后分档", f"{above}={below}", f"{full}≤{high(score)}", f"{full}≥{low(score)}"),
    )


def _in_tier(score: str, full: str, above: str, below: str, number: int) -> str:
    """The rate is in the tier and the score is its share; of a project that may be finished, from there to all."""
    bottom, share = f"第{number}档下限〔空为零〕", f"{full}×第{number}档得分率〔空为零〕"
    inside = [f"{above}×100≥{bottom}×{below}"]
    if number > 1:
        inside.append(f"{above}×100<第{number - 1}档下限〔空为零〕×{below}")
    unfinished = all_of("执行率计分=完成后分档", f"{above}<{below}", f"{low(score)}≤{full}")
    return all_of(
        f"第{number}档得分率〔已填〕=1",
        *inside,
        any_of("执行率计分=分档", f"{above}≠{below}"),
        f"{share}≤{high(score)}×100",
        any_of(unfinished, f"{share}≥{low(score)}×100"),
    )


_LEFT_IS_EARNED = any_of(
    all_of("执行率分值〔已填〕=1", earns("余下得分", "执行率分值〔空为零〕")),
    all_of("执行率分值〔已填〕=0", earns("余下得分", "口径执行率分值〔空为零〕")),
)

EXECUTION_CHECKS = (
    FormCheck(
        f"{EXECUTION_SCORE.id}.line",
        EXECUTION_SCORE,
        Rows.EXECUTION,
        all_of("合用一格=否", "分值〔已填〕=1", "得分〔已填〕=1"),
        earns("得分", "分值"),
        Severity.WARNING,
        "“{三级指标}”的得分与计分办法不符",
        "分值 {分值}，执行率印作 {执行率}（执行数 {执行数}、预算数 {预算数}），按“{执行率计分}”不能得 {得分}。",
        stated="{得分}",
        decidable=KNOWS_RATE,
        cases=(("计分有据=是", Severity.ERROR),),
    ),
    FormCheck(
        f"{SCORE_TOTAL.id}.left",
        SCORE_TOTAL,
        Rows.FORM,
        all_of("打分=是", "余下得分〔已填〕=1", "口径执行率分值〔已填〕=1"),
        _LEFT_IS_EARNED,
        Severity.WARNING,
        "总分与各项得分之和",
        "总分 {总分}，各指标得分之和 {指标得分之和}，剩下 {余下得分} 应是没有印出的执行率得分；"
        "执行数 {执行数}、预算数 {预算数}，按“{执行率计分}”不能得这个数。",
        stated="{总分}",
        decidable=KNOWS_RATE,
    ),
)
