"""One annex as Word, Excel of both kinds, web page and PDF: the same system comes out of every format."""

from decimal import Decimal

import pytest
from tests.reading.annexes import ANNEX, Box, Row, excel_bytes, web_page, word_bytes, word_table
from tests.reading.importing import SAMPLES, canonical, imported, leaf, outline

from jixiao.documents import document_of
from jixiao.reading import ImportedSystem, read_indicators

OUTLINE = [
    "A 决策 20",
    "A1 目标管理 20",
    "A1.1 绩效目标合理性 8",
    "A1.2 目标覆盖率 12",
    "B 过程 30",
    "B1 预算执行 30",
    "B1.1 预算执行率 30",
    "C 产出 50",
    "C1 重点工作 50",
    "C1.1 办件完成率 40",
    "C1.2 培训场次 10",
]
CONTENTS = {
    "表.docx": word_bytes(),
    "表.xlsx": excel_bytes(),
    "表.html": web_page().encode("utf-8"),
    "表.htm": web_page().encode("gb18030"),
    "表.xls": (SAMPLES / "annex.xls").read_bytes(),
    "表.pdf": (SAMPLES / "annex.pdf").read_bytes(),
}


def read(name: str) -> ImportedSystem:
    return read_indicators(document_of(CONTENTS[name], name))


@pytest.mark.parametrize("name", CONTENTS)
def test_the_tree_is_the_same_in_every_format(name: str) -> None:
    system = read(name)
    assert outline(system) == OUTLINE
    assert system.total == Decimal(100)


@pytest.mark.parametrize("name", CONTENTS)
def test_points_targets_and_rules_are_the_same_in_every_format(name: str) -> None:
    system = read(name)
    assert leaf(system, "A1.1").criteria == ("依据充分", "与职能一致")
    assert leaf(system, "A1.2").target == "≥90%"
    assert canonical(system, "C1.1") == "完成率不低于98%的，得满分；低于98%的，每低1个百分点扣2分，扣完为止。"


@pytest.mark.parametrize("name", CONTENTS)
def test_a_formatted_percentage_is_read_as_it_is_shown(name: str) -> None:
    assert leaf(read(name), "B1.1").target == "100%"
    assert read(name).findings == ()


def test_a_table_over_six_pages_is_one_though_pages_break_its_rows_and_merged_cells() -> None:
    system = imported("pages.pdf")
    codes = [f"{group}1.{number}" for group in "ABC" for number in range(1, 5)]
    assert [each.code for each in system.indicators()] == codes
    assert [each.name for each in system.groups] == ["产出类"] * 3
    rules = {each.rule.text for each in system.indicators()}
    assert rules == {
        "四项都符合得满分，有一项不符合扣权重分的25%，扣完为止。完成情况由评价组依据台账核查后逐项认定，"
        "不得以估计代替。"
    }
    assert leaf(system, "B1.3").place.page == 3


def test_marks_that_word_counts_by_itself_are_points_too() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    numbering = (
        f'<w:numbering xmlns:w="{w}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    table = word_table(ANNEX)
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>'
    for words in ("依据充分；", "与职能一致。"):
        table = table.replace(words, f"</w:t></w:r></w:p>{listed}{words}")
    raw = word_bytes(ANNEX, numbering=numbering, table=table.replace("①", "").replace("②", ""))
    assert leaf(read_indicators(document_of(raw, "表.docx")), "A1.1").criteria == ("依据充分", "与职能一致")


def test_words_that_were_deleted_with_changes_tracked_are_not_read() -> None:
    table = word_table(ANNEX).replace(
        '<w:t xml:space="preserve">培训场次', '<w:delText>旧名</w:delText><w:t xml:space="preserve">培训场次'
    )
    assert leaf(read_indicators(document_of(word_bytes(ANNEX, table=table), "表.docx")), "C1.2").name == "培训场次"


def test_an_indicator_of_several_rows_takes_their_texts_together() -> None:
    head: Row = [Box(text) for text in ("一级指标", "三级指标", "分值", "评价要点", "评分标准")]
    rows: list[Row] = [
        head,
        [
            Box("甲", 2),
            Box("乙", 2),
            Box("100", 2),
            Box("①有制度"),
            Box("两项都符合得满分，"),
        ],
        [None, None, None, Box("②有记录"), Box("有一项不符合扣权重分的50%。")],
    ]
    system = read_indicators(document_of(word_bytes(rows), "表.docx"))
    only = next(system.indicators())
    assert only.criteria == ("有制度", "有记录")
    assert only.rule.text == "两项都符合得满分，有一项不符合扣权重分的50%。"


def test_a_rule_in_a_cell_merged_over_several_indicators_is_the_rule_of_each() -> None:
    shared = "满意度≥90%得满分；80%≤满意度＜90%得5分；满意度＜80%不得分。"
    rows: list[Row] = [
        [Box(text) for text in ("一级指标", "三级指标", "分值", "指标解释", "评分标准")],
        [Box("效果", 2), Box("群众满意度"), Box("50"), Box("群众"), Box(shared, 2)],
        [None, Box("企业满意度"), Box("50"), Box("企业"), None],
    ]
    system = read_indicators(document_of(word_bytes(rows), "表.docx"))
    assert [each.rule.text for each in system.indicators()] == [shared, shared]
    assert [each.explanation for each in system.indicators()] == ["群众", "企业"]


def test_one_weight_over_several_indicators_is_not_shared_out() -> None:
    rows: list[Row] = [
        [Box(text) for text in ("一级指标", "三级指标", "分值", "指标解释", "评分标准")],
        [Box("效果", 2), Box("群众满意度"), Box("100", 2), Box("群众"), Box("酌情")],
        [None, Box("企业满意度"), None, Box("企业"), Box("酌情")],
    ]
    system = read_indicators(document_of(word_bytes(rows), "表.docx"))
    assert [finding.title for finding in system.findings] == ["“群众满意度”没有权重", "“企业满意度”没有权重"]
