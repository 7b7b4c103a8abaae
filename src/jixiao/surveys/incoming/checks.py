"""The checks of files of answers and counts, as the catalogue shows them."""

from jixiao.findings import Catalogue, Check, Kind
from jixiao.surveys.validity import NOT_JUDGED

MOST_PLACES = 20
"""Places a finding names where many rows are alike; it says how many there are in all."""

_LAW = "收回份数＝有效份数＋剔除份数，每一行都有去处"

UNKNOWN_ANSWER = Check(
    "survey.row_unknown_answer",
    Kind.OTHER,
    "不是选项的回答",
    "每份答卷每一题的回答是不是这道题的选项（文字、字母、序号或分值）、是不是规定范围内的数。",
    "不按相近的说法猜测；读不出的回答不计入基数，逐行列出。同一列的同类问题合为一条，列出前 20 行。",
    "问卷的题目和选项",
)
SHIFTED = Check(
    "survey.row_shifted",
    Kind.NAME_MISMATCH,
    "表头与数据错位",
    "一列的回答大多不是本列题目的选项，却都是相邻一列题目的选项。",
    "只指出，不代为移动；选项相同的相邻两题看不出错位。",
    "问卷的题目和选项",
)
UNMATCHED_COLUMN = Check(
    "survey.row_column_unmatched",
    Kind.NAME_MISMATCH,
    "没有对应题目的列",
    "表头的每一列是问卷的哪一题；没有对应题目的、同一题重复的列没有读取，列出列名。",
    "序号、时间、来源等列不在此列。",
    "问卷的题目",
)
MISSING_COLUMN = Check(
    "survey.row_column_missing",
    Kind.MISSING_VALUE,
    "题目缺少对应的列",
    "问卷的每一题在文件中有没有对应的列；没有的按未问到处理。",
    "不代为推算。",
    "问卷的题目",
)
REWORDED = Check(
    "survey.row_question_reworded",
    Kind.NAME_MISMATCH,
    "题目文字与问卷不同",
    "按题号和相近文字对应到问卷的列，题目文字与问卷是否一致。",
    "只有标点和空白不同的不算。",
    "问卷的题目",
)
OTHER_QUESTIONNAIRE = Check(
    "survey.row_other_questionnaire",
    Kind.NAME_MISMATCH,
    "表中另有一份问卷的答卷",
    "表的中间是否另起一行表头；其题目与本问卷对不上一半的，其下各行作为另一份问卷剔除。",
    "与前面相同的表头只是重复，其下各行照常读取。",
    _LAW,
)
TOTAL_ROW = Check(
    "survey.row_total",
    Kind.SUM,
    "合计行不是答卷",
    "以“合计”“平均”等开头的行不算答卷，列出其位置。",
    "不核对合计行的数字。",
    _LAW,
)
EXAMPLE_ROW = Check(
    "survey.row_example",
    Kind.OTHER,
    "录入表的示例行",
    "录入表中编号为“示例”的行不算答卷，列出其位置。",
    "只认由本系统生成的录入表。",
    _LAW,
)
MERGED_CELLS = Check(
    "survey.row_merged_cells",
    Kind.MISSING_VALUE,
    "答卷中的合并单元格",
    "答卷各行有没有跨行合并的单元格：只有第一行有内容，其余各行按未填处理。",
    "表头的合并不在此列。",
    "一份答卷占一行，一个单元格一个回答",
)
UNREAD_TIME = Check(
    "survey.row_unread_time",
    Kind.DATE,
    "读不出的时间",
    "提交时间、所用时间是否都能读出；读不出的不参加过快和重复的判断。",
    "不影响各题的回答。",
    "问卷星导出的时间写法，以及常用的日期写法",
)
QUOTES = Check(
    "survey.row_quotes",
    Kind.OTHER,
    "引号不配对的行",
    "CSV 文件各行的英文引号是否成对；不成对的按普通文字读取并列出。",
    "不代为补齐引号。",
    "CSV 的通行写法（RFC 4180）",
)
UNREAD_TABLE = Check(
    "survey.row_table_unread",
    Kind.MISSING_VALUE,
    "没有读取的工作表",
    "每个工作表是否都读取；隐藏的、找不到表头的列出。",
    "一个表也读不出的文件不作为核查发现，直接拒收。",
    _LAW,
)
UNCLEAR_CODES = Check(
    "survey.row_codes_unclear",
    Kind.OTHER,
    "说不清是哪个选项的数字",
    "按序号或按分数导出的数字能否唯一对应到选项；没有问卷、或几种分值都说得通的，不作解读。",
    "数字在选项个数以内、又没有分值迹象（总分列、超出序号的数）的，按选项序号读取。",
    "问卷星按文本、按序号、按分数三种导出",
)
DERIVED = Check(
    "survey.row_questionnaire_derived",
    Kind.OTHER,
    "没有问卷，题目和选项由数据整理",
    "没有给出问卷时，题目取自表头，选项取自出现过的回答，满意程度按措辞排列。",
    "没有人选择的选项无从得知，不在其中。",
    "问卷应列出全部选项",
)
COUNT_BASE = Check(
    "survey.row_count_base",
    Kind.COUNT,
    "各选项份数与有效人次",
    "单选题各选项份数之和是否等于印出的有效填写人次；多选题每个选项的份数是否不超过它。",
    "没有印出有效人次的不核对。",
    "每人在单选题中只选一项",
)
UNREAD_COUNT = Check(
    "survey.row_unread_count",
    Kind.OTHER,
    "读不出的份数",
    "各选项的份数是否都是不小于 0 的整数，选项是否都在问卷中。",
    "读不出的题不计算，逐处列出。",
    "份数是整数",
)

INCOMING_CHECKS = Catalogue(
    [
        UNKNOWN_ANSWER,
        SHIFTED,
        UNMATCHED_COLUMN,
        MISSING_COLUMN,
        REWORDED,
        OTHER_QUESTIONNAIRE,
        TOTAL_ROW,
        EXAMPLE_ROW,
        MERGED_CELLS,
        UNREAD_TIME,
        QUOTES,
        UNREAD_TABLE,
        UNCLEAR_CODES,
        DERIVED,
        NOT_JUDGED,
        COUNT_BASE,
        UNREAD_COUNT,
    ]
)
"""Every check of files of answers and counts."""
