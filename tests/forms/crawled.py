"""A form's cells in the notations that crawlers of web pages leave: closed by bars, one to a line, run together."""

from collections.abc import Sequence

Cells = Sequence[str]
"""The cells of a row as they stand in the page, merged cells once, "" for a blank."""

TITLE = "项目支出绩效自评表"
YEAR = "（2023年度）"
HEADING = (
    "绩效指标",
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
)
MONEY = ("项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")

HEADER: Sequence[Cells] = (
    ("项目名称", "柳湾灌区渠系清淤"),
    ("主管部门", "柳湾县水务局", "实施单位", "柳湾县灌区管理站"),
    MONEY,
    ("年度资金总额", "48.00", "52.50", "50.40", "10", "96.00%", "9.60"),
    ("其中：当年财政拨款", "48.00", "52.50", "50.40", "—", "96.00%", "—"),
    ("上年结转资金", "0.00", "0.00", "0.00", "—", "0.00%", "—"),
    ("年度总体目标", "预期目标", "实际完成情况"),
    ("清淤渠道三十公里，夏灌按时通水。", "清淤三十一公里，六月初通水。"),
)
INDICATORS: Sequence[Cells] = (
    HEADING,
    ("产出指标（50分）", "数量指标", "清淤渠道长度", "≥30公里", "31公里", "20", "20", ""),
    ("质量指标", "断面验收合格率", "≥95%", "93%", "15", "14.68", "两段返工"),
    ("时效指标", "通水日期", "6月10日前", "6月3日", "15", "15", ""),
    ("效益指标（30分）", "社会效益指标", "受益农田", "≥1.2万亩", "1.3万亩", "30", "30", ""),
    ("满意度指标（10分）", "服务对象满意度指标", "灌户满意率", "≥90%", "92%", "10", "10", ""),
    ("总分", "100", "99.28", ""),
)
FORM = (*HEADER, *INDICATORS)

NOTED = """\
项目名称=柳湾灌区渠系清淤 主管部门=柳湾县水务局 实施单位=柳湾县灌区管理站 2023 万元
总额 年度资金总额：48 52.5 50.4 10 96.00% 9.6
来源 其中：当年财政拨款：48 52.5 50.4 - 96.00% -
来源 上年结转资金：0 0 0 - 0.00% -
目标：清淤渠道三十公里，夏灌按时通水。 → 清淤三十一公里，六月初通水。
产出50 效益30 满意度10
产出/数量 清淤渠道长度：≥30公里 → 31公里 20 20
产出/质量 断面验收合格率：≥95% → 93% 15 14.68 两段返工
产出/时效 通水日期：6月10日前 → 6月3日 15 15
效益/社会效益 受益农田：≥1.2万亩 → 1.3万亩 30 30
满意度/服务对象满意度 灌户满意率：≥90% → 92% 10 10
总分：100 99.28 无"""


def barred(rows: Sequence[Cells], *, filled_up: bool = True) -> list[str]:
    """A row to a line, each cell closed by a bar, filled up with bars to the width of the widest row."""
    width = max(map(len, rows)) if filled_up else 0
    return [" | ".join(row) + " |" + " " * (len(row) < width) + "|" * (width - len(row)) for row in rows]


def barred_cells(rows: Sequence[Cells]) -> list[str]:
    """A cell to a line, closed by a bar."""
    return [f"{cell} |".strip() for row in rows for cell in row]


def lined(rows: Sequence[Cells]) -> list[str]:
    """A cell to a line with blank lines between, blank cells lost."""
    return [line for row in rows for cell in row if cell for line in (cell, "")]


def spaced(rows: Sequence[Cells]) -> list[str]:
    """All cells on one line, parted by blanks."""
    return [" ".join(cell for row in rows for cell in row if cell)]


def spaced_rows(rows: Sequence[Cells]) -> list[str]:
    """A row to a line, the cells parted by blanks."""
    return [" ".join(filter(None, row)) for row in rows]


def together(rows: Sequence[Cells]) -> list[str]:
    """All cells run together."""
    return ["".join(cell for row in rows for cell in row)]


_REPEATED = """\
项目支出绩效自评表*9
（2023年度）*9
项目名称*2/柳湾灌区渠系清淤*7
主管部门*2/柳湾县水务局*3/实施单位/柳湾县灌区管理站*3
项目资金（万元）//（空）/年初预算数/全年预算数/全年执行数/分值/执行率/得分
项目资金（万元）/年度资金总额*2/48.00/52.50/50.40/10/96.00%/9.60
项目资金（万元）/其中：当年财政拨款*2/48.00/52.50/50.40/—/96.00%/—
项目资金（万元）/上年结转资金*2/0.00/0.00/0.00/—/0.00%/—
年度总体目标/预期目标*4/实际完成情况*4
年度总体目标/清淤渠道三十公里，夏灌按时通水。*4/清淤三十一公里，六月初通水。*4
绩效指标/一级指标/二级指标/三级指标/年度指标值/实际完成值/分值/得分/偏差原因分析及改进措施
绩效指标/产出指标（50分）/数量指标/清淤渠道长度/≥30公里/31公里/20/20/
绩效指标/产出指标（50分）/质量指标/断面验收合格率/≥95%/93%/15/14.68/两段返工
绩效指标/产出指标（50分）/时效指标/通水日期/6月10日前/6月3日/15/15/
绩效指标/效益指标（30分）/社会效益指标/受益农田/≥1.2万亩/1.3万亩/30/30/
绩效指标/满意度指标（10分）/服务对象满意度指标/灌户满意率/≥90%/92%/10/10/
总分*6/100/99.28/"""


def repeated() -> list[list[str]]:
    """FORM as a rectangle in which merged cells are said at every position that they cover."""
    rows = [[cell.replace("（空）", "").partition("*") for cell in line.split("/")] for line in _REPEATED.split("\n")]
    return [[text for text, _, times in row for _ in range(int(times or 1))] for row in rows]
