"""The sheet 总分事项: rules about the total, and how often what they speak of happened."""

import re
from collections.abc import Mapping, Sequence

from jixiao.packs.trees import Tree
from jixiao.workbook.layout import Column, Sheet
from jixiao.workbook.rows import Complaints, Row

_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_POINTS = re.compile(r"\s*\d+(?:\.\d+)?\s*分\s*")
_YES = ("true", "是")
KINDS = {"penalty": "从总分扣分", "bonus": "给总分加分", "cap": "等级或总分封顶", "pay_from": "全额付费起点"}
IN_PROPORTION = "全额付费起点，以下按比例"
"""The kind of a gate of payment below which a share is paid."""

TOTALS = Sheet(
    "总分事项",
    "指标以外、直接影响总分或等级的事项，没有的留空。",
    (
        Column("name", "事项", "如 审计发现违规问题", 34, required=True),
        Column("kind", "作用", "从下拉列表选择", 24, choices=(*KINDS.values(), IN_PROPORTION)),
        Column(
            "value",
            "每次分值或封顶",
            "扣分、加分写每次几分，如 2分；封顶写等级（良）或总分（80）；付费起点写分数",
            16,
            "code",
        ),
        Column("at_most", "最多", "最多扣或加几分，如 5分；不限留空", 10, "code"),
        Column("count", "发生次数", "发生了几次，没有发生填 0", 10, "number"),
    ),
    spare=6,
)


def total_rows(case: Tree) -> list[Row]:
    """The rules about the total as rows, each with its count; a count without a rule has a row of its own."""
    rules = case.get("total_rules", []) if isinstance(case, dict) else []
    events = case.get("total_events", {}) if isinstance(case, dict) else {}
    counts = dict(events) if isinstance(events, dict) else {}
    rows = []
    for rule in rules if isinstance(rules, list) else []:
        if isinstance(rule, dict):
            name = str(rule.get("name", ""))
            cells: dict[str, Tree | None] = {"name": name, "at_most": rule.get("at_most")}
            for key, kind in KINDS.items():
                if key in rule:
                    cells |= {"kind": kind, "value": rule[key]}
            if rule.get("in_proportion") in _YES:
                cells["kind"] = IN_PROPORTION
            rows.append(_row(cells, counts.pop(name, None)))
    return rows + [_row({"name": name}, count) for name, count in counts.items()]


def _row(cells: Mapping[str, Tree | None], count: Tree | None) -> Row:
    return Row({key: str(value) for key, value in {**cells, "count": count}.items() if value is not None})


def read_totals(rows: Sequence[Row], complaints: Complaints) -> dict[str, Tree]:
    """The keys of the case that the sheet fills; those that are empty are left out."""
    keys = {IN_PROPORTION: "pay_from", **{kind: key for key, kind in KINDS.items()}}
    rules: list[Tree] = []
    events: dict[str, Tree] = {}
    for row in rows:
        name, kind, value = row.get("name"), row.get("kind"), row.get("value")
        if kind and kind not in keys:
            complaints.add(kind, f"“{kind}”", f"{'、'.join(keys)}之一", "请从下拉列表选择")
        elif bool(kind) != bool(value):
            empty = "每次分值或封顶" if kind else "作用"
            complaints.add(row, f"空着的“{empty}”", "同时填写作用和分值", f"请填写“{empty}”")
        elif kind:
            _refuse_bare(row, complaints)
            more: dict[str, Tree] = {"at_most": row.get("at_most")} if row.has("at_most") else {}
            if kind == IN_PROPORTION:
                more["in_proportion"] = kind.like("true")
            rules.append({"name": name, keys[kind]: value, **more})
        if row.has("count"):
            events[name] = row.get("count")
    return _sections(rules, events)


def _refuse_bare(row: Row, complaints: Complaints) -> None:
    """Points taken from or given to the total are written as points: a bare 2 might be a share of something."""
    if row.get("kind") not in (KINDS["penalty"], KINDS["bonus"]):
        return
    for key in ("value", "at_most"):
        text = row.get(key)
        if text and _POINTS.fullmatch(text) is None:
            number = _NUMBER.match(text)
            heading = TOTALS.column(key).heading
            mend = f"请写成 {number[0]}分" if number else "请写成 2分 这样的分值"
            complaints.add(text, f"“{heading}”中的“{text}”", "2分 这样的分值", mend)


def _sections(rules: list[Tree], events: dict[str, Tree]) -> dict[str, Tree]:
    tree: dict[str, Tree] = {}
    if rules:
        tree["total_rules"] = rules
    if events:
        tree["total_events"] = events
    return tree
