"""Writes docs/form-store.md: the tables and columns of the store of forms, and the checks with their conditions.

A test compares the committed page with what this gives.
"""

from collections.abc import Iterator
from pathlib import Path

from jixiao.batch.checking import FormCheck, Rows
from jixiao.batch.checks import CHECKS
from jixiao.batch.columns import Column, Stored, Table
from jixiao.batch.derived import Total
from jixiao.batch.schema import TABLES
from jixiao.batch.scopes import BUDGET, GROUPS
from jixiao.expressions import write

PAGE = Path(__file__).parents[1] / "docs/form-store.md"

_HEAD = """# 自评表库

`jixiao verify` 把读出的自评表存成一个文件夹，每张表一个子文件夹，里面是 Parquet 文件；核查在这些表上进行。

* 编号（BIGINT）只在库内有效。没有说可以留空的列都不为空。
* **印出的数**占三列或四列：数本身以单位的**百万分之一**计（855000000000 即 855000 元）；`…_step` 是印出的最后一位，
  也以百万分之一计（真实的数在 数 ± 半个 `…_step` 之间；0 表示精确）；金额和执行率另有 `…_coarse`，是按位数最少的读法的
  最后一位（500 万元末尾的零可能是舍入的：1000000000000；没有别的读法的与 `…_step` 相同）；`…_text` 只在前几列存不下时有
  内容（例如“约 300 余万元”、六位以上小数），这时前几列留空，有关核查记为未核对。金额一律为元，执行率一律为百分数。
* 分值和得分相加时按印出的数，不留舍入余地；`…_step` 只用在得分由比率算出的核查。
* 文件夹里的 `schema` 文件写明结构的版本；没有它的库没有写完，不能核查。

本页由 `scripts/form_store_page.py` 写出，请不要手工修改。
"""
_CHECKS = """## 核查的条件

每项核查只在这里写一次：逐行精确计算（分数）和 DuckDB、Spark 的 SQL 都由它得出。条件里的名称是上面各列的中文名；
〔下限〕〔上限〕是印出的数可能代表的范围的两端，〔粗下限〕〔粗上限〕是按位数最少的读法的两端；
〔已填〕为 1 表示印了数，〔空为零〕把没有印的数当作 0。
“适用”不成立的行不适用；所用的数不知道，或“能判断”不成立的，未核对；“相符”不成立而“可能”成立的，舍入可以解释；都不成立的不符。
没有写“相符”的，与“可能”相同。写“尾差另列为 note”的，舍入可以解释的也列出。
"""
_COLUMNS = {2: "三", 3: "四"}
_OVER = {
    Rows.FORM: "每份自评表",
    Rows.LINE: "每个三级指标",
    Rows.BLOCK: "每个一级指标",
    Rows.LISTED: "汇总表每一行",
    Rows.PAIR: "汇总表每一行与同名自评表",
    Rows.EXECUTION: "每个就是执行率的指标与它的自评表",
}


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([_HEAD, *map(table_section, TABLES), *derived_section(), _CHECKS, *map(check_section, CHECKS)])


def table_section(table: Table) -> str:
    """One table: what a row is, and its columns."""
    lines = [f"## {table.name}：{table.title}\n", f"一行是{table.row}。\n", "| 列 | 名称 | 类型 | 单位 | 含义 |"]
    return "\n".join([*lines, "| --- | --- | --- | --- | --- |", *map(column_row, table.columns), ""])


def column_row(column: Column) -> str:
    """One column as a row of the table."""
    kind = column.stored.sql
    if column.printed:
        kind += f"（印出的数，{_COLUMNS[len(column.parts)]}列）"
    elif column.stored is Stored.NUMBER:
        kind += "（百万分之一）"
    codes = "、".join(f"{value} {code}" for code, value in column.codes.items())
    meaning = column.meaning + (f"（{codes}）" if codes else "")
    return f"| `{column.name}` | {column.title} | {kind} | {column.unit or '—'} | {meaning} |"


def derived_section() -> Iterator[str]:
    """The numbers that are computed from several rows or columns."""
    yield "## 由各行算出的数\n\n| 名称 | 怎样得出 |\n| --- | --- |"
    for group in GROUPS:
        same = "一级指标" if "block" in group.keys else "自评表"
        for each in group.sums:
            which = f"，只计 {each.where.replace('|', '｜')} 的行" if each.where else ""
            what = (
                f"同一{same}各行“{each.of}”之和"
                if isinstance(each, Total)
                else f"同一{same}在 {group.table.name} 里的行数"
            )
            yield f"| {each.title} | {what}{which} |"
    chosen = "；".join(f"{where} 的用{title}" for title, where in BUDGET.options)
    yield f"| {BUDGET.title} | {chosen}；其余用{BUDGET.otherwise} |\n"


def check_section(check: FormCheck) -> str:
    """One check with its conditions."""
    applies, decidable, exact, holds = check.conditions
    told = [("适用", applies), ("能判断", decidable), ("相符", exact if exact != holds else None), ("可能", holds)]
    lines = [f"### `{check.key}`：{check.check.title}\n", f"{_OVER[check.over]}；不符为 {check.severity.value}。\n"]
    lines += [f"* {name}：`{write(condition)}`" for name, condition in told if condition is not None]
    lines += ["* 尾差另列为 note"] if check.rounded else []
    lines += [f"* 改为 {severity.value}：`{write(condition)}`" for condition, severity in check.severities]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
