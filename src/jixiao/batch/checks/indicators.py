"""Indicators: score against target and actual value, and what the actual value says of the target."""

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.conditions import all_of, any_of, high, low
from jixiao.findings import Severity
from jixiao.forms.catalogue import TARGET
from jixiao.forms.checks.catalogue import COPIED, OVER_COMPLETION, REASON, SHORTFALL

_GIVEN = all_of("合用一格=否", "分值〔已填〕=1", "得分〔已填〕=1")
_OTHER = "执行率指标=不是执行率"  # how much was spent is asked of the money block
_SCORED = all_of(_GIVEN, "两值都填=是")
_RISES = any_of("方向=越高越好", "方向=等于")  # less than “=15” is missed as less than “≥15” is
_FAR = "完成值×100>偏高完成率×指标值"


def _part(above: str, below: str) -> str:
    """分值 × above ÷ below prints as the score; below is above 0."""
    return all_of(f"分值×{above}≤{high('得分')}×{below}", f"分值×{above}≥{low('得分')}×{below}")


_MAY_BE_REDUCED = all_of(
    "偏高扣分=是", "方向=越高越好", "指标值〔空为零〕>0", "完成值〔空为零〕×100>偏高完成率×指标值〔空为零〕"
)
_PASSED = "最大（0，完成值×100－及格完成率×指标值）"
_RISING = any_of(
    all_of("未完成计分=按比例计", _part("完成值", "指标值")),
    all_of("未完成计分=及格线", _part(_PASSED, "（（100－及格完成率）×指标值）")),
    all_of("未完成计分=不得分", "得分=0"),
)
_INVERSE, _DEVIATION = _part("指标值", "完成值"), _part("最大（0，2×指标值－完成值）", "指标值")
_FALLING = any_of(
    all_of("超出计分=反比", _INVERSE),
    all_of("超出计分=按超出比例扣", _DEVIATION),
    all_of("超出计分=一律不得分", "得分=0"),
    all_of("超出计分=没有规定", any_of(_INVERSE, _DEVIATION, "得分=0")),
)
_RULED = any_of(
    all_of(_RISES, "未完成计分≠未规定"),
    all_of("方向=越低越好", any_of("超出计分≠没有规定", "未完成计分=按比例计")),
)

INDICATOR_CHECKS = (
    FormCheck(
        TARGET.id,
        TARGET,
        Rows.LINE,
        all_of(_SCORED, "满意度得分率〔已填〕=0", "执行率指标≠按执行率计分", "另有评分标准=否"),
        any_of(
            _MAY_BE_REDUCED,
            all_of("完成情况=达到", "得分≥分值"),
            all_of("完成情况=未达到", "得分<分值"),
            all_of("完成情况=无法比较", "得分=分值"),
        ),
        Severity.ERROR,
        "“{三级指标}”的得分与完成情况",
        "指标值 {指标值文字}，完成值 {完成值文字}，{完成情况}；分值 {分值}，得 {得分}。",
        stated="{得分}",
        decidable=any_of("完成情况≠无法比较", all_of("文字相同=是", "得分=分值")),
        cases=(
            (all_of("完成情况=达到", "方向=方向不明", "完成值≠指标值"), Severity.WARNING),
            (all_of("完成情况=达到", "方向=越高越好", "指标值>0", _FAR), Severity.WARNING),
            (all_of("完成情况=未达到", "写明方向=否", "满意度=否"), Severity.WARNING),
        ),
    ),
    FormCheck(
        f"{TARGET.id}.tiers",
        TARGET,
        Rows.LINE,
        all_of(_GIVEN, "满意度得分率〔已填〕=1"),
        all_of(
            f"分值×满意度得分率≤{high('得分')}×100",
            f"分值×满意度得分率≥{low('得分')}×100",
            any_of("得分≠分值", "满意度得分率=100"),
        ),
        Severity.ERROR,
        "“{三级指标}”的得分与满意度分档不符",
        "完成值 {完成值文字}，按满意度分档得分值的 {满意度得分率}；分值 {分值}，得 {得分}。",
        stated="{得分}",
    ),
    FormCheck(
        f"{TARGET.id}.late",
        TARGET,
        Rows.LINE,
        all_of(_GIVEN, _OTHER, "晚于期限=是"),
        "得分<分值",
        Severity.WARNING,
        "“{三级指标}”晚于期限却得满分",
        "指标值 {指标值文字}，完成值 {完成值文字}，晚于期限；分值 {分值}，却得 {得分}。",
        stated="{得分}",
        expected="少于 {分值}",
    ),
    FormCheck(
        f"{TARGET.id}.fewer",
        TARGET,
        Rows.LINE,
        all_of(_GIVEN, _OTHER, "少于计划数=是"),
        "得分<分值",
        Severity.WARNING,
        "“{三级指标}”的完成值少于指标值却得满分",
        "数量指标的指标值 {指标值文字} 没有写明“≥”或“≤”，完成值只有 {完成值文字}，却得 {得分}；"
        "如果越多越好，就没有达到。",
        stated="{得分}",
        expected="少于 {分值}",
    ),
    FormCheck(
        SHORTFALL.id,
        SHORTFALL,
        Rows.LINE,
        all_of(_SCORED, _OTHER, "完成情况=未达到", "满意度得分率〔已填〕=0", "另有评分标准=否", _RULED),
        any_of(all_of(_RISES, _RISING), all_of("方向=越低越好", _FALLING), "得分≥分值"),
        Severity.WARNING,
        "“{三级指标}”没有按完成比例得分",
        "指标值 {指标值文字}，完成值 {完成值文字}，分值 {分值}，得 {得分}；按规定（{未完成计分}）不是这个数。",
        stated="{得分}",
        decidable=any_of(
            all_of("指标值>0", "完成值≥0", any_of(_RISES, "完成值>0")),
            all_of("指标值=0", "方向=越低越好", any_of("超出计分=反比", "超出计分=一律不得分")),
        ),
    ),
    FormCheck(
        OVER_COMPLETION.id,
        OVER_COMPLETION,
        Rows.LINE,
        all_of(_SCORED, _OTHER, "完成情况=达到", "方向=越高越好"),
        any_of(f"非（{_FAR}）", "得分<分值"),
        Severity.NOTE,
        "“{三级指标}”的完成值明显高于指标值",
        "指标值 {指标值文字}，完成值 {完成值文字}，超过 {偏高完成率}；应分析原因，指标值定得偏低的应适度扣分。",
        stated="{完成值文字}",
        decidable="指标值>0",
    ),
    FormCheck(
        COPIED.id,
        COPIED,
        Rows.LINE,
        "两值都填=是",
        "照抄指标值=否",
        Severity.NOTE,
        "“{三级指标}”的完成值照抄指标值",
        "指标值和完成值都写“{完成值文字}”，完成值应是实际的数。",
        stated="{完成值文字}",
    ),
    FormCheck(
        REASON.id,
        REASON,
        Rows.LINE,
        all_of(_OTHER, "完成情况=未达到", "要求原因=是"),
        "有原因=是",
        Severity.NOTE,
        "“{三级指标}”没有达到指标值而没有说明原因",
        "指标值 {指标值文字}，完成值 {完成值文字}，没有达到，偏差原因一栏是空白。",
        stated="空白",
    ),
)
