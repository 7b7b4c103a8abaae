"""Finding out what the tables of a document hold."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from jixiao.documents import Document, Grid, Paragraph
from jixiao.quantities import Unit, UnitError, unit_named
from jixiao.reading.columns import Role, role_of
from jixiao.reading.labels import squeezed
from jixiao.reading.outline import Section, sections
from jixiao.reading.tables.model import BLANKS, Meaning, TableColumn, TableRow, TypedTable

_CAPTION = re.compile(r"(?:附)?表\s*(\d+(?:[-—–.]\d+)*)?\s*[:：]?\s*(.*)")
_UNIT_LINE = re.compile(r"[（(]?(?:金额)?单位[:：]?\s*(?:人民币)?([^\s，,；;）)、/]+).*")
_IN_BRACKETS = re.compile(r"[（(]([^（()）]+)[)）]")
_NUMBER = re.compile(r"[-−]?[\d,]+(?:\.\d+)?\s*(?:%|％|万元|亿元|元|分|个|人|份)?")
_ROLES = {
    Role.WEIGHT: Meaning.WEIGHT,
    Role.SCORE: Meaning.SCORE,
    Role.RATE: Meaning.SCORE_RATE,
    Role.TARGET: Meaning.TARGET,
    Role.LEVEL: Meaning.NAME,
    Role.CODE: Meaning.TEXT,
    Role.RULE: Meaning.TEXT,
    Role.CRITERIA: Meaning.TEXT,
    Role.EXPLANATION: Meaning.TEXT,
    Role.MEASURE: Meaning.TEXT,
    Role.PROCESS: Meaning.TEXT,
}
_MEANINGS = (
    (Meaning.SHARE, re.compile("占.*(?:比|比重|比例|%)|比重|结构占比|比例|.*占比")),
    (Meaning.CHANGE, re.compile(".*(?:增长|增减|变动|变化|调整|下降)(?:率|幅度|比例|%)|同比.*")),
    (Meaning.RATE, re.compile(".*(?:率|完成预算%)")),
    (Meaning.GRADE, re.compile(".*等级")),
    (Meaning.ACTUAL, re.compile(".*(?:实际|年度)?完成(?:值|数|情况)|实际值")),
    (
        Meaning.AMOUNT,
        re.compile(
            ".*(?:金额|预算|决算|支出|收入|资金|数额|到位|执行|拨款|结转|结余|原值|净值|总计|合计|小计|差额|调整).*"
        ),
    ),
    (Meaning.COUNT, re.compile(".*(?:数量|人数|份数|次数|小计|人次|个数)")),
    (
        Meaning.NAME,
        re.compile("类别|项目|科目|名称|指标|支出|收入|内容|.*名称|.*项目|.*科目|.*类别|选项|问题|资产.*|年度"),
    ),
)
_RANKS = (
    re.compile("[一二三四五六七八九十]+[、.]"),
    re.compile("[(][一二三四五六七八九十]+[)]"),
    re.compile(r"\d+[.、](?!\d)"),
    re.compile(r"[(]\d+[)]|[①-⑳]"),
)
_TOTAL = re.compile(
    "(?:本年|全年|支出|收入|资产|费用)*(?:合计|总计|小计|总额|共计)(?:数|额)?|.*(?:收入|支出)(?:合计|总计)|合计[:].*"
)
_PART = re.compile("其中[:]?(.*)")


def tables_of(document: Document) -> tuple[TypedTable, ...]:
    """The tables of the document of which at least one column is one of figures, in their order."""
    return tuple(_typed(document))


def _typed(document: Document) -> Iterator[TypedTable]:
    before: list[str] = []
    for block, section in sections(document):
        if isinstance(block, Paragraph):
            before.append(" ".join(unicodedata.normalize("NFKC", block.text).split()))
            continue
        caption, unit = _announced(before)
        before = []
        table = _table(block, caption, unit, section)
        if table is not None:
            yield table


def _announced(before: Sequence[str]) -> tuple[str, Unit | None]:
    """The caption and the unit that the lines before a table name."""
    caption, unit = "", None
    for text in before[-3:]:
        if found := _UNIT_LINE.fullmatch(text):
            unit = _unit(found[1])
        elif _CAPTION.fullmatch(text) and len(text) < 60:
            caption = text
    return caption, unit


def _unit(name: str) -> Unit | None:
    try:
        return unit_named(name)
    except UnitError:
        return None


def _table(grid: Grid, caption: str, unit: Unit | None, section: Section) -> TypedTable | None:
    header = _header_rows(grid)
    columns = tuple(_column(grid, at, header, unit) for at in range(grid.width))
    figures = {
        Meaning.AMOUNT,
        Meaning.SHARE,
        Meaning.RATE,
        Meaning.CHANGE,
        Meaning.WEIGHT,
        Meaning.SCORE,
        Meaning.COUNT,
    }
    if not header or not any(column.meaning in figures for column in columns):
        return None
    names = [column for column in columns if column.meaning is Meaning.NAME] or [columns[0]]
    rows = tuple(_rows(grid, header, names))
    found = _CAPTION.fullmatch(caption)
    number = re.sub("[—–.]", "-", found[1] or "") if found else ""
    return TypedTable(grid, caption, number, section, columns, rows)


def _header_rows(grid: Grid) -> int:
    """How many rows at the top hold words only."""
    for row in range(min(len(grid.rows), 4)):
        if any(_NUMBER.fullmatch(text.strip()) for text in grid.texts(row)):
            return row
    return 1 if len(grid.rows) > 1 else 0


def _column(grid: Grid, at: int, header: int, unit: Unit | None) -> TableColumn:
    texts = dict.fromkeys(squeezed(grid.rows[row][at].text) for row in range(header))
    heading = "/".join(filter(None, texts))
    meaning = _meaning(heading, [grid.rows[row][at].text for row in range(header, len(grid.rows))])
    own = next((found for name in _IN_BRACKETS.findall(heading) if (found := _unit(name)) is not None), None)
    default = own or (unit if meaning is Meaning.AMOUNT else None)
    if meaning in (Meaning.WEIGHT, Meaning.SCORE) and own is None:
        default = unit_named("分")
    return TableColumn(at, heading, meaning, default)


def _meaning(heading: str, texts: Sequence[str]) -> Meaning:
    words = unicodedata.normalize("NFKC", _IN_BRACKETS.sub("", heading.split("/")[-1]))
    filled = [text.strip() for text in texts if text.strip() not in BLANKS]
    figures = [text for text in filled if _NUMBER.fullmatch(text)]
    mostly = filled and 2 * len(figures) >= len(filled)
    role, _ = role_of(words)
    if role in _ROLES and (mostly or _ROLES[role] not in (Meaning.WEIGHT, Meaning.SCORE, Meaning.SCORE_RATE)):
        return _ROLES[role]
    if not mostly:
        return Meaning.NAME if filled and re.fullmatch(_MEANINGS[-1][1], words) else Meaning.TEXT
    if all(text.endswith(("%", "％")) for text in figures) and not _MEANINGS[0][1].fullmatch(words):
        return Meaning.CHANGE if _MEANINGS[1][1].fullmatch(words) else Meaning.RATE
    return next((meaning for meaning, pattern in _MEANINGS if pattern.fullmatch(words)), Meaning.COUNT)


def _rows(grid: Grid, header: int, names: Sequence[TableColumn]) -> Iterator[TableRow]:
    for at in range(header, len(grid.rows)):
        cells = [grid.rows[at][column.at] for column in names]
        label = next((squeezed(cell.text) for cell in reversed(cells) if cell.text and cell.row == at), "")
        plain = unicodedata.normalize("NFKC", label)
        part = _PART.fullmatch(plain)
        rank = next((rank for rank, pattern in enumerate(_RANKS, 1) if pattern.match(plain)), len(_RANKS) + 1)
        yield TableRow(at, label, rank, bool(_TOTAL.fullmatch(plain)), part is not None)
