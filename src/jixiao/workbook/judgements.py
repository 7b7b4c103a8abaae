"""The sheet 要点认定: what was found, one row per point or question, with reason and evidence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.documents.sheets.figures import AMOUNT
from jixiao.packs.trees import Tree
from jixiao.text.quoting import cited
from jixiao.workbook.asked import Question, questions_of
from jixiao.workbook.checklistway import point_label, point_path
from jixiao.workbook.inputs import rows_of_input
from jixiao.workbook.layout import Column, From, Sheet
from jixiao.workbook.rows import Row, cell_of
from jixiao.workbook.ruletrees import rule_tree
from jixiao.workbook.rulewords import GATE, VETO

WHOLE = "总体"
SILENT = "不作认定"
"""What stands for a part that is not judged."""
MARKS = ("符合", "部分符合", "不符合")
QUESTIONS = {
    "level": "等次",
    "share": "选定份额",
    "holds": "条件成立",
    "cause": "目标值明显偏低",
    "harm": "已影响工作开展",
    "finished": "项目已完成",
    "within_budget": "支出未超预算",
    "void": "整体否决条件",
    "applicable": "是否涉及",
    "scores": "专家打分",
    "deduct": "酌情扣分",
    "count": "个数",
    "events": "加分事项个数",
    "faults": "问题个数",
    "grades": "方面等次",
}
"""What may be asked of an evaluator, by its key."""
BETWEEN = "—"
NOTES: tuple[str, ...] = ("reason", "evidence")
OVERRIDE = {"score": "score", "why": "reason", "author": "author"}

JUDGEMENTS = Sheet(
    "要点认定",
    "逐项认定：在“认定”一列选择或填写，写明理由和佐证编号。分数由系统按规则计算，不在这里填；确需偏离规则的，在“总体”一行填调整得分。",
    (
        Column("code", "指标编码", "三级指标的编码；与上一行相同可留空", 10, "code"),
        Column("name", "指标名称", "供对照，不必填写", 22, shown=True),
        Column("place", "所属部分", "分部分计分的指标填 第1部分、第2部分；其余留空", 10),
        Column(
            "item",
            "认定事项",
            "总体，或要点①、要点②-1，或等次、条件成立、酌情扣分等；问题次数写成 问题次数：手续不全",
            15,
            "code",
            required=True,
        ),
        Column("about", "要点内容", "供对照，不必填写；要改请到“指标体系”", 38, shown=True),
        Column(
            "finding",
            "认定",
            "要点选 符合、不符合，下拉列表里有的才可选 部分符合，同一指标的要点要么都认定要么都留空；"
            "是非题选 是、否；份额写成 85%；次数、分数只写数字；多个专家打分用、分开",
            12,
            centred=True,
        ),
        Column("reason", "理由", "依据什么事实这样认定；会写进报告的评分过程", 50),
        Column(
            "evidence",
            "佐证",
            "佐证材料的编号，多个用、分开，如 E01、E05（下拉列表一次只填一个，其余接着输入）",
            13,
            "list",
            choices=From("佐证材料", "编号"),
            closed=False,
        ),
        Column(
            "score", "调整得分", "一般留空。只有决定偏离规则时，在“总体”一行填调整后的得分", 9, "number", format=AMOUNT
        ),
        Column("why", "调整理由", "填了调整得分就必须写理由", 28),
        Column("author", "调整人", "谁决定调整，如 评价组", 10),
    ),
    spare=10,
    grouped="code",
    frozen=2,
)
EVIDENCE_CELLS = JUDGEMENTS.column("evidence")


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of the sheet: its cells, and which answers its cell 认定 offers (none: free)."""

    row: Row
    answers: tuple[str, ...]


SheetsOf = Callable[[str], Sequence[str]]
"""The sheets on which the data of a formula is filled in."""


def judgement_rows(
    judgements: Mapping[str, Tree], indicators: Sequence[Mapping[str, Tree]], sheets_of: SheetsOf = lambda _: ()
) -> list[Asked]:
    """For every indicator a row 总体, one for everything its rule asks, one for everything else that was found."""
    asked: list[Asked] = []
    for node in indicators:
        asked += _rows(str(node["code"]), judgements.get(str(node["code"]), {}), node, sheets_of)
    known = {str(node["code"]) for node in indicators}
    for code, found in judgements.items():
        if code not in known:
            asked += _rows(code, found, {}, sheets_of)
    return asked


def _rows(code: str, found: Tree, node: Mapping[str, Tree], sheets_of: SheetsOf) -> Iterator[Asked]:
    """The rows of one indicator: the whole first, then what is asked, then what else was found."""
    given = {(cells.get("place", ""), cells["item"]): cells for cells in _found(found, ())}
    questions = {(BETWEEN.join(one.place), _item(one)): one for one in questions_of(node)}
    marks = MARKS if _has_key(rule_tree(node), "partly") else (MARKS[0], MARKS[-1])
    for place, item in dict.fromkeys([("", WHOLE), *questions, *given]):
        question = questions.get((place, item), Question(""))
        path = point_path(item) if item.startswith("要点") else None
        about = question.hint
        if not place:
            about = _criterion(node, path) if path is not None else about
            about = _about(node, sheets_of) if item == WHOLE else about
        cells = {"code": code, "name": str(node.get("name", "")), "place": place, "item": item, "about": about}
        yield Asked(Row({**cells, **given.get((place, item), {})}), marks if path is not None else question.answers)


def _about(node: Mapping[str, Tree], sheets_of: SheetsOf) -> str:
    """What an indicator is about: the data it is computed from and where that is filled in, or its explanation."""
    measure, data = str(node.get("measure", "")), node.get("input", {})
    formulas = [measure] if measure else [row.cells["formula"] for row in _data(node) if row.has("formula")]
    if not data and not measure:
        return str(node.get("explanation", ""))
    sheets = dict.fromkeys(sheet for formula in formulas for sheet in sheets_of(formula))
    where = f"请填工作表{'、'.join(map(cited, sheets))}" if sheets else "数据填在哪里见“数据名称”"
    return f"由数据计算：{'，'.join(formulas)}。{where}"


def _data(node: Mapping[str, Tree]) -> list[Row]:
    data = node.get("input", {})
    return rows_of_input(str(node["code"]), data) if isinstance(data, dict) and data else []


def _has_key(tree: Tree | Mapping[str, Tree], key: str) -> bool:
    """Whether the key stands anywhere in the tree."""
    if isinstance(tree, Mapping):
        return key in tree or any(_has_key(value, key) for value in tree.values())
    return isinstance(tree, list) and any(_has_key(value, key) for value in tree)


def _criterion(node: Mapping[str, Tree], path: tuple[int, ...]) -> str:
    """The text of a point; a guard may set conditions before the criteria and vetoes after them."""
    guard, criteria = rule_tree(node).get("guard", {}), node.get("criteria", [])
    before = str(guard.get("before", "0")) if isinstance(guard, dict) else "0"
    index = path[0] - 1 - (int(before) if before.isdecimal() else 0)
    if index < 0:
        return GATE
    if isinstance(criteria, list) and index < len(criteria):
        return str(criteria[index])
    return VETO if guard else ""


def _item(question: Question) -> str:
    if question.point:
        return "要点" + point_label(question.point)
    return f"问题次数：{question.word}" if question.word else QUESTIONS[question.key]


def _found(found: Tree, place: tuple[str, ...]) -> Iterator[dict[str, str]]:
    shown = {"place": BETWEEN.join(place)} if place else {}
    if not isinstance(found, dict):
        return
    if not found and place:
        yield {**shown, "item": SILENT}
    whole = _notes_and_override(found)
    if whole:
        yield {**shown, "item": WHOLE, **whole}
    points = found.get("points", [])
    for path, entry in _points(points if isinstance(points, list) else [], ()):
        yield {**shown, "item": "要点" + point_label(path), **_point_cells(entry)}
    yield from ({**shown, **cells} for cells in _answers(found))
    parts = found.get("parts", [])
    for number, part in enumerate(parts if isinstance(parts, list) else [], start=1):
        yield from _found(part, (*place, f"第{number}部分"))


def _notes_and_override(found: dict[str, Tree]) -> dict[str, str]:
    cells = {key: cell_of(found[key], JUDGEMENTS.column(key)) for key in NOTES if key in found}
    override = found.get("override")
    if isinstance(override, dict):
        cells |= {key: str(override[own]) for key, own in OVERRIDE.items() if own in override}
    return cells


def _answers(found: dict[str, Tree]) -> Iterator[dict[str, str]]:
    for key, title in QUESTIONS.items():
        value = found.get(key)
        if isinstance(value, dict):
            for word, count in value.items():
                yield {"item": f"问题次数：{word}", "finding": str(count)}
        elif value is not None:
            yield {"item": title, "finding": cell_of(value, EVIDENCE_CELLS)}


def _points(entries: Sequence[Tree], above: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Tree]]:
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, list):
            yield from _points(entry, (*above, number))
        else:
            yield (*above, number), entry


def _point_cells(entry: Tree) -> dict[str, str]:
    if not isinstance(entry, dict):
        return {"finding": str(entry)}
    cells = {key: cell_of(entry[key], JUDGEMENTS.column(key)) for key in NOTES if key in entry}
    return {"finding": str(entry["is"]), **cells}
