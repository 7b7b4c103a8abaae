"""The index of the checks, by family."""

from collections.abc import Mapping, Sequence

from jixiao.audit.catalogue import ARITHMETIC
from jixiao.findings import Check

FAMILIES = {
    ARITHMETIC: "数字之间的关系",
    "tablesums": "表内合计、占比和比率",
    "sentences": "句子里的数字",
    "scores": "得分、权重和等级",
    "rescoring": "得分与评分规则",
    "satisfaction": "问卷和满意度",
    "targets": "目标值",
    "ceilings": "比率的上限",
    "forms": "自评表和汇总表",
    "regulation": "制度规定",
    "crossing": "各处相互印证",
    "dates": "日期",
    "spans": "期间和报告日期",
    "citations": "文件和字号",
    "numbering": "标题和表的编号",
    "annexes": "附件",
}
"""The titles of the families, in the order in which a reader meets them; others are called as in the code."""

_HEAD = """# 核查目录

`jixiao audit 文件` 核查一份写好的报告、自评表或汇总表。下面是它查的每一项：查什么、依据什么、举一个例子、有意不报什么。
例子里的数字都由程序当场算出。错误是只凭这份文件就能证明的；提示需要人来判断；说明只是文字上的。不能比较的列为“未能核对”，从不算作通过。

评价案例自身的核查见[另一份目录](../checks.md)。本页和各项的页由 `make pages` 写出，请不要手工修改。
"""


def index_page(families: Mapping[str, Sequence[Check]]) -> str:
    """All checks by family, each with its page."""
    total = sum(len(checks) for checks in families.values())
    return "\n".join([_HEAD, f"共 {total} 项。\n", *(_section(name, families[name]) for name in ordered(families))])


def ordered(families: Mapping[str, Sequence[Check]]) -> list[str]:
    """The families in the order of their titles, others behind them."""
    known = list(FAMILIES)
    return sorted(families, key=lambda name: (known.index(name) if name in known else len(known), name))


def title_of(family: str) -> str:
    """The title of a family."""
    return FAMILIES.get(family, family)


def _section(family: str, checks: Sequence[Check]) -> str:
    lines = [f"## {title_of(family)}\n", "| 核查 | 查什么 |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| [{check.title}]({check.id}.md) | {_cell(check.checks)} |" for check in checks), ""])


def _cell(text: str) -> str:
    return text.replace("|", "｜").replace("\n", " ")
