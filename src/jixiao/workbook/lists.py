"""The sheets that list things one per row: facts, evidence, problems, documents and the like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jixiao.packs.trees import KeyPath, Tree, at
from jixiao.workbook.layout import Column, From, Sheet
from jixiao.workbook.rows import Row, cell_of, entry_of, row_of, value_of

EVIDENCE_KINDS = {
    "正式资料": "正式印发或公布的，如文件、批复、决算报表、统计年鉴、证书",
    "工作资料": "工作中形成的，如总结、会议纪要、专家意见、调查报告、台账",
    "原始凭证": "能直接证明事实的，如记账凭证、合同、签到表、验收单、截图",
    "说明材料": "没有直接资料时，由单位出具并盖章的情况说明",
}
"""The kinds of evidence and what belongs to each."""
EVIDENCE_IDS = From("佐证材料", "编号")
CODES = From("指标体系", "编码")
_STAGES = ("年初", "追加", "追减", "调整", "决算", "计划", "实际")
UNITS = (
    "万元",
    "元",
    "亿元",
    "千元",
    "人",
    "人次",
    "个",
    "项",
    "份",
    "次",
    "件",
    "户",
    "家",
    "天",
    "月",
    "年",
    "工作日",
    "平方米",
    "台",
    "辆",
    "分",
    "%",
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A sheet whose rows are the entries of a list: the section of the case, and where in it the list stands.

    A listing of texts has one column, and its entries are texts.
    """

    section: str
    path: KeyPath
    sheet: Sheet

    @property
    def of_texts(self) -> bool:
        """Whether the entries are mere texts."""
        return len(self.sheet.columns) == 1

    def rows(self, sections: Mapping[str, Tree]) -> list[Row]:
        """The entries of the list as rows."""
        entries = at(sections.get(self.section, ""), self.path)
        if not isinstance(entries, list):
            return []
        (first, *_) = self.sheet.columns
        if self.of_texts:
            return [Row({first.key: cell_of(entry, first)}) for entry in entries]
        return [row_of(entry, self.sheet) for entry in entries if isinstance(entry, dict)]

    def tree(self, rows: Sequence[Row]) -> list[Tree]:
        """The rows as the entries of the list."""
        (first, *_) = self.sheet.columns
        if self.of_texts:
            return [value_of(row.get(first.key), first) for row in rows]
        return [entry_of(row, self.sheet.written) for row in rows]


FACTS = Sheet(
    "基础数据",
    "各张表以外的单项数据，一行一个。名称优先用工作表“数据名称”里的标准名称；表里已有的数字不必重复填写。",
    (
        Column(
            "name",
            "名称",
            "如 结转结余、在职人员数；标准名称见“数据名称”",
            26,
            choices=From("数据名称", "名称"),
            closed=False,
            required=True,
        ),
        Column(
            "value",
            "数值",
            "按单位填写的数，如 12.50；比率写 95%（95 或 0.95 会被退回）；确实没有发生的填 0，不清楚的留空或填 -",
            14,
            "number",
            stated_blank=True,
            unless="formula",
        ),
        Column("unit", "单位", "从下拉列表选择", 8, choices=UNITS, closed=False, centred=True),
        Column(
            "stage", "口径", "年初、追加、追减、调整、决算、计划、实际；不分口径留空", 8, choices=_STAGES, centred=True
        ),
        Column("year", "年度", "不是评价年度的才填，如 2022 或 上年", 8, "code"),
        Column("period", "时期", "不是全年的才填，如 1—10月", 10, "code"),
        Column("body", "机构", "属于某个机构或某类调查对象的填名称，属于整个部门的留空", 14),
        Column("fund", "资金", "属于某种资金来源的填，如 政府性基金预算", 14),
        Column("item", "对象", "属于某个项目或某一类的填名称；有上下级的每行写一个", 18, "items"),
        Column("formula", "公式", "由其他数据算出来的填公式，不填数值，如 一网通办办结办件数÷一网通办受理办件数", 34),
        Column(
            "source",
            "来源",
            "佐证材料的编号，多个用、分开，如 E07、E09（下拉列表一次只填一个，其余接着输入）",
            10,
            "list",
            choices=EVIDENCE_IDS,
            closed=False,
        ),
        Column(
            "own",
            "自设",
            "“数据名称”里没有、由本次评价自己设的名称填 是（同时填单位），否则留空",
            7,
            choices=("是",),
            centred=True,
        ),
        Column("note", "说明", "口径、来源的补充说明，可留空", 24),
        Column("help", "含义", "这个数据怎样算，供对照，不必填写", 44, shown=True),
    ),
    spare=15,
)
PRACTICES = Sheet(
    "经验做法",
    "值得推广的做法，一条一行；要有事实。",
    (
        Column("title", "标题", "如 高位统筹，专班推进", 30, required=True),
        Column("text", "内容", "做了什么、有什么效果", 110),
    ),
    spare=8,
)
PROBLEMS = Sheet(
    "存在问题",
    "每个扣分都应有对应的问题，每个问题都应有对应的建议。",
    (
        Column("id", "编号", "P1、P2 ……，各不相同", 8, "code", required=True),
        Column("title", "标题", "一句话说明问题，如 资产管理不够规范", 28, required=True),
        Column("text", "问题表现", "具体事实和数字", 64),
        Column("cause", "原因分析", "为什么会这样", 46),
        Column(
            "indicators",
            "相关指标",
            "因此扣分的三级指标编码，多个用、分开，如 B2.1、B3.1（下拉列表一次只填一个，其余接着输入）",
            16,
            "list",
            choices=CODES,
            closed=False,
        ),
    ),
    spare=8,
)
RECOMMENDATIONS = Sheet(
    "有关建议",
    "与存在问题一一对应，顺序相同。",
    (
        Column("id", "编号", "R1、R2 ……，各不相同", 8, "code", required=True),
        Column(
            "problem", "对应问题", "“存在问题”里的编号", 10, "code", choices=From("存在问题", "编号"), required=True
        ),
        Column("title", "标题", "一句话说明建议", 32, required=True),
        Column("text", "建议内容", "谁、做什么、什么时候完成", 100),
    ),
    spare=8,
)
OTHER = Sheet(
    "其他说明",
    "需要说明的其他事项，一条一行，如资料责任、数据口径、评价局限。",
    (Column("text", "内容", "一条一行", 140),),
    spare=8,
)
BASIS = Sheet(
    "评价依据",
    "评价所依据的文件和资料，一份一行。",
    (
        Column("category", "类别", "从下拉列表选择", 14, choices=("绩效管理类", "业务管理类", "其他类"), required=True),
        Column("title", "名称", "文件全称，加书名号", 90, required=True),
        Column("number", "文号", "如 财预〔2020〕10号，没有留空", 24),
    ),
    spare=10,
)
PROCESS = Sheet(
    "评价过程",
    "评价工作各阶段的时间和内容，一段一行。",
    (
        Column("stage", "阶段", "如 前期准备、方案制定、评价实施、成果出具", 16, required=True),
        Column("from", "开始日期", "写成 2024-10-14；没有确切日期留空", 14, "date", stated_blank=True),
        Column("to", "结束日期", "写成 2024-10-31；没有确切日期留空", 14, "date", stated_blank=True),
        Column("work", "工作内容", "这一段做了什么", 90),
    ),
    spare=8,
)
EVIDENCE = Sheet(
    "佐证材料",
    "所有数据和认定都要有佐证。先在这里登记编号，再在其他工作表里引用。",
    (
        Column("id", "编号", "E01、E02 ……，各不相同", 8, "code", required=True),
        Column("title", "材料名称", "材料全称，可带文号", 64, required=True),
        Column(
            "kind",
            "类别",
            f"从下拉列表选择。{'；'.join(f'{kind}：{meaning}' for kind, meaning in EVIDENCE_KINDS.items())}",
            13,
            choices=tuple(EVIDENCE_KINDS),
            required=True,
        ),
        Column("holder", "提供或保存单位", "谁提供、谁保存", 28),
        Column("note", "说明", "可留空", 40),
    ),
    spare=10,
)
METHODS = Sheet(
    "评价方法",
    "采用的评价方法，一种一行。",
    (
        Column(
            "name",
            "方法",
            "可从下拉列表选择，也可自己填写",
            18,
            choices=(
                "成本效益分析法",
                "比较法",
                "因素分析法",
                "最低成本法",
                "公众评判法",
                "标杆管理法",
                "实地核查法",
                "专家评议法",
            ),
            closed=False,
            required=True,
        ),
        Column("text", "如何运用", "在本次评价中怎样使用", 110),
    ),
    spare=6,
)
TEAM = Sheet(
    "人员分工",
    "评价工作组的成员，一人一行；工作方案用。",
    (
        Column("name", "姓名", "成员姓名", 14, required=True),
        Column("role", "分工", "如 项目负责人、主评人、成员、专家", 18),
        Column("title", "职称或资格", "如 高级会计师、注册会计师", 26),
        Column("duty", "工作内容", "负责什么，如 核查资金和会计凭证", 80),
    ),
    spare=8,
)
INTERVIEWS = Sheet(
    "访谈提纲",
    "访谈谁、问什么，一类对象一行；留空的，工作方案根据评价要点列出问题。",
    (
        Column("who", "访谈对象", "如 分管负责人、财务人员、入驻窗口单位", 30, required=True),
        Column("questions", "问题", "每个问题一行，以①②③开头", 110, "lines", required=True),
    ),
    spare=6,
)
SELF_PARTS = Sheet(
    "自评分项",
    "部门自评的分项得分；自评总分和等级填在“基本信息”。部门没有自评的留空。",
    (
        Column("name", "分项", "如 资金支出管理、产出指标", 30, required=True),
        Column("score", "自评得分", "部门自评的得分，如 9.78", 12, "number", required=True),
    ),
    spare=6,
)
BANDS = Sheet(
    "等级标准",
    "本次评价自己的等级划分；采用现成标准的，在“基本信息”选择“等级标准”，这里留空。从高到低一行一个等级。",
    (
        Column("name", "等级", "如 优", 12, required=True),
        Column("from", "起点分", "达到多少分为这一等级（含），最低一级填 0", 12, "number", required=True),
    ),
    spare=5,
)

NARRATIVE = (
    Listing("narrative", ("practices",), PRACTICES),
    Listing("narrative", ("problems",), PROBLEMS),
    Listing("narrative", ("recommendations",), RECOMMENDATIONS),
    Listing("narrative", ("other",), OTHER),
)
WHOLE_SECTIONS = (
    Listing("facts", (), FACTS),
    Listing("basis", (), BASIS),
    Listing("process", (), PROCESS),
    Listing("evidence", (), EVIDENCE),
)
GENERAL_LISTS = (
    Listing("case", ("methods",), METHODS),
    Listing("case", ("team",), TEAM),
    Listing("case", ("interviews",), INTERVIEWS),
    Listing("case", ("self_evaluation", "parts"), SELF_PARTS),
    Listing("case", ("grade_scale",), BANDS),
)
