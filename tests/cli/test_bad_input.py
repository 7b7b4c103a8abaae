"""Broken cases through the front door: one clear message each, exit code 2, and nothing written.

Each is a copy of an example with one thing broken. The words say file, place, what was found and what was expected.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.front_door import FrontDoor
from tests.evaluation.cases import XINXIANG, YANJIN, copy_of, rewrite

CASE, INDICATORS, FACTS = "case.yaml", "indicators.yaml", "facts.yaml"
JUDGEMENTS, NARRATIVE, EVIDENCE = "judgements.yaml", "narrative.yaml", "evidence.yaml"
SPENDING, SURVEY = "tables/支出预决算.csv", "tables/满意度调查.csv"
SATISFACTION = "            source: report\n        - code: D32"
"""Behind the rule of D31, which is a sentence alone; a formal one may be written there."""


def _tiers(third: str, fourth: str, second: str = "5分") -> str:
    """A formal rule for D31 with these ranges of its last two tiers, and what its second one gives."""
    pieces = [("≥90%", "100%"), ("≥85%, <90%", second), (third, "3分"), (fourth, "0%")]
    listed = "".join(f'                - {{when: "{when}", gives: {gives}}}\n' for when, gives in pieces)
    curve = f"            curve:\n              of: rate\n              pieces:\n{listed}"
    return SATISFACTION.replace("report\n", f"report\n{curve}")


@dataclass(frozen=True)
class Broken:
    """What is broken, by which change of which file, and the words the message must hold."""

    what: str
    file: str
    old: str
    new: str
    words: tuple[str, ...]
    example: str = XINXIANG


BROKEN = [
    Broken(
        "unknown key",
        CASE,
        "\npurpose: ",
        "\npurpos: ",
        ("case.yaml，第 15 行", "不认识的键“purpos”", "purpose"),
    ),
    Broken(
        "unknown key of an indicator",
        INDICATORS,
        "          name: 预算执行率\n          weight: 3.00",
        "          name: 预算执行率\n          wieght: 3.00",
        ("indicators.yaml，第 84 行", "（B1.1）的 wieght", "不认识的键“wieght”", "请改为“weight”"),
    ),
    Broken(
        "unknown fact in an expression",
        INDICATORS,
        "measure: 公用经费〔决算〕÷公用经费〔年初〕",
        "measure: 公用经费〔决算〕÷公用费用〔年初〕",
        ("indicators.yaml", "B1.4", "“公用费用”", "数据字典或基础数据中的名称", "公用经费"),
    ),
    Broken(
        "an expression that cannot be read",
        INDICATORS,
        "measure: 公用经费〔决算〕÷公用经费〔年初〕",
        "measure: 公用经费〔决算〕÷÷公用经费〔年初〕",
        ("indicators.yaml", "B1.4", "measure", "能读懂的算式"),
    ),
    Broken(
        "a level whose weights do not add up",
        INDICATORS,
        "          name: 预算执行率\n          weight: 3.00",
        "          name: 预算执行率\n          weight: 2.50",
        ("indicators.yaml", "“B1 预算执行”的权重 13", "下级合计 12.5", "权重等于下级权重之和"),
    ),
    Broken(
        "an indicator without weight",
        INDICATORS,
        "          name: 预算执行率\n          weight: 3.00\n",
        "          name: 预算执行率\n",
        ("indicators.yaml", "没有权重的指标“B1.1 预算执行率”", "请填写权重"),
    ),
    Broken(
        "a level without weight",
        INDICATORS,
        "- code: D\n  name: 效果\n  weight: 25.00\n",
        "- code: D\n  name: 效果\n",
        ("indicators.yaml", "没有权重的指标“D 效果”", "请填写权重"),
    ),
    Broken(
        "a weight that is no number",
        INDICATORS,
        "          name: 预算执行率\n          weight: 3.00\n",
        "          name: 预算执行率\n          weight: 三分\n",
        ("indicators.yaml", "（B1.1）的 weight", "“三", "请写成 3 或 2.50 这样的分值"),
    ),
    Broken(
        "an indicator without rule",
        INDICATORS,
        "            text: 得分＝预算执行率×权重分，最高不超过权重分。\n",
        "            text: ''\n",
        ("indicators.yaml", "没有评分规则的指标“B1.1 预算执行率”"),
    ),
    Broken(
        "a bare 95 as a rate",
        FACTS,
        "value: 79.72%",
        "value: 95",
        ("facts.yaml，第 33 行", "行政许可即办件占比", "“95”", "95% 还是 9500%", "请写明百分号"),
        YANJIN,
    ),
    Broken(
        "a bare 0.95 as a rate",
        FACTS,
        "value: 79.72%",
        "value: 0.95",
        ("facts.yaml，第 33 行", "“0.95”", "0.95% 还是 95%"),
        YANJIN,
    ),
    Broken(
        "a bare rate in a table",
        "tables/项目自评.csv",
        "83.00,82.849,99.82%",
        "83.00,82.849,99.82",
        ("tables/项目自评.csv，第 2 行（政务大厅运行经费2023）“预算执行率”", "99.82% 还是"),
    ),
    Broken(
        "元 in a 万元 column",
        SPENDING,
        "2,公用经费,2.50,",
        "2,公用经费,2.50元,",
        ("tables/支出预决算.csv，第 5 行（公用经费）“年初预算数”", "“2.50元”", "以万元为单位的数", "请写 0.00025"),
    ),
    Broken(
        "a word in a number column",
        SPENDING,
        "2,公用经费,2.50,",
        "2,公用经费,约两万,",
        ("tables/支出预决算.csv，第 5 行（公用经费）“年初预算数”", "“约两万”"),
    ),
    Broken(
        "a repeated code",
        INDICATORS,
        "        - code: A1.2\n",
        "        - code: A1.1\n",
        ("indicators.yaml", "编码 A1.1 同时用于“绩效目标合理性”和“绩效指标明确性”", "每个指标有自己的编码"),
    ),
    Broken(
        "a score typed in",
        INDICATORS,
        "          name: 预算执行率\n          weight: 3.00\n",
        "          name: 预算执行率\n          weight: 3.00\n          score: 3.00\n",
        ("indicators.yaml", "（B1.1）的 score", "填写的得分", "由规则计算的得分"),
    ),
    Broken(
        "a score rate typed in",
        INDICATORS,
        "          name: 预算执行率\n          weight: 3.00\n",
        "          name: 预算执行率\n          weight: 3.00\n          得分率: 100%\n",
        ("indicators.yaml", "填写的得分率", "由规则计算的得分"),
    ),
    Broken(
        "a score typed in as a judgement",
        JUDGEMENTS,
        "B1.1:\n",
        "B1.1:\n  score: 3.00\n",
        ("judgements.yaml", "B1.1", "填写的得分", "override"),
    ),
    Broken(
        "unknown evidence of a judgement",
        JUDGEMENTS,
        "B1.1:\n  reason: 全年预算数为调整后预算，包含年中追加和追减。\n  evidence: [E07, E09]",
        "B1.1:\n  reason: 全年预算数为调整后预算，包含年中追加和追减。\n  evidence: [E07, E99]",
        ("judgements.yaml", "B1.1", "佐证编号“E99”", "佐证材料中的编号"),
    ),
    Broken(
        "unknown evidence of a fact",
        FACTS,
        "value: 413, unit: 项, source: E14",
        "value: 413, unit: 项, source: E41",
        ("facts.yaml，第 2 行", "佐证编号“E41”", "佐证材料中的编号"),
    ),
    Broken(
        "unknown evidence of a table",
        "tables.yaml",
        "title: 政府采购预算执行情况表, unit: 万元, source: E07",
        "title: 政府采购预算执行情况表, unit: 万元, source: E70",
        ("tables.yaml，第 4 行", "佐证编号“E70”"),
    ),
    Broken(
        "evidence with the number of another",
        EVIDENCE,
        "- {id: E02",
        "- {id: E01, title: 另一份资料, kind: 工作资料}\n- {id: E02",
        ("evidence.yaml，第 2 行", "重复的编号“E01”"),
    ),
    Broken(
        "a judgement of an unknown indicator",
        JUDGEMENTS,
        "B1.1:\n",
        "B1.11:\n",
        ("judgements.yaml", "指标编码“B1.11”", "指标体系中的三级指标", "是否要写 B1.1？"),
    ),
    Broken(
        "an override above the weight",
        JUDGEMENTS,
        "score: 2.00",
        "score: 2.01",
        ("judgements.yaml", "B1.2 的 override 的 score", "“2.01”", "0 到权重 2 之间的得分"),
    ),
    Broken(
        "an override finer than two decimals",
        JUDGEMENTS,
        "score: 2.00",
        "score: 1.666",
        ("judgements.yaml", "“1.666”", "最多两位小数的分值"),
    ),
    Broken(
        "an override without author",
        JUDGEMENTS,
        "    author: 评价组\n",
        "",
        ("judgements.yaml", "B1.2", "author"),
    ),
    Broken(
        "a judgement word nobody knows",
        JUDGEMENTS,
        "    - is: 部分符合\n      reason: 新增固定资产最终都录入",
        "    - is: 大致符合\n      reason: 新增固定资产最终都录入",
        ("judgements.yaml", "B3.1", "“大致符合”", "部分符合"),
    ),
    Broken(
        "grade bands with a hole at the bottom",
        CASE,
        "  - {name: 差, from: 0}",
        "  - {name: 差, from: 10}",
        ("case.yaml，第 10 行 grade_scale", "最低一档从 10 分开始", "从 0 分开始的最低一档"),
    ),
    Broken(
        "grade bands in the wrong order",
        CASE,
        "  - {name: 良, from: 80}",
        "  - {name: 良, from: 95}",
        ("case.yaml，第 10 行 grade_scale", "“优”与“良”的分数线没有下降"),
    ),
    Broken(
        "a gap in tiers",
        INDICATORS,
        SATISFACTION,
        _tiers("≥81%, <85%", "<80%"),
        ("indicators.yaml", "（D31）的 rule", "没有遗漏和重叠的规则"),
        YANJIN,
    ),
    Broken(
        "an overlap in tiers",
        INDICATORS,
        SATISFACTION,
        _tiers("≥80%, <85%", "<82%"),
        ("indicators.yaml", "（D31）的 rule", "没有遗漏和重叠的规则"),
        YANJIN,
    ),
    Broken(
        "points beyond the weight",
        INDICATORS,
        SATISFACTION,
        _tiers("≥80%, <85%", "<80%", second="7分"),
        ("indicators.yaml", "（D31）的 rule", "7", "权重"),
        YANJIN,
    ),
    Broken(
        "an unknown kind of rule",
        INDICATORS,
        SATISFACTION,
        SATISFACTION.replace("report\n", "report\n            kurve: {}\n"),
        ("indicators.yaml", "（D31）的 rule", "kurve"),
        YANJIN,
    ),
    Broken(
        "a row of the wrong width",
        SPENDING,
        "2,招商经费2023,5.00,-,-,-,2.62",
        "2,招商经费2023,5.00,-,-,2.62",
        ("tables/支出预决算.csv，第 11 行", "6", "7"),
    ),
    Broken(
        "a heading nobody knows",
        SPENDING,
        "追减数,调整预算数",
        "追减,调整预算数",
        ("tables/支出预决算.csv，表头", "“追减”", "追减数"),
    ),
    Broken(
        "a table file that is not there",
        "tables.yaml",
        "tables/人员编制.csv",
        "tables/人员.csv",
        ("tables/人员.csv", "不存在的文件"),
    ),
    Broken(
        "a table outside the case",
        "tables.yaml",
        "tables/人员编制.csv",
        "tables/../../人员编制.csv",
        ("tables.yaml，第 5 行", "“tables/名称.csv”这样的文件名"),
    ),
    Broken(
        "derived facts in a circle",
        FACTS,
        "formula: 一网通办办结办件数÷一网通办受理办件数",
        "formula: 一网通办办结率÷一网通办受理办件数",
        ("facts.yaml", "绕回自身的公式", "一网通办办结率 → 一网通办办结率"),
        YANJIN,
    ),
    Broken(
        "a problem about an unknown indicator",
        NARRATIVE,
        "indicators: [B2.1, B3.1]",
        "indicators: [B2.1, B9.1]",
        ("narrative.yaml", "指标编码“B9.1”", "指标体系中的三级指标"),
    ),
    Broken(
        "a recommendation for no problem",
        NARRATIVE,
        "  - id: R2\n    problem: P2",
        "  - id: R2\n    problem: P7",
        ("narrative.yaml", "问题编号“P7”", "存在问题中的编号"),
    ),
    Broken(
        "a rule about the total with a grade of another scale",
        CASE,
        "total_rules: []",
        "total_rules:\n  - {name: 重大违纪, cap: 及格}",
        ("case.yaml", "total_rules", "等级“及格”", "优、良、中、差 之一"),
    ),
    Broken(
        "half an event",
        CASE,
        "total_rules: []",
        "total_rules:\n  - {name: 审计发现违规, penalty: 2分}\ntotal_events: {审计发现违规: 1.5}",
        ("case.yaml", "审计发现违规", "“1.5”", "0、1、2 这样的次数"),
    ),
    Broken(
        "a grade scale nobody registered",
        CASE,
        "grade_scale:\n  - {name: 优, from: 90}\n  - {name: 良, from: 80}\n  - {name: 中, from: 60}\n"
        "  - {name: 差, from: 0}",
        "grade_scale: 五级",
        ("case.yaml", "grade_scale", "“五级”", "standard"),
    ),
    Broken(
        "a year that is no year",
        CASE,
        "year: 2023\n",
        "year: 二〇二三\n",
        ("case.yaml，第 6 行 year", "“二〇二三”"),
    ),
    Broken(
        "a key twice",
        CASE,
        "year: 2023\n",
        "year: 2023\nyear: 2024\n",
        ("case.yaml，第 7 行 year", "第二个“year”（第一个在第 6 行）"),
    ),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.what)
def test_a_broken_case_is_refused_with_one_message_that_says_how_to_mend_it(
    jixiao: FrontDoor, tmp_path: Path, broken: Broken
) -> None:
    folder = copy_of(broken.example, tmp_path)
    rewrite(folder, broken.file, broken.old, broken.new)
    answer = jixiao("evaluate", folder, "--out", tmp_path / "out")
    assert answer.code == 2
    assert answer.out == ""
    (message,) = answer.err.splitlines()
    assert message.startswith(broken.example)
    for word in broken.words:
        assert word in message, f"{word!r} is not in {message!r}"
    assert not (tmp_path / "out").exists()


def test_weights_that_make_99_are_refused(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    rewrite(folder, INDICATORS, "- code: D\n  name: 效果\n  weight: 25.00", "- code: D\n  name: 效果\n  weight: 24.00")
    rewrite(folder, INDICATORS, "      name: 满意度\n      weight: 10.00", "      name: 满意度\n      weight: 9.00")
    rewrite(
        folder,
        INDICATORS,
        "          name: 社会公众满意度\n          weight: 10.00",
        "          name: 社会公众满意度\n          weight: 9.00",
    )
    answer = jixiao("evaluate", folder)
    assert answer.code == 2
    (message,) = answer.err.splitlines()
    assert message.startswith(f"{XINXIANG}/{INDICATORS}，第 1 行：读到一级指标权重合计 99，应为合计 100。")


def test_two_problems_of_one_file_are_both_reported(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    rewrite(folder, JUDGEMENTS, "B1.1:\n", "B1.11:\n")
    rewrite(folder, JUDGEMENTS, "score: 2.00", "score: 3.00")
    messages = jixiao("evaluate", folder).err.splitlines()
    assert ["B1.11" in messages[0], "“3.00”" in messages[1]] == [True, True]
    assert len(messages) == 2


def test_problems_of_two_tables_are_both_reported(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    rewrite(folder, SPENDING, "2,公用经费,2.50,", "2,公用经费,2.50元,")
    rewrite(folder, SURVEY, "132,0,5,0,0,-", "132,0,五,0,0,-")
    messages = jixiao("evaluate", folder).err.splitlines()
    assert ["支出预决算.csv" in messages[0], "满意度调查.csv" in messages[1]] == [True, True]
    assert len(messages) == 2


@pytest.mark.parametrize("file", [CASE, INDICATORS])
def test_a_missing_file_is_named(jixiao: FrontDoor, tmp_path: Path, file: str) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    (folder / file).unlink()
    answer = jixiao("evaluate", folder)
    assert answer.code == 2
    assert answer.err.startswith(f"{XINXIANG}/{file}：读到不存在的文件")


def test_a_data_file_in_another_encoding_is_refused_with_its_line(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    lines = (folder / CASE).read_bytes().split(b"\n")
    lines[1] = lines[1].decode().encode("gb18030")
    (folder / CASE).write_bytes(b"\n".join(lines))
    answer = jixiao("evaluate", folder)
    assert answer.code == 2
    assert answer.err.startswith(f"{XINXIANG}/{CASE}，第 2 行：读到不是 UTF-8 编码的文字")


def test_a_table_in_no_known_encoding_is_refused(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    (folder / SPENDING).write_bytes((folder / SPENDING).read_bytes() + "2,其他,1.00".encode("utf-16"))
    answer = jixiao("evaluate", folder)
    assert answer.code == 2
    assert answer.err.startswith(f"{XINXIANG}/{SPENDING}：读到无法识别的文字编码")


def test_a_table_as_excel_saves_it_in_china_scores_the_same(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    (folder / SPENDING).write_bytes((folder / SPENDING).read_text(encoding="utf-8").encode("gb18030"))
    assert "总分 94.40（优）" in jixiao("evaluate", folder).out


def test_a_file_that_is_no_data_file_is_refused(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    (folder / CASE).write_text("name: [\n", encoding="utf-8")
    answer = jixiao("evaluate", folder)
    assert answer.code == 2
    assert answer.err.startswith(f"{XINXIANG}/{CASE}，第 ")


def test_a_file_that_does_not_belong_to_a_case_is_named(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = copy_of(XINXIANG, tmp_path)
    (folder / "judgments.yaml").write_text("", encoding="utf-8")
    answer = jixiao("evaluate", folder)
    assert answer.code == 2
    assert answer.err.startswith(f"{XINXIANG}/judgments.yaml：读到不认识的文件")


@pytest.mark.parametrize("name", ["没有这个案例", "没有这个案例.xlsx"])
@pytest.mark.parametrize("command", [["evaluate"], ["evaluate", "--json"], ["whatif"]])
def test_a_path_that_does_not_exist_is_refused(
    jixiao: FrontDoor, tmp_path: Path, name: str, command: list[str]
) -> None:
    answer = jixiao(*command, tmp_path / name, *(["编制数=1"] if command == ["whatif"] else []))
    assert answer.code == 2
    assert name in answer.err
    assert "不存在" in answer.err
    assert answer.out == ""


def test_a_file_that_is_no_workbook_is_refused(jixiao: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "案例.xlsx").write_bytes(b"not a workbook")
    answer = jixiao("evaluate", tmp_path / "案例.xlsx")
    assert answer.code == 2
    assert "案例.xlsx" in answer.err
