"""The checks between distant places of a document that are no relations between figures."""

from jixiao.findings import Catalogue, Check, Kind

PART_OF_PERIOD = Check(
    "crossing.part_of_period",
    Kind.CROSS_REFERENCE,
    "部分月份不大于全年",
    "同一件事（用词相同）的数量，部分月份的是否不大于全年的。",
    "用词不完全相同的、没有写明时间的不比较；存量（人数、户数等某一时点的数）不比较。",
    "部分时间内的数量不能大于全部时间内的数量",
)
PROJECT_NAMES = Check(
    "crossing.project_names",
    Kind.NAME_MISMATCH,
    "项目清单与逐项说明的项目名称",
    "决算（预算）表列出的项目与正文逐项说明的项目，名称是否一一对应。",
    "个数不同的两份清单不比较；多数名称对不上的不是同一份清单。年度、序号、标点的差别不算不一致。",
    "同一批项目应使用同一名称",
)
PROBLEM_TITLES = Check(
    "crossing.problem_titles",
    Kind.NAME_MISMATCH,
    "摘要与正文的问题（建议）标题",
    "摘要列出的问题、建议与正文相应章节的标题是否一致。",
    "个数不同的不逐一比较；摘要可以概括正文，只作提示。",
    "同一问题在摘要和正文中应用同一说法",
)
OTHER_PLACE = Check(
    "crossing.other_place",
    Kind.NAME_MISMATCH,
    "套用其他报告留下的地名",
    "文中与被评价单位同名的机构，前面的县（区）名是否就是被评价单位的县（区）名。",
    "上级（省、市）同名机构，以及学习、考察、对比中提到的其他地方的机构，不算；只作提示。",
    "一份报告只评价一个单位",
)

CROSSING_CHECKS = Catalogue([PART_OF_PERIOD, PROJECT_NAMES, PROBLEM_TITLES, OTHER_PLACE])
"""Every check of this package besides the relations."""
