"""The sheet 基本信息: one line per statement about the case; lists take a line per item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jixiao.packs.registry import standard_registry
from jixiao.packs.trees import KeyPath, Tree, at
from jixiao.workbook.layout import REMARK, Column, Sheet
from jixiao.workbook.rows import Complaints, Row, Text, Where

GENERAL = Sheet(
    "基本信息",
    "谁被评价、受谁委托、评价哪一年、按什么等级标准。每项一行，“内容”一列填写；可写多条的（评价原则、抽样安排、工作纪律、主要职能、预算单位）每条一行，可插入行。",
    (
        Column("item", "项目", "项目名称，请不要改动；要多写一条时插入一行，项目相同或留空", 16, required=True),
        Column("text", "内容", "在这一列填写", 96),
        Column("help", "怎样填写", "供对照，不必填写", 60, shown=True),
    ),
    spare=0,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A statement: where it stands in the data, its name, how to fill it in. `many`: one line per item of a list;
    `key`: the items of the list are mappings with this one key. `registered`: a name stands for the id of the data."""

    path: KeyPath
    item: str
    help: str
    required: bool = False
    many: bool = False
    key: str = ""
    registered: bool = False

    @property
    def hint(self) -> str:
        """How to fill it in, as the sheet says it."""
        return f"（必填）{self.help}" if self.required else self.help


LINES = (
    Line(("name",), "报告名称", "报告的全称，如 ××局2023年度部门整体支出绩效评价报告", required=True),
    Line(("department",), "部门名称", "被评价部门（单位）的全称", required=True),
    Line(("department_short",), "部门简称", "报告正文使用的简称"),
    Line(("client",), "委托单位", "委托评价的单位，一般是财政局"),
    Line(("evaluator",), "评价机构", "受托评价的机构全称；财政部门自己评价的写该部门"),
    Line(("lead_evaluator",), "主评人", "主评人的姓名"),
    Line(("year",), "评价年度", "四位数字，如 2023", required=True),
    Line(("period", "from"), "评价时段起", "写成 2023-01-01"),
    Line(("period", "to"), "评价时段止", "写成 2023-12-31"),
    Line(("report_date",), "报告日期", "写成 2024-12 或 2024-12-20"),
    Line(("framework",), "指标框架", "所用指标框架的名称，从下拉列表选择；没有采用的留空", registered=True),
    Line(
        ("grade_scale",),
        "等级标准",
        "从下拉列表选择；自定等级的留空，到工作表“等级标准”填写",
        required=True,
        registered=True,
    ),
    Line(("purpose",), "评价目的", "为什么评价、结果作什么用"),
    Line(("object",), "评价对象", "如 ××局2023年度部门整体支出"),
    Line(("scope",), "评价范围", "时段、内容和资金的范围"),
    Line(("funds",), "评价资金", "纳入评价的资金及其构成，金额单位万元"),
    Line(("principles",), "评价原则", "每条一行，如 科学规范", many=True),
    Line(("sampling",), "抽样安排", "现场核查哪些单位、项目和资料，抽多少，问卷发给谁；每条一行", many=True),
    Line(("discipline",), "工作纪律", "评价人员应遵守的要求，每条一行，如 独立评价，保守秘密", many=True),
    Line(("overview", "functions"), "主要职能", "每项职能一行", many=True),
    Line(("overview", "structure"), "机构设置", "内设机构和所属单位"),
    Line(("overview", "staff"), "人员情况", "编制和实有人数"),
    Line(("bodies",), "预算单位", "每个预算单位一行，如 局本级", many=True, key="name"),
    Line(("self_evaluation", "score"), "自评总分", "部门自评的总分，如 99.68；没有自评留空。分项填在“自评分项”"),
    Line(("self_evaluation", "grade"), "自评等级", "部门自评的等级，如 优"),
)


def general_rows(tree: Tree) -> list[Row]:
    """The statements as rows; what is not stated has an empty row to be filled in."""
    rows = []
    for line in LINES:
        texts = list(_texts(tree, line)) or [""]
        rows += [Row({"item": line.item, "text": text, "help": line.hint}) for text in texts]
    return rows


def _texts(tree: Tree, line: Line) -> Iterator[str]:
    value = at(tree, line.path)
    if line.many and isinstance(value, list):
        for item in value:
            yield str(item[line.key]) if isinstance(item, dict) else str(item)
    elif isinstance(value, str):
        yield _names().get(value, value) if line.registered else value


@cache
def _names() -> Mapping[str, str]:
    """The names of packs and grade scales by their ids."""
    registry = standard_registry()
    packs = {pack.id: pack.name for pack in registry.headers.values()}
    return packs | {scale.id: scale.name for scale in registry.scales.values()}


def registered_names(line: Line) -> tuple[str, ...]:
    """The names a registered line offers."""
    registry = standard_registry()
    if line.path == ("grade_scale",):
        return tuple(scale.name for scale in registry.scales.values())
    return tuple(pack.name for pack in registry.headers.values())


def registered() -> dict[str, str]:
    """The names of packs and grade scales by their ids, for messages."""
    return dict(_names())


def read_general(rows: Sequence[Row], complaints: Complaints, *, own_scale: bool = False) -> dict[str, Tree]:
    """The statements of the rows; empty ones are left out, missing ones that are required complained about.

    With a grade scale of the case's own none needs to be named.
    """
    by_item = {line.item: line for line in LINES}
    tree: dict[str, Tree] = {}
    line: Line | None = None
    for row in rows:
        item, text = row.get("item"), row.get("text")
        if item.startswith(REMARK):
            continue
        line = by_item.get(item) if item else line
        if line is None or (not item and text and not line.many):
            expected = f"{'、'.join(by_item)}之一"
            complaints.add(
                item or row,
                f"“{item}”" if item else "没有项目名称的内容",
                expected,
                f"请改写，或把项目名改为以“{REMARK}”开头",
            )
        elif text:
            _put(tree, line, text, complaints)
    for line in LINES:
        needed = line.required and not (own_scale and line.path == ("grade_scale",))
        if needed and at(tree, line.path) is None:
            _missing(line, rows, complaints)
    return tree


def refuse_halves(tree: Mapping[str, Tree], rows: Sequence[Row], complaints: Complaints) -> None:
    """A period without one of its ends, parts or a grade of a self-evaluation without its total."""
    for line in LINES:
        if line.path in _WITH_OTHERS and at(dict(tree), line.path[:-1]) and at(dict(tree), line.path) is None:
            _missing(line, rows, complaints)


def _missing(line: Line, rows: Sequence[Row], complaints: Complaints) -> None:
    """Complain about an empty line, at its row, or at the sheet where the row itself is gone."""
    row = next((row for row in rows if row.get("item") == line.item), None)
    where = Where(GENERAL.name, row.where.row, "内容") if row is not None and row.where else Where(GENERAL.name)
    mend = f"请填写：{line.help}" if row is not None else f"请补上“{line.item}”一行并填写：{line.help}"
    complaints.add(where, f"空着的“{line.item}”", f"必填的“{line.item}”", mend)


_WITH_OTHERS: tuple[KeyPath, ...] = (("period", "from"), ("period", "to"), ("self_evaluation", "score"))


def _put(tree: dict[str, Tree], line: Line, text: Text, complaints: Complaints) -> None:
    node = tree
    for step in line.path[:-1]:
        inner = node.setdefault(str(step), {})
        assert isinstance(inner, dict)  # only mappings are put on the way to a line
        node = inner
    key = str(line.path[-1])
    if line.many:
        items = node.setdefault(key, [])
        assert isinstance(items, list)  # only lists are put where a line has many
        items.append({line.key: text} if line.key else text)
    elif key in node:
        complaints.add(text, f"第二个“{line.item}”", "只写一次的内容", "请合并或删去其中一行")
    else:
        ids = {name: id_ for id_, name in _names().items()} if line.registered else {}
        node[key] = text.like(ids.get(text, text))
