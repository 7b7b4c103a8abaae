"""Where a quantity is filled in: the table that states it, by row or column, or the list of single facts."""

from jixiao.facts.kinds import ANSWERS, Column, TableKind, table_kinds
from jixiao.text.quoting import cited

SINGLE_FACTS = "基础数据"
"""What the list of single facts is called."""
_FROM_ANSWERS = (*ANSWERS, "不了解", "满意度", "综合满意度")


def filled_in(name: str, stage: str = "", *, last_year: bool = False) -> str:
    """Where a user fills in the quantity of that standard name: the row or column of every table that states it.

    Without a table for it, at that stage and in that year, it is a single fact.

    >>> filled_in("公用经费", "决算")
    '“支出预决算表”的“公用经费”一行'
    >>> filled_in("项目支出", "决算"), filled_in("编制数")
    ('“支出预决算表”的“项目支出”一行或“项目支出明细表”的合计行', '“人员编制情况表”的“编制数”一栏')
    >>> filled_in("公用经费", "决算", last_year=True), filled_in("有效问卷数")
    ('“基础数据”', '“基础数据”')
    """
    spots = [spot for kind in table_kinds() if (spot := _spot(kind, name, stage, last_year))]
    return "或".join(spots) or cited(SINGLE_FACTS)


def kinds_giving(name: str, stage: str = "", *, last_year: bool = False) -> tuple[TableKind, ...]:
    """The kinds of table in which the quantity of that standard name is filled in; none for a single fact.

    >>> [kind.title for kind in kinds_giving("项目支出", "决算")], kinds_giving("有效问卷数")
    (['支出预决算表', '项目支出明细表'], ())
    """
    return tuple(kind for kind in table_kinds() if _spot(kind, name, stage, last_year))


def _spot(kind: TableKind, name: str, stage: str, last_year: bool) -> str:
    if kind.is_survey:
        return cited(kind.title) if name in _FROM_ANSWERS and not last_year else ""
    fitting = [column for column in kind.columns if column.is_number and _fits(column, stage, last_year)]
    headings = [column.heading for column in fitting if column.quantity == name]
    if headings:
        return f"{cited(kind.title)}的{cited(headings[0])}一栏"
    if not any(not column.quantity for column in fitting) or not kind.adds_up:
        return ""
    if name == kind.total:
        return f"{cited(kind.title)}的合计行"
    return f"{cited(kind.title)}的{cited(name)}一行" if name in kind.usual_rows else ""


def _fits(column: Column, stage: str, last_year: bool) -> bool:
    return (not stage or column.stage == stage) and (column.year == "上年") == last_year
