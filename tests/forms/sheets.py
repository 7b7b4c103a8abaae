"""A self-evaluation form of ours with all its merges, written as text, web page, Word and Excel."""

import io
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from tests.reading.annexes import Box, Row, web_page, word_bytes, word_table
from xlsxwriter import Workbook

TITLE = "高标准农田管护经费项目支出绩效自评表"
YEAR = "（2023年度）"


def _money(label: str, *figures: str) -> Row:
    return [None, Box(label, 1, 3), None, None, *(Box(figure) for figure in figures)]


FORM: list[Row] = [
    [Box("项目名称", 1, 2), None, Box("高标准农田管护经费", 1, 8), *[None] * 7],
    [
        *(Box("主管部门", 1, 2), None, Box("柳溪县农业农村局", 1, 3), None, None),
        *(Box("实施单位", 1, 2), None, Box("柳溪县农田建设中心", 1, 3), None, None),
    ],
    [
        *(Box("项目资金\n（万元）", 5), Box("", 1, 3), None, None, Box("年初预算数"), Box("全年预算数")),
        *(Box("全年执行数"), Box("分值"), Box("执行率"), Box("得分")),
    ],
    _money("年度资金总额", "86.40", "90.00", "85.50", "10", "95.00%", "9.5"),
    _money("其中：当年财政拨款", "80.00", "82.00", "78.00", "—", "—", "—"),
    _money("上年结转资金", "6.40", "8.00", "7.50", "—", "—", "—"),
    _money("其他资金", "0.00", "0.00", "0.00", "—", "—", "—"),
    [Box("年度总体目标", 2), Box("预期目标", 1, 5), *[None] * 4, Box("实际完成情况", 1, 4), *[None] * 3],
    [
        None,
        *(Box("1.完成渠道和机井的日常管护；\n2.保障农田灌溉。", 1, 5), *[None] * 4),
        *(Box("渠道、机井管护任务均已完成，灌溉有保障。", 1, 4), *[None] * 3),
    ],
    [
        *(Box("绩效指标", 10), Box("一级指标"), Box("二级指标"), Box("三级指标", 1, 2), None, Box("年度指标值")),
        *(Box("实际完成值"), Box("分值"), Box("得分"), Box("偏差原因分析及改进措施")),
    ],
    [
        *(None, Box("产出指标\n50分", 5), Box("数量指标", 2), Box("管护渠道长度", 1, 2), None, Box("≥120公里")),
        *(Box("126公里"), Box("12"), Box("12"), Box("")),
    ],
    [*[None] * 3, Box("维修机井数量", 1, 2), None, Box("45眼"), Box("45眼"), Box("10"), Box("10"), Box("")],
    [
        *(None, None, Box("质量指标"), Box("工程完好率", 1, 2), None, Box("≥95%")),
        *(Box("96.5%"), Box("12"), Box("12"), Box("")),
    ],
    [
        *(None, None, Box("时效指标"), Box("汛前检修完成时间", 1, 2), None, Box("5月底前")),
        *(Box("5月20日"), Box("8"), Box("8"), Box("")),
    ],
    [
        *(None, None, Box("成本指标"), Box("亩均管护成本", 1, 2), None, Box("≤30元")),
        *(Box("28元"), Box("8"), Box("8"), Box("")),
    ],
    [
        *(None, Box("效益指标\n30分", 3), Box("经济效益指标"), Box("亩均增产", 1, 2), None, Box("≥40公斤")),
        *(Box("38公斤"), Box("10"), Box("9"), Box("夏季高温影响产量，下年调整品种。")),
    ],
    [
        *(None, None, Box("社会效益指标"), Box("受益农户", 1, 2), None, Box("≥3000户")),
        *(Box("3150户"), Box("10"), Box("10"), Box("")),
    ],
    [
        *(None, None, Box("可持续影响指标"), Box("管护制度", 1, 2), None, Box("健全")),
        *(Box("健全"), Box("10"), Box("10"), Box("")),
    ],
    [
        *(None, Box("满意度指标\n10分"), Box("服务对象满意度指标"), Box("受益农户满意度", 1, 2), None, Box("≥90%")),
        *(Box("93.2%"), Box("10"), Box("10"), Box("")),
    ],
    [Box("总分", 1, 7), *[None] * 6, Box("100"), Box("98.5"), Box("")],
]


def as_text(form: Sequence[Row] = tuple(FORM)) -> str:
    """The form as conversions leave it: cells of a line between tabs, merged places blank."""
    lines = ["\t".join(box.text.replace("\n", " ") if box else "" for box in row) for row in form]
    return "\n".join([TITLE, "", YEAR, "", *lines, ""])


def as_cells(form: Sequence[Row] = tuple(FORM)) -> str:
    """The form as Word leaves it: one cell to a line, a tab before each, a blank line between the rows."""
    lines = [TITLE, "", YEAR, ""]
    for row in form:
        at = 0
        while at < len(row):
            box = row[at]
            lines.append(f"\t{box.text if box else ''}")
            at += box.columns if box else 1
        lines.append("")
    return "\n".join([*lines, ""])


def as_page(form: Sequence[Row] = tuple(FORM)) -> bytes:
    """The form as a web page."""
    return web_page(form).replace("<h1>附表</h1>", f"<p>{TITLE}</p><p>{YEAR}</p>").encode()


def as_word(form: Sequence[Row] = tuple(FORM)) -> bytes:
    """The form as a Word file."""
    title = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in (TITLE, YEAR))
    return word_bytes(table=title + word_table(form))


def as_workbook(form: Sequence[Row] = tuple(FORM)) -> bytes:
    """The form as a sheet with its title in the first rows, amounts as numbers and rates as formatted numbers."""
    target = io.BytesIO()
    book = Workbook(target)
    percent = book.add_format({"num_format": "0.00%"})
    sheet = book.add_worksheet("自评表")
    titles: list[Row] = [[Box(TITLE, 1, 10), *[None] * 9], [Box(YEAR, 1, 10), *[None] * 9]]
    for number, row in enumerate([*titles, *form]):
        for column, box in enumerate(row):
            if box is None:
                continue
            if box.rows * box.columns > 1:
                sheet.merge_range(number, column, number + box.rows - 1, column + box.columns - 1, box.text)
            elif (value := _number(box.text)) is None:
                sheet.write_string(number, column, box.text)
            elif box.text.endswith("%"):
                sheet.write_number(number, column, value, percent)
            else:
                sheet.write_number(number, column, value)
    book.close()
    return target.getvalue()


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
    except InvalidOperation:
        return None


def changed(old: str, new: str, form: Sequence[Row] = tuple(FORM)) -> list[Row]:
    """The form with one text in place of another, wherever a cell says exactly that."""
    assert any(box is not None and box.text == old for row in form for box in row), old
    return [[_changed(box, old, new) for box in row] for row in form]


def _changed(box: Box | None, old: str, new: str) -> Box | None:
    return Box(new, box.rows, box.columns) if box is not None and box.text == old else box
