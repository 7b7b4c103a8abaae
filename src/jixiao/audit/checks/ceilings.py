"""Rates that cannot exceed 100 %: no more can come back than was sent out, no more pass than was examined."""

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Grid
from jixiao.findings import Catalogue, Check, Kind, Severity
from jixiao.quantities import NumberError, UnitError
from jixiao.reading.labels import squeezed
from jixiao.relations import Figure
from jixiao.relations.figures import as_ratio

OVER_HUNDRED = Check(
    "rate.over_hundred",
    Kind.RATE,
    "不会超过 100% 的比率",
    "回收率、覆盖率、合格率、出勤率、满意度等部分与全体之比是否不超过 100%；预算执行率、资金到位率等超过时只作提示。",
    "完成率可以超额，增长率、拨备覆盖率、本息覆盖率、毛入学率等本来可以超过 100%，不核对；目标值和注明“大于”的不核对。",
    "部分不能大于全体",
)
CEILING_CHECKS = Catalogue([OVER_HUNDRED])
"""Every check of this module."""

_PARTS = (
    "回收率|收回率|覆盖率|合格率|出勤率|到课率|出席率|满意度|满意率|知晓率|优良率|优秀率|及格率|通过率|成活率|完好率|治愈率|准确率|及时率|"
    "公开率|整改率|应答率|响应率|有效率|达标率|入住率|巩固率|辍学率|签约率|接种率|落实率"
)
_MONEY = "(?:预算|资金|支出|经费)?执行率|到位率|支付率|支出进度|支出率|资金使用率|办结率|结案率|参保率|开工率|使用率"
_COPULA = "(?:均|都|已|就)?(?:为|是|达到?|高达|到)?(?:了|约)?"
_PART = re.compile(f"(?:{_PARTS})(?P<copula>{_COPULA})$")
_OF_MONEY = re.compile(f"(?:{_MONEY})(?P<copula>{_COPULA})$")
_FREE = re.compile(
    "拨备|本息|利息|偿债|债务|收益|收入|成本|支出覆盖|毛|增长|提高|下降|变动|目标|计划|完成(?!.{0,3}满意)"
)
_RESULT = re.compile(
    "(?:全年|年度|实际)*(?:完成|实现|实际)(?:值|情况|结果)(?:.{0,6})?|实际(?:数|结果)?|(?:调查|评价)结果"
)
_UNIT = re.compile("[（(]%[）)]$")
_PERCENT = re.compile(r"\d+(?:\.\d+)?[%％]")
_HEADING_ROWS = 4
_WHOLE = Fraction(1)


def relations(material: Material) -> Iterator[Checked]:
    """The rates in sentences, under headings that name them, and in rows that begin with their names."""
    for one in (one for found in (*material.mentions, *material.mentions_in_cells) for one in found):
        if one.is_percent and one.is_stated:
            yield from _checked(one.before, one.figure())
    for table in material.tables:
        for column in table.columns:
            name = _UNIT.sub("", column.name)
            if _may_be_limited(name):
                for row in table.rows:
                    yield from _checked(name, table.figure(row, column))
    for grid in material.document.grids():
        yield from _in_rows(grid)


def _in_rows(grid: Grid) -> Iterator[Checked]:
    """The results in rows that begin with the name of a rate: 群众满意度 | ≥90% | 105%."""
    heads = [[squeezed(text) for text in grid.texts(row)] for row in range(min(_HEADING_ROWS, len(grid.rows)))]
    columns = [at for at in range(grid.width) if any(_RESULT.fullmatch(head[at]) for head in heads)]
    for at in columns:
        for row, line in enumerate(grid.rows):
            cell = line[at]
            if cell.row != row or not _PERCENT.fullmatch(cell.text.strip()):
                continue
            names = (squeezed(other.text) for other in reversed(line[:at]))
            name = next((name for name in names if _may_be_limited(name)), None)
            if name is not None:
                yield from _checked(name, _figure(name, cell.text.strip(), grid, row, at))


def _figure(name: str, text: str, grid: Grid, row: int, at: int) -> Figure:
    try:
        return Figure.of(name, text, place=grid.rows[row][at].place)
    except (NumberError, UnitError):
        return Figure(name)


def _may_be_limited(name: str) -> bool:
    return bool(_PART.search(name) or _OF_MONEY.search(name))


def _checked(words: str, figure: Figure) -> Iterator[Checked]:
    """The rate that the words name, if it is one that cannot be, or hardly is, above 100 %."""
    is_part = _PART.search(words) is not None
    if _FREE.search(words) or not (is_part or _OF_MONEY.search(words)) or figure.is_missing:
        return
    unit = figure.known.unit
    if unit is None or unit.symbol != "%":
        return
    least = as_ratio(figure.known)[1].low
    if least is None or least <= _WHOLE:
        if is_part:
            yield Checked.held(OVER_HUNDRED, figure.place)
        return
    yield _over(figure, is_part=is_part)


def _over(figure: Figure, *, is_part: bool) -> Checked:
    reason = (
        "它是部分与全体之比，部分不会大于全体。" if is_part else "一般不超过 100%；确有超收、超支或结转的，请说明口径。"
    )
    return Checked.failed(
        OVER_HUNDRED,
        Severity.ERROR if is_part else Severity.WARNING,
        f"“{figure.name}”为 {figure}，超过 100%",
        f"印出的“{figure.name}”是 {figure}；{reason}",
        figure.place,
        stated=str(figure),
        expected="不超过 100%",
        figures=(figure,),
        group=f"{figure.name}{figure}",
    )
