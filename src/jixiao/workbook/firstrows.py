"""What the tables of an empty case hold from the start, and which quantity is stated in which table."""

from collections.abc import Mapping, Sequence
from functools import cache

from jixiao.facts import standard_dictionary, table_kinds

FIRST_ROWS: Mapping[str, Sequence[tuple[str, ...]]] = {
    "income": (("0", "收入合计"), ("1", "一般公共预算财政拨款收入"), ("1", "政府性基金预算财政拨款收入")),
    "expenditure": (
        ("0", "支出合计"),
        ("1", "基本支出"),
        ("2", "人员经费"),
        ("2", "公用经费"),
        ("1", "项目支出"),
    ),
    "three_public": (
        ("0", "“三公”经费合计"),
        ("1", "因公出国（境）费"),
        ("1", "公务用车购置及运行维护费"),
        ("1", "公务接待费"),
    ),
    "procurement": (("合计",),),
    "staff": (("合计",),),
}
"""The rows every department has, by kind of table: level, where rows have one, and name. Figures are left blank."""

_FROM_SURVEYS = ("满意度", "综合满意度")


@cache
def tables_giving() -> Mapping[str, tuple[str, ...]]:
    """The titles of the tables that state a quantity, by its standard name; other quantities are single facts.

    >>> tables_giving()["项目支出"], "计划工作数" in tables_giving()
    (('支出预决算表', '项目支出明细表', '绩效自评情况表'), False)
    """
    dictionary = standard_dictionary()
    titles: dict[str, dict[str, None]] = {}
    for kind in table_kinds():
        rows = [dictionary.meaning(name) for *_, name in FIRST_ROWS.get(kind.kind, ())]
        stated = [kind.total, kind.item_of, *(column.quantity for column in kind.columns)]
        stated += [meaning.entry.name for meaning in rows if meaning is not None]
        stated += _FROM_SURVEYS if kind.kind == "survey_counts" else ()
        for name in filter(None, stated):
            titles.setdefault(name, {})[kind.title] = None
    return {name: tuple(named) for name, named in titles.items()}
