"""The sheet 指标体系: one row per indicator of every level, the column of its name says which level it is."""

from collections.abc import Iterator, Mapping, Sequence

from jixiao.documents.sheets.figures import AMOUNT
from jixiao.packs.trees import Tree
from jixiao.workbook.inputs import input_of_rows, rows_of_input
from jixiao.workbook.layout import Column, Sheet
from jixiao.workbook.rows import Complaints, Row, Text, cell_of, rows_by_code, value_of
from jixiao.workbook.rulerows import RULE_ITSELF, rows_of_rule, rules_of_rows
from jixiao.workbook.rulewords import NOT_APPLICABLE, SOURCES

_LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标")
LEVEL_KEYS = tuple(f"level{number}" for number in range(1, len(_LEVELS) + 1))
"""The columns that hold the name of an indicator, by its level."""


def _levels(count: int) -> tuple[Column, ...]:
    return tuple(
        Column(
            key,
            heading,
            f"{heading}的名称；一行只写一个指标，{heading}单列一行，名称写在这一列",
            10 if number < 3 else 18,
        )
        for number, (key, heading) in enumerate(zip(LEVEL_KEYS, _LEVELS, strict=True), start=1)
    )[:count]


def indicator_sheet(levels: int = 3) -> Sheet:
    """The sheet for a tree of that many levels."""
    return Sheet(
        "指标体系",
        "每个指标一行，一级、二级、三级指标各占一行，从上到下排列。三级指标要填到“评分规则原文”：系统照这句话计分，读不懂的会指出是哪一格，再到工作表“评分规则”填计分办法。",
        (
            Column("code", "编码", "指标的编码，如 A、A1、A1.1，各不相同", 9, "code", required=True),
            *_levels(max(levels, 3)),
            Column(
                "weight", "权重", "分值；一级指标合计 100，每一级等于下一级之和，如 2.00", 8, "number", format=AMOUNT
            ),
            Column("explanation", "指标解释", "这个指标考核什么（三级指标填）", 28),
            Column("target", "目标值", "如 ≥90%、合理（三级指标填）", 10),
            Column("criteria", "评价要点", "逐条填写，每条一行，以①②③开头（单元格内换行按 Alt+Enter）", 38, "lines"),
            Column(
                "measure",
                "计算公式",
                "能计算的指标填，如 支出总额〔决算〕÷支出总额〔调整〕；名称见“数据名称”，口径写在〔〕里；定性指标留空",
                26,
            ),
            Column(
                "text",
                "评分规则原文",
                "评分规则的原话，系统照这句话计分，如 执行率达到95%得满分，每低1个百分点扣权重分的5%，扣完为止。"
                "工作表“评分规则”里另填了计分办法的指标，以那里为准",
                36,
            ),
            Column("source", "规则来源", "从下拉列表选择", 11, words=SOURCES),
            Column("not_applicable", "不涉及时", "该指标不涉及时怎么办；没有规定留空", 11, words=NOT_APPLICABLE),
            Column("row_source", "条目来源", "指标不出自所用框架时注明来源，一般留空", 11, words=SOURCES, closed=False),
        ),
        spare=12,
        frozen=4,
        strong=LEVEL_KEYS[:2],
        grouped=LEVEL_KEYS[0],
    )


_PLAIN = ("weight", "explanation", "target", "criteria", "measure")
"""The columns that are keys of an indicator as they are; those of its rule and its own source stand apart."""
_NODE_KEYS = {**{key: key for key in _PLAIN}, "row_source": "source"}


def depth_of(nodes: Tree) -> int:
    """How many levels the tree has."""
    if not isinstance(nodes, list):
        return 0
    return max((1 + depth_of(node.get("children", "")) for node in nodes if isinstance(node, dict)), default=0)


def indicators_in(nodes: Tree, level: int = 1) -> Iterator[tuple[int, Mapping[str, Tree]]]:
    """All indicators from top to bottom, each with its level."""
    if isinstance(nodes, list):
        for node in nodes:
            if isinstance(node, dict):
                yield level, node
                yield from indicators_in(node.get("children", ""), level + 1)


def indicator_rows(nodes: Tree, sheet: Sheet) -> list[Row]:
    """The tree as rows of the sheet."""
    rows = []
    for level, node in indicators_in(nodes):
        rule = node.get("rule", {})
        assert isinstance(rule, dict)  # the model of an indicator says so
        given = {key: node[own] for key, own in _NODE_KEYS.items() if own in node}
        given |= {key: rule[key] for key in RULE_ITSELF if key in rule}
        cells = {key: cell_of(value, sheet.column(key)) for key, value in given.items()}
        rows.append(Row({"code": str(node["code"]), LEVEL_KEYS[level - 1]: str(node["name"]), **cells}))
    return rows


def rule_rows(nodes: Tree) -> list[Row]:
    """The ways of scoring of all indicators."""
    rows = []
    for _, node in indicators_in(nodes):
        rule, criteria = node.get("rule"), node.get("criteria", [])
        if isinstance(rule, dict):
            named = rows_of_rule(str(node["code"]), rule, len(criteria))
            rows += [Row({**row.cells, "name": str(node["name"])}) for row in named]
    return rows


def input_rows(nodes: Tree) -> list[Row]:
    """The data taken by all indicators that say more than a measure."""
    rows = []
    for _, node in indicators_in(nodes):
        tree = node.get("input")
        if isinstance(tree, dict) and tree:
            named = rows_of_input(str(node["code"]), tree)
            rows += [Row({**row.cells, "name": str(node["name"])}) for row in named]
    return rows


def read_indicators(
    rows: Sequence[Row], rules: Sequence[Row], inputs: Sequence[Row], sheet: Sheet, complaints: Complaints
) -> Tree:
    """The tree of indicators from the three sheets it stands on."""
    parts = rules_of_rows(rules, complaints)
    data = _inputs(inputs, complaints)
    tree: list[Tree] = []
    above: list[tuple[str, list[Tree]]] = [("", tree)]
    codes: set[str] = set()
    for row in rows:
        level, name = _level(row, above, complaints)
        if not level:
            continue
        code = row.get("code")
        if not code:
            complaints.add(row, f"没有编码的指标“{name}”", "指标的编码", "请填写编码，如 A1.1")
            continue
        node: dict[str, Tree] = {"code": code, "name": name, **_filled(row, sheet, parts.get(code), data.get(code))}
        codes.add(code)
        del above[level:]
        children: list[Tree] = []
        siblings = above[-1][1]
        siblings.append(node)
        above.append((name, children))
        node["children"] = children
    _refuse_strangers(codes, rules, "评分规则", complaints)
    _refuse_strangers(codes, inputs, "数据取用", complaints)
    _drop_empty_children(tree)
    return tree


def _level(row: Row, above: Sequence[tuple[str, list[Tree]]], complaints: Complaints) -> tuple[int, Text]:
    """The level and the name of the row's indicator; names of higher levels may be repeated. 0 after a complaint."""
    named = [(number, row.get(key)) for number, key in enumerate(LEVEL_KEYS, start=1) if row.has(key)]
    if not named:
        complaints.add(row, "没有指标名称的一行", "一级、二级或三级指标的名称", "请填写名称，或清空这一行")
        return 0, Text("")
    level, name = named[-1]
    for number, repeated in named[:-1]:
        current = above[number][0] if number < len(above) else ""
        if repeated != current:
            mend = f"请先为“{repeated}”单列一行（编码、名称、权重），再列它的下级"
            complaints.add(
                repeated,
                f"上级指标“{repeated}”",
                f"上面已经单列的“{current}”" if current else "已经单列一行的上级指标",
                mend,
            )
            return 0, name
    if level > len(above):
        complaints.add(
            name, f"没有上级的{_LEVELS[level - 1]}“{name}”", f"上面有{_LEVELS[level - 2]}的一行", "请补上上级指标"
        )
        return 0, name
    return level, name


def _filled(row: Row, sheet: Sheet, part: Mapping[str, Tree] | None, data: Tree | None) -> dict[str, Tree]:
    node = {own: value_of(row.get(key), sheet.column(key)) for key, own in _NODE_KEYS.items() if row.has(key)}
    rule = {key: value_of(row.get(key), sheet.column(key)) for key in RULE_ITSELF if row.has(key)}
    if part is not None:
        rule = {**part, **rule}  # its way of scoring first: a complaint about the rule names that row
    if data:
        node["input"] = data
    return {**node, "rule": rule} if rule else node


def _inputs(rows: Sequence[Row], complaints: Complaints) -> dict[str, Tree]:
    by_code = rows_by_code(rows, complaints)
    return {code: input_of_rows(own, complaints) for code, own in by_code.items()}


def _refuse_strangers(codes: set[str], rows: Sequence[Row], sheet: str, complaints: Complaints) -> None:
    for row in rows:
        code = row.get("code")
        if code and code not in codes:
            complaints.add(code, f"指标编码“{code}”", "“指标体系”中的编码", f"请核对编码，或删去“{sheet}”里的这一行")
            codes = codes | {code}


def _drop_empty_children(nodes: Tree) -> None:
    if isinstance(nodes, list):
        for node in nodes:
            if isinstance(node, dict):
                _drop_empty_children(node["children"])
                if not node["children"]:
                    del node["children"]
