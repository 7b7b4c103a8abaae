"""Targets: a bound that 0 % would satisfy is none, and the direction of a target must fit what is measured."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Grid, Paragraph
from jixiao.findings import Catalogue, Check, Kind, Place, Severity
from jixiao.reading.columns import Role, role_of
from jixiao.reading.labels import squeezed
from jixiao.text import normal

TARGET_EMPTY = Check(
    "target.empty_bound",
    Kind.TARGET_DIRECTION,
    "目标值的方向",
    "完成率、实现率、合格率、满意度等越高越好的指标，目标值是否写成了“≤”：那样 0% 也算达标。",
    "支出进度、控制率、变动率、结转结余率等越低越好的指标用“≤”是对的；不知道方向的指标不下结论。",
    "财预〔2021〕101号：绩效指标应可衡量；目标值与指标方向一致",
)
TARGET_REVERSED = Check(
    "target.reversed",
    Kind.TARGET_DIRECTION,
    "应当越低越好的目标值写成了“≥”",
    "投诉率、差错率、事故数、超支率等越低越好的指标，目标值是否写成了“≥”。",
    "成本类指标有下限要求的，由评分规则说明；只提示，不作错误。",
    "财预〔2021〕101号：目标值与指标方向一致",
)
TARGET_CHECKS = Catalogue([TARGET_EMPTY, TARGET_REVERSED])
"""Every check of this module."""

_HIGHER = re.compile(
    "(?:完成|实现|达标|合格|及时|办结|覆盖|执行|到位|参保|普及|入学|就业|满意|回收|使用|利用|应用|公开|验收|提交|编制|落实|受理|整改)"
    "(?:率|度|比例|情况)$|满意度|满意率|(?:工作|活动|任务)完成情况$|正常开展情况$|应用率$"
)
_LOWER = re.compile(
    "(?:投诉|差错|错误|事故|超支|逾期|拖欠|违规|失业|返贫|死亡|流失|故障|退货|空置|闲置|结转结余|变动|控制|调整)(?:率|数|次数)?$|成本$"
)
_LESSENING = re.compile("降低|减少|下降|压[减缩]|节[约省]")  # more of it is better: 降低运行成本 ≥5%
_BOUND = re.compile(
    r"(?P<sign>≤|<|≥|>|不超过|不高于|不低于|不少于|小于等于|大于等于)(?P<number>\d+(?:\.\d+)?)(?P<percent>%?)"
)
_SOURCE = re.compile(r"\s*(?:注[:：])?(?:资料|数据)来源[:：]")
_QUOTED = "表下注明了资料来源：目标值是填报单位的原文，报告只是引用，应请填报单位改正。"
_UPPER = {"≤", "<", "不超过", "不高于", "小于等于"}


def relations(material: Material) -> Iterator[Checked]:
    """Every target with a sign, in every table that has a column of names and one of targets.

    The target is the last cell filled in up to its column and the name the one before it, also where a row has lost
    the cells that stood empty at its beginning.
    """
    blocks = material.document.blocks
    for grid, after in zip(blocks, (*blocks[1:], None), strict=True):
        if not isinstance(grid, Grid):
            continue
        quoted = isinstance(after, Paragraph) and _SOURCE.match(after.text) is not None
        for row in range(len(grid.rows) - 1):
            roles = [role_of(text)[0] for text in grid.texts(row)]
            if (Role.LEVEL in roles and Role.TARGET in roles) or "指标值" in map(squeezed, grid.texts(row)):
                yield from _targets(grid, row, quoted=quoted)
                break


def _targets(grid: Grid, header: int, *, quoted: bool) -> Iterator[Checked]:
    texts = [squeezed(text) for text in grid.texts(header)]
    at = next(n for n, text in enumerate(texts) if role_of(text)[0] is Role.TARGET or text.endswith("指标值"))
    for row in grid.rows[header + 1 :]:
        filled = [cell for cell in row[: at + 1] if cell.text]
        if len(filled) < 2 or (bound := _BOUND.fullmatch(normal(filled[-1].text).text)) is None:
            continue
        name, target = squeezed(filled[-2].text), filled[-1]
        yield _checked(name, bound, replace(target.place, row=name, column=texts[at], text=target.text), quoted=quoted)


def _checked(name: str, bound: re.Match[str], place: Place, *, quoted: bool) -> Checked:
    """The target by its direction; in a table that names its source it is a fault of the source."""
    shown, upper = bound.group(), bound["sign"] in _UPPER
    if upper and bound["percent"] and _HIGHER.search(name) and not _LOWER.search(name):
        return Checked.failed(
            TARGET_EMPTY,
            Severity.WARNING if quoted else Severity.ERROR,
            f"“{name}”的目标值写成 {shown}，0% 也算达标",
            f"“{name}”越高越好，目标值 {shown} 只规定了上限，任何结果（包括 0%）都满足它，起不到约束作用。"
            f"{_QUOTED if quoted else ''}",
            place,
            stated=shown,
            expected=f"≥{bound['number']}% 或 {bound['number']}%",
            group=shown,
        )
    if not upper and _LOWER.search(name) and not _HIGHER.search(name) and not _LESSENING.search(name):
        return Checked.failed(
            TARGET_REVERSED,
            Severity.WARNING,
            f"“{name}”的目标值写成 {shown}，方向可能反了",
            f"“{name}”一般越低越好，目标值 {shown} 却只规定了下限。",
            place,
            stated=shown,
            expected=f"≤{bound['number']}{bound['percent']}",
            group=shown,
        )
    return Checked.held(TARGET_EMPTY, place)
