"""Every bad workbook is refused with one sentence that names the sheet, the row and the heading."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tests.workbook.filling import XINXIANG, Filled, column_of, put, row_of

from jixiao.refusals import Refusal
from jixiao.workbook import convert, new_case, read_workbook

Change = Callable[[Workbook], object]


def rename_heading(sheet: str, old: str, new: str) -> Change:
    def change(workbook: Workbook) -> None:
        workbook[sheet].cell(3, column_of(workbook, sheet, old)).value = new

    return change


def judged(code: str, item: str, heading: str, value: Any) -> Change:
    def change(workbook: Workbook) -> None:
        sheet = workbook["要点认定"]
        rows = (row for row in sheet.iter_rows(min_row=4) if row[0].value == code and row[3].value == item)
        next(rows)[column_of(workbook, "要点认定", heading) - 1].value = value

    return change


def ruled(code: str, nth: int, heading: str, value: Any) -> Change:
    def change(workbook: Workbook) -> None:
        row = row_of(workbook, "评分规则", code) + nth
        workbook["评分规则"].cell(row, column_of(workbook, "评分规则", heading)).value = value

    return change


def _unmarked(workbook: Workbook, sheet: str, mark: str, instead: str = "") -> None:
    """Write something else, or nothing, where a mark stands above the headings."""
    cells = (cell for row in workbook[sheet].iter_rows(max_row=3) for cell in row)
    next(cell for cell in cells if str(cell.value).startswith(mark)).value = instead or None


BAD: dict[str, tuple[Change, tuple[str, ...]]] = {
    "a sheet of one's own": (
        lambda book: book.create_sheet("我的").cell(1, 1, "甲"),
        ("工作表“我的”", "以“备注”开头"),
    ),
    "a heading of one's own": (
        rename_heading("佐证材料", "说明", "其他"),
        ("工作表“佐证材料”第 3 行", "不认识的表头“其他”", "以“备注”开头"),
    ),
    "a misspelt heading": (rename_heading("指标体系", "权重", "权 数"), ("不认识的表头“权数”",)),
    "a heading gone": (rename_heading("评价依据", "名称", "备注"), ("没有“名称”一列",)),
    "content without a heading": (
        lambda book: book["佐证材料"].cell(6, 9, "甲"),
        ("I6 单元格里没有表头的内容“甲”", "加上以“备注”开头的表头"),
    ),
    "a sheet that is needed gone": (lambda book: book.remove(book["指标体系"]), ("没有工作表“指标体系”",)),
    "no department": (
        put("基本信息", "部门名称", "内容", None),
        ("工作表“基本信息”第 5 行", "空着的“部门名称”", "请填写"),
    ),
    "a formula without a value": (
        put("支出预决算", "支出合计", "决算数", "=1+2"),
        ("工作表“支出预决算”第 5 行“决算数”", "G5 单元格里没有计算结果的公式", "保存一次"),
    ),
    "an error value": (
        put("基础数据", "固定资产总额", "数值", "#REF!"),
        ("工作表“基础数据”第 6 行“数值”", "B6 单元格的错误值“#REF!”"),
    ),
    "a number shown in another unit": (
        put("基础数据", "固定资产总额", "数值", 3857147, "0.00,"),
        ("按缩小的单位显示的数",),
    ),
    "a bare rate": (
        put("项目自评", "政务大厅运行经费2023", "预算执行率", 0.95, "0.00"),
        ("工作表“项目自评”", "第 5 行", "“预算执行率”", "0.95% 还是 95%"),
    ),
    "another unit in a cell": (
        put("支出预决算", "公用经费", "决算数", "2.50元"),
        ("工作表“支出预决算”", "以万元为单位的数", "请写"),
    ),
    "weights of 99": (
        put("指标体系", "A1.1", "权重", 2),
        ("工作表“指标体系”第 5 行", "下级合计 6"),
    ),
    "a weight that is no number": (
        put("指标体系", "A1.1", "权重", "三"),
        ("工作表“指标体系”第 6 行“权重”", "“三”"),
    ),
    "a code twice": (put("指标体系", "A2", "编码", "A1"), ("编码 A1 同时用于",)),
    "a third-level indicator without those above": (
        lambda book: book["指标体系"].delete_rows(4, 2),
        ("工作表“指标体系”第 4 行“三级指标”", "没有上级的三级指标"),
    ),
    "a formula that cannot be read": (
        put("指标体系", "B1.1", "计算公式", "支出总额÷÷2"),
        ("工作表“指标体系”第 14 行“计算公式”",),
    ),
    "an unknown name": (put("指标体系", "B1.1", "计算公式", "支处总额"), ("算式中的名称“支处总额”",)),
    "an unknown way of scoring": (
        ruled("A1.1", 0, "计分方式", "按比例计分"),
        ("工作表“评分规则”第 4 行“计分方式”", "请改为“按比率计分”"),
    ),
    "a bare share": (
        ruled("B2.2", 0, "得分", "20"),
        ("工作表“评分规则”第 29 行“得分”", "20%"),
    ),
    "both a score and steps": (
        ruled("B1.2", 0, "每步扣（加）分", "5%"),
        ("工作表“评分规则”第 14 行", "既有“得分”又有“每步扣（加）分”"),
    ),
    "tiers with a gap": (ruled("B1.2", 0, "适用条件", "≤8%"), ("工作表“评分规则”第 14 行", "“>8%, ≤10%”没有规定")),
    "a level without its row": (ruled("B2.3", 1, "层次", "1.4"), ("工作表“评分规则”第 33 行", "没有得分也没有细则")),
    "a rule of no indicator": (
        ruled("A1.1", 0, "指标编码", "Z9"),
        ("工作表“评分规则”第 4 行“指标编码”", "“指标体系”中的编码"),
    ),
    "an unknown judgement": (
        judged("A1.1", "要点①", "认定", "好"),
        ("工作表“要点认定”第 5 行", "“符合”"),
    ),
    "a point left out": (
        lambda book: [judged("A1.1", "要点①", heading, None)(book) for heading in ("认定", "理由", "佐证")],
        ("工作表“要点认定”第 5 行“认定”", "没有认定的“要点①”", "都留空"),
    ),
    "a reason without a judgement": (
        judged("A1.1", "要点①", "认定", None),
        ("写了理由而没有认定的“要点①”",),
    ),
    "an override without a reason": (
        judged("A1.1", "总体", "调整得分", 1),
        ("空着的“调整理由”", "空着的“调整人”"),
    ),
    "evidence that is not listed": (
        judged("A1.1", "要点①", "佐证", "E99"),
        ("工作表“要点认定”第 5 行", "佐证编号“E99”"),
    ),
    "a fact that is not known": (
        put("基础数据", "固定资产总额", "名称", "固定资产共计"),
        ("工作表“基础数据”，第 6 行“名称”", "数据字典中没有的名称", "自设"),
    ),
    "a level that skips one": (
        put("支出预决算", "基本支出", "层次", 3),
        ("工作表“支出预决算”", "层次 3"),
    ),
    "a date for a code": (
        put("佐证材料", "E01", "编号", 45000, "yyyy-mm-dd"),
        ("A4 单元格里的日期", "设为“文本”"),
    ),
    "a year with its character": (
        put("基本信息", "评价年度", "内容", "2024年"),
        ("工作表“基本信息”第 10 行“内容”", "读到“2024年”", "请写成 2024。"),
    ),
    "half a period": (
        put("基本信息", "评价时段止", "内容", None),
        ("工作表“基本信息”第 12 行“内容”", "空着的“评价时段止”"),
    ),
    "somebody to be interviewed about nothing": (
        put("访谈提纲", "分管负责人", "问题", None),
        ("工作表“访谈提纲”第 4 行“问题”",),
    ),
    "a framework that is not known": (
        put("基本信息", "指标框架", "内容", "自拟"),
        ("“自拟”", "部门整体支出共性指标框架"),
    ),
    "a remark above the headings": (
        lambda book: book["佐证材料"].cell(1, 7, "尚缺合同"),
        ("工作表“佐证材料”第 1 行", "G1 单元格里不读入的内容“尚缺合同”"),
    ),
    "a text beside the marks of a table": (
        lambda book: book["支出预决算"].cell(3, 9, "张三核对"),
        ("工作表“支出预决算”第 3 行", "I3 单元格里不读入的内容“张三核对”", "来源：E02"),
    ),
    "a text beside a table": (
        lambda book: book["支出预决算"].cell(7, 11, "含追加"),
        ("工作表“支出预决算”第 7 行", "K7 单元格里没有表头的内容“含追加”"),
    ),
    "a formula without a value beside a table": (
        lambda book: book["支出预决算"].cell(7, 11, "=G7"),
        ("K7 单元格里没有表头的公式",),
    ),
    "a name alone in a grey column": (
        lambda book: book["要点认定"].cell(250, 2, "预算执行率"),
        ("B250 单元格里不读入的内容“预算执行率”", "灰色的列供对照"),
    ),
    "only the first point judged": (
        lambda book: [judged("A1.1", f"要点{n}", h, None)(book) for n in "②③" for h in ("认定", "理由", "佐证")],
        ("第 6 行“认定”：读到没有认定的“要点②”", "第 7 行“认定”：读到没有认定的“要点③”"),
    ),
    "a point between left out": (
        lambda book: [judged("A1.1", "要点②", heading, None)(book) for heading in ("认定", "理由", "佐证")],
        ("第 6 行“认定”：读到没有认定的“要点②”",),
    ),
    "evidence that is nearly right": (
        judged("A1.1", "要点③", "佐证", "E011"),
        ("工作表“要点认定”第 7 行“佐证”", "是否要写 E11？"),
    ),
    "an evidence id twice": (put("佐证材料", "E02", "编号", "E01"), ("第 5 行", "重复的编号“E01”", "请换一个编号")),
    "a bare penalty": (
        lambda book: [book["总分事项"].cell(4, n, text) for n, text in enumerate(("审计", "从总分扣分", "2"), 1)],
        ("工作表“总分事项”第 4 行“每次分值或封顶”", "请写成 2分"),
    ),
    "a survey without its weights": (
        lambda book: _unmarked(book, "满意度调查", "计分办法"),
        ("工作表“满意度调查”", "没有计分办法", "计分办法：A（非常满意100%、比较满意75%"),
    ),
    "a survey with weights nobody knows": (
        lambda book: _unmarked(book, "满意度调查", "计分办法", "计分办法：H"),
        ("计分办法“H”", "A、B、C、D、E 之一"),
    ),
    "two grade scales": (
        put("基本信息", "等级标准", "内容", "甲"),
        ("都填了等级标准", "二者之一"),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_with_its_place_and_its_mend(name: str, tmp_path: Path) -> None:
    change, words = BAD[name]
    told = Filled(tmp_path).edit(change).refusal()
    for word in words:
        assert word in told
    assert told.startswith("案例.xlsx")
    assert ".csv" not in told
    assert not re.search("[？！，]。", told)
    assert not re.search("[a-z_]{3,}", told.replace("案例.xlsx", "").replace("Excel", "").replace("jixiao new", ""))


def test_every_line_that_must_be_filled_in_is_named_by_its_row(tmp_path: Path) -> None:
    new_case(tmp_path / "空.xlsx", "dept-2013-ready")
    workbook = load_workbook(tmp_path / "空.xlsx")
    put("基本信息", "等级标准", "内容", None)(workbook)
    workbook.save(tmp_path / "空.xlsx")
    with pytest.raises(Refusal) as refused:
        read_workbook(tmp_path / "空.xlsx")
    places = [(problem.place, problem.found) for problem in refused.value.problems]
    lines = {4: "报告名称", 5: "部门名称", 10: "评价年度", 15: "等级标准"}
    assert places == [(f"工作表“基本信息”第 {row} 行“内容”", f"空着的“{item}”") for row, item in lines.items()]


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    for name in ("an evidence id twice", "a point between left out", "a bare penalty", "a year with its character"):
        (folder := tmp_path / name).mkdir()
        assert len(Filled(folder).edit(BAD[name][0]).refusal().splitlines()) == 1


def test_all_problems_of_a_workbook_are_told_at_once(tmp_path: Path) -> None:
    filled = Filled(tmp_path)
    for change in (ruled("A1.1", 0, "计分方式", "随便"), judged("A1.2", "要点①", "认定", None)):
        filled.edit(change)
    assert len(filled.refusal().splitlines()) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "不是 Excel 工作簿的文件"),
        (b"name: x", "不是 Excel 工作簿的文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧格式（.xls）的工作簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "加密的工作簿"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "案例.xlsx").write_bytes(content)
    with pytest.raises(Refusal, match=re.escape(words)) as refused:
        read_workbook(tmp_path / "案例.xlsx")
    assert len(refused.value.problems) == 1


def rewritten(path: Path, part: str, content: bytes) -> None:
    """The workbook with one part replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, old in parts.items():
            archive.writestr(name, content if name == part else old)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<styleSheet><fonts>", "损坏的工作簿"),
        (b'<!DOCTYPE s [<!ENTITY a "b">]><s>&a;</s>', "损坏的工作簿"),
        (b'<!DOCTYPE s SYSTEM "file:///etc/passwd"><s/>', "损坏的工作簿"),
        (b"<s>" + b" " * 90_000_000 + b"</s>", "展开后过大的工作簿"),
    ],
    ids=["cut off", "entities", "external", "bomb"],
)
def test_hostile_parts_are_refused_and_not_unpacked(content: bytes, words: str, tmp_path: Path) -> None:
    path = Filled(tmp_path).path
    rewritten(path, "xl/styles.xml", content)
    with pytest.raises(Refusal, match=words):
        read_workbook(path)


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = Filled(tmp_path).path
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Refusal, match="不是 Excel 工作簿的文件"):
        read_workbook(path)


def test_an_existing_target_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "案例.xlsx"
    target.write_text("原有内容", encoding="utf-8")
    with pytest.raises(Refusal, match="已经存在的文件"):
        convert(XINXIANG, target)
    with pytest.raises(Refusal, match="已经存在的文件"):
        new_case(target, "dept-2013")
    assert target.read_text(encoding="utf-8") == "原有内容"
    convert(XINXIANG, target, overwrite=True)
    assert read_workbook(target).content().case.year == "2023"


def test_a_refused_case_leaves_no_file_behind(tmp_path: Path) -> None:
    path = Filled(tmp_path).edit(put("基本信息", "部门名称", "内容", None)).path
    with pytest.raises(Refusal):
        convert(path, tmp_path / "文件夹")
    with pytest.raises(Refusal, match="不存在的文件夹"):
        convert(XINXIANG, tmp_path / "没有" / "案例.xlsx")
    assert [each.name for each in tmp_path.iterdir()] == ["案例.xlsx"]
