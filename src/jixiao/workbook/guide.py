"""The sheets that explain: 填写说明 at the front, 规则说明 and 数据名称 at the back. They are not read."""

from collections.abc import Collection, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from jixiao.facts import standard_dictionary
from jixiao.workbook.firstrows import tables_giving
from jixiao.workbook.layout import REMARK, Column, Sheet
from jixiao.workbook.lists import EVIDENCE_KINDS, FACTS
from jixiao.workbook.looks import COLOURS, at
from jixiao.workbook.painting import HEADING_ROW, Painter
from jixiao.workbook.rows import Row
from jixiao.workbook.rulerows import WAYS, rows_of_part
from jixiao.workbook.rulesheet import RULES

GUIDE = "填写说明"
RULE_GUIDE = "规则说明"
NAMES = "数据名称"
EXPLAINING = (GUIDE, RULE_GUIDE, NAMES)
"""The sheets of this module."""

_GREEN = "548235"
_WIDTHS = (24, 96)
_Lines = Sequence[tuple[str, str]]
BEFORE_TABLES: _Lines = (
    ("基本信息", "谁被评价、受谁委托、评价哪一年、用哪个等级标准。浅橙格必填"),
    (
        "佐证材料",
        "给手头的资料编号（E01、E02 ……）；后面各表的“来源”“佐证”只写编号。"
        + "；".join(f"{kind}：{meaning}" for kind, meaning in EVIDENCE_KINDS.items()),
    ),
    (
        "指标体系",
        "各级指标的权重、解释、目标值、评价要点、计算公式、评分规则原文。由指标包生成的已经填好，一般只核对；指标框架要补权重",
    ),
    (
        "评分规则",
        "一般不填：系统照“指标体系”里的评分规则原文计分。只有原文读不懂的指标，才在这里把计分办法写成几行；各种写法见“规则说明”",
    ),
    ("数据取用", "由指标包带来，一般不改；“计算公式”不够用的指标才填"),
)
"""The sheets before the tables in their order, and what is done on each."""
AFTER_TABLES: _Lines = (
    ("基础数据", "表里没有的单项数据，如结转结余、重点工作的交办数和办结数；没有发生的填 0"),
    (
        "要点认定",
        "逐个要点选择 符合、不符合，写理由和佐证；下拉列表里有“部分符合”的才可以选它。同一指标的要点要么都认定，"
        "要么都留空（留空的不计算）。“总体”一行说明数据填在哪张工作表。分数不用填，由系统计算",
    ),
    ("存在问题", "每个扣分对应一个问题"),
    ("有关建议", "每个问题对应一条建议"),
    ("经验做法", "写报告用，有什么填什么"),
    ("其他说明", "同上"),
    ("评价依据", "同上"),
    ("评价方法", "同上"),
    ("评价过程", "写报告用；工作方案的进度安排也从这里来"),
    ("人员分工", "工作方案用，一人一行"),
    ("访谈提纲", "工作方案用；留空的，由系统根据评价要点列出问题"),
    ("自评分项", "部门有自评的才填"),
    ("总分事项", "有直接影响总分或等级的事项才填，如审计发现违规每次扣 2分"),
    ("等级标准", "不用现成的等级标准、自己划分等级的才填"),
)
"""The sheets after the tables in their order, and what is done on each."""
_TABLES = (
    "各张数据表",
    "照报表的样子填，右上写单位，左上“来源：”后面写佐证编号。不用的表可以整张删去，也可以留空；同一种表需要几张的，复制工作表。"
    "支出只填“支出预决算表”就够了，“项目支出明细表”可填可不填，填的话项目名称要与“支出预决算表”一致",
)
_WRITING: _Lines = (
    (
        "比率",
        "写百分号：95%、84.75%；只写 95 会被退回（不知道是 95% 还是 9500%），只写 0.95 也会被退回（0.95% 还是 95%）",
    ),
    ("金额", "只写数字，如 434.66；单位看表头上方的“单位”或“单位”一列，一张表用一个单位"),
    ("没有数据", "填 -（减号）；确实是零的填 0"),
    ("日期", "写成 2023-01-31；只到月份的写 2024-12"),
    ("得分和扣分", "25% 是权重分的 25%，0.5分 是 0.5 分；只写 25 或 0.5 会被退回"),
    ("编号和编码", "A1.1、E01 这样照写；单元格已设为文本，1.10 不会变成 1.1"),
    (
        "公式里的名称",
        "支出总额〔决算〕：名称在前，口径、年度、对象写在〔〕里，用，分开，如 “三公”经费〔上年，年初〕；"
        "＋－×÷（）都可以用",
    ),
    ("一格写多条", "评价要点每条一行，以①②③开头；单元格里换行按 Alt+Enter"),
    (
        "几个编号",
        "“佐证”“来源”“相关指标”可以写几个编号，用、分开，如 E01、E05；下拉列表一次只填一个，其余在格子里接着输入",
    ),
    (
        "表头",
        f"表头的文字不要改；列可以移动、加宽，可以插入行。自己要加列、加工作表，名称以“{REMARK}”开头，系统不读入；"
        "写在其他地方而系统不读入的内容，会指出在哪个单元格",
    ),
    ("表头批注", "把鼠标停在表头上，有怎样填写的说明和例子；有下拉箭头的单元格可以选择"),
)
_EXAMPLE = (
    "例：“预算执行率”，权重 3 分，目标值 100%",
    "指标体系：编码 B1.1，三级指标 预算执行率，权重 3.00，目标值 100%，计算公式 支出总额〔决算〕÷支出总额〔调整〕，"
    "评分规则原文 执行率达到95%得满分，每低1个百分点扣权重分的5%，扣完为止。",
    "评分规则：不用填，原文已经写明。原文读不懂时这样填（两行）：B1.1，层次 1，按比率计分，适用条件 ≥95%，得分 100%；"
    "B1.1，层次 1，按比率计分，适用条件 <95%，每步扣（加）分 5%，每步 1%，起算点 95%。",
    "支出预决算表：支出合计一行填调整预算数和决算数。这样就能算出得分；“要点认定”的“总体”一行可以写理由和佐证，也可以不写。",
)


def draw_guide(painter: Painter, tables: _Lines) -> None:
    """How to fill in the workbook; the sheets named lead to themselves, the tables among them as (sheet, what for)."""
    drawn = painter.sheet(GUIDE, _WIDTHS, _GREEN)
    painter.title(drawn, "部门（项目）支出绩效评价工作簿", 2)
    text = (
        "填好后交给系统，系统照评分规则计算每个指标的得分，列出得分过程、等级和报告；"
        "填错的地方会指出工作表、行和表头。点下面蓝色的名称可到那张工作表。"
    )
    painter.purpose(drawn, text, 2, _WIDTHS)
    steps = (*BEFORE_TABLES, _TABLES, *tables, *AFTER_TABLES)
    linked = {name for name, _ in (*BEFORE_TABLES, *tables, *AFTER_TABLES)}
    row = _block(painter, drawn, HEADING_ROW, "一、填写顺序", steps, linked)
    row = _block(painter, drawn, row, "二、怎样写", _WRITING)
    painter.plain(drawn, row, 1, "三、颜色", strong=True)
    for colour, meaning in COLOURS:
        row += 1
        painter.coloured(drawn, row, colour, meaning)
    example = tuple((f"（{number}）", text) for number, text in enumerate(_EXAMPLE, start=1))
    _block(painter, drawn, row + 1, "四、一个指标的例子", example)
    drawn.page_setup.orientation = "portrait"


def _block(
    painter: Painter, drawn: Worksheet, row: int, title: str, lines: _Lines, linked: Collection[str] = ()
) -> int:
    """A titled block of name and text; the row after it."""
    painter.plain(drawn, row, 1, title, strong=True)
    for name, text in lines:
        row += 1
        if name in linked:
            painter.link(at(drawn, row, 1), name, name)
        else:
            painter.plain(drawn, row, 1, name)
        painter.plain(drawn, row, 2, text)
        painter.fit(drawn, row, (name, text), _WIDTHS)
    return row + 1


_SHOWN = tuple(column for column in RULES.columns if column.key not in ("code", "name", "way"))
_RULE_GUIDE = Sheet(
    RULE_GUIDE,
    "各种计分方式，每种附一个例子：右边各列就是在“评分规则”里应填的内容（层次 1.1 的行是上面第 1 行的细则）。",
    (
        Column("way", "计分方式", "“评分规则”的“计分方式”一列填这个名称", 20),
        Column("meaning", "什么时候用", "说明和例子的意思", 48),
        *_SHOWN,
    ),
    spare=0,
)


def draw_rule_guide(painter: Painter) -> None:
    """Every way of scoring with an example, as it would stand in the sheet 评分规则."""
    rows = []
    for way in WAYS:
        cells: dict[str, str] = {"way": way.name, "meaning": way.meaning}
        for row in rows_of_part(dict(way.example), "1"):
            inner = "" if row.cells["way"] == way.name else f"（{row.cells['way']}）"
            rows.append(Row({**row.cells, "way": "", "meaning": inner, **cells}))
            cells = {}
    _reference(painter, _RULE_GUIDE, rows)


_NAMES = Sheet(
    NAMES,
    "公式和“基础数据”里可以用的标准名称。支出总额〔决算〕这样在名称后面用〔〕写明口径；别名也可以用。",
    (
        Column("name", "名称", "标准名称", 26),
        Column("unit", "单位", "公式按这个单位取数", 8),
        Column("sheets", "填在哪里", "在哪张工作表填写这个数据", 30),
        Column("definition", "含义", "怎样算、算什么", 70),
        Column("synonyms", "别名", "同一数据的其他叫法", 50),
    ),
    spare=0,
)


def draw_names(painter: Painter) -> None:
    """The names of the data dictionary."""
    rows = []
    for entry in standard_dictionary().entries:
        others = "、".join((*entry.synonyms, *entry.shorthands))
        sheets = "、".join(tables_giving().get(entry.name, (FACTS.name,)))
        cells = {
            "name": entry.name,
            "unit": entry.unit,
            "definition": entry.definition,
            "synonyms": others,
            "sheets": sheets,
        }
        rows.append(Row(cells))
    _reference(painter, _NAMES, rows)


def _reference(painter: Painter, sheet: Sheet, rows: list[Row]) -> None:
    shown = tuple(Column(column.key, column.heading, column.note, column.width) for column in sheet.columns)
    drawn = painter.rows(Sheet(sheet.name, sheet.purpose, shown, 0), [])
    drawn.sheet_properties.tabColor = _GREEN
    for number, row in enumerate(rows, start=HEADING_ROW + 1):
        for place, column in enumerate(shown, start=1):
            painter.plain(drawn, number, place, row.cells.get(column.key, ""), strong=place == 1)
        texts = [row.cells.get(column.key, "") for column in shown]
        painter.fit(drawn, number, texts, [column.width for column in shown])
