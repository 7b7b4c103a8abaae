"""The amounts that the tables of a document print, each under the name of its row, its measure and its year.

Tables and sentences name the same amount in different words: 一、基本支出 / 年初预算数 in one table, 基本支出 under
“支出预算 / 金额” in another. Here every cell is known by a plain label, a measure, a year, a side and the funds it is
restricted to, so that others can look for the same amount elsewhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.quantities import Unit
from jixiao.reading.tables.breakdowns import plain_name
from jixiao.reading.tables.measures import Measure, funds_of, measure_of, year_of
from jixiao.reading.tables.model import Meaning, TableColumn, TableRow, TypedTable
from jixiao.relations import Figure
from jixiao.relations.figures import MONEY

_TOTAL = re.compile("(?:本年|全年|年度|部门)*(收入|支出)?(合计|总计|小计)(?:数|额)?")
_SIDES = ("收入", "支出")
_SYNONYMS = {
    "日常公用经费": "公用经费",
    "公用支出": "公用经费",
    "人员支出": "人员经费",
    "商品服务支出": "商品和服务支出",
    "对个人和家庭补助": "对个人和家庭的补助",
    "对个人和家庭的补助支出": "对个人和家庭的补助",
    "年初结转结余": "年初结转和结余",
    "上年结转": "年初结转和结余",
    "上年结转结余": "年初结转和结余",
    "上年结转和结余": "年初结转和结余",
    "年末结转结余": "年末结转和结余",
    "结转下年": "年末结转和结余",
}
_CLASSES = ("", "基本支出", "项目支出", "支出", "收入", "工资福利支出", "商品和服务支出", "人员经费", "公用经费")
_NARROWER = ("基本支出", "项目支出", "三公", "采购", "专项", "项目资金", "资产", "重点项目", "明细", "经费", "收支")
_TABLE_WORDS = re.compile(
    r"(?:19|20)\d\d年?(?:度)?|[（(].*?[)）]|单位[:：]?.*|一般公共预算|政府性基金|财政拨款|预算|决算|预决算|收入|支出|基本|项目|执行"
    "|安排|调整|情况|构成|明细|分类|功能|经济|科目|完成|对比|分析|统计|汇总|部门|单位|年度|年初|批复|资金|[总表及和与的按]"
)
_LAST_YEAR, _THIS_YEAR = re.compile("上年|去年|上一年"), re.compile("本年|当年|今年")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a table: whose (`label`), which (`measure`), of which year, side, funds and office.

    `measure` and `year` are None where neither heading nor caption names just one. `label` is empty for the total of
    a list of which the caption does not tell what it is a list of. `office` is what the caption says besides: mostly
    the name of the department or unit.
    """

    label: str
    measure: Measure | None
    year: int | None
    side: str
    funds: str
    office: str
    figure: Figure
    table: TypedTable


def amounts_of(tables: Iterable[TypedTable], year: int | None = None) -> Iterator[Amount]:
    """The amounts of money in the tables; `year` is that of the document, where a table names none.

    >>> from jixiao.documents import document_of
    >>> from jixiao.reading.tables import tables_of
    >>> text = "表1 2023年支出决算表（单位：万元）\\n\\n项目\\t决算数\\n一、基本支出\\t6.50\\n二、项目支出\\t3.00"
    >>> amounts = amounts_of(tables_of(document_of(text.encode(), "甲.txt")))
    >>> [(one.label, one.measure.value, one.year, str(one.figure)) for one in amounts]
    [('基本支出', '决算', 2023, '6.50'), ('项目支出', '决算', 2023, '3.00')]
    """
    for table in tables:
        for column in table.of(Meaning.AMOUNT):
            if _is_money(column.unit):
                for row in table.rows:
                    if not table.figure(row, column).is_missing:
                        yield _amount(table, row, column, year)


def label_of_amount(label: str) -> str:
    """A label as other tables may write it: without number, years and blanks, one word for synonyms.

    >>> label_of_amount("1.日常公用经费"), label_of_amount("政务大厅运行经费2023"), label_of_amount("上年结转")
    ('公用经费', '政务大厅运行经费', '年初结转和结余')
    """
    plain = re.sub(r"[（(](?:19|20)\d\d年?[)）]$|(?:19|20)\d\d年?(?:度)?$|^(?:19|20)\d\d年度?", "", plain_name(label))
    return _SYNONYMS.get(plain, plain)


def _is_money(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == MONEY


def _amount(table: TypedTable, row: TableRow, column: TableColumn, year: int | None) -> Amount:
    side = _side(table, row, column)
    return Amount(
        _label(table, row, side),
        measure_of(column.heading) or measure_of(column.name) or measure_of(_words(table.caption)),
        _year(table, row, column, year),
        side,
        funds_of(table.caption + column.heading + row.group),
        _office(table.caption),
        table.figure(row, column),
        table,
    )


def _label(table: TypedTable, row: TableRow, side: str) -> str:
    """The label; a total bears what it is the total of: its group, the side it names, or what the caption lists."""
    name = row.label.rpartition("/")[2]
    group = row.group.rpartition("/")[2]
    found = _TOTAL.fullmatch(name)
    if found is None:
        return label_of_amount(name if group in _CLASSES else f"{group}{name}")
    if group:
        return label_of_amount(group)
    kind = "总计" if found[2] == "总计" else "合计"
    if found[1]:
        return f"{found[1]}{kind}"
    caption = _words(table.caption)
    narrower = [word for word in _NARROWER if word in caption]
    if narrower:
        return narrower[0] if narrower[0] in _CLASSES else ""
    return f"{side}{kind}" if side in caption else ""


def _side(table: TypedTable, row: TableRow, column: TableColumn) -> str:
    """Income or expenditure, by the row, the headings or the caption, whichever first names just one."""
    headings = "".join(each.heading for each in table.columns if each.meaning is Meaning.NAME)
    for words in (row.label, row.group, column.heading, headings, _words(table.caption)):
        named = [side for side in _SIDES if side in words]
        if len(named) == 1:
            return named[0]
    return ""


def _year(table: TypedTable, row: TableRow, column: TableColumn, year: int | None) -> int | None:
    stated = year_of(column.heading) or year_of(row.label)
    if stated is not None:
        return stated
    base = year_of(table.caption) or year
    if base is None or _THIS_YEAR.search(column.heading):
        return base
    return base - 1 if _LAST_YEAR.search(column.heading) else base


def _words(caption: str) -> str:
    """The caption without its number and without the name of the office, which may end in any word."""
    return re.sub(r"^(?:附|续)?表\s*[\d一二三四五六七八九十—–.-]*\s*[:：]?\s*", "", caption)


def _office(caption: str) -> str:
    """What a caption says besides the usual words of captions.

    >>> _office("表 1-2 2023年东河区数据局预算支出安排情况表"), _office("表3 支出决算表（单位：万元）")
    ('东河区数据局', '')
    """
    return _TABLE_WORDS.sub("", "".join(_words(caption).split()))
