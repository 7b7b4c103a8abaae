"""Writes docs/profiles.md: the layouts of forms that are known, and how one of one's own is written.

A test compares the committed page with what this gives, and reads what it shows.
"""

from collections.abc import Iterator
from pathlib import Path

from jixiao.forms.profiles import (
    BlockSet,
    ExecutionRule,
    ExecutionStands,
    PointsStand,
    Profile,
    ScoreIs,
    TargetIn,
    profiles,
)
from jixiao.forms.vocabulary import Column
from jixiao.quantities import exact_text

PAGE = Path(__file__).parents[1] / "docs/profiles.md"

_HEAD = """# Profiles of self-evaluation forms

A profile says of a layout how it is recognised, what stands where, and how it is scored. The profile of a form is
recognised by itself and said with its reasons; a form that fits none, or several alike, is verified as 通用: what
depends on local rules is then left unchecked. `jixiao verify --profile` takes an id, a name, or a file of one's own.

What a profile's file writes is *stated*; what it leaves out is only usual and can be warned about, never held against a
form. `blocks` are the sets of points that were met: another set may have its reasons.

## One's own

Two lines are enough, everything else has a default. `like` takes all that is not written here from another profile.

```yaml
id: 本县
name: 本县项目支出自评表
like: A
headings: {实际完成值: [办结数量]}
signs: {title: [本县]}
execution:
  points: 10
  rule: 完成后分档
  tiers:
  - {from: 80%, share: 70}
  - {from: 60%, share: 50}
  - {from: 0, share: 0}
scoring:
  shortfall: 及格线
  pass_mark: 60
  qualitative: [80, 50]
  satisfaction: [{from: 90, share: 100}, {from: 80, share: 80}, {from: 60, share: 50}, {from: 0, share: 0}]
grades:
  bands: [{name: 优秀, from: 90}, {name: 良好, from: 75}, {name: 合格, from: 60}, {name: 不合格, from: 0}]
```

* `signs`: what a form must show: words of its `title`, `words` of headings or header, columns of `money` and
  `indicators`, `blocks`, `execution_points`, `unit`; what is named `…_without` must not be there; with `block_points`
  the blocks must print an allowed set. Without signs a profile is only used when it is named; where some are written,
  those of the profile in `like` count too.
* `headings`: further words that head a column.
* `money`: `unit` where a form names none (元, 万元, 亿元), `columns`, `rows` of sources, `parts_may_score`: whether
  其中 rows may carry points.
* `execution`: `points`; `stands` (资金栏, 单独指标, 一级指标内); `denominator` (全年预算, 年初预算,
  扣除统筹整合后预算); `rule` (不计分, 按比例, 分档, 完成后分档: finished within the budget earns all, otherwise by
  `tiers`); `tiers` in per cent of the points; `floor`: a lower rate earns nothing; `decimals`; `explained_below`: a
  lower rate asks for a reason. Points that only rounding to whole ones makes full (9.81 as 10) stand where every score
  of the form is whole, or `decimals` is 0.
* `indicators`: `columns`; `points_stand` (指标值后, 指标值前, 不逐行列出); `target_in` (一列, 三列); `score_is` (得分,
  得分系数×权重, 百分制×权重: the score is then held to the column beside it); `even_whole_points`: points shared out
  evenly in whole points need not add up. A standard that a form prints for an indicator (评分标准) is read and applied
  whatever the profile says.
* `blocks`: sets of points of the first level, each with the `case` it is for; with the points for execution they make
  `full_points`, which are 100. `bracketed_points_bind`, if 否: points in brackets behind a block's name may differ.
  A heading with wrong points is a fault of the form, and no other layout, while the rest is that of the profile.
* `scoring`: `shortfall` (未规定, 按比例计, 及格线 with `pass_mark`, 不得分); `decreasing` (未规定, 指标值÷完成值,
  按超出比例扣, 不得分); `over_completion` (未规定, 说明原因, 酌情扣分, 按偏离程度扣分) from `far_above` per cent on;
  `qualitative`: lower bounds of the two better levels; `satisfaction` tiers; `decimals`; `bonus`: a score may exceed
  its points, and points of rows for a bonus the full ones.
* `grades`: `scale`, an id of grade-scales.yaml, or `bands` of one's own (`whole`: whole numbers with `to`); other
  `words` for a grade; where it `stand`s. Taken whole, not mixed with those of `like`.
* `total_stands`: 末行, 表头, 不印. `unscored`: no points at all. `scores_objective`: the objective itself has points,
  `objective_points`: how many.
  `audited`: why such a file is handed to `jixiao audit`.
* `seen`: `places`, `years`, `source`, `mark` (C checked against its text, S seen in samples, P published, M recalled).

"""


def page() -> str:
    """The whole page as Markdown."""
    columns = "、".join(column.value for column in Column)
    known = f"Columns: {columns}.\n\n## Known\n\n"
    heads = "| id | name | seen in | execution | points | target | score | blocks |\n|" + " --- |" * 8 + "\n"
    return _HEAD + known + heads + "".join(map(_row, profiles())) + "\n" + "".join(map(_section, profiles())) + _TAIL


_TAIL = """
This page is written by `scripts/profiles_page.py`; do not edit it. The profiles stand in
`src/jixiao/packs/data/profiles`.
"""


def _row(each: Profile) -> str:
    """A profile as a row of the table."""
    if each.audited:
        cells = [each.id, each.name, "、".join(each.seen.places), *["–"] * 5]
    else:
        layout = each.indicators
        cells = [
            *(each.id, each.name, "、".join(each.seen.places) or "–", _execution(each)),
            "–" if layout.points_stand is PointsStand.NOWHERE else layout.points_stand.value,
            "一列" if layout.target_in is TargetIn.ONE else "三列",
            "不打分" if each.unscored else "得分" if layout.score_is is ScoreIs.POINTS else layout.score_is.value,
            "；".join(
                " ".join(f"{name}{exact_text(points)}" for name, points in case.points.items()) for case in each.blocks
            )
            or "–",
        ]
    return f"| {' | '.join(cells)} |\n"


def _set(case: BlockSet) -> str:
    return " ".join(f"{name}{exact_text(points)}" for name, points in case.points.items())


def _execution(each: Profile) -> str:
    """Points for execution, where they stand and by which rule."""
    execution = each.execution
    if execution.rule is ExecutionRule.NONE or execution.points is None:
        return "不计分" if execution.rule is ExecutionRule.NONE else "–"
    stands = "" if execution.stands is ExecutionStands.MONEY_BLOCK else f"，{execution.stands.value}"
    rule = execution.rule.value if execution.is_stated else "办法未写明"
    return f"{exact_text(execution.points)} 分，{rule}{stands}"


def _section(each: Profile) -> str:
    """How a profile is recognised, and its notes."""
    signs = "；".join(_signs(each)) or ("没有自评表的文件" if each.audited else "不自动认，认不出别的表样时使用")
    return f"### {each.id} {each.name}\n\n{signs}。{each.note}\n\n" + (f"{each.audited}。\n\n" if each.audited else "")


def _signs(each: Profile) -> Iterator[str]:
    signs = each.signs
    kinds = (
        ("标题有", signs.title),
        ("有", signs.words),
        ("资金栏目有", [column.value for column in signs.money]),
        ("没有", [column.value for column in signs.money_without]),
        ("指标栏目有", [column.value for column in signs.indicators]),
        ("没有", [column.value for column in signs.indicators_without]),
        ("一级指标有", signs.blocks),
    )
    for kind, words in kinds:
        if words:
            yield f"{kind}{'、'.join(words)}"
    if signs.execution_points is not None:
        yield f"执行率 {exact_text(signs.execution_points)} 分"
    if signs.scores_objective:
        yield "总体目标打分"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
