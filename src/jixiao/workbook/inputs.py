"""The sheet 数据取用: which facts a rule is applied to, one row per datum."""

import re
from collections.abc import Iterator, Sequence

from jixiao.packs.trees import Tree
from jixiao.refusals import Problem, Refusal
from jixiao.workbook.layout import Column, Sheet
from jixiao.workbook.rows import Complaints, Row, Text

NOTHING = "不取数据"
"""What stands for a part that takes no data."""

DATA = {
    "rate": "比率",
    "actual": "实际数（分子）",
    "base": "基数（分母）",
    "target": "目标值",
    "limit": "限额",
    "completion": "完成率",
    "completions": "各要点（子项）完成率",
    "rates": "各时点进度",
    "value": "数值",
    "score": "百分制得分",
    "excess": "超出数",
    "count": "个数",
    "faults": "问题个数",
    "events": "事项个数",
    "bad": "问题金额",
    "total": "核查总额",
    "delay": "延误时间",
    "current": "本期数",
    "previous": "上期数",
    "reference": "对比数",
    "rank": "名次",
    "of": "参加排名总数",
    "own": "本单位数值",
    "best": "最优数值",
    "amount": "权数金额",
    "void": "整体否决条件",
    "holds": "条件成立",
    "cause": "目标值明显偏低",
    "harm": "已影响工作开展",
    "finished": "项目已完成",
    "within_budget": "支出未超预算",
    "applicable": "是否涉及",
    "deduct": "酌情扣分",
    "share": "选定份额",
    "scores": "专家打分",
}
"""The data a rule takes, by their keys (design section 5)."""

INPUTS = Sheet(
    "数据取用",
    "只有当“指标体系”里的“计算公式”不够用时才填：如按超出人数计分、与目标值比较、分部分计分、逐个项目计分。每个数据一行。",
    (
        Column("code", "指标编码", "三级指标的编码；与上一行相同可留空", 11, "code"),
        Column("name", "指标名称", "供对照，不必填写", 20, shown=True),
        Column(
            "place",
            "所属部分",
            "分部分计分时填 第1部分、第2部分；取较低者时填 第1项办法；逐个项目计分时填 逐个（各项目）；其余留空",
            20,
        ),
        Column(
            "key",
            "数据",
            f"从下拉列表选择；某一部分不需要数据时选“{NOTHING}”",
            18,
            choices=(*DATA.values(), NOTHING),
            closed=False,
        ),
        Column(
            "formula",
            "算式",
            "由基础数据的名称组成，如 支出总额〔决算〕÷支出总额〔调整〕；口径、年度写在〔〕里；"
            "目标值可直接写 90%；整体否决条件写成比较，如 甲＞乙",
            60,
        ),
    ),
    spare=12,
    grouped="code",
    frozen=2,
)

_LISTS = {"parts": "部分", "inputs": "项办法", "units": "个单位"}
_STEP = re.compile(r"第(\d{1,3})(部分|项办法|个单位)")
_EACH = re.compile("逐个（(.+)）")
_BETWEEN = "—"


def rows_of_input(code: str, tree: dict[str, Tree]) -> list[Row]:
    """The data of one indicator as rows; Refusal for what the sheet cannot hold.

    >>> [dict(row.cells) for row in rows_of_input("B12", {"parts": [{"rate": "甲÷乙"}, {}]})][1]
    {'code': 'B12', 'place': '第2部分', 'key': '不取数据'}
    """
    rows = [Row({"code": code, **cells}) for cells in _cells(tree, ())]
    if input_of_rows(rows, Complaints("")) != tree:
        found = f"指标 {code} 的数据取用"
        raise Refusal(Problem("", "", found, "比率、各部分、逐项目等规定的写法", "请核对这个指标的 input"))
    return rows


def _cells(tree: Tree, place: tuple[str, ...]) -> Iterator[dict[str, str]]:
    shown = {"place": _BETWEEN.join(place)} if place else {}
    if not isinstance(tree, dict):
        return
    if not tree and place:
        yield {**shown, "key": NOTHING}
    for key, value in tree.items():
        if isinstance(value, str):
            yield {**shown, "key": DATA.get(key, key), "formula": value}
        elif isinstance(value, list) and key in _LISTS:
            for number, entry in enumerate(value, start=1):
                yield from _cells(entry, (*place, f"第{number}{_LISTS[key]}"))
        elif isinstance(value, dict) and key == "units" and isinstance(value.get("over"), str):
            rest = {inner: entry for inner, entry in value.items() if inner != "over"}
            yield from _cells(rest, (*place, f"逐个（{value['over']}）"))


def input_of_rows(rows: Sequence[Row], complaints: Complaints) -> dict[str, Tree]:
    """The data the rows of one indicator name."""
    keys = {shown: key for key, shown in DATA.items()}
    tree: dict[str, Tree] = {}
    for row in rows:
        node = _node(tree, row.get("place"), complaints)
        key, formula = row.get("key"), row.get("formula")
        if node is None or key == NOTHING:
            continue
        if not key or not formula:
            empty = "算式" if key else "数据"
            complaints.add(row, f"空着的“{empty}”", "每行一个数据和它的算式", f"请填写“{empty}”")
        elif keys.get(key, key) in node:
            complaints.add(key, f"第二个“{key}”", "同一部分每种数据只写一次", "请合并或删去其中一行")
        else:
            node[str(keys.get(key, key))] = formula
    return tree


def _node(tree: dict[str, Tree], place: Text, complaints: Complaints) -> dict[str, Tree] | None:
    """The mapping at the place, made where it is not there yet; None after a complaint."""
    node = tree
    for step in filter(None, place.split(_BETWEEN)):
        inner = _stepped(node, place, step.strip())
        if inner is None:
            expected = "第1部分、第1项办法、逐个（各项目），按 1、2、3 的顺序"
            complaints.add(place, f"“{place}”", expected, "请改写“所属部分”")
            return None
        node = inner
    return node


def _stepped(node: dict[str, Tree], place: Text, step: str) -> dict[str, Tree] | None:
    each, listed = _EACH.fullmatch(step), _STEP.fullmatch(step)
    if each:
        inner = node.setdefault("units", {"over": place.like(each[1])})
        return inner if isinstance(inner, dict) else None
    if not listed:
        return None
    key = next(key for key, word in _LISTS.items() if word == listed[2])
    entries = node.setdefault(key, [])
    number = int(listed[1])
    if not isinstance(entries, list) or not 1 <= number <= len(entries) + 1:
        return None
    if number > len(entries):
        entries.append({})
    inner = entries[number - 1]
    return inner if isinstance(inner, dict) else None
