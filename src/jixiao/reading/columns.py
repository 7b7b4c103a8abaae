"""The columns of an indicator table: what each holds, whatever its heading calls it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from jixiao.documents import Grid


class Role(Enum):
    """What a column holds."""

    LEVEL = "指标名称"
    CODE = "编码"
    WEIGHT = "权重"
    EXPLANATION = "指标解释"
    TARGET = "目标值"
    CRITERIA = "评价要点"
    MEASURE = "计算公式"
    RULE = "评分规则"
    PROCESS = "评分过程"
    SCORE = "得分"
    RATE = "得分率"
    OTHER = "其他"


_HEADINGS = {
    Role.RATE: "得分率",
    Role.CODE: "(?:指标)?(?:编码|代码|编号)",
    Role.WEIGHT: (
        "(?:指标|标准|基准|设定|参考|评价|考核)?(?:权重|分值|权数|标准分|基准分|满分|总分)(?:分|值|分值|分数|权重)?"
        "|权重[/及和]?分值|分值[/及和]?权重|标准分[值数]?"
    ),
    Role.SCORE: "(?:自评|评价|考核|实际|最终|指标|复核|专家)?(?:得分|实得分|评分)(?:情况)?",
    Role.RULE: (
        "(?:指标)?(?:评价|评分|计分|考核|打分|赋分|得分|扣分)(?:规则|标准|办法|方法|细则|规定)"
        "|(?:评价|评分)标准[及和与/](?:计分|评分)?(?:办法|方法|规则)|计分标准[及和与/](?:办法|方法)"
    ),
    Role.CRITERIA: "(?:评价|评分|考核|指标|考察)?(?:要点|要素)(?:说明)?|(?:评价|考核)内容",
    Role.MEASURE: "(?:指标)?(?:计算|指标)?(?:公式|计算方法)",
    Role.TARGET: (
        "(?:年度|年初|预期|计划|绩效|评价)*(?:目标|标杆|(?:目标|指标|标杆|计划|预期|标准)值)"
        "(?:[/及和或](?:标杆|目标|标准)值)?"
    ),
    Role.EXPLANATION: ("(?:评价)?指标(?:解释|释义|定义|含义|说明|内涵|内容)(?:[及和与/](?:评价)?说明)?|解释|说明|释义"),
    Role.PROCESS: (
        "(?:评分|评价|得分|计分)(?:过程|说明|依据|情况|情况说明|得分说明)|扣分(?:原因|说明)|评价得分说明|完成情况"
    ),
}
_LEVEL = re.compile("(?:第)?([一二三四1-4])级(?:评价|绩效|考核)?(?:指标)?(?:名称)?")
_LAST_LEVEL = re.compile("(?:评价|绩效|考核|具体)?指标(?:名称)?")
_BRACKETED = re.compile(r"\([^()]*\)")
_LEVELS = {"一": 1, "二": 2, "三": 3, "四": 4} | {str(number): number for number in range(1, 5)}
_TELLING = (Role.RULE, Role.CRITERIA, Role.EXPLANATION, Role.TARGET, Role.MEASURE)
_SEARCHED_ROWS = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where it stands, what it holds, and of which level (1 to 4; 0 where that does not matter)."""

    at: int
    role: Role
    heading: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of an indicator table, and the row its content begins at."""

    columns: tuple[Column, ...]
    begins: int

    def of(self, role: Role) -> tuple[Column, ...]:
        """The columns of a role, from the left."""
        return tuple(column for column in self.columns if column.role is role)

    @property
    def levels(self) -> tuple[Column, ...]:
        """The columns of names, the highest level first."""
        return self.of(Role.LEVEL)

    @property
    def has_rules(self) -> bool:
        """Whether a column holds scoring rules."""
        return bool(self.of(Role.RULE))


def layout_of(grid: Grid) -> Layout | None:
    """How the table is laid out as an indicator table; None where its headings are not those of one.

    A heading may take two rows (评价指标 over 一级指标, 二级指标). Needed are a column of names, and of weights or
    rules; a table of scores alone is none.
    """
    return next(filter(_is_system, _layouts(grid)), None)


def weights_layout_of(grid: Grid) -> Layout | None:
    """How the table is laid out as a table of indicators with their weights; None where it is none.

    The weights stand in a column of their own or, of several levels, behind the names.
    """
    return next(filter(_has_weights, _layouts(grid)), None)


@lru_cache(maxsize=10_000)
def role_of(heading: str) -> tuple[Role, int]:
    """What a column with this heading holds, and its level if it holds names; level 9 is the last one.

    >>> role_of("二级 指标"), role_of("标准分（100分）"), role_of("计分办法")
    ((<Role.LEVEL: '指标名称'>, 2), (<Role.WEIGHT: '权重'>, 0), (<Role.RULE: '评分规则'>, 0))
    >>> role_of("指标名称")[1]
    9
    """
    words = _BRACKETED.sub("", "".join(unicodedata.normalize("NFKC", heading).split())).strip(":：")
    if level := _LEVEL.fullmatch(words):
        return Role.LEVEL, _LEVELS[level[1]]
    for role, pattern in _HEADINGS.items():
        if re.fullmatch(pattern, words):
            return role, 0
    return (Role.LEVEL, 9) if _LAST_LEVEL.fullmatch(words) else (Role.OTHER, 0)


def _layouts(grid: Grid) -> Iterator[Layout]:
    """The layouts by each of the first rows taken as the heading."""
    return (_layout(grid, row) for row in range(min(len(grid.rows) - 1, _SEARCHED_ROWS)))


def _is_system(layout: Layout) -> bool:
    roles = {column.role for column in layout.columns}
    return bool(Role.LEVEL in roles and roles & set(_TELLING) and roles & {Role.WEIGHT, Role.RULE})


def _has_weights(layout: Layout) -> bool:
    return bool(layout.levels and layout.of(Role.WEIGHT)) or len(layout.levels) > 1


def _layout(grid: Grid, row: int) -> Layout:
    upper = [role_of(text) for text in grid.texts(row)]
    lower = [role_of(text) for text in grid.texts(row + 1)]
    two_rows = row + 2 < len(grid.rows) and _is_heading(upper) and _goes_on_heading(grid, row, lower)
    found = [_lower_or_upper(*pair) for pair in zip(upper, lower, strict=True)] if two_rows else upper
    headings = [
        "/".join(dict.fromkeys(filter(None, texts)))
        for texts in zip(grid.texts(row), grid.texts(row + 1) if two_rows else ("",) * grid.width, strict=True)
    ]
    return Layout(tuple(_columns(found, headings)), row + 2 if two_rows else row + 1)


def _is_heading(roles: Sequence[tuple[Role, int]]) -> bool:
    """Whether several cells of a row are known headings."""
    return sum(role is not Role.OTHER for role, _ in roles) > 1


def _goes_on_heading(grid: Grid, row: int, lower: Sequence[tuple[Role, int]]) -> bool:
    """Whether the next row belongs to the heading: known headings, and nothing else that is not merged into both."""
    cells = zip(grid.rows[row], grid.rows[row + 1], lower, strict=True)
    return _is_heading(lower) and all(role is not Role.OTHER or not b.text or a == b for a, b, (role, _) in cells)


def _lower_or_upper(upper: tuple[Role, int], lower: tuple[Role, int]) -> tuple[Role, int]:
    return upper if lower[0] is Role.OTHER else lower


def _columns(found: Sequence[tuple[Role, int]], headings: Sequence[str]) -> Iterator[Column]:
    """The columns; of several weights each belongs to the names on its left, 指标名称 is the level below the others."""
    named = [level for role, level in found if role is Role.LEVEL and level < 9]
    weights = sum(role is Role.WEIGHT for role, _ in found)
    last = 0
    for at, ((role, level), heading) in enumerate(zip(found, headings, strict=True)):
        if role is Role.LEVEL:
            last = level if level < 9 else max(named, default=0) + 1
            yield Column(at, role, heading, last)
        elif role is Role.WEIGHT and weights > 1:
            yield Column(at, role, heading, last)
        else:
            yield Column(at, role, heading)
