"""Points and scores: blocks, the total of points, the sum of scores, and what was left blank."""

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.checks.execution import KNOWS_RATE
from jixiao.batch.conditions import all_of, any_of
from jixiao.findings import Severity
from jixiao.forms.catalogue import BLOCK_POINTS, HEADINGS, MISSING, POINTS_TOTAL, SCORE_LIMIT, SCORE_TOTAL
from jixiao.forms.checks.catalogue import BLOCK_PROFILE

_ALL_POINTS = "执行率分值〔空为零〕＋指标分值之和〔空为零〕"
_ALL_SCORES = "执行率得分〔空为零〕＋指标得分之和〔空为零〕＋总体目标得分〔空为零〕"
_KNOWS_OBJECTIVE = any_of("目标打分=否", "总体目标得分〔已填〕=1")
_IS_LEFT = all_of("余下得分〔已填〕=1", "口径执行率分值〔已填〕=1", KNOWS_RATE)
_POINTS_LACK = any_of(all_of("缺分值行数>0", "合用格行数=0"), "未读行数>0")
_UNPRINTED_EXECUTION = all_of("口径执行率分值〔已填〕=1", "总额行数>0", "执行率得分〔已填〕=0")
_SCORES_LACK = any_of(all_of(any_of("缺得分行数>0", _UNPRINTED_EXECUTION), "合用格行数=0"), "未读行数>0")
_BLOCK_LACKS = any_of(all_of("块缺分值行数>0", "块合用格行数=0"), "块未读行数>0")
_KNOWS_EXECUTION = any_of("执行率单列=否", "执行率分值〔已填〕=1")
_WITH_BONUS = all_of("可加分=是", f"{_ALL_POINTS}>满分")
_GIVES_POINTS = all_of("打分=是", "各行打分值=是")


def _even(added: str, total: str, count: str, nothing_blank: str) -> str:
    """Points that were shared out evenly miss their total by no more than rounding to whole points can."""
    return all_of("均分取整=是", nothing_blank, f"绝对值（{added}－{total}）×2≤{count}")


def _complete(lacks: str, added: str, total: str) -> str:
    """What is blank cannot make up what is missing: nothing is blank, or what is there is enough already."""
    return any_of(f"非（{lacks}）", f"{added}≥{total}")


POINT_CHECKS = (
    FormCheck(
        BLOCK_POINTS.id,
        BLOCK_POINTS,
        Rows.BLOCK,
        all_of("标题分值〔已填〕=1", "块填分值行数>0", "标题分值有约束=是"),
        any_of("块分值之和=标题分值", _even("块分值之和", "标题分值", "块指标数", "块缺分值行数=0")),
        Severity.ERROR,
        "“{一级指标}”的分值与所列指标之和",
        "“{一级指标}”后写 {标题分值}，下面各指标分值之和为 {块分值之和}。",
        stated="{标题分值}",
        expected="{块分值之和}",
        decidable=_complete(_BLOCK_LACKS, "块分值之和", "标题分值"),
    ),
    FormCheck(
        f"{BLOCK_POINTS.id}.over",
        BLOCK_POINTS,
        Rows.BLOCK,
        all_of("标题分值〔已填〕=0", "块分值之和〔已填〕=1", "有名称=是"),
        "块分值之和≤满分",
        Severity.ERROR,
        "“{一级指标}”的分值之和超过总分",
        "“{一级指标}”下面各指标分值之和为 {块分值之和}，超过全表的 {满分}。",
        stated="{块分值之和}",
        expected="不超过 {满分}",
    ),
    FormCheck(
        BLOCK_PROFILE.id,
        BLOCK_PROFILE,
        Rows.BLOCK,
        all_of("标题分值〔已填〕=1", "口径分值〔已填〕=1"),
        "标题分值=口径分值",
        Severity.WARNING,
        "“{一级指标}”的分值不是表样规定的",
        "“{一级指标}”写 {标题分值}，表样规定 {口径分值}；如有调整，应写明依据。",
        stated="{标题分值}",
        expected="{口径分值}",
    ),
    FormCheck(
        HEADINGS.id,
        HEADINGS,
        Rows.FORM,
        all_of(
            "打分=是",
            "各行打分值=是",
            "目标打分=否",
            _KNOWS_EXECUTION,
            "块数≥2",
            "缺标题分值块数=0",
            "标题分值有约束=是",
            "未读行数=0",
        ),
        "执行率分值〔空为零〕＋标题分值之和=满分",
        Severity.ERROR,
        "各一级指标名称后的分值之和不是满分",
        "执行率 {执行率分值}，各一级指标名称后的分值之和 {标题分值之和}，合计不是 {满分}。",
        stated="{标题分值之和}",
    ),
    FormCheck(
        POINTS_TOTAL.id,
        POINTS_TOTAL,
        Rows.FORM,
        all_of(_GIVES_POINTS, _KNOWS_EXECUTION),
        any_of(
            f"{_ALL_POINTS}=满分", _WITH_BONUS, _even(_ALL_POINTS, "满分", "指标数＋执行率分值〔已填〕", "缺分值行数=0")
        ),
        Severity.ERROR,
        "各项分值之和不是满分",
        "执行率分值 {执行率分值}，各指标分值之和 {指标分值之和}，合计不是 {满分}。",
        stated="{指标分值之和}",
        decidable=all_of("目标打分=否", _complete(_POINTS_LACK, _ALL_POINTS, "满分")),
    ),
    FormCheck(
        f"{POINTS_TOTAL.id}.profile",
        POINTS_TOTAL,
        Rows.FORM,
        all_of(
            _GIVES_POINTS,
            "执行率单列=是",
            "执行率分值〔已填〕=0",
            "口径执行率分值〔已填〕=1",
            "总额行数>0",
            "目标打分=否",
            "指标分值之和〔已填〕=1",
        ),
        any_of(
            "口径执行率分值〔空为零〕＋指标分值之和=满分",
            "指标分值之和=满分",
            all_of("分值合计〔已填〕=1", "缺分值行数=0", "分值合计〔空为零〕=指标分值之和"),
        ),
        Severity.WARNING,
        "各项分值与表样规定的执行率分值之和不是满分",
        "各指标分值之和 {指标分值之和}，加上表样规定的执行率分值 {口径执行率分值}，不是 {满分}。",
        stated="{指标分值之和}",
        decidable=_complete(_POINTS_LACK, "口径执行率分值〔空为零〕＋指标分值之和", "满分"),
    ),
    FormCheck(
        f"{POINTS_TOTAL.id}.printed",
        POINTS_TOTAL,
        Rows.FORM,
        all_of(_GIVES_POINTS, _KNOWS_EXECUTION, "分值合计〔已填〕=1", "目标打分=否"),
        any_of("分值合计=满分", f"分值合计={_ALL_POINTS}"),
        Severity.ERROR,
        "分值合计与各项分值之和",
        "分值合计印作 {分值合计}，执行率分值 {执行率分值}、各指标分值之和 {指标分值之和}，相加不等。",
        stated="{分值合计}",
        decidable=_complete(_POINTS_LACK, _ALL_POINTS, "分值合计"),
    ),
    FormCheck(
        SCORE_TOTAL.id,
        SCORE_TOTAL,
        Rows.FORM,
        all_of(
            "打分=是",
            "总分〔已填〕=1",
            any_of("指标得分之和〔已填〕=1", "执行率得分〔已填〕=1", "总体目标得分〔已填〕=1"),
        ),
        f"总分={_ALL_SCORES}",
        Severity.ERROR,
        "总分与各项得分之和",
        "执行率得分 {执行率得分}，各指标得分之和 {指标得分之和}，相加为 {得分之和}，总分印作 {总分}。",
        stated="{总分}",
        expected="{得分之和}",
        decidable=all_of(_KNOWS_OBJECTIVE, f"非（{_IS_LEFT}）", _complete(_SCORES_LACK, _ALL_SCORES, "总分")),
    ),
    FormCheck(
        f"{MISSING.id}.total",
        MISSING,
        Rows.FORM,
        all_of("打分=是", "有总分行=是", _KNOWS_OBJECTIVE),
        "总分〔已填〕=1",
        Severity.WARNING,
        "没有印得分总分",
        "总分一行没有填得分；各项得分之和为 {得分之和}。",
        stated="空白",
        expected="{得分之和}",
    ),
    FormCheck(
        f"{MISSING.id}.line",
        MISSING,
        Rows.LINE,
        "合用一格=否",
        "缺填=不缺",
        Severity.ERROR,
        "“{三级指标}”没有填分值或得分",
        "这个指标填了指标值“{指标值文字}”、完成值“{完成值文字}”，却{缺填}；表中其他指标都填了。",
        stated="空白",
        expected="{缺填}",
    ),
    FormCheck(
        f"{MISSING.id}.actual",
        MISSING,
        Rows.LINE,
        "合用一格=否",
        "缺完成值=否",
        Severity.WARNING,
        "“{三级指标}”没有填完成值",
        "指标值 {指标值文字}，完成值是空白；表中其他指标都填了，没有完成值就不能打分。",
        stated="空白",
        expected="完成值",
    ),
    FormCheck(
        f"{SCORE_LIMIT.id}.execution",
        SCORE_LIMIT,
        Rows.FORM,
        all_of("打分=是", "执行率分值〔已填〕=1", "执行率得分〔已填〕=1"),
        any_of("执行率得分≤执行率分值", "可加分=是"),
        Severity.ERROR,
        "执行率得分超过分值",
        "执行率分值 {执行率分值}，得分却是 {执行率得分}，得分不能超过分值。",
        stated="{执行率得分}",
        expected="不超过 {执行率分值}",
    ),
    FormCheck(
        f"{SCORE_LIMIT.id}.line",
        SCORE_LIMIT,
        Rows.LINE,
        all_of("合用一格=否", "分值〔已填〕=1", "得分〔已填〕=1"),
        any_of("得分≤分值", "可加分=是"),
        Severity.ERROR,
        "“{三级指标}”的得分超过分值",
        "这一行的分值是 {分值}，得分却是 {得分}，得分不能超过分值。",
        stated="{得分}",
        expected="不超过 {分值}",
    ),
)
